"""Tab goes through a page as it is read: from top to bottom, also past what came in later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(page: QWidget) -> None:
    """Let Tab follow the layouts of a page.

    A widget that gives its focus to one inside it does so no longer: when it comes after what is inside it, Tab
    would go back there, for ever.
    """
    last: QWidget | None = None
    for widget in _in_order(page):
        if last is not None:
            QWidget.setTabOrder(last, widget)
        last = widget


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    proxy = widget.focusProxy()
    if proxy is not None and widget.isAncestorOf(proxy):
        widget.setFocusProxy(None)  # type: ignore[arg-type]
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus and proxy is None:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else widget
    if inner is not None and (layout := inner.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _in_order(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
