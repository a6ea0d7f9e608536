import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bouwstenen_app.domain.changes import Change, Changes
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, preparing, tagging
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED, BlockRow, ClusterRow, StepRow, WorkshopRow
from bouwstenen_app.surroundings import fill_empty

Rows = dict[str, dict[str, dict[str, Any]]]


def _capture(store: Store, text: str, workshop: str) -> str:
    captured = store.do("Bouwsteen vastgelegd", capturing.capture, text, workshop=workshop).result
    assert captured is not None
    return captured.block


def _texts(store: Store, workshop: str) -> list[str]:
    return [block.title for block in store.read(boards.blocks_of, workshop)]


def _steps(store: Store) -> list[str]:
    return store.read(lambda s: list(s.scalars(select(StepRow.stamp).order_by(StepRow.laptop, StepRow.number))))


# ---------------------------------------------------------------------- do


def test_a_step_gives_what_the_verb_gave_and_what_it_changed(store: Store, workshop: str) -> None:
    done = store.do("Bouwsteen vastgelegd", capturing.capture, "Een @politie", workshop=workshop)

    assert done.result is not None
    assert done.changes is not None
    assert (done.changes.label, done.changes.kind, done.changes.of) == ("Bouwsteen vastgelegd", "do", None)
    assert done.changes.rows("block") == {done.result.block}
    assert done.changes.touches("tagging")


def test_a_label_may_be_made_of_what_the_verb_gave(store: Store, workshop: str) -> None:
    done = store.do(
        lambda found: f"{len(found)} vastgelegd", capturing.capture_lines, ["a", "b"], workshop=workshop
    )

    assert done.changes is not None
    assert done.changes.label == "2 vastgelegd"


def test_what_changes_nothing_is_no_step(store: Store, workshop: str) -> None:
    before = _steps(store)
    done = store.do("Zelfde titel", preparing.edit_workshop, workshop, title="Proef")

    assert done.changes is None
    assert _steps(store) == before
    assert store.saved_at is not None, "the session of the test was saved before"


def test_a_verb_that_raises_leaves_nothing(store: Store, workshop: str, rows_of: Callable[[Store], Rows]) -> None:
    before, steps = rows_of(store), _steps(store)

    def half(session: Work) -> None:
        capturing.capture(session, "Half @politie", workshop=workshop)
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.do("Half", half)

    assert rows_of(store) == before
    assert _steps(store) == steps
    assert _capture(store, "Daarna gaat het gewoon verder", workshop)


def test_a_label_that_cannot_be_made_leaves_nothing(store: Store, workshop: str) -> None:
    def label(_: object) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.do(label, capturing.capture, "Half", workshop=workshop)
    assert _texts(store, workshop) == []


def test_a_mistake_of_ours_is_not_told_as_a_problem_of_the_disk(store: Store, workshop: str, no_id: str) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY") as raised:
        store.do("Fout", capturing.capture, "Ronde van niets", workshop=workshop, round=no_id)

    assert not isinstance(raised.value, Problem)
    assert _texts(store, workshop) == []


def test_when_it_was_saved_is_known_after_a_step(empty_store: Store) -> None:
    before = datetime.now()
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")

    assert empty_store.saved_at is not None
    assert before <= empty_store.saved_at <= datetime.now()


def test_stamps_grow_and_numbers_count_on(tmp_path: Path, around: Surroundings) -> None:
    store = create(tmp_path / "eigen.bouwstenen", around, fill_empty)
    workshop = store.do("Sessie gemaakt", preparing.create_workshop, title="Proef").result
    for number in range(20):
        _capture(store, f"Bouwsteen {number}", workshop)
    store.undo()
    stamps = _steps(store)

    assert stamps == sorted(set(stamps))
    numbers = store.read(lambda s: list(s.scalars(select(StepRow.number).order_by(StepRow.number))))
    assert numbers == list(range(1, len(stamps) + 1))
    store.close()


