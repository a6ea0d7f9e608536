"""The index of *Ordenen* and *Inzicht* with very many blocks: building, counts, matrix and size."""

import argparse
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.search import TYPED, Took, timed, told
from benchmarks.workspaces import workspace
from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.services import codebooks, facet_index, insight
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.storage.store import Store

MANY = 1_000_000
ROOMY = {"counts": 50.0, "matrix": 100.0}
VAST = {"counts": 250.0, "matrix": 1000.0}
"""The goals at 100,000 blocks, and at 1,000,000."""


def main() -> None:
    """Print every figure beside its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    goals = VAST if chosen.blocks >= MANY else ROOMY
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        print(f"Ordenen and Inzicht, {chosen.blocks} blocks:")
        _tell_index(store, goals, chosen.rounds)
        store.close()


def _tell_index(store: Store, goals: dict[str, float], rounds: int) -> None:
    before = _resident()
    begun, busy = time.perf_counter(), time.thread_time()
    index = store.read(facet_index.built)
    took = f"{time.perf_counter() - begun:.2f} s to build in one go (processor {time.thread_time() - busy:.2f})"
    print(f"the index: {took}, {_resident() - before:.0f} MB")
    counts = _times([partial(_counted, store, index, typed) for typed in TYPED], rounds)
    print(f"counts for what is typed: {told(counts)} (goal: p95 at most {goals['counts']:.0f})")
    domain = store.read(codebooks.codebook).tops(DOMAIN)[0].id
    chosen = Selection(codes={DOMAIN: (domain,)})
    clicks = _times([lambda: store.read(facet_index.facets, index, chosen)], rounds * 10)
    print(f"counts after a click: {told(clicks)}")
    matrix = _times([lambda: store.read(insight.matrix, rows=THEME, columns=DOMAIN, index=index)], rounds * 4)
    print(f"matrix theme × domain: {told(matrix)} (goal: at most {goals['matrix']:.0f})")
    whole = _times([lambda: store.read(insight.overview, index=index)], rounds)
    print(f"all of Inzicht: {told(whole)}")


def _counted(store: Store, index: FacetIndex, typed: str) -> object:
    return store.read(facet_index.facets, index, Selection(query=typed))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _times(asked: list[Callable[[], object]], rounds: int) -> list[Took]:
    return [timed(lambda _, ask=ask: ask(), "") for _ in range(rounds) for ask in asked]  # type: ignore[misc]


if __name__ == "__main__":
    main()
