"""The order of codes as a tree: each main group, and under it the codes that belong to it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from bouwstenen_app.domain.codebook import Code


def in_tree_order(codes: Iterable[Code]) -> tuple[Code, ...]:
    """Return codes of one dimension with each code after the one it belongs under; none is left out."""
    codes = tuple(codes)
    ids = {code.id for code in codes}
    below: dict[str | None, list[Code]] = {}
    for code in codes:
        below.setdefault(code.parent if code.parent in ids else None, []).append(code)
    found: dict[str, Code] = {}
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        code = waiting.pop()
        if code.id not in found:
            found[code.id] = code
            waiting.extend(reversed(below.get(code.id, [])))
    rest = (code for code in codes if code.id not in found)  # a circle that came out of a merge of files
    return (*found.values(), *rest)


def positions(codes: Sequence[Code]) -> Mapping[str, int]:
    """Return the position of each code, in this order: as they are now where those go up already."""
    now = [code.position for code in codes]
    rising = all(one < other for one, other in pairwise(now)) and (not now or now[-1] < _END)
    return {code.id: code.position if rising else place for place, code in enumerate(codes, start=1)}


_END = 1_000_000
