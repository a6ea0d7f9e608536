import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, codebook_editing, preparing
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, empty_store: Store) -> Desk:
    return Desk(empty_store)


@pytest.fixture
def workshop(desk: Desk) -> str:
    return desk.do("Sessie gemaakt", preparing.create_workshop, title="Proef")


def test_everyone_hears_what_a_step_changed_the_sender_too(desk: Desk, workshop: str) -> None:
    heard: list[Changes] = []
    desk.changed.connect(heard.append)
    captured = desk.do("Vastgelegd", capturing.capture, "Een inzicht @politie", workshop=workshop)
    assert captured is not None
    assert [changes.label for changes in heard] == ["Vastgelegd"]
    assert heard[0].rows("block") == {captured.block}
    assert heard[0].touches("tagging")


def test_undo_and_redo_are_told_like_any_step(desk: Desk, workshop: str) -> None:
    desk.do("Vastgelegd", capturing.capture, "Een inzicht", workshop=workshop)
    heard: list[str] = []
    desk.changed.connect(lambda changes: heard.append(f"{changes.kind} {changes.label}"))
    desk.undo()
    assert desk.read(boards.blocks_of, workshop) == ()
    desk.redo()
    assert [block.title for block in desk.read(boards.blocks_of, workshop)] == ["Een inzicht"]
    assert heard == ["undo Vastgelegd", "redo Vastgelegd"]


def test_a_step_that_changes_nothing_is_not_told(desk: Desk, workshop: str) -> None:
    heard: list[Changes] = []
    desk.changed.connect(heard.append)
    assert desk.do("Niets", capturing.capture, "   ", workshop=workshop) is None
    assert heard == []


def test_a_problem_reaches_the_caller_and_nobody_hears_of_a_change(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.changed.connect(heard.append)
    with pytest.raises(Problem, match="Geef de sessie een titel"):
        desk.do("Sessie", preparing.create_workshop, title=" ")
    assert heard == []


def test_what_is_done_aside_is_told_later_and_other_steps_wait_for_another_time(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.changed.connect(heard.append)

    def verb(session: Work) -> str:
        for act in (desk.undo, desk.redo, lambda: desk.do("Nog een", preparing.create_workshop, title="Twee")):
            with pytest.raises(Problem, match="Probeer het zo weer"):
                act()
        return preparing.create_workshop(session, title="Een")

    done = desk.do_aside("Sessie", verb)
    assert heard == []
    desk.tell(done)
    assert [changes.label for changes in heard] == ["Sessie"]
    assert desk.do("Nog een", preparing.create_workshop, title="Twee")


def test_it_says_when_the_last_step_was_on_disk(desk: Desk) -> None:
    assert desk.saved_at is None or desk.saved_at.year >= 2026
    desk.do("Sessie", preparing.create_workshop, title="Nog een")
    assert desk.saved_at is not None


def test_the_codebook_is_one_value_until_a_step_changes_it(empty_store: Store, codebook: Codebook) -> None:
    desk = Desk(empty_store)
    book = desk.book
    made = desk.do("Sessie", preparing.create_workshop, title="Proef")
    desk.do("Bouwsteen", capturing.capture, "Samen @politie #nieuw", workshop=made)
    assert desk.book is book
    police = codebook.by_slug["domein", "politie"].id
    desk.do("Naam", codebook_editing.rename, police, "Politie en boa’s")
    assert desk.book is not book
    assert desk.book.code(police).name == "Politie en boa’s"
    desk.undo()
    assert desk.book.code(police).name == book.code(police).name


def test_what_is_remembered_while_others_come_in_is_known_at_once_and_written_after_that(
    desk: Desk, empty_store: Store
) -> None:
    empty_store.merging = True
    desk.remember("half", "getypt")
    assert (desk.recall("half"), empty_store.recall("half")) == ("getypt", "")
    assert desk.unkept == {"half": "getypt"}

    empty_store.merging = False
    desk.remember("anders", "ook")
    assert (empty_store.recall("half"), empty_store.recall("anders")) == ("getypt", "ook")
    assert not desk.unkept


def test_what_had_to_wait_is_written_when_it_closes(
    qtbot: QtBot, tmp_path: Path, new_file: Path, around: Surroundings
) -> None:
    path = Path(shutil.copy(new_file, tmp_path / "werk.bouwstenen"))
    store = open_store(path, around)
    desk = Desk(store)
    store.merging = True
    desk.remember("half", "getypt")
    store.merging = False
    desk.close()
    again = open_store(path, around)
    assert again.recall("half") == "getypt"
    again.close()
