"""The fields that a text of a document belongs to: what they say now, and how one that came back lands in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import landing
from bouwstenen_app.domain.anchors import BLOCK, BUNDLE, TEXT, digest
from bouwstenen_app.domain.bundles import spoken_id as bundle_called
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import recipes
from bouwstenen_app.services.bundling import edit_bundle
from bouwstenen_app.services.capturing import edit_block
from bouwstenen_app.services.reports.rewriting import key_of
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, BundleRow

ONE_LINE: Final = frozenset({"title", "owner"})
LISTS: Final = frozenset({"conditions"})
OF_BLOCK: Final = ("title", "explanation", "example", "conditions", "next_step", "minority")
OF_BUNDLE: Final = (*OF_BLOCK, "why", "owner")
GROWING: Final = frozenset({"explanation", "example", "why", "minority"})
"""Fields that a new paragraph can be added to."""
PASSAGE: Final = "text"
"""The field of a passage of the report, which has only one."""
PART: Final = 500

Value = str | list[str]


@dataclass(frozen=True, slots=True)
class Whose:
    """A block or a bundle as a remark needs it."""

    spoken_id: str
    values: Mapping[str, Value]
    removed: bool = False


def whose(session: Session, subjects: Iterable[str]) -> Mapping[str, Whose]:
    """Return the blocks and bundles among these subjects (``block:ID``, ``bundle:ID``), by subject."""
    wanted: dict[str, list[str]] = {BLOCK: [], BUNDLE: []}
    for subject in dict.fromkeys(subjects):
        kind, _, identity = subject.partition(":")
        if kind in wanted:
            wanted[kind].append(identity)
    return dict((*_blocks(session, wanted[BLOCK]), *_bundles(session, wanted[BUNDLE])))


def passages(session: Session, recipe: str) -> Mapping[str, str]:
    """Return the texts of the writer in a recipe by their source (``text:KEY``)."""
    kept = recipes.passages(session, recipe)
    return {source_of(key): passage.text for key, passage in kept.items()}


def source_of(key: str) -> str:
    """Return the source that a text of the writer has in a report, by the key that it is kept under."""
    return key if key.startswith(f"{TEXT}:") else f"{TEXT}:{key}"


def land(session: Work, subject: str, field: str, came: str, *, recipe: str = "", before: str = "") -> None:
    """Write a text that came back in its field; Problem when there is no such block or bundle any more.

    ``recipe`` is the id or kind of the recipe that a passage of the report belongs to; ``before`` is the text that
    it takes the place of.
    """
    kind, _, identity = subject.partition(":")
    if kind == TEXT:
        _land_passage(session, subject, came, recipe, before)
        return
    found = whose(session, [subject]).get(subject)
    if found is None or found.removed:
        raise Problem(
            "Waar deze wijziging bij hoort, is er niet meer. Haal het terug uit de prullenbak, "
            "of wijs de wijziging af."
        )
    if field not in found.values:
        raise Problem("Deze wijziging heeft hier geen eigen plek. Neem de tekst zelf over waar je die wilt hebben.")
    value = became(field, found.values[field], came)
    (edit_block if kind == BLOCK else edit_bundle)(session, identity, **{field: value})


def became(field: str, old: Value, came: str) -> Value:
    """Return what a field becomes with a text that came back."""
    if not isinstance(old, str):
        return landing.as_items(old, came)
    return landing.as_line(came) if field in ONE_LINE else landing.as_lines(old, came)


def as_text(value: Value) -> str:
    """Return what a field says, a line for each item of a list."""
    return value if isinstance(value, str) else "\n".join(value)


def _land_passage(session: Work, source: str, came: str, recipe: str, before: str) -> None:
    key = key_of(source)
    kept = recipes.passages(session, recipes.recipe(session, recipe).id).get(key)
    replaced = kept.replaced if kept else digest(before) if before and key.startswith(TEXT) else ""
    recipes.write_passage(session, recipe, key, came, replaced)


def _blocks(session: Session, ids: Sequence[str]) -> Iterator[tuple[str, Whose]]:
    columns = [getattr(BlockRow, name) for name in OF_BLOCK]
    query = select(BlockRow.id, BlockRow.removed, BlockRow.prefix, BlockRow.number, *columns)
    for part in _parts(ids):
        for identity, removed, prefix, number, *values in session.execute(query.where(BlockRow.id.in_(part))):
            called = spoken_id(prefix, number)
            yield f"{BLOCK}:{identity}", Whose(called, _values(OF_BLOCK, values), removed)


def _bundles(session: Session, ids: Sequence[str]) -> Iterator[tuple[str, Whose]]:
    columns = [getattr(BundleRow, name) for name in OF_BUNDLE]
    query = select(BundleRow.id, BundleRow.removed, BundleRow.number, *columns)
    for part in _parts(ids):
        for identity, removed, number, *values in session.execute(query.where(BundleRow.id.in_(part))):
            yield f"{BUNDLE}:{identity}", Whose(bundle_called(number), _values(OF_BUNDLE, values), removed)


def _values(names: Sequence[str], values: Sequence[Any]) -> Mapping[str, Value]:
    return dict(zip(names, values, strict=True))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + PART] for start in range(0, len(ids), PART))
