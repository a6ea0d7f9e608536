"""Foto’s: the photos of flip-charts of a session, typed over line by line."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.photos import ENDINGS, LONGEST_SIDE, MUCH, PHONE_ENDINGS, Photo, Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import boards, photos
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.models.photos import PhotoListModel
from bouwstenen_app.ui.places.photo_intake import PhotoIntake
from bouwstenen_app.ui.places.photo_loading import PhotoLoading
from bouwstenen_app.ui.places.photo_typing import PhotoTyping
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.way import Way
from bouwstenen_app.ui.remembered import LAST_PHOTO, PHOTO_FOLDER, TURNED
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.photo_drop import Carried, carried
from bouwstenen_app.ui.widgets.photo_page import PhotoPage
from bouwstenen_app.ui.widgets.photo_strip import PICTURE

MEGA = 1_000_000


class Photos(Way):
    """Photos come in by dropping, pasting or choosing; the room never sees them."""

    wide = True

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._workshop: Workshop | None = None
        self._photo: Photo | None = None
        self._turned: dict[str, int] = {}
        self._away = False
        book = desk.book
        self._page = PhotoPage(theme, book)
        self.model = PhotoListModel(self, describe=self._describe)
        self._page.strip.setModel(self.model)
        self.jobs = Jobs(self)
        self._loading = PhotoLoading(desk, self.jobs, self)
        self._intake = PhotoIntake(self.jobs, self)
        self.typing = PhotoTyping(desk, theme, self._page, book, self)
        desk.closing.connect(self.jobs.cancel_all)
        desk.closing.connect(self.typing.flush)
        self._connect()

    # -- what the ways ask

    @property
    @override
    def page(self) -> PhotoPage:
        return self._page

    @override
    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        other = self._workshop is None or workshop.id != self._workshop.id
        self._workshop = workshop
        if self._away:
            self._away = False
            self._reload_codebook()
        self._reload(self.desk.recall(LAST_PHOTO + workshop.id) if other else "")
        self.typing.show_round(workshop, step)

    @override
    def take_in(self, changes: Changes) -> None:
        if changes.touches(*CODEBOOK_TABLES):
            self._reload_codebook()
        self.typing.take_in(changes)
        of_blocks = {photo.block for photo in self.model.photos()}
        if changes.touches("photo") or changes.rows("block") & of_blocks:
            self._reload()

    @override
    def focus(self) -> None:
        empty = self._page.empty.button
        ready = self._page.bar.line if self._photo or empty is None else empty
        ready.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def leave(self) -> None:
        self._away = True
        self.typing.flush()

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Enter", self.tr("De regel vastleggen als bouwsteen van deze foto")),
            Key("Ctrl I", self.tr("Foto’s kiezen")),
            Key("Ctrl V", self.tr("Een foto van het klembord plakken")),
            Key("Alt ↑ / ↓", self.tr("Vorige en volgende foto")),
            Key("Ctrl R", self.tr("De foto een kwartslag draaien")),
            Key("Ctrl + / −", self.tr("Groter en kleiner; Ctrl 0: passend")),
            Key("Ctrl ↑ / ↓", self.tr("De foto verschuiven terwijl je typt")),
            Key("Esc", self.tr("Van de regel naar de foto, en terug")),
            Key("+ − 0 1", self.tr("Op de foto: groter, kleiner, passend, ware grootte")),
            Key("↑ ↓ ← →", self.tr("Op de foto: verschuiven")),
            Key("Del", self.tr("Op de foto: naar de prullenbak")),
        )

    # -- photos come in

    @override
    def take_photos(self, carried: Carried) -> None:
        if self._workshop is not None and carried:
            self._intake.take(self._workshop.id, carried)

    def paste(self) -> None:
        """Take in the photo on the clipboard."""
        if found := carried(QGuiApplication.clipboard().mimeData()):
            self.take_photos(found)
        else:
            self.told.emit(self.tr("Er staat geen foto op het klembord."), False)

    def choose(self) -> None:
        """Let a person choose files."""
        endings = " ".join(f"*{ending}" for ending in ENDINGS + PHONE_ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._page,
            self.tr("Foto’s kiezen"),
            self.desk.recall(PHOTO_FOLDER) or str(Path.home()),
            self.tr("Foto’s ({endings})").format(endings=endings),
        )
        if names:
            self.desk.remember(PHOTO_FOLDER, str(Path(names[0]).parent))
            self.take_photos(Carried(tuple(map(Path, names))))

    def _on_ready(self, workshop: str, pictures: list[Picture], problems: list[Problem]) -> None:
        if pictures:
            self._keep(workshop, pictures)
        if problems:
            self.problem_told.emit(" ".join(filter(None, (str(problems[0]), self._others(len(problems) - 1)))))

    def _others(self, count: int) -> str:
        if count == 1:
            return self.tr("Ook 1 andere foto is niet meegekomen.")
        return self.tr("Ook {n} andere foto’s zijn niet meegekomen.").format(n=count) if count else ""

    def _keep(self, workshop: str, pictures: Sequence[Picture]) -> None:
        if len(pictures) == 1:
            label = self.tr("Foto toegevoegd")
        else:
            label = self.tr("{n} foto’s toegevoegd").format(n=len(pictures))
        try:
            made = self.desk.do(label, photos.add_photos, pictures, workshop=workshop)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return
        self.told.emit(f"{label}.", True)
        if self._workshop is not None and workshop == self._workshop.id:
            self._reload(made[0])
            if self._page.isVisible():
                self.focus()

    # -- what a person does with a photo

    def _on_renamed(self, name: str) -> None:
        if self._photo is not None:
            self._done(self.tr("Naam van een foto gewijzigd"), photos.rename_photo, self._photo.id, name)
        self._show_label()

    def _on_given(self, number: int) -> None:
        if number:
            label = self.tr("De foto hoort nu bij bouwsteen {n}").format(n=number)
        else:
            label = self.tr("De foto hoort weer bij de sessie")
        if self._photo is not None and self._done(label, photos.give_photos, [self._photo.id], number or None):
            self.told.emit(f"{label}.", True)
        self._show_label()

    def _on_removal_asked(self) -> None:
        if self._photo is not None:
            label = self.tr("Foto naar de prullenbak")
            if self._done(label, photos.remove_photos, [self._photo.id]):
                self.told.emit(f"{label}.", True)

    def _on_turned(self, quarters: int) -> None:
        if self._photo is not None:
            self.desk.remember(TURNED + self._photo.id, str(quarters))
            self._turned[self._photo.id] = quarters
            self.model.set_turned(self._photo.id, quarters)

    def _on_step_asked(self, by: int) -> None:
        known = self.model.photos()
        if self._photo is not None and known:
            row = min(len(known) - 1, max(0, self.model.row_of(self._photo.id) + by))
            self._show(known[row])

    # -- what is shown

    def _connect(self) -> None:
        page = self._page
        page.choose_asked.connect(self.choose)
        page.paste_asked.connect(self.paste)
        page.dropped.connect(self.take_photos)
        page.stop_asked.connect(self._intake.stop)
        page.step_asked.connect(self._on_step_asked)
        page.strip.chosen.connect(self._on_chosen)
        page.view.turned.connect(self._on_turned)
        page.label.renamed.connect(self._on_renamed)
        page.label.given.connect(self._on_given)
        for asks in (page.tools, page.view, page.strip):
            asks.removal_asked.connect(self._on_removal_asked)
        self.typing.told.connect(self.told)
        self.typing.problem_told.connect(self.problem_told)
        self._intake.ready.connect(self._on_ready)
        self._intake.busy.connect(page.show_busy)
        self._loading.loaded.connect(self._on_loaded)

    def _reload(self, wanted: str = "") -> None:
        """Show the photos as they are now, and large the one that is wanted, or the one that was."""
        if self._workshop is None:
            return
        row = max(0, self.model.row_of(self._photo.id)) if self._photo else 0
        found = self.desk.read(photos.photos_of, self._workshop.id)
        of_blocks = self.desk.read(boards.blocks, sorted({photo.block for photo in found if photo.block}))
        self.model.set_photos(found, {block.id: block.number for block in of_blocks if not block.removed})
        for photo in found:
            self.model.set_turned(photo.id, self._quarters(photo))
            if not self.model.has_picture(photo.picture):
                self._loading.want_later(photo.picture, PICTURE)
        self._page.show_photos(len(found))
        self._warn_when_much()
        keep = wanted or (self._photo.id if self._photo else "")
        there = next((photo for photo in found if photo.id == keep), None)
        self._show(there or (found[min(row, len(found) - 1)] if found else None))

    def _show(self, photo: Photo | None) -> None:
        before, self._photo = self._photo, photo
        self._show_label()
        self._page.show_place(self.model.row_of(photo.id) + 1 if photo else 0)
        if (photo.id if photo else "") == (before.id if before else ""):
            return
        self.typing.show_photo(photo.id if photo else "")
        self._page.view.show_image(QImage())
        if photo is not None:
            self._page.strip.show_photo(self.model.index_of(photo.id))
            self._page.view.setAccessibleDescription(self._describe(photo, 0))
            self.desk.remember(LAST_PHOTO + photo.workshop, photo.id)
            self._loading.want(photo.picture, LONGEST_SIDE)

    def _show_label(self) -> None:
        if (photo := self._photo) is not None:
            self._page.label.show_photo(photo.name, self.model.number_of(photo.block))

    def _on_loaded(self, picture: str, longest: int, image: QImage) -> None:
        if longest == PICTURE:
            self.model.set_picture(picture, image)
        elif self._photo is not None and picture == self._photo.picture:
            self._page.view.show_image(image, self._quarters(self._photo))
            if image.isNull():
                self.problem_told.emit(
                    self.tr("Deze foto staat niet goed in de werkmap. Voeg hem opnieuw toe vanaf je telefoon.")
                )

    def _on_chosen(self, identity: str) -> None:
        if (row := self.model.row_of(identity)) >= 0:
            self._show(self.model.photos()[row])

    def _quarters(self, photo: Photo) -> int:
        if photo.id not in self._turned:
            self._turned[photo.id] = int(self.desk.recall(TURNED + photo.id) or 0)
        return self._turned[photo.id]

    def _warn_when_much(self) -> None:
        size = self.desk.read(photos.stored_bytes)
        sentence = self.tr(
            "De foto’s in deze werkmap zijn samen {size} MB: kopieën maken duurt nu langer. "
            "Begin voor een volgende reeks sessies een nieuwe werkmap."
        )
        self._page.show_much(sentence.format(size=dutch.number(round(size / MEGA))) if size > MUCH else "")

    def _reload_codebook(self) -> None:
        book = self.desk.book
        self._page.set_codebook(book)
        self.typing.set_codebook(book)

    def _describe(self, photo: Photo, number: int) -> str:
        parts = [self.tr("Foto {n}").format(n=photo.position), photo.name]
        parts.append(self.tr("hoort bij bouwsteen {n}").format(n=number) if number else "")
        return ". ".join(filter(None, parts))

    def _done(self, label: str, verb: Callable[..., Any], *args: Any) -> bool:
        """Do it as one step; what stands in the way is told, and then it is not done."""
        try:
            self.desk.do(label, verb, *args)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return False
        return True
