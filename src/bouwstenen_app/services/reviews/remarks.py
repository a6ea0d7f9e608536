"""Questions about what came back: the files, and each remark beside what its field says here now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.anchors import TEXT, digest
from bouwstenen_app.domain.landing import says
from bouwstenen_app.domain.merging import merged
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.reviews import ACCEPTED, CHANGE, OPEN, Remark, Review
from bouwstenen_app.services.reviews.belonging import recipe_of
from bouwstenen_app.services.reviews.fields import Value, Whose, as_text, passages, whose
from bouwstenen_app.storage.report_tables import RemarkRow, ReviewRow


def reviews(session: Session) -> tuple[Review, ...]:
    """Return the files that came back, the newest first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    authors: dict[str, dict[str, None]] = defaultdict(dict)
    lines = select(RemarkRow.review_id, RemarkRow.author, RemarkRow.outcome, func.count())
    grouped = lines.where(~RemarkRow.removed).group_by(RemarkRow.review_id, RemarkRow.author, RemarkRow.outcome)
    for review, author, outcome, count in session.execute(grouped.order_by(RemarkRow.author)):
        counts[review][outcome] += count
        if author:
            authors[review][author] = None
    own = select(ReviewRow).where(~ReviewRow.removed)
    rows = session.scalars(own.order_by(ReviewRow.read_at.desc(), ReviewRow.id))
    return tuple(
        Review(
            row.id,
            row.name,
            row.read_at,
            row.edition_id,
            row.kind,
            tuple(authors[row.id]),
            counts[row.id].total(),
            counts[row.id][OPEN],
        )
        for row in rows
    )


def remarks(
    session: Session, *, review: str = "", subject: str = "", open_only: bool = False
) -> tuple[Remark, ...]:
    """Return the remarks of a file, about a subject (``block:ID``), or all: by file, in reading order."""
    query = select(RemarkRow, ReviewRow.edition_id).join(ReviewRow, ReviewRow.id == RemarkRow.review_id)
    query = query.where(~RemarkRow.removed, ~ReviewRow.removed)
    if review:
        query = query.where(RemarkRow.review_id == review)
    if subject:
        query = query.where(RemarkRow.subject == subject)
    if open_only:
        query = query.where(RemarkRow.outcome == OPEN)
    ordered = query.order_by(ReviewRow.read_at, ReviewRow.id, RemarkRow.position, RemarkRow.id)
    found = [(_remark(row), edition) for row, edition in session.execute(ordered)]
    beside = _Beside.of(session, found)
    return tuple(beside.filled(one, edition) for one, edition in found)


def remark(session: Session, identity: str) -> tuple[Remark, str]:
    """Return one remark, and the recipe that its document was made with; Problem when it is not there."""
    query = select(RemarkRow, ReviewRow.edition_id).join(ReviewRow, ReviewRow.id == RemarkRow.review_id)
    line = session.execute(query.where(RemarkRow.id == identity, ~RemarkRow.removed)).one_or_none()
    if line is None:
        raise Problem("Deze opmerking is er niet meer. Lees het document opnieuw in.")
    found, edition = _remark(line[0]), line[1]
    beside = _Beside.of(session, [(found, edition)])
    return beside.filled(found, edition), beside.recipes[edition]


def open_counts(session: Session) -> Mapping[str, int]:
    """Return how many remarks still wait for an answer, by subject; those that belong to nothing under ""."""
    lines = select(RemarkRow.subject, func.count()).where(~RemarkRow.removed, RemarkRow.outcome == OPEN)
    return {subject: count for subject, count in session.execute(lines.group_by(RemarkRow.subject))}


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands here beside remarks: blocks, bundles and passages, and the changes that were accepted already."""

    whose: Mapping[str, Whose]
    recipes: Mapping[str, str]
    """The recipe of each edition."""
    passages: Mapping[str, Mapping[str, str]]
    """The texts of the writer by their source, of each recipe."""
    accepted: Mapping[tuple[str, str, str], Sequence[str]] = field(default_factory=dict)
    """The texts that were accepted, by subject, field and the text before."""

    @classmethod
    def of(cls, session: Session, found: Iterable[tuple[Remark, str]]) -> "_Beside":
        subjects = {one.subject for one, _ in found}
        made_with = {edition: recipe_of(session, edition)[0] for _, edition in found}
        kept = {one: passages(session, one) for one in set(made_with.values())}
        return cls(whose(session, subjects), made_with, kept, _accepted(session, subjects))

    def filled(self, one: Remark, edition: str) -> Remark:
        """Return a remark with what its field says here now, and whether it still fits."""
        owner = self.whose.get(one.subject)
        called = owner.spoken_id if owner else ""
        value = self._value(one, owner, edition)
        if value is None:
            return replace(one, spoken_id=called, now=one.before if one.subject.startswith(f"{TEXT}:") else "")
        now = as_text(value)
        if one.kind != CHANGE or one.outcome != OPEN or says(value, one.before) or says(value, one.after):
            return replace(one, spoken_id=called, now=now)
        both = (merged(one.before, now, one.after) or "") if one.before else ""
        return replace(one, spoken_id=called, now=now, merged=both, conflict=not (both and self._known(one, value)))

    def _value(self, one: Remark, owner: Whose | None, edition: str) -> Value | None:
        if one.subject.startswith(f"{TEXT}:"):
            return self.passages[self.recipes[edition]].get(one.subject)
        return owner.values.get(one.field) if owner else None

    def _known(self, one: Remark, value: Value) -> bool:
        """Return whether a field is other than it was only by changes of this review that were accepted."""
        others = self.accepted.get((one.subject, one.field, digest(one.before)), ())
        both = reduce(lambda text, other: merged(one.before, text, other) or text, others, one.before)
        return bool(others) and says(value, both)


def _accepted(session: Session, subjects: Iterable[str]) -> Mapping[tuple[str, str, str], Sequence[str]]:
    columns = select(RemarkRow.subject, RemarkRow.field, RemarkRow.before, RemarkRow.after)
    lines = columns.where(~RemarkRow.removed, RemarkRow.kind == CHANGE, RemarkRow.outcome == ACCEPTED)
    wanted = set(subjects)
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for subject, named, before, after in session.execute(lines.order_by(RemarkRow.position, RemarkRow.id)):
        if subject in wanted:
            found[subject, named, digest(before)].append(after)
    return found


def _remark(row: RemarkRow) -> Remark:
    return Remark(
        id=row.id,
        review=row.review_id,
        kind=row.kind,
        subject=row.subject,
        field=row.field,
        heading=row.heading,
        quote=row.quote,
        before=row.before,
        after=row.after,
        text=row.text,
        author=row.author,
        date=row.date,
        outcome=row.outcome,
        answer=row.answer,
    )


def grouped(found: Sequence[Remark]) -> Iterator[tuple[str, tuple[Remark, ...]]]:
    """Yield each subject with its remarks, in the order of the document."""
    groups: dict[str, list[Remark]] = {}
    for one in found:
        groups.setdefault(one.subject, []).append(one)
    yield from ((subject, tuple(inside)) for subject, inside in groups.items())
