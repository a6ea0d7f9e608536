"""After Ctrl+D a digit sets a domain on the block that is typed; the same digit twice lets it stay active."""

import time
from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.codebook import DOMAIN, Code, Codebook
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.offer_row import OfferRow
from bouwstenen_app.ui.widgets.sticky_row import StickyRow

TWICE: Final = 0.4
"""Seconds within which a domain is pressed twice to let it stay."""
MOST: Final = 9


class DomainMode(QObject):
    """Shows the domains with their digits while the mode is on. ``codes`` gives the codes that are typed now."""

    tag_asked = Signal(str)
    """Id of a code that is to be typed."""
    untag_asked = Signal(str)

    def __init__(
        self,
        line: CaptureLine,
        row: OfferRow,
        sticky: StickyRow,
        codes: Callable[[], Collection[str]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(line)
        self._line = line
        self._row = row
        self._sticky = sticky
        self._codes = codes
        self._clock = clock
        self._tops: tuple[Code, ...] = ()
        self._last: tuple[str, float] = ("", 0.0)
        self._chosen = False
        """Whether a domain was chosen since Ctrl+D: pressed again then, it asks for the next one."""
        line.domain_mode_asked.connect(self._on_asked)
        line.domain_asked.connect(self._on_digit)
        row.taken.connect(self._on_clicked)

    @property
    def on(self) -> bool:
        """Whether a digit means a domain now."""
        return self._line.picking_domain

    def set_codebook(self, book: Codebook) -> None:
        """Take the domains of a codebook."""
        self._tops = book.tops(DOMAIN)[:MOST]

    def leave(self) -> None:
        """Let digits be digits again."""
        self._line.picking_domain = False
        self._row.offer("", [])

    def _on_asked(self) -> None:
        if self.on and not self._chosen:
            self.leave()
            return
        self._chosen = False
        self._line.picking_domain = True
        chips = [(f"{digit}  {code.name}", code) for digit, code in enumerate(self._tops, start=1)]
        self._row.offer(self.tr("Domein (twee keer = blijft actief):"), chips, "Esc")

    def _on_digit(self, digit: int) -> None:
        if digit <= len(self._tops):
            self._choose(self._tops[digit - 1].id)

    def _on_clicked(self, code: str) -> None:
        self._choose(code)
        self._line.setFocus()

    def _choose(self, code: str) -> None:
        self._chosen = True
        now = self._clock()
        again = self._last[0] == code and now - self._last[1] <= TWICE
        self._last = code, now
        if again and code not in self._sticky.codes:
            self.untag_asked.emit(code)
            self._sticky.toggle(code)
        elif again:
            return
        elif code in self._sticky.codes:
            self._sticky.toggle(code)
        elif code in self._codes():
            self.untag_asked.emit(code)
        else:
            self.tag_asked.emit(code)
