"""Make a picture of every state of *Opmerkingen*, and of a report made again over a file that somebody worked in.

python -m tests.screenshots_review [FOLDER]      (out/opmerkingen)
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.screenshots import Opened, open_example, save, shoot_states, studio
from tests.word_editing import Desk as Word
from tests.word_editing import said

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, capturing, editions, recipes, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.places.review import ReviewPlace
from bouwstenen_app.ui.widgets.remark_card import ACCEPT, REJECT
from bouwstenen_app.ui.widgets.remark_writing import ANSWER

EDITION = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"
PATIENCE = 60
"""Seconds that a document may take."""


def copies(desk: Desk, folder: Path) -> list[Path]:
    """Write a document, and copies of it as two reviewers send them back."""
    recipe = desk.read(recipes.standard, "meeleesversie")
    report = replace(desk.read(reporting.consolidated, recipe), edition=EDITION)
    sent = folder / "meelezen.docx"
    for _ in word.write(report, sent, template=report_template(), now=datetime(2026, 3, 3)):
        pass
    desk.do("Genoteerd", editions.record, recipe.kind, recipe.id, 1, identity=EDITION)
    first, second, third, fourth = worked_in(desk, sent, 4)
    annet = Word(sent, "Annet de Vries").replace(head(first), "Wij stellen samen voor:")
    annet.replace(head(second), "Anders gezegd:").comment(head(third), "Klopt dit nog, nu het team is veranderd?")
    bas = Word(sent, "Bas Jansen").comment(head(first), "Mooi!").add(head(fourth), "Dit hoort er ook bij.")
    files = [annet.save(folder / "Meelezen Annet.docx"), bas.save(folder / "Meelezen Bas.docx")]
    desk.do("Hier", capturing.edit_block, second.id, explanation="Hier is intussen een heel andere tekst gekomen.")
    return files


def worked_in(desk: Desk, file: Path, count: int) -> list[Block]:
    """Return blocks with an explanation that stands in a document, in its order."""
    whole = said(file)
    blocks = [one for one in desk.read(boards.select_blocks, Selection()) if len(one.explanation) > 60]
    inside = [block for block in blocks if head(block) in whole][:count]
    return sorted(inside, key=lambda block: whole.index(head(block)))


def head(block: Block) -> str:
    return " ".join(block.explanation.split()[:4])


def reviewed(opened: Opened, folder: Path) -> dict[str, Callable[[], object]]:
    """Return how to get to each state of the remarks, by its name."""
    opened.window.go("review")
    place = opened.window.place("review")
    assert isinstance(place, ReviewPlace)
    place.read(copies(place._desk, folder))
    _wait(lambda: not place.acts.busy)
    page = place.page
    conflict = next(row for row, line in enumerate(page.list.remarks.lines()) if line.remark.conflict)
    return {
        "wijziging": lambda: (opened.window.go("review"), page.list.go(0)),
        "opmerking": lambda: page.list.go(1),
        "antwoord": lambda: page.card.act(ANSWER),
        "conflict": lambda: (page.card.writing.cancel.click(), page.list.go(conflict)),
        "conflict-schrijven": lambda: page.card.act(ACCEPT),
        "lijst": lambda: page.card.writing.cancel.click(),
    }


def asked(opened: Opened, folder: Path) -> Callable[[], object]:
    """Export a report, work in the file, and return how to get to the question about it."""
    opened.window.go("report")
    place = opened.window.place("report")
    assert isinstance(place, ReportPlace)
    place.recipes.choose("themadossier")
    target = folder / "themadossier.docx"
    place.export_to(target)
    _wait(lambda: target.exists() and not place.exporting)
    work = Word(target, "Ik")
    first, second, third = worked_in(place._desk, target, 3)
    work.replace(head(first), "Zo staat het beter:", tracked=False).replace(head(second), "Of zo:")
    work.add(head(third), "Een alinea van de schrijver zelf.").save(target)
    place.again.write_to(target)
    _wait(lambda: place.altered.is_asking)
    return lambda: opened.window.go("report")


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    made = []
    with studio(words, "out/opmerkingen") as (out, folder):
        opened = open_example(folder)
        opened.window.go("review")
        made.append(save(opened.frame, out / "leeg.png"))
        states = {**reviewed(opened, folder), "opnieuw": asked(opened, folder)}
        made += shoot_states(opened, states, out)
        opened.window.go("review")
        review = opened.window.place("review")
        assert isinstance(review, ReviewPlace)
        while review.page.list.current is not None:
            review.page.card.act(REJECT)
        made.append(save(opened.frame, out / "klaar.png"))
        opened.frame.close()
    sys.stdout.write(f"{len(made)} pictures in {out}\n")


def _wait(done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < until:
        QApplication.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
