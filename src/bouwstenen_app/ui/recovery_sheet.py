"""The recovery sheet of a protected workspace: one page of plain words with the code that opens it."""

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.look import FAMILIES

ROWS: Final = 4
"""Lines on which the code stands."""
MARGIN: Final = 22.0
"""Millimetres of white around the page."""
RESOLUTION: Final = 300
TEXT: Final = 11.0
"""Points of running text."""

_PAGE: Final = """
<p class="title">Herstelblad</p>
<p>Met dit blad gaat de werkmap open als het wachtwoord kwijt is. Wie dit blad heeft, kan alles
in de werkmap lezen.</p>
<table cellpadding="4"><tr><td>Werkmap</td><td><b>{name}</b></td></tr>
<tr><td>Gemaakt op</td><td>{day}</td></tr></table>
<p class="head">Herstelcode</p>
<table cellpadding="8">
{rows}</table>
<p>In de code staan geen nullen, enen en achten: wat daarop lijkt, is een letter O, I of B. Spaties en
streepjes mag je weglaten.</p>
<p class="head">Zo gebruik je het</p>
<ol>
<li>Open de werkmap in Bouwstenen.</li>
<li>Kies <b>Ik heb een herstelblad</b> en typ de code over.</li>
<li>Ga naar <b>Instellingen</b> en kies <b>Wachtwoord wijzigen</b>.
Als wachtwoord van nu mag je de code gebruiken.</li>
</ol>
<p class="head">Zo bewaar je het</p>
<ul>
<li>Bewaar dit blad op papier, achter slot: in een kluis of een afgesloten kast. Niet bij de laptop.</li>
<li>Maak er geen foto van en mail het niet.</li>
<li>Een nieuw wachtwoord geeft een nieuwe code. Druk dan een nieuw blad af en vernietig dit.</li>
</ul>
"""

_LOOK: Final = """
p { margin-top: 0.4em; margin-bottom: 0.6em; }
li { margin-bottom: 0.4em; }
.title { font-size: 24pt; font-weight: 700; margin-bottom: 0.5em; }
.head { font-size: 14pt; font-weight: 700; margin-top: 1.4em; margin-bottom: 0.4em; }
.code { font-family: 'DejaVu Sans Mono', 'Consolas', 'Menlo', 'Courier New'; font-size: 18pt; margin: 0; }
"""


@dataclass(frozen=True, slots=True, repr=False)
class RecoverySheet:
    """What stands on it. It opens the workspace: it is never kept, only printed or saved where a person says."""

    name: str
    day: date
    code: str
    """Groups of letters and digits, with a dash between them."""

    def text(self) -> QTextDocument:
        """Return the page."""
        groups = self.code.split("-")
        each = -(-len(groups) // ROWS)
        rows = "".join(
            "<tr>"
            + "".join(f'<td><p class="code">{escape(group)}</p></td>' for group in groups[start : start + each])
            + "</tr>"
            for start in range(0, len(groups), each)
        )
        page = QTextDocument()
        page.setDocumentMargin(0)
        page.setDefaultFont(_font(TEXT))
        page.setDefaultStyleSheet(_LOOK)
        page.setHtml(f"<body>{_PAGE.format(name=escape(self.name), day=dutch.day(self.day), rows=rows)}</body>")
        return page

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Put it on paper: a printer, or the page of a PDF."""
        page = self.text()
        painter = QPainter(device)
        page.documentLayout().setPaintDevice(device)
        page.setPageSize(QSizeF(painter.viewport().size()))
        ink = QAbstractTextDocumentLayout.PaintContext()
        ink.palette = QPalette(QColor("black"), QColor("white"))
        page.documentLayout().draw(painter, ink)
        painter.end()

    def pdf(self) -> bytes:
        """Return it as a PDF, made in memory."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle("Herstelblad")
        writer.setCreator("Bouwstenen")
        writer.setResolution(RESOLUTION)
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
            QPageLayout.Unit.Millimeter,
        )
        writer.setPageLayout(layout)
        self.print_on(writer)
        del writer
        return bytes(buffer.data().data())


def _font(points: float) -> QFont:
    font = QFont(list(FAMILIES))
    font.setPointSizeF(points)
    return font
