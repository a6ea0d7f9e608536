"""Texts without place names: villages and buildings give way to the region they are in (privacy.md, R-16)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.workshops import Workshop

SOMEWHERE: Final = "de regio"
"""What stands in the place of a name when the region is not known."""
SHORTEST: Final = 3
"""Letters: a shorter name is as likely a word."""
_BETWEEN: Final = re.compile(r"\s*[,;/]\s*")
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")


class Places:
    """Knows the places and locations of sessions, and puts their region there instead."""

    def __init__(self, workshops: Sequence[Workshop]) -> None:
        self._regions = dict(_names(workshops))
        kept = sorted({_bare(one.region) for one in workshops if one.region}, key=len, reverse=True)
        known = [*kept, *sorted(self._regions, key=len, reverse=True)]
        names = "|".join(map(re.escape, known))
        self._pattern = re.compile(rf"(?<!\w)(?:{names})(?:-\w+)*(?!\w)") if self._regions else None
        self._kept = frozenset(kept)

    def away(self, text: str) -> str:
        """Return a text without place names."""
        return self._pattern.sub(self._instead, text) if self._pattern is not None and text else text

    def of_block(self, block: Block) -> Block:
        """Return a block without place names in its texts."""
        return replace(
            block,
            title=self.away(block.title),
            explanation=self.away(block.explanation),
            example=self.away(block.example),
            conditions=tuple(map(self.away, block.conditions)),
            next_step=self.away(block.next_step),
            minority=self.away(block.minority),
            unknown_tags=tuple(map(self.away, block.unknown_tags)),
            cluster=self.away(block.cluster),
        )

    def of_bundle(self, bundle: Bundle) -> Bundle:
        """Return a bundle without place names in its texts."""
        return replace(
            bundle,
            title=self.away(bundle.title),
            explanation=self.away(bundle.explanation),
            why=self.away(bundle.why),
            example=self.away(bundle.example),
            conditions=tuple(map(self.away, bundle.conditions)),
            next_step=self.away(bundle.next_step),
            owner=self.away(bundle.owner),
            minority=self.away(bundle.minority),
        )

    def of_workshop(self, workshop: Workshop) -> Workshop:
        """Return a session that does not say where it was."""
        return replace(
            workshop,
            title=self.away(workshop.title),
            main_question=self.away(workshop.main_question),
            agreements=tuple(map(self.away, workshop.agreements)),
            place="",
            location="",
        )

    def _instead(self, found: re.Match[str]) -> str:
        name = found[0]
        if name in self._kept:
            return name
        longest = (known for known in sorted(self._regions, key=len, reverse=True) if name.startswith(known))
        return self._regions.get(next(longest, ""), name)


def _names(workshops: Iterable[Workshop]) -> Iterable[tuple[str, str]]:
    for workshop in workshops:
        region = _bare(workshop.region) or SOMEWHERE
        for text in (workshop.place, workshop.location):
            for name in (_bare(text), *_BETWEEN.split(_bare(text))):
                if len(name) >= SHORTEST and name[0].isupper() and name != region:
                    yield name, region


def _bare(name: str) -> str:
    """Return a name without what stands between brackets."""
    return _ASIDE.sub("", name).strip()
