"""Codes that came in from elsewhere: which they are, and bringing them together with those of this codebook."""

from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from bouwstenen_app.domain.arrivals import Arrival, likely
from bouwstenen_app.services import codebook_merging
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.tagging import code_uses
from bouwstenen_app.storage.session import Work


def arrivals(session: Session, new: Collection[str]) -> tuple[Arrival, ...]:
    """Return the ``new`` codes that are still there, and retired ones that blocks came in with, most used first.

    A code that was brought together with another before proposes that one again: its name leads there.
    """
    book = codebook(session)
    uses = code_uses(session)
    found = [one for one in book.codes if (uses.get(one.id) if one.retired else one.id in new)]
    told = (
        Arrival(one, book.dimension(one.dimension).name, uses.get(one.id, 0), likely(one, book)) for one in found
    )
    return tuple(sorted(told, key=lambda one: (-one.blocks, one.code.name)))


def bring_together(session: Work, chosen: Mapping[str, str]) -> int:
    """Bring codes (id → id of the one that stays) together; return how many blocks got another tag."""
    return sum(codebook_merging.merge(session, code, into).blocks for code, into in chosen.items())
