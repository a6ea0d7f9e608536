"""Two programs publish to a library and fetch from it for a while, and the server is stopped three times meanwhile.

python -m tests.storage.library_endurance 600
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.storage.laptops import Laptop, content, run
from tests.storage.postgres import Server

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.library import Library
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store

RESTARTS = 3


def main(seconds: float) -> None:
    """Let two programs work, then compare what each has with what was captured."""
    folder = Path(tempfile.mkdtemp(prefix="duur-", dir="/tmp"))
    folder.chmod(0o755)
    server = Server(folder / "server")
    laptops = [Laptop(folder, name) for name in ("een", "twee")]
    laptops[0].make()
    laptops[0].store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek")
    laptops[1].copy_of(laptops[0])
    Library(server.address()).make()
    for laptop in laptops:
        laptop.store.close()
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", __spec__.name, laptop.name, str(folder), server.address(), str(seconds)]
        )
        for laptop in laptops
    ]
    for _ in range(RESTARTS):
        time.sleep(seconds / (RESTARTS + 1))
        server.stop()
        time.sleep(2)
        server.start()
    codes = [worker.wait() for worker in workers]
    stores = [open_store(laptop.path, laptop.around) for laptop in laptops]
    for _ in range(2):
        for store in stores:
            _exchange(store, server.address())
    same = content(stores[0]) == content(stores[1])
    blocks = [store.read(boards.select_blocks, Selection()) for store in stores]
    written = {line for laptop in laptops for line in (folder / laptop.name / "lijst").read_text().splitlines()}
    lost = written - {block.id for block in blocks[0]}
    told = f"ended with {codes}; {len(written)} blocks captured, {len(lost)} lost, equal ends: {same}"
    print(told)  # noqa: T201
    for store in stores:
        store.close()
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)
    if lost or not same or any(codes):
        raise SystemExit(1)


def work(name: str, folder: Path, address: str, seconds: float) -> None:
    """Capture, publish and fetch until the time is over; a server that is away is asked again later."""
    laptop = Laptop.__new__(Laptop)
    Laptop.describe(laptop, folder, name)
    store = open_store(laptop.path, laptop.around)
    workshop = store.read(preparing.workshops)[0].id
    until, chance, away = time.monotonic() + seconds, random.Random(name), 0
    with (folder / name / "lijst").open("w") as lines:
        while time.monotonic() < until:
            done = store.do("Vast", capturing.capture, f"Van {name}", workshop=workshop).result
            if done is not None:
                lines.write(f"{done.block}\n")
                lines.flush()
            try:
                _exchange(store, address)
            except Problem:
                away += 1
            time.sleep(chance.uniform(0, 0.5))
    store.close()
    print(f"{name}: the library was away {away} times")  # noqa: T201


def _exchange(store: Store, address: str) -> None:
    library = Library(address)

    def add(merge: Merge) -> Iterator[Progress]:
        with library.opened(merge.known) as shelf:
            merge.add(shelf)
            yield Progress(1, 1, "Ophalen")

    run(library.publish(store))
    run(store.merge(add))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        work(sys.argv[1], Path(sys.argv[2]), sys.argv[3], float(sys.argv[4]))
    else:
        main(float(sys.argv[1]) if len(sys.argv) > 1 else 600)
