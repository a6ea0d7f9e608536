from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cluster_section import DRAFT, PARKED, ClusterSection

BLOCK = Block(id="b1", spoken_id="", number=1, workshop="w", title="Een lange titel die nooit wordt afgekapt " * 3)


def _section(qtbot: QtBot, theme: Theme, key: str = "c1") -> ClusterSection:
    section = ClusterSection(theme, key, set())
    section.resize(300, 400)
    qtbot.addWidget(section)
    section.show_blocks("Bellen", [BLOCK], digit=1, empty="Leeg")
    with qtbot.waitActive(section):
        section.show()
    return section


def test_enter_accepts_a_name_and_esc_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    section = _section(qtbot, theme)
    section.edit_name()
    assert section.name_line.text() == "Bellen"
    QTest.keyClicks(section.name_line, "Eerder")
    with qtbot.waitSignal(section.name_dropped):
        QTest.keyClick(section.name_line, Qt.Key.Key_Escape)
    assert not section.editing

    section.edit_name()
    QTest.keyClicks(section.name_line, " Eerder  bellen ")
    with qtbot.waitSignal(section.named) as named:
        QTest.keyClick(section.name_line, Qt.Key.Key_Return)
    assert named.args == ["Eerder bellen"]


def test_the_same_name_or_none_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    section = _section(qtbot, theme)
    for name in ("Bellen", " "):
        section.edit_name()
        section.name_line.setText(name)
        with qtbot.assertNotEmitted(section.named), qtbot.waitSignal(section.name_dropped):
            QTest.keyClick(section.name_line, Qt.Key.Key_Return)


def test_a_name_is_kept_when_the_focus_goes_and_a_new_cluster_without_one_is_not_wanted(
    qtbot: QtBot, theme: Theme
) -> None:
    section = _section(qtbot, theme, DRAFT)
    section.edit_name("Cluster 1")
    with qtbot.waitSignal(section.name_dropped):
        section.list.setFocus()
    section.edit_name("Cluster 1")
    QTest.keyClicks(section.name_line, "Bellen")
    with qtbot.waitSignal(section.named) as named:
        section.list.setFocus()
    assert named.args == ["Bellen"]


def test_it_is_as_high_as_its_titles_need(qtbot: QtBot, theme: Theme) -> None:
    section = _section(qtbot, theme)
    wide, narrow = section.list.heightForWidth(600), section.list.heightForWidth(150)
    assert narrow > 2 * wide
    section.show_blocks("Bellen", [], digit=1, empty="Nog leeg.")
    assert section.list.heightForWidth(600) < narrow


def test_only_a_cluster_can_be_renamed_with_the_mouse(qtbot: QtBot, theme: Theme) -> None:
    parked = _section(qtbot, theme, PARKED)
    QTest.mouseDClick(parked._name, Qt.MouseButton.LeftButton)
    assert not parked.editing
    assert not parked.is_cluster
    cluster = _section(qtbot, theme)
    QTest.mouseDClick(cluster._name, Qt.MouseButton.LeftButton)
    assert cluster.editing
    cluster.finish()
