"""The tree of the codebook: what its lines say, and that it stays where it is."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.code_tree import CodeTree, Node


def said(tree: CodeTree, node: Node) -> str:
    return str(tree._lines[node].data(0, Qt.ItemDataRole.AccessibleTextRole))


def test_a_line_says_its_count_and_what_the_code_is(qtbot: QtBot, theme: Theme, codebook: Codebook) -> None:
    tree = CodeTree(theme)
    qtbot.addWidget(tree)
    first, *rest = codebook.codes
    changed = replace(codebook, codes=(replace(first, retired=True, favourite=True), *rest))

    assert tree.show_codebook(changed, {first.id: 1}) == len(codebook.codes)

    assert said(tree, Node(first.dimension, first.id)) == f"{first.name}, 1 bouwsteen, vervallen, favoriet"
    assert said(tree, Node(rest[0].dimension, rest[0].id)) == rest[0].name
    assert said(tree, Node("domein")) == "Domein en partner, @  ·  37 codes"


def test_other_words_on_the_same_lines_leave_everything_where_it_is(
    qtbot: QtBot, theme: Theme, codebook: Codebook
) -> None:
    tree = CodeTree(theme)
    qtbot.addWidget(tree)
    tree.show_codebook(codebook, {})
    first, *rest = codebook.codes
    tree.look_at(Node(rest[3].dimension, rest[3].id))
    item = tree.currentItem()
    spy = QSignalSpy(tree.current_changed)

    tree.show_codebook(replace(codebook, codes=(replace(first, name="Anders"), *rest)), {})

    assert tree.currentItem() is item
    assert spy.count() == 0
    assert said(tree, Node(first.dimension, first.id)) == "Anders"


def test_a_search_finds_other_words_and_keeps_the_group_above(
    qtbot: QtBot, theme: Theme, codebook: Codebook
) -> None:
    tree = CodeTree(theme)
    qtbot.addWidget(tree)
    police = next(code for code in codebook.codes if code.name == "Politie")

    assert tree.show_codebook(codebook, {}, "wijkagent") == 2

    assert tree.node == Node("domein", police.id)
    assert set(tree._lines) == {Node("domein"), Node("domein", police.parent or ""), Node("domein", police.id)}
    assert tree.show_codebook(codebook, {}, "xyzzy") == 0


def test_a_group_that_was_closed_stays_closed(qtbot: QtBot, theme: Theme, codebook: Codebook) -> None:
    tree = CodeTree(theme)
    qtbot.addWidget(tree)
    tree.show_codebook(codebook, {})
    tree._lines[Node("thema")].setExpanded(False)

    tree.show_codebook(replace(codebook, codes=codebook.codes[:-1]), {})

    assert not tree._lines[Node("thema")].isExpanded()
    assert tree._lines[Node("domein")].isExpanded()
