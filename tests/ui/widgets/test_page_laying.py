"""Pages are laid out a little at a time; what stays the same is kept, also on which paper it stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from bouwstenen_app.export.page_blocks import Line, Setup, Text
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.export.page_look import PageLook, page_look
from bouwstenen_app.ui.widgets.page_edges import PageEdges
from bouwstenen_app.ui.widgets.page_laying import Laying
from bouwstenen_app.ui.widgets.page_sheets import Laid
from bouwstenen_app.ui.widgets.report_chapters import Chapter

pytestmark = pytest.mark.usefixtures("qapp")
TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
A4 = Setup((595.0, 842.0), (70.0, 70.0, 70.0, 70.0))
LETTERS = Letters(11, "000000", bold=False, family="")
COVER = Chapter("", blocks=(Line(LETTERS, (Text("Samen optrekken", LETTERS),)),))


@pytest.fixture(scope="module")
def look() -> PageLook:
    return page_look(TEMPLATE)


def whole(laying: Laying) -> list[Laid]:
    """Lay out all that was given."""
    while not (step := laying.step()).whole:
        pass
    return step.laid


def test_only_what_is_another_chapter_is_laid_out_again(look: PageLook) -> None:
    laying = Laying()
    first, second, other = (Chapter(f"<p>{text}</p>") for text in ("een", "twee", "drie"))
    laying.take([first, second], look, PageEdges((A4,)))
    before = whole(laying)
    laying.take([first, other], look, PageEdges((replace(A4),)))
    after = whole(laying)

    assert after[0] is before[0]
    assert after[1].document.toPlainText() == "drie"


def test_a_cover_whose_paper_is_turned_is_laid_out_again(look: PageLook) -> None:
    laying = Laying()
    laying.take([COVER], look, PageEdges((A4, A4)))
    (upright,) = whole(laying)
    laying.take([COVER], look, PageEdges((replace(A4, paper=(842.0, 595.0)), A4)))
    (turned,) = whole(laying)

    assert upright.size.width() < upright.size.height()
    assert turned.size.width() > turned.size.height()
