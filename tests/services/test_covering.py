from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.services import capturing, covering, preparing, tagging
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store


def test_a_block_counts_in_every_cell_it_is_about_once_and_other_sessions_do_not(
    empty_store: Store, workshop: str
) -> None:
    book = empty_store.read(codebook)
    theme, other = book.tops(THEME)[:2]
    domain = next(one for one in book.tops(DOMAIN) if any(code.parent == one.id for code in book.codes))
    below = next(code for code in book.codes if code.parent == domain.id)
    elsewhere = empty_store.do("Sessie", preparing.create_workshop, title="Andere").result
    for place, codes in ((workshop, [theme.id, domain.id, below.id]), (elsewhere, [other.id, domain.id])):
        made = empty_store.do("Vast", capturing.capture, "Iets", workshop=place).result
        assert made is not None
        empty_store.do("Getagd", tagging.tag, [made.block], codes)

    seen = empty_store.read(covering.coverage, workshop, book)

    assert seen.counts == {(theme.id, domain.id): 1}
    assert seen.themes == tuple(book.tops(THEME))
    assert seen.domains == tuple(book.tops(DOMAIN))
