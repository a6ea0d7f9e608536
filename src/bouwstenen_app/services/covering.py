"""Covering: which themes a session spoke about from which domain, and so which it did not."""

from collections import Counter
from itertools import product

from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.coverage import Cell, Coverage
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection


def coverage(session: Session, workshop: str, book: Codebook) -> Coverage:
    """Return what a session spoke about. A block counts once in a cell, also with more codes of a group."""
    themes, domains = tuple(book.tops(THEME)), tuple(book.tops(DOMAIN))
    counts: Counter[Cell] = Counter()
    for codes in boards.codes_by_block(session, Selection(workshops=(workshop,))).values():
        tops = {book.top(code).id for code in codes if code in book.by_id}
        rows = [theme.id for theme in themes if theme.id in tops]
        columns = [domain.id for domain in domains if domain.id in tops]
        counts.update(product(rows, columns))
    return Coverage(themes, domains, dict(counts))
