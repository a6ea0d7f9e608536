from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cluster_picker import OUT, ClusterPicker

CLUSTERS = (("a", "Eerder bellen"), ("b", "Samen aan tafel"), ("c", "Wie belt de melder?"))


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme) -> Iterator[ClusterPicker]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    picker = ClusterPicker(theme, window)
    yield picker
    picker.close()


def _rows(picker: ClusterPicker) -> list[str]:
    return [picker.found.item(row).text() for row in range(picker.found.count())]


def _typed(picker: ClusterPicker, text: str) -> None:
    QTest.keyClicks(picker.search, text)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)


def test_the_first_letters_find_a_cluster_before_letters_inside_a_name(picker: ClusterPicker, qtbot: QtBot) -> None:
    picker.choose(CLUSTERS, OUT, QPoint(0, 0))
    QTest.keyClicks(picker.search, "be")
    assert _rows(picker) == ["Eerder bellen", "Wie belt de melder?", "Nieuw cluster “be”"]
    picker.search.clear()
    with qtbot.waitSignal(picker.chosen) as chosen:
        _typed(picker, "wie")
    assert chosen.args == ["c"]
    assert not picker.isVisible()


def test_a_name_that_is_not_there_makes_a_cluster(picker: ClusterPicker, qtbot: QtBot) -> None:
    picker.choose(CLUSTERS, OUT, QPoint(0, 0))
    with qtbot.waitSignal(picker.new_asked) as asked:
        _typed(picker, " Casusregie  nu")
    assert asked.args == ["Casusregie nu"]


def test_a_whole_name_offers_no_second_cluster_of_that_name(picker: ClusterPicker) -> None:
    picker.choose(CLUSTERS, OUT, QPoint(0, 0))
    QTest.keyClicks(picker.search, "eerder bellen")
    assert _rows(picker) == ["Eerder bellen"]


def test_the_cluster_they_are_in_is_ticked_and_can_be_left(picker: ClusterPicker, qtbot: QtBot) -> None:
    picker.choose(CLUSTERS, "b", QPoint(0, 0))
    assert picker.found.item(1).checkState() == Qt.CheckState.Checked
    assert _rows(picker)[-1] == "In geen cluster"
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.out_asked):
        QTest.keyClick(picker.search, Qt.Key.Key_Return)


def test_without_clusters_and_text_enter_does_nothing(picker: ClusterPicker) -> None:
    picker.choose((), OUT, QPoint(0, 0))
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.isVisible()
    assert _rows(picker) == []
