"""What a person does to the agenda of a session: steps are added, moved, changed and taken out."""

from typing import Any, Final

from PySide6.QtCore import QObject

from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import agenda, preparing
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.agenda import AgendaModel
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.widgets.agenda_table import AgendaTable

FIRST_MINUTES: Final = 15
"""How long a new step takes, until someone says otherwise."""


class AgendaActs(Acts):
    """Shows the agenda of a session in its model, and acts for the table of it; each gesture is one step."""

    def __init__(self, desk: Desk, model: AgendaModel, table: AgendaTable, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._model = model
        self._table = table
        self._workshop = ""
        table.step_asked.connect(self._on_step_asked)
        table.move_asked.connect(self._on_move_asked)
        table.removal_asked.connect(self._on_removal_asked)
        model.edited.connect(self._on_edited)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the agenda of this session from now on."""
        self._workshop = workshop.id
        self._model.set_steps(workshop.rounds)

    def _on_step_asked(self, gathers: bool) -> None:
        name = self.tr("Nieuwe ronde") if gathers else self.tr("Nieuw onderdeel")
        label = self.tr("{name} in het draaiboek").format(name=name)
        fields: dict[str, Any] = {"name": name, "minutes": FIRST_MINUTES, "gathers": gathers}
        if self._do(label, agenda.add_step, self._workshop, **fields):
            self._table.edit(self._model.rowCount() - 1)

    def _on_move_asked(self, step: str, by: int) -> None:
        if self._do(self.tr("Draaiboek verplaatst"), agenda.move_step, self._workshop, step, by):
            self._table.show_step(self._model.row_of(step))

    def _on_removal_asked(self, step: str) -> None:
        row = self._model.row_of(step)
        found = self._model.step(row)
        if found is None:
            return
        label = self.tr("“{name}” uit het draaiboek gehaald").format(name=found.name)
        if self._do(label, agenda.remove_step, self._workshop, step):
            self.told.emit(label, True)
            self._table.show_step(min(row, self._model.rowCount() - 1))

    def _on_edited(self, step: str, name: str, value: Any) -> None:
        self._do(self.tr("Draaiboek gewijzigd"), preparing.edit_round, step, **{name: value})
