"""What a person does with bundles from a list of blocks: bundle, add, take out; and the quiet mark on a card."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import bundling
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts

LONGEST: Final = 48
"""So much of a title stands in a menu."""
NEWEST: Final = 5
"""So many bundles are offered for a block that is in none."""


class BundleActs(Acts):
    """Acts on the bundles that blocks are in. ``block`` gives a block by its id, as it is known to the list."""

    marks_changed = Signal()
    """Blocks are in other bundles now."""

    def __init__(self, desk: Desk, block: Callable[[str], Block | None], over: QWidget) -> None:
        super().__init__(desk, over)
        self._block = block
        self._over = over
        self._menu: QMenu | None = None
        self._marks: dict[str, str] = {}
        self._any: bool | None = None
        desk.changed.connect(self._on_changed)

    def mark(self, block: str) -> str:
        """Return how the bundle is called that a block is in (``K-05``); empty for none. Asked once, kept after."""
        if self._any is None:
            self._any = self._desk.read(bundling.any_bundled)
        if not self._any:
            return ""
        if block not in self._marks:
            self._marks[block] = self._desk.read(bundling.bundle_called, block)
        return self._marks[block]

    def choose(self, ids: Sequence[str], at: QPoint) -> None:
        """Bundle blocks; ask at a point of the screen what is meant for a single one, or with some in a bundle."""
        inside = self._desk.read(bundling.bundles_of, list(ids))
        if inside:
            self._ask_inside(ids, inside, at)
        elif len(ids) == 1:
            self._ask_alone(ids, at)
        else:
            self.bundle(ids)

    def _ask_alone(self, ids: Sequence[str], at: QPoint) -> None:
        """Ask where a single block belongs: bundling brings blocks together, and it has no other with it."""
        menu = self._ready_menu()
        hint = menu.addAction(self.tr("Meer samen? Kies ze eerst met de spatiebalk en druk dan op B."))
        hint.setEnabled(False)
        for bundle in reversed(self._desk.read(bundling.named)[-NEWEST:]):
            words = self.tr("Toevoegen aan {bundle}").format(bundle=_named(bundle))
            menu.addAction(words, partial(self.add, ids, bundle))
        menu.addAction(self.tr("Bundel maken van deze ene bouwsteen"), lambda: self.bundle(ids))
        menu.setActiveAction(menu.actions()[1])
        menu.popup(at)

    def _ask_inside(self, ids: Sequence[str], inside: Mapping[str, str], at: QPoint) -> None:
        known = [self._desk.read(bundling.bundle_with, one) for one in dict.fromkeys(inside.values())]
        menu = self._ready_menu()
        for bundle in known:
            rest = [one for one in ids if inside.get(one) != bundle.id]
            if rest:
                words = self.tr("Toevoegen aan {bundle}").format(bundle=_named(bundle))
                menu.addAction(words, partial(self.add, rest, bundle))
        menu.addAction(self.tr("Nieuwe bundel maken"), lambda: self.bundle(ids))
        menu.addSeparator()
        out = self.tr("Uit {bundle} halen") if len(known) == 1 else self.tr("Uit hun bundels halen")
        words = out.format(bundle=known[0].spoken_id)
        menu.addAction(words, lambda: self.take_out([one for one in ids if one in inside], known))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)

    def bundle(self, ids: Sequence[str]) -> None:
        """Make a bundle of blocks."""

        def label(bundle: Bundle) -> str:
            count = len(bundle.contributions)
            one, many = self.tr("1 bouwsteen gebundeld in {k}"), self.tr("{n} bouwstenen gebundeld in {k}")
            return (one if count == 1 else many).format(n=count, k=bundle.spoken_id)

        if (bundle := self._made(label, bundling.make_bundle, list(ids))) is not None:
            self.told.emit(label(bundle) + ".", True)

    def add(self, ids: Sequence[str], bundle: Bundle) -> None:
        """Bring blocks into a bundle."""
        label = self.tr("{what} toegevoegd aan {k}").format(what=self._what(ids), k=bundle.spoken_id)
        self._do(label, bundling.add_to_bundle, bundle.id, list(ids), tell=True)

    def take_out(self, ids: Sequence[str], bundles: Sequence[Bundle]) -> None:
        """Take blocks out of the bundles they are in."""
        names = ", ".join(bundle.spoken_id for bundle in bundles)
        label = self.tr("{what} uit {k} gehaald").format(what=self._what(ids), k=names)
        self._do(label, bundling.take_out, list(ids), tell=True)

    def _what(self, ids: Sequence[str]) -> str:
        if len(ids) != 1:
            return self.tr("{n} bouwstenen").format(n=len(ids))
        found = self._block(ids[0])
        return self.tr("Bouwsteen {n}").format(n=found.number if found else "").strip()

    def _ready_menu(self) -> QMenu:
        if self._menu is None:
            self._menu = QMenu(self._over)
        self._menu.clear()
        return self._menu

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("contribution", "bundle"):
            self._marks.clear()
            self._any = None
            self.marks_changed.emit()


def _named(bundle: Bundle) -> str:
    title = bundle.title if len(bundle.title) <= LONGEST else bundle.title[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return f"{bundle.spoken_id} “{title}”".replace("&", "&&")
