"""The words for a remark of a reviewer: what kind it is, who made it when, and what was done with it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.reviews import (
    ACCEPTED,
    ADDITION,
    ANSWERED,
    COMMENT,
    OPEN,
    REJECTED,
    UNKNOWN_AUTHOR,
    Remark,
)


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A remark with the words for what it is about."""

    remark: Remark
    about: str
    """The number and title of its block or bundle, or the part or heading of the document."""
    field: str
    """The name of the field, empty for the whole."""
    file: str = ""
    """The name of the document that it came in."""


def kind_of(one: Remark) -> str:
    """Return what kind of remark it is: a comment, or what became of a text."""
    if one.kind == COMMENT:
        return _tr("Opmerking")
    if one.kind == ADDITION:
        return _tr("Toegevoegd")
    if not one.after:
        return _tr("Weggehaald")
    return _tr("Wijziging") if one.before else _tr("Voorstel")


def who(one: Remark) -> str:
    """Return who made it and when."""
    day = dutch.read_date(one.date[:10])
    return " · ".join(filter(None, (one.author or UNKNOWN_AUTHOR, dutch.day(day) if day else "")))


def outcome_of(one: Remark) -> str:
    """Return what was done with it; empty while it is open."""
    done = {
        OPEN: "",
        ACCEPTED: _tr("✓ overgenomen"),
        REJECTED: _tr("✗ niet overgenomen"),
        ANSWERED: _tr("↩ beantwoord"),
    }
    return done.get(one.outcome, one.outcome)


def gist_of(one: Remark) -> str:
    """Return what it says, for a line in a list: the comment, or the text as it becomes."""
    return " ".join((one.text if one.kind == COMMENT else one.after or one.before).split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Remarks", text)
