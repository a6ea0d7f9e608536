"""The forms a report can go out in, each with what writes it."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import reporting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.word_acts import WORD, Writer, to_word

WORD_KEY, PDF, MARKDOWN, EXCEL = "word", "pdf", "markdown", "excel"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file."""

    key: str
    name: str
    ending: str
    files: str
    """What the dialog calls such files."""
    writer: Callable[[Desk, Recipe], Writer]
    """Gives what writes a report in this form."""
    says: Callable[[], str] = str
    """What there is to know before it is made; empty for nothing."""


def form_called(key: str) -> Form:
    """Return the form with this key; Word when there is none."""
    return next((form for form in FORMS if form.key == key), FORMS[0])


def _to_pdf(_desk: Desk, _recipe: Recipe) -> Writer:
    from bouwstenen_app.ui.pdf_writer import to_pdf  # rarely needed

    return to_pdf


def _pdf_says() -> str:
    from bouwstenen_app.ui.pdf_writer import says  # rarely needed

    return says()


def _to_markdown(_desk: Desk, _recipe: Recipe) -> Writer:
    def write(report: Report, target: Path, _template: Path, _now: datetime.datetime) -> Iterator[Progress]:
        from bouwstenen_app.export import markdown  # rarely needed

        yield from markdown.write(report, target)

    return write


def _markdown_says() -> str:
    return QCoreApplication.translate("ReportForms", "Platte tekst met opmaaktekens, zonder huisstijl.")


def _to_excel(desk: Desk, recipe: Recipe) -> Writer:
    def write(_report: Report, target: Path, _template: Path, now: datetime.datetime) -> Iterator[Progress]:
        from bouwstenen_app.export import data_workbook  # slow to import, and rarely needed

        read = desk.read(reporting.material, recipe)
        yield from data_workbook.write(reporting.data(read, recipe), target, now=now)

    return write


def _excel_says() -> str:
    return QCoreApplication.translate(
        "ReportForms", "De gegevens achter dit rapport als tabellen, zonder de tekst van het rapport."
    )


FORMS: Final[Sequence[Form]] = (
    Form(WORD_KEY, "Word", *WORD, lambda _desk, _recipe: to_word),
    Form(PDF, "PDF", ".pdf", "PDF (*.pdf)", _to_pdf, _pdf_says),
    Form(MARKDOWN, "Markdown", ".md", "Markdown (*.md)", _to_markdown, _markdown_says),
    Form(EXCEL, "Excel", ".xlsx", "Excel (*.xlsx)", _to_excel, _excel_says),
)
"""The forms there are, in the order in which a person chooses from them."""
