"""Make a picture of every state of *Rapport*: each kind, own words, a filter, what was found, a file worked in.

python -m tests.screenshots_report [FOLDER]      (out/rapport)
"""

import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication
from tests.screenshots import dressed, open_example, save, studio

from bouwstenen_app.domain.recipes import KINDS
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.widgets.again_page import Altered
from bouwstenen_app.ui.widgets.findings_card import Line

FOUND = (
    Line("RH-001 Wijkagent en wijkteam samen aan de deur: telefoonnummer “06-12345678”", "block:x", grave=True),
    Line("K-01 Samen aan tafel: naam “Sandra”", "block:x"),
    Line("K-03 heeft één bron; in het rapport staat daarom ‘eenmaal genoemd’. Klopt dat?"),
)
CHOICES = (("a", "Laten staan"), ("b", "Overnemen in Bouwstenen"), ("c", "Overschrijven"))
ALTERED = (Altered("Kernboodschap", "Zo staat het in het bestand.", "Zo zou het er nu staan.", CHOICES),)


def states(place: ReportPlace) -> dict[str, Callable[[], object]]:
    """Return how to get to each state, by its name."""

    def rewrite() -> None:
        place.recipes.choose("geconsolideerd")
        _wait(place)
        place.preview.passage_asked.emit(next(one for one in place.preview.sources if one.startswith("text:")))

    def write() -> None:
        place.passage.close_card()
        place.panel.sections.open_text("themas")
        place._scrolled.ensureWidgetVisible(place.panel.sections.rows["themas"].text)

    def find(text: str) -> None:
        place.panel.blocks.query.setText(text)
        place._scrolled.ensureWidgetVisible(place.panel.blocks.filters)

    kinds = {f"soort-{slug}": lambda slug=slug: place.recipes.choose(slug) for slug in KINDS}  # type: ignore[misc]
    return kinds | {
        "herschrijven": rewrite,
        "eigen-tekst": write,
        "filter": lambda: find("wijkagent"),
        "niets-gevonden": lambda: find("xyzzy"),
        "naam": lambda: (find(""), place.panel.recipes.save.click()),
        "gevonden": lambda: place.findings.ask("2 dingen om na te kijken.", FOUND),
        "opnieuw": lambda: (place.findings.close_card(), place.altered.ask("In “x.docx” is gewerkt.", ALTERED, "")),
        "sjabloon": lambda: (place.altered.close_card(), place.panel.check_template.click()),
        "groot": lambda: (place.pages_bar.alone.click(), place.preview.zoom(1)),
        "gewoon": lambda: (place.pages_bar.alone.click(), place.preview.zoom(0)),
    }  # fmt: skip


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    made = []
    with studio(words, "out/rapport") as (out, folder):
        opened = open_example(folder)
        opened.window.go("report")
        place = opened.window.current_place
        assert isinstance(place, ReportPlace)
        for view in dressed(opened):
            for state, reach in states(place).items():
                reach()
                _wait(place)
                opened.window.notice.hide()
                made.append(save(opened.frame, out / f"{state}-{view}.png"))
        opened.frame.close()
    sys.stdout.write(f"{len(made)} pictures in {out}\n")


def _wait(place: ReportPlace) -> None:
    """Wait until the pages are made and laid out."""
    until = time.monotonic() + 1.0
    while time.monotonic() < until or place.preview._timer.isActive():
        QApplication.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
