"""A colour as text beside a plane of it; one that cannot be read is told with what to take instead."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip

WIDTH: Final = 106
"""Pixels at 100 %, in which a colour as it is written stands whole."""


class ColourField(QWidget):
    """Tells what is typed or picked, as it is written; whether it is a colour is for its place to say."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._shown = ""
        self.swatch = _Swatch(theme, name)
        self.text = QLineEdit()
        self.text.setAccessibleName(name)
        self.text.setMaxLength(9)
        self.text.setPlaceholderText(self.tr("geen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.swatch)
        row.addWidget(self.text, 1)
        self.text.editingFinished.connect(self._on_finished)
        self.swatch.clicked.connect(self._on_swatch)
        theme.changed.connect(self._fit)
        self._fit()

    def set_colour(self, colour: str) -> None:
        """Show a colour; what is being typed stays."""
        self._shown = colour
        self.swatch.show_colour(colour)
        if not (self.text.hasFocus() and self.text.isModified()):
            self.text.setText(colour)

    def show_refused(self, text: str) -> None:
        """Show what was typed and refused, so that it can be changed."""
        self._shown = text
        self.text.setText(text)
        if QColor.isValidColorName(text):
            self.swatch.show_colour(text)

    def _fit(self) -> None:
        self.text.setFixedWidth(self._theme.px(WIDTH))

    def _on_finished(self) -> None:
        text = self.text.text().strip()
        self.text.setModified(False)
        if text != self._shown:
            self._shown = text
            self.picked.emit(text)

    def _on_swatch(self) -> None:
        from PySide6.QtWidgets import QColorDialog

        start = QColor(self._shown) if QColor.isValidColorName(self._shown) else QColor(Qt.GlobalColor.darkCyan)
        chosen = QColorDialog.getColor(start, self, self._name)
        if chosen.isValid():
            self.picked.emit(chosen.name().upper())


class _Swatch(QAbstractButton):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._colour = ""
        self.setAccessibleName(self.tr("{name} kiezen").format(name=name))
        self.setToolTip(tip(self.accessibleName()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.colour("focus" if self.hasFocus() else "line-strong"), edge))
        painter.setBrush(QColor(self._colour) if self._colour else Qt.BrushStyle.NoBrush)
        rect = self.rect().adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(rect, self._theme.px(6), self._theme.px(6))
        if not self._colour:
            painter.drawLine(rect.bottomLeft(), rect.topRight())
