"""The remarks in a copy of a document that came back, each as a row with an identity of its own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain.anchors import TABLE, TEXT, Anchor
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.landing import says, shown
from bouwstenen_app.domain.reviews import ADDED, ADDITION, ANSWERED, CHANGE, COMMENT, OWN, Comment, Copy, Text
from bouwstenen_app.services.reviews import fields
from bouwstenen_app.services.reviews.belonging import Belonging
from bouwstenen_app.services.reviews.fields import Value

RESOLVED: Final = "Al afgehandeld in het document zelf."


def rows(session: Session, copy: Copy, belonging: Belonging) -> Mapping[str, dict[str, Any]]:
    """Return the remarks of a copy by their identity, in the order of the document."""
    return dict(_identified(copy, _rows(session, copy, belonging)))


def _rows(session: Session, copy: Copy, belonging: Belonging) -> Iterator[dict[str, Any]]:
    """Yield the remarks of a copy in the order of the document, without ids."""
    places = {text.anchor: belonging.of(text.anchor) for text in copy.texts if text.is_changed}
    owners = fields.whose(session, [subject for subject, _ in places.values()])
    found: list[tuple[int, dict[str, Any]]] = []
    for text in copy.texts:
        if not text.is_changed:
            continue
        subject, field = places[text.anchor]
        subject = subject or belonging.told(text.heading)
        owner = owners.get(subject)
        value: Value | None = owner.values.get(field) if owner else belonging.passages.get(subject)
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
