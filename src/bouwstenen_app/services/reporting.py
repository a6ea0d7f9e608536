"""Making reports: from the workspace to the neutral Report, in two steps that may run on two threads."""

from sqlalchemy.orm import Session

from bouwstenen_app.domain.report import Report
from bouwstenen_app.services.reports import consolidated as consolidated_report
from bouwstenen_app.services.reports.collecting import uncollected
from bouwstenen_app.services.reports.material import SECTIONS, TITLE, Material, Recipe, material

__all__ = ["SECTIONS", "TITLE", "Material", "Recipe", "build", "consolidated", "material"]


def consolidated(session: Session, recipe: Recipe) -> Report:
    """Return the consolidated report of a recipe; Problem when there is no block for it."""
    return build(material(session, recipe), recipe)


def build(material: Material, recipe: Recipe) -> Report:
    """Return the consolidated report of what was read; asks nothing, so it may run on another thread."""
    with uncollected():
        return consolidated_report.report(material, recipe)
