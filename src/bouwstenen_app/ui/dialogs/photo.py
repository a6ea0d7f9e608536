"""One photo, as large as the window allows: to look something up on a flip-chart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.photo_view import PhotoView

SHARE = 0.9
"""Of the window around it."""


class PhotoDialog(QDialog):
    """The keys of the photo work at once; Esc or *Sluiten* closes it."""

    def __init__(
        self, theme: Theme, title: str, image: QImage, quarters: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.view = PhotoView(theme)
        close = KeyButton(theme, self.tr("Sluiten"), "Esc", bound=False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        QShortcut(QKeySequence("Ctrl+R"), self, self.view.turn)
        self.view.left.connect(self.accept)
        around = (parent.window() if parent else self).size()
        self.resize(round(around.width() * SHARE), round(around.height() * SHARE))
        self.view.show_image(image, quarters)
        self.view.setFocus()
