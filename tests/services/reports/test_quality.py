import pytest
from tests.services.reports.telling import session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.recipes import CONSOLIDATED, Recipe
from bouwstenen_app.services import aligning, attendance, boards, bundling, capturing, recipes, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reports.quality import remarks
from bouwstenen_app.storage.store import Store


def told(store: Store) -> str:
    recipe = Recipe(id=store.read(recipes.standard, CONSOLIDATED.slug).id)
    read = store.read(reporting.material, recipe)
    return "\n".join(remarks(read, recipe, reporting.build(read, recipe)))


def blocks_of(store: Store) -> tuple[Block, ...]:
    return store.read(boards.select_blocks, Selection())


def bundled(store: Store, *places: int, **fields: object) -> str:
    every = blocks_of(store)
    one: str = store.do("Bundel", bundling.bundle_blocks, [every[n].id for n in places]).result
    store.do("Kern", bundling.edit_bundle, one, key=True, **fields)
    return one


def write(store: Store, key: str, text: str) -> None:
    recipe = store.read(recipes.standard, CONSOLIDATED.slug)
    store.do("Tekst", recipes.write_passage, recipe.id, key, text)


def test_a_report_in_which_all_is_well_has_no_remarks(empty_store: Store, codebook: Codebook) -> None:
    session(empty_store, "Goed !werkt-goed #herstel +1 >> Doen.", "Ook goed !werkt-goed #herstel >> Doen.")
    one = bundled(empty_store, 0, 1, owner="Gemeenten", next_step="Beginnen.")
    police = codebook.by_slug[DOMAIN, "politie"].id
    empty_store.do("Voorgelegd", aligning.submit, one, [police])
    empty_store.do("Akkoord", aligning.answer, one, police, state="akkoord")

    assert told(empty_store) == ""


def test_a_key_bundle_of_one_block_and_what_lacks_of_it_is_told(example_store: Store) -> None:
    bundled(example_store, 0, owner="", next_step="")
    text = told(example_store)

    assert "K-01 heeft één bron" in text
    assert "Bij K-01 staat nog niet wie aan zet is." in text
    assert "Bij K-01 staat nog niet een eerste stap." in text
    assert "K-01: nog aan geen enkele partner voorgelegd." in text


@pytest.mark.parametrize(
    ("text", "found"),
    [("Er kwamen 120 mensen.", True), ("In 2026 gaan we door met RH-017.", False), ("Drie dingen.", False)],
)
def test_a_number_that_the_writer_typed_is_told(example_store: Store, text: str, found: bool) -> None:
    write(example_store, "section:vervolg", text)

    assert ("In je eigen tekst bij “Vervolg” staat ‘120’." in told(example_store)) is found


def test_a_perspective_in_the_room_that_no_block_has_is_told(empty_store: Store) -> None:
    made = session(empty_store, "Iets #professional")
    empty_store.do("Aanwezig", attendance.set_attendance, made, "ervaringsdeskundigen", 2)
    assert "In de zaal zaten ervaringsdeskundigen" in told(empty_store)

    empty_store.do("Bouwsteen", capturing.capture, "Van mij #ervaringsdeskundige", workshop=made)
    assert "In de zaal zaten" not in told(empty_store)


def test_too_little_of_what_works_is_told(empty_store: Store) -> None:
    session(empty_store, *(f"Mis {n} !knelpunt #herstel" for n in range(4)), "Goed !werkt-goed #herstel")

    assert "zegt er 1 wat goed werkt. Dat is minder dan een kwart" in told(empty_store)


def test_names_and_what_people_differ_about_are_told_where_they_stand(example_store: Store) -> None:
    bundled(example_store, 0, 1, explanation="Bel mevrouw Jansen over het RVT op 06-12345678.")
    text = told(example_store)

    assert "K-01: hier gaat het over het RVT." in text
    assert "06-12345678" in text


def test_an_answer_that_is_not_in_and_voices_without_consent_are_told(
    example_store: Store, codebook: Codebook
) -> None:
    one = bundled(example_store, 0, 1)
    example_store.do("Voorgelegd", aligning.submit, one, [codebook.by_slug[DOMAIN, "politie"].id])
    text = told(example_store)

    assert "1 antwoord van partners is nog niet binnen." in text
    assert "Ga na of wie bij “Stem van ervaringsdeskundigen en cliënten” aan het woord komt" in text


def test_a_key_message_that_takes_longer_than_two_minutes_is_told(example_store: Store) -> None:
    assert "Hardop lezen" not in told(example_store)
    write(example_store, "section:kernboodschap", "woord " * 300)

    assert "Hardop lezen duurt langer dan twee minuten" in told(example_store)
