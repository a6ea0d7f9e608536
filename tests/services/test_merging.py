"""Merging files: a look first, a backup, then all of it or nothing."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, captured, content, run, sharing

from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards, bundling, merging, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import fill_empty


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with sharing(tmp_path, {"a": 0, "b": 0}, fill=fill_empty) as (first, second):
        captured(second.store, "Van de tweede laptop")
        yield first, second


def titles(store: Store) -> list[str]:
    return [block.title for block in store.read(boards.select_blocks, Selection())]


def test_a_look_says_what_would_come_in_and_changes_nothing(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    before = content(first.store)

    found = run(merging.try_files(first.store, [second.path], first.around))

    assert (found.new_blocks, found.steps) == (1, 1)
    assert [*found.sentences()] == ["1 nieuwe bouwsteen."]
    assert content(first.store) == before
    assert not list((first.around.data / "samenvoegen").glob("*"))


def test_what_is_new_comes_in_after_a_backup(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    found = run(merging.merge_files(first.store, [second.path], first.around))

    assert found == replace(run(merging.try_files(first.store, [second.path], first.around)), steps=1, new_blocks=1)
    assert titles(first.store) == ["Van de tweede laptop"]
    (backup,) = backups.backups(first.around, first.path)
    assert backup.size > 0


def test_the_same_again_says_so(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    run(merging.merge_files(first.store, [second.path], first.around))
    again = run(merging.merge_files(first.store, [second.path, second.path], first.around))
    assert [*again.sentences()] == ["Er was niets nieuws: alles uit deze bestanden staat er al."]


def test_a_file_in_use_by_another_program_can_be_merged(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    assert second.store.read(preparing.workshops)  # it is open
    run(merging.merge_files(first.store, [second.path], first.around))
    assert titles(first.store) == ["Van de tweede laptop"]


def test_the_open_workspace_itself_is_refused(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, _ = laptops
    with pytest.raises(Problem, match="is de werkmap die open is"):
        run(merging.merge_files(first.store, [first.path], first.around))
    with pytest.raises(Problem, match="bestaat niet"):
        run(merging.merge_files(first.store, [tmp_path / "weg.bouwstenen"], first.around))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _page(path: Path) -> None:
    """Put noise where the journal stands."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change'").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[4096 * (root - 1) : 4096 * root] = os.urandom(4096)
    path.write_bytes(data)


