"""Whether everyone can read a Word file, said in sentences: on the command line, and to who just made one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.export.checks import findings
from bouwstenen_app.export.findings import ERROR, Finding

SOUND: Final = "Geen fouten gevonden: dit document is voor iedereen te lezen."
MOST_TOLD: Final = 50
"""How many findings are told one by one; more of them say nothing new."""


def check(path: Path) -> tuple[Finding, ...]:
    """Return what stands between a Word file and every reader, errors first; Problem when it cannot be read."""
    return findings(path)


def errors(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what must be mended."""
    return tuple(finding for finding in found if finding.kind == ERROR)


def summary(found: Sequence[Finding]) -> str:
    """Return one sentence that says how many errors and warnings there are."""
    wrong = len(errors(found))
    if not found:
        return SOUND
    better = dutch.counted(len(found) - wrong, "waarschuwing", "waarschuwingen")
    if not wrong:
        return f"Geen fouten gevonden, wel {better}."
    return f"{dutch.counted(wrong, 'fout', 'fouten')} en {better} gevonden."


def told(found: Sequence[Finding]) -> Iterator[str]:
    """Yield the summary and a line for each finding: how bad, what, and where."""
    yield summary(found)
    for finding in found[:MOST_TOLD]:
        where = f" ({finding.place})" if finding.place else ""
        yield f"{dutch.capitalised(finding.kind)}: {finding.message}{where}"
    if len(found) > MOST_TOLD:
        yield f"En nog {dutch.number(len(found) - MOST_TOLD)} meer."
