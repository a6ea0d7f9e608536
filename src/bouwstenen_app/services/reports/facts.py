"""What the text fields of a template can say beside the title page: how much the report is about."""

from bouwstenen_app.domain import dutch
from bouwstenen_app.services.reports.small_counts import told
from bouwstenen_app.services.reports.writing import Writing


def facts(it: Writing) -> dict[str, str]:
    """Return the counts of a report by the names of the fields; of people outside as everywhere: *<3*."""
    read = it.read
    regions = dict.fromkeys(w.region for w in read.workshops if w.region and not it.kind.placeless)
    return {
        "aantal_bouwstenen": dutch.number(len(read.blocks)),
        "aantal_sessies": dutch.number(len(read.workshops)),
        "aantal_deelnemers": told(sum(w.participants for w in read.workshops), outside=it.kind.outside),
        "aantal_stemmen": dutch.number(sum(block.votes for block in read.blocks)),
        "regio’s": ", ".join(regions),
    }
