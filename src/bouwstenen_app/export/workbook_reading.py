"""Reading the tables in an Excel file: the values that stand in it, never a formula, never a picture or a macro."""

import datetime
import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Final

from typing_extensions import override

from bouwstenen_app.domain.given_blocks import MOST_COLUMNS, MOST_ROWS, GivenTable, Remark
from bouwstenen_app.domain.given_csv import too_long, too_wide
from bouwstenen_app.export.word_xml import BrokenXmlError, Reader
from bouwstenen_app.export.workbook_file import damaged, read_parts, too_large

MOST_SHEETS: Final = 100
MOST_REMARKS: Final = 500
MOST_TEXTS: Final = 2_000_000
"""Different texts in all cells together."""
_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The number formats that everybody has and that are dates or times (ECMA-376, part 1, 18.8.30)."""
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DAY_ZERO: Final = datetime.datetime(1899, 12, 30)
_MAC_DAY_ZERO: Final = datetime.datetime(1904, 1, 1)
_MOST_DAYS: Final = 2_958_465
_TEXTS_KEPT: Final = 30_000_000
"""Characters in cells, all together."""

Rows = list[tuple[int, tuple[str, ...]]]


def read(data: bytes, name: str) -> tuple[tuple[GivenTable, ...], tuple[Remark, ...]]:
    """Return the tables in a workbook, each without a head yet, and the cells that have no value of their own.

    Sheets that somebody hid are left out and told. Problem for anything that is no sound Excel file.
    """
    part = read_parts(data, name)
    try:
        return _tables(part, name)
    except (BrokenXmlError, KeyError, ValueError, OverflowError, RecursionError) as error:
        raise damaged(name) from error


def _tables(part: Callable[[str], bytes], name: str) -> tuple[tuple[GivenTable, ...], tuple[Remark, ...]]:
    root = _targets(part, "_rels/.rels", "")
    main = next((target for kind, target in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    folder, own = posixpath.split(main)
    links = _targets(part, posixpath.join(folder, "_rels", f"{own}.rels"), folder)
    book, texts, formats = _Book(), _Texts(name), _Formats()
    book.read(part(main))
    for kind, target in links.values():
        if kind == "sharedStrings":
            texts.read(part(target))
        elif kind == "styles":
            formats.read(part(target))
    tables: list[GivenTable] = []
    remarks: list[Remark] = []
    for title, identity, hidden in book.sheets[:MOST_SHEETS]:
        kind, target = links[identity]
        if kind != "worksheet":
            continue
        where = f"blad “{title}”"
        if hidden:
            remarks.append(Remark(where, "", "dit blad is verborgen en niet gelezen"))
            continue
        sheet = _Cells(name, where, texts.found, formats.are_dates, first=book.first_day)
        sheet.read(part(target))
        remarks += sheet.remarks
        if sheet.rows:
            tables.append(GivenTable(where, (), tuple(sheet.rows)))
    return tuple(tables), tuple(remarks[:MOST_REMARKS])


def _targets(part: Callable[[str], bytes], rels: str, folder: str) -> Mapping[str, tuple[str, str]]:
    """Return what a part refers to: its id → what it is, and the name of that part."""
    links = _Links()
    links.read(part(rels))
    return {identity: (kind.rpartition("/")[2], _inside(folder, target)) for identity, kind, target in links.found}


def _inside(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


class _Links(Reader):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rel:Relationship" and attributes.get("TargetMode") != "External":
            self.found.append((attributes["Id"], attributes.get("Type", ""), attributes.get("Target", "")))


class _Book(Reader):
    """Reads which sheets there are, and from which day the days are counted."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []
        self.first_day = _DAY_ZERO

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "?:sheet":
            hidden = attributes.get("state", "visible") != "visible"
            title = " ".join(attributes.get("name", "").split())[:100]
            self.sheets.append((title, attributes.get("?:id", ""), hidden))
        elif name == "?:workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.first_day = _MAC_DAY_ZERO


