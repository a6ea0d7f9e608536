import pytest
from pytestqt.qtbot import QtBot
from tests.services.copies import copy_of

from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.services import capturing, recipes, reporting, reviewing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.review_found import FoundRemarks


@pytest.fixture
def report(example_store: Store) -> Report:
    return example_store.read(reporting.consolidated, example_store.read(recipes.standard, "meeleesversie"))


def test_after_every_step_the_remarks_are_those_that_are_there(
    example_store: Store, report: Report, qtbot: QtBot
) -> None:
    belongs = list(dict.fromkeys(one.said.belongs for one in placed(report) if one.said.belongs))
    blocks = [one for one in belongs if one.startswith("block:") and one.endswith(":explanation")][:6]
    desk = Desk(example_store)
    found = FoundRemarks(desk)
    desk.changed.connect(found.take_in)

    def fits() -> None:
        found.refresh()
        kept = desk.read(reviewing.remarks)
        assert list(found.remarks) == [one for _, inside in reviewing.grouped(kept) for one in inside]
        assert all(found.name(one.subject).spoken_id == one.spoken_id for one in found.remarks)

    for author in ("Annet", "Bas"):
        tracked = {one: {author: f"Nieuw van {author}."} for one in blocks}
        said = {blocks[0]: "Hm.", belongs[0]: "Algemeen."}
        copy = copy_of(report, tracked=tracked, comments=said, author=author)
        desk.do("Teruggelezen", reviewing.read_back, copy, f"{author}.docx")
        fits()
    changes = [one for one in found.remarks if one.can_land]
    desk.do("Overgenomen", reviewing.accept, changes[0].id)
    fits()
    desk.do("Afgewezen", reviewing.reject, changes[1].id)
    fits()
    desk.do(
        "Hier", capturing.edit_block, changes[-1].subject.partition(":")[2], title="Anders", explanation="Anders."
    )
    fits()
    for _ in range(4):
        desk.undo()
        fits()
    desk.do("Weg", reviewing.forget, found.reviews[0].id)
    fits()


def test_a_step_that_touches_no_remark_costs_no_reading(example_store: Store, report: Report, qtbot: QtBot) -> None:
    desk = Desk(example_store)
    found = FoundRemarks(desk)
    found.refresh()
    desk.changed.connect(found.take_in)
    block = next(one.said.source.split(":")[1] for one in placed(report) if one.said.source.startswith("block:"))
    desk.do("Titel", capturing.edit_block, block, title="Anders")

    assert not found.is_stale
