"""The title page of the report, for a template without one of its own."""

from bouwstenen_app.domain.report import TitlePage
from bouwstenen_app.export.word_markup import paragraph, run, styled
from bouwstenen_app.export.word_styles import Look

_LONG_TITLES = ((240, 32), (160, 40), (80, 52))
"""From how many characters a title is set smaller, and how small, in half points."""
_TOP = '<w:spacing w:before="0"/>'


def cover_xml(
    cover: TitlePage, look: Look, edition: tuple[str, str], *, compact: bool = False, new_page: bool = False
) -> str:
    """Return the title with what belongs to it; ``edition`` stands around the title."""
    ids = look.ids
    title = run(cover.title, _smaller(cover.title)).join(edition)
    page = "<w:pageBreakBefore/>" if new_page else ""
    facts = (
        ("Status", cover.status),
        ("Datum", cover.date),
        ("Opgesteld door", cover.author),
        ("Verspreiding", cover.circulation),
    )
    return "".join(
        (
            paragraph(ids["Title"], title, page + (_TOP if compact else _higher(cover.title))),
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


def _smaller(title: str) -> str:
    """Return the properties of a long title: so small that the title page stays one page."""
    size = next((size for length, size in _LONG_TITLES if len(title) > length), 0)
    return f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>' if size else ""


def _higher(title: str) -> str:
    return '<w:spacing w:before="1800"/>' if len(title) > _LONG_TITLES[-1][0] else ""
