"""Erasing for good: a block that is withdrawn, what was said before a role took its place, a word everywhere.

Undo brings nothing of it back, and a later merge neither. What was erased goes from the backups of this laptop too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from re import Pattern
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.erasing import GONE, MARK, TEXTS, copy_patterns, said, without_accents, word_pattern
from bouwstenen_app.domain.erasures import Everywhere, Going, Said
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.proposals import slug_of
from bouwstenen_app.services import auditing, backups, file_places
from bouwstenen_app.services.backups import Backup
from bouwstenen_app.storage import blanking, erasing_copies, journal, overwriting, wording
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.overwriting import Row
from bouwstenen_app.storage.report_tables import RemarkRow
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import (
    BlockRow,
    CodeRow,
    CombinationRow,
    ContributionRow,
    DimensionRow,
    PhotoRow,
    WorkspaceRow,
)
from bouwstenen_app.storage.trust_tables import ErasureRow

MOST_TOLD: Final = 5
"""Words that stay and are named."""
_ANY_WORD: Final = re.compile(r"[^\W\d_][\w\u0300-\u036f'’-]*")
SHORTEST: Final = 2
"""Letters of a word that is looked for everywhere."""
ERASING, COPIES = "Wissen", "Reservekopieën nalopen"
EARLIER, EVERYWHERE, ELSEWHERE = "earlier", "everywhere", "elsewhere"
"""Kinds in the log."""


def named(session: Session, names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of blocks by what they are called (``RH-017``), in the bin too; Problem for another."""
    query = select(BlockRow.id, BlockRow.prefix, BlockRow.number).where(BlockRow.status != GONE)
    known = {spoken_id(prefix, number): identity for identity, prefix, number in session.execute(query)}
    wanted = [name.strip().upper() for name in names]
    if missing := [name for name in wanted if name not in known]:
        raise Problem(
            "Er is geen bouwsteen {names}. Kijk het nummer na, bijvoorbeeld RH-017; er is niets gewist.",
            names=dutch.enumerated(missing),
        )
    return tuple(dict.fromkeys(known[name] for name in wanted))


def going(session: Session, blocks: Sequence[str]) -> Going:
    """Return what goes when blocks are erased; nothing is changed."""
    query = select(BlockRow.prefix, BlockRow.number).where(BlockRow.id.in_(blocks), BlockRow.status != GONE)
    names = tuple(spoken_id(*line) for line in session.execute(query.order_by(BlockRow.prefix, BlockRow.number)))
    inside = select(func.count(ContributionRow.bundle_id.distinct()))
    about = [f"block:{block}" for block in blocks]
    return Going(
        names,
        _count(session, select(func.count()).select_from(PhotoRow).where(PhotoRow.block_id.in_(blocks))),
        _count(session, inside.where(ContributionRow.block_id.in_(blocks), ~ContributionRow.removed)),
        _count(session, select(func.count()).select_from(RemarkRow).where(RemarkRow.subject.in_(about))),
        _copies(session, blocks),
    )


def earlier_elsewhere(session: Session, block: str) -> Mapping[str, int]:
    """Return in how many rows of each table words stand that a block said before, and does not say now."""
    return _copies(session, [block], now=False)


def erase_blocks(store: Store, blocks: Sequence[str], around: Surroundings, told: Said) -> Iterator[Progress]:
    """Erase blocks as if they had never been said, but for their numbers; fills ``told``. For a job."""
    yield Progress(0, 0, ERASING)
    told.count = len(blocks)
    label = f"{dutch.counted(len(blocks), 'bouwsteen', 'bouwstenen')} voorgoed gewist"
    store.do(label, overwriting.note, [("block", block) for block in blocks], whole=True)
    yield from erase_in_backups(store, around, told)
    auditing.note(store, audit.ERASED, count=len(blocks))


def forget_earlier(store: Store, rows: Sequence[Row], around: Surroundings, told: Said) -> Iterator[Progress]:
    """Erase what rows said before; what they say now stays. Fills ``told``. For a job."""
    yield Progress(0, 0, ERASING)
    told.count = len(rows)
    store.do("Eerdere versies gewist", overwriting.overwrite, {row: {} for row in rows})
    yield from erase_in_backups(store, around, told)
    auditing.note(store, audit.ERASED, EARLIER, len(rows))


def found_everywhere(session: Session, text: str) -> Everywhere:
    """Return where a word or phrase stands, now or before; Problem for one that is too short."""
    connection = session.connection()
    patterns = [_pattern(text)]
    rows = wording.standing(connection, patterns, MARK)
    return Everywhere(
        wording.tables(rows),
        len(wording.sentences(connection, patterns, MARK)),
        len(wording.kept_here(connection, patterns, MARK)),
        _inside(session, text),
        _alike(session, text),
        _slugs(session, text),
    )


def found_in_backups(found: Everywhere, text: str, kept: Sequence[Backup], around: Surroundings) -> Everywhere:
    """Return where a word stands that was found nowhere in the workspace: in how many of its backups. For a job."""
    if found.anything:
        return found
    patterns, inside, closed = [_pattern(text)], 0, 0
    for backup in kept:
        try:
            inside += erasing_copies.holds(backup.path, around.keys.of(backup.path), patterns)
        except (Problem, OSError):
            closed += 1
    return replace(found, backups=inside, closed=closed)


