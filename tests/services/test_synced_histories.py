"""Random days of two laptops, each with its own folder, and a sync program between them."""

import random
import shutil
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from tests.storage.laptops import content

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import boards, capturing, merging, preparing, publishing
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store

NAME = "werk.bouwstenen"


class Laptop:
    """One laptop: what it opens, and everything that it was told was stored."""

    def __init__(self, folder: Path, letter: str, file: Path) -> None:
        self.folder = folder / letter / "OneDrive"
        self.folder.mkdir(parents=True)
        data = folder / letter / "eigen"
        data.mkdir()
        self.around = Surroundings(
            data, letter.encode().hex() * 16, identities(), datetime.now, synced=lambda _: "OneDrive"
        )
        self.path = Path(shutil.copyfile(file, self.folder / NAME))
        self.store: Store | None = None
        self.stored: set[str] = set()
        self.letter = letter

    def toggle(self) -> None:
        if self.store is None:
            self.store = open_store(self.path, self.around)
            return
        publishing.finish(self.store, self.around)
        self.store.close()
        self.store = None

    def capture(self, chance: random.Random) -> None:
        if self.store is None:
            return
        title = f"{self.letter} {len(self.stored)}"
        workshop = self.store.read(preparing.workshops)[0].id
        self.store.do("Vast", capturing.capture, title, workshop=workshop)
        self.stored.add(title)
        some = self.store.read(boards.select_blocks, boards.Selection())
        block = chance.choice(some).id
        self.store.do("Bewerkt", capturing.edit_blocks, [block], explanation=f"{title} {chance.random()}")

    def publish(self) -> None:
        if self.store is not None:
            for _ in publishing.publish(self.store, self.around, publishing.Told()):
                pass

    def take_in(self, copy: Path) -> None:
        store = open_store(self.path, self.around)
        for _ in merging.merge_files(store, [copy], self.around):
            pass
        publishing.finish(store, self.around)
        store.close()


class Cloud:
    """Carries files over, one change at a time; of two changes at once it keeps one under another name."""

    def __init__(self, one: Laptop, other: Laptop) -> None:
        self._laptops = (one, other)
        self._known = _digest(one.path)
        self.conflicts: list[Path] = []

    def sync(self, chance: random.Random) -> None:
        changed = [laptop for laptop in self._laptops if _digest(laptop.path) != self._known]
        if not changed:
            return
        winner = chance.choice(changed)
        (loser,) = (laptop for laptop in self._laptops if laptop is not winner)
        if len(changed) == 2 and _digest(loser.path) != _digest(winner.path):
            kept = loser.folder / f"werk (conflict {len(self.conflicts)}).bouwstenen"
            shutil.copyfile(loser.path, kept)
            self.conflicts.append(kept)
        part = loser.folder / ".tijdelijk"
        shutil.copyfile(winner.path, part)
        part.replace(loser.path)
        self._known = _digest(winner.path)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("seed", range(2))
def test_whatever_the_sync_program_does_every_word_is_there_at_the_end(
    tmp_path: Path, example_file: Path, seed: int
) -> None:
    chance = random.Random(seed)
    one, other = Laptop(tmp_path, "a", example_file), Laptop(tmp_path, "b", example_file)
    cloud = Cloud(one, other)
    for _ in range(40):
        laptop = chance.choice((one, other))
        match chance.choices(("toggle", "capture", "publish", "sync"), (2, 4, 2, 3))[0]:
            case "toggle":
                laptop.toggle()
            case "capture":
                laptop.capture(chance)
            case "publish":
                laptop.publish()
            case _:
                cloud.sync(chance)
    ends = []
    for laptop in (one, other):
        if laptop.store is not None:
            laptop.toggle()
        cloud.sync(chance)
    for conflict in cloud.conflicts:
        one.take_in(conflict)
    for laptop in (one, other, one, other):
        cloud.sync(chance)
        laptop.toggle()
        laptop.publish()
        store = laptop.store
        assert store is not None
        ends.append(content(store))
        laptop.toggle()
        assert not list((laptop.around.data / "werkkopieën").iterdir())
    titles = {row["title"] for row in ends[-1]["block"].values()}
    assert one.stored | other.stored <= titles
    assert ends[-1] == ends[-2]


def test_the_sync_program_of_these_days_does_make_conflicts(tmp_path: Path, example_file: Path) -> None:
    one, other = Laptop(tmp_path, "a", example_file), Laptop(tmp_path, "b", example_file)
    cloud = Cloud(one, other)
    for laptop in (one, other):
        laptop.toggle()
        laptop.capture(random.Random(1))
        laptop.toggle()
    cloud.sync(random.Random(1))
    assert len(cloud.conflicts) == 1
    assert one.around != replace(other.around)
