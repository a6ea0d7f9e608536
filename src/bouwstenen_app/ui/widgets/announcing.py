"""What a screen reader says of its own accord."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence, as of this widget."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow, and the first paint waits for it

    if sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
