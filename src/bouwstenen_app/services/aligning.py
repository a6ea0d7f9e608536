"""Aligning: a bundle is submitted to partners, and what each of them says is kept (*afstemming*)."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import DOMAIN
from bouwstenen_app.domain.consents import STATES, SUBMITTED, Consent
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BundleRow, ConsentRow


def consent_id(bundle: str, partner: str) -> str:
    """Return the identity of what a partner says of a bundle: the same on every laptop."""
    return derived("consent", bundle, partner)


def submit(session: Work, bundle: str, partners: Sequence[str], *, on: datetime.date | None = None) -> None:
    """Submit a bundle to partners (codes of the dimension *domein*) on a date; today when none is given.

    A partner to whom it was submitted before keeps the note that was there.
    """
    if session.scalar(select(BundleRow.id).where(BundleRow.id == bundle)) is None:
        raise Problem("Deze bundel is er niet meer.")
    domains = {code.id for code in codebook(session).of(DOMAIN)}
    if not set(partners) <= domains:
        raise Problem("Kies een partner uit de domeinen van het codeboek.")
    day = (on or session.now().date()).isoformat()
    rows = {consent_id(bundle, partner): partner for partner in dict.fromkeys(partners)}
    known = set(session.scalars(select(ConsentRow.id).where(ConsentRow.id.in_(rows))))
    fresh = [
        {"id": one, "bundle_id": bundle, "partner_id": partner, "state": SUBMITTED, "date": day}
        for one, partner in rows.items()
        if one not in known
    ]
    back = {one: {"removed": False, "state": SUBMITTED, "date": day} for one in rows if one in known}
    journal.insert_rows(session, ConsentRow, fresh)
    journal.update_rows(session, ConsentRow, back)


def answer(
    session: Work,
    bundle: str,
    partner: str,
    *,
    state: str | None = None,
    note: str | None = None,
    date: datetime.date | None = None,
) -> None:
    """Keep what a partner says: its ``state`` (one of ``STATES``), a ``note``, a ``date``; only what is given."""
    if state is not None and state not in STATES:
        raise Problem("Kies een van deze antwoorden: {states}.", states=", ".join(STATES))
    fields: dict[str, Any] = {}
    if state is not None:
        fields["state"] = state
    if note is not None:
        fields["note"] = clean(note).text
    if date is not None:
        fields["date"] = date.isoformat()
    journal.update_rows(session, ConsentRow, {consent_id(bundle, partner): fields})


def withdraw(session: Work, bundle: str, partners: Sequence[str]) -> None:
    """Take partners out of the table of a bundle."""
    gone = {consent_id(bundle, partner): {"removed": True} for partner in partners}
    journal.update_rows(session, ConsentRow, gone)


def hand_over(session: Work, bundles: Mapping[str, str], into: str) -> None:
    """Let a bundle have what partners said of others (id → spoken id), the newest; what they said of itself stays.

    A note says of which bundle it was said. The rows of the others stay: undoing the step brings everything back.
    """
    kept = {one.partner for one in consents(session, into)}
    said = [one for bundle in bundles for one in consents(session, bundle) if one.partner not in kept]
    newest = {one.partner: one for one in sorted(said, key=lambda one: one.date or datetime.date.min)}
    rows = {
        consent_id(into, partner): {
            "bundle_id": into,
            "partner_id": partner,
            "state": one.state,
            "note": f"Gezegd van {bundles[one.bundle]}. {one.note}".strip(),
            "date": one.date.isoformat() if one.date else "",
        }
        for partner, one in newest.items()
    }
    known = set(session.scalars(select(ConsentRow.id).where(ConsentRow.id.in_(rows))))
    fresh = [{"id": identity, **row} for identity, row in rows.items() if identity not in known]
    journal.insert_rows(session, ConsentRow, fresh)
    back = {identity: {**rows[identity], "removed": False} for identity in known}
    journal.update_rows(session, ConsentRow, back)


def consents(session: Session, bundle: str = "") -> tuple[Consent, ...]:
    """Return what partners say of a bundle, or of all; by bundle, partners in the order of the codebook."""
    columns = ConsentRow.__table__.c
    query = select(columns.bundle_id, columns.partner_id, columns.state, columns.note, columns.date)
    query = query.where(~columns.removed).order_by(columns.bundle_id)
    if bundle:
        query = query.where(columns.bundle_id == bundle)
    book = codebook(session)
    places = {code: place for place, code in enumerate(book.sorted(book.by_id))}
    found = [
        Consent(one, partner, state, note, datetime.date.fromisoformat(date) if date else None)
        for one, partner, state, note, date in session.execute(query)
    ]
    return tuple(sorted(found, key=lambda one: (one.bundle, places.get(one.partner, len(places)))))
