"""How a session that runs is doing beside its plan, in a few words."""

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.pace import Pace
from bouwstenen_app.domain.workshops import Workshop


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkshopPace", text)


def pace_words(pace: Pace, workshop: Workshop) -> str:
    """Return where the session is in its plan, how late that is, and what it does to the end."""
    name = next((step.name for step in workshop.rounds if step.id == pace.step), "")
    if pace.behind > 0:
        said = _tr("Nu: “{step}”, volgens plan tot {time}. {late}. {end}.")
        return said.format(step=name, time=pace.until, late=behind_words(pace), end=_end_words(pace))
    if pace.behind < 0:
        minutes = dutch.counted(-pace.behind, _tr("minuut"), _tr("minuten"))
        said = _tr("Nu: “{step}”, volgens plan tot {time}. {minutes} voor op de agenda.")
        return said.format(step=name, time=pace.until, minutes=minutes)
    return _tr("Nu: “{step}”, volgens plan tot {time}. Op tijd.").format(step=name, time=pace.until)


def behind_words(pace: Pace) -> str:
    """Return ``7 minuten achter op de agenda``."""
    minutes = dutch.counted(pace.behind, _tr("minuut"), _tr("minuten"))
    return _tr("{minutes} achter op de agenda").format(minutes=minutes)


def late_words(pace: Pace | None) -> str:
    """Return what stands small while capturing: how late it is; nothing as long as it is not."""
    if pace is None or pace.behind <= 0:
        return ""
    if not pace.later:
        return behind_words(pace)
    return _tr("{late}, eind wordt {end}").format(late=behind_words(pace), end=pace.end)


def _end_words(pace: Pace) -> str:
    if pace.later:
        return _tr("Eind wordt {end} in plaats van {planned}").format(end=pace.end, planned=pace.planned_end)
    return _tr("Het eind blijft {planned}: er is nog speling").format(planned=pace.planned_end)
