"""The version to align with a partner: what is theirs or sensitive, with a question beside it."""

import pytest
from tests.services.reports.made import ON, cards, made, said, titles

from bouwstenen_app.domain.blocks import ALIGN_FIRST
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.services import aligning, boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def test_only_blocks_about_the_partner_or_about_sensitive_themes(example_store: Store, codebook: Codebook) -> None:
    police = codebook.by_slug[DOMAIN, "politie"].id
    sensitive = {
        codebook.by_slug[THEME, slug].id
        for slug in ("onderzoekshandelingen", "afgestemde-interventies", "informatiedeling")
    }
    blocks = example_store.read(boards.select_blocks, Selection())
    report = made(example_store, "afstemming", "politie")

    assert {card.spoken_id for card in cards(report)} == {
        block.spoken_id for block in blocks if police in block.codes or sensitive & set(block.codes)
    }
    assert titles(report) == ["Wat wij u vragen", "Bouwstenen over u", "Bouwstenen over gevoelige thema’s"]
    assert report.cover.title == "Politie"


def test_each_has_its_question_and_what_waits_comes_first(example_store: Store) -> None:
    block = next(b for b in example_store.read(boards.select_blocks, Selection()) if b.spoken_id == "RH-001")
    example_store.do("Eerst", capturing.edit_block, block.id, release=ALIGN_FIRST)
    report = made(example_store, "afstemming", "politie")
    first = cards(report)[0]

    assert first.spoken_id == "RH-001"
    assert first.beside == ("☐ Klopt", "☐ Aanpassen", "☐ Niet delen", "Toelichting:")
    assert "RH-001" in said(report, "Eerst afstemmen")
    assert "vóór 8 december 2026" in said(report, "Wat wij u vragen")
    assert "Waar “eerst afstemmen” bij staat" in report.text()


@pytest.mark.parametrize(("partner", "told"), [("politie", True), ("om", False)])
def test_a_partner_sees_the_bundles_submitted_to_them_and_only_their_own_answer(
    example_store: Store, codebook: Codebook, partner: str, told: bool
) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    first = example_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id]).result
    second = example_store.do("Bundel", bundling.bundle_blocks, [blocks[1].id]).result
    police, other = (codebook.by_slug[DOMAIN, slug].id for slug in ("politie", "om"))
    example_store.do("Voor", aligning.submit, first, [police], on=ON)
    example_store.do("Voor", aligning.submit, second, [police, other], on=ON)
    example_store.do("Antwoord", aligning.answer, second, police, state="akkoord mits", note="Niet voor buiten")
    report = made(example_store, "afstemming", partner)
    found = {card.spoken_id: card for card in cards(report)}

    assert ("K-01" in found) is told
    assert ("akkoord mits" in report.text()) is told
    assert "Niet voor buiten" not in report.text()
    assert "K-02" in found
    if told:
        assert found["K-01"].beside[0] == "Voorgelegd op 24 november 2026"
        assert found["K-02"].beside[0] == "Uw antwoord op 24 november 2026: akkoord mits"


def test_the_chapter_for_every_partner_is_only_named_when_it_is_there(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Klein").result
    empty_store.do("Vast", capturing.capture, "Kaal @politie", workshop=workshop)
    assert "voor elke partner" not in made(empty_store, "afstemming").text()

    empty_store.do("Vast", capturing.capture, "Gevoelig @politie #informatiedeling", workshop=workshop)
    assert (
        "Het hoofdstuk “Gevoelige thema’s, voor elke partner” is er ook voor u."
        in made(empty_store, "afstemming").text()
    )
