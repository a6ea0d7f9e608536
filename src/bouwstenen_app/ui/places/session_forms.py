"""The forms of *Sessies* that are kept when the workspace locks: a new session, and where one was."""

from collections.abc import Callable, Sequence
from typing import Final

from typing_extensions import override

from bouwstenen_app.domain.formats import Format
from bouwstenen_app.ui.places.place import Forms
from bouwstenen_app.ui.widgets.session_pages import SessionPages
from bouwstenen_app.ui.widgets.workshop_new import FORM, NewWorkshopPanel

SESSION: Final = "sessie"
FORMAT: Final = f"{FORM}werkvorm"
DATE: Final = f"{FORM}datum"


class SessionForms(Forms):
    """Opens what was asked about a new session, or the session that was looked at."""

    def __init__(
        self,
        pages: SessionPages,
        panel: Callable[[], NewWorkshopPanel],
        begin: Callable[[], None],
        show: Callable[[str], None],
        current: str,
    ) -> None:
        self._pages = pages
        self._panel = panel
        self._begin = begin
        self._show = show
        self._current = current

    @override
    def chosen(self) -> Sequence[tuple[str, str, str]]:
        found = [(SESSION, "", self._current)] if self._current else []
        if self._pages.asks_for_new:
            panel = self._panel()
            if isinstance(format := panel.format.value, Format):
                found.append((FORMAT, "", format.name))
            if panel.date.line.text():  # once it is read it is written anew, and no typed text any more
                found.append((DATE, panel.date.line.accessibleName(), panel.date.line.text()))
        return found

    @override
    def open(self, name: str, text: str) -> bool:
        if name == SESSION:
            self._show(text)
        elif name.startswith(FORM) and not self._pages.asks_for_new:
            self._begin()
        if name == FORMAT:
            self._panel().choose(text)
        return name in (SESSION, FORMAT)
