"""Reviewing: copies of a document come back, and each remark in them is accepted, rejected or answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.reviews import (
    ACCEPTED,
    ADDITION,
    ANSWERED,
    COMMENT,
    OPEN,
    REJECTED,
    Copy,
    Remark,
)
from bouwstenen_app.services.reviews import fields
from bouwstenen_app.services.reviews import rows as remarked
from bouwstenen_app.services.reviews.belonging import Belonging
from bouwstenen_app.services.reviews.remarks import grouped, open_counts, remark, remarks, reviews
from bouwstenen_app.storage import erasing, journal
from bouwstenen_app.storage.report_tables import RemarkRow, ReviewRow
from bouwstenen_app.storage.session import Work

__all__ = [
    "ReadBack",
    "accept",
    "answer",
    "belongs",
    "forget",
    "grouped",
    "is_read",
    "open_counts",
    "read_back",
    "reject",
    "remarks",
    "reopen",
    "reviews",
    "stayed_away",
]

LONGEST: Final = 20_000
_PART: Final = 500


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came of reading a file: the id of its review, and how many remarks are new."""

    review: str
    new: int
    known: int
    """Remarks that were read before, from this file or from another that says the same."""
    subjects: int
    """Blocks, bundles and passages that the new remarks are about."""
    gone: int = 0
    """Remarks that stay out: what they are about was erased for good."""


def read_back(session: Work, copy: Copy, name: str, belonging: Belonging | None = None) -> ReadBack:
    """Keep the remarks of a file that came back; what was read before is not kept twice.

    A remark is known by what it says and where, not by its file: a second copy with more remarks adds only those.
    Asking before what the copy belongs to (:func:`belongs`) keeps this short: it can take making the report again.
    """
    belonging = belonging or Belonging(session, copy)
    review = derived("review", copy.digest)
    found = remarked.rows(session, copy, belonging)
    rows = _standing(session, review, found)
    known = _known(session, list(rows))
    new = {identity: row for identity, row in rows.items() if known.get(identity, True)}
    kept = session.execute(select(ReviewRow.removed).where(ReviewRow.id == review)).scalar_one_or_none()
    if kept is None:
        moment = session.now().isoformat(timespec="milliseconds")
        line = {"id": review, "edition_id": copy.edition, "kind": belonging.kind, "name": name, "read_at": moment}
        journal.insert_rows(session, ReviewRow, [line])
    elif kept:
        journal.update_rows(session, ReviewRow, {review: {"removed": False}})
    fresh = [row | {"id": identity, "review_id": review} for identity, row in new.items() if identity not in known]
    journal.insert_rows(session, RemarkRow, fresh)
    back = {identity: {"removed": False, "review_id": review} for identity in new if identity in known}
    journal.update_rows(session, RemarkRow, back)
    subjects = {row["subject"] for row in new.values() if row["subject"]}
    return ReadBack(review, len(new), len(rows) - len(new), len(subjects), len(found) - len(rows))


def stayed_away(count: int) -> str:
    """Return that remarks did not come in, because what they are about was erased for good."""
    told = "opmerking hoort bij iets wat" if count == 1 else "opmerkingen horen bij iets wat"
    comes = "komt" if count == 1 else "komen"
    return f"{dutch.number(count)} {told} voorgoed is gewist, en {comes} niet mee."


def belongs(session: Session, copy: Copy) -> Belonging:
    """Return what the texts and comments of a copy belong to here, for reading it back."""
    return Belonging(session, copy)


def is_read(session: Session, copy: Copy) -> bool:
    """Return whether a file that says the same was read already."""
    review = derived("review", copy.digest)
    return session.scalar(select(ReviewRow.id).where(ReviewRow.id == review, ~ReviewRow.removed)) is not None


def accept(session: Work, identity: str, text: str | None = None) -> None:
    """Take a remark over: its text lands in the field that it belongs to; a comment is only noted as taken over.

    ``text`` is what a person made of it; without it a change of a field that was changed here since is a Problem.
    """
    one, recipe = remark(session, identity)
    if one.kind != COMMENT:
        _land(session, one, recipe, text)
    _decide(session, identity, ACCEPTED)


def reject(session: Work, identity: str, answer: str | None = None) -> None:
    """Leave a remark aside; with an answer that says why."""
    remark(session, identity)
    _decide(session, identity, REJECTED, answer)


def answer(session: Work, identity: str, text: str) -> None:
    """Answer a remark; one that was taken over or left aside stays so."""
    one, _ = remark(session, identity)
    said = clean(text).text.strip()
    if not said:
        raise Problem("Schrijf eerst een antwoord.")
    _decide(session, identity, ANSWERED if one.outcome == OPEN else one.outcome, said)


def reopen(session: Work, identity: str) -> None:
    """Take back what was decided; a text that was taken over stays as it is now."""
    remark(session, identity)
    _decide(session, identity, OPEN)


def forget(session: Work, review: str) -> None:
    """Put a file that came back away, with its remarks; what was taken over stays."""
    inside = session.scalars(select(RemarkRow.id).where(RemarkRow.review_id == review, ~RemarkRow.removed)).all()
    journal.update_rows(session, RemarkRow, {one: {"removed": True} for one in inside})
    journal.update_rows(session, ReviewRow, {review: {"removed": True}})


def _decide(session: Work, identity: str, outcome: str, said: str | None = None) -> None:
    told = {} if said is None else {"answer": clean(said).text.strip()[:LONGEST]}
    journal.update_rows(session, RemarkRow, {identity: {"outcome": outcome, **told}})


def _land(session: Work, one: Remark, recipe: str, text: str | None) -> None:
    if not one.can_land:
        raise Problem(
            "Deze wijziging hoort bij geen bouwsteen, bundel of eigen tekst. Neem die zelf over waar het past, "
            "en geef hier een antwoord."
        )
    if one.conflict and text is None:
        raise Problem(
            "Deze tekst is hier veranderd sinds het document is gemaakt. Vergelijk de twee teksten, "
            "maak er één van en neem die over. Er is niets veranderd."
        )
    came = text if text is not None else one.merged or one.after
    if one.kind == ADDITION and text is None:
        came = f"{one.now}\n{one.after}".strip()
    fields.land(session, one.subject, one.field, came, recipe=recipe, before=one.before)


def _standing(session: Work, review: str, rows: Mapping[str, dict[str, Any]]) -> Mapping[str, dict[str, Any]]:
    """Return the remarks without those about what was erased for good: they hold its words."""
    gone = erasing.closed(session.connection())

    def stands(identity: str, row: Mapping[str, Any]) -> bool:
        return gone.keys().isdisjoint((identity, review, str(row["subject"]).rpartition(":")[2]))

    return {identity: row for identity, row in rows.items() if stands(identity, row)}


def _known(session: Work, ids: list[str]) -> Mapping[str, bool]:
    """Return which remarks there are already, and whether they were put away."""
    known: dict[str, bool] = {}
    for start in range(0, len(ids), _PART):
        lines = select(RemarkRow.id, RemarkRow.removed).where(RemarkRow.id.in_(ids[start : start + _PART]))
        known |= {identity: removed for identity, removed in session.execute(lines)}
    return known
