import pytest

from bouwstenen_app.services import capturing, pointing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


@pytest.fixture
def workshop(empty_store: Store) -> str:
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef", region="Regio Rivierenhoek").result


def capture(store: Store, workshop: str, line: str) -> str:
    made = store.do("Vastgelegd", capturing.capture, line, workshop=workshop).result
    assert made is not None
    return made.spoken_id


@pytest.mark.parametrize(
    "field", ["title", "explanation", "example", "next_step", "minority", "note", "conditions"]
)
def test_r03_an_identifier_is_found_in_every_text_of_a_block(empty_store: Store, workshop: str, field: str) -> None:
    made = empty_store.do("Vastgelegd", capturing.capture, "Samen op pad", workshop=workshop).result
    assert made is not None
    assert empty_store.read(pointing.warning, Selection()) == ""
    text = "Bel 06-12345678"
    empty_store.do(
        "Anders", capturing.edit_block, made.block, **{field: (text,) if field == "conditions" else text}
    )
    assert empty_store.read(pointing.blocks, Selection()) == (made.spoken_id,)


def test_names_are_not_counted_and_what_is_not_selected_neither(empty_store: Store, workshop: str) -> None:
    capture(empty_store, workshop, "Moeder Fatima belde")
    other = empty_store.do("Sessie", preparing.create_workshop, title="Andere").result
    there = capture(empty_store, other, "Bsn 123456782 op de lijst")
    assert empty_store.read(pointing.blocks, Selection()) == (there,)
    assert empty_store.read(pointing.blocks, Selection(workshops=(workshop,))) == ()
    assert empty_store.read(pointing.blocks, Selection(query="lijst")) == (there,)


def test_what_lies_in_the_bin_does_not_go_along(empty_store: Store, workshop: str) -> None:
    made = empty_store.do("Vastgelegd", capturing.capture, "Bel 06-12345678", workshop=workshop).result
    assert made is not None
    empty_store.do("Weg", capturing.edit_block, made.block, removed=True)
    assert empty_store.read(pointing.warning, Selection()) == ""


def test_it_is_said_in_a_sentence_that_names_a_few() -> None:
    assert pointing.told(["RH-001"]) == (
        "Let op: in 1 bouwsteen staat een persoonsgegeven (RH-001). Haal dat weg voor je dit aan iemand geeft."
    )
    assert "in 6 bouwstenen staan persoonsgegevens (a, b, c, d en 2 andere)." in pointing.told([*"abcdef"])


def test_the_example_holds_no_identifier(example_store: Store) -> None:
    assert example_store.read(pointing.warning, Selection()) == ""


def test_r02_of_blocks_that_were_captured_just_now_it_is_said_too(empty_store: Store, workshop: str) -> None:
    lines = ["Bel 06-12345678", "Samen op pad"]
    done = empty_store.do("Vast", capturing.capture_lines, lines, workshop=workshop).result
    ids = [one.block for one in done]
    assert empty_store.read(pointing.among_new, ids) == (
        f"Let op: in 1 bouwsteen staat een persoonsgegeven ({done[0].spoken_id}). Haal dat weg: het is niet nodig."
    )
    assert empty_store.read(pointing.among_new, ids[1:]) == ""


def test_r03_what_has_an_identifier_in_it_is_not_copied_and_a_name_is() -> None:
    assert pointing.refusal(["Moeder Fatima belde", "12", "0"]) == ""
    assert pointing.refusal(["K-01 Bel 06-12345678", "Bel 06-87654321"]) == (
        "Er is niets gekopieerd of bewaard: er staat een telefoonnummer in. Zet er een rol voor in de plaats, of "
        "exporteer het bij Uitwisselen, met een reden."
    )
    assert "er staan een telefoonnummer en een e-mailadres in" in pointing.refusal(["06-12345678", "jan@ziggo.nl"])
