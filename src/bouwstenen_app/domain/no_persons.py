"""Names in a workspace that are no person's: of its places, its organisations and its codes."""

from collections.abc import Iterable, Iterator

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.workshops import Workshop


def names_of(workshops: Iterable[Workshop], book: Codebook) -> Iterator[str]:
    """Yield the names of sessions and of a codebook that are no person's."""
    for workshop in workshops:
        yield from (workshop.region, workshop.place, workshop.location)
        yield from (each.organisation for each in workshop.attendance)
    for code in book.codes:
        yield code.name
        yield from code.synonyms
