"""Kills while a file in a synced folder is brought up to date, with another laptop that works in it too."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tests.faults.killing import Killing
from tests.faults.program import Say
from tests.faults.states import State, state_in, state_of
from tests.faults.work import KEY, Work
from tests.protection import put_under
from tests.storage.laptops import content

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import publishing
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, open_store


class BringingUpToDate(Killing):
    """Two laptops work in one synced folder; the power of both falls away at any moment."""

    longest = 1.0
    key: Key | None = None

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.here = self.around = replace(self.around, synced=_synced)
        self.there = Surroundings(folder / "daar", "cd" * 16, identities(), datetime.now, self.here.keys, _synced)

    def prepare(self) -> None:
        self.there.data.mkdir(exist_ok=True)
        if self.key is not None:
            put_under(self.path, self.here, self.key)

    def first(self) -> State:
        return state_in(self.path, self.key)

    def act(self, say: Say, seed: int) -> None:
        chance = random.Random(seed)
        while True:
            store = open_store(self.path, self.here)
            steps = Work(store, chance.randrange(1 << 30)).steps()
            for _ in range(3):
                next(steps)
                say(state_of(store))
                if chance.random() < 0.5:
                    self._work_there(say, chance.randrange(1 << 30))
                list(publishing.publish(store, self.here, publishing.Told()))
            next(steps)
            say(state_of(store))
            publishing.finish(store, self.here)
            store.close()

    def _work_there(self, say: Say, seed: int) -> None:
        other = open_store(self.path, self.there)
        next(Work(other, seed).steps())
        say(state_of(other))
        publishing.finish(other, self.there)
        other.close()

    def wrong(self, said: list[State]) -> Iterator[str]:
        wanted = frozenset().union(*(state.steps for state in said))
        as_it_was = self.folder.with_name(f"{self.folder.name} toen")
        shutil.copytree(self.folder, as_it_was)
        ends = []
        for order in ((self.here, self.there), (self.there, self.here)):
            shutil.rmtree(self.folder)
            shutil.copytree(as_it_was, self.folder)
            for around in (*order, order[0]):
                store = open_store(self.path, around)
                yield from store.faults()
                list(publishing.publish(store, around, publishing.Told()))
                publishing.finish(store, around)
                ends.append(content(store))
                store.close()
            yield from self._left_over(wanted)
        shutil.rmtree(as_it_was)
        if not ends[1] == ends[2] == ends[4] == ends[5]:
            yield "the order makes a difference"

    def _left_over(self, wanted: frozenset[str]) -> Iterator[str]:
        there = state_in(self.path, self.key).steps
        if not wanted <= there:
            yield f"{len(wanted - there)} steps are gone"
        if len(there - wanted) > 2:
            yield "there are steps that nobody was told of"
        for around in (self.here, self.there):
            if left := [one.name for one in (around.data / "werkkopieën").glob("*")]:
                yield f"a copy stays behind: {left}"
        if more := [one.name for one in self.folder.glob("*.part*")]:
            yield f"something is left in the synced folder: {more}"


class BringingUpToDateProtected(BringingUpToDate):
    """The same with a password."""

    key = KEY


def _synced(_: Path) -> str:
    return "OneDrive"
