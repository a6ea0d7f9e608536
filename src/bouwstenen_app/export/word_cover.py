"""The title page of the report, for a template without one of its own."""

from bouwstenen_app.domain.report import TitlePage
from bouwstenen_app.export.word_markup import paragraph, run, styled
from bouwstenen_app.export.word_styles import Look

_LONG, _LONGER, _LONGEST = 80, 160, 240
"""From how many characters a title is set smaller, so that the title page stays one page."""


def cover_xml(
    cover: TitlePage, look: Look, edition: tuple[str, str], *, compact: bool = False, new_page: bool = False
) -> str:
    """Return the title with what belongs to it; ``edition`` stands around the title."""
    ids = look.ids
    title = run(cover.title).join(edition)
    page = "<w:pageBreakBefore/>" if new_page else ""
    facts = (
        ("Status", cover.status),
        ("Datum", cover.date),
        ("Opgesteld door", cover.author),
        ("Verspreiding", cover.circulation),
    )
    return "".join(
        (
            paragraph(ids[_style(len(cover.title), compact=compact)], title, page),
            *(paragraph(ids["Subtitle"], run(line)) for line in _said(cover.subtitle)),
            *(
                paragraph(ids["Titelgegevens"], f"{run(f'{label}: ', styled(ids['Strong']))}{run(text)}")
                for label, text in facts
                if text.strip()
            ),
            *(paragraph(ids["Melding"], run(line)) for line in _said(cover.notice)),
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
