"""The key of the gate: a role in the place of what was found, in the field where it stands."""

from collections.abc import Callable
from datetime import date

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.privacy import findings
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, capturing, preparing, redacting
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.storage.store import Store

ON = date(2026, 12, 1)
Capture = Callable[..., Block]


def noticed(text: str, source: str, place: int = 0) -> Noticed:
    return Noticed(findings(text)[place], text, "RH-001", source)


def of(store: Store, block: Block) -> Block:
    found = store.read(boards.block, block.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "role", "instead"),
    [
        ("Bel 06-12345678 of 06-12345678", "[telefoonnummer]", "Bel [telefoonnummer] of [telefoonnummer]"),
        ("Moeder Fatima belde", "moeder", "Moeder belde"),
        ("Zij, geboren op 12-03-2015, zei niets", "ongeveer 11 jaar", "Zij, ongeveer 11 jaar, zei niets"),
    ],
)
def test_r04_the_role_that_is_called_is_the_one_that_comes(
    empty_store: Store, captured: Capture, text: str, role: str, instead: str
) -> None:
    block = captured("Samen op pad")
    empty_store.do("Uitleg", capturing.edit_block, block.id, explanation=text)
    found = noticed(text, f"block:{block.id}:explanation")
    assert redacting.role(found, ON) == role
    empty_store.do("Vervangen", redacting.redact, found, ON)
    assert of(empty_store, block).explanation == instead


def test_r04_one_of_several_texts_in_a_field_is_changed_and_no_other(empty_store: Store, captured: Capture) -> None:
    block = captured("Samen op pad")
    texts = ("Een rustige kamer", "Bel 06-12345678")
    empty_store.do("Nodig", capturing.edit_block, block.id, conditions=texts)
    empty_store.do("Vervangen", redacting.redact, noticed(texts[1], f"block:{block.id}:conditions"), ON)
    assert of(empty_store, block).conditions == ("Een rustige kamer", "Bel [telefoonnummer]")


def test_r04_it_works_in_bundles_and_sessions_too_and_can_be_taken_back(
    empty_store: Store, workshop: str, captured: Capture
) -> None:
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, [captured("Een").id]).result
    text = "Bel 06-12345678"
    empty_store.do("Tekst", bundling.edit_bundle, bundle, owner=text)
    empty_store.do("Plek", preparing.edit_workshop, workshop, location=text)
    for source in (f"bundle:{bundle}:owner", f"workshop:{workshop}:location"):
        empty_store.do("Vervangen", redacting.redact, noticed(text, source), ON)
    assert empty_store.read(bundling.bundles)[0].owner == "Bel [telefoonnummer]"
    assert empty_store.read(preparing.workshop, workshop).location == "Bel [telefoonnummer]"
    empty_store.undo()
    assert empty_store.read(preparing.workshop, workshop).location == text


def test_what_is_not_there_any_more_is_a_sentence(empty_store: Store, captured: Capture) -> None:
    block = captured("Bel 06-12345678")
    found = noticed(block.title, f"block:{block.id}:title")
    assert empty_store.read(redacting.stands, found)
    empty_store.do("Anders", capturing.edit_block, block.id, title="Bel haar")
    assert not empty_store.read(redacting.stands, found)
    with pytest.raises(Problem, match="staat er niet meer zo"):
        empty_store.do("Vervangen", redacting.redact, found, ON)


def test_what_lies_in_the_bin_does_not_stand_anywhere(empty_store: Store, captured: Capture) -> None:
    block = captured("Bel 06-12345678")
    empty_store.do("Weg", capturing.remove_blocks, [block.id])
    assert not empty_store.read(redacting.stands, noticed(block.title, f"block:{block.id}:title"))


@pytest.mark.parametrize("source", ["", "block:abc", "text:begin", "block:abc:status", "onzin:abc:title"])
def test_a_text_that_is_no_field_has_to_be_changed_where_it_stands(empty_store: Store, source: str) -> None:
    found = noticed("Bel 06-12345678", source)
    assert redacting.role(found, ON) == ""
    assert empty_store.read(redacting.stands, found)


def test_the_words_of_a_block_are_found_where_a_table_does_not_say_whose_they_are(
    empty_store: Store, captured: Capture
) -> None:
    block = captured("Bel 06-12345678")
    empty_store.do("Uitleg", capturing.edit_block, block.id, explanation="Mail naar k.visser@ziggo.nl")
    given = (
        noticed(block.title, ""),
        noticed("RH-001 Mail naar k.visser@ziggo.nl", ""),
        noticed("Bel 06-87654321", ""),
        noticed(block.title, "text:begin"),
    )
    found = empty_store.read(redacting.located, given)
    assert [one.source for one in found] == [
        f"block:{block.id}:title", f"block:{block.id}:explanation", "", "text:begin",
    ]  # fmt: skip
    assert [one.finding for one in found] == [one.finding for one in given]
