"""Tab goes through a page as it is read: from top to bottom, also past what came in later."""

from collections.abc import Callable, Iterator, Sequence

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
        yield from _in_layout(layout, inner)


def _in_layout(layout: QLayout, of: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a layout of a widget, in its order.

    Never by ``itemAt``: PySide keeps such an item when it is gone, and takes a new one at the same address for it.
    """
    widgets = [(layout.indexOf(one), one) for one in of.children() if isinstance(one, QWidget)]
    layouts = [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [*widgets, *layouts]
    for place, one in sorted(placed, key=lambda entry: entry[0]):
        if place >= 0:
            yield from _in_layout(one, of) if isinstance(one, QLayout) else _in_order(one)


def go_on(window: QWidget, place: QWidget, parts: Callable[[], Sequence[QWidget]], *, forward: bool) -> bool:
    """Give the focus to what is read next: the parts of a place in their order, then the rest of the window.

    Qt's own chain has what came in later at its end, wherever it is seen. Return False when Qt has to do it.
    """
    now: QWidget | None = window.window().focusWidget()
    if now is None or not now.isVisibleTo(window.window()):
        return False  # no key: it is being hidden or destroyed, and what stands in the chain may be half gone
    found = _reading_order(window, place, seen) if (seen := parts()) else []
    if now not in found:
        return False
    reached = found[(found.index(now) + (1 if forward else -1)) % len(found)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    reached.setFocus(reason)
    above = reached.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(reached)
        above = above.parentWidget()
    return True


def by_place(widget: QWidget) -> list[QWidget]:
    """Return what stands in a widget from the top; by its place, as PySide keeps items of layouts that are gone."""
    inside = (one for one in widget.children() if isinstance(one, QWidget) and one.isVisible())
    return sorted(inside, key=lambda one: (one.y(), one.x()))


def _reading_order(window: QWidget, place: QWidget, parts: Sequence[QWidget]) -> list[QWidget]:
    inside: dict[QWidget, list[QWidget]] = {part: [] for part in (*parts, place, window)}
    for widget in tab_stops(window):
        above: QWidget | None = widget
        while above is not None and above not in inside:
            above = above.parentWidget()
        if above is not None:
            inside[above].append(widget)
    return [widget for widgets in inside.values() for widget in widgets]


def tab_stops(window: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can go to now, in the order of Qt; not what gives its focus to another: that is in it too."""
    begin = window.window()
    widget: QWidget | None = begin
    while widget is not None:
        can = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if can and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()
        if widget is begin:
            return
