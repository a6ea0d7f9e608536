"""Make a picture of every place, light and dark, large and small, and with large text, to look at.

python -m tests.screenshots [FOLDER] [PLACE …]      (out/screens, all places)
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget
from tests.homes import folders_in

from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import CONTRAST, DARK, LIGHT, chosen_look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.welcome import WelcomePage

RESOURCES = Path(__file__).parent.parent / "resources"
PLACES = ("sessions", "capture", "organise", "insight", "report", "exchange", "settings")
VIEWS = ((1440, 900, 100), (1024, 700, 100), (1024, 700, 150), (1440, 900, 150))
"""Width, height and text size."""
QUIET = 0.15
"""Seconds without anything to do, after which a place is taken to have finished painting."""


class Opened(NamedTuple):
    """A window on a workspace."""

    theme: Theme
    frame: FirstWindow
    window: MainWindow


def shoot(window_factory: Callable[[], Opened], out: Path, places: Iterable[str] = PLACES) -> list[Path]:
    """Save a picture of each place in each view in both themes; return their files."""
    out.mkdir(parents=True, exist_ok=True)
    opened = window_factory()
    made = []
    for view in dressed(opened, looks=(LIGHT, DARK, CONTRAST)):
        for place in places:
            opened.window.go(place)
            opened.window.notice.hide()
            made.append(save(opened.frame, out / f"{place}-{view}.png"))
    return made


def shoot_pages(opened: Opened, out: Path) -> None:
    """Save a picture of the welcome page and of the overview of keys, in both themes."""
    page = WelcomePage(opened.theme)
    page.set_recent([Path("Kennemerland najaar.bouwstenen"), Path("Twente.bouwstenen")])
    opened.frame.resize(1440, 900)
    for choice, percent in ((LIGHT, 100), (DARK, 100), (LIGHT, 150)):
        opened.theme.choose(choice)
        opened.theme.scale_to(percent)
        opened.window.show_page(page)
        save(opened.frame, out / f"welkom-{choice}-{percent}.png")
    opened.window.wait()


def open_example(folder: Path) -> Opened:
    """Return a window on the example workspace, made in a folder."""
    from bouwstenen_app import cli

    path = folder / "voorbeeld.bouwstenen"
    cli.run(["voorbeeld", str(path)])
    return open_file(path, folder)


def open_file(path: Path, folder: Path) -> Opened:
    """Return a window on a workspace; its settings are kept in a folder."""
    from bouwstenen_app.program import Program

    app = QApplication.instance() or QApplication(["bouwstenen", "-style", "fusion"])
    assert isinstance(app, QApplication)
    settings = Settings(folder / "bouwstenen.ini")
    look = chosen_look(RESOURCES, LIGHT, 100, system_dark=False)
    frame = FirstWindow(look, Icons(RESOURCES / "icons"), settings)
    theme = Theme(app, RESOURCES, choice=LIGHT)
    window = MainWindow(theme)
    frame.show()
    frame.settle(window)
    program = Program(window, theme, settings)
    program.setParent(frame)
    program.begin(path)
    return Opened(theme, frame, window)


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    with studio(words, "out/screens") as (out, folder):
        opened = open_example(folder)
        made = shoot(lambda: opened, out, words[1:] or PLACES)
        if not words[1:]:
            shoot_pages(opened, out)
        opened.frame.close()
    sys.stdout.write(f"{len(made)} pictures in {out}\n")


@contextmanager
def studio(words: Sequence[str], usual: str) -> Iterator[tuple[Path, Path]]:
    """Give the folder for the pictures, named by the first word, and one for a program without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(words[0] if words else usual)
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        os.environ |= folders_in(Path(scratch))
        yield out, Path(scratch)


def dressed(
    opened: Opened, views: Iterable[tuple[int, int, int]] = VIEWS, looks: Iterable[str] = (LIGHT, DARK)
) -> Iterator[str]:
    """Give the window each look and each size in turn; yield how that is called in the name of a picture."""
    for look in looks:
        for width, height, percent in views:
            opened.theme.choose(look)
            opened.theme.scale_to(percent)
            opened.frame.resize(width, height)
            yield f"{look}-{width}-{percent}"


def shoot_states(opened: Opened, states: Mapping[str, Callable[[], object]], out: Path) -> list[Path]:
    """Save a picture of each state in each view in both themes; return their files."""
    made = []
    for view in dressed(opened):
        for name, reach in states.items():
            reach()
            opened.window.notice.hide()
            made.append(save(opened.frame, out / f"{name}-{view}.png"))
    return made


def save(frame: QWidget, path: Path) -> Path:
    until = time.monotonic() + QUIET
    while time.monotonic() < until:
        QApplication.processEvents()
    frame.grab().save(str(path))
    return path


if __name__ == "__main__":
    main(sys.argv[1:])
