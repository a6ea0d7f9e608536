from pathlib import Path

from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.export_bar import SHOWN, ExportBar


def test_a_sound_document_is_just_there(theme: Theme, qtbot: QtBot) -> None:
    bar = ExportBar(theme)
    qtbot.addWidget(bar)
    bar.show_done(Path("rapport.docx"))

    assert bar.text == "Opgeslagen: rapport.docx"


def test_what_was_found_in_a_document_is_told_with_it(theme: Theme, qtbot: QtBot) -> None:
    bar = ExportBar(theme)
    qtbot.addWidget(bar)
    bar.show_done(Path("rapport.docx"), ["1 fout gevonden.", "Fout: Er is een lege kop."])

    assert bar.text == "Opgeslagen: rapport.docx\n1 fout gevonden.\nFout: Er is een lege kop."


def test_a_flood_of_findings_leaves_room_for_the_pages(theme: Theme, qtbot: QtBot) -> None:
    bar = ExportBar(theme)
    qtbot.addWidget(bar)
    bar.show_done(Path("rapport.docx"), [f"regel {n}" for n in range(SHOWN + 6)])

    assert bar.text.splitlines()[-1] == "En nog 6 meer."


def test_where_there_is_little_room_the_buttons_stand_under_the_words(theme: Theme, qtbot: QtBot) -> None:
    bar = ExportBar(theme)
    qtbot.addWidget(bar)
    bar.show_done(Path("themadossier Regio Kennemerland najaar.docx"))
    bar.resize(800, 60)
    assert bar.open.geometry().left() > bar._words.geometry().right()
    bar.resize(320, 120)
    qtbot.waitUntil(lambda: bar.open.geometry().top() > bar._words.geometry().bottom())
    assert bar.folder.width() >= bar.folder.sizeHint().width()
