"""At the gate of a file of data is every identifier that stands in it, and none that does not."""

import re
from datetime import datetime
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from bouwstenen_app.domain.erasing import TEXTS
from bouwstenen_app.services import (
    attendance,
    bundling,
    capturing,
    editions,
    exporting,
    filters,
    leaving,
    preparing,
    recipes,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED

NOW = datetime(2026, 12, 1, 2)
NUMBER = re.compile(r"06-\d{8}")


def numbered(session: Work) -> None:
    """Put a telephone number of its own in every field of every row in which words stand."""
    numbers = (f"bel 06-{one}" for one in count(11_000_000, 7))
    for table, fields in TEXTS.items():
        row_class = JOURNALED[table]
        listed = {name for name in fields if isinstance(journal.defaults_of(table)[name], list)}
        rows = {
            row: {name: [next(numbers)] if name in listed else next(numbers) for name in fields}
            for row in session.scalars(select(row_class.id))
        }
        journal.update_rows(session, row_class, rows)


@pytest.fixture
def store(empty_store: Store) -> Store:
    """A workspace with a row in most tables, and a number in every text of it."""
    store = empty_store
    workshop = store.do("Sessie", preparing.create_workshop, title="Proef", region="Hier", rounds=("Een",)).result
    store.do("Erbij", attendance.set_attendance, workshop, "School", 4)
    made = [
        store.do("Vast", capturing.capture, f"Nummer {n} #nieuw{n} #terugkoppeling", workshop=workshop).result
        for n in (1, 2)
    ]
    ids = [one.block for one in made if one is not None]
    store.do("Bundel", bundling.bundle_blocks, ids)
    store.do("Filter", filters.save, "Alles", Selection(query="nummer"))
    store.do("Recept", recipes.save_as, "geconsolideerd", "Stuurgroep")
    store.do("Gemaakt", editions.record, "geconsolideerd", "", 1, 1, "Omdat het mag")
    store.do("Nummers", numbered)
    return store


def words_of(path: Path) -> str:
    if path.suffix in (".xlsx", ".qdpx"):
        with ZipFile(path) as package:
            return "\n".join(package.read(name).decode() for name in package.namelist())
    return path.read_text("utf-8")


def exported(store: Store, target: Path) -> tuple[set[str], set[str]]:
    """Return the numbers in a file, and those at its gate."""
    found: list[Noticed] = []
    for _ in exporting.export(store, target, now=NOW, passes=found.extend):
        pass
    return set(NUMBER.findall(words_of(target))), {one.finding.text for one in found}


@pytest.mark.parametrize("kind", exporting.KINDS)
def test_r02_at_the_gate_is_what_is_in_the_file_and_nothing_else(store: Store, tmp_path: Path, kind: str) -> None:
    inside, asked = exported(store, tmp_path / f"uit{kind}")
    assert inside
    assert inside - asked == set()
    assert asked - inside == set()


def test_r02_a_name_of_a_place_or_a_code_is_no_finding(store: Store) -> None:
    known = store.read(leaving.no_persons)
    (workshop,) = store.read(preparing.workshops)
    assert {workshop.region, workshop.place, workshop.attendance[0].organisation} <= known


def test_a_row_is_called_by_its_number_or_by_what_it_is() -> None:
    assert leaving.called("block", {"prefix": "RH", "number": 7, "title": "Warm"}) == "RH-007 Warm"
    assert leaving.called("bundle", {"number": 5}) == "K-05"
    assert leaving.called("workshop", {"title": "Najaar"}) == "Sessie Najaar"
    assert leaving.called("consent", {"note": "tekst"}) == "Notitie bij een afstemming"
