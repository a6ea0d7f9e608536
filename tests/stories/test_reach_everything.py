"""Every place of the program for who uses no mouse and no eyes: all that can be used has a name and is reached."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

USED = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
PLACES = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7")
MOST = 400
"""Presses of Tab in which the whole window must have been passed."""


@pytest.fixture
def running(start: Callable[[Path], Running], example_file: Path, tmp_path: Path, qtbot: QtBot) -> Running:
    path = tmp_path / "voorbeeld.bouwstenen"
    shutil.copy(example_file, path)
    began = start(path)
    began.frame.resize(1440, 900)
    qtbot.waitUntil(lambda: began.program.has_workspace)
    return began


def _used(running: Running) -> Iterator[QWidget]:
    """Yield what a person can use now: seen, enabled, and no part of another control."""
    for widget in running.frame.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox, QAbstractItemView))
        if isinstance(widget, USED) and widget.isVisible() and widget.isEnabled() and not inner:
            yield widget


def _name(widget: QWidget) -> str:
    """Return what a screen reader says first: the name, the words on it, or its label."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return widget.accessibleName() or words or next(iter(labels), "")


def _told(widget: QWidget) -> str:
    inside = type(widget.parentWidget()).__name__
    return f"{type(widget).__name__} “{_name(widget)}” in {inside}"


@pytest.mark.parametrize("key", PLACES)
def test_r22_everything_that_can_be_used_has_a_name(running: Running, key: str, qtbot: QtBot) -> None:
    running.press(key)
    qtbot.wait(300)
    nameless = [_told(widget) for widget in _used(running) if not _name(widget).strip()]
    assert nameless == []


@pytest.mark.parametrize("key", PLACES)
def test_r22_everything_that_can_be_used_is_reached_with_tab(running: Running, key: str, qtbot: QtBot) -> None:
    running.press(key)
    qtbot.wait(300)
    wanted = [one for one in _used(running) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    passed: set[QWidget] = set()
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        if focus in passed:
            break
        if focus is not None:
            passed |= {focus, *_beside(focus)}
        running.press("Tab")
    assert [_told(one) for one in wanted if one.isVisible() and one not in passed] == []


def _beside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what the arrow keys reach from here: Tab goes to one button of a group."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        yield from group.buttons()
    elif isinstance(widget, QAbstractButton) and widget.autoExclusive():
        yield from (one for one in widget.parentWidget().findChildren(QAbstractButton) if one.autoExclusive())
