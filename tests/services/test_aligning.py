import datetime

import pytest

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import aligning, boards, bundling
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def bundle(example_store: Store) -> str:
    first = example_store.read(boards.find, Selection(), limit=2).blocks
    return example_store.do("Bundel", bundling.bundle_blocks, [block.id for block in first]).result


def partner(codebook: Codebook, slug: str) -> str:
    return codebook.by_slug[DOMAIN, slug].id


def test_partners_stand_in_the_order_of_the_codebook(example_store: Store, bundle: str, codebook: Codebook) -> None:
    both = [partner(codebook, "politie"), partner(codebook, "zorg")]
    example_store.do("Voorgelegd", aligning.submit, bundle, both, on=DAY)
    found = example_store.read(aligning.consents, bundle)
    assert [one.partner for one in found] == list(codebook.sorted(both))
    assert {(one.state, one.date) for one in found} == {("voorgelegd", DAY)}


def test_an_answer_changes_only_what_is_given_and_undo_takes_it_back(
    example_store: Store, bundle: str, codebook: Codebook
) -> None:
    police = partner(codebook, "politie")
    example_store.do("Voorgelegd", aligning.submit, bundle, [police], on=DAY)
    example_store.do("Akkoord", aligning.answer, bundle, police, state="akkoord", note="Mooi.")
    (found,) = example_store.read(aligning.consents)
    assert (found.state, found.note, found.date) == ("akkoord", "Mooi.", DAY)
    example_store.undo()
    assert example_store.read(aligning.consents)[0].state == "voorgelegd"


def test_a_partner_who_was_taken_out_comes_back_with_the_note(
    example_store: Store, bundle: str, codebook: Codebook
) -> None:
    police = partner(codebook, "politie")
    example_store.do("Voorgelegd", aligning.submit, bundle, [police], on=DAY)
    example_store.do("Note", aligning.answer, bundle, police, note="Eerst bellen")
    example_store.do("Weg", aligning.withdraw, bundle, [police])
    assert example_store.read(aligning.consents, bundle) == ()
    example_store.do("Weer", aligning.submit, bundle, [police], on=DAY)
    assert example_store.read(aligning.consents, bundle)[0].note == "Eerst bellen"


def test_only_a_domain_is_a_partner(example_store: Store, bundle: str, codebook: Codebook) -> None:
    theme = codebook.of(THEME)[0].id
    with pytest.raises(Problem):
        example_store.do("Voorgelegd", aligning.submit, bundle, [theme])


def test_an_answer_that_does_not_exist_is_refused(example_store: Store, bundle: str, codebook: Codebook) -> None:
    police = partner(codebook, "politie")
    with pytest.raises(Problem):
        example_store.do("Antwoord", aligning.answer, bundle, police, state="misschien")
