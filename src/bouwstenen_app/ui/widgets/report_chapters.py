"""Chapters of a report for the pages on the screen, each in its section, with what a template adds around them."""

from collections.abc import Iterator
from typing import NamedTuple

from bouwstenen_app.export.page_blocks import Block
from bouwstenen_app.export.page_look import PagePlan


class Chapter(NamedTuple):
    """What begins on a new page."""

    html: str
    landscape: bool = False
    """Its pages lie on their side."""
    bare: bool = False
    """Its pages have hardly a margin: cards that are cut out."""
    follows: bool = False
    """It goes on on the page of what is before it."""
    section: int = 0
    """The place among the sections of the document of the one that its pages are in, from 0."""
    blocks: tuple[Block, ...] = ()
    """What the template says here, in the place of HTML: its cover, or what stands behind the report."""


def chapters_around(chapters: Iterator[Chapter], plan: PagePlan, *, below: bool) -> Iterator[Chapter]:
    """Yield the chapters, each in its section, with the cover of the template before them and its end behind them.

    ``below`` says whether the first can begin on the page of the cover.
    """
    section = max(0, len(plan.setups) - 1)
    for number, blocks in enumerate(plan.fronts):
        if blocks:
            yield Chapter("", section=number, blocks=blocks)
    follows = below and bool(plan.fronts and plan.fronts[-1]) and not plan.apart
    back = Chapter("", follows=True, blocks=plan.back)
    last = (False, False)
    for chapter in chapters:
        if chapter.bare and not last[1]:
            if plan.back:
                yield back._replace(section=section + last[0], follows=not last[0])
            back = back._replace(blocks=())
        if (chapter.landscape, chapter.bare) != last:
            section += 1
        last = chapter.landscape, chapter.bare
        yield chapter._replace(section=section, follows=chapter.follows or follows)
        follows = False
    if back.blocks:
        yield back._replace(section=section + last[0], follows=not last[0])
