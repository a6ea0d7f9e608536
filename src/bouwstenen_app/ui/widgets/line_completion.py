"""The suggestions of the capture line: asks what the tag under the cursor could become, and puts a choice in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.completion import Completion, apply, complete
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.completion_popup import CompletionPopup, Offer
from bouwstenen_app.ui.widgets.tag_highlighter import from_units, units

_MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Uses:
    """How often each code was used (code id → count), in this session and in the workspace."""

    session: Mapping[str, int] = field(default_factory=dict)
    workspace: Mapping[str, int] = field(default_factory=dict)


class LineCompletion(QObject):
    """Watches the cursor of a line and shows the popup in ``window``, above everything else."""

    def __init__(self, line: CaptureLine, theme: Theme, book: Codebook, window: QWidget) -> None:
        super().__init__(line)
        self.popup = CompletionPopup(theme, window)
        self._line = line
        self._book = book
        self._uses = Uses()
        self._found = Completion()
        self._closed_at = -1
        """Start of the tag for which Esc closed the popup."""
        self._seen: tuple[str, int, bool, bool] | None = None
        """The text and the cursor that were looked at last."""
        line.cursorPositionChanged.connect(self._look)
        line.textChanged.connect(self._look)
        line.step_asked.connect(self._on_step)
        line.take_asked.connect(self.take)
        self.popup.picked.connect(self._take)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        self._seen = None
        self.close()

    def set_uses(self, uses: Uses) -> None:
        """Take the counts that put the choices in order."""
        self._uses = uses
        self._seen = None

    def close(self) -> bool:
        """Close the popup until another tag is typed; False when it was not open."""
        was_open = self.popup.isVisible()
        self._closed_at = self._found.start
        self._hide()
        return was_open

    def take(self) -> None:
        """Put the marked choice in the text; the last one keeps the tag as it is typed."""
        self._take(self.popup.marked)

    def _look(self) -> None:
        text = self._line.toPlainText()
        cursor = self._line.textCursor()
        seen = (text, cursor.position(), cursor.hasSelection(), self._line.hasFocus())
        if seen == self._seen:
            return  # one key changes the text and moves the cursor: both tell
        self._seen = seen
        found = Completion()
        if not cursor.hasSelection() and self._line.hasFocus():
            place = from_units(text, cursor.position())
            found = complete(
                text, place, self._book, session_uses=self._uses.session, uses=self._uses.workspace,
                limit=_MOST_CHOICES,
            )  # fmt: skip
        self._found = found
        if not found.prefix:
            self._closed_at = -1
        if not found.prefix or found.start == self._closed_at:
            self._hide()
            return
        below = self._below(text, found.start)
        most = self.popup.room(below) - int(found.can_propose)
        self._found = found = replace(found, choices=found.choices[:most])
        self.popup.offer(self._offers(found), below)
        self._tell_line()

    def _offers(self, found: Completion) -> list[Offer]:
        offers = [
            Offer(f"{found.prefix} {choice.label}", choice.parent_label, self._count(choice.code))
            for choice in found.choices
        ]
        if found.can_propose:
            offers.append(Offer(self._proposal(found), new=True))
        return offers

    def _count(self, code: str) -> int:
        return self._uses.session.get(code, 0) or self._uses.workspace.get(code, 0)

    def _proposal(self, found: Completion) -> str:
        kinds = {"@": self.tr("+ Nieuw domein “{tag}”"), "!": self.tr("+ Nieuwe soort “{tag}”")}
        return kinds.get(found.prefix, self.tr("+ Nieuw thema “{tag}”")).format(tag=found.typed)

    def _below(self, text: str, start: int) -> QRect:
        cursor = self._line.textCursor()
        cursor.setPosition(units(text[:start]))
        rect = self._line.cursorRect(cursor)
        return QRect(self._line.viewport().mapTo(self.popup.under, QPoint(rect.left(), rect.top())), rect.size())

    def _tell_line(self) -> None:
        self._line.choosing = self.popup.isVisible()
        self._line.enter_takes = bool(self._found.choices) and not self._found.exact
        if self._line.choosing:
            self._line.setAccessibleDescription(
                self.tr("Suggestie: {what}").format(what=self.popup.offer_at(self.popup.marked))
            )

    def _hide(self) -> None:
        self.popup.hide()
        if self._line.choosing:
            self._line.choosing = False
            self._line.setAccessibleDescription("")

    def _on_step(self, by: int) -> None:
        self.popup.step(by)
        self._tell_line()
        self._line.enter_takes = True

    def _take(self, place: int) -> None:
        found, text = self._found, self._line.toPlainText()
        if place >= len(found.choices):
            after = text[found.end :]
            new = text[: found.end] + ("" if after[:1].isspace() else " ") + after
            at = found.end + 1
        else:
            new, at = apply(text, found, found.choices[place], self._book)
        self._line.replace_all(new, units(new[:at]))
        self._hide()
        self._line.setFocus()


def favourites(uses: Uses, book: Codebook, dimension: str, most: int = 9) -> Sequence[str]:
    """Return the ids of the codes of a dimension: the favourites of the codebook, then those used most.

    What is used in this session goes before what is used in the workspace.
    """

    def used(code: Code) -> tuple[int, int]:
        return uses.session.get(code.id, 0), uses.workspace.get(code.id, 0)

    codes = [code for code in book.of(dimension) if not code.retired and (code.favourite or any(used(code)))]
    order = sorted(codes, key=lambda code: (not code.favourite, *(-count for count in used(code))))
    return [code.id for code in order[:most]]
