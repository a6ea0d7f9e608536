"""What remarks are about, by name: the number and the title of a block or a bundle, or the part of the report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bouwstenen_app.domain.anchors import TEXT
from bouwstenen_app.domain.recipes import SECTIONS
from bouwstenen_app.services.reviews.fields import whose


@dataclass(frozen=True, slots=True)
class Named:
    """What a remark is about as a person calls it."""

    spoken_id: str = ""
    title: str = ""
    removed: bool = False
    """It is in the bin."""


def named(session: Session, subjects: Iterable[str]) -> Mapping[str, Named]:
    """Return the names of subjects (``block:ID``, ``bundle:ID``, ``text:KEY``); those without one are left out."""
    wanted = list(dict.fromkeys(subjects))
    found = {
        subject: Named(one.spoken_id, str(one.values["title"]), one.removed)
        for subject, one in whose(session, wanted).items()
    }
    parts = {subject: _part(subject) for subject in wanted if subject.startswith(f"{TEXT}:")}
    return found | {subject: Named(title=part) for subject, part in parts.items() if part}


def _part(source: str) -> str:
    """Return the name of the part of a report that a passage stands in (``text:PART:…``, ``text:section:PART``)."""
    words = source.split(":")
    return next((SECTIONS[word] for word in words[1:3] if word in SECTIONS), "")
