import csv
from pathlib import Path

import pytest
from tests.protection import PASSWORD, put_under

from bouwstenen_app.domain import audit
from bouwstenen_app.services import auditing, unlocking
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store


def _told(store: Store) -> list[str]:
    return [entry.line.told for entry in store.read(auditing.entries, store.laptop)]


def test_r14_an_act_is_kept_with_its_time_and_counts_the_newest_first(empty_store: Store) -> None:
    auditing.note(empty_store, audit.OPENED)
    auditing.note(empty_store, audit.EXPORTED, "docx", 12, 2)

    newest, oldest = empty_store.read(auditing.entries, empty_store.laptop)
    assert newest.line == audit.Line("exported", "docx", 12, 2)
    assert newest.line.told == "Geëxporteerd (docx): 12 bouwstenen; 2 bevindingen bewust laten staan"
    assert newest.at >= oldest.at
    assert newest.here
    assert empty_store.undoable() is None, "no step of its own"


def test_r14_a_line_that_was_written_can_not_be_changed_or_taken_away(empty_store: Store) -> None:
    auditing.note(empty_store, audit.OPENED)
    empty_store.close()
    connection = bare(empty_store.path, "rw")
    for statement in ("UPDATE audit SET act = 'paper'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="the log is not changed"):
            connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("act", "kind"),
    [("verzonnen", ""), (audit.PAPER, "Gezin Jansen"), (audit.EXPORTED, "rapport van mevrouw.docx"), ("", "")],
)
def test_r14_a_text_or_an_unknown_act_is_a_mistake_of_ours(empty_store: Store, act: str, kind: str) -> None:
    with pytest.raises(ValueError, match=":"):
        auditing.note(empty_store, act, kind)
    assert _told(empty_store) == []


def test_r14_the_log_goes_to_a_table_that_a_spreadsheet_reads(empty_store: Store, tmp_path: Path) -> None:
    auditing.note(empty_store, audit.MERGED, "3", 120)
    auditing.note(empty_store, audit.ERASED, count=1)
    for _ in auditing.export(empty_store, tmp_path / "logboek.csv"):
        pass

    text = (tmp_path / "logboek.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["In woorden"] for row in rows] == [
        "Gewist: 1 bouwsteen",
        "Samengevoegd: 120 nieuwe bouwstenen uit 3 bestanden",
    ]
    assert {row["Laptop"] for row in rows} == {"deze laptop"}


def test_r14_the_log_stays_when_the_workspace_gets_a_password_and_loses_it(
    empty_store: Store, around: Surroundings
) -> None:
    auditing.note(empty_store, audit.OPENED)
    path = empty_store.path
    empty_store.close()
    for key in (unlocking.new_key(PASSWORD, PASSWORD), None):
        put_under(path, around, key)
        store = open_store(path, around)
        assert "Geopend" in _told(store)
        assert copies.faults(path, key) == ()
        store.close()
    store = open_store(path, around)
    assert _told(store) == ["Wachtwoord weggehaald", "Wachtwoord ingesteld", "Geopend"]
    store.close()


def test_a_copy_to_look_at_keeps_no_line(empty_store: Store, around: Surroundings) -> None:
    looking = open_store(empty_store.path, around)
    auditing.note(looking, audit.OPENED)
    looking.close()

    assert _told(empty_store) == []


def test_a_line_of_another_laptop_is_told_as_such(empty_store: Store) -> None:
    auditing.note(empty_store, audit.OPENED, "opdrachtregel")

    (entry,) = empty_store.read(auditing.entries, "een ander")
    assert not entry.here
    assert entry.line.told == "Geopend op de opdrachtregel"
