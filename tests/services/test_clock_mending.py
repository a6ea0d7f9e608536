"""A clock that was years ahead: what was written then is found, put right, and taken in by others."""

import random
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.protection import PASSWORD, protect
from tests.storage.laptops import content

from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    auditing,
    backups,
    boards,
    capturing,
    clock_mending,
    differing,
    erasing,
    merging,
    preparing,
    unlocking,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import ChangeRow

NOW = datetime(2026, 11, 30, 20, 0)


class Laptop:
    """A laptop with a clock that can be wrong."""

    def __init__(self, folder: Path, letter: str) -> None:
        self.folder = folder / letter
        self.folder.mkdir()
        self.path = self.folder / "najaar.bouwstenen"
        self.wrong = timedelta()
        self._since = timedelta()
        moment = lambda: int(self.now().timestamp() * 1000)  # noqa: E731
        self.around = Surroundings(self.folder, letter * 32, identities(moment), self.now)

    def now(self) -> datetime:
        self._since += timedelta(seconds=1)
        return NOW + self.wrong + self._since

    def opened(self) -> Store:
        return open_store(self.path, self.around)

    def merge(self, other: "Laptop") -> None:
        with closing(self.opened()) as store:
            _done(merging.merge_files(store, [other.path], self.around))

    def mend(self) -> None:
        _done(clock_mending.mend(self.path, self.around))

    def titles(self) -> list[str]:
        with closing(self.opened()) as store:
            return sorted(block.title for block in store.read(boards.select_blocks, Selection()))

    def waiting(self) -> int:
        with closing(self.opened()) as store:
            return len(store.read(differing.differing, store.laptop))


def _done(work: Iterator[object]) -> None:
    for _ in work:
        pass


@pytest.fixture
def here(tmp_path: Path) -> Laptop:
    """A laptop with two blocks that another has too."""
    laptop = Laptop(tmp_path, "a")
    with closing(create(laptop.path, laptop.around)) as store:
        workshop = store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
        for text in ("Eerste", "Tweede"):
            store.do("Nieuw", capturing.capture, text, workshop=workshop)
    return laptop


@pytest.fixture
def there(here: Laptop, tmp_path: Path) -> Laptop:
    other = Laptop(tmp_path, "b")
    with closing(here.opened()) as store:
        store.copy_to(other.path)
    return other


def _work_ahead(laptop: Laptop, years: int = 2) -> None:
    """Make, edit, undo and remove while the clock is years ahead; then it is put right."""
    laptop.wrong = timedelta(days=365 * years)
    with closing(laptop.opened()) as store:
        workshop = store.read(preparing.workshops)[0].id
        first, second = sorted(store.read(boards.select_blocks, Selection()), key=lambda block: block.title)
        made = store.do("Nieuw", capturing.capture, "Van later", workshop=workshop).result.block
        store.do("Bewerkt", capturing.edit_block, made, title="Van later, beter")
        store.do("Bewerkt", capturing.edit_block, made, explanation="Met uitleg")
        store.do("Bewerkt", capturing.edit_block, first.id, title="Eerste, beter")
        store.do("Weg", capturing.remove_blocks, [second.id])
        store.do("Bewerkt", capturing.edit_block, first.id, explanation="Niet gewild")
        store.undo()
    laptop.wrong = timedelta()


def test_a_right_clock_is_nothing_to_say(here: Laptop) -> None:
    with closing(here.opened()) as store:
        assert store.read(clock_mending.ahead, here.now()) is None
        assert store.read(clock_mending.ahead, here.now() - timedelta(hours=23)) is None


def test_work_of_after_today_is_found_with_its_day(here: Laptop) -> None:
    _work_ahead(here)
    with closing(here.opened()) as store:
        latest = store.read(clock_mending.ahead, here.now())
    assert latest == date(2028, 11, 29)
    told = clock_mending.told(latest, NOW.date())
    assert "29 november 2028" in told
    assert told.index("zet de datum dan eerst goed") < told.index("herstel dan de tijd")


