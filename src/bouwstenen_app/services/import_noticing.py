"""What may point to a person in blocks that would come in from a file: how much, and in which rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import NAME, RED, WORDS, Finding
from bouwstenen_app.services.checking_privacy import found

MOST_CHARACTERS: Final = 3_000_000
"""Characters of one file that are looked through: some seconds. What comes after that is looked at at an export."""
MOST_AT_ONCE: Final = 60_000
"""Characters of pasted lines that are looked through while somebody waits: some hundred blocks."""
NAMED: Final = 4
"""Rows that are named in a sentence."""
_TEXTS: Final = ("title", "explanation", "example", "next_step", "minority", "note")

Item = tuple[str, Mapping[str, Any]]
"""Where a block stands in the file, and its fields."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """One finding, and the row or block that it is in."""

    place: str
    finding: Finding

    @property
    def red(self) -> bool:
        """Whether it is an identifier."""
        return self.finding.level == RED

    @property
    def words(self) -> str:
        """What it is, in a line of a list."""
        kind = WORDS[self.finding.kind] if self.red or self.finding.kind != NAME else "mogelijk een naam"
        return f"{self.place}: {kind} “{self.finding.text}”"


def pointing(items: Iterable[Item], known: Iterable[str] = ()) -> tuple[Pointing, ...]:
    """Return what may point to a person in blocks, the red ones first; ``known`` names are no person's."""
    names = {name.casefold() for name in known}
    noticed: list[Pointing] = []
    read = 0
    for place, fields in items:
        for text in _texts(fields):
            read += len(text)
            noticed += (Pointing(place, one) for one in found(text) if not _is_known(one, names))
        if read > MOST_CHARACTERS:
            break
    return tuple(sorted(noticed, key=lambda one: not one.red))


def in_lines(lines: Sequence[str], known: Iterable[str] = ()) -> Iterator[str]:
    """Yield in words what in lines, each a block to be, may point to a person; of very many the first are read."""
    read, items = 0, list[Item]()
    for number, line in enumerate(lines, start=1):
        if (read := read + len(line)) > MOST_AT_ONCE:
            break
        items.append((f"regel {number}", {"title": line}))
    yield from sentences(pointing(items, known), done=False)


def sentences(noticed: Sequence[Pointing], *, done: bool) -> Iterator[str]:
    """Yield in words how many there are, and in which rows; it stops nothing."""
    red = [one for one in noticed if one.red]
    amber = [one for one in noticed if not one.red]
    verb = ("is", "zijn") if done else ("komt", "komen")
    tail = "meegekomen" if done else "mee"
    if red:
        count = dutch.counted(len(red), "persoonsgegeven", "persoonsgegevens")
        yield f"Let op: er {verb[len(red) > 1]} {count} {tail} ({_places(red)})."
    if amber:
        count = dutch.counted(
            len(amber), "mogelijke naam of zeldzaam detail", "mogelijke namen of zeldzame details"
        )
        yield f"Er {verb[len(amber) > 1]} {count} {tail} ({_places(amber)})."


def _texts(fields: Mapping[str, Any]) -> Iterator[str]:
    yield from (text for name in _TEXTS if (text := fields.get(name)))
    yield from fields.get("conditions", ())


def _is_known(finding: Finding, names: Collection[str]) -> bool:
    return finding.kind == NAME and finding.text.casefold() in names


def _places(noticed: Sequence[Pointing]) -> str:
    places = [*dict.fromkeys(one.place for one in noticed)]
    rest = [f"{dutch.number(len(places) - NAMED)} andere"] if len(places) > NAMED else []
    return dutch.enumerated([*places[:NAMED], *rest])
