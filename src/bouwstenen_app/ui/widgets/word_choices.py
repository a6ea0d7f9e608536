"""The list under a field of one line, with what can be meant by what is typed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

MOST: Final = 10
"""Words in sight at once."""


class WordChoices(QCompleter):
    """Offers words that have in them what is typed, in a list that looks like the other ones."""

    def __init__(self, field: QLineEdit) -> None:
        self._words = QStringListModel()
        super().__init__(self._words, field)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        choices = self._list = QListView()
        choices.setProperty("kind", "choices")
        choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPopup(choices)
        choices.setItemDelegate(QStyledItemDelegate(choices))  # a completer's own one knows no stylesheet
        self.setMaxVisibleItems(MOST)
        field.setCompleter(self)

    def close(self) -> None:
        """Take the list away."""
        self._list.hide()

    def set_words(self, words: Sequence[str]) -> None:
        """Offer these words."""
        self._words.setStringList(list(words))
