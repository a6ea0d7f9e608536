"""A codebook as a table in a text file (CSV, RFC 4180), for a spreadsheet."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_given import Given, GivenCode, GivenDimension
from bouwstenen_app.domain.codebook_order import in_tree_order
from bouwstenen_app.domain.colours import written
from bouwstenen_app.domain.matching import key as spelled
from bouwstenen_app.domain.problems import Problem

BETWEEN: Final = "|"
"""Between the words in one cell; in a word it is written as ``\\|``."""
YES: Final = ("ja", "yes", "true", "waar", "1", "x")
LARGEST_CELL: Final = 200_000
COLUMNS: Final[Mapping[str, str]] = {
    "dimensie": "",
    "naam": "",
    "ouder": "",
    "definitie": "definition",
    "synoniemen": "synonyms",
    "afkortingen": "abbreviations",
    "kleur": "colour",
    "kleur donker": "colour_dark",
    "kleur tint": "colour_tint",
    "vervallen": "retired",
    "favoriet": "favourite",
    "naam engels": "name_en",
    "citaat": "seed_quote",
    "tag": "",
}
"""What stands above the columns, with the field of a code; ``tag`` is the name by which it is typed."""

_FORMULA: Final = tuple("=+-@\t\r")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_WORDS: Final = re.compile(r"(?:\\.|[^|\\])+")
_SEPARATORS: Final = (";", ",", "\t")


def write(book: Codebook) -> str:
    """Return the table, with a line for each code; a cell that a spreadsheet would run begins with an apostrophe.

    A dimension without codes has a line without a name, so that it is not forgotten.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for dimension in book.dimensions:
        codes = in_tree_order(book.of(dimension.slug))
        for code in codes:
            above = book.by_id.get(code.parent or "")
            cells = {
                "dimensie": dimension.name,
                "naam": code.name,
                "ouder": above.name if above else "",
                "tag": code.slug,
            } | {column: _cell(getattr(code, field)) for column, field in COLUMNS.items() if field}
            writer.writerow([_guarded(cells[column]) for column in COLUMNS])
        if not codes:
            writer.writerow([_guarded(dimension.name)])
    return out.getvalue()


def read(text: str, title: str = "") -> Given:
    """Return the codebook in a table; which separator it has is seen from its first line.

    Problem when it has no column for the name or the dimension.
    """
    rows = _rows(text)
    columns = [spelled(cell) for cell in rows[0]] if rows else []
    known = {spelled(column): column for column in COLUMNS}
    heads = [known.get(column, "") for column in columns]
    if not {"dimensie", "naam"} <= set(heads):
        raise Problem(
            "Dit is geen tabel van een codeboek. De eerste regel heeft de kolommen dimensie en naam nodig."
        )
    return _given([_line(heads, row) for row in rows[1:]], title)


def _rows(text: str) -> list[list[str]]:
    text = clean(text.removeprefix("\ufeff"), mark=MARK).text
    first = text.split("\n", 1)[0]
    if first.startswith("sep="):  # as a spreadsheet may write it
        separator, text = first[4:5] or ";", text.partition("\n")[2]
    else:
        separator = max(_SEPARATORS, key=first.count)
    before = csv.field_size_limit(LARGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Problem("Deze tabel kan niet worden gelezen. Sla haar opnieuw op als CSV (UTF-8).") from error
    finally:
        csv.field_size_limit(before)
    return [row for row in rows if any(cell.strip() for cell in row)]


def _line(heads: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    cells = zip(heads, row, strict=False)
    return {head: _bare(cell).strip() for head, cell in cells if head}


def _given(lines: Sequence[Mapping[str, str]], title: str) -> Given:
    dimensions: dict[str, str] = {}
    for line in lines:
        if name := line.get("dimensie", ""):
            dimensions.setdefault(spelled(name), name)
    places = {name: place for place, name in enumerate(dimensions)}
    named = [line for line in lines if line.get("naam") and line.get("dimensie")]
    rows = {(spelled(line["dimensie"]), spelled(line["naam"])): row for row, line in reversed([*enumerate(named)])}
    return Given(
        title,
        tuple(GivenDimension(name) for name in dimensions.values()),
        tuple(
            GivenCode(
                name=line["naam"],
                dimension=places[spelled(line["dimensie"])],
                slug=line.get("tag", ""),
                parent=rows.get((spelled(line["dimensie"]), spelled(line.get("ouder", "")))),
                values=_values(line),
            )
            for line in named
        ),
    )


def _values(line: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, field in COLUMNS.items():
        cell = line.get(column)
        if not field or cell is None:
            continue
        if field in ("synonyms", "abbreviations"):
            values[field] = _words(cell)
        elif field in ("retired", "favourite"):
            values[field] = cell.casefold() in YES if cell else None
        else:
            values[field] = written(cell) if field.startswith("colour") else cell
    return values


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return BETWEEN.join(word.replace("\\", "\\\\").replace(BETWEEN, f"\\{BETWEEN}") for word in value)
    return str(value)


def _words(cell: str) -> tuple[str, ...]:
    words = (re.sub(r"\\(.)", r"\1", word).strip() for word in _WORDS.findall(cell))
    return tuple(dict.fromkeys(filter(None, words)))


def _guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; one that looks guarded already gets one more."""
    return f"'{cell}" if cell.startswith(_FORMULA) or _GUARDED.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
