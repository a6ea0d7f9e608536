"""Pairs for the de-duplication round: how many labelled ones are found, and time and memory with many blocks.

python -m benchmarks.similar [--blocks 10000 100000] [--folder FOLDER]
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.workspaces import around, workspace
from bouwstenen_app.domain.look_alikes import FIRST, Suggestion, Text, Told
from bouwstenen_app.services import deduplicating, examples
from bouwstenen_app.services.deduplicating import Material
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import codebook_file, sessions_file

GOALS = {10_000: 5, 100_000: 90}
"""Seconds by number of blocks."""
MEMORY, RECALL = 1_000, 95
PLANTED = 200
"""So many blocks are said again in other words, to see whether they are found among many."""
JOINED, ALIKE = ("vrijwel-dubbel", "dubbel-binnen-sessie"), "niet-samenvoegen"


def main() -> None:
    """Print the quality on the example sessions, and time and memory of as many blocks as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, nargs="*", default=list(GOALS))
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        quality(Path(scratch))
        for count in chosen.blocks:
            speed(chosen.folder or Path(scratch), count)


def quality(folder: Path) -> None:
    """Print recall and order on the labelled pairs of the example, with its tags and by its words alone."""
    labelled = sessions_file()["paren"]
    with_tags, ids = _example(folder)
    bare = tuple(replace(text, codes=(), kind="") for text in with_tags.texts)
    for name, material in (("with tags", with_tags), ("words alone", replace(with_tags, texts=bare))):
        found = result(deduplicating.compare(material))
        for half, pairs in (("all", labelled), ("even pairs", labelled[::2]), ("odd pairs", labelled[1::2])):
            _print_quality(f"{name}, {half}", found, pairs, ids)


def speed(folder: Path, count: int) -> None:
    """Print time, memory and the share of planted pairs that are found.

    The workspace is made by another process: the memory that takes is no part of what comparing takes.
    """
    making = get_context("spawn").Process(target=_make, args=(folder, count))
    making.start()
    making.join()
    store = workspace(folder, count)
    start, worked = time.perf_counter(), time.process_time()
    material = store.read(deduplicating.material)
    read = time.perf_counter() - start
    store.close()
    worked = time.process_time() - worked
    texts, planted = _planted(material.texts)
    start, since = time.perf_counter(), time.process_time()
    found = result(deduplicating.compare(replace(material, texts=texts)))
    took, worked = read + time.perf_counter() - start, worked + time.process_time() - since
    pairs = {frozenset((one.first, one.second)) for one in found}
    hit = sum(frozenset(pair) in pairs for pair in planted)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    print(f"{count} blocks: {took:.1f} s, of which reading {read:.1f} s (goal: under {GOALS.get(count, '–')} s)")
    print(f"  {worked:.1f} s of the processor")
    print(f"  {peak:.0f} MB at most (goal: under {MEMORY} MB); {len(found)} pairs")
    print(f"  {hit} of {len(planted)} planted pairs among the first {FIRST}")


def _make(folder: Path, count: int) -> None:
    workspace(folder, count).close()


def result(work: Told) -> tuple[Suggestion, ...]:
    """Return what long work returns in the end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: tuple[Suggestion, ...] = end.value
            return found


def place(found: Sequence[Suggestion], one: str, other: str) -> int:
    """Return the place of one block among the suggestions of another; far away when it is not there."""
    mine = [pair for pair in found if one in (pair.first, pair.second)]
    return next((n for n, pair in enumerate(mine, start=1) if other in (pair.first, pair.second)), len(found) + 1)


def _print_quality(name: str, found: Sequence[Suggestion], labelled: Sequence[Any], ids: dict[str, str]) -> None:
    scores = {frozenset((one.first, one.second)): one.score for one in found}
    joined = [(ids[pair["a"]], ids[pair["b"]]) for pair in labelled if pair["relatie"] in JOINED]
    alike = [(ids[pair["a"]], ids[pair["b"]]) for pair in labelled if pair["relatie"] == ALIKE]
    places = [(place(found, a, b), place(found, b, a)) for a, b in joined]
    either = sum(min(both) <= FIRST for both in places)
    directions = sum((a <= FIRST) + (b <= FIRST) for a, b in places)
    right = sum(scores.get(frozenset(a), 0) > scores.get(frozenset(b), 0) for a in joined for b in alike)
    print(
        f"{name}: {either} of {len(joined)} pairs found ({100 * either / len(joined):.0f} %, goal {RECALL} %), "
        f"{directions} of {2 * len(joined)} seen from each block; "
        f"above the look-alikes in {100 * right / (len(joined) * len(alike)):.0f} %"
    )


def _example(folder: Path) -> tuple[Material, dict[str, str]]:
    store = create(folder / "voorbeeld.bouwstenen", around(folder))
    store.begin("Voorbeeld", examples.fill_example, codebook_file(), sessions_file())
    material = store.read(deduplicating.material)
    store.close()
    named = {text.title: text.id for text in material.texts}
    blocks = (block for item in sessions_file()["sessies"] for block in item["bouwstenen"])
    return material, {block["id"]: named[block["titel"]] for block in blocks if block["titel"] in named}


def _planted(texts: Sequence[Text]) -> tuple[tuple[Text, ...], list[tuple[str, str]]]:
    chance = random.Random(4)
    originals = chance.sample(list(texts), PLANTED)
    again = [_said_again(text, chance) for text in originals]
    return (*texts, *again), [(text.id, other.id) for text, other in zip(originals, again, strict=True)]


def _said_again(text: Text, chance: random.Random) -> Text:
    """Return a text with its words in another order, a third left out, one in six with a typing error."""
    title, explanation = (_jumbled(words.split(), chance) for words in (text.title, text.explanation))
    return replace(text, id=f"f{text.id[1:]}", title=title, explanation=explanation, next_step="")


def _jumbled(words: Sequence[str], chance: random.Random) -> str:
    kept = [word for word in words if chance.random() > 1 / 3]
    chance.shuffle(kept)
    return " ".join(_mistyped(word, chance) if chance.random() < 1 / 6 else word for word in kept)


def _mistyped(word: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(word) - 1))
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


if __name__ == "__main__":
    main()
