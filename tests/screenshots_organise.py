"""Make a picture of *Ordenen* and *Inzicht* with few and many blocks, long titles, no themes and forty.

python -m tests.screenshots_organise [FOLDER] [WORKSPACE…]      (out/organise)
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from benchmarks.workspaces import workspace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.screenshots import Opened, open_file, save, studio

from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.services import boards, bundling, capturing, codebook_editing, examples, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import CodeRow
from bouwstenen_app.surroundings import codebook_file, sessions_file, surroundings
from bouwstenen_app.ui.look import DARK, LIGHT
from bouwstenen_app.ui.places.codebook import CodebookPlace
from bouwstenen_app.ui.places.insight import InsightPlace
from bouwstenen_app.ui.places.insight_figures import HEARD, MATRIX, SUPPORT, SYNERGY, THEMES
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.places.organise_views import BUNDLES
from bouwstenen_app.ui.widgets.arrange_bar import BOARD, LIST, TABLE

VIEWS = ((LIGHT, 1440, 900, 100), (DARK, 1024, 700, 100), (LIGHT, 1024, 700, 150))
"""Theme, width, height and text size."""
LONG = (
    "Wanneer een melding bij Veilig Thuis binnenkomt over een gezin waar de politie in het afgelopen halfjaar al "
    "drie keer aan de deur is geweest, belt de wijkagent dezelfde dag met de jeugdbeschermingsorganisatie en de "
    "vrouwenopvanginstelling, ook als er nog geen aangifte is gedaan"
)


def empty(path: Path) -> Store:
    """Return a workspace with a codebook and nothing else."""
    fill = examples.fill_new
    return create(path, surroundings(), lambda new: new.begin("Nieuw", fill, codebook_file(), title="Leeg"))


def one(path: Path) -> Store:
    """Return a workspace with a single block."""
    store = empty(path)
    made = preparing.create_workshop
    workshop = store.do("Sessie", made, title="Werksessie", on=date(2026, 11, 24), region="Rijnmond").result
    store.do("Vast", capturing.capture, "Warm overdragen #samenwerking @politie", workshop=workshop)
    return store


def example(path: Path) -> Store:
    """Return the example with a few bundles, one of which has a very long title."""
    fill = examples.fill_example
    store = create(path, surroundings(), lambda new: new.begin("Nieuw", fill, codebook_file(), sessions_file()))
    ids = [block.id for block in store.read(boards.select_blocks, Selection())]
    bundles = [store.do("Bundel", bundling.bundle_blocks, ids[n * 9 : n * 9 + 2 + n]).result for n in range(7)]
    store.do("Titel", bundling.edit_bundle, bundles[2], title=LONG, key=True)
    store.do("Titel", capturing.edit_block, ids[5], title=LONG)
    return store


def without_themes(path: Path) -> Store:
    """Return the example as it is with a codebook that has no themes at all."""
    store = example(path)
    gone = {code.id: {"removed": True} for code in store.read(codebook).of(THEME)}
    store.do("Uit", journal.update_rows, CodeRow, gone)
    return store


def forty_themes(path: Path) -> Store:
    """Return the example with many themes more, some with a very long name."""
    store = example(path)
    for number in range(40):
        name = f"Thema {number + 1} over samenwerkingsovereenkomsten in de jeugdbeschermingsketen"[
            : 14 + number * 2
        ]
        store.do("Thema", codebook_editing.add_code, dimension=THEME, name=name)
    return store


WORKSPACES: dict[str, Callable[[Path], Store]] = {
    "nul": empty,
    "een": one,
    "voorbeeld": example,
    "zonder-themas": without_themes,
    "veertig-themas": forty_themes,
    "tienduizend": lambda path: workspace(path.parent, 10_000),
}


def states(opened: Opened) -> dict[str, Callable[[], object]]:
    """Return how to get to each state, by its name."""

    def organise() -> OrganisePlace:
        opened.window.go("organise")
        place = opened.window.current_place
        assert isinstance(place, OrganisePlace)
        place.door.close()
        place.views.close()
        return place

    def deduplicate() -> None:
        door = organise().door
        door.go()
        while door.round is not None and door.round.busy:
            QTest.qWait(100)

    def look(key: str) -> Callable[[], object]:
        def go() -> None:
            opened.window.go("insight")
            place = opened.window.current_place
            assert isinstance(place, InsightPlace)
            QTest.qWait(600)
            place.go(key)

        return go

    def book() -> None:
        opened.window.go("codebook")
        assert isinstance(opened.window.current_place, CodebookPlace)

    return {
        "lijst": lambda: organise().arrangement.show_view(LIST),
        "bord": lambda: organise().arrangement.show_view(BOARD),
        "tabel": lambda: organise().arrangement.show_view(TABLE),
        "bundels": lambda: organise().views.go(BUNDLES),
        "ontdubbelen": deduplicate,
        "codeboek": book,
        "inzicht": look("overzicht"),
        **{f"inzicht-{key}": look(key) for key in (MATRIX, SYNERGY, SUPPORT, HEARD, THEMES)},
    }


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    made = 0
    for name in words[1:] or WORKSPACES:
        with studio(words, "out/organise") as (out, folder):
            store = WORKSPACES[name](folder / f"{name}.bouwstenen")
            store.close()
            opened = open_file(store.path, folder)
            QTest.qWait(3000)
            for state, go in states(opened).items():
                go()
                for choice, width, height, percent in VIEWS:
                    opened.theme.choose(choice)
                    opened.theme.scale_to(percent)
                    opened.frame.resize(width, height)
                    opened.window.notice.hide()
                    QTest.qWait(500)
                    save(opened.frame, out / f"{name}-{state}-{choice}-{width}-{percent}.png")
                    made += 1
            opened.frame.close()
            QApplication.processEvents()
    sys.stdout.write(f"{made} pictures\n")


if __name__ == "__main__":
    main(sys.argv[1:])