def test_stamps_grow_in_a_copy_on_a_laptop_whose_clock_is_behind(
    store: Store, workshop: str, around: Surroundings, tmp_path: Path
) -> None:
    _capture(store, "Op de ene laptop", workshop)
    copy = tmp_path / "kopie.bouwstenen"
    store.copy_to(copy)
    behind = Surroundings(tmp_path / "ander", "cd" * 16, around.new_id, lambda: datetime(2020, 1, 1))

    other = open_store(copy, behind)
    _capture(other, "Op de andere", workshop)
    stamps = sorted(other.read(lambda s: list(s.execute(select(StepRow.stamp, StepRow.label, StepRow.at)))))
    other.close()

    assert stamps[-1].at.startswith("2020"), "the last stamp is of the step that was made last"


def test_two_threads_may_write_and_no_step_gets_lost(store: Store, workshop: str) -> None:
    def write(name: str) -> None:
        for number in range(15):
            _capture(store, f"{name} {number}", workshop)

    threads = [threading.Thread(target=write, args=(name,)) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(_texts(store, workshop)) == 30
    numbers = store.read(lambda s: list(s.scalars(select(StepRow.number).where(StepRow.kind == "do"))))
    assert len(numbers) == len(set(numbers))
    spoken = [block.spoken_id for block in store.read(boards.blocks_of, workshop)]
    assert len(set(spoken)) == 30


# ---------------------------------------------------------------------- undo and redo


def test_undo_and_redo_go_back_and_forth_over_everything(
    store: Store, workshop: str, codebook: Codebook, rows_of: Callable[[Store], Rows]
) -> None:
    states = [rows_of(store)]
    block = _capture(store, "Eerst @politie #leefwereld", workshop)
    states.append(rows_of(store))
    store.do("Anders", capturing.edit_block, block, title="Daarna", votes=3, conditions=["geld"])
    states.append(rows_of(store))
    store.do("Tag", tagging.tag, [block], [codebook.by_slug["domein", "huisarts"].id])
    states.append(rows_of(store))
    store.do("Weg", capturing.remove_blocks, [block])
    states.append(rows_of(store))

    seen = [rows_of(store)]
    for _ in range(3):
        assert store.undo() is not None
        seen.append(rows_of(store))
    assert [_standing(rows) for rows in seen] == [_standing(rows) for rows in reversed(states[1:])]

    for state in states[2:]:
        assert store.redo() is not None
        assert _standing(rows_of(store)) == _standing(state)
    assert store.redo() is None


def test_undo_of_a_new_block_puts_it_in_the_bin_and_redo_takes_it_out(store: Store, workshop: str) -> None:
    block = _capture(store, "Nieuw", workshop)

    store.undo()
    found = store.read(boards.block, block)
    assert found is not None
    assert found.removed

    store.redo()
    found = store.read(boards.block, block)
    assert found is not None
    assert not found.removed


def test_undo_and_redo_work_after_the_file_was_closed(store: Store, workshop: str, around: Surroundings) -> None:
    _capture(store, "Een", workshop)
    _capture(store, "Twee", workshop)
    store.undo()
    store.close()

    again = open_store(store.path, around)
    assert _texts(again, workshop) == ["Een"]
    undone = again.undo()
    assert undone is not None
    assert _texts(again, workshop) == []
    again.close()

    again = open_store(store.path, around)
    assert again.redo() is not None
    assert again.redo() is not None
    assert _texts(again, workshop) == ["Twee", "Een"]
    again.close()


def test_undo_tells_what_it_changed_and_of_which_step(store: Store, workshop: str) -> None:
    done = store.do("Titel", preparing.edit_workshop, workshop, title="Anders").changes
    assert done is not None
    undone = store.undo()

    assert undone is not None
    assert (undone.label, undone.kind, undone.of) == ("Titel", "undo", done.step)
    assert undone.changes == (Change("workshop", workshop, {"title": "Anders"}, {"title": "Proef"}),)
    redone = store.redo()
    assert redone is not None
    assert (redone.kind, redone.of) == ("redo", done.step)


def test_undo_writes_a_field_back_only_if_it_still_has_what_the_step_gave_it(store: Store, workshop: str) -> None:
    block = _capture(store, "Eerst", workshop)
    old = store.do("Bewerkt", capturing.edit_block, block, title="Tweede", note="kladje").changes
    store.do("Titel", capturing.edit_block, block, title="Derde")
    assert old is not None

    store.undo(old.step)

    found = store.read(boards.block, block)
    assert found is not None
    assert (found.title, found.note) == ("Derde", "")


def test_an_old_step_is_taken_back_by_its_id_weeks_later(store: Store, workshop: str, around: Surroundings) -> None:
    blocks = [_capture(store, f"Bouwsteen {n}", workshop) for n in range(3)]
    old = store.do("Drie stemmen", capturing.set_votes, dict.fromkeys(blocks, 3)).changes
    assert old is not None
    for number in range(5):
        _capture(store, f"Daarna {number}", workshop)
    store.close()

    again = open_store(store.path, around)
    undone = again.undo(old.step)
    assert undone is not None
    assert undone.rows("block") == set(blocks)
    assert {b.votes for b in again.read(boards.blocks, blocks)} == {0}
    assert len(_texts(again, workshop)) == 8
    again.close()


def test_a_step_of_which_nothing_holds_any_more_does_not_stand_in_the_way(store: Store, workshop: str) -> None:
    first = store.do("A", preparing.edit_workshop, workshop, title="A").changes
    store.do("Terug", preparing.edit_workshop, workshop, title="Proef")
    last = store.do("Weer A", preparing.edit_workshop, workshop, title="A").changes
    assert first is not None
    assert last is not None
    store.undo(first.step)  # also takes the value of the last step away, which now has nothing to take back

    undone = store.undo()

    assert undone is not None
    assert undone.label == "Terug"
    assert undone.of not in (first.step, last.step)


def test_there_may_be_nothing_to_take_back(store: Store, no_id: str) -> None:
    assert store.undo(no_id) is None
    assert store.undo() is not None
    assert store.undo() is None


def test_taking_a_named_step_back_twice_is_no_second_step(store: Store, workshop: str) -> None:
    done = store.do("Titel", preparing.edit_workshop, workshop, title="Anders").changes
    assert done is not None
    assert store.undo(done.step) is not None
    before = _steps(store)

    assert store.undo(done.step) is None
    assert _steps(store) == before


def test_redo_is_gone_after_something_new(store: Store, workshop: str) -> None:
    _capture(store, "Een", workshop)
    store.undo()
    _capture(store, "Twee", workshop)

    assert store.redoable() is None
    assert store.redo() is None
    assert _texts(store, workshop) == ["Twee"]


def test_what_filled_the_workspace_cannot_be_taken_back(example_store: Store) -> None:
    assert example_store.undo() is None
    assert example_store.undoable() is None
    assert len(example_store.read(preparing.workshops)) == 3


def test_undo_in_a_copy_elsewhere_leaves_the_steps_of_the_original_alone(
    store: Store, around: Surroundings, tmp_path: Path
) -> None:
    store.copy_to(tmp_path / "kopie.bouwstenen")
    copy = open_store(tmp_path / "kopie.bouwstenen", around)

    assert copy.undoable() is None
    copy.close()


# ---------------------------------------------------------------------- the journal holds everything


def test_replaying_the_journal_gives_the_tables(
    example_store: Store, codebook: Codebook, rows_of: Callable[[Store], Rows]
) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    blocks = [block.id for block in example_store.read(boards.blocks_of, workshop.id)]
    captured = _capture(example_store, "Nieuw @politie #onbekend +3 nodig: a, b", workshop.id)
    example_store.do("Anders", capturing.edit_block, captured, conditions=["c"], round_id=workshop.rounds[1].id)
    example_store.do("Codes", tagging.set_codes, captured, "thema", [codebook.of("thema")[3].id])
    example_store.do("Weg", preparing.remove_workshops, [workshop.id])
    example_store.undo()
    example_store.do("Stemmen", capturing.set_votes, dict.fromkeys(blocks[:5], 9))
    example_store.undo()
    example_store.redo()

    assert _replayed(example_store) == rows_of(example_store)


def _replayed(store: Store) -> Rows:
    """Apply every *after* of the journal, in order, to nothing."""
    rows: Rows = {table: {} for table in JOURNALED}
    for step in store.read(lambda s: list(s.scalars(select(StepRow.id).order_by(StepRow.stamp)))):
        for change in store.read(journal.read, step):
            row = rows[change.table].setdefault(change.row, dict(defaults_of(change.table)))
            row.update(change.after)
    return rows


def defaults_of(table: str) -> dict[str, Any]:
    known = journal.defaults_of(table)
    return {name: list(value) if isinstance(value, list) else value for name, value in known.items()}


def _standing(rows: Rows) -> Rows:
    return {table: {k: v for k, v in found.items() if not v["removed"]} for table, found in rows.items()}


class Workspace(RuleBasedStateMachine):
    """Any order of capture, edit, tag, remove, restore, undo and redo, beside a model that keeps whole states."""

    blocks = Bundle("blocks")
    fresh: Callable[[], tuple[Store, str, Codebook]]
    rows_of: Callable[[Store], Rows]

    @initialize()
    def start(self) -> None:
        self.store, self.workshop, self.book = type(self).fresh()
        self.past: list[dict[str, Any]] = []
        self.future: list[dict[str, Any]] = []
        self.now: dict[str, Any] = {}

    @rule(target=blocks, votes=st.integers(0, 3), tag=st.sampled_from(["", " @politie", " #leefwereld @om"]))
    def capture(self, votes: int, tag: str) -> str:
        return self._do(capturing.capture, f"Nieuw{tag} +{votes}", workshop=self.workshop).block

    @rule(block=blocks, title=st.sampled_from(["Een", "Twee", "Nieuw"]), votes=st.integers(0, 2))
    def edit(self, block: str, title: str, votes: int) -> None:
        self._do(capturing.edit_block, block, title=title, votes=votes)

    @rule(block=blocks, code=st.integers(0, 5))
    def tag(self, block: str, code: int) -> None:
        self._do(tagging.tag, [block], [self.book.of("soort")[code].id])

    @rule(block=blocks, codes=st.lists(st.integers(0, 3), max_size=3, unique=True))
    def set_codes(self, block: str, codes: list[int]) -> None:
        self._do(tagging.set_codes, block, "domein", [self.book.of("domein")[code].id for code in codes])

    @rule(block=blocks)
    def untag(self, block: str) -> None:
        self._do(tagging.untag, [block], [self.book.by_slug["domein", "politie"].id])

    @rule(block=blocks)
    def remove(self, block: str) -> None:
        self._do(capturing.remove_blocks, [block])

    @rule(block=blocks)
    def restore(self, block: str) -> None:
        self._do(capturing.restore_blocks, [block])

    @rule()
    def undo(self) -> None:
        changes = self.store.undo()
        assert (changes is not None) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert self.store.redo() is not None
        self.past.append(self.now)
        self.now = self.future.pop()

    @precondition(lambda self: not self.future)
    @rule()
    def redo_of_nothing(self) -> None:
        assert self.store.redo() is None

    @invariant()
    def the_workspace_is_what_the_model_says(self) -> None:
        assert self._seen() == self.now

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert _replayed(self.store) == type(self).rows_of(self.store)
            self.store.close()
            self.store.path.unlink()

    def _do(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        done = self.store.do("Stap", verb, *args, **kwargs)
        if done.changes is not None:
            self.past.append(self.now)
            self.future = []
            self.now = self._seen()
        return done.result

    def _seen(self) -> dict[str, Any]:
        """What a person can see: blocks that stand, with their tags."""
        return {b.id: b for b in self.store.read(boards.blocks_of, self.workshop)}


def test_any_order_of_steps_undo_and_redo_agrees_with_a_simple_model(
    store: Store,
    workshop: str,
    around: Surroundings,
    codebook: Codebook,
    tmp_path: Path,
    rows_of: Callable[[Store], Rows],
) -> None:
    start = tmp_path / "begin.bouwstenen"
    store.copy_to(start)
    count = iter(range(10_000))

    def fresh() -> tuple[Store, str, Codebook]:
        path = tmp_path / f"{next(count)}.bouwstenen"
        shutil.copy(start, path)
        return open_store(path, around), workshop, codebook

    machine = cast(Any, type("WorkspaceOfTest", (Workspace,), {}))
    machine.fresh = staticmethod(fresh)
    machine.rows_of = staticmethod(rows_of)
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=20, deadline=None, print_blob=False)
    )


