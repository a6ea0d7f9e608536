"""The library of a team, on a real PostgreSQL: many publish and fetch, and all end equal."""

import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.histories import ACTS, History
from tests.storage.laptops import THREE, Laptop, captured, content, merge, run, sharing
from tests.storage.postgres import Server, binaries

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import overwriting
from bouwstenen_app.storage.library import Library
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, fill_example

pytestmark = pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    folder.chmod(0o755)  # the server runs as another user
    started = Server(folder / "server")
    yield started
    started.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def address(server: Server, request: pytest.FixtureRequest) -> str:
    """A database without anything in it."""
    name = f"d{abs(hash(request.node.name)) % 10**9}"
    server.sql(f"CREATE DATABASE {name}")
    return server.address(name)


@pytest.fixture
def library(address: str) -> Library:
    made = Library(address)
    made.make()
    return made


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[list[Laptop]]:
    with sharing(tmp_path, THREE) as made:
        yield made


def published(library: Library, laptop: Laptop) -> int:
    return int(run(library.publish(laptop.store)))


def fetched(library: Library, laptop: Laptop) -> Merge:
    def add(merging: Merge) -> Iterator[Progress]:
        with library.opened(merging.known) as shelf:
            merging.add(shelf)
            yield Progress(1, 1, "Ophalen")

    done: Merge = run(laptop.store.merge(add))
    return done


def test_what_one_publishes_another_fetches(library: Library, laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    captured(a.store, "Van a")
    assert published(library, a) == 2
    assert fetched(library, b).made["block"] == 1
    assert content(a.store) == content(b.store)
    assert published(library, a) == 0
    assert fetched(library, b).steps == 0


def test_a_difference_comes_out_as_by_file(library: Library, laptops: list[Laptop]) -> None:
    a, b, c = laptops
    (block,) = captured(a.store, "Eerst")
    published(library, a)
    fetched(library, b)
    a.store.do("Bewerkt", capturing.edit_block, block, title="Van a")
    b.store.do("Bewerkt", capturing.edit_block, block, title="Van b")
    for laptop in (b, a):
        published(library, laptop)
    for laptop in (a, b):
        fetched(library, laptop)
    merge(c.store, a.store, b.store)
    assert content(a.store) == content(b.store) == content(c.store)


def test_reporting_tools_read_one_row_per_block(
    library: Library, server: Server, address: str, tmp_path: Path
) -> None:
    laptop = Laptop(tmp_path, "v")
    laptop.store = create(
        laptop.path,
        laptop.around,
        fill_example,
    )
    published(library, laptop)
    database = address.rpartition("/")[2]

    assert server.sql("SELECT count(*) FROM bouwstenen.bouwsteen", database) == "122"
    block = laptop.store.read(boards.select_blocks, Selection(query="verhuist"))[0]
    line = server.sql(
        f"SELECT nummer, titel, stemmen, sessie FROM bouwstenen.bouwsteen WHERE nummer = '{block.spoken_id}'",
        database,
    )
    workshop = next(w for w in laptop.store.read(preparing.workshops) if w.id == block.workshop)
    assert line == f"{block.spoken_id}|{block.title}|{block.votes}|{workshop.title}"
    assert "Veilig Thuis" in server.sql("SELECT string_agg(domeinen, ' ') FROM bouwstenen.bouwsteen", database)
    laptop.store.do("Weg", capturing.remove_blocks, [block.id])
    published(library, laptop)
    assert server.sql("SELECT count(*) FROM bouwstenen.bouwsteen", database) == "121"
    laptop.store.close()


def test_who_may_only_read_cannot_publish(
    server: Server, address: str, laptops: list[Laptop], library: Library
) -> None:
    database = address.rpartition("/")[2]
    server.sql(f"CREATE ROLE lezer{database} LOGIN")
    server.sql(f"CREATE ROLE bijdrager{database} LOGIN")
    library.make(reading=[f"lezer{database}"], contributing=[f"bijdrager{database}"])
    captured(laptops[0].store, "Van a")
    writer = Library(server.address(database, f"bijdrager{database}"))
    reader = Library(server.address(database, f"lezer{database}"))

    with pytest.raises(Problem, match="alleen lezen"):
        published(reader, laptops[0])
    assert published(writer, laptops[0]) == 2
    assert fetched(reader, laptops[1]).made["block"] == 1


def test_what_does_not_work_is_one_sentence(server: Server, address: str, laptops: list[Laptop]) -> None:
    with pytest.raises(Problem, match="nog geen bibliotheek"):
        published(Library(address), laptops[0])
    with pytest.raises(Problem, match="wachtwoord niet in het adres"):
        Library("postgresql://a:geheim@server/d")
    for wrong in ("https://server/d", "geen adres", "postgresql://server"):
        with pytest.raises(Problem, match="geen adres van een bibliotheek"):
            Library(wrong)
    with pytest.raises(Problem, match="niet te bereiken"):
        published(Library("postgresql://a@127.0.0.1:9/d"), laptops[0])


def test_publishing_that_stops_halfway_leaves_the_library_as_it_was(
    library: Library, laptops: list[Laptop]
) -> None:
    a, b, _ = laptops
    captured(a.store, "Van a")
    work = library.publish(a.store)
    next(work)
    work.close()
    assert fetched(library, b).steps == 0
    assert published(library, a) == 2


def test_many_publish_and_fetch_at_once(library: Library, laptops: list[Laptop]) -> None:
    for laptop in laptops:
        for number in range(5):
            captured(laptop.store, f"{laptop.name} {number}")
    failures: list[BaseException] = []

    def work(laptop: Laptop) -> None:
        try:
            for _ in range(3):
                published(library, laptop)
                fetched(library, laptop)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(laptop,)) for laptop in laptops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    for laptop in laptops:
        fetched(library, laptop)
    assert content(laptops[0].store) == content(laptops[1].store) == content(laptops[2].store)
    assert len(laptops[0].store.read(boards.select_blocks, Selection())) == 15


