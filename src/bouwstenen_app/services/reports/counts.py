"""How blocks divide over codes and main groups; a block counts once per group."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code, Codebook
from bouwstenen_app.services.reports.material import Material


@dataclass(frozen=True)
class Groups:
    """How the blocks divide over the main groups of theme and domain; a block counts once per group."""

    themes: tuple[Code, ...]
    domains: tuple[Code, ...]
    theme_of: Mapping[str, frozenset[str]]
    """Block id → ids of its theme groups."""
    domain_of: Mapping[str, frozenset[str]]

    @property
    def joined(self) -> int:
        """How many blocks name two or more main domains."""
        return sum(len(domains) > 1 for domains in self.domain_of.values())

    def most_first(self) -> "Groups":
        """Return the same with the themes of most blocks first."""
        counts = Counter(theme for themes in self.theme_of.values() for theme in themes)
        return replace(self, themes=tuple(sorted(self.themes, key=lambda code: -counts[code.id])))

    @classmethod
    def of(cls, material: Material) -> "Groups":
        """Count the blocks of a report."""
        book = material.book
        tops = {code.id: book.top(code.id).id for code in book.codes}
        sides: dict[str, dict[str, frozenset[str]]] = {}
        for dimension in (THEME, DOMAIN):
            members = {code.id: tops[code.id] for code in book.of(dimension)}
            same: dict[frozenset[str], frozenset[str]] = {}
            sides[dimension] = {
                b.id: same.setdefault(found := frozenset(members[c] for c in b.codes if c in members), found)
                for b in material.blocks
            }
        return cls(book.tops(THEME), book.tops(DOMAIN), sides[THEME], sides[DOMAIN])


def votes_per_session(blocks: Iterable[Block]) -> Counter[str]:
    """Return the sum of the votes in each session (session id → votes)."""
    votes: Counter[str] = Counter()
    for block in blocks:
        votes[block.workshop] += block.votes
    return votes


def per_code(blocks: Iterable[Block], book: Codebook, dimension: str) -> list[tuple[Code, int]]:
    """Return the codes of a dimension with the number of blocks that carry them, most first."""
    counts: Counter[str] = Counter()
    for block in blocks:
        counts.update({code.id for code in book.select(block.codes, dimension)})
    order = {code.id: place for place, code in enumerate(book.codes)}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], order[item[0]]))
    return [(book.code(code), count) for code, count in ranked]


def cross(
    blocks: Iterable[Block], rows: Mapping[str, frozenset[str]], columns: Mapping[str, frozenset[str]]
) -> Counter[tuple[str, str]]:
    """Count the blocks in every pair of a row group and a column group."""
    counts: Counter[tuple[str, str]] = Counter()
    for block in blocks:
        counts.update((row, column) for row in rows[block.id] for column in columns[block.id])
    return counts
