"""A session as one text: in the order in which it was held, with a place for every block."""

from hypothesis import given, settings
from tests.domain.everythings import everythings

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.session_text import session_text, words
from bouwstenen_app.domain.workshops import Round, Workshop

SESSION = Workshop(
    "a" * 32, "Proef", rounds=(Round("b" * 32, "Pauze"), Round("c" * 32, "Ronde 1: ophalen", 1, "Wat?"))
)


def test_each_part_of_a_block_says_what_it_is() -> None:
    block = Block(
        "d" * 32, "RH-001", 1, SESSION.id, "Titel 😀", "Uitleg", "Zo", ("tijd", "geld"), "Bellen", round=1,
        minority="Nee", unknown_tags=("#nieuw",),
    )  # fmt: skip
    said = session_text(SESSION, [block])

    assert said.text == (
        "Proef\nin voorbereiding\n\nRonde 1: ophalen\nWat?\n\n[RH-001] Titel 😀\nUitleg\nPraktijkvoorbeeld: Zo\n"
        "Nodig: tijd; geld\nEerste stap: Bellen\nMinderheidsstandpunt: Nee\nNieuwe tags: #nieuw\n"
    )
    (spot,) = said.spots
    assert said.text[spot.start : spot.end] == words(block)


def test_a_block_without_words_is_found_by_its_number() -> None:
    said = session_text(SESSION, [Block("d" * 32, "RH-001", 1, SESSION.id, "")])

    assert said.text[said.spots[0].start : said.spots[0].end] == "RH-001"


@settings(max_examples=30)
@given(everythings())
def test_spots_follow_each_other_and_hold_the_words(every: Everything) -> None:
    for workshop in every.workshops:
        said = session_text(workshop, every.of(workshop))
        assert {spot.block.id for spot in said.spots} == {block.id for block in every.of(workshop)}
        assert all(before.end < after.start for before, after in zip(said.spots, said.spots[1:], strict=False))
        assert "\r" not in said.text
        assert all(said.text[s.start : s.end] == (words(s.block) or s.block.spoken_id) for s in said.spots)