def test_others_refuse_it_until_the_time_is_mended_and_then_take_it_in_without_a_difference(
    here: Laptop, there: Laptop
) -> None:
    _work_ahead(here)
    with pytest.raises(Problem, match="liep meer dan een dag voor"):
        there.merge(here)
    before = here.titles()
    assert before == ["Eerste, beter", "Van later, beter"]
    here.mend()

    assert here.titles() == before
    with closing(here.opened()) as store:
        assert store.read(clock_mending.ahead, here.now()) is None
        assert store.faults() == ()
    there.merge(here)
    assert there.titles() == before
    assert (here.waiting(), there.waiting()) == (0, 0)


def test_both_end_equal_when_both_worked_on_and_what_is_new_counts(here: Laptop, there: Laptop) -> None:
    _work_ahead(here)
    here.mend()
    with closing(here.opened()) as store:
        block = next(one for one in store.read(boards.select_blocks, Selection()) if one.title.startswith("Van"))
        store.do("Bewerkt", capturing.edit_block, block.id, title="Van daarna")
    with closing(there.opened()) as store:
        workshop = store.read(preparing.workshops)[0].id
        store.do("Nieuw", capturing.capture, "Van elders", workshop=workshop)
    there.merge(here)
    here.merge(there)
    there.merge(here)
    with closing(here.opened()) as one, closing(there.opened()) as two:
        assert content(one) == content(two)
    assert here.titles() == there.titles() == ["Eerste, beter", "Van daarna", "Van elders"]
    assert (here.waiting(), there.waiting()) == (0, 0)


def test_a_copy_of_before_that_is_merged_when_the_day_has_come_loses_nothing_and_ends_equal(
    here: Laptop, there: Laptop, tmp_path: Path
) -> None:
    _work_ahead(here)
    stale = Laptop(tmp_path, "c")
    with closing(here.opened()) as store:
        store.copy_to(stale.path)
    here.mend()
    there.merge(here)
    for laptop in (here, there, stale):
        laptop.wrong = timedelta(days=365 * 3)
    there.merge(stale)
    here.merge(there)
    there.merge(here)
    with closing(here.opened()) as one, closing(there.opened()) as two:
        assert content(one) == content(two)
    assert here.titles() == ["Eerste, beter", "Van later, beter"]


def test_two_that_mend_copies_of_one_file_end_equal(here: Laptop, there: Laptop, tmp_path: Path) -> None:
    _work_ahead(here)
    stale = Laptop(tmp_path, "c")
    with closing(here.opened()) as store:
        store.copy_to(stale.path)
    here.mend()
    stale.mend()
    there.merge(here)
    there.merge(stale)
    stale.merge(here)
    here.merge(stale)
    with closing(here.opened()) as one, closing(there.opened()) as two, closing(stale.opened()) as three:
        assert content(one) == content(two) == content(three)
    assert here.titles() == ["Eerste, beter", "Van later, beter"]


def test_r06_what_was_erased_while_the_clock_was_wrong_stays_erased_and_goes_elsewhere_too(
    here: Laptop, there: Laptop
) -> None:
    word = "Kanariewoord"
    with closing(here.opened()) as store:
        workshop = store.read(preparing.workshops)[0].id
        block = store.do("Nieuw", capturing.capture, f"Gezien: {word}", workshop=workshop).result.block
    there.merge(here)
    here.wrong = timedelta(days=800)
    with closing(here.opened()) as store:
        _done(erasing.erase_blocks(store, [block], here.around, Said()))
    here.wrong = timedelta()
    here.mend()
    there.merge(here)
    assert here.titles() == there.titles() == ["Eerste", "Tweede"]
    for laptop in (here, there):
        for file in laptop.folder.rglob("*"):
            assert file.is_dir() or word.encode() not in file.read_bytes(), file


