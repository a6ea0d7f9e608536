"""The title page of the report, for a template without one of its own."""

from itertools import repeat
from typing import Final

from bouwstenen_app.domain.report import TitlePage
from bouwstenen_app.domain.spots import COVER_LABELS
from bouwstenen_app.export.word_anchors import NO_EDGES, Sources
from bouwstenen_app.export.word_markup import paragraph, run, styled
from bouwstenen_app.export.word_styles import Look

NONE: Final = repeat(NO_EDGES)
_LONG, _LONGER, _LONGEST = 80, 160, 240
"""From how many characters a title is set smaller, so that the title page stays one page."""


def cover_xml(
    cover: TitlePage, look: Look, sources: Sources, *, compact: bool = False, new_page: bool = False
) -> str:
    """Return the title with what belongs to it; the bookmark of the edition stands around the title."""
    ids = look.ids
    edges = sources.cover(cover)
    page = "<w:pageBreakBefore/>" if new_page else ""
    title = paragraph(
        ids[_style(len(cover.title), compact=compact)],
        run(cover.title).join(next(edges.get("title", NONE))).join(sources.edition),
        page,
    )
    facts = (
        paragraph(ids["Titelgegevens"], run(label, styled(ids["Strong"])) + run(text).join(next(edges[name])))
        for name, label in COVER_LABELS.items()
        if (text := getattr(cover, name)).strip()
    )
    return "".join(
        (
            title,
            *(
                paragraph(ids["Subtitle"], run(line).join(next(edges["subtitle"])))
                for line in _said(cover.subtitle)
            ),
            *facts,
            *(paragraph(ids["Melding"], run(line).join(next(edges["notice"]))) for line in _said(cover.notice)),
        )
    )


def _said(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _style(length: int, *, compact: bool) -> str:
    """Return the style for a title of this length."""
    if compact:
        return f"Titel boven tekst{' heel lang' if length > _LONGEST else ' lang' if length > _LONG else ''}"
    if length > _LONG:
        return "Titel heel lang" if length > _LONGEST else "Titel langer" if length > _LONGER else "Titel lang"
    return "Title"
