"""What comes along outside the journal, of a file in which anything may stand."""

from typing import Any

import pytest
from sqlalchemy import select

from bouwstenen_app.storage import alongside
from bouwstenen_app.storage.kinds import strange_columns
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.trust_tables import AuditRow

WHO = "ab" * 16
AT = "2026-12-01T02:00:00"


def brought(store: Store, lines: list[tuple[Any, ...]], drafts: dict[Any, Any]) -> list[tuple[str, int]]:
    store.aside(lambda session: alongside.bring(session, lines, drafts))
    logged = store.read(lambda session: session.execute(select(AuditRow.act, AuditRow.count)).all())
    return [(act, count) for act, count in logged]


def test_a_line_of_the_log_comes_along_once(store: Store) -> None:
    line = (AT, WHO, "exported", "docx", 3, 0)
    assert brought(store, [line], {}).count(("exported", 3)) == 1
    assert brought(store, [line, line], {}).count(("exported", 3)) == 2


@pytest.mark.parametrize("count", [float("inf"), 1e30, None, "veel", b"3", -1, 1 << 62])
def test_a_line_with_a_strange_number_is_no_line_of_a_log(store: Store, count: object) -> None:
    before = brought(store, [], {})
    assert brought(store, [(AT, WHO, "exported", "docx", count, 0)], {}) == before


@pytest.mark.parametrize("key", [b"concept:a", None, 7, "concept:" + "a" * 30_000])
def test_a_half_typed_text_under_a_strange_key_stays_out(store: Store, key: object) -> None:
    brought(store, [], {key: "half", "concept:b": "ook half"})
    assert store.recall("concept:b") == "ook half"
    with store._reads.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        assert [*strange_columns(driver)] == []
        (count,) = driver.execute("SELECT count(*) FROM local WHERE value = 'half'").fetchone()
    assert count == 0


@pytest.mark.parametrize("text", [b"half", None, 7, "a" * 30_000])
def test_a_half_typed_text_that_is_none_stays_out(store: Store, text: object) -> None:
    brought(store, [], {"concept:b": text})
    assert store.recall("concept:b") == ""


def test_a_long_half_typed_text_that_nobody_changed_stays(store: Store) -> None:
    store.remember("concept:b", "a" * 30_000)
    alongside.note(store)
    brought(store, [], {"concept:b": "a" * 30_000})
    assert store.recall("concept:b") == "a" * 30_000
    brought(store, [], {})
    assert store.recall("concept:b") == "", "it was stored elsewhere"
