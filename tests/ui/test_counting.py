import pytest
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import boards, capturing, facet_index, facets, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui import counting
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs


def counted_right(desk: Desk, counts: Counting) -> bool:
    index = counts.index()
    assert index is not None
    return index.counts(Selection(), None) == desk.read(facets.facets, Selection())


def capture(desk: Desk) -> None:
    workshop = desk.read(preparing.workshops)[0].id
    desk.do("Vast", capturing.capture, "Nog een @politie #nooitgehoord", workshop=workshop)


def test_few_blocks_are_read_at_once(example_store: Store, jobs: Jobs) -> None:
    desk = Desk(example_store)

    assert counted_right(desk, Counting.of(desk, jobs))


def test_one_counts_for_all_places_of_a_desk(example_store: Store, jobs: Jobs) -> None:
    desk = Desk(example_store)

    assert Counting.of(desk, jobs) is Counting.of(desk, jobs)


def test_many_are_read_in_the_background_and_what_changes_meanwhile_is_taken_in(
    example_store: Store, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 10)
    monkeypatch.setattr(counting, "PART", 10)
    monkeypatch.setattr(facet_index, "PART", 10)
    desk = Desk(example_store)
    counts = Counting.of(desk, jobs)
    with qtbot.waitSignal(counts.ready):
        assert counts.index() is None
        capture(desk)
        block = desk.read(boards.find, Selection(), limit=3).blocks[2].id
        desk.do("Weg", capturing.remove_blocks, [block])
        assert counts.index() is None

    assert counted_right(desk, counts)


def test_it_follows_what_changes(example_store: Store, jobs: Jobs) -> None:
    desk = Desk(example_store)
    counts = Counting.of(desk, jobs)
    assert counts.index() is not None
    capture(desk)
    assert counted_right(desk, counts)
    desk.undo()
    assert counted_right(desk, counts)


def test_after_very_many_changes_it_begins_anew(
    example_store: Store, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MANY", 3)
    desk = Desk(example_store)
    counts = Counting.of(desk, jobs)
    first = counts.index()
    capture(desk)
    capture(desk)

    assert counted_right(desk, counts)
    assert counts.index() is not first


def test_a_job_that_is_stopped_can_be_asked_for_again(
    example_store: Store, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 10)
    desk = Desk(example_store)
    counts = Counting.of(desk, jobs)
    assert counts.index() is None
    jobs.cancel_all()
    qtbot.waitUntil(lambda: counts._coming is None)
    with qtbot.waitSignal(counts.ready):
        assert counts.index() is None

    assert counted_right(desk, counts)
