"""The codebook: its dimensions and codes are kept in order here; from Ordenen, and with a key from everywhere."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import codebook_editing, codebook_merging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.codebook_acts import CodebookActs, under
from bouwstenen_app.ui.places.codebook_exchange import CodebookFiles
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.code_tree import Node
from bouwstenen_app.ui.widgets.codebook_page import CodebookPage

TABLES: Final = ("codebook", "dimension", "code", "combination")
USED: Final = ("tagging", "block")
TYPING: Final = 60
"""Milliseconds of rest before the tree is searched."""


class CodebookPlace(Place):
    """Shows the tree and the code that is looked at, and does what is asked."""

    code_asked = Signal(str)
    """Id of a code whose blocks are to be shown."""

    def __init__(self, desk: Desk, theme: Theme, counts: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts = counts
        self._own: Mapping[str, int] = {}
        self._uses: Mapping[str, int] = {}
        self._stale = True
        self.acts = CodebookActs(desk, self)
        self.page = CodebookPage(theme)
        self.files = CodebookFiles(desk, self.page, self.acts, self)
        self._back = KeyButton(theme, self.tr("Terug"), "Esc", bound=False)
        self._import = KeyButton(theme, self.tr("Inlezen…"))
        self._export = KeyButton(theme, self.tr("Bewaren…"), "Ctrl+E")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        desk.closing.connect(self._typing.stop)
        self._connect()
        self._serve_tree()
        self._serve_questions()

    # -- what the window asks

    @override
    def title(self) -> str:
        return self.tr("Codeboek")

    @override
    def subtitle(self) -> str:
        book = self.acts.book
        dimensions = dutch.counted(len(book.dimensions), self.tr("dimensie"), self.tr("dimensies"))
        codes = dutch.counted(sum(not c.retired for c in book.codes), self.tr("code"), self.tr("codes"))
        return self.tr("{dimensions} · {codes} in gebruik").format(dimensions=dimensions, codes=codes)

    @override
    def header_actions(self) -> list[QWidget]:
        return [self._back, self._import, self._export]

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(self.tr("Nieuwe code"), self._ask_new, "N"),
            Command(self.tr("Nieuwe dimensie"), self._ask_dimension),
            Command(self.tr("Code samenvoegen met een andere"), self._ask_merge, "M"),
            Command(self.tr("Code splitsen"), self._ask_split, "S"),
            Command(self.tr("Code laten vervallen of weer gebruiken"), self._on_retire, "Del"),
            Command(self.tr("Code als favoriet, of niet meer"), self._on_favourite, "Ctrl+D"),
            Command(self.tr("Codeboek inlezen"), self.files.choose),
            Command(self.tr("Codeboek bewaren als bestand"), self.files.choose_target, "Ctrl+E"),
            Command(self.tr("Terug naar Ordenen"), self._on_back, "Esc"),
        )

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Ctrl F", self.tr("Een code zoeken")),
            Key("F2 of Enter", self.tr("De naam wijzigen")),
            Key("N", self.tr("Een nieuwe code")),
            Key("Alt ↑ / ↓", self.tr("Een plaats omhoog of omlaag")),
            Key("M", self.tr("Samenvoegen met een andere code")),
            Key("S", self.tr("Splitsen: kies welke bouwstenen naar een nieuwe code gaan")),
            Key("Ctrl D", self.tr("Favoriet, of niet meer")),
            Key("Del", self.tr("Laten vervallen, of weer gebruiken")),
            Key("Esc", self.tr("Terug naar de boom, en dan naar Ordenen")),
        )

    @override
    def activated(self) -> None:
        self.page.focus()

    def show_code(self, code: str) -> None:
        """Look at a code."""
        self._refresh_if_stale()
        one = self.acts.book.code(code)
        self.page.search.clear()
        self.page.tree.look_at(Node(one.dimension, code))

    # -- how it is put together

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._counts.ready.connect(self._on_counted)
        self.acts.told.connect(self.told)
        self.acts.problem_told.connect(self.problem_told)
        self.files.told.connect(self.told)
        self.files.problem_told.connect(self.problem_told)
        self._typing.timeout.connect(self._show_tree)
        self.page.search_changed.connect(self._typing.start)
        self.page.new.clicked.connect(self._ask_new)
        self.page.new_dimension_asked.connect(self._ask_dimension)
        self._back.clicked.connect(self._on_back)
        self._import.clicked.connect(self.files.choose)
        self._export.clicked.connect(self.files.choose_target)
        for key, act in (
            (QKeySequence.StandardKey.Find, self._on_find),
            (QKeySequence(Qt.Key.Key_Escape), self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _serve_tree(self) -> None:
        tree, acts = self.page.tree, self.acts
        tree.current_changed.connect(self._on_current)
        tree.moved.connect(acts.move)
        tree.stepped.connect(lambda by: acts.step(tree.node, by) if tree.node else None)
        tree.rename_asked.connect(self._on_rename)
        tree.new_asked.connect(self._ask_new)
        tree.retire_asked.connect(self._on_retire)
        tree.merge_asked.connect(self._ask_merge)
        tree.split_asked.connect(self._ask_split)
        tree.favourite_asked.connect(self._on_favourite)
        code, dimension = self.page.code, self.page.dimension
        code.edited.connect(self._on_edited)
        code.moved.connect(self._on_moved)
        code.coloured.connect(lambda one, colours: acts.recolour(one, colours, code))
        code.merge_asked.connect(self._ask_merge)
        code.split_asked.connect(self._ask_split)
        code.retire_asked.connect(self._on_retire)
        code.favourite_asked.connect(self._on_favourite)
        code.blocks_asked.connect(self.code_asked)
        dimension.edited.connect(self._on_dimension_edited)
        dimension.new_asked.connect(self._ask_new)
        dimension.retire_asked.connect(self._on_retire)

    def _serve_questions(self) -> None:
        page = self.page
        page.ask_new.accepted.connect(self._on_new)
        page.ask_dimension.accepted.connect(self._on_new_dimension)
        page.ask_merge.accepted.connect(self._on_merge)
        page.ask_split.accepted.connect(self._on_split)

    # -- what is shown

    def _show_tree(self) -> None:
        self._typing.stop()
        self.page.show_tree(self.acts.book, self._uses)
        self._show_node(self.page.tree.node)

    def _on_current(self, node: Node) -> None:
        if self.page.asked not in (None, self.page.ask_import):
            self.page.close_question()
        self._show_node(node)

    def _show_node(self, node: Node | None) -> None:
        page, book = self.page, self.acts.book
        if node is None or node.dimension not in book.dimension_order:
            return
        if node.code in book.by_id:
            page.dimension.finish()
            page.code.show_code(
                book, book.code(node.code), self._uses.get(node.code, 0), self._own.get(node.code, 0)
            )
            page.show_form(page.code)
        else:
            page.code.finish()
            always = node.dimension in codebook_editing.ALWAYS
            page.dimension.show_dimension(book, book.dimension(node.dimension), always=always)
            page.show_form(page.dimension)

    def _look_at(self, node: Node) -> None:
        """Look at a line that has just come: a search would hide it."""
        self.page.search.clear()
        self._show_tree()
        self.page.close_question()
        self.page.tree.look_at(node)
        self._show_node(self.page.tree.node)

    # -- what is asked

    def _ask_new(self) -> None:
        node, book = self.page.tree.node, self.acts.book
        dimension = node.dimension if node is not None else book.dimensions[0].slug
        self.page.ask(self.page.ask_new)
        self.page.ask_new.ask(book, dimension, under(book, node))

    def _ask_dimension(self) -> None:
        self.page.ask(self.page.ask_dimension)
        self.page.ask_dimension.ask()

    def _ask_merge(self) -> None:
        if (node := self._code_node()) is not None:
            self.page.ask(self.page.ask_merge)
            self.page.ask_merge.ask(self.acts.book, self.acts.book.code(node.code), self._own)

    def _ask_split(self) -> None:
        node = self._code_node()
        if node is None:
            return
        blocks = self._desk.read(codebook_merging.blocks_with, node.code)
        if not blocks:
            self.told.emit(self.tr("Geen bouwsteen heeft deze code: er is niets te splitsen."), False)
            return
        self.page.ask(self.page.ask_split)
        self.page.ask_split.ask(self.acts.book.code(node.code), blocks)

    def _code_node(self) -> Node | None:
        node = self.page.tree.node
        if node is not None and node.code:
            return node
        self.told.emit(self.tr("Kies eerst een code in de boom."), False)
        return None

    # -- what is answered

    def _on_new(self, dimension: str, name: str, parent: str | None) -> None:
        if (code := self.acts.add(dimension, name, parent)) is not None:
            self._look_at(Node(dimension, code))

    def _on_new_dimension(self, name: str, multiple: bool) -> None:
        if (slug := self.acts.add_dimension(name, multiple)) is not None:
            self._look_at(Node(slug))

    def _on_merge(self, code: str, into: str) -> None:
        if self.acts.merge(code, into):
            self._look_at(Node(self.acts.book.code(into).dimension, into))

    def _on_split(self, code: str, name: str, blocks: frozenset[str]) -> None:
        if (new := self.acts.split(code, name, blocks)) is not None:
            self._look_at(Node(self.acts.book.code(code).dimension, new))

    def _on_edited(self, code: str, field: str, value: object) -> None:
        if code in self.acts.book.by_id and not self.acts.edit(code, field, value):
            self._show_node(self.page.tree.node)

    def _on_moved(self, code: str, parent: str | None) -> None:
        if not self.acts.move(code, parent):
            self._show_node(self.page.tree.node)

    def _on_dimension_edited(self, slug: str, field: str, value: object) -> None:
        if slug in self.acts.book.dimension_order and not self.acts.edit_dimension(slug, field, value):
            self._show_node(self.page.tree.node)

    def _on_rename(self) -> None:
        node = self.page.tree.node
        if node is not None:
            (self.page.code if node.code else self.page.dimension).focus_name()

    def _on_retire(self) -> None:
        node = self.page.tree.node
        if node is not None and node.code:
            self.acts.retire(node.code)
        elif node is not None:
            self.acts.retire_dimension(node.dimension)

    def _on_favourite(self) -> None:
        if (node := self._code_node()) is not None and not self.acts.book.code(node.code).retired:
            self.acts.favourite(node.code)

    # -- what happens

    def _on_find(self) -> None:
        self.page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.search.selectAll()

    def _on_escape(self) -> None:
        if self.page.asked is not None:
            self.page.close_question()
        elif self.page.search.hasFocus() and self.page.search.text():
            self.page.search.clear()
        elif self.page.tree.hasFocus():
            self._on_back()
        else:
            self.page.focus()

    def _on_back(self) -> None:
        self.place_asked.emit("organise")

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*TABLES, *USED):
            return
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale(whole=changes.touches(*TABLES))

    def _refresh_if_stale(self, *, whole: bool = True) -> None:
        if not self._stale:
            return
        self._stale = False
        if whole:
            self.acts.book = self._desk.book
        self._count()
        self._show_tree()
        self.titles_changed.emit()

    def _count(self) -> None:
        """Ask on how many blocks each code is; until that is known no numbers stand there."""
        index = self._counts.index()
        self._own, self._uses = {}, {}
        if index is not None:
            dimensions = tuple(self.acts.book.dimension_order)
            found = index.counts(Selection(), None, dimensions=dimensions).codes
            self._own = index.uses()
            self._uses = {code.id: found.get(code.id, 0) for code in self.acts.book.codes}

    def _on_counted(self) -> None:
        if self.isVisible():
            self._count()
            self._show_tree()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._refresh_if_stale()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.page.finish()
        super().hideEvent(event)
