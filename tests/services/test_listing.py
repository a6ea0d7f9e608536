from collections.abc import Callable

import pytest

from bouwstenen_app.domain import capture as grammar
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import listing
from bouwstenen_app.services.capturing import Captured

STORED = (
    "nummer", "titel", "toelichting", "voorbeeld", "voorwaarden", "vervolgstap", "soort", "domeinen", "themas",
    "codes", "stemmen", "sessie", "ronde", "status", "onbekende_tags", "suggesties",
)  # fmt: skip


def test_a_block_has_the_promised_fields_in_the_promised_order(
    captured: Callable[..., Block], codebook: Codebook
) -> None:
    block = captured("IDEE Een @politie #leefwereld #nieuw +2 vb: zo nodig: tijd >> bellen")
    fields = listing.of_block(block, codebook, {block.workshop: "Proef"})

    assert tuple(fields) == STORED
    assert fields | {"suggesties": []} == {
        "nummer": "RH-001", "titel": "Een", "toelichting": "", "voorbeeld": "zo", "voorwaarden": ["tijd"],
        "vervolgstap": "bellen", "soort": "idee", "domeinen": ["politie"], "themas": ["leefwereld"],
        "codes": ["politie", "leefwereld", "idee"], "stemmen": 2, "sessie": "Proef", "ronde": None, "status": "ruw",
        "onbekende_tags": ["#nieuw"], "suggesties": [],
    }  # fmt: skip


def test_suggestions_name_codes_that_the_block_does_not_have(
    captured: Callable[..., Block], codebook: Codebook
) -> None:
    with_tag = captured("De wijkagent van de politie belt @politie")
    without = captured("De wijkagent van de politie belt")

    assert "politie" not in listing.of_block(with_tag, codebook, {})["suggesties"]
    assert "politie" in listing.of_block(without, codebook, {})["suggesties"]


def test_words_in_every_part_of_a_block_name_codes(captured: Callable[..., Block], codebook: Codebook) -> None:
    block = captured("Bellen vb: met de politie nodig: de huisarts >> Veilig Thuis vragen")
    read = grammar.read(grammar.write(block, codebook), codebook)

    for listed in (listing.of_block(block, codebook, {}), listing.of_draft(read, codebook)):
        assert set(listed["suggesties"]) >= {"politie", "huisarts", "veilig-thuis"}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("@Veilig Thuis", "veilig-thuis"),  # only the first word is a tag: the start of a name
        ("Bel @vt", "veilig-thuis"),  # an abbreviation that is not written exactly so
        ("Bel @poltie", "politie"),  # one typing error
        ("Let op #kantelmomentn", "kantelmomenten"),
    ],
)
def test_an_unknown_tag_comes_with_what_it_could_become(
    captured: Callable[..., Block], codebook: Codebook, typed: str, offered: str
) -> None:
    draft = grammar.read(typed, codebook)

    assert (draft.codes, len(draft.unknown_tags)) == ((), 1)
    assert offered in listing.of_draft(draft, codebook)["suggesties"]
    assert offered in listing.of_block(captured(typed), codebook, {})["suggesties"]


def test_a_draft_has_what_does_not_need_a_workspace(codebook: Codebook) -> None:
    draft = grammar.read("KNELPUNT Wachtlijst @huisarts +2", codebook)

    assert tuple(listing.of_draft(draft, codebook)) == tuple(
        name for name in STORED if name not in ("nummer", "sessie", "ronde", "status")
    )


def test_a_table_is_a_field_of_what_has_one(captured: Callable[..., Block], codebook: Codebook) -> None:
    assert listing.of_block(captured("tafel 4: Een"), codebook, {})["tafel"] == 4
    draft = grammar.read("tafel 4: Een", codebook)
    assert listing.of_draft(draft, codebook)["tafel"] == 4
    assert "  tafel: 4" in listing.explained(draft, codebook)


def test_a_line_for_the_eye_leaves_out_what_is_not_there(
    captured: Callable[..., Block], codebook: Codebook
) -> None:
    assert listing.in_a_line(captured("Kaal"), codebook) == "RH-001  Kaal"
    assert listing.in_a_line(captured("IDEE Vol @politie #nieuw +2"), codebook) == (
        "RH-002  Vol  [Politie, Idee, #nieuw]  2 stemmen"
    )


def test_a_line_is_explained_part_by_part(codebook: Codebook) -> None:
    draft = grammar.read("Een vb: zo nodig: tijd, geld >> bellen @politie #nieuw +1", codebook)

    assert list(listing.explained(draft, codebook)) == [
        "Een",
        "  voorbeeld: zo",
        "  nodig: tijd; geld",
        "  vervolgstap: bellen",
        "  tags: Politie",
        "  nieuw voorstel: #nieuw",
        "  stemmen: 1",
    ]


def test_what_a_person_should_know_of_a_kept_line_is_said(codebook: Codebook) -> None:
    def said(text: str) -> list[str]:
        return list(listing.remarks(Captured("b", "RH-001", grammar.read(text, codebook))))

    assert said("Gewoon een regel @politie") == []
    assert said("Iets #nieuw #ander") == [
        "RH-001: #nieuw en #ander staan niet in het codeboek en zijn bewaard als voorstel."
    ]
    assert said("Iets #nieuw") == ["RH-001: #nieuw staat niet in het codeboek en is bewaard als voorstel."]
    assert said("@politie") == ["RH-001: deze bouwsteen heeft alleen tags en nog geen tekst."]
    assert said("a\x07b") == ["RH-001: 1 teken dat niet in een document past, is weggehaald."]
    assert said("a\x07b\x00") == ["RH-001: 2 tekens die niet in een document passen, zijn weggehaald."]
