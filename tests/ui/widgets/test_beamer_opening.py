import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.opening import lines
from bouwstenen_app.domain.stage import opening_stage
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.widgets.beamer_opening import opening_pages
from bouwstenen_app.ui.widgets.beamer_pieces import Words
from bouwstenen_app.ui.widgets.beamer_plan import plan
from bouwstenen_app.ui.widgets.beamer_type import SMALLEST, Typesetter

STAGE = opening_stage(Workshop("w", "Proefsessie"), 6)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (3840, 2160), (1024, 768), (800, 600)])
def test_all_lines_stand_on_one_page_in_type_that_the_last_row_reads(qtbot: QtBot, width: int, height: int) -> None:
    made = plan(STAGE, Typesetter(width, height), width, height, None)
    (page,) = made.pages
    words = [piece for piece in page.pieces if isinstance(piece, Words)]

    assert page.texts == lines(6)
    assert min(piece.set.size for piece in words) > SMALLEST
    assert max(piece.y + piece.set.height for piece in words) <= made.footer(0)[0].y


def test_in_an_impossibly_low_picture_nothing_is_left_out(qtbot: QtBot) -> None:
    (page,) = opening_pages(STAGE, Typesetter(400, 100), QRectF(0, 0, 380, 20))
    assert page.texts == lines(6)