# ---------------------------------------------------------------------- read-only, copies, what is remembered


def test_a_read_only_store_answers_and_refuses_the_rest_with_its_reason(
    store: Store, workshop: str, around: Surroundings
) -> None:
    reason = "Alleen kijken, {who}."
    looking = Store(
        store.path,
        open_engine(store.path, read_only=True),
        laptop="ab" * 16,
        new_id=around.new_id,
        now=around.now,
        refusal=Problem(reason, who="jij"),
    )

    assert looking.read_only
    assert looking.read(preparing.workshops)[0].id == workshop
    with pytest.raises(Problem, match=r"Alleen kijken, jij\."):
        looking.do("Nee", preparing.edit_workshop, workshop, title="x")
    with pytest.raises(Problem, match=r"Alleen kijken, jij\."):
        looking.undo(looking.read(lambda s: s.scalars(select(StepRow.id)).first()))
    looking.remember("plek", "capture")
    assert looking.recall("plek") == ""
    looking.close()


def test_what_belongs_to_this_laptop_is_remembered_outside_the_journal(store: Store, around: Surroundings) -> None:
    before = _steps(store)
    store.remember("concept", "half getypt @pol")
    store.remember("concept", "half getypt @politie")
    store.close()

    again = open_store(store.path, around)
    assert again.recall("concept") == "half getypt @politie"
    assert again.recall("iets anders") == ""
    assert _steps(again) == before
    again.close()


