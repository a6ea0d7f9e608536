"""The forms of *Sessies* that are kept when the workspace locks: a new session, and where one was."""

from collections.abc import Sequence
from typing import Final, Protocol

from typing_extensions import override

from bouwstenen_app.domain.formats import Format
from bouwstenen_app.ui.models.workshops import WorkshopListModel
from bouwstenen_app.ui.places.place import Forms
from bouwstenen_app.ui.widgets.session_pages import SessionPages
from bouwstenen_app.ui.widgets.workshop_new import FORM, NewWorkshopPanel

SESSION: Final = "sessie"
FORMAT: Final = f"{FORM}werkvorm"
DATE: Final = f"{FORM}datum"


class Owner(Protocol):
    """The place, as far as it concerns its forms."""

    @property
    def panel(self) -> NewWorkshopPanel:
        """The questions about a new session."""

    def begin_new(self) -> None:
        """Ask for what a new session needs."""

    def show_workshop(self, identity: str) -> None:
        """Choose a session."""


class SessionForms(Forms):
    """Opens what was asked about a new session, or the session that was looked at."""

    def __init__(self, place: Owner, pages: SessionPages, current: str, model: WorkshopListModel) -> None:
        self._place = place
        self._pages = pages
        self._current = current
        self._model = model

    @override
    def chosen(self) -> Sequence[tuple[str, str, str]]:
        found = [(SESSION, "", self._current)] if self._current else []
        if self._pages.asks_for_new:
            panel = self._place.panel
            if isinstance(format := panel.format.value, Format):
                found.append((FORMAT, "", format.name))
            if panel.date.line.text():  # once it is read it is written anew, and no typed text any more
                found.append((DATE, panel.date.line.accessibleName(), panel.date.line.text()))
        return found

    @override
    def open(self, name: str, text: str) -> bool:
        if name == SESSION and self._model.index_of(text).isValid():  # it may be gone since
            self._place.show_workshop(text)
        elif name.startswith(FORM) and not self._pages.asks_for_new:
            self._place.begin_new()
        if name == FORMAT:
            self._place.panel.choose(text)
        return name in (SESSION, FORMAT)
