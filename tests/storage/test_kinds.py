from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, codebooks, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.kinds import strange_columns
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store

SAMPLES = Path(__file__).parents[1] / "samples"
STRANGE = {
    "code.synonyms": ["5", "null", "{}", "[4]", "[", b"[]", "[[]]"],
    "workshop.agreements": ["1.5", '"tekst"'],
    "block.number": ["veel", 1.5, b"4"],
    "block.title": [b"\xff\xfe"],
    "block.parked": [5, "ja"],
    "block.conditions": ['["tijd", null]'],
    "step.number": [b"\xff"],
    "change.after": ["[]", "4"],
    "change.before": ["7"],
    "codebook.source": ["[]"],
    "local.value": [b"\x00"],
}
"""A column, and values that no version of the program wrote there."""


def _put(path: Path, column: str, value: object) -> None:
    table, name = column.split(".")
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF").fetchall()
        key = connection.execute(f'PRAGMA table_info("{table}")').fetchone()[1]
        last = f'(SELECT max("{key}") FROM "{table}")'
        connection.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE "{key}" = {last}', (value,))


def _strange(path: Path) -> list[str]:
    with closing(connect(path, read_only=True)) as connection:
        return [*strange_columns(connection)]


def test_what_the_program_writes_is_never_strange(example_file: Path) -> None:
    assert _strange(example_file) == []


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("schema-*.bouwstenen")), ids=lambda path: path.stem)
def test_what_an_older_version_wrote_is_not_strange_either(sample: Path) -> None:
    assert _strange(sample) == []


@pytest.mark.parametrize(("column", "value"), [(column, one) for column, some in STRANGE.items() for one in some])
def test_a_value_of_another_kind_is_found_in_its_column(
    store: Store, workshop: str, column: str, value: object
) -> None:
    store.do("Vast", capturing.capture, "Een bouwsteen #onderwijs nodig: tijd", workshop=workshop)
    store.remember("plaats", "vastleggen")
    _put(store.path, column, value)

    assert _strange(store.path) == [column]
    store.copy_to(copy := store.path.with_name("kopie.bouwstenen"))
    assert column in " ".join(copies.faults(copy))


@pytest.mark.parametrize(
    ("column", "value", "act"),
    [
        ("code.synonyms", "5", lambda store: store.read(codebooks.codebook)),
        ("workshop.agreements", "null", lambda store: store.read(preparing.workshops)),
        ("block.number", "veel", lambda store: store.read(boards.find, Selection(), limit=50)),
        ("block.number", 1.5, lambda store: store.do("Vast", capturing.capture, "Nog een", workshop=_first(store))),
    ],
)
def test_what_goes_wrong_by_a_strange_value_is_told_as_a_damaged_file(
    store: Store, workshop: str, column: str, value: object, act: Callable[[Store], object]
) -> None:
    store.do("Vast", capturing.capture, "Een bouwsteen #onderwijs", workshop=workshop)
    _put(store.path, column, value)
    before = store.path.read_bytes()

    with pytest.raises(Damaged, match="Dit bestand is beschadigd"):
        act(store)
    assert store.path.read_bytes() == before


def _first(store: Store) -> str:
    store.read(boards.find, Selection(), limit=50)
    return store.read(preparing.workshops)[0].id


def test_a_file_whose_steps_are_strange_is_damaged_at_opening_or_at_the_first_step(
    store: Store, workshop: str, around: Surroundings
) -> None:
    path = store.path
    store.close()
    _put(path, "step.number", b"\xff\xfe")

    with pytest.raises(Damaged):
        _worked_in(path, around, workshop)


def _worked_in(path: Path, around: Surroundings, workshop: str) -> None:
    with closing(open_store(path, around)) as opened:
        opened.do("Vast", capturing.capture, "Nog een", workshop=workshop)


def test_a_mistake_of_ours_passes_as_it_is_in_a_sound_file(store: Store, workshop: str) -> None:
    def mistake(session: Session) -> None:
        raise TypeError("of ours")

    with pytest.raises(TypeError, match="of ours"):
        store.read(mistake)
    with pytest.raises(TypeError, match="of ours"):
        store.do("Fout", mistake)


def test_a_mistake_is_told_as_damage_when_the_look_for_its_cause_meets_a_damaged_page(
    store: Store, workshop: str
) -> None:
    def mistake(session: Session) -> None:
        raise TypeError("of a damaged page")

    with closing(connect(store.path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'filter'").fetchone()
    data = bytearray(store.path.read_bytes())
    data[4096 * (page - 1) : 4096 * (page - 1) + 8] = b"\xff" * 8
    store.path.write_bytes(data)

    with pytest.raises(Damaged):
        store.read(mistake)


def test_a_problem_passes_as_it_is_also_in_a_strange_file(store: Store, workshop: str) -> None:
    _put(store.path, "workshop.agreements", "null")

    with pytest.raises(Problem, match="Typ eerst iets"):
        store.do("Leeg", _refused)


def _refused(session: Session) -> None:
    raise Problem("Typ eerst iets.")
