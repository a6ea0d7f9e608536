"""What a session spoke about: which themes from which domain, and where nothing was said yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from bouwstenen_app.domain.codebook import Code

Cell = tuple[str, str]
"""Id of a theme and of a domain, both main groups."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The main themes and domains of the codebook, and how many blocks of a session are about both."""

    themes: tuple[Code, ...]
    domains: tuple[Code, ...]
    counts: Mapping[Cell, int]
