"""A rule of privacy: a pattern that is made when it is first used, and what it says of a text."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Final

AMBER, RED = "oranje", "rood"
"""A likely name or a rare detail; an identifier."""

Found = tuple[str, int, int, str]
"""The kind, where it begins and ends, and its level."""

SMALL: Final = re.IGNORECASE


class Rule:
    """A pattern that is compiled at its first use: together they would take longer than a text.

    None repeats without a bound, so that reading a text costs time in proportion to its length; a test looks.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text)
