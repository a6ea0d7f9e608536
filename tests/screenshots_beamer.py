"""Make a picture of everything the room can see on the beamer, small, large and square, to look at.

python -m tests.screenshots_beamer [FOLDER]      (out/beamer)
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bouwstenen_app.domain.beamer import CLUSTERS, OPENING, PHOTO, READ_BACK, VOTES
from bouwstenen_app.domain.blocks import CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.domain.opening import TITLE, lines
from bouwstenen_app.domain.stage import FEW, ShownBlock, ShownCluster, Stage
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.domain.workshops import LAST_FIVE, ONLY_COUNT
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas

RESOURCES = Path(__file__).parent.parent / "resources"
SIZES = ((1280, 720), (3840, 2160), (1024, 768))
COUNTS = (0, 1, 4, 12, 40, 120)
COLOURS = ("#c79bdc", "#7ad0a4", "", "#7fb2f0", "#f3ad82")
NOW = 1_000_000.0
RUNNING, OVER, PAUSED = RoundTimer(1200, NOW + 754), RoundTimer(1200, NOW - 80), RoundTimer(1200, None, 400.0)
QUESTION = "Waar vinden zorg en straf elkaar vroegtijdig — en wat maakte dat mogelijk?"
LONG = f"{QUESTION[:-1]}, wie nam daarvoor verantwoordelijkheid, en wat zou je morgen in je eigen organisatie doen?"
CLUSTER_NAMES = (
    "Vroege samenwerking rond het gezin",
    "Informatie delen",
    "",
    "Ervaringsdeskundigheid als vaste partner",
)

Shot = tuple[str, Stage, RoundTimer | None]


class Blocks:
    """Blocks with the titles of the example sessions."""

    def __init__(self) -> None:
        data = json.loads((RESOURCES / "examples" / "voorbeeldsessies.json").read_text(encoding="utf-8"))
        self._titles = [title for title in _titles(data) if len(title) > 25]

    def make(self, count: int, *, votes: bool = False) -> tuple[ShownBlock, ...]:
        """Return so many blocks, the newest first."""
        return tuple(
            ShownBlock(str(n), n, self._titles[n % len(self._titles)], COLOURS[n % 5], votes=n * 7 % 23 * votes)
            for n in range(count, 0, -1)
        )


def shots(blocks: Blocks) -> Iterator[Shot]:
    """Yield every state by name."""
    for count in COUNTS:
        yield f"alles-{count}", _stage(blocks=blocks.make(count), total=count), RUNNING
    yield "laatste-vijf", _stage(mode=LAST_FIVE, blocks=blocks.make(38)[:FEW], total=38), RUNNING
    yield "aantal", _stage(mode=ONLY_COUNT, total=38), RUNNING
    yield "lange-vraag", _stage(blocks=blocks.make(12), total=12, question=LONG), OVER
    yield "pauze", _stage(blocks=blocks.make(6), total=6), PAUSED
    yield "zonder-klok", _stage(blocks=blocks.make(6), total=6), None
    for count in (12, 90):
        ballot = tuple(reversed(blocks.make(count)))
        yield f"stemmen-{count}", _stage(scene=VOTES, blocks=ballot, total=count, votes_each=4), RUNNING
        counted = tuple(sorted(blocks.make(count, votes=True), key=lambda block: -block.votes))
        yield f"onthuld-{count}", _stage(scene=VOTES, blocks=counted, total=count, votes_shown=True), RUNNING
    for sizes in ((4, 3, 2), (14, 9, 6, 5, 3, 2, 8)):
        made = list(blocks.make(sum(sizes)))
        named = [(CLUSTER_NAMES[n % 4], tuple(made.pop() for _ in range(size))) for n, size in enumerate(sizes)]
        clusters = tuple(ShownCluster(name, inside) for name, inside in named)
        yield f"clusters-{len(sizes)}", _stage(scene=CLUSTERS, clusters=clusters, total=sum(sizes)), RUNNING
    for title, said in (("Eén vast gezicht, ook als de hulp wisselt", CONFIRMED), (LONG * 3, NOT_RECOGNISED)):
        block = ShownBlock("x", 14, title, COLOURS[1], read_back=said)
        yield f"teruglezen-{said}".replace(" ", "-"), _stage(scene=READ_BACK, blocks=(block,)), RUNNING
    yield (
        "openingskaart",
        _stage(scene=OPENING, question=TITLE, lines=lines(), round_name="", round_number=None),
        None,
    )
    yield "foto", _stage(scene=PHOTO, total=9), RUNNING


def main(folder: Path) -> int:
    """Save every state in every size, and one that is covered; return how many pictures that are."""
    app = QApplication.instance() or QApplication(["bouwstenen", "-style", "fusion"])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    theme, made = Theme(app, RESOURCES), 0
    for width, height in SIZES:
        canvas = BeamerCanvas(theme, lambda: NOW)
        canvas.resize(width, height)
        for name, stage, timer in (*shots(Blocks()), ("afgedekt", _stage(), None)):
            canvas.show_stage(stage)
            canvas.show_timer(timer)
            canvas.blank(on=name == "afgedekt")
            canvas.grab().save(str(folder / f"{name}-{width}.png"))
            made += 1
    return made


def _stage(**fields: object) -> Stage:
    usual = {"session": "Werksessie zorg & straf — regio Kennemerland", "round_name": "Wat werkt al?"}
    return Stage(**{**usual, "round_number": 2, "question": QUESTION, **fields})  # type: ignore[arg-type]


def _titles(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        for key, value in found.items():
            if key in ("titel", "title") and isinstance(value, str):
                yield value
            else:
                yield from _titles(value)
    elif isinstance(found, list):
        for value in found:
            yield from _titles(value)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    where = Path(sys.argv[1] if sys.argv[1:] else "out/beamer")
    sys.stdout.write(f"{main(where)} pictures in {where}\n")
