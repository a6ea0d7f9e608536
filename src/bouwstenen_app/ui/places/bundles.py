"""Bundels: every bundle, what it was made from, who carries it and what partners say of it."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Signal
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import PERSPECTIVE, Bundle, provenance
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.aligning_acts import AligningActs
from bouwstenen_app.ui.places.field_words import too_long
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.status_acts import StatusActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.bundles_page import BundlesPage
from bouwstenen_app.ui.widgets.code_picker import CodePicker
from bouwstenen_app.ui.widgets.contribution_card import Contribution
from bouwstenen_app.ui.widgets.find_card import FindCard

TABLES: Final = ("bundle", "contribution", "consent", "block", "tagging", "workshop")
CODEBOOK_TABLES: Final = ("codebook", "dimension", "code")
FOUND: Final = 12
"""Blocks that are offered to add."""


class BundlesView(QObject):
    """Reads the bundles and acts on them; each change one step."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    titles_changed = Signal()
    left = Signal()
    block_asked = Signal(str)
    """Id of a block that is to be shown where it was captured."""

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._book = desk.book
        self._lines: dict[str, bundling.Line] = {}
        self._stale = True
        self._picking = ""
        self.page = BundlesPage(theme, self._book)
        self.head = self.page.head
        self.picker = CodePicker(theme, self._book, self.page)
        self.finder = FindCard(theme, self.page)
        self.joiner = FindCard(theme, self.page)
        self.aligning = AligningActs(desk, theme, self._book, self.page.detail.consents, self.bundle)
        self.standing = _BundleStatus(desk, self.bundle, self.page)
        self._connect()

    # -- what its place asks

    def begin(self) -> None:
        """Show how things are now."""
        if self._stale:
            self._refresh()

    def focus(self) -> None:
        """Take the focus to the bundles."""
        self.page.focus()

    def subtitle(self) -> str:
        """Return how many bundles there are, and of how many blocks."""
        if not self._lines:
            return self.tr("Nog geen bundels")
        inside = sum(len(line.bundle.contributions) for line in self._lines.values())
        bundles = dutch.counted(len(self._lines), self.tr("bundel"), self.tr("bundels"))
        blocks = dutch.counted(inside, self.tr("bouwsteen"), self.tr("bouwstenen"))
        return self.tr("{bundles} · {blocks} gebundeld").format(bundles=bundles, blocks=blocks)

    def key_help(self) -> Sequence[Key]:
        """Return the keys of the page, in the order of use."""
        return (
            Key("↑ ↓", self.tr("Een andere bundel; bij de bijdragen: een andere bijdrage")),
            Key("Enter", self.tr("De bundel bewerken; op een bijdrage: openen waar die is vastgelegd")),
            Key("Ctrl H", self.tr("In een tekst: wat naar een persoon wijst vervangen door een rol")),
            Key("E", self.tr("Kernbouwsteen, of niet meer")),
            Key("V", self.tr("Status en vrijgave, ook van meer bundels tegelijk")),
            Key("N", self.tr("Een bijdrage toevoegen, met het nummer of een paar woorden")),
            Key("M", self.tr("Samenvoegen met een andere bundel")),
            Key("A", self.tr("Afstemming: voorleggen aan een partner")),
            Key("Del", self.tr("De bundel opheffen; op een bijdrage: die eruit halen")),
            Key("Esc", self.tr("Naar de lijst; uit de lijst: terug naar de bouwstenen")),
        )

    def bundle(self, identity: str) -> Bundle | None:
        """Return a bundle that is in the list."""
        line = self._lines.get(identity)
        return line.bundle if line else None

    def _current(self) -> Bundle | None:
        return self.bundle(self.page.list.current)

    def show_bundle(self, identity: str) -> None:
        """Look at this bundle."""
        self.begin()
        self.page.list.show_bundle(identity)

    # -- how it is put together

    def _connect(self) -> None:
        page, detail = self.page, self.page.detail
        self._desk.changed.connect(self._on_changed)
        page.left.connect(self.left)
        page.list.current_changed.connect(lambda _: self._show_detail())
        page.list.dissolving_asked.connect(self._dissolve)
        page.list.key_asked.connect(self._toggle_key)
        page.list.status_asked.connect(self.standing.choose)
        page.list.joining_asked.connect(lambda _: detail.ask_join())
        page.list.adding_asked.connect(lambda _: detail.ask_add())
        page.list.partner_asked.connect(lambda _: detail.ask_partner())
        detail.edited.connect(self._edit)
        detail.picker_asked.connect(self._pick_code)
        detail.paste_refused.connect(self._on_paste_refused)
        detail.dissolving_asked.connect(lambda: self._dissolve([page.list.current]))
        detail.joining_asked.connect(self._ask_join)
        detail.adding_asked.connect(self._ask_add)
        detail.out_asked.connect(self._take_out)
        detail.opened.connect(self.block_asked)
        self.aligning.told.connect(self.told)
        self.aligning.problem_told.connect(self.problem_told)
        self.picker.toggled.connect(lambda code, wanted: self._set_code(self._picking, code, wanted=wanted))
        self.finder.typed.connect(self._find)
        self.finder.chosen.connect(self._add)
        self.joiner.typed.connect(self._find_bundle)
        self.joiner.chosen.connect(self._join)
        self.standing.told.connect(self.told)
        self.standing.problem_told.connect(self.problem_told)

    # -- what is shown

    def _refresh(self) -> None:
        self._stale = False
        self._lines = {line.bundle.id: line for line in self._desk.read(bundling.overview)}
        count = dutch.counted(len(self._lines), self.tr("bundel"), self.tr("bundels"))
        self.page.count.setText(count)
        self.page.show_any(any_bundles=bool(self._lines))
        lines = [(line.bundle, line.support) for line in self._lines.values()]
        self.page.list.show_lines(lines, self.page.list.current)
        self._show_detail()
        self.titles_changed.emit()

    def _show_detail(self) -> None:
        bundle = self._current()
        if bundle is None:
            return
        blocks = self._desk.read(boards.blocks, bundle.contributions)
        homes = {one.id: one for one in self._desk.read(preparing.headings)}
        shown = []
        for block in blocks:
            home = homes.get(block.workshop)
            perspectives = tuple(code.name for code in self._book.select(block.codes, PERSPECTIVE))
            title, region = (home.title, home.region) if home else ("", "")
            shown.append(Contribution(block, title, region, perspectives))
        origin = provenance(blocks, homes, self._book, held=self._desk.read(preparing.sessions_held))
        self.page.detail.show_bundle(bundle, origin, shown, self.aligning.rows(bundle.id))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*CODEBOOK_TABLES):
            self._book = self._desk.book
            self.picker.set_codebook(self._book)
            self.aligning.set_codebook(self._book)
            self.page.set_codebook(self._book)
        elif not changes.touches(*TABLES):
            return
        if self.page.isVisible():
            self._refresh()
        else:
            self._stale = True

    # -- what a person does

    def _edit(self, identity: str, name: str, value: object) -> None:
        bundle = self.bundle(identity)
        if bundle is None:
            return
        if name == "key":
            self._toggle_key([identity])
            return
        field = {
            "title": self.tr("Titel"),
            "explanation": self.tr("Toelichting"),
            "why": self.tr("Waarom het werkt"),
            "example": self.tr("Praktijkvoorbeeld"),
            "conditions": self.tr("Wat nodig is"),
            "next_step": self.tr("Eerste stap"),
            "owner": self.tr("Wie aan zet is"),
            "codes": self.tr("Tags"),
            "status": self.tr("Status"),
            "release": self.tr("Vrijgave"),
            "minority": self.tr("Minderheidsstandpunt"),
            "note": self.tr("Notitie"),
        }[name]
        label = self.tr("{field} van {k} gewijzigd").format(field=field, k=bundle.spoken_id)
        fields: dict[str, Any] = {name: list(value) if isinstance(value, tuple) else value}
        if not self._do(label, bundling.edit_bundle, identity, **fields):
            self.page.detail.form.show_bundle(bundle)

    def _toggle_key(self, ids: Sequence[str]) -> None:
        bundles = [bundle for bundle in map(self.bundle, ids) if bundle is not None]
        wanted = not all(bundle.key for bundle in bundles)
        sentence = self.tr("{what}: kernbouwsteen") if wanted else self.tr("{what}: geen kernbouwsteen meer")
        label = sentence.format(what=self._what(ids))
        self._do(label, bundling.edit_bundles, [bundle.id for bundle in bundles], key=wanted)

    def _dissolve(self, ids: Sequence[str]) -> None:
        label = self.tr("{what} opgeheven; de bouwstenen blijven").format(what=self._what(ids))
        self._do(label, bundling.dissolve, list(ids), tell=True)

    def _take_out(self, block: str) -> None:
        found = self._desk.read(boards.block, block)
        name = found.spoken_id if found else ""
        label = self.tr("{block} uit {k} gehaald").format(block=name, k=self._what([self.page.list.current]))
        self._do(label, bundling.take_out, [block], tell=True)

    def _ask_add(self, at: QPoint) -> None:
        nothing = self.tr("Geen bouwsteen gevonden. Typ een nummer zoals RH-017, of woorden uit de tekst.")
        self.finder.ask(self.tr("Nummer of woorden, zoals RH-017"), nothing, at)

    def _find(self, text: str) -> None:
        found = self._desk.read(boards.find, Selection(query=text), limit=FOUND + 1).blocks
        bundle = self.page.list.current
        inside = self._desk.read(bundling.bundles_of, [block.id for block in found])
        rows = []
        for block in found:
            if inside.get(block.id) != bundle:
                other = self.bundle(inside.get(block.id, ""))
                now = self.tr("nu in {k}").format(k=other.spoken_id) if other else ""
                rows.append((block.id, block.title, " · ".join(filter(None, (block.spoken_id, now)))))
        self.finder.offer(rows[:FOUND])

    def _add(self, block: str) -> None:
        bundle = self._current()
        found = self._desk.read(boards.block, block)
        if bundle is not None and found is not None:
            label = self.tr("{block} toegevoegd aan {k}").format(block=found.spoken_id, k=bundle.spoken_id)
            self._do(label, bundling.add_to_bundle, bundle.id, [block], tell=True)

    def _ask_join(self, at: QPoint) -> None:
        nothing = self.tr("Geen andere bundel gevonden.")
        self.joiner.ask(self.tr("Samenvoegen met: nummer of woorden"), nothing, at)

    def _find_bundle(self, text: str) -> None:
        current, wanted = self.page.list.current, text.casefold()
        self.joiner.offer(
            [
                (line.bundle.id, line.bundle.title, line.bundle.spoken_id)
                for line in self._lines.values()
                if line.bundle.id != current and wanted in f"{line.bundle.spoken_id} {line.bundle.title}".casefold()
            ]
        )

    def _join(self, other: str) -> None:
        bundle, gone = self.bundle(self.page.list.current), self.bundle(other)
        if bundle is not None and gone is not None:
            label = self.tr("{other} samengevoegd in {k}").format(other=gone.spoken_id, k=bundle.spoken_id)
            self._do(label, bundling.join, bundle.id, [other], tell=True)

    def _pick_code(self, identity: str, dimension: str, at: QPoint) -> None:
        bundle = self.bundle(identity)
        if bundle is not None:
            self._picking = identity
            self.picker.choose(dimension, bundle.codes, at)

    def _set_code(self, identity: str, code: str, *, wanted: bool) -> None:
        bundle = self.bundle(identity)
        if bundle is None:
            return
        slug = self._book.code(code).dimension
        single = not self._book.dimension(slug).multiple
        gone = {one.id for one in self._book.select(bundle.codes, slug)} if single else {code}
        kept = [one for one in bundle.codes if one not in gone]
        self._edit(identity, "codes", self._book.sorted([*kept, code] if wanted else kept))

    def _on_paste_refused(self, count: int) -> None:
        self.problem_told.emit(too_long(count))

    def _what(self, ids: Sequence[str]) -> str:
        if len(ids) != 1:
            return self.tr("{n} bundels").format(n=len(ids))
        bundle = self.bundle(ids[0])
        return bundle.spoken_id if bundle else self.tr("Bundel")

    def _do(self, label: str, verb: Callable[..., Any], *args: Any, tell: bool = False, **fields: Any) -> bool:
        try:
            self._desk.do(label, verb, *args, **fields)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return False
        if tell:
            self.told.emit(label + ".", True)
        return True


class _BundleStatus(StatusActs):
    """The same menu, for bundles."""

    verb = staticmethod(bundling.edit_bundles)

    @override
    def _what(self, ids: Sequence[str]) -> str:
        bundles = self._blocks(ids)
        return bundles[0].spoken_id if len(ids) == 1 and bundles else self.tr("{n} bundels").format(n=len(ids))
