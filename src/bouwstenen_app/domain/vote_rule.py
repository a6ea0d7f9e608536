"""The vote rule of a session in words, for the agenda, the reports and the checklist."""

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.workshops import Workshop


def vote_rule(workshop: Workshop) -> str:
    """Return what was agreed about votes, without a full stop; empty when nothing was.

    What is written about it comes after the number, unless it says that itself.
    """
    written = workshop.vote_rule.strip().rstrip(". ")
    if not workshop.votes_each:
        return written
    each = f"{dutch.counted(workshop.votes_each, 'stem', 'stemmen')} per deelnemer"
    if workshop.votes_each > 1:
        each += ", meer op één bouwsteen mag" if workshop.votes_stack else ", op elke bouwsteen hoogstens één"
    if written.casefold().startswith(each.split(",")[0]):
        return written
    return "; ".join(filter(None, (each, written)))