@pytest.mark.parametrize("seed", range(8))
def test_random_histories_by_the_library_end_as_by_file_and_are_reported_so(
    library: Library, server: Server, address: str, tmp_path: Path, seed: int
) -> None:
    history = History(tmp_path / "w", seed, fill_empty)
    reader = Laptop(tmp_path, "lezer")
    reader.copy_of(history.laptops[0])
    chance = random.Random(seed)
    for _ in range(6):
        for _ in range(6):
            history.act(chance.choice([one for one in ACTS if one != "put_back"]), chance.randrange(9))
        published(library, chance.choice(history.laptops))
        fetched(library, reader)
        assert reported(server, address) == told(reader)
    for _ in range(2):
        for laptop in history.laptops:
            published(library, laptop)
            fetched(library, laptop)
    history.check()
    assert reported(server, address) == told(history.laptops[0])
    for store in (history, reader.store):
        store.close()


def reported(server: Server, address: str) -> set[str]:
    """Return what the views say of blocks and bundles: what they are called and where they are."""
    database = address.rpartition("/")[2]
    blocks = server.sql("SELECT id, nummer, bundel FROM bouwstenen.bouwsteen", database)
    bundles = server.sql("SELECT id, nummer, bouwstenen FROM bouwstenen.bundel", database)
    return {*blocks.splitlines(), *bundles.splitlines()}


def told(laptop: Laptop) -> set[str]:
    """Return what the program says of the same."""
    blocks = laptop.store.read(boards.select_blocks, Selection())
    bundles = {one.id: one for one in laptop.store.read(bundling.bundles)}
    inside = {block: one.spoken_id for one in bundles.values() for block in one.contributions}
    return {f"{one.id}|{one.spoken_id}|{inside.get(one.id, '')}" for one in blocks} | {
        f"{one.id}|{one.spoken_id}|{len(one.contributions)}" for one in bundles.values()
    }


def test_a_block_that_two_laptops_bundled_is_reported_in_one_bundle_with_a_name_of_its_own(
    library: Library, server: Server, address: str, laptops: list[Laptop]
) -> None:
    a, b, c = laptops
    (block,) = captured(a.store, "Samen")
    merge(b.store, a.store)
    for laptop in (a, b):
        captured(laptop.store, f"Van {laptop.name}")
        laptop.store.do("Gebundeld", bundling.bundle_blocks, [block])
    for laptop in (a, b):
        published(library, laptop)
    fetched(library, c)
    found = reported(server, address)

    assert found == told(c)
    assert {line.split("|", 1)[1] for line in found} == {
        "RH-001|K-02", "RH-002|", "RH-B02|", "K-01|0", "K-02|1"
    }  # fmt: skip


