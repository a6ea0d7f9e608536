"""Reviewers work in LibreOffice in twenty places of a document; twenty of twenty come back at the right block."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import pytest
from tests.office import OFFICE, Order, edit

from bouwstenen_app.domain import anchors
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import ADDITION, CHANGE, COMMENT, Remark
from bouwstenen_app.domain.spots import Placed, placed
from bouwstenen_app.export import word
from bouwstenen_app.export.word_reading import read
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, bundling, editions, recipes, reporting, reviewing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

EDITION = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"
WAYS = ("replace", "track-replace", "comment", "after", "track-after", "remark", "track-line", "before")
PLACES = 20

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")


@dataclass(frozen=True)
class Place:
    """One place where a reviewer works: what is done, and what of it must come back where."""

    order: Order
    kind: str
    subject: str
    field: str
    said: str


def bundled(store: Store) -> None:
    """Make four bundles of blocks of the example, so that a document has them too."""
    found = store.read(boards.select_blocks, Selection())
    for start in range(0, 12, 3):
        store.do("Gebundeld", bundling.bundle_blocks, [block.id for block in found[start : start + 3]])


def made(store: Store, kind: str, target: Path) -> Report:
    """Write a document of a kind, and note that it was made."""
    recipe = store.read(recipes.standard, kind)
    report = replace(store.read(reporting.consolidated, recipe), edition=EDITION)
    for _ in word.write(report, target, template=report_template(), now=datetime(2026, 3, 3, tzinfo=UTC)):
        pass
    store.do("Genoteerd", editions.record, kind, recipe.id, 1, identity=EDITION)
    return report


def places(report: Report) -> Iterator[Place]:
    """Yield the places: of different blocks, bundles and passages, each in another way."""
    ways = cycle(WAYS)
    seen: Counter[str] = Counter()
    everything = report.text()
    for one in placed(report):
        words = one.said.text.split("\n")[0].split()[:6]
        needle = " ".join(words)
        fields = (one.anchor.kind, one.anchor.field)
        free = one.anchor.kind != anchors.MADE and one.anchor.field != anchors.BESIDE
        if not free or len(words) < 4 or everything.count(needle) != 1 or set(needle) & set("|’“”«»"):
            continue
        if seen[one.anchor.tail] or seen[str(fields)] >= 4:
            continue
        seen.update((one.anchor.tail, str(fields)))
        yield place(one, next(ways), needle)


def place(one: Placed, way: str, needle: str) -> Place:
    """Return what a reviewer does with a text, and what of it must come back."""
    subject, field = one.said.source, one.anchor.field
    if one.anchor.kind == anchors.TEXT:
        field = "text"
    else:
        subject = ":".join(subject.split(":")[:2])
    order = Order(way, needle, f"[{way}] van een meelezer")
    if way in ("comment", "remark"):
        return Place(order, COMMENT, subject, field, order.text)
    if way.endswith("line") and "\n" not in one.said.text:  # else the new line is one of its own
        if one.anchor.kind != anchors.TEXT and field not in ("explanation", "example", "why", "minority"):
            field = "explanation"
        return Place(order, ADDITION, subject, field, order.text)
    return Place(order, CHANGE, subject, field, order.text)


@pytest.mark.parametrize("kind", ["meeleesversie", "geconsolideerd", "themadossier"])
def test_twenty_of_twenty_come_back_at_the_right_place(example_store: Store, tmp_path: Path, kind: str) -> None:
    bundled(example_store)
    report = made(example_store, kind, tmp_path / "rapport.docx")
    wanted = list(places(report))[:PLACES]
    assert len(wanted) == PLACES
    assert len({one.order.what for one in wanted}) == len(WAYS)

    orders = [one.order for one in wanted]
    copy = read(edit(tmp_path / "rapport.docx", tmp_path / "terug.docx", orders, tmp_path))
    done = example_store.do("Teruggelezen", reviewing.read_back, copy, "terug.docx").result

    found = example_store.read(reviewing.remarks)
    assert copy.edition == EDITION
    right = [one for one in wanted if any(fits(remark, one) for remark in found)]
    assert [one for one in wanted if one not in right] == []
    assert (len(right), len(found), done.new) == (PLACES, PLACES, PLACES)


def fits(remark: Remark, one: Place) -> bool:
    """Return whether a remark is what a reviewer did in a place."""
    said = remark.text if remark.kind == COMMENT else remark.after
    where = (remark.kind, remark.subject, remark.field)
    return one.said in said and where == (one.kind, one.subject, one.field)


def test_what_came_back_lands_in_the_workspace_and_the_next_document_says_it(
    example_store: Store, tmp_path: Path
) -> None:
    report = made(example_store, "geconsolideerd", tmp_path / "rapport.docx")
    orders = [one.order for one in places(report) if one.kind == CHANGE][:8]
    copy = read(edit(tmp_path / "rapport.docx", tmp_path / "terug.docx", orders, tmp_path))
    example_store.do("Teruggelezen", reviewing.read_back, copy, "terug.docx")

    for remark in example_store.read(reviewing.remarks):
        assert not remark.conflict
        example_store.do("Overgenomen", reviewing.accept, remark.id)

    told = example_store.read(reporting.consolidated, example_store.read(recipes.standard, "geconsolideerd"))
    assert all(order.text in told.text() for order in orders)
    again = read(tmp_path / "terug.docx")
    assert example_store.do("Opnieuw", reviewing.read_back, again, "terug.docx").result.new == 0
