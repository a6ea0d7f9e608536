import json
from dataclasses import replace
from datetime import date

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.first_look import MOST, FirstLook, read, write
from bouwstenen_app.domain.workshops import Attendance, Cluster, Round, Workshop

WORKSHOP = Workshop(
    id="w",
    title="Proef 🙂",
    date=date(2026, 11, 24),
    agreements=("geen namen",),
    rounds=(Round("r", "Wat werkt al?", 1, "Waarom?"),),
    attendance=(Attendance("politie", 3),),
    clusters=(Cluster("c", "Samen"),),
)
BLOCK = Block(id="b", spoken_id="RH-001", number=1, workshop="w", title="Éen", conditions=("tijd",))


def test_a_first_look_comes_back_as_it_was(codebook: Codebook) -> None:
    look = FirstLook("stap", codebook, WORKSHOP, (BLOCK,))
    assert read(write(look)) == look


def test_a_session_without_a_date_comes_back_too(codebook: Codebook) -> None:
    look = FirstLook("stap", codebook, replace(WORKSHOP, date=None), ())
    assert read(write(look)) == look


def test_it_holds_no_more_blocks_than_a_screen_needs(codebook: Codebook) -> None:
    blocks = tuple(replace(BLOCK, id=str(number)) for number in range(MOST + 20))
    back = read(write(FirstLook("stap", codebook, WORKSHOP, blocks)))
    assert back is not None
    assert back.blocks == blocks[:MOST]


def test_what_another_version_wrote_is_not_read(codebook: Codebook) -> None:
    said = json.loads(write(FirstLook("stap", codebook, WORKSHOP, (BLOCK,))))
    said["names"][0][0] = "another field"
    assert read(json.dumps(said)) is None


def test_what_is_no_first_look_is_not_read() -> None:
    for text in ("", "{", "[]", "{}", "null", '"tekst"', '{"names": 3}'):
        assert read(text) is None


def test_what_a_hostile_file_says_is_not_read_instead_of_painted(codebook: Codebook) -> None:
    """Every value is in turn of another kind, too large, half a character, or refers to nothing."""
    block = replace(BLOCK, codes=(codebook.codes[0].id,))
    sound = json.loads(write(FirstLook("stap", codebook, WORKSHOP, (block,))))
    for part in (sound["blocks"][0], sound["workshop"], sound["book"][2][0], sound["book"][3][0]):
        for place, was in enumerate(part):
            for other in (None, 3.5, {}, [3], 1 << 40, "\ud800", [["x"]], -1):
                part[place] = other
                look = read(json.dumps(sound))
                assert look is None or read(write(look)) == look
            part[place] = was
    assert read(json.dumps(sound)) is not None
    sound["blocks"][0][9] = ["onbekend"]
    assert read(json.dumps(sound)) is None
    assert read("[" * 100_000) is None