def test_a_copy_is_complete_and_the_store_goes_on(
    store: Store, workshop: str, around: Surroundings, tmp_path: Path, rows_of: Callable[[Store], Rows]
) -> None:
    _capture(store, "Een", workshop)
    store.copy_to(tmp_path / "kopie.bouwstenen")
    expected = rows_of(store)
    _capture(store, "Twee", workshop)

    copy = open_store(tmp_path / "kopie.bouwstenen", around)
    assert rows_of(copy) == expected
    copy.close()


def test_a_sound_workspace_has_no_faults(example_store: Store) -> None:
    assert example_store.faults() == ()


def test_nothing_stays_beside_the_file_after_closing(store: Store, workshop: str) -> None:
    _capture(store, "Een", workshop)
    assert store.path.with_name(store.path.name + "-journal").exists()
    store.close()

    assert [file.name for file in store.path.parent.glob("leeg*")] == [store.path.name]


def test_a_file_that_was_moved_away_takes_no_new_work_without_a_word(store: Store, workshop: str) -> None:
    _capture(store, "Een", workshop)
    moved = store.path.rename(store.path.with_name("verplaatst.bouwstenen"))

    with pytest.raises(Problem):
        _capture(store, "Twee", workshop)

    assert not store.path.exists()
    moved.rename(store.path)
    assert _capture(store, "Drie", workshop)
    assert _texts(store, workshop) == ["Drie", "Een"]


