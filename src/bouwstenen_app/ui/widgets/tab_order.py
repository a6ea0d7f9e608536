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
    for widget in in_order(page):
        proxy = widget.focusProxy()
        if proxy is not None and widget.isAncestorOf(proxy):
            widget.setFocusProxy(None)  # type: ignore[arg-type]
        elif _may_have_focus(widget):
            if last is not None:
                QWidget.setTabOrder(last, widget)
            last = widget


def in_order(widget: QWidget, *, seen: bool = False) -> Iterator[QWidget]:
    """Yield a widget and all that is in it as it is read: what is laid out by its layout, the rest by its place.

    ``seen``: only what is in sight now; most of a window is in places that are not.

    Never by ``itemAt`` or ``nextInFocusChain``: PySide keeps items that are gone, and takes the next widget for one
    that lives in the widget before it, and dies with it.
    """
    yield widget
    inside = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    if seen:
        inside = [one for one in inside if one.isVisible()]
    layout = widget.layout()
    placed = {one: place for place, one in enumerate(_laid_out(layout, inside))} if layout is not None else {}
    for one in sorted(inside, key=lambda one: (placed.get(one, len(placed)), one.y(), one.x())):
        yield from in_order(one, seen=seen)


def _laid_out(layout: QLayout, inside: Sequence[QWidget]) -> Iterator[QWidget]:
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in inside]
    placed += [(layout.indexOf(inner), inner) for inner in layout.children() if isinstance(inner, QLayout)]
    for place, one in sorted(placed, key=lambda entry: entry[0]):
        if place >= 0 and isinstance(one, QLayout):
            yield from _laid_out(one, inside)
        elif place >= 0 and isinstance(one, QWidget):
            yield one


def go_on(window: QWidget, place: QWidget, parts: Callable[[], Sequence[QWidget]], *, forward: bool) -> bool:
    """Give the focus to what is read next: the parts of a place in their order, then the rest of the window.

    Qt's own chain has what came in later at its end, wherever it is seen. Return False when Qt has to do it.
    """
    now: QWidget | None = window.window().focusWidget()
    if now is None or not now.isVisibleTo(window.window()):
        return False  # no key: it is being hidden or destroyed, and what stands in the chain may be half gone
    found = _reading_order((*seen, place, window)) if (seen := parts()) else []
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
    """Return what stands in a widget and is seen, from the top."""
    inside = (one for one in widget.children() if isinstance(one, QWidget) and one.isVisible())
    return sorted(inside, key=lambda one: (one.y(), one.x()))


def _reading_order(parts: Sequence[QWidget]) -> list[QWidget]:
    """Return what Tab can go to in each part, and after that in what is around them."""
    return [*dict.fromkeys(widget for part in parts for widget in tab_stops(part))]


def tab_stops(page: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can go to now, as it is read: not what gives its focus to another, as that is in it too."""
    for widget in in_order(page, seen=True):
        if _may_have_focus(widget) and widget.isVisible() and widget.isEnabled():
            yield widget


def _may_have_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
