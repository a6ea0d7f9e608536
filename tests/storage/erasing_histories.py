"""Random histories in which blocks and earlier versions are erased: all end equal, and no erased word is anywhere.

More of them in a night: ``python -m tests.storage.erasing_histories 10000``.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.storage.histories import FIELDS, History, play_through
from tests.storage.laptops import Laptop

from bouwstenen_app.services import boards, capturing, differing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import overwriting
from bouwstenen_app.storage.store import Store

ACTS = (
    "capture", "capture", "capture", "edit", "edit", "edit", "remove", "restore_block", "tag", "bundle", "bundle",
    "add_to", "take_out", "join", "dissolve", "undo", "redo", "merge", "merge", "merge", "keep", "put_back",
    "choose", "judge", "erase", "erase", "erase_earlier", "erase_earlier", "remember",
)  # fmt: skip


class ErasingHistory(History):
    """The same laptops; some of them erase a block, or what it said before."""

    def __init__(self, folder: Path, seed: int, codes: Callable[[Store], Any]) -> None:
        super().__init__(folder, seed, codes)
        self.words: dict[str, set[str]] = defaultdict(set)
        """Block → the words that were ever typed in it."""
        self.gone: set[str] = set()
        """Blocks that were erased."""

    def go(self, steps: int = 24) -> None:
        for _ in range(steps):
            self.act(self._chance.choice(ACTS), self._chance.randrange(len(self.laptops)))
        self.come_together()

    def capture(self, laptop: Laptop) -> None:
        if not (workshops := laptop.store.read(preparing.workshops)):
            laptop.store.do("Sessie", preparing.create_workshop, title="Sessie", region="Rivierenhoek")
            workshops = laptop.store.read(preparing.workshops)
        word = self._word()
        workshop = self._chance.choice(workshops).id
        done = laptop.store.do(f"“{word}” vastgelegd", capturing.capture, word, workshop=workshop)
        self.words[done.result.block].add(word)

    def edit(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            word = self._word()
            self.words[block].add(word)
            field = self._chance.choice(FIELDS)
            laptop.store.do(f"“{word}”", capturing.edit_block, block, **{field: word})

    def choose(self, laptop: Laptop) -> None:
        if found := laptop.store.read(differing.differing):
            one = self._chance.choice(found)
            value = self._chance.choice([version.value for version in one.versions])
            laptop.store.do("Gekozen", differing.choose, one.table, one.row, one.field, value)

    def erase(self, laptop: Laptop) -> None:
        binned = laptop.store.read(boards.select_blocks, Selection(removed=True))
        here = [*laptop.store.read(boards.select_blocks, Selection()), *binned]
        if here:
            block = self._chance.choice(here).id
            laptop.store.do("Gewist", overwriting.note, [("block", block)], whole=True)
            self.gone.add(block)

    def erase_earlier(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            title = self._word()
            laptop.store.do("Eerder gewist", overwriting.overwrite, {("block", block): {"title": title}})
            # What was taken over from an earlier version is somebody's text: nobody knows any more whose it was.
            self.words[block] = {*self._said(laptop, block)}

    def remember(self, laptop: Laptop) -> None:
        if block := self._block(laptop):
            laptop.store.remember("concept", laptop.store.read(boards.blocks, [block])[0].title)

    def check(self) -> None:
        super().check()
        for laptop in self.laptops:
            held = laptop.path.read_bytes()
            for block in self.gone:
                for word in self.words[block]:
                    assert word.encode() not in held, (laptop.name, word)
                    assert word.lower().encode() not in held, (laptop.name, word)

    def check_ledger(self, shown: object) -> None:
        """What was erased is to be lost."""

    def _said(self, laptop: Laptop, block: str) -> set[str]:
        (found,) = laptop.store.read(boards.blocks, [block])
        return {getattr(found, field) for field in FIELDS} - {""}

    def _word(self) -> str:
        self._words += 1
        return f"Woord{self._words:05d}q"


def play(seed: int, codes: Callable[[Store], Any]) -> None:
    """Play one history and check how it ends; the seed is in the message of what goes wrong."""
    play_through(seed, lambda folder: ErasingHistory(folder, seed, codes))


def main(count: int, first: int = 0) -> None:
    """Play many histories."""
    from bouwstenen_app.services import examples

    book = json.loads(
        (Path(__file__).parents[2] / "resources/codebook/bouwstenen-basis.json").read_text(encoding="utf-8")
    )
    for seed in range(first, first + count):
        play(seed, lambda store: store.begin("Nieuw", examples.fill_new, book))
        if seed % 100 == 99:
            print(f"{seed + 1} histories: equal ends, no erased word", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ["200"]))
