"""Reading a file from elsewhere: Excel, CSV, Word, text, Markdown and JSON, none of them trusted."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain import given_csv, given_json, given_text
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.column_guessing import divided
from bouwstenen_app.domain.given_blocks import (
    CSV,
    ENCODINGS,
    ENDINGS,
    EXCEL,
    JSON,
    PLAIN,
    TABS,
    WORD,
    Given,
    GivenTable,
    Remark,
)
from bouwstenen_app.domain.given_text import Outline
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.textfile import decode, is_foreign
from bouwstenen_app.services import portable

LARGEST: Final = 50_000_000
LARGEST_TEXT: Final = 20_000_000
"""Bytes that are read of one file, and of one that is text."""
_MOST_BROKEN: Final = 0.02
"""The part of the characters that may be no text before the file is no text."""


def read(path: Path, *, encoding: str = "", separator: str = "") -> Given:
    """Return what a file gives, by the ending of its name; Problem that names it, with the reason, when it cannot.

    ``encoding`` and ``separator`` are for a text or a CSV of which the guess was wrong.
    """
    kind = path.suffix.lower()
    if kind not in ENDINGS:
        raise Problem(
            "{name} kan hier niet worden ingelezen. Kies een bestand dat eindigt op {endings}.",
            name=path.name,
            endings=", ".join(ENDINGS),
        )
    if kind == WORD:
        return _word(path)
    data = _bytes(path, LARGEST if kind in (EXCEL, JSON) else LARGEST_TEXT)
    if kind == EXCEL:
        return _excel(data, path)
    text, used = _text(data, path.name, encoding)
    if kind in (CSV, TABS):
        rows, separator = given_csv.read(text, path.name, separator)
        given = _given(path, [GivenTable("", (), rows)])
        return _or_empty(Given(path.name, given.digest, given.tables, encoding=used, separator=separator))
    if kind == JSON:
        return _json(text, path)
    outline, tables = (given_text.read_plain(text, path.name), ()) if kind == PLAIN else _markdown(text, path.name)
    given = _given(path, tables, outline)
    return _or_empty(Given(path.name, given.digest, given.tables, given.blocks, given.title, encoding=used))


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise Problem("{name} is niet gevonden. Kies een bestand dat er wel is.", name=path.name) from error
    except OSError as error:
        raise Problem(
            "{name} kan niet worden gelezen. Sluit het in andere programma’s of kies een ander.", name=path.name
        ) from error
    if len(data) > most:
        raise Problem(
            "{name} is te groot om in te lezen: meer dan {most} MB. Knip het in stukken.",
            name=path.name,
            most=most // 1_000_000,
        )
    return data


def _text(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """Return the text of a file, and how it was read."""
    if is_foreign(data):
        raise _no_text(name)
    encoding = encoding or _looks_like_utf16(data)
    if encoding in ENCODINGS:
        text, used = data.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding
    else:
        text = decode(data)
        marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        used = "utf-16-le" if marked else "utf-8" if _is_utf8(data) else "cp1252"
    broken = clean(text[:LARGEST_TEXT]).removed + text.count(MARK)
    if broken > max(2, _MOST_BROKEN * len(text)):
        raise _no_text(name)
    return text, used


def _looks_like_utf16(data: bytes) -> str:
    """Return UTF-16 for text without a mark in which every other byte is nothing."""
    start = data[:2_000]
    if len(start) > 3 and start[1::2].count(0) > 0.8 * len(start[1::2]) and start[::2].count(0) < len(start) // 10:
        return "utf-16-le"
    return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _no_text(name: str) -> Problem:
    return Problem(
        "{name} is geen tekst, wat de naam ook zegt. Bewaar het in het programma waarmee het is gemaakt als .xlsx, "
        ".csv, .docx of .txt en kies dat bestand. Er is niets overgenomen.",
        name=name,
    )


def _excel(data: bytes, path: Path) -> Given:
    from bouwstenen_app.export import workbook_reading

    tables, remarks = workbook_reading.read(data, path.name)
    given = _given(path, tables)
    return _or_empty(Given(path.name, given.digest, given.tables, remarks=remarks))


def _word(path: Path) -> Given:
    from bouwstenen_app.export import word_outline

    outline, tables, _ = word_outline.read(path)
    return _or_empty(_given(path, tables, outline))


def _markdown(text: str, name: str) -> tuple[Outline, tuple[GivenTable, ...]]:
    return given_text.read_markdown(text, name)


def _given(path: Path, tables: Iterable[GivenTable], outline: Outline | None = None) -> Given:
    """Return tables with their heads, and blocks, with a digest of all they say."""
    kept = [one for one in tables if one.rows]
    blocks = outline.found() if outline else ()
    told = hashlib.sha256()
    for table in kept:
        told.update(repr((table.name, table.rows)).encode("utf-8", "surrogatepass"))
    for block in blocks:
        told.update(repr((block.line, block.groups)).encode("utf-8", "surrogatepass"))
    headed = tuple(divided(one.name, one.rows) for one in kept)
    title = outline.title if outline else ""
    return Given(path.name, told.hexdigest(), headed, blocks, title)


def _or_empty(given: Given) -> Given:
    if not given.blocks and not any(table.rows for table in given.tables):
        raise _empty(given.name)
    return given


def _empty(name: str) -> Problem:
    return Problem("In {name} staat niets om over te nemen. Kies een ander bestand.", name=name)


def _json(text: str, path: Path) -> Given:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(
            "{name} is geen leesbare JSON: {place}. Er is niets overgenomen.",
            name=path.name,
            place=f"er klopt iets niet in regel {error.lineno}"
            if isinstance(error, json.JSONDecodeError)
            else "het is te diep genest of beschadigd",
        ) from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema == portable.FORMAT:
        whole = portable.read(text, path.name)
        return Given(path.name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), whole=whole)
    if not isinstance(data, dict) or schema != given_json.FORMAT:
        raise Problem(
            "{name} is geen JSON van Bouwstenen en ook geen bestand met sessies ({format}). Er is niets "
            "overgenomen.",
            name=path.name,
            format=given_json.FORMAT,
        )
    blocks, remarks = given_json.read(data, path.name)
    if not blocks:
        raise _empty(path.name)
    return Given(path.name, given_json.FORMAT, blocks=tuple(blocks), remarks=tuple[Remark, ...](remarks))