def test_a_question_may_ask_for_nothing_but_answers(store: Store) -> None:
    def question(session: Session) -> str | None:
        return session.scalar(select(WorkshopRow.title))

    assert store.read(question) == "Proef"


def test_rows_hang_on_a_small_number_of_this_file_that_is_not_in_the_journal(store: Store, workshop: str) -> None:
    changes = store.do("Bouwsteen", capturing.capture, "Een", workshop=workshop).changes

    assert isinstance(changes, Changes)
    assert all("row" not in change.after for change in changes.changes)
    assert store.read(lambda s: s.scalar(select(BlockRow.row))) == 1


def test_a_sound_file_is_sound_and_a_damaged_one_is_not(example_store: Store, around: Surroundings) -> None:
    assert example_store.is_sound()
    path = example_store.path
    example_store.close()
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096 * 2 // 3, len(data) // 4096, 7):
        data[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    path.write_bytes(data)
    damaged = open_store(path, around)
    assert not damaged.is_sound()
    damaged.close()


def test_a_step_that_refers_to_nothing_is_a_mistake_of_ours_unless_the_file_itself_does_so(
    store: Store, workshop: str
) -> None:
    with pytest.raises(IntegrityError):
        store.do("Los", _of_no_session)
    connection = connect(store.path)
    connection.execute("PRAGMA foreign_keys=OFF").fetchall()
    connection.execute("UPDATE code SET dimension_id = ?", ("ef" * 16,))
    connection.close()

    with pytest.raises(Problem, match="beschadigd"):
        store.do("Los", _of_no_session)
    assert workshop in {one.id for one in store.read(preparing.workshops)}


def _of_no_session(session: Work) -> None:
    defaults = journal.defaults_of("cluster")
    journal.insert_rows(session, ClusterRow, [{**defaults, "id": "ab" * 16, "workshop_id": "cd" * 16, "name": "x"}])
