"""What a person does in the codebook: each act one step, with the sentence that undo says."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.colours import Colours, better, colours_of, written
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import codebook_editing, codebook_merging
from bouwstenen_app.services.codebook_merging import Moved
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.widgets.code_form import CodeForm
from bouwstenen_app.ui.widgets.code_tree import Node


class CodebookActs(Acts):
    """Runs the verbs of the codebook, and tells what they did or why not."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.book = Codebook("", "", (), ())
        """The codebook as it is now; the place keeps it so."""

    def name_of(self, code: str) -> str:
        """Return the name of a code."""
        return self.book.code(code).name if code in self.book.by_id else ""

    # -- codes

    def add(self, dimension: str, name: str, parent: str | None) -> str | None:
        """Add a code and return its id; None when that could not be."""
        label = self.tr("Code “{name}” toegevoegd").format(name=name.strip())
        return self._made(label, codebook_editing.add_code, dimension=dimension, name=name, parent=parent)

    def edit(self, code: str, field: str, value: Any) -> bool:
        """Change a field of a code; say whether that was done."""
        if field == "name":
            label = self.tr("Code “{old}” heet nu “{new}”").format(old=self.name_of(code), new=value.strip())
            return self._do(label, codebook_editing.rename, code, value)
        label = self.tr("Code “{name}” beschreven").format(name=self.name_of(code))
        return self._do(label, codebook_editing.describe, code, **{field: value})

    def recolour(self, code: str, colours: Colours, form: CodeForm) -> None:
        """Give a code other colours; what goes with them is made, and what cannot be read is told in the form."""
        try:
            wanted = Colours(*map(written, colours))
        except Problem as problem:
            form.show_refused(colours, str(problem), None)
            return
        made = colours_of(wanted.light)
        wanted = Colours(wanted.light, wanted.dark or made.dark, wanted.tint or made.tint) if wanted.light else made
        label = self.tr("Code “{name}” heeft een andere kleur").format(name=self.name_of(code))
        try:
            self._desk.do(label, codebook_editing.recolour, code, wanted)
        except Problem as problem:
            form.show_refused(wanted, str(problem), better(wanted))

    def move(self, code: str, parent: str | None, before: str | None = None) -> bool:
        """Bring a code to another place; say whether that was done."""
        label = self.tr("Code “{name}” verplaatst").format(name=self.name_of(code))
        return self._do(label, codebook_editing.move, code, parent=parent, before=before)

    def step(self, node: Node, by: int) -> None:
        """Bring a code one place up or down among those beside it, or a dimension among the others."""
        if not node.code:
            label = self.tr("Dimensie “{name}” verplaatst").format(name=self.book.dimension(node.dimension).name)
            self._do(label, codebook_editing.move_dimension, node.dimension, by=by)
            return
        one = self.book.code(node.code)
        beside = [code.id for code in self.book.of(one.dimension) if code.parent == one.parent]
        place = beside.index(one.id) + by
        if 0 <= place < len(beside):
            behind = beside[place] if by < 0 else next(iter(beside[place + 1 :]), None)
            self.move(one.id, one.parent, behind)

    def retire(self, code: str) -> None:
        """Let a code go out of use, or bring it back."""
        one = self.book.code(code)
        if one.retired:
            label = self.tr("Code “{name}” weer in gebruik").format(name=one.name)
            self._do(label, codebook_editing.bring_back, [code], tell=True)
        else:
            label = self.tr("Code “{name}” vervallen").format(name=one.name)
            self._do(label, codebook_editing.retire, [code], tell=True)

    def favourite(self, code: str) -> None:
        """Make a code a favourite, or no more."""
        one = self.book.code(code)
        label = (
            self.tr("Code “{name}” is favoriet") if not one.favourite else self.tr("“{name}” geen favoriet meer")
        )
        self._do(label.format(name=one.name), codebook_editing.set_favourite, code, favourite=not one.favourite)

    def merge(self, code: str, into: str) -> bool:
        """Bring a code together with another; say whether that was done."""
        old, new = self.name_of(code), self.name_of(into)
        sentence = self.tr("“{old}” samengevoegd met “{new}”, {blocks}")
        return self._moved(lambda done: self._words(sentence, done, old, new), codebook_merging.merge, code, into)

    def split(self, code: str, name: str, blocks: frozenset[str]) -> str | None:
        """Split a code and return the id of the new one; None when that could not be."""
        old, new = self.name_of(code), name.strip()
        sentence = self.tr("“{old}” gesplitst: {blocks} naar “{new}”")
        verb = codebook_merging.split
        done = self._made(lambda done: self._words(sentence, done, old, new), verb, code, name=name, blocks=blocks)
        if done is None:
            return None
        self.told.emit(f"{self._words(sentence, done, old, new)}.", True)
        return str(done.code)

    # -- dimensions

    def add_dimension(self, name: str, multiple: bool) -> str | None:
        """Add a dimension and return its slug; None when that could not be."""
        label = self.tr("Dimensie “{name}” toegevoegd").format(name=name.strip())
        return self._made(label, codebook_editing.add_dimension, name=name, multiple=multiple)

    def edit_dimension(self, slug: str, field: str, value: Any) -> bool:
        """Change a field of a dimension; say whether that was done."""
        label = self.tr("Dimensie “{name}” gewijzigd").format(name=self.book.dimension(slug).name)
        return self._do(label, codebook_editing.edit_dimension, slug, **{field: value})

    def retire_dimension(self, slug: str) -> None:
        """Let a dimension go out of use, or bring it back."""
        one, codes = self.book.dimension(slug), self.book.of(slug)
        if codes and all(code.retired for code in codes):
            label = self.tr("Dimensie “{name}” weer in gebruik").format(name=one.name)
            self._do(label, codebook_editing.bring_back_dimension, slug, tell=True)
        else:
            label = self.tr("Dimensie “{name}” vervallen").format(name=one.name)
            self._do(label, codebook_editing.retire_dimension, slug, tell=True)

    # -- how it is done

    def _moved(self, words: Callable[[Moved], str], verb: Callable[..., Moved], *args: Any) -> bool:
        done = self._made(words, verb, *args)
        if done is None:
            return False
        self.told.emit(f"{words(done)}.", True)
        return True

    def _words(self, sentence: str, done: Moved, old: str, new: str) -> str:
        blocks = dutch.counted(done.blocks, self.tr("bouwsteen"), self.tr("bouwstenen"))
        return sentence.format(old=old, new=new, blocks=blocks)


def under(book: Codebook, node: Node | None) -> str | None:
    """Return the main group that a new code comes under, when this line is looked at."""
    code: Code | None = book.by_id.get(node.code) if node is not None else None
    return None if code is None else code.parent or code.id
