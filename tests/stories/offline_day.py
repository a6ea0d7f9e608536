"""A whole day of a facilitator in one program, to be watched from outside: does anything ask for a network?

python -m tests.stories.offline_day FOLDER      prints what it made and what Python asked of a network, as JSON
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.homes import home_in

ASKED: list[str] = []
"""What Python asked of a network; sockets within this laptop are no network."""
LOCAL = "AF_UNIX"
NETWORKING = ("urllib.request", "http.client", "ftplib", "smtplib", "PySide6.QtNetwork", "psycopg", "requests")
"""What a program that uses a network would have loaded. SQLAlchemy brings ``ssl``, by way of asyncio."""


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(("socket.getaddrinfo", "socket.gethostby", "urllib.", "http.", "ftplib.", "smtplib.")):
        ASKED.append(event)
    elif event in ("socket.connect", "socket.sendto", "socket.bind", "socket.sendmsg"):
        family = getattr(getattr(arguments[0], "family", None), "name", "")
        if family != LOCAL:
            ASKED.append(f"{event} {family}")


def _until(done: Callable[[], object], seconds: float = 90) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not done():
        QApplication.processEvents()
        time.sleep(0.002)
        if time.monotonic() > end:
            raise TimeoutError(f"{done}")


def main(folder: Path) -> None:
    """Live the day."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ |= home_in(folder)
    sys.addaudithook(_listen)
    made = _day(folder)
    loaded = [name for name in NETWORKING if name in sys.modules]
    sys.stdout.write(json.dumps({"made": made, "asked": ASKED, "loaded": loaded}) + "\n")


def _day(folder: Path) -> list[str]:
    from PySide6.QtWidgets import QFileDialog
    from tests.screenshots import open_file
    from tests.stories.running import Running

    from bouwstenen_app import cli

    mine, other = folder / "najaar.bouwstenen", folder / "andere laptop.bouwstenen"
    for path in (mine, other):
        assert cli.run(["voorbeeld", str(path)]) == 0
    opened = open_file(mine, folder)
    program = next(child for child in opened.frame.children() if type(child).__name__ == "Program")
    running = Running(program, opened.window, opened.frame)  # type: ignore[arg-type]
    chosen: list[str] = []
    QFileDialog.getSaveFileName = staticmethod(lambda *_, **__: (chosen[-1], ""))  # type: ignore[method-assign]

    def to(name: str) -> Path:
        chosen.append(str(folder / name))
        return folder / name

    _until(lambda: not running.program._jobs.busy())
    _capture(running)
    _report(running, to)
    _exchange(running, other, folder)
    _settings(running, to)
    running.frame.close()
    running.program.close()
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def _capture(running: "Running") -> None:  # type: ignore[name-defined]  # noqa: F821
    running.type("Een nieuw inzicht @politie #signaleren")
    running.press("Return")
    running.press("F5")
    _until(lambda: running.window.current_place.beamer.on)
    running.press("F5")


def _report(running: "Running", to: Callable[[str], Path]) -> None:  # type: ignore[name-defined]  # noqa: F821
    running.window.go("report")
    place = running.window.current_place
    _until(lambda: place.preview.sources)
    for name, form in (("rapport.docx", "word"), ("rapport.pdf", "pdf"), ("rapport.xlsx", "excel")):
        target = to(name)
        if form in {entry.key for entry in _forms()}:
            place.panel.format.choose(form)
            place.panel.format.chosen.emit(form)
        place.export_to(target)
        _until(lambda target=target: target.exists() and not place.exporting, 180)


def _forms() -> tuple[object, ...]:
    from bouwstenen_app.ui.places.report_forms import FORMS

    return tuple(FORMS)


def _exchange(running: "Running", other: Path, folder: Path) -> None:  # type: ignore[name-defined]  # noqa: F821
    running.window.go("exchange")
    place = running.window.current_place
    place.exports.write(folder / "alles.xlsx")
    _until(lambda: (folder / "alles.xlsx").exists() and not running.program._jobs.busy())
    place.parcels.write(folder / "pakket.bouwstenen")
    _until(lambda: (folder / "pakket.bouwstenen").exists() and not running.program._jobs.busy())
    desk = running.program.desk
    place.merges.look_at([other])
    _until(lambda: not running.program._jobs.busy())
    place.merges.take_in()
    _until(lambda: running.program.desk is not desk and not running.program._jobs.busy())


def _settings(running: "Running", to: Callable[[str], Path]) -> None:  # type: ignore[name-defined]  # noqa: F821
    from bouwstenen_app.domain.papers import PAPERS

    running.window.go("settings")
    place = running.window.current_place
    target = to("papier.docx")
    place.open_paper(PAPERS[0].slug)
    _until(lambda: target.exists() and not running.program._jobs.busy())
    kept, log = place._safety
    kept.make_now()
    log.write(to("logboek.csv"))
    _until(lambda: not running.program._jobs.busy())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
