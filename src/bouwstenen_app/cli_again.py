"""A document is made again over a file that somebody worked in: what they wrote stays as it is."""

import sys
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import KINDS
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import OWN, Copy
from bouwstenen_app.services import making_again, reviewing
from bouwstenen_app.services.reviews.belonging import recipe_of
from bouwstenen_app.storage.store import Store

WORD: Final = ".docx"


def over(store: Store, report: Report, kind: str, target: Path) -> Report:
    """Return a report of a kind with what a person wrote in the file that it takes the place of; say how much.

    Problem when there are comments in that file that nobody read yet, or work in a document of another kind.
    """
    copy = _ours(target)
    if copy is None:
        return report
    if copy.comments and not store.read(reviewing.is_read, copy):
        raise Problem(
            "In {name} {remarks} van een meelezer. Gebruik eerst lees-terug, kies een andere naam, "
            "of zet er --overschrijf bij.",
            name=target.name,
            remarks=_remarks(len(copy.comments)),
        )
    left = making_again.worked_on(making_again.compare(report, copy))
    was = store.read(recipe_of, copy.edition)[1]
    if left and was and was != kind:
        raise Problem(
            "In {name} staat een ander document ({kind}), en daarin is gewerkt. Kies een andere naam, "
            "of zet er --overschrijf bij.",
            name=target.name,
            kind=KINDS[was].name,
        )
    if left:
        told = dutch.counted(len(left), "tekst die in", "teksten die in")
        verb = "is" if len(left) == 1 else "zijn"
        sys.stderr.write(
            f"{told} {target.name} met de hand {verb} geschreven, {verb} blijven staan. "
            "Met --overschrijf komt overal de tekst uit de werkmap.\n"
        )
    return making_again.kept(report, left)


def _remarks(count: int) -> str:
    return "staat 1 opmerking" if count == 1 else f"staan {dutch.number(count)} opmerkingen"


def _ours(target: Path) -> Copy | None:
    """Return what stands in the file, when it is a document of ours that can be read."""
    from bouwstenen_app.export import word_reading

    if target.suffix.lower() != WORD or not target.is_file():
        return None
    try:
        copy = word_reading.read(target)
    except Problem:  # no document of ours; writing over it is what was asked
        return None
    return copy if any(text.kind == OWN for text in copy.texts) else None