def replace_everywhere(store: Store, text: str, role: str, around: Surroundings, told: Said) -> Iterator[Progress]:
    """Put a role in the place of a word or phrase, wherever it stands and ever stood; fills ``told``. For a job."""
    pattern, role = _pattern(text), check_role(text, role)
    yield Progress(0, 0, ERASING)
    done = store.do(f"Overal vervangen door {role}", _replace, pattern, role)
    told.count = done.result
    yield from erase_in_backups(store, around, told, [pattern], role)
    auditing.note(store, audit.ERASED, EVERYWHERE, told.count)


def check_role(text: str, role: str) -> str:
    """Return a role as it is written; Problem when it is empty, or names whom it replaces."""
    role = clean(role).text.strip()
    if not role or _pattern(text).search(role):
        raise Problem("Schrijf wat er in de plaats komt, bijvoorbeeld [naam] of moeder, zonder de tekst zelf.")
    return role


def came_in(changes: Changes | None) -> bool:
    """Say whether a step took in what was erased elsewhere."""
    return changes is not None and changes.touches(ErasureRow.__tablename__)


def erase_what_came_in(store: Store, around: Surroundings, changes: Changes | None) -> Said:
    """Erase in the backups of this laptop what a step took in as erased elsewhere; return what was done."""
    said = Said()
    if came_in(changes):
        for _ in erase_in_backups(store, around, said):
            pass
    return said


def erase_in_backups(
    store: Store, around: Surroundings, told: Said, patterns: Sequence[Pattern[str]] = (), by: str = MARK
) -> Iterator[Progress]:
    """Erase in the backups of this laptop all that was erased in a workspace until now, and words by a pattern."""
    look_beside(store, told)
    what = store.read(erasing_copies.erased)
    kept = backups.backups(around, store.path)
    if not (what.notes or patterns):
        return
    for place, backup in enumerate(kept):
        yield Progress(place, len(kept), COPIES)
        try:
            told.backups += erasing_copies.clean(backup.path, around.keys.of(backup.path), what, patterns, by)
        except (Problem, OSError):  # another program may hold it
            told.left.append(str(backup.path))


def look_beside(store: Store, told: Said) -> None:
    """Note what stands beside a workspace that holds what it held, and is not looked into."""
    told.beside = [str(file) for file in backups.put_aside(store.path)]
    copies = file_places.copies_beside(store.path, synced=store.working is not None)
    told.copies = [str(file) for file in copies]


def _replace(session: Work, pattern: Pattern[str], role: str) -> int:
    found = wording.standing(session.sql, [pattern], role)
    beside = wording.rewrite_beside(session.sql, [pattern], role)
    if beside and not found:  # a step that wipes nothing but sentences has to be a step all the same
        found = {("workspace", one): {} for one in session.scalars(select(WorkspaceRow.id))}
        overwriting.overwrite(session, found)
        return 0
    overwriting.overwrite(session, found)
    return len(found)


def _pattern(text: str) -> Pattern[str]:
    typed = clean(text).text.strip()
    if len(typed) < SHORTEST or not any(map(str.isalnum, typed)):
        raise Problem("Typ de hele naam of tekst die overal weg moet, van minstens twee tekens.")
    return word_pattern(typed)


def _inside(session: Session, text: str) -> tuple[str, ...]:
    """Return longer words in the texts of blocks in which a word stands too."""
    typed = clean(text).text.strip()
    longer = re.compile(rf"\w*{re.escape(typed)}\w*", re.IGNORECASE)
    found = _in_blocks(session, longer)
    return tuple(dict.fromkeys(word for word in found if word.casefold() != typed.casefold()))[:MOST_TOLD]


def _alike(session: Session, text: str) -> tuple[str, ...]:
    """Return words in the texts of blocks that differ from a word in their accents alone: they are not found."""
    typed, pattern = without_accents(clean(text).text.strip()), _pattern(text)
    found = (word for word in _in_blocks(session, _ANY_WORD) if without_accents(word) == typed)
    return tuple(dict.fromkeys(word for word in found if not pattern.fullmatch(word)))[:MOST_TOLD]


def _slugs(session: Session, text: str) -> tuple[str, ...]:
    """Return the short names of codes in which a word or phrase stands."""
    wanted = f"-{slug_of(clean(text).text)}-"
    found = (slug for row in (CodeRow, DimensionRow, CombinationRow) for slug in session.scalars(select(row.slug)))
    return tuple(dict.fromkeys(slug for slug in found if wanted in f"-{slug}-"))[:MOST_TOLD]


def _in_blocks(session: Session, pattern: Pattern[str]) -> Iterator[str]:
    """Yield what a pattern finds in the texts of blocks."""
    columns = [getattr(BlockRow, name) for name in TEXTS["block"]]
    for line in session.execute(select(*columns)):
        for value in line:
            yield from pattern.findall(" ".join(value) if isinstance(value, list) else value)


def _copies(session: Session, blocks: Sequence[str], *, now: bool = True) -> Mapping[str, int]:
    """Return where words of blocks were taken over; without those that they say ``now`` when that is False."""
    connection = session.connection()
    rows = journal.current_rows(connection, "block", [*blocks], TEXTS["block"]).values()
    current = [text for row in rows for text in said(row, "block")]
    before = [
        text
        for block in blocks
        for fields in blanking.words_of(connection, "block", block)
        for text in said(fields, "block")
    ]
    texts = [*current, *before] if now else [text for text in before if text not in current]
    own = {*blocks}
    found = wording.standing(connection, copy_patterns(texts), MARK)
    return wording.tables(row for row in found if row[1] not in own and row[0] != "proposal")


def _count(session: Session, query: object) -> int:
    return int(session.scalar(query) or 0)  # type: ignore[call-overload]
