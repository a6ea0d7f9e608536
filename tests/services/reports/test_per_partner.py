from tests.services.reports.telling import chapter, report_of, said, session

from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.recipes import PARTNERS
from bouwstenen_app.services import boards, bundling
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

TITLE = "Per partner: wat wordt gevraagd"


def test_a_partner_reads_its_first_steps_with_most_votes_first(empty_store: Store) -> None:
    session(
        empty_store,
        "A @politie >> Later bellen. +1",
        "B @politie @ggz >> Eerst bellen. +5",
        "C @politie !werkt-goed >> Zo doorgaan. +9",
        "D @politie",
    )
    intro, ggz, police = chapter(report_of(empty_store, PARTNERS), TITLE)

    assert said(intro)[0].startswith("Hier staat van 2 partners welke eerste stappen in de sessies zijn genoemd")
    assert (ggz.title, said(ggz)) == ("Ggz", ["Eerst bellen (SE-002)"])
    assert (police.title, said(police)) == ("Politie", ["Eerst bellen (SE-002)", "Later bellen (SE-001)"])


def test_a_key_bundle_speaks_for_its_blocks(empty_store: Store, codebook: Codebook) -> None:
    session(empty_store, "A @politie >> Bellen. +1", "B @politie >> Schrijven.")
    blocks = empty_store.read(boards.select_blocks, Selection())
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id]).result
    police = codebook.by_slug[DOMAIN, "politie"].id
    empty_store.do("Kern", bundling.edit_bundle, bundle, key=True, next_step="Samen bellen.", codes=[police])
    _, section = chapter(report_of(empty_store, PARTNERS), TITLE)

    assert said(section) == ["Samen bellen (K-01)", "Schrijven (SE-002)"]


def test_at_most_five_each_and_three_when_there_are_many_partners(empty_store: Store) -> None:
    session(empty_store, *(f"Stap {n} @politie >> Stap {n}." for n in range(9)), title="Een")
    assert len(said(chapter(report_of(empty_store, PARTNERS), TITLE)[1])) == 5

    others = "lokale-teams gemeente onderwijs jgz ggz huisarts om reclassering gi"
    session(empty_store, *(f"Ook {name} @{name} >> Ook {name}." for name in others.split()), title="Twee")
    sections = chapter(report_of(empty_store, PARTNERS), TITLE)
    assert len(sections) == 9
    assert len(said(next(s for s in sections if s.title == "Politie"))) == 3
    assert said(sections[0])[1].startswith("Ook genoemd: ")


def test_without_first_steps_there_is_no_chapter(empty_store: Store) -> None:
    session(empty_store, "Kaal @politie")
    assert chapter(report_of(empty_store), TITLE) == []
