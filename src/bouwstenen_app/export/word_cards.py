"""Blocks as cards in the running text: a heading, parts with a label in the line, tags, provenance."""

import re
from itertools import groupby

from bouwstenen_app.domain.report import MINORITY, Card
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

    def __init__(self, look: Look, marks: Marks, lists: Lists) -> None:
        ids = look.ids
        self._headings = [ids[f"heading {level}"] for level in range(1, 5)]
        self._body, self._tags, self._provenance = ids["Body Text"], ids["Trefwoorden"], ids["Herkomst"]
        self._minority = ids["Minderheidsstandpunt"]
        self._bullet, self._number = ids["List Bullet"], ids["List Number"]
        self._label = styled(ids["Deel van bouwsteen"])
        self._spoken_id = styled(ids["Bouwsteennummer"])
        self._marks = marks
        self._lists = lists

    def xml(self, card: Card, level: int) -> str:
        """Return a card under a heading of ``level``; its last lines stay together on a page."""
        title = run(f"{card.spoken_id} ", self._spoken_id) if card.spoken_id else ""
        title = self._marks.around([bookmark(card.anchor)] if card.anchor else [], title + run(card.title))
        pieces = [paragraph(self._headings[level - 1], title, UNNUMBERED)]
        pieces += [self._part(label, text, "") for label, text in card.parts[:-1]]
        keep = KEEP_WITH_NEXT if card.tags or card.provenance else ""
        pieces += [self._part(label, text, keep) for label, text in card.parts[-1:]]
        if card.minority:
            said = " ".join(card.minority.split())
            pieces.append(paragraph(self._minority, run(f"{MINORITY} ", self._label) + run(said), keep))
        if card.tags:
            pieces.append(paragraph(self._tags, run(card.tags)))
        if card.provenance:
            pieces.append(paragraph(self._provenance, run(card.provenance)))
        return "".join(pieces)

    def _part(self, label: str, text: str, keep: str) -> str:
        before = run(label + (" " if label[-1] in ".:?!" else ". "), self._label) if label else ""
        said = lines(text)
        if len(said) > 1:
            return self._many(said, before)
        return paragraph(self._body, before + raw(said[0]), keep)

    def _many(self, said: list[str], before: str) -> str:
        """Return lines as paragraphs; those that begin with a dash or a number become a list."""
        pieces = []
        for kind, group in groupby(said, key=_kind):
            texts = list(group)
            if kind and before:
                pieces.append(paragraph(self._body, before, KEEP_WITH_NEXT))
                before = ""
            if kind == "bullet":
                pieces += [paragraph(self._bullet, raw(_BULLET.sub("", text, count=1))) for text in texts]
            elif kind == "number" and len(texts) > 1 and _begins_at_one(texts[0]):
                start = self._lists.start()
                pieces += [paragraph(self._number, raw(_NUMBER.sub("", text, count=1)), start) for text in texts]
            else:
                pieces.append(paragraph(self._body, before + raw(texts[0])))
                pieces += [paragraph(self._body, raw(text)) for text in texts[1:]]
                before = ""
        return "".join(pieces)


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else ""


def _begins_at_one(line: str) -> bool:
    number = _NUMBER.match(line)
    return number is not None and number[1] == "1"
