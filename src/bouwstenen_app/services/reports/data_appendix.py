"""The data behind a report as tables: a row for each block, the outline, the matrix, the codebook, the sessions."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, THEME, Code, Codebook
from bouwstenen_app.domain.codebook_order import in_tree_order
from bouwstenen_app.domain.data_sheets import BETWEEN, DATE, NUMBER, Column, DataBook, Sheet, Value
from bouwstenen_app.domain.recipes import Kind, Recipe, kind_called
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, cross
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.small_counts import SMALL, told

BLOCKS: Final = "Bouwstenen"
CODES: Final = "Codeboek"
NO_THEME: Final = "(zonder thema)"

_BEFORE: Final = (
    Column("nummer", width=10),
    Column("titel", width=48),
    Column("toelichting", width=60),
    Column("praktijkvoorbeeld", width=48),
    Column("nodig", width=36),
    Column("eerste stap", width=36),
    Column("minderheidsstandpunt", width=24),
)
_BEHIND: Final = (
    Column("stemmen", NUMBER, 9),
    Column("bundel", width=9),
    Column("sessie", width=32),
    Column("datum", DATE, 12),
    Column("regio", width=24),
    Column("ronde", NUMBER, 7),
    Column("tafel", NUMBER, 7),
    Column("cluster", width=24),
    Column("status", width=12),
    Column("vrijgave", width=15),
    Column("teruggelezen", width=13),
)
_INSIDE_ONLY: Final = frozenset({"tafel", "ronde", "cluster", "vrijgave"})
"""Columns that make a block easier to trace to who said it: not in what leaves the circle."""


def data_book(material: Material, recipe: Recipe) -> DataBook:
    """Return the tables behind a report: only what its kind may show, as the document itself."""
    kind = kind_called(recipe.kind)
    groups = Groups.of(material)
    sheets = (
        Sheet(BLOCKS, _columns(material.book, kind), tuple(_rows(material, kind))),
        _outline(material),
        _bundles(material),
        _matrix(material, groups, kind),
        _codes(material.book),
        _sessions(material, kind),
    )
    return DataBook(recipe.title, tuple(sheet for sheet in sheets if sheet.rows), recipe.author)


def blocks_sheet(material: Material, recipe: Recipe) -> Sheet:
    """Return the table with a row for each block alone, for a text file."""
    kind = kind_called(recipe.kind)
    return Sheet(BLOCKS, _columns(material.book, kind), tuple(_rows(material, kind)))


def _columns(book: Codebook, kind: Kind) -> tuple[Column, ...]:
    tags = (Column(dimension.name.lower(), width=24) for dimension in book.dimensions)
    every = (*_BEFORE, *tags, *_BEHIND)
    return tuple(column for column in every if _is_shown(column.name, kind))


def _is_shown(name: str, kind: Kind) -> bool:
    return not (kind.outside and name in _INSIDE_ONLY)


def _rows(material: Material, kind: Kind) -> Iterator[tuple[Value, ...]]:
    book = material.book
    workshops = {workshop.id: workshop for workshop in material.workshops}
    bundled = {block: one.spoken_id for one in material.bundles if not one.removed for block in one.contributions}
    shown = [place for place, column in enumerate(_BEHIND) if _is_shown(column.name, kind)]
    for block in material.blocks:
        behind = _behind(block, workshops, bundled.get(block.id, ""))
        tags = (_names(block, book, dimension.slug) for dimension in book.dimensions)
        yield (*_said(block), *tags, *(behind[place] for place in shown))


def _said(block: Block) -> tuple[Value, ...]:
    return (
        block.spoken_id,
        block.title,
        block.explanation,
        block.example,
        BETWEEN.join(block.conditions),
        block.next_step,
        block.minority,
    )


def _behind(block: Block, workshops: Mapping[str, Workshop], bundle: str) -> tuple[Value, ...]:
    workshop = workshops.get(block.workshop)
    session = (workshop.title, workshop.date, workshop.region) if workshop else ("", None, "")
    return (
        block.votes,
        bundle,
        *session,
        block.round,
        block.table,
        block.cluster,
        block.status,
        block.release,
        block.read_back,
    )


def _names(block: Block, book: Codebook, dimension: str) -> str:
    return BETWEEN.join(code.name for code in book.select(block.codes, dimension))


def _outline(material: Material) -> Sheet:
    """Return the blocks under each theme in the order of the codebook; a block stands under each of its themes."""
    book = material.book
    under: dict[str, list[Block]] = {}
    for block in material.blocks:
        for identity in [code.id for code in book.select(block.codes, THEME)] or [""]:
            under.setdefault(identity, []).append(block)
    rows: list[tuple[Value, ...]] = []
    for theme in in_tree_order(book.of(THEME)):
        group = book.top(theme.id).name
        rows += ((group, theme.name, *_in_short(block, book)) for block in under.get(theme.id, ()))
    rows += ((NO_THEME, NO_THEME, *_in_short(block, book)) for block in under.get("", ()))
    columns = (Column("themagroep", width=34), Column("thema", width=34), *_IN_SHORT)
    return Sheet("Opbouw", columns, tuple(rows))


_IN_SHORT: Final = (
    Column("nummer", width=10),
    Column("titel", width=60),
    Column("soort", width=18),
    Column("stemmen", NUMBER, 9),
)


def _in_short(block: Block, book: Codebook) -> tuple[Value, ...]:
    return block.spoken_id, block.title, _names(block, book, KIND), block.votes


def _bundles(material: Material) -> Sheet:
    spoken = {block.id: block.spoken_id for block in material.blocks}
    fields: tuple[tuple[Column, Callable[..., Value]], ...] = (
        (Column("nummer", width=9), lambda one: one.spoken_id),
        (Column("titel", width=48), lambda one: one.title),
        (Column("toelichting", width=60), lambda one: one.explanation),
        (Column("waarom het werkt", width=40), lambda one: one.why),
        (Column("praktijkvoorbeeld", width=40), lambda one: one.example),
        (Column("nodig", width=36), lambda one: BETWEEN.join(one.conditions)),
        (Column("eerste stap", width=36), lambda one: one.next_step),
        (Column("wie is aan zet", width=24), lambda one: one.owner),
        (Column("minderheidsstandpunt", width=24), lambda one: one.minority),
        (Column("kernbouwsteen", width=14), lambda one: "ja" if one.key else "nee"),
        (Column("status", width=12), lambda one: one.status),
        (
            Column("bijdragen", width=40),
            lambda one: BETWEEN.join(spoken[b] for b in one.contributions if b in spoken),
        ),
    )
    rows = tuple(tuple(value(one) for _, value in fields) for one in material.bundles if not one.removed)
    return Sheet("Bundels", tuple(column for column, _ in fields), rows)


def _matrix(material: Material, groups: Groups, kind: Kind) -> Sheet:
    counts = cross(material.blocks, groups.theme_of, groups.domain_of)
    columns = (Column("themagroep", width=38), *(Column(one.name, NUMBER, 14) for one in groups.domains))
    rows = tuple(
        (theme.name, *(_count(counts[theme.id, domain.id], kind) for domain in groups.domains))
        for theme in groups.themes
    )
    return Sheet("Matrix", columns, rows if groups.domains else ())


def _count(count: int, kind: Kind) -> Value:
    """Return a number; in what leaves the circle a small one is told, not given."""
    return told(count, outside=True) if kind.outside and 0 < count < SMALL else count


CODE_COLUMNS: Final = (
    Column("dimensie", width=20),
    Column("code", width=36),
    Column("valt onder", width=30),
    Column("definitie", width=70),
    Column("synoniemen", width=40),
)


def _codes(book: Codebook) -> Sheet:
    return Sheet(CODES, CODE_COLUMNS, tuple(row for code, row in code_rows(book) if not code.retired))


def code_rows(book: Codebook) -> Iterator[tuple[Code, tuple[Value, ...]]]:
    """Yield every code in the order of the codebook, also one that is not used any more, with its row."""
    for dimension in book.dimensions:
        for code in in_tree_order(book.of(dimension.slug)):
            above, synonyms = _above(book, code.parent), BETWEEN.join(code.synonyms)
            yield code, (dimension.name, code.name, above, code.definition, synonyms)


def _above(book: Codebook, parent: str | None) -> str:
    return book.by_id[parent].name if parent in book.by_id and parent else ""


def _sessions(material: Material, kind: Kind) -> Sheet:
    columns = (
        Column("sessie", width=40),
        Column("datum", DATE, 12),
        Column("regio", width=26),
        Column("plaats", width=20),
        Column("deelnemers", NUMBER, 12),
        Column("bouwstenen in dit bestand", NUMBER, 14),
    )
    inside: dict[str, int] = {}
    for block in material.blocks:
        inside[block.workshop] = inside.get(block.workshop, 0) + 1
    rows = tuple(
        (w.title, w.date, w.region, w.place, _count(w.participants, kind), inside.get(w.id, 0))
        for w in material.workshops
    )
    return Sheet("Sessies", columns, rows)
