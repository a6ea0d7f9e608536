"""The preview of a report: pages are laid out piece by piece, and not while a file is written."""

import weakref
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.report import Paragraph, Report, Run, Section, TitlePage
from bouwstenen_app.export.page_look import page_look, planned
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.page_preview import PagePreview
from bouwstenen_app.ui.widgets.report_html import chapters

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
REPORT = Report(TitlePage("Titel"), (Section("Kern", items=(Paragraph((Run("Samen optrekken helpt."),)),)),))


def test_no_page_is_laid_out_while_it_is_held_and_all_are_after_that(theme: Theme, qtbot: QtBot) -> None:
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(800, 600)
    preview.show()
    look = page_look(TEMPLATE)
    preview.hold(True)
    preview.show_chapters(list(chapters(REPORT, look, planned(REPORT, TEMPLATE))), look)
    qtbot.wait(100)
    assert preview.pages == 0

    preview.hold(False)
    qtbot.waitUntil(lambda: "Samen optrekken helpt." in preview.text())
    assert preview.pages > 0


def test_letting_go_without_pages_does_nothing(theme: Theme, qtbot: QtBot) -> None:
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.hold(True)
    preview.hold(False)
    qtbot.wait(20)
    assert preview.pages == 0


def test_pages_that_others_took_the_place_of_are_gone(theme: Theme, qtbot: QtBot) -> None:
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(800, 600)
    preview.show()
    look = page_look(TEMPLATE)
    gone: list[weakref.ref[object]] = []
    for number in range(4):
        report = replace(REPORT, sections=(Section(f"Kern {number}", items=REPORT.sections[0].items),))
        preview.show_chapters(list(chapters(report, look, planned(report, TEMPLATE))), look)
        qtbot.waitUntil(lambda: not preview._timer.isActive())
        gone += [weakref.ref(one.document) for one in preview._stack.laid]

    assert "Kern 3" in preview.text()
    there = {id(document) for one in gone if (document := one()) is not None}
    assert there == {id(one.document) for one in preview._stack.laid}
    assert not preview.findChildren(QTextDocument)


def test_a_passage_is_read_out_with_its_own_words(theme: Theme, qtbot: QtBot) -> None:
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.show()
    look = page_look(TEMPLATE)
    items = tuple(Paragraph((Run(f"Alinea {n} helpt."),), source=f"text:deel:{n}") for n in range(60))
    report = replace(REPORT, sections=(Section("Kern", items=items),))
    preview.show_chapters(list(chapters(report, look, planned(report, TEMPLATE))), look)
    qtbot.waitUntil(lambda: not preview._timer.isActive())

    assert [preview._words_of(f"text:deel:{n}") for n in (0, 30, 59)] == [
        "Alinea 0 helpt.", "Alinea 30 helpt.", "Alinea 59 helpt."
    ]  # fmt: skip
