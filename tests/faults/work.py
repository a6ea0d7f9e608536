"""A facilitator's work in pieces: one step after the other on a real workspace, chosen by a seeded chance."""

import itertools
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from tests.few_codes import few_codes

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import boards, bundling, capturing, examples, preparing
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.storage.store import Store

KEY: Final = Key(bytes(range(32)), b"zestien bytes nu")
OTHER_KEY: Final = Key(bytes(range(1, 33)), b"zestien anderen!")


def around_in(folder: Path, now: Callable[[], datetime] = datetime.now) -> Surroundings:
    """Return a laptop whose own folder is in ``folder``, where the passwords were given."""
    around = Surroundings(folder / "eigen", "ab" * 16, identities(), now)
    for key in (KEY, OTHER_KEY):
        around.keys.add(key)
    return around


def workspace(folder: Path, around: Surroundings, key: Key | None = None) -> Path:
    """Make a workspace with a few codes and one session, and close it."""
    path = folder / "werk.bouwstenen"
    store = create(path, around, lambda new: new.begin("Nieuw", examples.fill_new, few_codes()), key=key)
    store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek", rounds=("Een", "Twee"))
    store.close()
    return path


def copied(path: Path, folder: Path) -> Path:
    """Return a copy of a workspace that is closed."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(path, folder / path.name))


class Work:
    """Someone who captures, edits, bundles, bins, undoes and types half a line, over and over."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store = store
        self._chance = random.Random(seed)
        self._workshop = store.read(preparing.workshops)[0].id
        self._count = itertools.count()

    def steps(self) -> Iterator[str]:
        """Do one thing after the other, without end; each is on disk when its name is yielded."""
        acts = (self.edit, self.bundle, self.bin, self.undo, self.redo, self.draft)
        while True:
            act = self._chance.choice((self.capture,) * 3 + acts)
            if act():
                yield act.__name__

    def capture(self) -> bool:
        """Capture a block with tags and parts, now and then a long one."""
        number = next(self._count)
        long = "woord " * (self._chance.randrange(400) if number % 5 == 0 else 8)
        text = f"Bouwsteen {number} {self._chance.random()} @politie #onderwijs nodig: tijd, geld >> bellen {long}"
        self._store.do("Vastgelegd", capturing.capture, text, workshop=self._workshop)
        return True

    def edit(self) -> bool:
        """Change the text of some blocks, and give one a tag."""
        if not (some := self._some(3)):
            return False
        text = f"Uitleg {self._chance.random()} " + "tekst " * self._chance.randrange(200)
        return self._store.do("Bewerkt", capturing.edit_blocks, some, explanation=text).changes is not None

    def bundle(self) -> bool:
        """Bring some blocks together."""
        if len(some := self._some(4)) < 2:
            return False
        return self._store.do("Gebundeld", bundling.bundle_blocks, some).changes is not None

    def bin(self) -> bool:
        """Put a block in the bin."""
        if not (some := self._some(1)):
            return False
        return self._store.do("Weg", capturing.remove_blocks, some).changes is not None

    def undo(self) -> bool:
        """Take the last step back."""
        return self._store.undo() is not None

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._store.redo() is not None

    def draft(self) -> bool:
        """Keep half a line."""
        self._store.remember("concept", f"half getypt {self._chance.random()}")
        return True

    def _some(self, most: int) -> list[str]:
        there = [block.id for block in self._store.read(boards.blocks_of, self._workshop) if not block.removed]
        return self._chance.sample(there, min(most, len(there)))