def test_r14_how_it_was_is_a_backup_and_the_log_goes_on(here: Laptop) -> None:
    with closing(here.opened()) as store:
        unlocking.note_opened(store, here.around)
        store.remember("concept:x", "half getypt")
    _work_ahead(here)
    here.mend()
    (kept,) = backups.backups(here.around, here.path)
    assert kept.reason == backups.BEFORE_RESTORE
    with closing(here.opened()) as store:
        told = [one.line.told for one in store.read(auditing.entries, store.laptop)]
        assert store.recall("concept:x") == "half getypt"
    assert told == ["Tijd hersteld: 2 bouwstenen", "Geopend"]


def test_r07_a_protected_workspace_stays_protected_under_its_password(here: Laptop) -> None:
    _work_ahead(here)
    protect(here.path, here.around)
    here.mend()
    assert b"Van later" not in here.path.read_bytes()
    assert here.titles() == ["Eerste, beter", "Van later, beter"]
    here.around.keys.forget()
    assert copies.faults(here.path, unlocking.unlock(here.path, PASSWORD, here.around)) == ()
    assert [*(here.folder / "redden").glob("*")] == [], "nothing is left beside it"


def test_a_workspace_that_was_made_while_the_clock_was_wrong_is_mended_whole(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path, "d")
    laptop.wrong = timedelta(days=4_000)
    with closing(create(laptop.path, laptop.around)) as store:
        workshop = store.do("Sessie", preparing.create_workshop, title="Proef").result
        for number in range(30):
            store.do("Nieuw", capturing.capture, f"Bouwsteen {number:02d}", workshop=workshop)
        before = content(store)
    laptop.wrong = timedelta()
    laptop.mend()
    with closing(laptop.opened()) as store:
        assert content(store) == before
        assert store.read(clock_mending.ahead, laptop.now()) is None


@pytest.mark.parametrize("seed", [1, 27, 31, 44])
def test_whatever_was_done_while_a_clock_was_wrong_everyone_ends_equal(
    here: Laptop, there: Laptop, seed: int
) -> None:
    chance, laptops, titles = random.Random(seed), (here, there), set[str]()
    for turn in range(12):
        laptop, other = chance.sample(laptops, 2)
        match chance.choice(("wrong", "right", "merge", "work", "work")):
            case "wrong":
                laptop.wrong = timedelta(days=chance.choice((2, 400)))
            case "right" if laptop.wrong:
                laptop.wrong = timedelta()
                laptop.mend()
            case "merge":
                with suppress(Problem):
                    laptop.merge(other)
            case _:
                titles.add(_some_work(laptop, chance, f"Titel {turn}"))
    for laptop in laptops:
        laptop.wrong = timedelta()
        with closing(laptop.opened()) as store:
            wrong = store.read(clock_mending.ahead, laptop.now()) is not None
        if wrong:
            laptop.mend()
    for laptop, other in (laptops, laptops[::-1], laptops, laptops[::-1]):
        laptop.merge(other)
    with closing(here.opened()) as one, closing(there.opened()) as two:
        assert content(one) == content(two)
        assert one.faults() == two.faults() == ()
        said = {title for store in (one, two) for title in _ever_said(store)}
    assert titles <= said, "no value is lost"


def _some_work(laptop: Laptop, chance: random.Random, title: str) -> str:
    with closing(laptop.opened()) as store:
        blocks = store.read(boards.select_blocks, Selection())
        if blocks and chance.random() < 0.6:
            store.do("Bewerkt", capturing.edit_block, chance.choice(blocks).id, title=title)
        else:
            workshop = store.read(preparing.workshops)[0].id
            store.do("Nieuw", capturing.capture, title, workshop=workshop)
        if chance.random() < 0.2:
            store.undo()
    return title


def _ever_said(store: Store) -> Iterator[str]:
    lines = store.read(lambda session: session.execute(select(ChangeRow.after)).scalars().all())
    return (fields["title"] for fields in lines if "title" in fields)
