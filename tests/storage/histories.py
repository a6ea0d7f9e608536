"""Random histories of several laptops: whatever happens in whatever order, all end equal and nothing is lost.

More of them in a night: ``python -m tests.storage.histories 10000``.
"""

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.storage.laptops import Laptop, content, merge

from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.services import boards, bundling, capturing, deduplicating, differing, preparing, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import differences
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.written import Difference

STEPS = 24
ACTS = (
    "capture", "capture", "edit", "edit", "edit", "remove", "restore_block", "tag", "bundle", "bundle", "add_to",
    "take_out", "join", "dissolve", "undo", "redo", "merge", "merge", "merge", "keep", "put_back",
    "choose", "choose", "judge",
)  # fmt: skip
"""What happens, as often as it stands here."""
FIELDS = ("title", "explanation", "example", "next_step", "note")


class History:
    """Three to five laptops that capture, edit, remove, bundle, undo, merge and go back to an earlier state."""

    def __init__(self, folder: Path, seed: int, codes: Callable[[Store], Any]) -> None:
        self._chance = random.Random(seed)
        self._folder = folder
        self._words = 0
        off = [timedelta(hours=self._chance.uniform(-12, 12)) for _ in range(self._chance.randint(3, 5))]
        self.laptops = [Laptop(folder, f"laptop{place}", off=one) for place, one in enumerate(off)]
        first = self.laptops[0]
        first.make()
        codes(first.store)
        first.store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek")
        for other in self.laptops[1:]:
            other.copy_of(first)
        self._kept: dict[int, Path] = {}

    def go(self, steps: int = STEPS) -> None:
        """Let things happen, then bring everything together."""
        for _ in range(steps):
            self.act(self._chance.choice(ACTS), self._chance.randrange(len(self.laptops)))
        self.come_together()

    def act(self, name: str, place: int) -> None:
        """Let one thing happen on one of the laptops."""
        getattr(self, name)(self.laptops[place % len(self.laptops)])

    def come_together(self) -> None:
        """Merge everything into every laptop, each in an order of its own and some of it twice."""
        for _ in range(2):
            order = self._chance.sample(self.laptops, len(self.laptops))
            for laptop in order:
                others = [one.store for one in order if one is not laptop]
                merge(laptop.store, *others, *self._chance.choices(others, k=self._chance.randint(0, 2)))

    def check(self) -> None:
        """Raise AssertionError unless all laptops hold the same and everything that was in doubt is shown."""
        first, *others = (laptop.store for laptop in self.laptops)
        same, shown = content(first), first.read(differences.differences)
        for other in others:
            assert content(other) == same
            assert [*map(_said, other.read(differences.differences))] == [*map(_said, shown)]
        everything = first.read(boards.select_blocks, Selection())
        assert len({block.spoken_id for block in everything}) == len(everything)
        bundles = first.read(bundling.bundles)
        inside = [block for bundle in bundles for block in bundle.contributions]
        assert len(set(inside)) == len(inside)
        assert len({bundle.number for bundle in bundles}) == len(bundles)
        assert {*first.read(bundling.bundles_of, [block.id for block in everything])} == {*inside}
        assert first.faults() == ()

    def close(self) -> None:
        """Close every workspace."""
        for laptop in self.laptops:
            laptop.store.close()

    # ------------------------------------------------------------------ what a person does

    def capture(self, laptop: Laptop) -> None:
        workshops = laptop.store.read(preparing.workshops)
        if not workshops:  # its making was taken back
            laptop.store.do("Sessie", preparing.create_workshop, title=self._word(), region="Rivierenhoek")
            workshops = laptop.store.read(preparing.workshops)
        workshop = self._chance.choice(workshops).id
        laptop.store.do("Vastgelegd", capturing.capture, self._word(), workshop=workshop)

    def edit(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            field = self._chance.choice(FIELDS)
            laptop.store.do("Bewerkt", capturing.edit_block, block, **{field: self._word()})

    def remove(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            laptop.store.do("Weg", capturing.remove_blocks, [block])

    def restore_block(self, laptop: Laptop) -> None:
        binned = laptop.store.read(boards.select_blocks, Selection(removed=True))
        if binned:
            laptop.store.do("Terug", capturing.restore_blocks, [self._chance.choice(binned).id])

    def tag(self, laptop: Laptop) -> None:
        themes = laptop.store.read(codebook).of(THEME)
        if (block := self._block(laptop)) and themes:
            verb = self._chance.choice((tagging.tag, tagging.untag))
            laptop.store.do("Getagd", verb, [block], [self._chance.choice(themes[:3]).id])

    def bundle(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            laptop.store.do("Gebundeld", bundling.bundle_blocks, [block])

    def add_to(self, laptop: Laptop) -> None:
        if (block := self._block(laptop)) and (bundles := self._bundles(laptop)):
            laptop.store.do("Erbij", bundling.add_to_bundle, bundles[0], [block])

    def take_out(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            laptop.store.do("Eruit", bundling.take_out, [block])

    def join(self, laptop: Laptop) -> None:
        if bundles := self._bundles(laptop):
            laptop.store.do("Samen", bundling.join, bundles[0], bundles[1:2])

    def dissolve(self, laptop: Laptop) -> None:
        if bundles := self._bundles(laptop):
            laptop.store.do("Opgelost", bundling.dissolve, bundles[:1])

    def choose(self, laptop: Laptop) -> None:
        if found := laptop.store.read(differing.differing):
            one = self._chance.choice(found)
            values = [version.value for version in one.versions]
            value = self._chance.choice([*values, self._word()] if one.free else values)
            laptop.store.do("Gekozen", differing.choose, one.table, one.row, one.field, value)

    def judge(self, laptop: Laptop) -> None:
        first, second = self._block(laptop), self._block(laptop)
        if first != second:
            verb = self._chance.choice((deduplicating.judge_apart, deduplicating.judge_linked))
            laptop.store.do("Beoordeeld", verb, first, second)

    def undo(self, laptop: Laptop) -> None:
        laptop.store.undo()

    def redo(self, laptop: Laptop) -> None:
        laptop.store.redo()

    def merge(self, laptop: Laptop) -> None:
        others = [one.store for one in self.laptops if one is not laptop]
        merge(laptop.store, *self._chance.sample(others, self._chance.randint(1, len(others))))

    def keep(self, laptop: Laptop) -> None:
        place = self.laptops.index(laptop)
        self._kept[place] = self._folder / f"bewaard-{place}"
        laptop.store.copy_to(self._kept[place])

    def put_back(self, laptop: Laptop) -> None:
        if kept := self._kept.get(self.laptops.index(laptop)):
            # What only this laptop had is gone with it, as on a real disk: so it is merged elsewhere first.
            merge(next(one for one in self.laptops if one is not laptop).store, laptop.store)
            laptop.restore(kept)

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


def play(seed: int, codes: Callable[[Store], Any]) -> None:
    """Play one history and check how it ends; the seed is in the message of what goes wrong."""
    folder = Path(tempfile.mkdtemp(prefix="geschiedenis-"))
    try:
        history = History(folder, seed, codes)
        try:
            history.go()
            history.check()
        except Exception as error:
            raise AssertionError(f"history {seed}") from error
        finally:
            history.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(count: int) -> None:
    """Play many histories."""
    import json

    from bouwstenen_app.services import examples

    book = json.loads(
        (Path(__file__).parents[2] / "resources/codebook/bouwstenen-basis.json").read_text(encoding="utf-8")
    )
    for seed in range(count):
        play(seed, lambda store: store.begin("Nieuw", examples.fill_new, book))
        if seed % 100 == 99:
            print(f"{seed + 1} histories: equal ends, nothing lost", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
