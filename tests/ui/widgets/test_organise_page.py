"""*Ordenen* in a low window with large text: what stands above the blocks is whole, the blocks give way."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from tests.ui.cuts import cut_off
from tests.ui.letters import room_for

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.arrange_bar import BOARD, TABLE
from bouwstenen_app.ui.widgets.organise_page import OrganisePage

ROOM = 876, 495
"""What is left of a window of 1024 by 700 beside the rail and under the header, with text of 200 %."""


@pytest.fixture
def page(theme: Theme, codebook: Codebook, qtbot: QtBot) -> OrganisePage:
    theme.scale_to(200)
    made = OrganisePage(theme, codebook)
    made.arrange.show_columns([("thema", "Thema")], "thema")
    made.arrange.show_orders([("nieuw", "Nieuwste eerst")], "nieuw")
    made.show_found("10.000 bouwstenen", any_found=True)
    made.show_chosen([], text=False)
    qtbot.addWidget(made)
    made.resize(room_for(ROOM[0], theme), ROOM[1])
    made.show()
    return made


@pytest.mark.parametrize("view", [BOARD, TABLE])
def test_nothing_above_the_blocks_is_cut(page: OrganisePage, view: str, qtbot: QtBot) -> None:
    page.arrange.show_view(view)
    bar = page.arrange
    qtbot.waitUntil(lambda: bar.height() >= bar.heightForWidth(bar.width()))
    below = bar.mapTo(page, QPoint(0, bar.height())).y()
    qtbot.waitUntil(lambda: page.blocks.mapTo(page, QPoint()).y() >= below)
    assert cut_off(page.head) == cut_off(bar) == []
    assert page.height() == ROOM[1]


def test_the_count_is_whole_and_ends_in_dots_only_beside_a_choice_to_clear(
    page: OrganisePage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.count.width() >= page.count.full_width())
    page.show_chosen([], text=True)
    qtbot.waitUntil(lambda: page.count.toolTip() == "10.000 bouwstenen")
