"""Chapters are laid out one after the other, a little at a time, and those that stay the same are kept."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from bouwstenen_app.export.page_look import PageLook
from bouwstenen_app.ui.widgets.page_edges import PageEdges
from bouwstenen_app.ui.widgets.page_sheets import TOP, Down, Laid, laying_out
from bouwstenen_app.ui.widgets.report_chapters import Chapter

Piece = tuple[Chapter, Down]
"""A chapter, and how far down on a page it begins."""


class Step(NamedTuple):
    """How far it is."""

    laid: list[Laid]
    """From the first on."""
    grown: bool
    """There is one more than before."""
    whole: bool
    """All are there."""


class Laying:
    """Lays out what it was given last."""

    def __init__(self) -> None:
        self._look: PageLook | None = None
        self.edges = PageEdges(())
        """What knows the pages."""
        self._known: dict[Piece, Laid] = {}
        self._coming: list[Chapter] = []
        self._busy: tuple[Piece, Generator[None, None, Laid]] | None = None

    @property
    def waits(self) -> bool:
        """Whether there is something to lay out."""
        return bool(self._coming)

    def take(self, chapters: Sequence[Chapter], look: PageLook, edges: PageEdges) -> None:
        """Lay out these chapters from now on; one that is the same as before is not laid out again."""
        if look != self._look or edges.shape() != self.edges.shape():
            self._look, self._known = look, {}
        self.edges = edges
        self._coming = list(chapters)
        self._busy = None

    def step(self) -> Step:
        """Go on for a few hundredths of a second."""
        laid, missing = self._laid_out()
        if missing is None:
            kept = set(map(id, laid))
            self._known = {key: one for key, one in self._known.items() if id(one) in kept}
            return Step(laid, grown=False, whole=True)
        one = self._go_on(missing)
        return Step(laid if one is None else [*laid, one], grown=one is not None, whole=False)

    def _go_on(self, piece: Piece) -> Laid | None:
        """Return a piece when it is laid out now."""
        assert self._look is not None
        if self._busy is None or self._busy[0] != piece:
            chapter, down = piece
            self._busy = piece, laying_out(chapter, self._look, down, self.edges)
        try:
            next(self._busy[1])
        except StopIteration as end:
            self._busy = None
            laid: Laid = end.value
            self._known[piece] = laid
            return laid
        return None

    def _laid_out(self) -> tuple[list[Laid], Piece | None]:
        """Return what is laid out, from the first on, and the next piece, with how far down it begins."""
        laid: list[Laid] = []
        for chapter in self._coming:
            piece = (chapter, laid[-1].follower() if chapter.follows and laid else TOP)
            if piece not in self._known:
                return laid, piece
            laid.append(self._known[piece])
        return laid, None
