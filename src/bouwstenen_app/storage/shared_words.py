"""Which blocks have words in common with a text, asked of the full-text index while someone types."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

_NEWEST: Final = (
    "SELECT * FROM (SELECT {place}, rowid FROM block_search WHERE block_search MATCH :match{place} "
    "ORDER BY rowid DESC LIMIT {each})"
)


def rows_with(
    session: Session, groups: Sequence[Sequence[str]], *, each: int, most: int = -1
) -> Mapping[int, list[int]]:
    """Return the newest blocks that have all words of a group, or words that begin so: their rows, by its place.

    Only the title and the explanation count. Many small questions are one statement, for someone is typing:
    every question stops at ``each``, all of them together at ``most``, and the newest come first because that is
    the order in which the index holds them. Ordering by rank would read every hit.
    """
    if not groups:
        return {}
    parts = (_NEWEST.format(place=place, each=each) for place in range(len(groups)))
    matches = {f"match{place}": _said(group) for place, group in enumerate(groups)}
    found: dict[int, list[int]] = defaultdict(list)
    for place, row in session.execute(text(f"{' UNION ALL '.join(parts)} LIMIT {most}"), matches):
        found[place].append(row)
    return found


def _said(words: Iterable[str]) -> str:
    return "{title explanation} : (" + " AND ".join(f'"{word}"*' for word in words) + ")"
