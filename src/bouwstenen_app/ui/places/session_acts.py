"""What a person does to sessions: each gesture one step, in words, with a way back."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.formats import Format
from bouwstenen_app.domain.workshops import DONE, RUNNING, Workshop
from bouwstenen_app.services import attendance, preparing, readiness
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.widgets.workshop_detail import WorkshopDetail
from bouwstenen_app.ui.widgets.workshop_ready import ticked_words


class SessionActs(Acts):
    """Acts on sessions by their id; everything says whether it was done."""

    def serve(self, detail: WorkshopDetail, workshop: Callable[[], Workshop | None]) -> None:
        """Act for what a person changes in the page of a session; ``workshop`` gives which one that is."""

        def act_on(act: Callable[..., object]) -> Callable[..., None]:
            def act_now(*values: object) -> None:
                if (current := workshop()) is not None:
                    act(current, *values)

            return act_now

        def finish(current: Workshop) -> None:
            focused = detail.finish.hasFocus()
            self.finish(current)
            if focused:
                detail.start.setFocus()  # the button that had it is gone

        detail.finish_asked.connect(act_on(finish))
        detail.form.edited.connect(act_on(lambda w, name, value: self.edit(w.id, name, value)))
        detail.attendance_edited.connect(act_on(lambda w, who, count: self.set_attendance(w.id, who, count)))
        detail.ready.ticked.connect(act_on(lambda w, point, done: self.tick(w.id, point, done=done)))
        detail.attendance_refused.connect(self.refuse_attendance)

    def create(self, title: str, on: datetime.date | None, region: str, plan: Format | Sequence[str]) -> str:
        """Make a session after a format or with rounds of these names; return its id, empty if it was not made."""
        label = self.tr("Sessie “{title}” gemaakt").format(title=title.strip())
        if isinstance(plan, Format):
            return self._make(label, preparing.create_from_format, plan, title=title, on=on, region=region)
        rounds = tuple(plan)
        return self._make(label, preparing.create_workshop, title=title, on=on, region=region, rounds=rounds)

    def copy(self, workshop: Workshop) -> str:
        """Make a session like this one, without what happened in it; return its id, empty when it was not made."""
        label = self.tr("Sessie “{title}” gekopieerd").format(title=workshop.title)
        title = self.tr("{title} (kopie)").format(title=workshop.title)
        return self._make(label, preparing.copy_workshop, workshop.id, title=title)

    def _make(self, label: str, verb: Callable[..., str], *args: object, **fields: object) -> str:
        made = self._made(label, verb, *args, **fields)
        if made is None:
            return ""
        self.told.emit(label, True)
        return made

    def start(self, workshop: Workshop, today: datetime.date) -> None:
        """Put a session that has not begun yet in the state that it runs; without a date it is one of today."""
        if workshop.state not in (RUNNING, DONE) and not self._desk.read_only:
            label = self.tr("Sessie “{title}” gestart").format(title=workshop.title)
            on = workshop.date or today
            self._do(label, preparing.edit_workshop, workshop.id, state=RUNNING, date=on.isoformat())

    def finish(self, workshop: Workshop) -> None:
        """Put a session that runs in the state that it is over."""
        if workshop.state == RUNNING and not self._desk.read_only:
            label = self.tr("Sessie “{title}” afgerond").format(title=workshop.title)
            self._offer_undo(label, self._do(label, preparing.edit_workshop, workshop.id, state=DONE))

    def tick(self, workshop: str, point: str, *, done: bool) -> None:
        """Say that a point of the checklist is done, or not any more."""
        what = ticked_words(point)
        label = (self.tr("Afgevinkt: {what}") if done else self.tr("Niet meer afgevinkt: {what}")).format(what=what)
        self._do(label, readiness.tick, workshop, point, done=done)

    def remove(self, workshop: Workshop) -> bool:
        """Put a session in the bin, with its blocks."""
        label = self.tr("Sessie “{title}” naar de prullenbak").format(title=workshop.title)
        if workshop.blocks:
            blocks = dutch.counted(workshop.blocks, self.tr("bouwsteen"), self.tr("bouwstenen"))
            label = self.tr("Sessie “{title}” ligt met {blocks} in de prullenbak").format(
                title=workshop.title, blocks=blocks
            )
        return self._offer_undo(label, self._do(label, preparing.remove_workshops, [workshop.id]))

    def edit(self, workshop: str, name: str, value: Any) -> None:
        """Change one field of a session, by its name in ``Workshop``."""
        if isinstance(value, datetime.date):
            value = value.isoformat()
        label = self.tr("{field} van de sessie gewijzigd").format(field=self._field_words(name))
        fields: dict[str, Any] = {name: "" if value is None else value}
        self._do(label, preparing.edit_workshop, workshop, **fields)

    def set_attendance(self, workshop: str, organisation: str, count: int) -> None:
        """Say how many people of a type of organisation are there."""
        label = self.tr("Deelnemers gewijzigd: {organisation}").format(organisation=organisation)
        self._do(label, attendance.set_attendance, workshop, organisation, count)

    def refuse_attendance(self) -> None:
        """Say how an organisation is written."""
        self.problem_told.emit(self.tr("Typ het soort organisatie en het aantal, bijvoorbeeld: politie 4."))

    def _offer_undo(self, label: str, done: bool) -> bool:
        if done:
            self.told.emit(label, True)
        return done

    def _field_words(self, name: str) -> str:
        return {
            "title": self.tr("Titel"),
            "date": self.tr("Datum"),
            "start_time": self.tr("Begintijd"),
            "region": self.tr("Regio"),
            "place": self.tr("Plaats"),
            "location": self.tr("Locatie"),
            "minutes": self.tr("Eindtijd"),
            "state": self.tr("Stand"),
            "main_question": self.tr("Hoofdvraag"),
            "agreements": self.tr("Afspraken"),
            "tables": self.tr("Aantal tafels"),
            "votes_each": self.tr("Stemmen per deelnemer"),
            "votes_stack": self.tr("Stemregel"),
            "vote_rule": self.tr("Stemregel"),
        }.get(name, name)
