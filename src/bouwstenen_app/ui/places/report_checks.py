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

    noticed: tuple[Noticed, ...] = ()
    """What may point to a person."""
    remarks: Sequence[str] = ()
    """What a reader would miss."""

    @property
    def personal(self) -> int:
        """How many possible personal data there are."""
        return len(self.noticed)

    @property
    def red(self) -> int:
        """How many of them must be taken out, or kept with a reason."""
        return sum(one.red for one in self.noticed)

    @property
    def grave(self) -> frozenset[tuple[str, str, str]]:
        """By what those are known."""
        return frozenset(one.known_by for one in self.noticed if one.red)

    @property
    def words(self) -> str:
        """All of it in one sentence; empty when nothing was found."""
        said = [checking_privacy.told(self.noticed)] if self.noticed else []
        if self.remarks:
            counted = dutch.counted(len(self.remarks), _tr("punt om na te kijken."), _tr("punten om na te kijken."))
            said.append(counted)
        return " ".join(said)

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
    return Checked(noticed, quality.remarks(material, recipe, report))


def line_of(noticed: Noticed) -> Line:
    """Return one finding as a line that can be read."""
    said = f"{noticed.where}: {WORDS[noticed.finding.kind]} “{noticed.finding.text}”"
    found = noticed.finding
    return Line(said, noticed.source, grave=noticed.red, name=found.text, role=f"[{WORDS[found.kind]}]")
