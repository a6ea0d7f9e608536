"""What is looked at before a report goes out: personal data, and what a reader would miss."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import WORDS
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import checking_privacy, reporting
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.services.reports import quality
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.ui.widgets.findings_card import Line


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportChecks", text)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a report."""

    lines: Sequence[Line] = ()
    personal: int = 0
    """How many possible personal data there are."""
    words: str = ""
    """All of it in one sentence; empty when nothing was found."""

    @property
    def stops(self) -> bool:
        """Whether it is shown before each export."""
        return self.personal > 0


def look_over(
    material: Material, report: Report, recipe: Recipe, *, data: bool = False
) -> Generator[Progress, None, Checked]:
    """Yield how far it is, and return what was found in a report, or in the ``data`` behind it; runs in a job."""
    known = {*checking_privacy.no_persons(material)}
    if data:
        noticed = yield from checking_privacy.look_at_data(reporting.data(material, recipe), known)
    else:
        noticed = yield from checking_privacy.look(report, known)
    remarks = quality.remarks(material, recipe, report)
    lines = {line.words: line for line in map(line_of, noticed)}
    said = [checking_privacy.told(noticed)] if noticed else []
    if remarks:
        said.append(dutch.counted(len(remarks), _tr("punt om na te kijken."), _tr("punten om na te kijken.")))
    return Checked((*lines.values(), *map(Line, remarks)), len(noticed), " ".join(said))


def line_of(noticed: Noticed) -> Line:
    """Return one finding as a line that can be read."""
    said = f"{noticed.where}: {WORDS[noticed.finding.kind]} “{noticed.finding.text}”"
    found = noticed.finding
    return Line(said, noticed.source, grave=noticed.red, name=found.text, role=f"[{WORDS[found.kind]}]")