def _sql(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return change


TEMPLATE = Path(__file__).parents[2] / "resources/templates/report.docx"
LATEST = "(SELECT id FROM step ORDER BY stamp DESC LIMIT 1)"
OF_BLOCK = f"WHERE step_id = {LATEST} AND table_name = 'block'"
BROKEN: dict[str, Callable[[Path], None]] = {
    "empty": lambda path: path.write_bytes(b"") and None,
    "text": lambda path: path.write_text("Dit is geen werkmap") and None,
    "zip": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)) and None,
    "cut off": _cut,
    "a page of noise": _page,
    "a trigger": _sql("CREATE TRIGGER boos AFTER INSERT ON step BEGIN DELETE FROM block; END"),
    "a view": _sql("CREATE VIEW extra AS SELECT * FROM block"),
    "a table more": _sql("CREATE TABLE extra (a)"),
    "a table less": _sql("DROP TABLE filter"),
    "a trigger of ours that does something else": _sql(
        "DROP TRIGGER block_search_drop",
        "CREATE TRIGGER block_search_drop AFTER DELETE ON block BEGIN DELETE FROM code; END",
    ),
    "a step without a stamp": _sql("UPDATE step SET stamp = ''"),
    "a stamp of next year": _sql("UPDATE step SET stamp = 'ffffffffffff' || substr(stamp, 13)"),
    "a strange identity": _sql(f"UPDATE step SET laptop = '../../x' WHERE id = {LATEST}"),
    "a strange kind": _sql(f"UPDATE step SET kind = 'wis' WHERE id = {LATEST}"),
    "a number below one": _sql(f"UPDATE step SET number = -4 WHERE id = {LATEST}"),
    "a number that is text": _sql(f"UPDATE step SET number = 'veel' WHERE id = {LATEST}"),
    "a label that is bytes": _sql(f"UPDATE step SET label = x'00ff' WHERE id = {LATEST}"),
    "an unknown table": _sql(f"UPDATE change SET table_name = 'sqlite_master' WHERE step_id = {LATEST}"),
    "a local table": _sql(f"UPDATE change SET table_name = 'local' WHERE step_id = {LATEST}"),
    "an unknown field": _sql(f"UPDATE change SET after = '{{\"row\": 4}}' WHERE step_id = {LATEST}"),
    "a field of another kind": _sql(f"UPDATE change SET after = '{{\"title\": 4}}' WHERE step_id = {LATEST}"),
    "a list of numbers": _sql(f"UPDATE change SET after = json_set(after, '$.conditions', json('[4]')) {OF_BLOCK}"),
    "no list": _sql(f"UPDATE change SET after = json_set(after, '$.conditions', json('{{}}')) {OF_BLOCK}"),
    "no JSON": _sql(f"UPDATE change SET after = '{{' WHERE step_id = {LATEST}"),
    "deep JSON": _sql(f"UPDATE change SET after = '{'[' * 5000}' WHERE step_id = {LATEST}"),
    "bytes for JSON": _sql(f"UPDATE change SET after = x'ff' WHERE step_id = {LATEST}"),
    "a row that nothing refers to": _sql(
        f"UPDATE change SET after = json_set(after, '$.workshop_id', '{'0' * 32}') WHERE step_id = {LATEST}"
    ),
    "a row without what it needs": _sql(
        f"UPDATE change SET after = json_remove(after, '$.workshop_id') WHERE step_id = {LATEST}"
    ),
    "a picture of other bytes": _sql(f"INSERT INTO picture VALUES ('{'a' * 32}', 'png', x'00')"),
    "a newer version": _sql("PRAGMA user_version = 99"),
    "another program": _sql("PRAGMA application_id = 7"),
    "one byte": lambda path: path.write_bytes(b"S") and None,
    "a header and nothing after it": lambda path: path.write_bytes(path.read_bytes()[:100]) and None,
    "zeros behind the header": lambda path: path.write_bytes(path.read_bytes()[:100] + bytes(9000)) and None,
    "a picture renamed": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)) and None,
    "a Word file renamed": lambda path: shutil.copyfile(TEMPLATE, path) and None,
    "a negative version": _sql("PRAGMA user_version = -1"),
    "a view in the place of a table": _sql("DROP TABLE filter", "CREATE VIEW filter AS SELECT * FROM step"),
    "an index more": _sql("CREATE INDEX boos ON step (label)"),
    "a virtual table": _sql("CREATE VIRTUAL TABLE boos USING fts5(a)"),
    "a trigger on reading the journal": _sql(
        "CREATE TRIGGER boos BEFORE UPDATE ON change BEGIN UPDATE step SET label = ''; END"
    ),
    "an identity with a quote": _sql(f"UPDATE change SET row_id = 'x'' OR 1=1' WHERE step_id = {LATEST}"),
    "an identity of a kilobyte": _sql(f"UPDATE change SET row_id = '{'a' * 1024}' WHERE step_id = {LATEST}"),
    "a table without a name": _sql(f"UPDATE change SET table_name = '' WHERE step_id = {LATEST}"),
    "a position that is text": _sql(f"UPDATE change SET position = 'eerste' WHERE step_id = {LATEST}"),
    "before is a list": _sql(f"UPDATE change SET before = '[]' WHERE step_id = {LATEST}"),
    "before is no JSON": _sql(f"UPDATE change SET before = '{{\"title\":' WHERE step_id = {LATEST}"),
    "two values behind each other": _sql(f"UPDATE change SET after = after || after WHERE step_id = {LATEST}"),
    "a text where a list is": _sql(f"UPDATE change SET after = json_set(after, '$.conditions', 'x') {OF_BLOCK}"),
    "no number": _sql(f"UPDATE change SET after = '{{\"votes\": NaN}}' {OF_BLOCK}"),
    "a number without end": _sql(f"UPDATE change SET after = '{{\"votes\": 1e999}}' {OF_BLOCK}"),
    "a number of thirty digits": _sql(f"UPDATE change SET after = '{{\"votes\": {10**30}}}' {OF_BLOCK}"),
    "a line before the first": _sql(f"UPDATE change SET position = -1 - position {OF_BLOCK}"),
    "yes where a number is": _sql(f"UPDATE change SET after = '{{\"votes\": true}}' {OF_BLOCK}"),
    "an object in a title": _sql(f'UPDATE change SET after = \'{{"title": {{"a": 1}}}}\' {OF_BLOCK}'),
    "nothing in a title": _sql(f"UPDATE change SET after = '{{\"title\": null}}' {OF_BLOCK}"),
    "a vector that is none": _sql(f"INSERT INTO seen VALUES ('{'b' * 32}', '[1, 2]')"),
    "a vector with text": _sql(f"INSERT INTO seen VALUES ('{'b' * 32}', '{{\"{'c' * 32}\": \"veel\"}}')"),
    "a vector under a strange name": _sql("INSERT INTO seen VALUES ('../x', '{}')"),
    "a step taken back that has no identity": _sql(f"UPDATE step SET \"of\" = 'x' WHERE id = {LATEST}"),
    "a picture of a kind that is none": _sql(f"INSERT INTO picture VALUES ('{'a' * 32}', 'gif', x'00')"),
    "a number beyond all": _sql(f"UPDATE step SET number = {1 << 60} WHERE id = {LATEST}"),
}


