"""Blocks as cards in the running text: a heading, parts with a label in the line, tags, provenance."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from bouwstenen_app.domain.report import Card
from bouwstenen_app.domain.spots import MINORITY_LABEL, of_card, spoken
from bouwstenen_app.export.word_anchors import Edges, Sources
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
_LOOSE = '<w:keepNext w:val="0"/>'
_HIGH = '<w:spacing w:before="0"/>'


class Cards:
    """Writes cards; there can be ten thousand of them, so everything that is the same is prepared once."""

    def __init__(self, look: Look, marks: Marks, lists: Lists, sources: Sources) -> None:
        ids = look.ids
        self._headings = [ids[f"heading {level}"] for level in range(1, 5)]
        self._body, self._tags, self._provenance = ids["Body Text"], ids["Trefwoorden"], ids["Herkomst"]
        self._minority = ids["Minderheidsstandpunt"]
        self._beside, self._strong = ids["Tabeltekst"], styled(ids["Strong"])
        self._bullet, self._number = ids["List Bullet"], ids["List Number"]
        self._label = styled(ids["Deel van bouwsteen"])
        self._spoken_id = styled(ids["Bouwsteennummer"])
        self._marks = marks
        self._lists = lists
        self._sources = sources

    def xml(self, card: Card, level: int) -> str:
        """Return a card under a heading of ``level``; its last lines stay together on a page."""
        return self._pieces(card, level, map(self._sources.lines, of_card(card)), UNNUMBERED)

    def sides(self, card: Card, level: int) -> tuple[str, str]:
        """Return a card for in a cell, and the lines for in the cell beside it.

        In a cell, a heading that stays with what follows would keep all rows of the table on one page.
        """
        texts = map(self._sources.lines, of_card(card))
        left = self._pieces(card, level, texts, f"{_LOOSE}{UNNUMBERED}{_HIGH}")
        edges = next(texts, iter(()))
        right = (
            paragraph(self._beside, run(text, self._strong if text.endswith(":") else "").join(next(edges)))
            for text in card.beside
        )
        return left, "".join(right)

    def _pieces(self, card: Card, level: int, texts: Iterator[Iterator[Edges]], properties: str) -> str:
        title = run(card.title).join(next(next(texts)))
        if card.spoken_id:
            title = run(f"{card.spoken_id} ", self._spoken_id) + title
        title = self._marks.around([bookmark(card.anchor)] if card.anchor else [], title)
        pieces = [paragraph(self._headings[level - 1], title, properties)]
        pieces += [self._part(label, text, "", next(texts)) for label, text in card.parts[:-1]]
        keep = KEEP_WITH_NEXT if card.tags or card.provenance else ""
        pieces += [self._part(label, text, keep, next(texts)) for label, text in card.parts[-1:]]
        if card.minority:
            said = run(" ".join(card.minority.split())).join(next(next(texts)))
            pieces.append(paragraph(self._minority, run(MINORITY_LABEL, self._label) + said, keep))
        about = [(self._tags, card.tags), (self._provenance, card.provenance)]
        edges = next(texts) if card.tags or card.provenance else iter(())
        pieces += [paragraph(style, run(text).join(next(edges))) for style, text in about if text]
        return "".join(pieces)

    def _part(self, label: str, text: str, keep: str, edges: Iterator[Edges]) -> str:
        before = run(spoken(label), self._label) if label else ""
        said = lines(text)
        if len(said) > 1:
            return self._many(said, before, edges)
        return paragraph(self._body, before + raw(said[0]).join(next(edges)), keep)

    def _many(self, said: list[str], before: str, edges: Iterator[Edges]) -> str:
        """Return lines as paragraphs; those that begin with a dash or a number become a list."""
        pieces: list[str] = []
        for kind, marked, texts in listed(said):
            if marked and before:
                pieces.append(paragraph(self._body, before, KEEP_WITH_NEXT))
                before = ""
            style = {"bullet": self._bullet, "number": self._number}.get(kind, self._body)
            start = self._lists.start() if kind == "number" else ""
            for text in texts:
                pieces.append(paragraph(style, before + raw(text).join(next(edges)), start))
                before = ""
        return "".join(pieces)


def listed(said: Iterable[str]) -> Iterator[tuple[str, bool, list[str]]]:
    """Yield lines in groups: ``bullet`` or ``number`` for a list, whose lines lose their marks, or nothing.

    The second is whether they are marked, also where that makes no list.
    """
    for kind, group in groupby(said, key=_kind):
        texts = list(group)
        if kind == "bullet":
            yield kind, True, [_BULLET.sub("", text, count=1) for text in texts]
        elif kind == "number" and len(texts) > 1 and _begins_at_one(texts[0]):
            yield kind, True, [_NUMBER.sub("", text, count=1) for text in texts]
        else:
            yield "", bool(kind), texts


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else ""


def _begins_at_one(line: str) -> bool:
    number = _NUMBER.match(line)
    return number is not None and number[1] == "1"
