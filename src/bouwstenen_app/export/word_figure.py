"""A figure in the text: the chart of Word, and for other programs a drawing of it with the same description."""

from typing import Final

from bouwstenen_app.domain.report import Figure
from bouwstenen_app.export.word_chart import Drawn
from bouwstenen_app.export.word_pages import TWIPS, Pages
from bouwstenen_app.export.word_space import chart_height
from bouwstenen_app.export.word_text import attribute

_EMU: Final = 635
"""English metric units in a twip."""
_OTHERS: Final = 500_000
"""Drawings for other programs are numbered from here: no two drawings have one number."""
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SINCE_2010: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"


def figure_size(figure: Figure, pages: Pages, *, landscape: bool) -> tuple[int, int]:
    """Return the width and height of a figure in twips."""
    return pages.size(landscape=landscape)[0], round(chart_height(figure) * TWIPS)


def figure_xml(figure: Figure, number: int, drawn: Drawn, size: tuple[int, int]) -> str:
    """Return a run with a figure. Word draws the chart, which it has known since 2010; others take the drawing."""
    chart = (
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart r:id="{drawn.chart}"/>'
        "</a:graphicData></a:graphic>"
    )
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:wp14="{_SINCE_2010}" Requires="wp14">'
        f"{_inline(figure, number, number, size, chart)}</mc:Choice><mc:Fallback>"
        f"{_inline(figure, number, number + _OTHERS, size, _picture(number, drawn.picture, size))}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _inline(figure: Figure, number: int, drawing: int, size: tuple[int, int], inner: str) -> str:
    described = attribute(figure.description or figure.caption)
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0] * _EMU}" cy="{size[1] * _EMU}"/>'
        f'<wp:docPr id="{drawing}" name="Figuur {number}" descr="{described}"/>{inner}</wp:inline></w:drawing>'
    )


def _picture(number: int, rel_id: str, size: tuple[int, int]) -> str:
    return (
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Figuur {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rel_id}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{size[0] * _EMU}" cy="{size[1] * _EMU}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )
