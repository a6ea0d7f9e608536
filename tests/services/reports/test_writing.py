"""The texts of the writer in a document of many chapters."""

from dataclasses import replace

from tests.services.reports.made import ON, made, said

from bouwstenen_app.domain.recipes import usual
from bouwstenen_app.domain.report import Paragraph, Report
from bouwstenen_app.services import recipes, reporting
from bouwstenen_app.storage.store import Store


def of_recipe(store: Store, kind: str, *about: str) -> Report:
    return store.read(reporting.made, replace(store.read(recipes.standard, kind), on=ON, about=about))


def test_a_generated_sentence_about_one_subject_is_written_anew_for_that_subject_only(example_store: Store) -> None:
    key = "text:partner-over:opening:politie"
    example_store.do("Tekst", recipes.write_passage, "partneruittreksel", key, "Zo is het.")

    assert "Zo is het." in said(of_recipe(example_store, "partneruittreksel", "politie"), "Wat gaat over u")
    assert "Zo is het." not in of_recipe(example_store, "partneruittreksel", "om").text()
    assert of_recipe(example_store, "partneruittreksel").text().count("Zo is het.") == 1


def test_an_own_text_under_a_part_stands_in_every_chapter(example_store: Store) -> None:
    key = "section:terug-dank"
    example_store.do("Tekst", recipes.write_passage, "terugkoppeling", key, "Tot de volgende keer.")

    assert of_recipe(example_store, "terugkoppeling").text().count("Tot de volgende keer.") == 3


def test_every_generated_sentence_has_a_key_without_numbers_of_this_laptop(example_store: Store) -> None:
    for kind in (
        "meeleesversie",
        "themadossier",
        "partneruittreksel",
        "regio-uittreksel",
        "afstemming",
        "codeboek",
    ):
        sources = [
            item.source
            for section in made(example_store, kind).sections
            for item in section.items
            if isinstance(item, Paragraph) and item.source.startswith("text:")
        ]
        assert sources, kind
        assert len(set(sources)) == len(sources), kind
    assert usual("codeboek").status == ""
