"""A bundle as a card: the same parts as a key bundle has in the report, in one piece."""

from bouwstenen_app.domain.bundles import Bundle, provenance, support
from bouwstenen_app.domain.report import Card
from bouwstenen_app.services.reports.bundles import bundle_anchor
from bouwstenen_app.services.reports.material import Material


def bundle_card(bundle: Bundle, read: Material) -> Card:
    """Return a bundle as a card; where it comes from are those of its blocks that are in what was read."""
    blocks = {block.id: block for block in read.blocks}
    workshops = {workshop.id: workshop for workshop in read.workshops}
    inside = [blocks[one] for one in bundle.contributions if one in blocks]
    parts = [
        (field, name, text)
        for field, name, text in (
            ("explanation", "", bundle.explanation),
            ("why", "Waarom het werkt.", bundle.why),
            ("example", "Uit de praktijk.", bundle.example),
            ("conditions", "Nodig.", "; ".join(bundle.conditions)),
            ("next_step", "Eerste stap.", bundle.next_step),
            ("owner", "Wie is aan zet.", bundle.owner),
        )
        if text
    ]
    origin = ""
    if inside:
        carried = support(inside, workshops).words
        votes = sum(block.votes for block in read.blocks)
        origin = f"Herkomst: {carried}. {provenance(inside, workshops, read.book, votes=votes)}"
    return Card(
        title=bundle.title,
        spoken_id=bundle.spoken_id,
        anchor=bundle_anchor(bundle),
        parts=tuple((name, text) for _, name, text in parts),
        provenance=origin,
        minority=bundle.minority,
        source=f"bundle:{bundle.id}",
        fields=tuple(field for field, _, _ in parts),
    )
