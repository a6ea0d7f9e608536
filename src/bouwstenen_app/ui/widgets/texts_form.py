"""A form in a column: labels above texts, each text told as an edit of its own and watched for persons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.privacy_watch import PrivacyWatch, watched
from bouwstenen_app.ui.widgets.words import labelled

LISTS = ("conditions",)
"""Fields that are a list: one line for each."""


class TextsForm(QWidget):
    """The ground of the forms of a block and of a bundle."""

    paste_refused = Signal(int)

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._workshops: tuple[Workshop, ...] = ()
        """The sessions whose names are no person's."""
        self._texts: dict[str, EditedText] = {}
        self._watches: list[PrivacyWatch] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def tell(self, name: str, value: object) -> None:
        """Tell that a person gave a field another value."""
        raise NotImplementedError

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        for text in self._texts.values():
            text.finish()

    def focus_title(self) -> None:
        """Put the cursor at the end of the title."""
        self._texts["title"].to_end()
        self._texts["title"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_texts(self, shown: Block | Bundle, *, fresh: bool) -> None:
        """Show what is written; an edit that is under way stays, unless what is shown is ``fresh``."""
        for name, text in self._texts.items():
            value = getattr(shown, name)
            text.set_text("\n".join(value) if name in LISTS else value, fresh=fresh)

    def _add_text(
        self, name: str, label: str, *, least: int = 1, single_line: bool = False, hint: str = "", kind: str = ""
    ) -> None:
        text = EditedText(least=least, single_line=single_line)
        text.setPlaceholderText(hint)
        text.setProperty("kind", kind)
        text.edited.connect(lambda value: self._on_text(name, value))
        text.paste_refused.connect(self.paste_refused)
        self._texts[name] = text
        self._column.addWidget(self._label(label, text))
        self._column.addWidget(text)
        self._watches.append(watched(text, self._theme, self._column, self._no_persons))

    def _label(self, text: str, buddy: QWidget) -> QWidget:
        return labelled(text, buddy, above=7)

    def _no_persons(self) -> list[str]:
        return [*names_of(self._workshops, self._book)]

    def _on_text(self, name: str, text: str) -> None:
        lines = tuple(filter(None, (line.strip() for line in text.split("\n"))))
        self.tell(name, lines if name in LISTS else text)
