from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import preparing
from bouwstenen_app.storage import history
from bouwstenen_app.storage.store import Store


def _rename(store: Store, workshop: str, title: str) -> Changes:
    changes = store.do(f"Titel {title}", preparing.edit_workshop, workshop, title=title).changes
    assert changes is not None
    return changes


def test_the_last_step_standing_is_offered_for_undo(store: Store, workshop: str) -> None:
    _rename(store, workshop, "A")
    _rename(store, workshop, "B")

    labels = []
    while step := store.undoable():
        labels.append(step.label)
        store.undo()

    assert labels == ["Titel B", "Titel A", "Sessie gemaakt"]


def test_what_filled_the_workspace_is_not_offered(store: Store) -> None:
    store.undo()

    assert store.undoable() is None
    assert store.read(history.numbers)


def test_a_step_that_was_done_again_is_offered_once_more(store: Store, workshop: str) -> None:
    _rename(store, workshop, "A")
    for _ in range(3):
        store.undo()
        store.redo()

    step = store.undoable()
    assert step is not None
    assert step.label == "Titel A"


def test_redo_offers_the_steps_in_the_order_in_which_they_were_done(store: Store, workshop: str) -> None:
    for title in "ABC":
        _rename(store, workshop, title)
    for _ in range(3):
        store.undo()

    labels = []
    while step := store.redoable():
        labels.append(step.label)
        store.redo()

    assert labels == ["Titel A", "Titel B", "Titel C"]


def test_nothing_is_offered_for_redo_after_something_new(store: Store, workshop: str) -> None:
    _rename(store, workshop, "A")
    store.undo()
    _rename(store, workshop, "B")

    assert store.redoable() is None
    assert store.redo() is None


def test_a_step_taken_back_by_name_is_passed_over(store: Store, workshop: str) -> None:
    old = _rename(store, workshop, "A")
    store.do("Plaats", preparing.edit_workshop, workshop, place="Utrecht")
    store.undo(old.step)

    step = store.undoable()
    assert step is not None
    assert step.label == "Plaats"
    redo = store.redoable()
    assert redo is not None
    assert redo.label == "Titel A"


def test_a_step_is_found_by_its_id_with_all_that_is_known_of_it(store: Store, workshop: str) -> None:
    changes = _rename(store, workshop, "A")
    step = store.read(history.step, changes.step)

    assert step is not None
    assert (step.id, step.label, step.kind, step.of) == (changes.step, "Titel A", "do", None)
    assert step == store.undoable()
    assert store.read(history.step, "nergens") is None


def test_the_numbers_of_steps_count_on(store: Store, workshop: str) -> None:
    before = store.read(history.numbers)
    _rename(store, workshop, "A")
    store.undo()
    after = store.read(history.numbers)

    assert after == {**before, store.laptop: before[store.laptop] + 2}
