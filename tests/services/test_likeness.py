from collections.abc import Callable

import pytest
from tests.services.found import block, slugs

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.capture import read
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, likeness, preparing, tagging
from bouwstenen_app.storage.store import Store

Capture = Callable[..., Block]

GAP = "Na het huisverbod valt het gezin in een gat"
SILENCE = "Tien dagen huisverbod en dan is het stil voor het gezin"


def add(store: Store, to: Block, line: str, codebook: Codebook, **options: object) -> Block:
    store.do("Erbij", likeness.add_to, to.id, read(line, codebook), book=codebook, **options)  # type: ignore[arg-type]
    return block(store, to.id)


# ---- which block is like it


def test_a_block_that_says_nearly_the_same_is_found_with_the_words_that_say_why(
    empty_store: Store, captured: Capture
) -> None:
    captured("De ggz vraagt niet standaard naar kinderen")
    made = captured(GAP)
    found = empty_store.read(likeness.look_alike, SILENCE)
    assert found is not None
    assert (found.block, found.number, found.spoken_id, found.title) == (made.id, 2, made.spoken_id, GAP)
    assert set(found.words) == {"huisverbod", "gezin"}
    assert (found.workshop, found.where) == (made.workshop, "Rivierenhoek")


def test_few_characters_or_another_subject_give_no_hint(empty_store: Store, captured: Capture) -> None:
    captured(GAP)
    assert empty_store.read(likeness.look_alike, "huisverbod en het gezin") is None
    assert empty_store.read(likeness.look_alike, "De school hoort niets terug na een melding") is None
    assert empty_store.read(likeness.look_alike, "Het is er en zo gaat dat dan toch ook weer") is None


def test_signs_that_search_gives_a_meaning_are_text(empty_store: Store, captured: Capture) -> None:
    captured(GAP)
    assert empty_store.read(likeness.look_alike, '" OR NEAR( huisverbod* AND -gezin: ^"{gat} valt') is not None


def test_a_very_long_text_is_compared_by_its_beginning(empty_store: Store, captured: Capture) -> None:
    made = captured(f"{GAP} {'x' * 50_000}")
    for typed in (SILENCE, f"{SILENCE} {'y' * 50_000}", f"{SILENCE}\n{'y ' * 50_000}"):
        found = empty_store.read(likeness.look_alike, typed)
        assert found is not None
        assert found.block == made.id
        assert len(found.title) < 1000


def test_removed_blocks_and_those_of_removed_sessions_are_not_mentioned(
    empty_store: Store, captured: Capture
) -> None:
    made = captured(GAP)
    assert empty_store.read(likeness.look_alike, SILENCE, without=[made.id]) is None
    empty_store.do("Weg", capturing.remove_blocks, [made.id])
    assert empty_store.read(likeness.look_alike, SILENCE) is None
    empty_store.do("Terug", capturing.restore_blocks, [made.id])
    assert empty_store.read(likeness.look_alike, SILENCE) is not None
    empty_store.do("Sessie weg", preparing.remove_workshops, [made.workshop])
    assert empty_store.read(likeness.look_alike, SILENCE) is None


def test_among_many_common_words_the_pair_that_belongs_together_is_found(
    empty_store: Store, captured: Capture
) -> None:
    made = captured("De wijkagent krijgt van de officier nooit bericht")
    for number in range(60):
        captured(f"De wijkagent over {number} en het rooster")
        captured(f"De officier over {number} en het dossier")
    found = empty_store.read(likeness.look_alike, "Geen bericht van de officier aan de wijkagent")
    assert found is not None
    assert found.block == made.id


def test_of_the_example_sessions_most_hints_are_look_alikes_that_were_labelled(example_store: Store) -> None:
    found = {
        block.title: hint.title
        for block in example_store.read(boards.select_blocks, boards.Selection())
        if (hint := example_store.read(likeness.look_alike, block.title, without=[block.id]))
    }
    assert found["Gezin verhuist, dossier begint opnieuw"] == "Gezin verhuist en wij beginnen opnieuw"
    assert found["Tien dagen huisverbod en dan stilte"] == GAP
    assert 6 <= len(found) <= 15


# ---- adding to it


def test_what_is_typed_is_added_to_the_block_in_one_step(
    empty_store: Store, captured: Capture, codebook: Codebook
) -> None:
    old = captured(f"{GAP} @politie +3 nodig: mandaat vb: vorige week >> bellen")
    line = "Tien dagen en dan stilte @zorg #nieuwigheid +2 nodig: mandaat, tijd vb: in mei >> schrijven"
    new = add(empty_store, old, line, codebook)
    assert (new.title, new.votes, new.number) == (GAP, 5, old.number)
    assert new.explanation == "Tien dagen en dan stilte"
    assert new.conditions == ("mandaat", "tijd")
    assert (new.example, new.next_step) == ("vorige week\n\nin mei", "bellen\n\nschrijven")
    assert set(slugs(new, codebook)) == {"politie", "zorg"}
    assert new.unknown_tags == ("#nieuwigheid",)
    empty_store.undo()
    assert block(empty_store, old.id) == old


def test_the_text_becomes_a_paragraph_of_the_explanation(
    empty_store: Store, captured: Capture, codebook: Codebook
) -> None:
    old = captured(f"{GAP}\nNiemand belt.")
    new = add(empty_store, old, "Tien dagen en dan stilte\nOok hier.", codebook)
    assert new.explanation == "Niemand belt.\n\nTien dagen en dan stilte\nOok hier."


def test_a_kind_that_the_block_has_stays_and_sticky_tags_come_along(
    empty_store: Store, captured: Capture, codebook: Codebook
) -> None:
    old = captured("KNELPUNT Te laat gebeld")
    sticky = codebook.by_slug["thema", "kantelmomenten"].id
    new = add(empty_store, old, "IDEE Eerder bellen", codebook, sticky=[sticky])
    assert set(slugs(new, codebook)) == {"knelpunt", "kantelmomenten"}
    plain = captured("Te laat gebeld")
    assert slugs(add(empty_store, plain, "IDEE Eerder bellen", codebook), codebook) == ["idee"]


def test_an_unknown_tag_that_was_taken_off_comes_back(
    empty_store: Store, captured: Capture, codebook: Codebook
) -> None:
    old = captured("Iets #nieuwigheid")
    empty_store.do("Voorstel weg", tagging.drop_proposal, old.id, "#nieuwigheid")
    assert add(empty_store, old, "Meer #nieuwigheid", codebook).unknown_tags == ("#nieuwigheid",)


def test_a_block_that_is_gone_takes_nothing_in(empty_store: Store, captured: Capture, codebook: Codebook) -> None:
    old = captured(GAP)
    empty_store.do("Weg", capturing.remove_blocks, [old.id])
    with pytest.raises(Problem, match="Je tekst staat nog in de regel"):
        add(empty_store, old, "Meer", codebook)
