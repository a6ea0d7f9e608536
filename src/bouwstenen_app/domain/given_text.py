"""Plain text and Markdown as blocks: a line or a list item is a block, a heading says what is below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain.capture import names_only_a_table
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.given_blocks import LONGEST_TEXT, MOST_ROWS, GivenBlock, GivenSession, GivenTable
from bouwstenen_app.domain.given_csv import too_long
from bouwstenen_app.domain.given_ours import day_of, with_facts
from bouwstenen_app.domain.given_rows import titled
from bouwstenen_app.domain.sessions_markdown import OURS, WITHOUT_ROUND

LOWEST: Final = 9
"""The level of a line such as *Wat werkt goed:* above a list."""
_HEADING: Final = re.compile(r" {0,3}(#{1,6})\s(.*)")
_CLOSED: Final = re.compile(r"(?:^|\s)#+$")
"""The signs that may close a heading."""
_ITEM: Final = re.compile(r"(\s*)(?:[•‣◦▪·–*+-]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)")
_RULE: Final = re.compile(r"\s*([-*_])\s*(?:\1\s*){2,}|\s*[=-]{3,}\s*")
_TABLE_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?")
_STRONG: Final = re.compile(r"\*\*|__")
_BESIDE: Final = re.compile(r"\s*>(?!>)")
"""A line of our own text that is about a block, not of it."""
_ROUND: Final = re.compile(r"(?:ronde|round)\s*\d", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^\d{1,2}(?:(?:\.\d{1,2})+[.)]?|[.)])\s+")


class Outline:
    """Collects blocks under headings; which headings hold for a block is known when it comes."""

    def __init__(self, name: str, *, ours: bool = False) -> None:
        """``ours`` is a text that we wrote: its lines are as they are typed, however long the tags make them."""
        self._ours = ours
        self.blocks: list[GivenBlock] = []
        self.title = ""
        self._name = name
        self._heads: dict[int, str] = {}
        self._table = ""
        self._tops: list[str] = []
        self._session: GivenSession | None = None
        self._rounds = False

    def head(self, level: int, text: str) -> None:
        """Go on under a heading."""
        text = " ".join(_NUMBERED.sub("", text.strip(), count=1).split())
        if not text:
            return
        self._heads = {above: head for above, head in self._heads.items() if above < level}
        self._heads[level] = text
        self._table = ""
        self._rounds = self._rounds or bool(_ROUND.match(text))
        if level <= 1:
            self._session = GivenSession(text)
            self._tops.append(text)
            if not self.blocks and not self.title:
                self.title = text

    def add(self, text: str, place: str) -> None:
        """Add a block, or learn from which table the next ones are."""
        text = text.strip()
        if names_only_a_table(text):
            self._table = text.rstrip(": ")
            return
        if not any(map(str.isalnum, text)):
            return
        if len(self.blocks) >= MOST_ROWS:
            raise too_long(self._name)
        text = text[:LONGEST_TEXT]
        line = text if self._ours else "\n".join(filter(None, titled(text, "")))
        groups = (*(self._heads[level] for level in sorted(self._heads)), *filter(None, [self._table]))
        key = f"t:{len(self.blocks)}"
        self.blocks.append(GivenBlock(place, key, line=line, groups=groups, session=self._session))

    def more(self, text: str) -> bool:
        """Add a line to the explanation of the last block; False when there is none."""
        if not self.blocks or not text.strip():
            return False
        last = self.blocks[-1]
        line = f"{last.line}\n{text.strip()}"[:LONGEST_TEXT]
        self.blocks[-1] = replace(last, line=line)
        return True

    def beside(self, line: str) -> None:
        """Take in a line of our own that is about the session, or about the last block."""
        line = line.lstrip(" >").rstrip()
        if self._session is None:
            return
        if self.blocks and self.blocks[-1].session is self._session:
            self.blocks[-1] = with_facts(self.blocks[-1], line)
        elif not self._session.date and (on := day_of(line)):
            self._session = replace(self._session, date=on.isoformat())

    def found(self) -> tuple[GivenBlock, ...]:
        """Return the blocks; a heading above all of them is the title of the file, not a group.

        Several headings with rounds below them are sessions; in what we wrote ourselves they always are.
        """
        several = len(self._tops) > 1
        sessions = self._ours or (several and self._rounds)
        found = []
        for one in self.blocks:
            without = {one.session.title} if one.session and (sessions or not several) else set()
            without |= {WITHOUT_ROUND} if self._ours else set()
            groups = tuple(group for group in one.groups if group not in without)
            found.append(replace(one, groups=groups, session=one.session if sessions else None))
        return tuple(found)


def read_plain(text: str, name: str) -> Outline:
    """Return what stands in a text: each line that holds something is a block."""
    outline = Outline(name)
    for number, line in _lines(text):
        item = _ITEM.fullmatch(line)
        if line.strip() and not _RULE.fullmatch(line):
            outline.add(item[2] if item else line, f"regel {number}")
    return outline


def read_markdown(text: str, name: str) -> tuple[Outline, tuple[GivenTable, ...]]:
    """Return what stands in a Markdown text, and the tables in it, each still with its head as its first row."""
    ours = text.removeprefix("\ufeff").startswith(OURS)
    outline = Outline(name, ours=ours)
    tables: list[list[tuple[int, tuple[str, ...]]]] = []
    deep, gap = -1, True
    for number, line in _lines(text):
        if ours and (number == 1 or _BESIDE.match(line)):
            outline.beside(line)
            continue
        if line.lstrip().startswith("|"):
            if gap or not tables or deep != _IN_TABLE:
                tables.append([])
            if not _TABLE_RULE.fullmatch(line):
                tables[-1].append((number, _cells(line)))
            deep, gap = _IN_TABLE, False
            continue
        deep = _line(outline, number, line, deep, gap=gap)
        gap = not line.strip()
    found = tuple(GivenTable(f"tabel {at}", (), tuple(rows)) for at, rows in enumerate(tables, start=1) if rows)
    return outline, found


_IN_TABLE: Final = -2


def _line(outline: Outline, number: int, line: str, deep: int, *, gap: bool) -> int:
    """Take in a line of Markdown; return how far the list is indented that it is in, -1 for none."""
    plain = _without_strong(line.lstrip().removeprefix("> ") if line.lstrip().startswith("> ") else line)
    if not plain.strip() or _RULE.fullmatch(plain):
        return deep
    if head := _HEADING.fullmatch(plain):
        outline.head(len(head[1]), _CLOSED.sub("", head[2].strip()).strip())
        return -1
    item = _ITEM.fullmatch(plain)
    if item:
        indent = len(item[1].expandtabs(4))
        if deep >= 0 and indent > deep + 1 and outline.more(item[2]):
            return deep
        outline.add(item[2], f"regel {number}")
        return indent
    if deep >= 0 and (not gap or plain.startswith("  ")) and outline.more(plain):
        return deep
    if plain.rstrip().endswith(":") and not names_only_a_table(plain.strip()):
        outline.head(LOWEST, plain.strip().rstrip(":"))
        return -1
    outline.add(plain, f"regel {number}")
    return -1


def _cells(line: str) -> tuple[str, ...]:
    bare = line.strip().removeprefix("|").removesuffix("|")
    cells = re.split(r"(?<!\\)\|", bare)
    return tuple(_without_strong(cell.replace("\\|", "|").replace("<br>", "\n").strip()) for cell in cells)


def _without_strong(text: str) -> str:
    """Return a text without the signs that make words in it bold; a sign without its other half stays."""
    opened: dict[str, int] = {}
    gone: list[int] = []
    for found in _STRONG.finditer(text):
        mark, start, end = found[0], found.start(), found.end()
        begun = opened.get(mark)
        if begun is not None and start > begun + len(mark) and not text[start - 1].isspace():
            gone += (begun, start)
            opened = {other: at for other, at in opened.items() if at < begun}
        elif begun is None and end < len(text) and not text[end].isspace():
            opened[mark] = start
    kept, at = [], 0
    for start in sorted(gone):
        kept.append(text[at:start])
        at = start + 2
    return "".join((*kept, text[at:]))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    lines: Sequence[str] = clean(text.removeprefix("\ufeff"), mark=MARK).text.split("\n")
    yield from enumerate(lines, start=1)
