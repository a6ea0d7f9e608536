"""Bundling: blocks are brought together in a bundle, added, taken out, joined; they stay readable under it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import BUNDLED, INTERPRETED, RAW, SETTLED, Block
from bouwstenen_app.domain.bundles import Bundle, Support, draft, spoken_id, support
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import aligning, boards
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.preparing import headings
from bouwstenen_app.services.withdrawing import never_used
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, BundleRow, ContributionRow

TEXTS: Final = frozenset({"title", "explanation", "why", "example", "next_step", "owner", "minority", "note"})
LISTS: Final = frozenset({"conditions", "codes"})


@dataclass(frozen=True, slots=True)
class Line:
    """One bundle in a list of bundles."""

    bundle: Bundle
    support: Support


def contribution_id(bundle: str, block: str) -> str:
    """Return the identity of the row that says that a block is in a bundle."""
    return derived("contribution", bundle, block)


def bundle_blocks(session: Work, blocks: Sequence[str]) -> str:
    """Make a bundle of blocks, drafted from what they say, and return its id. One block is enough.

    Blocks that were in another bundle leave it. Problem when there is nothing to bundle.
    """
    found = [block for block in boards.blocks(session, list(dict.fromkeys(blocks))) if not block.removed]
    if not found:
        raise Problem("Kies eerst een of meer bouwstenen om te bundelen.")
    drafted = draft(found, codebook(session))
    identity = session.new_id()
    row = asdict(drafted) | {"id": identity, "number": _next_number(session)}
    row |= {name: list(row[name]) for name in LISTS}
    del row["contributions"]
    journal.insert_rows(session, BundleRow, [row])
    add_to_bundle(session, identity, [block.id for block in found])
    return identity


def make_bundle(session: Work, blocks: Sequence[str]) -> Bundle:
    """Make a bundle of blocks, as :func:`bundle_blocks` does, and return it as it is then."""
    return bundle_with(session, bundle_blocks(session, blocks))


def add_to_bundle(session: Work, bundle: str, blocks: Sequence[str]) -> None:
    """Bring blocks into a bundle, after those that are in it; they leave the one they were in."""
    _present(session, bundle)
    before = bundles_of(session, blocks)
    moved = {contribution_id(before[block], block) for block in blocks if before.get(block, bundle) != bundle}
    journal.update_rows(session, ContributionRow, {one: {"removed": True} for one in moved})
    new = [block for block in dict.fromkeys(blocks) if before.get(block) != bundle]
    known = _known(session, [contribution_id(bundle, block) for block in new])
    place = _last_place(session, bundle) + 1
    rows = {contribution_id(bundle, block): block for block in new}
    places = {one: place + number for number, one in enumerate(rows)}
    back = {one: {"removed": False, "position": places[one]} for one in rows if one in known}
    journal.update_rows(session, ContributionRow, back)
    fresh = [
        {"id": one, "bundle_id": bundle, "block_id": block, "position": places[one]}
        for one, block in rows.items()
        if one not in known
    ]
    journal.insert_rows(session, ContributionRow, fresh)
    _bind(session, new)


def take_out(session: Work, blocks: Sequence[str]) -> None:
    """Take blocks out of the bundles they are in; the bundles stay, also when nothing is left in them."""
    inside = bundles_of(session, blocks)
    gone = {contribution_id(bundle, block): {"removed": True} for block, bundle in inside.items()}
    journal.update_rows(session, ContributionRow, gone)
    _loosen(session, list(inside))


def dissolve(session: Work, bundles: Sequence[str]) -> None:
    """Put bundles in the bin; their blocks are by themselves again, those in the bin too."""
    take_out(session, _inside(session, bundles))
    journal.update_rows(session, BundleRow, {bundle: {"removed": True} for bundle in bundles})


def join(session: Work, into: str, others: Sequence[str]) -> None:
    """Bring bundles together in one: their blocks go into it, their words are added under its own.

    What partners said of them (*afstemming*) goes along, but for partners who said something of the one that stays.
    """
    rest = [bundle for bundle in bundles(session) if bundle.id in set(others) - {into}]
    kept = bundle_with(session, into)
    add_to_bundle(session, into, _inside(session, [bundle.id for bundle in rest]))
    texts = {
        name: "\n".join(dict.fromkeys(text for text in (getattr(one, name) for one in (kept, *rest)) if text))
        for name in ("explanation", "why", "minority", "note")
    }
    lists = {name: [*dict.fromkeys(each for one in (kept, *rest) for each in getattr(one, name))] for name in LISTS}
    journal.update_rows(session, BundleRow, {into: texts | lists})
    aligning.hand_over(session, {bundle.id: bundle.spoken_id for bundle in rest}, into)
    journal.update_rows(session, BundleRow, {bundle.id: {"removed": True} for bundle in rest})


def edit_bundle(session: Work, bundle: str, **fields: Any) -> None:
    """Change fields of a bundle (the names of ``BundleRow``); texts are cleaned. Problem for an empty title."""
    edit_bundles(session, [bundle], **fields)


def edit_bundles(session: Work, bundles: Sequence[str], **fields: Any) -> None:
    """Change the same fields of several bundles, as :func:`edit_bundle` does."""
    cleaned = {name: clean(value).text if name in TEXTS else value for name, value in fields.items()}
    cleaned |= {name: [clean(one).text for one in cleaned[name]] for name in LISTS & cleaned.keys()}
    if not cleaned.get("title", "-").strip():
        raise Problem("Een bundel heeft een titel nodig: één zin die zegt waar het om gaat.")
    journal.update_rows(session, BundleRow, dict.fromkeys(bundles, cleaned))


def overview(session: Session) -> tuple[Line, ...]:
    """Return all bundles by number, each with how widely it is carried."""
    found = bundles(session)
    ids = [block for bundle in found for block in bundle.contributions]
    blocks = {block.id: block for block in boards.blocks(session, ids)}
    workshops = {one.id: one for one in headings(session)}
    return tuple(
        Line(bundle, support([blocks[one] for one in bundle.contributions if one in blocks], workshops))
        for bundle in found
    )


def withdrawn(session: Session) -> tuple[Bundle, ...]:
    """Return the bundles that were dissolved or joined, by number: their numbers were in use.

    A bundle of which the making was undone at once is none of them, unless a document was made in between.
    """
    gone = bundles(session, removed=True)
    undone = never_used(session, [bundle.id for bundle in gone])
    return tuple(bundle for bundle in gone if bundle.id not in undone)


def bundles(session: Session, *, removed: bool = False) -> tuple[Bundle, ...]:
    """Return all bundles, or all that are in the bin, by number."""
    rows = session.execute(
        select(*BundleRow.__table__.c).where(BundleRow.removed == removed).order_by(BundleRow.number, BundleRow.id)
    )
    inside: dict[str, list[str]] = {}
    for bundle, block in session.execute(_CONTRIBUTIONS):
        inside.setdefault(bundle, []).append(block)
    return tuple(_bundle(line, inside.get(line["id"], ())) for line in rows.mappings())


def named(session: Session) -> tuple[Bundle, ...]:
    """Return all bundles with their number and title only, by number: quick, however many blocks are in them."""
    query = select(BundleRow.id, BundleRow.number, BundleRow.title).where(~BundleRow.removed)
    return tuple(Bundle(*line) for line in session.execute(query.order_by(BundleRow.number, BundleRow.id)))


def bundle_with(session: Session, identity: str) -> Bundle:
    """Return one bundle; Problem when it is not there any more."""
    found = session.execute(select(*BundleRow.__table__.c).where(BundleRow.id == identity)).mappings().first()
    if found is None:
        raise Problem("Deze bundel is er niet meer.")
    return _bundle(found, contributions(session, identity))


def contributions(session: Session, bundle: str) -> tuple[str, ...]:
    """Return the ids of the blocks in a bundle, in the order in which they came."""
    return tuple(block for _, block in session.execute(_CONTRIBUTIONS.where(ContributionRow.bundle_id == bundle)))


def ever_inside(session: Session) -> Mapping[str, Sequence[str]]:
    """Return the ids of the blocks that are or were in each bundle (by its id), those in the bin too."""
    found: dict[str, list[str]] = {}
    for bundle, block in session.execute(select(ContributionRow.bundle_id, ContributionRow.block_id)):
        found.setdefault(bundle, []).append(block)
    return found


def bundles_of(session: Session, blocks: Sequence[str]) -> Mapping[str, str]:
    """Return in which bundle blocks are (block id → bundle id); those that are in none are left out."""
    query = select(ContributionRow.block_id, ContributionRow.bundle_id).where(
        ContributionRow.block_id.in_(blocks), ~ContributionRow.removed
    )
    return {block: bundle for block, bundle in session.execute(query)}


def any_bundled(session: Session) -> bool:
    """Return whether any block is in a bundle."""
    return session.scalar(select(ContributionRow.id).where(~ContributionRow.removed).limit(1)) is not None


def bundle_called(session: Session, block: str) -> str:
    """Return how the bundle is called that a block is in (``K-05``); empty when it is in none."""
    query = (
        select(BundleRow.number)
        .join(ContributionRow, ContributionRow.bundle_id == BundleRow.id)
        .where(ContributionRow.block_id == block, ~ContributionRow.removed, ~BundleRow.removed)
    )
    number = session.scalar(query.limit(1))
    return "" if number is None else spoken_id(number)


def touched(session: Session, changes: Changes) -> frozenset[str]:
    """Return the ids of the bundles of which a step changed the words or the contributions."""
    rows = [change.row for change in changes.changes if change.table == "contribution"]
    query = select(ContributionRow.bundle_id).where(ContributionRow.id.in_(rows))
    return frozenset((*changes.rows("bundle"), *session.scalars(query)))


_CONTRIBUTIONS = (
    select(ContributionRow.bundle_id, ContributionRow.block_id)
    .join(BlockRow, BlockRow.id == ContributionRow.block_id)
    .where(~ContributionRow.removed, ~BlockRow.removed)
    .order_by(ContributionRow.bundle_id, ContributionRow.position, ContributionRow.id)
)


def _bundle(line: Mapping[Any, Any], blocks: Iterable[str]) -> Bundle:
    values = dict(line) | {name: tuple(line[name]) for name in LISTS}
    return Bundle(**values, contributions=tuple(blocks))


def _inside(session: Session, bundles: Sequence[str]) -> list[str]:
    """Return the ids of the blocks in these bundles, bundle by bundle; also of those that are in the bin."""
    row = ContributionRow.__table__.c
    query = select(row.bundle_id, row.block_id).where(row.bundle_id.in_(bundles), ~row.removed)
    lines = session.execute(query.order_by(row.position, row.id)).all()
    return [block for _, block in sorted(lines, key=lambda line: bundles.index(line[0]))]


def _present(session: Session, bundle: str) -> None:
    if session.scalar(select(BundleRow.id).where(BundleRow.id == bundle, ~BundleRow.removed)) is None:
        raise Problem("Deze bundel is er niet meer. Kies een andere, of maak een nieuwe.")


def _next_number(session: Session) -> int:
    """Return the next number; those of removed bundles are never given again."""
    return (session.scalar(select(func.max(BundleRow.number))) or 0) + 1


def _last_place(session: Session, bundle: str) -> int:
    query = select(func.max(ContributionRow.position)).where(ContributionRow.bundle_id == bundle)
    last = session.scalar(query)
    return -1 if last is None else last


def _known(session: Session, rows: Sequence[str]) -> frozenset[str]:
    return frozenset(session.scalars(select(ContributionRow.id).where(ContributionRow.id.in_(rows))))


def give_status(session: Work, blocks: Sequence[str]) -> None:
    """Give blocks the status that goes with being in a bundle, or in none."""
    inside = bundles_of(session, blocks)
    _bind(session, list(inside))
    _loosen(session, [block for block in blocks if block not in inside])


def _bind(session: Work, blocks: Sequence[str]) -> None:
    settled = set(session.scalars(select(BlockRow.id).where(BlockRow.id.in_(blocks), BlockRow.status == SETTLED)))
    status = {block: {"status": BUNDLED} for block in blocks if block not in settled}
    journal.update_rows(session, BlockRow, status)


def _loosen(session: Work, blocks: Sequence[str]) -> None:
    """Give blocks that are in no bundle any more the status they would have had without one."""
    book = codebook(session)
    loose = [block for block in boards.blocks(session, blocks) if block.status == BUNDLED]
    status = {block.id: {"status": INTERPRETED if _interpreted(block, book) else RAW} for block in loose}
    journal.update_rows(session, BlockRow, status)


def _interpreted(block: Block, book: Codebook) -> bool:
    return all(book.select(block.codes, dimension) for dimension in (DOMAIN, THEME))
