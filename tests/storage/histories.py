"""Random histories of several laptops: whatever happens in whatever order, all end equal and nothing is lost.

More of them in a night: ``python -m tests.storage.histories 10000``.
"""

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from tests.storage.crashing import crash, some_moment
from tests.storage.laptops import Journal, Laptop, as_kept, merge, merge_files, run
from tests.storage.ledger import FIELDS, Ledger

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import (
    boards,
    bundling,
    capturing,
    deduplicating,
    differing,
    parcelling,
    preparing,
    tagging,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import differences
from bouwstenen_app.storage.library import Library
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.written import Difference

STEPS = 24
ACTS = (
    "capture", "capture", "edit", "edit", "edit", "edit", "edit", "edit", "remove", "restore_block", "tag",
    "bundle", "bundle", "add_to", "take_out", "join", "dissolve", "undo", "redo", "choose", "choose", "judge",
    "prepare", "merge", "merge", "merge", "send", "send", "arrive", "arrive", "arrive", "exchange", "exchange",
    "halt", "set_clock", "keep", "put_back",
) + (("crash", "crash") if hasattr(os, "fork") else ())  # fmt: skip
"""What happens, as often as it stands here."""
OFF = 11.9
"""Hours that a clock is off, either way: two of them are a day apart."""


class History:
    """Three to five laptops that capture, edit, remove, bundle, undo, merge and go back to an earlier state.

    They exchange open workspaces, copies and parcels that arrive late, twice and in any order, and a ``library``.
    Programs die while they write. ``codes`` fills the first workspace; ``ready`` is one that was made before.
    """

    def __init__(
        self,
        folder: Path,
        seed: int,
        codes: Callable[[Store], Any] = lambda _: None,
        *,
        ready: Path | None = None,
        library: Library | None = None,
    ) -> None:
        self._chance = random.Random(seed)
        self._folder = folder
        self._words = self._sent = 0
        self._library = library
        self.ledger = Ledger()
        self.laptops = [
            Laptop(folder, f"laptop{place}", off=self._off(), noise=random.Random(seed * 8 + place))
            for place in range(self._chance.randint(3, 5))
        ]
        if ready is None:
            begin(self.laptops[0], codes)
            self.laptops[0].store.copy_to(ready := folder / "begin")
        for laptop in self.laptops:
            if not hasattr(laptop, "store"):
                shutil.copyfile(ready, laptop.path)
                laptop.open()
        self._kept: dict[int, Path] = {}
        self._post: list[Path] = []

    def go(self, steps: int = STEPS) -> None:
        """Let things happen, then bring everything together."""
        for _ in range(steps):
            self.act(self._chance.choice(ACTS), self._chance.randrange(len(self.laptops)))
        self.come_together()

    def act(self, name: str, place: int) -> None:
        """Let one thing happen on one of the laptops."""
        getattr(self, name)(self.laptops[place % len(self.laptops)])

    def come_together(self) -> None:
        """Bring everything to every laptop, each in an order of its own and some of it twice."""
        by_library = self._library is not None and self._chance.random() < 0.7
        by_file = self._chance.random() < 0.3
        for _ in range(2):
            order = self._chance.sample(self.laptops, len(self.laptops))
            for laptop in order:
                others = [one for one in order if one is not laptop]
                others += self._chance.choices(others, k=self._chance.randint(0, 2))
                if by_library:
                    self.exchange(laptop)
                elif by_file:
                    merge_files(laptop.store, [self._copy(one) for one in others], self._folder)
                else:
                    merge(laptop.store, *(one.store for one in others))

    def check(self) -> None:
        """Raise AssertionError unless all laptops hold the same and everything that was in doubt is shown."""
        first, *others = (laptop.store for laptop in self.laptops)
        same, shown = as_kept(first), first.read(differences.differences)
        self.check_ledger(shown)
        for other in others:
            assert as_kept(other) == same
            assert [*map(_said, other.read(differences.differences))] == [*map(_said, shown)]
        everything = first.read(boards.select_blocks, Selection())
        assert len({block.spoken_id for block in everything}) == len(everything)
        bundles = first.read(bundling.bundles)
        inside = [block for bundle in bundles for block in bundle.contributions]
        assert len(set(inside)) == len(inside)
        assert len({bundle.number for bundle in bundles}) == len(bundles)
        assert {*first.read(bundling.bundles_of, [block.id for block in everything])} == {*inside}
        assert first.faults() == ()

    def check_ledger(self, shown: Collection[Difference]) -> None:
        """Raise AssertionError when a journal lacks a line, or a text is lost."""
        first, *others = (laptop.store for laptop in self.laptops)
        self.ledger.check(first, shown)
        for other in others:
            assert self.ledger.known(other) == self.ledger.known(first)

    def close(self) -> None:
        """Close every workspace."""
        for laptop in self.laptops:
            laptop.store.close()

    # ------------------------------------------------------------------ what a person does

    def prepare(self, laptop: Laptop) -> None:
        region = self._chance.choice(("Rivierenhoek", "Heuvelland"))
        self._do(laptop, "Sessie", preparing.create_workshop, title=self._word(), region=region)

    def capture(self, laptop: Laptop) -> None:
        if not laptop.store.read(preparing.workshops):  # its making was taken back
            self.prepare(laptop)
        workshop = self._chance.choice(laptop.store.read(preparing.workshops)).id
        self._do(laptop, "Vastgelegd", capturing.capture, self._word(), workshop=workshop)

    def edit(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            field = self._chance.choice((*FIELDS, *FIELDS[:1] * 6))  # mostly the same: then laptops disagree
            self._do(laptop, "Bewerkt", capturing.edit_block, block, **{field: self._word()})

    def remove(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            self._do(laptop, "Weg", capturing.remove_blocks, [block])

    def restore_block(self, laptop: Laptop) -> None:
        binned = laptop.store.read(boards.select_blocks, Selection(removed=True))
        if binned:
            self._do(laptop, "Terug", capturing.restore_blocks, [self._chance.choice(binned).id])

    def tag(self, laptop: Laptop) -> None:
        themes = laptop.store.read(codebook).of(THEME)
        if (block := self._block(laptop)) and themes:
            verb = self._chance.choice((tagging.tag, tagging.untag))
            self._do(laptop, "Getagd", verb, [block], [self._chance.choice(themes[:3]).id])

    def bundle(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            self._do(laptop, "Gebundeld", bundling.bundle_blocks, [block])

    def add_to(self, laptop: Laptop) -> None:
        if (block := self._block(laptop)) and (bundles := self._bundles(laptop)):
            self._do(laptop, "Erbij", bundling.add_to_bundle, bundles[0], [block])

    def take_out(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            self._do(laptop, "Eruit", bundling.take_out, [block])

    def join(self, laptop: Laptop) -> None:
        if bundles := self._bundles(laptop):
            self._do(laptop, "Samen", bundling.join, bundles[0], bundles[1:2])

    def dissolve(self, laptop: Laptop) -> None:
        if bundles := self._bundles(laptop):
            self._do(laptop, "Opgelost", bundling.dissolve, bundles[:1])

    def choose(self, laptop: Laptop) -> None:
        if found := laptop.store.read(differing.differing):
            one = self._chance.choice(found)
            values = [version.value for version in one.versions]
            value = self._chance.choice([*values, self._word()] if one.free else values)
            self._do(laptop, "Gekozen", differing.choose, one.table, one.row, one.field, value)

    def judge(self, laptop: Laptop) -> None:
        first, second = self._block(laptop), self._block(laptop)
        if first != second:
            verb = self._chance.choice((deduplicating.judge_apart, deduplicating.judge_linked))
            self._do(laptop, "Beoordeeld", verb, first, second)

    def undo(self, laptop: Laptop) -> None:
        self._noted(laptop, laptop.store.undo)

    def redo(self, laptop: Laptop) -> None:
        self._noted(laptop, laptop.store.redo)

    def set_clock(self, laptop: Laptop) -> None:
        laptop.off = self._off()

    # ------------------------------------------------------------------ what laptops bring each other

    def merge(self, laptop: Laptop) -> None:
        merge(laptop.store, *(one.store for one in self._some_others(laptop)))

    def halt(self, laptop: Laptop) -> None:
        before, others = as_kept(laptop.store), self._some_others(laptop)

        def add(merging: Merge) -> Iterator[Progress]:
            for one in others:
                merging.add(Journal(one.store))
                yield Progress(0, 1, "Lezen")

        going = laptop.store.merge(add)
        for _ in range(self._chance.randint(1, 3)):
            if next(going, None) is None:
                return  # it had come to its end
        going.close()
        assert as_kept(laptop.store) == before

    def send(self, laptop: Laptop) -> None:
        """Send a copy, or a parcel with a part of it: it arrives some time, perhaps more than once, or never."""
        if self._chance.random() < 0.4:
            self._post.append(self._copy(laptop))
            return
        workshops = [one.id for one in laptop.store.read(preparing.workshops)]
        part = self._chance.choice(
            (
                Selection(query="tekst"),
                Selection(workshops=tuple(workshops[:1])),
                Selection(query=f"tekst {self._words // 2}"),
            )
        )
        with suppress(Problem):  # nothing of that kind is there
            parcelling.send(laptop.store, path := self._new_path(), part)
            self._post.append(path)

    def arrive(self, laptop: Laptop) -> None:
        if self._post:
            merge_files(laptop.store, self._chance.choices(self._post, k=self._chance.randint(1, 2)), self._folder)

    def exchange(self, laptop: Laptop) -> None:
        """Publish and fetch, or one of both; without a library it goes by file."""
        if self._library is None:
            merge_files(laptop.store, [self._copy(one) for one in self._some_others(laptop)], self._folder)
            return
        library = self._library

        def add(merging: Merge) -> Iterator[Progress]:
            with library.opened(merging.known) as shelf:
                merging.add(shelf)
                yield Progress(1, 1, "Ophalen")

        run(library.publish(laptop.store))
        run(laptop.store.merge(add))

    # ------------------------------------------------------------------ what goes wrong

    def keep(self, laptop: Laptop) -> None:
        place = self.laptops.index(laptop)
        self._kept[place] = self._folder / f"bewaard-{place}"
        laptop.store.copy_to(self._kept[place])

    def put_back(self, laptop: Laptop) -> None:
        if kept := self._kept.get(self.laptops.index(laptop)):
            # What only this laptop had is gone with it, as on a real disk: so it is merged elsewhere first.
            merge(next(one for one in self.laptops if one is not laptop).store, laptop.store)
            laptop.restore(kept)

    def crash(self, laptop: Laptop) -> None:
        """Let the program die while it takes in what others have, or while somebody works."""
        others = [self._copy(one) for one in self._some_others(laptop)]
        name = self._chance.choice(("", "", "capture", "edit", "bundle", "undo", "exchange"))
        before, known = as_kept(laptop.store), self.ledger.known(laptop.store)

        def act() -> None:
            laptop.noise.seed(self._words)  # no two programs make the same identities
            laptop.open()
            if name:
                getattr(self, name)(laptop)
            else:
                merge_files(laptop.store, others, self._folder)

        laptop.store.close()
        crash(some_moment(self._chance), act)
        self._words += 2  # what the other typed
        laptop.open()
        self.ledger.note(laptop.store, known, None)
        assert laptop.store.is_sound()
        if (found := as_kept(laptop.store)) != before and not name:
            merge_files(laptop.store, others, self._folder)
            assert as_kept(laptop.store) == found, "a part of a merge came in"

    def _do(self, laptop: Laptop, label: str, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        self._noted(laptop, lambda: laptop.store.do(label, verb, *args, **kwargs).changes)

    def _noted(self, laptop: Laptop, step: Callable[[], Changes | None]) -> None:
        known = self.ledger.known(laptop.store)
        done = step()
        self.ledger.note(laptop.store, known, done.step if done else None)

    def _some_others(self, laptop: Laptop) -> list[Laptop]:
        others = [one for one in self.laptops if one is not laptop]
        return self._chance.sample(others, self._chance.randint(1, len(others)))

    def _copy(self, laptop: Laptop) -> Path:
        laptop.store.copy_to(path := self._new_path())
        return path

    def _new_path(self) -> Path:
        self._sent += 1
        return self._folder / f"post-{self._sent}.bouwstenen"

    def _off(self) -> timedelta:
        return timedelta(hours=self._chance.uniform(-OFF, OFF))

    def _block(self, laptop: Laptop) -> str:
        blocks = laptop.store.read(boards.select_blocks, Selection())
        return self._chance.choice(blocks).id if blocks else ""

    def _bundles(self, laptop: Laptop) -> list[str]:
        bundles = [bundle.id for bundle in laptop.store.read(bundling.bundles)]
        return self._chance.sample(bundles, len(bundles))

    def _word(self) -> str:
        self._words += 1
        return f"Tekst {self._words}"


def _said(one: Difference) -> tuple[Any, ...]:
    return (one.table, one.row, one.field, [(version.step, version.value(one.field)) for version in one.versions])


def begin(laptop: Laptop, codes: Callable[[Store], Any]) -> None:
    """Make the workspace that all begin with."""
    laptop.make()
    codes(laptop.store)
    workshop = laptop.store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
    for title in ("Van het begin", "Ook van het begin"):  # on every laptop, to disagree about
        laptop.store.do("Vastgelegd", capturing.capture, title, workshop=workshop)


def play(
    seed: int,
    codes: Callable[[Store], Any] = lambda _: None,
    *,
    ready: Path | None = None,
    library: Library | None = None,
) -> None:
    """Play one history and check how it ends; the seed is in the message of what goes wrong."""
    play_through(seed, lambda folder: History(folder, seed, codes, ready=ready, library=library))


class Playing(Protocol):
    """A history that goes its way, and is checked at the end."""

    def go(self) -> None: ...

    def check(self) -> None: ...

    def close(self) -> None: ...


def play_through(seed: int, begin: Callable[[Path], Playing]) -> None:
    """Play a history in a folder of its own; the seed is in the message of what goes wrong."""
    folder = Path(tempfile.mkdtemp(prefix="geschiedenis-"))
    try:
        history = begin(folder)
        try:
            history.go()
            history.check()
        except Exception as error:
            raise AssertionError(f"history {seed}") from error
        finally:
            history.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    from tests.storage.many_histories import main

    main(*map(int, sys.argv[1:] or ["200"]))
