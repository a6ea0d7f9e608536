"""*Lijkt op* in the inspector: after a pause, another block that says nearly the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import boards, bundling, capturing, codebooks, deduplicating, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.inspector_likes import InspectorLikes
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.inspector import Inspector
from bouwstenen_app.ui.widgets.like_panel import LikePanel

LINES = (
    "Tien dagen huisverbod en dan stilte rond het gezin",
    "Na tien dagen huisverbod valt er een stilte voor het gezin",
    "Tolk regelen duurt te lang",
)


@pytest.fixture
def blocks(empty_store: Store) -> list[Block]:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
    made = [empty_store.do("Vast", capturing.capture, line, workshop=workshop).result for line in LINES]
    return list(empty_store.read(boards.blocks, [one.block for one in made if one is not None]))


@pytest.fixture
def inspector(qtbot: QtBot, theme: Theme, empty_store: Store) -> Iterator[Inspector]:
    inspector = Inspector(theme, empty_store.read(codebooks.codebook))
    inspector.resize(340, 800)
    qtbot.addWidget(inspector)
    inspector.show()
    yield inspector
    inspector.hide()


@pytest.fixture
def likes(theme: Theme, empty_store: Store, inspector: Inspector) -> InspectorLikes:
    return InspectorLikes(Desk(empty_store, inspector), theme, inspector, inspector)


def panel(qtbot: QtBot, likes: InspectorLikes) -> LikePanel:
    qtbot.waitUntil(lambda: likes.panel is not None and likes.panel.isVisible())
    assert likes.panel is not None
    return likes.panel


def test_a_block_that_says_nearly_the_same_is_named(
    qtbot: QtBot, inspector: Inspector, likes: InspectorLikes, blocks: list[Block]
) -> None:
    inspector.show_blocks([blocks[0]])

    shown = panel(qtbot, likes)
    assert shown.title.text == LINES[1]
    assert shown.why.text.startswith(f"{blocks[1].spoken_id} · Rivierenhoek · delen: ")
    inspector.show_blocks([])
    assert not shown.isVisible()


def test_it_is_said_in_short_in_a_low_window(
    qtbot: QtBot, inspector: Inspector, likes: InspectorLikes, blocks: list[Block]
) -> None:
    inspector.resize(340, 400)
    inspector.show_blocks([blocks[0]])

    shown = panel(qtbot, likes)
    assert shown.title.text == f"Lijkt op: {LINES[1]}"
    assert shown.why.isHidden()


def test_bundling_is_one_step_and_the_panel_goes(
    qtbot: QtBot, inspector: Inspector, likes: InspectorLikes, blocks: list[Block], empty_store: Store
) -> None:
    inspector.show_blocks([blocks[0]])
    shown = panel(qtbot, likes)
    with qtbot.waitSignal(likes.told) as told:
        QTest.mouseClick(shown.join, Qt.MouseButton.LeftButton)

    (bundle,) = empty_store.read(bundling.bundles)
    assert set(bundle.contributions) == {blocks[0].id, blocks[1].id}
    assert told.args == ["Samen in bundel K-01.", True]
    assert not shown.isVisible()
    assert empty_store.read(deduplicating.like, blocks[0].id) is None
    empty_store.undo()
    assert empty_store.read(deduplicating.like, blocks[0].id) is not None


def test_what_is_ignored_is_not_named_again(
    qtbot: QtBot, inspector: Inspector, likes: InspectorLikes, blocks: list[Block], empty_store: Store
) -> None:
    inspector.show_blocks([blocks[1]])
    QTest.mouseClick(panel(qtbot, likes).ignore, Qt.MouseButton.LeftButton)

    assert empty_store.read(deduplicating.like, blocks[1].id) is None
    assert empty_store.read(deduplicating.judged) == {(blocks[0].id, blocks[1].id)}


def test_a_block_like_no_other_has_no_panel(
    qtbot: QtBot, inspector: Inspector, likes: InspectorLikes, blocks: list[Block]
) -> None:
    inspector.show_blocks([blocks[2]])
    qtbot.wait(700)

    assert likes.panel is None
