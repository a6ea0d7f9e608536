"""Make a picture of every state of a session: preparing, running, over time, each way of working, the beamer on.

python -m tests.screenshots_session [FOLDER]      (out/session)
"""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.screenshots import Opened, dressed, open_example, save, studio

from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.services import preparing
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.remembered import TIMER

TYPED = "Wijkagent belt dezelfde dag met het lokale team @pol"


def states(opened: Opened) -> dict[str, Callable[[], None]]:
    """Return how to get to each state, by its name, in the order of a session."""
    place = opened.window.place("capture")
    assert isinstance(place, CapturePlace)
    line = place.page.bar.line

    def way(key: str) -> Callable[[], None]:
        return lambda: place.ways.go(key)

    def typing() -> None:
        place.ways.go_to_line()
        QTest.keyClicks(line, TYPED)

    def over_time() -> None:
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(line, Qt.Key.Key_Delete)
        place.timer._keep(RoundTimer.start(20, place.timer._clock() - 23 * 60, round=place._round))

    return {
        "voorbereiden": lambda: opened.window.go("sessions"),
        "loopt": lambda: opened.window.go("capture"),
        "typen": typing,
        "over-tijd": over_time,
        "beamer-aan": place.beamer.open,
        "groeperen": way("groeperen"),
        "stemmen": way("stemmen"),
        "teruglezen": way("teruglezen"),
        "fotos": way("foto’s"),
        "nieuwe-tags": way("nieuwe tags"),
    }


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    made = []
    with studio(words, "out/session") as (out, folder):
        opened = open_example(folder)
        for view in dressed(opened):
            opened.window.go("capture")
            for name, go in states(opened).items():
                go()
                opened.window.notice.hide()
                made.append(save(opened.frame, out / f"{name}-{view}.png"))
            _back(opened)
        opened.frame.close()
    sys.stdout.write(f"{len(made)} pictures in {out}\n")


def _back(opened: Opened) -> None:
    """Be as before the first state."""
    place = opened.window.place("capture")
    assert isinstance(place, CapturePlace)
    place.beamer.close()
    place.ways.go_to_line()
    place._desk.remember(TIMER + place._desk.read(preparing.workshops)[0].id, "")
    place.timer._keep(None)


if __name__ == "__main__":
    main(sys.argv[1:])
