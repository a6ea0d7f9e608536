"""Where a workspace is, on the command line: what that means, and the copies of a conflict beside it."""

from collections.abc import Iterator
from pathlib import Path

from bouwstenen_app.services.file_places import where_is


def lines(path: Path) -> Iterator[str]:
    """Yield what there is to say of the place of a file; nothing of an ordinary folder."""
    where = where_is(path)
    for place in where.places:
        yield f"Plek: {place.name}. {place.told}"
    for copy in where.copies:
        yield (
            f"Ernaast staat {copy.name}. Zo’n kopie maakt een map die synchroniseert als twee laptops tegelijk "
            "schrijven; neem haar over met bouwstenen voeg-samen."
        )
