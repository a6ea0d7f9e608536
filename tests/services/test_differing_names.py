"""The names of what a difference is about: everything that can differ has one."""

from tests.storage.laptops import content

from bouwstenen_app.services import differing, differing_names
from bouwstenen_app.storage.store import Store


def test_everything_in_the_example_that_can_differ_has_a_name(example_store: Store) -> None:
    rows = [
        (table, row)
        for table, found in content(example_store).items()
        if table in differing.TABLES
        for row in found
    ]
    named = example_store.read(differing_names.subjects, rows)
    assert {table for table, _ in rows} >= {"block", "workshop", "round", "attendance", "code"}
    assert {*named} == {*rows}
    assert all(named.values())
