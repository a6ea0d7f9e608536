"""The rows of a table as blocks, once it is known what each column holds."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bouwstenen_app.domain import dutch, given_blocks
from bouwstenen_app.domain.blocks import READ_BACKS, RELEASES, STATUSES
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.given_blocks import MARKS, OF, TAGS, TEXTS, GivenBlock, GivenSession, GivenTable, Remark

MOST_VOTES: Final = 9_999
MOST_TABLES: Final = 99
LONGEST_TITLE: Final = 240
"""Characters; of a longer text the first sentence is the title."""
_IDENTITY: Final = re.compile("[0-9a-f]{32}")
_NUMBER: Final = re.compile(r"\+?(\d{1,6})(?:[.,]0+)?(?:\s+[^\W\d]+)?")
_COUNTED: Final = re.compile(r"(?:[^\W\d]+\.?\s+)?(\d{1,3})(?:[.,]0+)?")
_SEVERAL: Final = re.compile(r"[;\n|]")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")
YES: Final = frozenset({"ja", "j", "yes", "y", "x", "1", "waar", "true", "✓", "✔"})
NO: Final = frozenset({"nee", "n", "no", "0", "onwaar", "false", "-"})
_KINDS: Final = (
    given_blocks.TABLE,
    given_blocks.VOTES,
    given_blocks.DATE,
    given_blocks.RELEASE,
    given_blocks.STATUS,
    given_blocks.READ_BACK,
)


@dataclass(slots=True)
class _Row:
    place: str
    cells: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def one(self, name: str, between: str = "\n") -> str:
        return between.join(self.cells.get(name, ()))


def blocks_of(table: GivenTable, columns: Sequence[str], number: int = 0) -> tuple[list[GivenBlock], list[Remark]]:
    """Return the blocks in a table, and what in it was not understood; ``number`` tells its tables apart."""
    blocks: list[GivenBlock] = []
    remarks: list[Remark] = []
    for at, cells in table.rows:
        row = _Row(table.place(at))
        for name, cell in zip(columns, cells, strict=False):
            text = clean(cell[: given_blocks.LONGEST_TEXT], mark=MARK).text.strip()
            if name and text:
                row.cells.setdefault(name, []).append(text)
        if not row.cells:
            continue
        if block := _block(row, f"{number}:{at}"):
            blocks.append(block)
        else:
            said = " · ".join(text for texts in row.cells.values() for text in texts)
            row.remarks = [Remark(row.place, said[:LONGEST_TITLE], "er staat geen tekst van een bouwsteen in")]
        remarks += row.remarks
    return blocks, remarks


def titled(title: str, explanation: str) -> tuple[str, str]:
    """Return a title on one line and an explanation; what is too long or too much for a title goes below it."""
    title, explanation = title.strip(), explanation.strip()
    if not title:
        title, explanation = explanation, ""
    first, _, rest = title.partition("\n")
    if len(first) > LONGEST_TITLE:
        sentence = _SENTENCE.split(first, maxsplit=1)
        if len(sentence) > 1 and len(sentence[0]) <= LONGEST_TITLE:
            first, rest = sentence[0], "\n".join(filter(None, (sentence[1], rest)))
    return " ".join(first.split()), "\n".join(filter(None, (rest.strip(), explanation)))


def read_day(text: str) -> datetime.date | None:
    """Return the date in a text, also with a time behind it."""
    return dutch.read_date(text) or dutch.read_date(re.split(r"[T ]\d", text, maxsplit=1)[0])


def is_identity(text: str) -> bool:
    """Say whether a text is the id of a block, as this program writes it."""
    return _IDENTITY.fullmatch(text) is not None


def several(text: str) -> Iterator[str]:
    """Yield the values in one cell: divided by a semicolon, a bar or a new line."""
    yield from filter(None, (part.strip(" \t•-") for part in _SEVERAL.split(text)))


def _block(row: _Row, key: str) -> GivenBlock | None:
    title, explanation = titled(row.one(given_blocks.TITLE), row.one(given_blocks.EXPLANATION))
    line = row.one(given_blocks.LINE)
    if not (title or line):
        return None
    texts = {own: row.one(name) for name, own in TEXTS.items() if name in row.cells}
    texts |= {"title": title, "explanation": explanation} if title else {}
    known = {kind: row.one(kind) for kind in _KINDS}
    return GivenBlock(
        place=row.place,
        key=key,
        line=line,
        texts=texts,
        conditions=tuple(one for cell in row.cells.get(given_blocks.CONDITIONS, ()) for one in several(cell)),
        tags=tuple(_tags(row.cells)),
        votes=_number(row, known[given_blocks.VOTES], _NUMBER, MOST_VOTES, "dat is geen aantal stemmen") or 0,
        table=_number(row, known[given_blocks.TABLE], _COUNTED, MOST_TABLES, "dat is geen nummer van een tafel"),
        round=row.one(given_blocks.ROUND, " "),
        cluster=row.one(given_blocks.CLUSTER, " "),
        release=_one_of(row, known[given_blocks.RELEASE], RELEASES, "zo’n vrijgave bestaat niet"),
        marks=frozenset(_marks(row)),
        read_back=_one_of(row, known[given_blocks.READ_BACK], READ_BACKS, "zo kan niet zijn teruggelezen"),
        status=_one_of(row, known[given_blocks.STATUS], STATUSES, "zo’n status bestaat niet"),
        identity=row.one(given_blocks.ID) if is_identity(row.one(given_blocks.ID)) else "",
        session=_session(row, known[given_blocks.DATE]),
    )


def _tags(cells: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for name, texts in cells.items():
        if name == TAGS or name.startswith(OF):
            dimension = name.removeprefix(OF) if name != TAGS else ""
            yield from ((dimension, one) for text in texts for one in several(text))


def _marks(row: _Row) -> Iterator[str]:
    for name, own in MARKS.items():
        said = row.one(name).casefold()
        if said in YES:
            yield own
        elif said and said not in NO:
            row.remarks.append(Remark(row.place, said[:LONGEST_TITLE], f"{name}: dat is geen ja of nee"))


def _number(row: _Row, text: str, form: re.Pattern[str], most: int, reason: str) -> int | None:
    if not text:
        return None
    found = form.fullmatch(text)
    if found is None or int(found[1]) > most:
        row.remarks.append(Remark(row.place, text[:LONGEST_TITLE], reason))
        return None
    return int(found[1])


def _one_of(row: _Row, text: str, known: Sequence[str], reason: str) -> str:
    plain = " ".join(text.casefold().split())
    if plain and plain not in known:
        row.remarks.append(Remark(row.place, text[:LONGEST_TITLE], reason))
    return plain if plain in known else ""


def _session(row: _Row, date: str) -> GivenSession | None:
    title, region = (" ".join(row.one(one).split()) for one in (given_blocks.SESSION, given_blocks.REGION))
    on = read_day(date)
    if date and on is None:
        row.remarks.append(Remark(row.place, date[:LONGEST_TITLE], "dat is geen datum"))
    if not (title or on or region):
        return None
    named = title or " · ".join(filter(None, ("Sessie", region, dutch.day(on) if on else "")))
    return GivenSession(named[:LONGEST_TITLE], on.isoformat() if on else "", region[:LONGEST_TITLE])