class _Texts(Reader):
    """Reads the texts that cells refer to by number; how they sound in Japanese is left out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._file = name
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._aside = False

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "?:si":
            self._pieces = []
        self._aside = self._aside or name == "?:rPh"
        self._inside = name == "?:t" and not self._aside

    @override
    def on_end(self, name: str) -> None:
        self._inside = False
        if name == "?:rPh":
            self._aside = False
        elif name == "?:si":
            self.found.append("".join(self._pieces))
            if len(self.found) > MOST_TEXTS:
                raise too_large(self._file)

    @override
    def on_text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


class _Formats(Reader):
    """Reads which looks of a cell say that its number is a date."""

    def __init__(self) -> None:
        super().__init__()
        self.are_dates: list[bool] = []
        self._own: set[str] = set()
        self._cells = False

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "?:numFmt":
            code = _QUOTED.sub("", attributes.get("formatCode", "")).lower()
            if any(letter in code for letter in "yjd") or ":" in code:
                self._own.add(attributes.get("numFmtId", ""))
        elif name == "?:cellXfs":
            self._cells = True
        elif name == "?:xf" and self._cells:
            number = attributes.get("numFmtId", "0")
            self.are_dates.append(number in self._own or (number.isdecimal() and int(number) in _DATES))

    @override
    def on_end(self, name: str) -> None:
        if name == "?:cellXfs":
            self._cells = False


class _Cells(Reader):
    """Reads the rows of a sheet that hold something, with their numbers."""

    def __init__(
        self, name: str, where: str, texts: list[str], are_dates: list[bool], *, first: datetime.datetime
    ) -> None:
        super().__init__()
        self.rows: Rows = []
        self.remarks: list[Remark] = []
        self._file, self._where, self._texts, self._are_dates, self._first = name, where, texts, are_dates, first
        self._row = self._column = 0
        self._cells: dict[int, str] = {}
        self._kind = self._value = self._formula = self._in = ""
        self._aside = False
        self._style = 0
        self._kept = 0

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "?:row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1
            self._column = 0
            self._cells = {}
        elif name == "?:c":
            self._begin_cell(attributes)
        elif name == "?:rPh":
            self._aside = True
        elif name in ("?:v", "?:t", "?:f") and not self._aside:
            self._in = name

    @override
    def on_text(self, text: str) -> None:
        if self._in == "?:f":
            self._formula = "="
        elif self._in:
            self._value += text

    @override
    def on_end(self, name: str) -> None:
        if name in ("?:v", "?:t", "?:f"):
            self._in = ""
        elif name == "?:rPh":
            self._aside = False
        elif name == "?:c":
            self._end_cell()
        elif name == "?:row" and any(map(str.strip, self._cells.values())):
            width = max(self._cells) + 1
            self.rows.append((self._row, tuple(self._cells.get(place, "") for place in range(width))))
            if len(self.rows) > MOST_ROWS:
                raise too_long(self._file)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _place(found[1]) if found else self._column
        self._kind, self._value, self._formula = attributes.get("t", "n"), "", ""
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdecimal() and len(style) < 7 else 0

    def _end_cell(self) -> None:
        text = self._said()
        if text:
            if self._column >= MOST_COLUMNS:
                raise too_wide(self._file, f"{self._where}, rij {self._row}")
            self._cells[self._column] = text
            self._kept += len(text)
            if self._kept > _TEXTS_KEPT:
                raise too_long(self._file)
        self._column += 1

    def _said(self) -> str:
        if self._formula and not self._value:
            self._remark("=…", "dit is een formule zonder uitkomst")
        if self._kind == "s":
            return self._texts[int(self._value)] if self._value else ""
        if self._kind == "e":
            self._remark(self._value, "dit is een foutmelding van Excel")
            return ""
        if self._kind == "b":
            return {"1": "ja", "0": "nee"}.get(self._value, self._value)
        return self._number() if self._kind == "n" else self._value

    def _number(self) -> str:
        try:
            number = float(self._value)
        except ValueError:
            return self._value
        is_date = self._style < len(self._are_dates) and self._are_dates[self._style]
        if is_date and 0 <= number < _MOST_DAYS:
            moment = self._first + datetime.timedelta(seconds=round(number * 86_400))
            return moment.strftime(
                "%H:%M" if number < 1 else "%Y-%m-%d" if number == int(number) else "%Y-%m-%d %H:%M"
            )
        return str(int(number)) if abs(number) < 1e15 and number == int(number) else self._value

    def _remark(self, text: str, reason: str) -> None:
        if len(self.remarks) < MOST_REMARKS:
            self.remarks.append(Remark(f"{self._where}, rij {self._row}", text[:100], reason))


def _place(letters: str) -> int:
    """Return the place of a column from its letters, from 0."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1
