"""How a text that came back from a document becomes that of a field: list marks stay, a list is a list again."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from bouwstenen_app.domain.anchors import digest, seen

_MARK: Final = re.compile(r"\s*(?:[-–•*·]|(\d{1,2})([.)]))\s+")
_BETWEEN: Final = ";"


def as_lines(old: str, came: str) -> str:
    """Return what a text becomes: lines that did not change stay as they were, others keep their mark of a list.

    A document shows the marks of a list by itself: they are not in what comes back.
    """
    before = [line for line in old.splitlines() if line.strip()]
    after = [line.strip() for line in came.splitlines() if line.strip()]
    matcher = SequenceMatcher(a=[seen(line) for line in before], b=[seen(line) for line in after], autojunk=False)
    found: list[str] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            found += before[i:j]
        else:
            found += (_marked(line, _model(before, i, j, number)) for number, line in enumerate(after[k:m]))
    return "\n".join(_counted(_unquoted(found, before)))


def as_line(came: str) -> str:
    """Return what a text of one line becomes."""
    return " ".join(came.split())


def as_items(old: Sequence[str], came: str) -> list[str]:
    """Return what a list becomes that a document shows on lines of its own, or in one line with semicolons."""
    if "\n" in came.strip():
        return [line.strip() for line in came.splitlines() if line.strip()]
    known = {seen(item): item for item in old}
    parts = [part.strip() for part in came.split(_BETWEEN)]
    found: list[str] = []
    at = 0
    while at < len(parts):
        # What had a semicolon of its own is put together again.
        size = next((n for n in range(len(parts) - at, 1, -1) if seen("; ".join(parts[at : at + n])) in known), 1)
        text = "; ".join(parts[at : at + size])
        found.append(known.get(seen(text), text))
        at += size
    return [text for text in found if text]


def shown(value: str | Sequence[str]) -> tuple[str, ...]:
    """Return the ways in which a document shows a field: a list is on lines, or in one line."""
    return (value,) if isinstance(value, str) else ("; ".join(value), "\n".join(value))


def says(value: str | Sequence[str], text: str) -> bool:
    """Return whether a field, as a reader sees it, says this."""
    return any(digest(one) == digest(text) for one in shown(value))


def _model(before: Sequence[str], start: int, end: int, number: int) -> str:
    """Return the line whose mark a new one gets: the one it took the place of, else that of its neighbours."""
    if start + number < end:
        return before[start + number]
    above = before[end - 1] if end else ""
    below = before[end] if end < len(before) else above
    return above if _MARK.match(above) and _MARK.match(below) else ""


def _marked(line: str, model: str) -> str:
    mark = _MARK.match(model)
    return f"{mark[0]}{line}" if mark and not _MARK.match(line) else line


def _counted(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with the numbers of a list in order again."""
    count = 0
    for line in lines:
        mark = _MARK.match(line)
        if mark is None or mark[1] is None:
            count = 0
            yield line
            continue
        count = count + 1 if count else int(mark[1])
        yield f"{line[: mark.start(1)]}{count}{line[mark.end(1) :]}"


def _unquoted(lines: Sequence[str], before: Sequence[str]) -> Sequence[str]:
    """Return the lines without the signs that a document puts around literal words."""
    if not lines or any("«" in line for line in before) or not (lines[0][0] == "«" and lines[-1][-1] == "»"):
        return lines
    return "\n".join(lines)[1:-1].strip().split("\n")
