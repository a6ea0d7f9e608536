"""What a person does to blocks in a list and an inspector: each gesture one step, in words, with a way back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bouwstenen_app.domain.blocks import FREE, Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import capturing, reading_back, tagging
from bouwstenen_app.services.releasing import aligned
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.block_photos import BlockPhotos
from bouwstenen_app.ui.places.bundle_acts import BundleActs
from bouwstenen_app.ui.places.cluster_acts import ClusterActs
from bouwstenen_app.ui.places.field_words import field_words, too_long
from bouwstenen_app.ui.places.inspector_history import InspectorHistory
from bouwstenen_app.ui.places.inspector_likes import InspectorLikes
from bouwstenen_app.ui.places.recent_acts import RecentActs
from bouwstenen_app.ui.places.status_acts import StatusActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_list import BlockList
from bouwstenen_app.ui.widgets.block_table import BlockTable
from bouwstenen_app.ui.widgets.code_picker import CodePicker
from bouwstenen_app.ui.widgets.inspector import Inspector

_COLUMNS: Final = {"table": "table_number"}


class BlockActs(Acts):
    """Acts for one list and one inspector. ``blocks`` gives blocks by id, as they are known to the list."""

    opened = Signal(str)
    """A block is to be edited in the inspector."""
    erase_asked = Signal(str, bool)
    """A block is to be erased for good, or (True) only what it said before."""

    def __init__(
        self, desk: Desk, theme: Theme, book: Codebook, block: Callable[[str], Block | None], parent: QWidget
    ) -> None:
        super().__init__(desk, parent)
        self._theme = theme
        self._book = book
        self._block = block
        self._workshop: Workshop | None = None
        self._uses: Mapping[str, int] = {}
        self._picking: Sequence[str] = ()
        self.picker = CodePicker(theme, book, parent)
        self.picker.toggled.connect(self._on_picked)
        self._menu = QMenu(parent)
        self.move_asked: Callable[[QPoint], object] | None = None
        """On a board: asks for the column that what is marked goes to."""
        self._over = parent
        self.clusters = ClusterActs(desk, theme, block, self)
        self.clusters.told.connect(self.told)
        self.clusters.problem_told.connect(self.problem_told)
        self.bundles = BundleActs(desk, block, parent)
        self.standing = StatusActs(desk, block, parent)
        for acts in (self.bundles, self.standing):
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)
        self.recent = RecentActs(desk, block, lambda: self._book, parent)
        self.recent.tag_asked.connect(self.tag)
        self.recent.untag_asked.connect(self.untag)
        self.recent.told.connect(self.told)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        self.picker.set_codebook(book)

    def set_workshop(self, workshop: Workshop | None) -> None:
        """Take the session in which rounds and clusters are looked up by their number and name."""
        self._workshop = workshop
        self.clusters.set_workshop(workshop)

    def set_uses(self, uses: Mapping[str, int]) -> None:
        """Take the counts by which the picker puts codes in order."""
        self._uses = uses

    def serve_list(self, blocks: BlockList | BlockTable) -> None:
        """Do what a list asks."""
        blocks.voted.connect(self.vote)
        blocks.domain_asked.connect(self.toggle_domain)
        blocks.codes_asked.connect(self.pick)
        blocks.recent_asked.connect(self.recent.choose)
        blocks.same_asked.connect(self.recent.put_same)
        blocks.exemplary_asked.connect(lambda ids: self.toggle_flag(ids, "exemplary"))
        blocks.held_back_asked.connect(lambda ids: self.toggle_flag(ids, "held_back"))
        blocks.cluster_asked.connect(self.pick_cluster)
        blocks.bundle_asked.connect(self.bundles.choose)
        blocks.status_asked.connect(self.standing.choose)
        blocks.set_marks(self.bundles.mark)
        self.bundles.marks_changed.connect(blocks.viewport().update)
        blocks.parking_asked.connect(self.clusters.park)
        blocks.removal_asked.connect(self.remove)
        blocks.menu_asked.connect(self.show_menu)

    def serve_inspector(self, inspector: Inspector) -> None:
        """Do what an inspector asks."""
        inspector.field_edited.connect(self.set_field)
        inspector.codes_edited.connect(self.set_codes)
        inspector.tag_asked.connect(lambda ids, code: self.tag(ids, [code]))
        inspector.untag_asked.connect(lambda ids, code: self.untag(ids, [code]))
        inspector.picker_asked.connect(self.pick)
        inspector.cluster_asked.connect(self.pick_cluster)
        inspector.proposal_dropped.connect(self.drop_proposal)
        inspector.bundle_asked.connect(self.bundles.choose)
        inspector.standing_asked.connect(self.standing.set)
        inspector.removal_asked.connect(self.remove)
        inspector.paste_refused.connect(self._on_paste_refused)
        BlockPhotos(self._desk, self._theme, inspector, self)
        InspectorHistory(self._desk, self._theme, inspector, self).erase_asked.connect(self.erase_asked)
        likes = InspectorLikes(self._desk, self._theme, inspector, self)
        likes.told.connect(self.told)
        likes.problem_told.connect(self.problem_told)

    # -- the gestures

    def vote(self, ids: Sequence[str], by: int) -> None:
        """Give each of these blocks a vote, or take one away."""
        votes = {block.id: max(0, block.votes + by) for block in self._blocks(ids)}
        label = self.tr("Stem erbij: {what}") if by > 0 else self.tr("Stem eraf: {what}")
        self._do(label.format(what=self._what(ids)), capturing.set_votes, votes)

    def tag(self, ids: Sequence[str], codes: Sequence[str]) -> None:
        """Put codes on these blocks."""
        held = self._to_be_aligned(ids, codes)
        self._do(self._counted(ids, self.tr("{what} getagd")), tagging.tag, list(ids), list(codes))
        self._tell_aligned(held)

    def untag(self, ids: Sequence[str], codes: Sequence[str]) -> None:
        """Take codes off these blocks."""
        self._do(self._counted(ids, self.tr("Tag weggehaald van {what}")), tagging.untag, list(ids), list(codes))

    def toggle_domain(self, ids: Sequence[str], digit: int) -> None:
        """Put the domain of a digit on these blocks, or off when all of them have it."""
        tops = self._book.tops(DOMAIN)
        if digit > len(tops):
            return
        code = tops[digit - 1].id
        everywhere = all(code in block.codes for block in self._blocks(ids))
        (self.untag if everywhere else self.tag)(ids, [code])

    def toggle_flag(self, ids: Sequence[str], name: str) -> None:
        """Make these blocks exemplary or hold them back; when all of them are already, no longer."""
        wanted = not all(getattr(block, name) for block in self._blocks(ids))
        self._edit(ids, {name: wanted}, self._flag_words(name, wanted=wanted))

    def set_field(self, block: str, name: str, value: object) -> None:
        """Change one field of a block, by its name in ``Block``."""
        if name == "round":
            steps = self._workshop.numbered_rounds if self._workshop else ()
            identity = next((step.id for step in steps if step.number == value), None)
            label = self.tr("{what} naar een andere ronde").format(what=self._what([block]))
            self._do(label, capturing.set_round, [block], identity)
            return
        if name == "cluster":
            self.clusters.put_in_named([block], str(value))
            return
        if name == "parked":
            self.clusters.park([block])
            return
        if name == "minority":
            label = self.tr("Minderheidsstandpunt bij {block}").format(block=self._what([block], capital=False))
            self._do(label, reading_back.set_minority, block, str(value))
            return
        if name in ("exemplary", "held_back"):
            self._edit([block], {name: value}, self._flag_words(name, wanted=bool(value)))
            return
        fields: dict[str, Any] = {_COLUMNS.get(name, name): list(value) if isinstance(value, tuple) else value}
        label = self.tr("{field} van {block} gewijzigd").format(
            field=field_words()[name], block=self._what([block], capital=False)
        )
        self._do(label, capturing.edit_block, block, **fields)

    def set_codes(self, block: str, dimension: str, codes: Sequence[str]) -> None:
        """Give a block exactly these codes of a dimension."""
        label = self.tr("{field} van {block} gewijzigd").format(
            field=self._book.dimension(dimension).name, block=self._what([block], capital=False)
        )
        held = self._to_be_aligned([block], codes)
        self._do(label, tagging.set_codes, block, dimension, list(codes))
        self._tell_aligned(held)

    def _to_be_aligned(self, ids: Sequence[str], codes: Sequence[str]) -> list[str]:
        """Return the blocks that are free as long as they do not have one of these codes."""
        asking = aligned(self._book) & {*codes}
        return [one.id for one in self._blocks(ids) if one.release == FREE and not asking <= {*one.codes}]

    def _tell_aligned(self, blocks: Sequence[str]) -> None:
        if len(blocks) == 1:
            told = self.tr("{what} gaat over onderzoekshandelingen: eerst afstemmen voor je hem deelt.")
        else:
            told = self.tr("{what} gaan over onderzoekshandelingen: eerst afstemmen voor je ze deelt.")
        if blocks:
            self.told.emit(told.format(what=self._what(blocks)), True)

    def drop_proposal(self, block: str, tag: str) -> None:
        """Take an unknown tag off a block."""
        self._do(self.tr("Voorstel {tag} weggehaald").format(tag=tag), tagging.drop_proposal, block, tag, tell=True)

    def remove(self, ids: Sequence[str]) -> None:
        """Put blocks in the bin, and take those that are in it out."""
        gone = [block.id for block in self._blocks(ids) if block.removed]
        if gone:
            self.restore(gone)
            return
        if len(ids) == 1:
            sentence = self.tr("{what} naar de prullenbak").format(what=self._what(ids))
        else:
            sentence = self.tr("{n} bouwstenen naar de prullenbak").format(n=len(ids))
        self._do(sentence, capturing.remove_blocks, list(ids), tell=True)

    def restore(self, ids: Sequence[str]) -> None:
        """Take blocks out of the bin."""
        label = self._counted(ids, self.tr("{what} teruggezet"))
        self._do(label, capturing.restore_blocks, list(ids), tell=True)

    def pick(self, ids: Sequence[str], dimension: str, at: QPoint) -> None:
        """Let a person choose codes of a dimension for these blocks."""
        blocks = self._blocks(ids)
        if blocks:
            on = set.intersection(*(set(block.codes) for block in blocks))
            self._picking = [block.id for block in blocks]
            self.picker.choose(dimension, on, at, self._uses)

    def pick_cluster(self, ids: Sequence[str], at: QPoint) -> None:
        """Let a person choose a cluster for these blocks, or name a new one."""
        self.clusters.pick(ids, at, self._over)

    def show_menu(self, ids: Sequence[str], at: QPoint) -> None:
        """Show everything that can be done to these blocks."""
        self._menu.clear()
        removed = all(block.removed for block in self._blocks(ids))
        standing = self.tr("Status en vrijgave…\tV") if self.move_asked is None else self.tr("Status en vrijgave…")
        lines: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Openen\tEnter"), lambda: self.opened.emit(ids[0])),
            (self.tr("Domein…"), lambda: self.pick(ids, DOMAIN, at)),
            (self.tr("Thema…\tT"), lambda: self.pick(ids, THEME, at)),
            (self.tr("Soort…\tS"), lambda: self.pick(ids, KIND, at)),
            (self.tr("Laatste tags…\tR"), lambda: self.recent.choose(ids, at)),
            (self.tr("Dezelfde tags als net\tQ"), lambda: self.recent.put_same(ids)),
            (self.tr("In een cluster…\tG"), lambda: self.pick_cluster(ids, at)),
            (self.tr("Bundelen\tB"), lambda: self.bundles.choose(ids, at)),
            (self.tr("Parkeerplaats\tP"), lambda: self.clusters.park(ids)),
            (self.tr("Stem erbij\t+"), lambda: self.vote(ids, 1)),
            (self.tr("Stem eraf\t−"), lambda: self.vote(ids, -1)),
            (self.tr("Voorbeeldig\tE"), lambda: self.toggle_flag(ids, "exemplary")),
            (self.tr("Achterhouden\tH"), lambda: self.toggle_flag(ids, "held_back")),
            (standing, lambda: self.standing.choose(ids, at)),
            (
                self.tr("Terugzetten uit de prullenbak\tDel") if removed else self.tr("Naar de prullenbak\tDel"),
                lambda: self.remove(ids),
            ),
        ]
        if self.move_asked is not None:
            move = self.move_asked
            lines.append((self.tr("Verplaats naar…\tV"), lambda: move(at)))
        for place, (words, act) in enumerate(lines):
            if place in (1, 6, 9, 11, 14, 15):
                self._menu.addSeparator()
            self._menu.addAction(words).triggered.connect(act)
        self._menu.popup(at)

    # -- in words

    def _what(self, ids: Sequence[str], *, capital: bool = True) -> str:
        if len(ids) != 1:
            return self.tr("{n} bouwstenen").format(n=len(ids))
        found = self._block(ids[0])
        number = str(found.number) if found else ""
        return (self.tr("Bouwsteen {n}") if capital else self.tr("bouwsteen {n}")).format(n=number).strip()

    def _counted(self, ids: Sequence[str], sentence: str) -> str:
        return sentence.format(what=self._what(ids, capital=sentence.startswith("{")))

    def _flag_words(self, name: str, *, wanted: bool) -> str:
        return {
            ("exemplary", True): self.tr("{what} voorbeeldig genoemd"),
            ("exemplary", False): self.tr("{what} niet meer voorbeeldig"),
            ("held_back", True): self.tr("{what} achtergehouden van beamer en rapport"),
            ("held_back", False): self.tr("{what} niet meer achtergehouden"),
        }[name, wanted]

    # -- how it is done

    def _blocks(self, ids: Sequence[str]) -> list[Block]:
        return [block for block in map(self._block, ids) if block is not None]

    def _edit(self, ids: Sequence[str], fields: Mapping[str, Any], sentence: str) -> None:
        self._do(self._counted(ids, sentence), capturing.edit_blocks, list(ids), **fields)

    def _on_picked(self, code: str, wanted: bool) -> None:
        (self.tag if wanted else self.untag)(self._picking, [code])

    def _on_paste_refused(self, count: int) -> None:
        self.problem_told.emit(too_long(count))
