"""What happens to what is pasted into the capture line: asked about, refused or cleaned, and that is said."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.paste_row import PasteRow


class LinePasting(QObject):
    """Ties a line to the row that asks about many pasted lines. ``say`` shows a sentence under the line."""

    def __init__(self, line: CaptureLine, row: PasteRow, say: Callable[[str], None]) -> None:
        super().__init__(line)
        self._line = line
        self._row = row
        self._say = say
        line.lines_pasted.connect(self._on_lines_pasted)
        line.paste_refused.connect(self._on_refused)
        line.paste_cleaned.connect(self._on_cleaned)
        row.whole_accepted.connect(self._on_whole_accepted)
        row.closed.connect(line.setFocus)

    def _on_lines_pasted(self, text: str) -> None:
        self._say("")
        self._row.offer(text)

    def _on_whole_accepted(self, text: str) -> None:
        self._line.accept_pasted(text.strip("\n"))
        self._line.setFocus()

    def _on_refused(self, count: int) -> None:
        sentence = self.tr(
            "Deze tekst is met {n} tekens te lang voor één bouwsteen. Plak hem in stukken, "
            "of met elke bouwsteen op een eigen regel."
        )
        self._say(sentence.format(n=dutch.number(count)))

    def _on_cleaned(self, count: int) -> None:
        if count == 1:
            self._say(self.tr("Eén onzichtbaar teken is weggelaten, omdat geen document het kan bevatten."))
        else:
            sentence = self.tr("{n} onzichtbare tekens zijn weggelaten, omdat geen document ze kan bevatten.")
            self._say(sentence.format(n=count))
