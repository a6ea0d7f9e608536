"""A theme for the widgets under test."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import LIGHT, Theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def theme(qtbot: QtBot, qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice=LIGHT)