def test_there_are_fifty() -> None:
    assert len(BROKEN) >= 50


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_or_hostile_file_changes_nothing(laptops: tuple[Laptop, Laptop], what: str) -> None:
    first, second = laptops
    second.store.close()
    BROKEN[what](second.path)
    before = content(first.store)

    with pytest.raises(Problem, match=r"\.$"):
        run(merging.try_files(first.store, [second.path], first.around))
    with pytest.raises(Problem) as told:
        run(merging.merge_files(first.store, [second.path], first.around))

    sentence = str(told.value)
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    assert content(first.store) == before
    assert first.store.faults() == ()
    captured(first.store, "Het werk gaat door")


def test_a_wrong_clock_is_told_before_even_a_backup_is_made(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    second.off = timedelta(days=3)
    captured(second.store, "Van volgende week")

    for work in (merging.try_files, merging.merge_files):
        with pytest.raises(Problem, match="liep meer dan een dag voor"):
            run(work(first.store, [second.path], first.around))

    assert not [*backups.backups(first.around, first.path)]
    assert titles(first.store) == []


def test_a_look_counts_a_block_that_two_laptops_bundled(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    run(merging.merge_files(first.store, [second.path], first.around))
    (block,) = first.store.read(boards.select_blocks, Selection())
    for laptop in laptops:
        laptop.store.do("Gebundeld", bundling.bundle_blocks, [block.id])

    looked = run(merging.try_files(first.store, [second.path], first.around))
    merged = run(merging.merge_files(first.store, [second.path], first.around))

    assert looked.differences == merged.differences == 1


def test_control_characters_of_a_file_come_in_as_a_visible_mark(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    second.store.close()
    rung = "json_set(after, '$.title', 'Aap' || char(7))"
    _sql(f"UPDATE change SET after = {rung} WHERE step_id = {LATEST} AND table_name = 'block'")(second.path)
    run(merging.merge_files(first.store, [second.path], first.around))
    assert titles(first.store) == ["Aap\ufffd"]


def test_numbers_are_told_in_sentences() -> None:
    found = Intake(2, 40, 12, 3, 1, 1, 2, 1, 1, other_codebook=True)
    first, second, third = found.sentences()
    assert first == (
        "12 nieuwe bouwstenen, 3 gewijzigde bouwstenen, 1 nieuwe sessie, 1 nieuwe bundel, 2 codes die hier nog "
        "niet waren en 1 nieuwe foto."
    )
    assert second.startswith("1 verschil wacht op een keuze")
    assert "codeboek" in third
    assert [*Intake(1, 1).sentences()] == ["Alleen kleine wijzigingen, zoals een volgorde of een tag."]
