"""The tag inbox in *Vastleggen*: what becomes of tags that the codebook does not know."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import boards, tag_inbox, tagging
from bouwstenen_app.services.tag_inbox import Decided
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.waiting_tags import WaitingTagsModel
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.way import Way
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.tag_inbox_page import TagInboxPage

TABLES: Final = ("proposal", "block", "workshop", "code", "dimension", "codebook")
EXAMPLES: Final = 3
"""How many blocks of a tag are named under the table."""


class TagInbox(Way):
    """Decides about tags, of this session or of all; each decision holds for all blocks with that tag."""

    wide = True

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._workshop: Workshop | None = None
        self._book = desk.book
        self._model = WaitingTagsModel(self._book, self)
        self._page = page = TagInboxPage(theme, self._book, self._model)
        page.taken.connect(self._on_taken)
        page.mapped.connect(self._map)
        page.accepted.connect(self._accept)
        page.rejected.connect(self._reject)
        page.nothing_near.connect(self._on_nothing_near)
        page.scope_changed.connect(self._refresh)
        page.current_changed.connect(self._show_examples)
        page.left.connect(self.left)

    @property
    @override
    def page(self) -> QWidget:
        return self._page

    @override
    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        self._workshop = workshop
        self._refresh()

    @override
    def take_in(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._refresh()

    @override
    def focus(self) -> None:
        self._page.focus()

    @override
    def leave(self) -> None:
        self._page.close_cards()

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Enter", self.tr("De tag is de code waar hij op lijkt")),
            Key("N", self.tr("Er een nieuwe code van maken")),
            Key("M", self.tr("Koppelen aan een andere code")),
            Key("Del", self.tr("De tag weghalen van zijn bouwstenen")),
            Key("Esc", self.tr("Terug naar de regel")),
        )

    def _refresh(self) -> None:
        self._book = self.desk.book
        workshop = self._workshop.id if self._workshop else ""
        everywhere = self.desk.read(tag_inbox.waiting, self._book)
        here = [tag for tag in everywhere if workshop in tag.workshops]
        self._page.set_codebook(self._book, self.desk.read(tagging.code_uses, workshop=workshop))
        self._page.show_counts(len(here), len(everywhere))
        self._model.set_tags(everywhere if self._page.everywhere else here, self._book)

    def _show_examples(self, _key: str) -> None:
        tag = self._page.tag
        ids = tag.blocks[:EXAMPLES] if tag else ()
        titles = [block.title for block in self.desk.read(boards.blocks, ids)]
        self._page.show_examples(titles, len(tag.blocks) - len(ids) if tag else 0)

    # -- the decisions

    def _accept(self, key: str, name: str, dimension: str, under: str) -> None:
        self._do(self._accepted_words, tag_inbox.accept, key, dimension=dimension, name=name, parent=under or None)

    def _on_taken(self, key: str, code: str) -> None:
        self._map(key, code, True)

    def _map(self, key: str, code: str, learn: bool) -> None:
        self._do(self._mapped_words, tag_inbox.map_to, key, code, learn=learn)

    def _reject(self, key: str) -> None:
        self._do(self._rejected_words, tag_inbox.reject, key)

    def _on_nothing_near(self) -> None:
        self.told.emit(
            self.tr("Geen code lijkt op deze tag. N maakt er een nieuwe code van, M koppelt hem aan een andere."),
            False,
        )

    def _do(self, words: Callable[[Decided], str], verb: Callable[..., Decided], *args: Any, **kwargs: Any) -> None:
        try:
            done = self.desk.do(words, verb, *args, **kwargs)
        except Problem as problem:
            self.problem_told.emit(str(problem))
        else:
            self._page.close_cards()
            self.told.emit(f"{words(done)}.", True)

    def _accepted_words(self, done: Decided) -> str:
        dimension = self._book.dimension(done.code.dimension).name.lower() if done.code else ""
        return self.tr("“{name}” als {dimension} toegevoegd, {blocks} getagd").format(
            name=done.code.name if done.code else "", dimension=dimension, blocks=_counted(done)
        )

    def _mapped_words(self, done: Decided) -> str:
        sentence = self.tr("{tag} gekoppeld aan “{name}”, {blocks} getagd")
        if done.learned:
            sentence = self.tr("{tag} gekoppeld aan “{name}” en voortaan bekend, {blocks} getagd")
        return sentence.format(tag=done.text, name=done.code.name if done.code else "", blocks=_counted(done))

    def _rejected_words(self, done: Decided) -> str:
        return self.tr("{tag} weggehaald van {blocks}").format(tag=done.text, blocks=_counted(done))


def _counted(done: Decided) -> str:
    return dutch.counted(len(done.blocks), "bouwsteen", "bouwstenen")
