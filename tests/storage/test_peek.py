from pathlib import Path

from bouwstenen_app.services import preparing
from bouwstenen_app.storage.peek import FIRST_LOOK, glance
from bouwstenen_app.storage.store import Store


def test_a_glance_sees_the_first_look_the_last_step_and_what_was_remembered(empty_store: Store) -> None:
    empty_store.remember(FIRST_LOOK, "een beeld")
    empty_store.remember("concept:w", "half getypt")
    step = empty_store.do("Sessie", preparing.create_workshop, title="Proef").changes
    seen = glance(empty_store.path)
    assert seen is not None
    assert step is not None
    assert (seen.first_look, seen.step, seen.remembered) == ("een beeld", step.step, {"concept:w": "half getypt"})


def test_without_a_first_look_there_is_nothing_to_see(empty_store: Store) -> None:
    assert glance(empty_store.path) is None


def test_a_glance_changes_nothing_and_makes_nothing(tmp_path: Path, empty_store: Store) -> None:
    empty_store.remember(FIRST_LOOK, "een beeld")
    before = empty_store.path.read_bytes()
    assert glance(empty_store.path)
    assert empty_store.path.read_bytes() == before
    assert glance(tmp_path / "bestaat niet.bouwstenen") is None
    assert not (tmp_path / "bestaat niet.bouwstenen").exists()


def test_what_is_no_workspace_gives_nothing(tmp_path: Path) -> None:
    for name, data in (("leeg", b""), ("tekst", b"hallo" * 200), ("kop", b"SQLite format 3\x00" + bytes(500))):
        path = tmp_path / name
        path.write_bytes(data)
        assert glance(path) is None
    assert glance(tmp_path) is None
