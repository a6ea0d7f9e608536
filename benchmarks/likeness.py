"""In a pause while typing: which block says nearly this? It is asked on the GUI thread, so within one frame."""

import argparse
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workspaces import Words, workspace
from bouwstenen_app.domain.similarity import alike
from bouwstenen_app.services import boards, likeness
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

FRAME = 16.0
SESSION, SESSION_LIMIT = 200, 50.0


def main() -> None:
    """Print the median and p95 of a hint, and what it takes to compare a whole session before a vote."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        times = [_timed(store, text) for text in _typed(chosen.texts)]
        found = store.read(boards.find, Selection(), limit=SESSION).blocks
        store.close()
    p95 = statistics.quantiles(times, n=20)[-1]
    median = statistics.median(times)
    print(f"look-alike of what is typed, {chosen.blocks} blocks: median {median:.1f} ms, p95 {p95:.1f} ms")
    print(f"(goal: p95 at most {FRAME:.0f} ms)")
    texts = [f"{block.title}\n{block.explanation}" for block in found]
    pairs = statistics.median(_compared(texts) for _ in range(5))
    print(f"{len(texts)} blocks compared with each other: {pairs:.0f} ms (goal: about {SESSION_LIMIT:.0f})")


def _typed(count: int) -> list[str]:
    """Return texts as they are when someone pauses: half a title, or a title with a sentence."""
    words = Words(9)
    whole = [f"{words.title()}\n{words.sentence()}" for _ in range(count)]
    return [text if place % 2 else text[: likeness.LEAST_TYPED + place % 50] for place, text in enumerate(whole)]


def _timed(store: Store, text: str) -> float:
    start = time.perf_counter()
    store.read(likeness.look_alike, text)
    return (time.perf_counter() - start) * 1000


def _compared(texts: list[str]) -> float:
    start = time.perf_counter()
    alike(texts)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
