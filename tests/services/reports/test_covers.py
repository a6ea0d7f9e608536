"""What stands on the title page of each kind."""

from tests.services.reports.made import made

from bouwstenen_app.domain.workshops import RUNNING
from bouwstenen_app.services import preparing
from bouwstenen_app.storage.store import Store


def test_about_one_thing_that_is_the_title_and_the_kind_stands_under_it(example_store: Store) -> None:
    cover = made(example_store, "partneruittreksel", "om").cover
    assert (cover.title, cover.subtitle) == (
        "Openbaar Ministerie",
        "Partneruittreksel: 13 bouwstenen uit 3 sessies",
    )
    chosen = made(example_store, "partneruittreksel", "om", title="Voor het OM", subtitle="Najaar").cover
    assert (chosen.title, chosen.subtitle) == ("Voor het OM", "Najaar")


def test_about_everything_the_kind_is_the_title(example_store: Store) -> None:
    cover = made(example_store, "themadossier").cover
    assert (cover.title, cover.subtitle) == ("Themadossier", "122 bouwstenen uit 3 sessies")


def test_made_up_sessions_are_said_to_be_so_one_or_more(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    assert "fictieve sessie." in made(example_store, "terugkoppeling", workshop.id).cover.notice
    assert "fictieve sessies." in made(example_store, "terugkoppeling").cover.notice
    assert made(example_store, "codeboek").cover.notice == ""


def test_a_document_without_versions_has_no_status_unless_its_session_runs(example_store: Store) -> None:
    assert made(example_store, "kaartenset").cover.status == ""
    assert made(example_store, "terugkoppeling").cover.status == ""
    workshop = example_store.read(preparing.named, "Van signaal")
    example_store.do("Begonnen", preparing.edit_workshop, workshop.id, state=RUNNING)
    assert made(example_store, "terugkoppeling").cover.status == "Concept — sessie loopt"


def test_a_set_of_cards_says_how_many_sheets_it_takes(example_store: Store) -> None:
    assert made(example_store, "kaartenset").cover.subtitle == "122 kaarten op 31 vellen"
    assert made(example_store, "lege-kaarten").cover.subtitle == "4 kaarten op 1 vel"