def test_a_step_without_blocks_changes_names_in_the_library_as_in_a_file(
    library: Library, server: Server, address: str, laptops: list[Laptop]
) -> None:
    a, b, c = laptops
    for laptop in (a, b):
        laptop.store.do("Gebundeld", bundling.bundle_blocks, captured(laptop.store, f"Van {laptop.name}"))
    merge(c.store, b.store)
    for laptop in (a, b):
        published(library, laptop)
    before = reported(server, address)
    c.store.do("Sessie", preparing.create_workshop, title="Kende alleen die van b", region="Elders")
    published(library, c)
    fetched(library, a)
    assert reported(server, address) == told(a) != before


def test_a_library_of_before_is_brought_up_to_date_with_what_is_in_it(
    server: Server, address: str, laptops: list[Laptop]
) -> None:
    a, *_ = laptops
    library = Library(address)
    library.make(version="l0001")
    database = address.rpartition("/")[2]
    for role, right in (("vroeger", "SELECT"), ("schrijver", "SELECT, INSERT, UPDATE")):
        server.sql(f"CREATE ROLE {role} LOGIN")
        server.sql(f"GRANT USAGE ON SCHEMA bouwstenen TO {role}", database)
        server.sql(f"GRANT {right} ON ALL TABLES IN SCHEMA bouwstenen TO {role}", database)
    with pytest.raises(Problem, match="van een eerdere versie"):
        published(library, a)
    (block,) = captured(a.store, "Van a")
    server.sql(
        "INSERT INTO bouwstenen.held VALUES ('block', 'oud', "
        '\'{"prefix": "XX", "number": 7, "label": "XX-099", "removed": true}\')',
        database,
    )

    library.make()
    a.store.do("Gebundeld", bundling.bundle_blocks, [block])
    published(Library(server.address(database, "schrijver")), a)
    assert reported(server, address) == told(a)
    assert server.sql("SELECT label FROM bouwstenen.named WHERE id = 'oud'", database) == "XX-007"
    reading = server.sql("SELECT has_table_privilege('vroeger', 'bouwstenen.bundel', 'SELECT')", database)
    assert reading == "t"


def test_a_server_that_starts_again_is_simply_asked_again(
    library: Library, server: Server, laptops: list[Laptop]
) -> None:
    a, b, _ = laptops
    captured(a.store, "Van a")
    server.stop()
    with pytest.raises(Problem, match="niet te bereiken"):
        published(library, a)
    captured(a.store, "Het werk gaat door")
    server.start()
    assert published(library, a) == 3
    assert fetched(library, b).made["block"] == 2


def test_r06_what_is_erased_in_a_file_is_erased_in_the_library_and_does_not_come_back(
    library: Library, laptops: list[Laptop], server: Server, address: str
) -> None:
    one, other = laptops[:2]
    (block,) = captured(one.store, "De familie Zwanenburg belt #zwanenburgtag")
    captured(one.store, "Blijft")
    published(library, one)
    fetched(library, other)
    other.store.do("Bewerkt", capturing.edit_block, block, note="Zwanenburg heeft gebeld")
    one.store.do("Gewist", overwriting.note, [("block", block)], whole=True)
    published(library, one)
    assert words(address, "zwanenburg") == 0
    published(library, other)  # it did not know yet
    assert words(address, "zwanenburg") == 0
    fetched(library, other)
    fetched(library, one)
    assert content(one.store) == content(other.store)
    assert [found.title for found in other.store.read(boards.select_blocks, Selection())] == ["Blijft"]


def test_r04_earlier_versions_go_from_the_library_too(
    library: Library, laptops: list[Laptop], address: str
) -> None:
    one, other = laptops[:2]
    (block,) = captured(one.store, "Meneer Zwanenburg belt")
    published(library, one)
    one.store.do("Rol", overwriting.overwrite, {("block", block): {"title": "[naam] belt"}})
    published(library, one)
    assert words(address, "zwanenburg") == 0
    fetched(library, other)
    assert [found.title for found in other.store.read(boards.select_blocks, Selection())] == ["[naam] belt"]
    assert content(one.store) == content(other.store)


def words(address: str, word: str) -> int:
    """Return in how many rows of the library a word stands."""
    engine = Library(address)._engine
    with engine.connect() as connection:
        tables = ("step", "change", "held", "named")
        return sum(
            connection.exec_driver_sql(
                f"SELECT count(*) FROM {table} t WHERE lower(t::text) LIKE '%%{word}%%'"
            ).scalar_one()
            for table in tables
        )
