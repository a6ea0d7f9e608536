"""Reviewing: copies of a document come back, and each remark in them is accepted, rejected or answered."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.anchors import TABLE, TEXT, Anchor
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.landing import says, shown
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.reviews import (
    ACCEPTED,
    ADDED,
    ADDITION,
    ANSWERED,
    CHANGE,
    COMMENT,
    OPEN,
    OWN,
    REJECTED,
    Comment,
    Copy,
    Remark,
    Text,
)
from bouwstenen_app.services.reviews import fields
from bouwstenen_app.services.reviews.belonging import Belonging
from bouwstenen_app.services.reviews.fields import Value
from bouwstenen_app.services.reviews.remarks import grouped, open_counts, remark, remarks, reviews
from bouwstenen_app.storage import journal
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
]

RESOLVED: Final = "Al afgehandeld in het document zelf."
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


def read_back(session: Work, copy: Copy, name: str, belonging: Belonging | None = None) -> ReadBack:
    """Keep the remarks of a file that came back; what was read before is not kept twice.

    A remark is known by what it says and where, not by its file: a second copy with more remarks adds only those.
    Asking before what the copy belongs to (:func:`belongs`) keeps this short: it can take making the report again.
    """
    belonging = belonging or Belonging(session, copy)
    review = derived("review", copy.digest)
    rows = dict(_identified(copy, _rows(session, copy, belonging)))
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
    return ReadBack(review, len(new), len(rows) - len(new), len(subjects))


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
            "Deze wijziging hoort bij geen bouwsteen, bundel of eigen tekst. Neem haar zelf over waar het past, "
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


def _rows(session: Work, copy: Copy, belonging: Belonging) -> Iterator[dict[str, Any]]:
    """Yield the remarks of a copy in the order of the document, without ids."""
    places = {text.anchor: belonging.of(text.anchor) for text in copy.texts if text.is_changed}
    owners = fields.whose(session, [subject for subject, _ in places.values()])
    passages = fields.passages(session, belonging.recipe)
    found: list[tuple[int, dict[str, Any]]] = []
    for text in copy.texts:
        if not text.is_changed:
            continue
        subject, field = places[text.anchor]
        subject = subject or belonging.told(text.heading)
        owner = owners.get(subject)
        value: Value | None = owner.values.get(field) if owner else passages.get(subject)
        if text.anchor and text.anchor.field == TABLE:
            made = _in_table(text, belonging, copy)
        elif text.kind == OWN:
            made = _changes(text, subject, field, value, copy)
        else:
            made = _other(text, belonging, copy)
        found += ((text.position, row) for row in made)
    found += ((one.position, _comment(one, belonging)) for one in copy.comments)
    for number, (_, row) in enumerate(sorted(found, key=lambda each: each[0])):
        yield row | {"position": number}


def _changes(text: Text, subject: str, field: str, value: Value | None, copy: Copy) -> Iterator[dict[str, Any]]:
    """Yield a change for each person who tracked; one for all of them when something was not tracked."""
    whole = text.anchor.digest if text.anchor else ""
    place = {"kind": CHANGE, "subject": subject, "field": field, "heading": text.heading, "made_from": whole}
    place["stands"] = _stands(text.anchor)
    if text.is_retyped:
        fitting = (
            [one for one in shown(value) if text.anchor and text.anchor.fits(one)] if value is not None else []
        )
        told = _told(text, copy)
        yield place | {"before": fitting[0] if fitting else "", "after": text.after, **told}
        return
    for edit in text.edits:
        if not says(text.before, edit.after):
            told = {"author": edit.author, "date": edit.date}
            yield place | {"before": text.before, "after": edit.after, **told}


def _in_table(text: Text, belonging: Belonging, copy: Copy) -> Iterator[dict[str, Any]]:
    """Yield a change for each row that was tracked, about what its first cell names; else one for the table."""
    place = {"kind": CHANGE, "heading": text.heading, "stands": _stands(text.anchor)}
    if text.is_retyped or text.kind != OWN:
        yield place | {"after": _row(text.after), "made_from": text.before, **_told(text, copy)}
        return
    rows = text.before.split("\n")
    for edit in text.edits:
        others = edit.after.split("\n")
        same = len(rows) == len(others)
        for before, after in zip(rows, others, strict=True) if same else ((text.before, edit.after),):
            if before != after:
                told = {"author": edit.author, "date": edit.date, "made_from": before}
                subject = belonging.told(before.partition("\t")[0]) if same else ""
                yield place | {"subject": subject, "before": _row(before), "after": _row(after), **told}


def _row(text: str) -> str:
    return text.replace("\t", " | ")


def _other(text: Text, belonging: Belonging, copy: Copy) -> Iterator[dict[str, Any]]:
    """Yield what was added between our texts, or tracked where nothing of ours stands."""
    told = {"heading": text.heading, "after": text.after, "made_from": text.before, **_told(text, copy)}
    told["stands"] = _stands(text.anchor, text.kind)
    if text.kind == ADDED:
        subject, field = belonging.of(text.anchor)
        if not subject.startswith(f"{TEXT}:") and field and field not in fields.GROWING:
            field = "explanation"
        subject = subject or belonging.told(text.heading)
        if text.after:
            above = next((one.before for one in copy.texts if one.kind == OWN and one.anchor == text.anchor), "")
            yield told | {"kind": ADDITION, "subject": subject, "field": field, "before": above}
    elif not says(text.before, text.after):
        yield told | {"kind": CHANGE, "subject": belonging.told(text.heading), "before": text.before}


def _comment(one: Comment, belonging: Belonging) -> dict[str, Any]:
    subject, field = belonging.of_comment(one)
    done = {"outcome": ANSWERED, "answer": RESOLVED} if one.resolved else {}
    place = {"subject": subject, "field": field, "heading": one.row or one.heading, "quote": one.quote}
    said = {"before": one.answers, "text": one.text, "author": one.author, "date": one.date}
    said |= {"made_from": one.answers, "stands": _stands(one.anchor, one.row, one.heading)}
    return {"kind": COMMENT, **place, **said, **done}


def _stands(anchor: Anchor | None, *told: str) -> str:
    """Return where something stands in a document, whatever that belongs to here."""
    return "\x1e".join((*(map(str, anchor.spot) if anchor else ()), *told))


def _told(text: Text, copy: Copy) -> Mapping[str, str]:
    """Return who changed a text and when: those who tracked, else who saved the file last."""
    authors = list(dict.fromkeys(edit.author for edit in text.edits if edit.author))
    if text.is_retyped or not authors:
        authors += [copy.author] if copy.author and copy.author not in authors else []
    return {"author": ", ".join(authors), "date": max((edit.date for edit in text.edits), default="") or copy.date}


_EMPTY: Final = dict.fromkeys(
    ("subject", "field", "heading", "quote", "before", "after", "text", "author", "date", "outcome", "answer"), ""
)
_NAMING: Final = dict.fromkeys(("stands", "made_from"), "")
"""What is no column: where a remark stands, and which text was changed, whatever that belongs to here."""


def _identified(copy: Copy, rows: Iterator[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the remarks by their identity: what they say and where, and the how-manieth of these."""
    times: Counter[tuple[str, ...]] = Counter()
    for given in rows:
        row = _EMPTY | _NAMING | given
        dated = row["date"] if row["kind"] == COMMENT else ""
        told = (row["kind"], row.pop("stands"), row["author"], dated, row["quote"], row.pop("made_from"))
        said = (*told, row["after"], row["text"])
        yield derived("remark", copy.edition, *said, str(times[said])), row
        times[said] += 1


def _known(session: Work, ids: list[str]) -> Mapping[str, bool]:
    """Return which remarks there are already, and whether they were put away."""
    known: dict[str, bool] = {}
    for start in range(0, len(ids), _PART):
        lines = select(RemarkRow.id, RemarkRow.removed).where(RemarkRow.id.in_(ids[start : start + _PART]))
        known |= {identity: removed for identity, removed in session.execute(lines)}
    return known
