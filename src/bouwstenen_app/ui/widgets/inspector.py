"""The inspector on the right: everything of the selected block, or what several have in common."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.photo_row import PhotoRow
from bouwstenen_app.ui.widgets.tab_order import by_place
from bouwstenen_app.ui.widgets.words import ElidedLabel, words


class Form(Protocol):
    """The fields of one block. They are imported when the first block is shown: the line need not wait for them."""

    def set_workshop(self, workshop: Workshop) -> None:
        """Offer the rounds and clusters of this session."""

    def show_block(self, block: Block) -> None:
        """Show a block."""

    def finish(self) -> None:
        """Tell of an edit that is still under way."""

    def focus_title(self) -> None:
        """Put the cursor in the title."""


class Panel(Protocol):
    """What can be done with several blocks, imported likewise."""

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks."""


HEAD_GAP: Final = 8
"""Pixels between the number of the block and its kind."""


class Inspector(QFrame):
    """Shows nothing, one block, or several; what a person does with them it tells its place."""

    field_edited = Signal(str, str, object)
    """Id of the block, name of the field of ``Block``, new value."""
    codes_edited = Signal(str, str, list)
    """Id of the block, slug of the dimension, the ids of all its codes of that dimension."""
    tag_asked = Signal(list, str)
    """Ids of blocks, id of the code that they all get."""
    untag_asked = Signal(list, str)
    picker_asked = Signal(list, str, QPoint)
    """Ids of blocks, slug of the dimension, where the picker may open."""
    proposal_dropped = Signal(str, str)
    """Id of the block, the unknown tag that is to go."""
    cluster_asked = Signal(list, QPoint)
    """Ids of blocks that are to go in a new cluster, where its name may be asked."""
    bundle_asked = Signal(list, QPoint)
    """Ids of blocks that are to be bundled, and where may be asked what is meant."""
    standing_asked = Signal(list, str, str)
    """Ids of blocks, ``status`` or ``release``, and its value for all of them."""
    removal_asked = Signal(list)
    """Ids of blocks that are to go to the bin, or out of it."""
    shown = Signal(str)
    """Id of the one block that is shown now; empty for none or several."""
    marks_dropped = Signal()
    paste_refused = Signal(int)
    left = Signal()
    """Esc: back to the list."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._workshop: Workshop | None = None
        self._blocks: Sequence[Block] = ()
        self.setProperty("kind", "side-right")
        self.setAccessibleName(self.tr("Eigenschappen"))
        self._title = ElidedLabel("strong")
        self._kind = Chip(theme, "")
        self._kind.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kind.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._source = words("", "small", wrap=True)
        self._restore = QPushButton(self.tr("Terugzetten uit de prullenbak"))
        self._restore.clicked.connect(lambda: self.removal_asked.emit(list(self.blocks)))
        self._restore.hide()
        self.photos = PhotoRow(theme)
        self._pages = QStackedWidget()
        self._nothing = words(
            self.tr("Kies een bouwsteen in de lijst: hier pas je alles ervan aan."), "muted", wrap=True
        )
        self._form: Form | None = None
        self._bulk: Panel | None = None
        self._form_page: QWidget | None = None
        self._bulk_page: QWidget | None = None
        self._build()

    @property
    def blocks(self) -> Sequence[str]:
        """Ids of the blocks that are shown."""
        return [block.id for block in self._blocks]

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook: the fields are made anew."""
        self.finish()
        self._book = book
        self._forget_pages()
        self._blocks = ()

    def set_workshop(self, workshop: Workshop) -> None:
        """Take the session whose rounds and clusters a block can be in."""
        self._workshop = workshop
        if self._form is not None:
            self._form.set_workshop(workshop)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks."""
        if len(blocks) != 1:
            self.finish()
        self._blocks = tuple(blocks)
        self._kind.setVisible(False)
        self._source.setVisible(len(blocks) == 1)
        self._restore.setVisible(bool(blocks) and all(block.removed for block in blocks))
        self.shown.emit(blocks[0].id if len(blocks) == 1 else "")
        if not blocks:
            self._title.setText("")
            self._pages.setCurrentWidget(self._nothing)
        elif len(blocks) == 1:
            self._show_one(blocks[0])
        else:
            self._title.setText(self.tr("{n} bouwstenen gekozen").format(n=len(blocks)))
            self._ready_bulk().show_blocks(blocks)
            self._show_page(self._bulk_page)

    def build_more(self) -> bool:
        """Make the fields ahead; return whether they were not there yet."""
        new = self._form is None
        self._ready_form()
        return new

    def refresh_look(self) -> None:
        """Make the fields anew, after the text size changed."""
        self.finish()
        self._forget_pages()
        self.show_blocks(self._blocks)

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        if self._form is not None:
            self._form.finish()

    def focus_title(self) -> None:
        """Put the cursor in the title."""
        if self._form is not None:
            self._form.focus_title()

    def _show_one(self, block: Block) -> None:
        self._title.setText(self.tr("Bouwsteen {number}").format(number=block.number))
        kinds = self._book.select(block.codes, KIND)
        self._kind.setText(kinds[0].name if kinds else "")
        self._kind.updateGeometry()
        self._fit_head()
        self._source.setText(" · ".join(filter(None, (block.spoken_id, self._captured(block.captured_at)))))
        self._ready_form().show_block(block)
        self._show_page(self._form_page)

    def _captured(self, at: str) -> str:
        """Say when a block was captured: the time of today, or the day."""
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:  # not every file that is brought in says it, or says it well
            return ""
        if moment.date() == date.today():
            return self.tr("vastgelegd om {time}").format(time=f"{moment:%H:%M}")
        return self.tr("vastgelegd op {date}").format(date=dutch.day(moment.date()))

    def _show_page(self, page: QWidget | None) -> None:
        if page is not None:
            self._pages.setCurrentWidget(page)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 18, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._kind)
        self._source.setContentsMargins(18, 0, 18, 4)
        column.addLayout(head)
        column.addWidget(self._source)
        put_back = QHBoxLayout()
        put_back.setContentsMargins(18, 0, 18, 0)
        put_back.addWidget(self._restore)
        column.addLayout(put_back)
        seen = QHBoxLayout()
        seen.setContentsMargins(18, 0, 18, 4)
        seen.addWidget(self.photos, 1)
        column.addLayout(seen)
        column.addWidget(self._pages, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._nothing.setContentsMargins(18, 4, 18, 0)
        self._pages.addWidget(self._nothing)

    def _forget_pages(self) -> None:
        for page in (self._form_page, self._bulk_page):
            if page is not None:
                self._pages.removeWidget(page)
                page.deleteLater()
        self._form = self._bulk = self._form_page = self._bulk_page = None
        self._pages.setCurrentWidget(self._nothing)

    def _ready_form(self) -> Form:
        """Return the form; it is made when the first block is shown, so that the line need not wait for it."""
        if self._form is None:
            from bouwstenen_app.ui.widgets.block_form import BlockForm

            form = self._form = BlockForm(self._theme, self._book)
            if self._workshop is not None:
                form.set_workshop(self._workshop)
            form.field_edited.connect(self.field_edited)
            form.codes_edited.connect(self.codes_edited)
            form.proposal_dropped.connect(self.proposal_dropped)
            form.paste_refused.connect(self.paste_refused)
            form.picker_asked.connect(self._on_picker_asked)
            form.cluster_asked.connect(self._on_cluster_asked)
            self._form_page = _scrolled(form, self._pages)
        return self._form

    def _ready_bulk(self) -> Panel:
        if self._bulk is None:
            from bouwstenen_app.ui.widgets.bulk_panel import BulkPanel

            bulk = self._bulk = BulkPanel(self._theme, self._book)
            bulk.picker_asked.connect(self.picker_asked)
            bulk.tag_asked.connect(self.tag_asked)
            bulk.untag_asked.connect(self.untag_asked)
            bulk.bundle_asked.connect(self.bundle_asked)
            bulk.standing_asked.connect(self.standing_asked)
            bulk.removal_asked.connect(self.removal_asked)
            bulk.marks_dropped.connect(self.marks_dropped)
            self._bulk_page = _scrolled(bulk, self._pages, right=18)  # it seldom scrolls: no bar beside it
        return self._bulk

    def _on_cluster_asked(self, block: str, at: QPoint) -> None:
        self.cluster_asked.emit([block], at)

    def _on_picker_asked(self, block: str, dimension: str, at: QPoint) -> None:
        self.picker_asked.emit([block], dimension, at)

    def _fit_head(self) -> None:
        """Leave the kind out where the number of the block would not be read whole: it stands in the fields too."""
        room = self.width() - 2 * 18 - self._kind.sizeHint().width() - HEAD_GAP
        self._kind.setVisible(bool(self._kind.text()) and self._title.full_width() <= room)

    @property
    def parts(self) -> list[QWidget]:
        """What is in it, from the top: the fields, and what others put under them."""
        return by_place(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._blocks) == 1:
            self._fit_head()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        super().keyPressEvent(event)


def _scrolled(page: QWidget, pages: QStackedWidget, *, right: int = 6) -> QScrollArea:
    """Add a page that scrolls; filled when it is in its place, as what moves is styled once more."""
    area = QScrollArea()
    pages.addWidget(area)
    page.setContentsMargins(18, 0, right, 18)
    page.setProperty("kind", "side")
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
