"""Blocks as cards in the running text: a heading, parts with a label in the line, tags, provenance."""

import re
from itertools import groupby

from bouwstenen_app.domain.report import Card
from bouwstenen_app.domain.spots import MINORITY_LABEL, of_card, spoken
from bouwstenen_app.export.word_anchors import Sources
from bouwstenen_app.export.word_markup import (
    KEEP_WITH_NEXT,
    UNNUMBERED,
    Lists,
    Marks,
    paragraph,
    raw,
    run,
    styled,
)
from bouwstenen_app.export.word_styles import Look
from bouwstenen_app.export.word_text import bookmark, lines

_BULLET = re.compile(r"[-–•*·]\s+")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+")


class Cards:
    """Writes cards; there can be ten thousand of them, so everything that is the same is prepared once."""

    def __init__(self, look: Look, marks: Marks, lists: Lists, sources: Sources) -> None:
        ids = look.ids
        self._headings = [ids[f"heading {level}"] for level in range(1, 5)]
        self._body, self._tags, self._provenance = ids["Body Text"], ids["Trefwoorden"], ids["Herkomst"]
        self._minority = ids["Minderheidsstandpunt"]
        self._bullet, self._number = ids["List Bullet"], ids["List Number"]
        self._label = styled(ids["Deel van bouwsteen"])
        self._spoken_id = styled(ids["Bouwsteennummer"])
        self._marks = marks
        self._lists = lists
        self._sources = sources

    def xml(self, card: Card, level: int) -> str:
        """Return a card under a heading of ``level``; its last lines stay together on a page."""
        edges = map(self._sources.edges, of_card(card))
        start, end = next(edges)
        title = run(f"{card.spoken_id} ", self._spoken_id) if card.spoken_id else ""
        title = f"{title}{start}{run(card.title)}{end}"
        title = self._marks.around([bookmark(card.anchor)] if card.anchor else [], title)
        pieces = [paragraph(self._headings[level - 1], title, UNNUMBERED)]
        pieces += [self._part(label, text, "", next(edges)) for label, text in card.parts[:-1]]
        keep = KEEP_WITH_NEXT if card.tags or card.provenance else ""
        pieces += [self._part(label, text, keep, next(edges)) for label, text in card.parts[-1:]]
        if card.minority:
            start, end = next(edges)
            said = run(" ".join(card.minority.split()))
            pieces.append(paragraph(self._minority, f"{run(MINORITY_LABEL, self._label)}{start}{said}{end}", keep))
        start, end = next(edges, ("", ""))
        if card.tags:
            pieces.append(paragraph(self._tags, start + run(card.tags) + ("" if card.provenance else end)))
        if card.provenance:
            pieces.append(paragraph(self._provenance, ("" if card.tags else start) + run(card.provenance) + end))
        return "".join(pieces)

    def _part(self, label: str, text: str, keep: str, edges: tuple[str, str]) -> str:
        before = run(spoken(label), self._label) if label else ""
        said = lines(text)
        if len(said) > 1:
            return self._many(said, before, edges)
        return paragraph(self._body, f"{before}{edges[0]}{raw(said[0])}{edges[1]}", keep)

    def _many(self, said: list[str], before: str, edges: tuple[str, str]) -> str:
        """Return lines as paragraphs; those that begin with a dash or a number become a list."""
        labelled = ""
        if before and _kind(said[0]):
            labelled, before = paragraph(self._body, before, KEEP_WITH_NEXT), ""
        found: list[tuple[str, str, str]] = []  # style, run and properties of each paragraph
        for kind, group in groupby(said, key=_kind):
            texts = list(group)
            if kind == "bullet":
                found += [(self._bullet, raw(_BULLET.sub("", text, count=1)), "") for text in texts]
            elif kind == "number" and len(texts) > 1 and _begins_at_one(texts[0]):
                start = self._lists.start()
                found += [(self._number, raw(_NUMBER.sub("", text, count=1)), start) for text in texts]
            else:
                found += [(self._body, raw(text), "") for text in texts]
        style, inner, properties = found[0]
        found[0] = (style, f"{before}{edges[0]}{inner}", properties)
        style, inner, properties = found[-1]
        found[-1] = (style, inner + edges[1], properties)
        return labelled + "".join(paragraph(*one) for one in found)


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else ""


def _begins_at_one(line: str) -> bool:
    number = _NUMBER.match(line)
    return number is not None and number[1] == "1"
