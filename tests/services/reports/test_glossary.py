from tests.services.reports.telling import chapter, report_of, session, tables

from bouwstenen_app.domain.recipes import GLOSSARY
from bouwstenen_app.storage.store import Store

TITLE = "Bijlage: begrippen en afkortingen"


def test_only_what_the_blocks_use_is_explained(empty_store: Store) -> None:
    session(empty_store, "VT belt de GI, om te horen hoe het gaat", "Na de escalaties een veiligheidsplan")
    (section,) = chapter(report_of(empty_store, GLOSSARY), TITLE)
    (table,) = tables(section)

    assert [row[0] for row in table[1:]] == [
        "escalatie",
        "gecertificeerde instelling (GI)",
        "Veilig Thuis (VT)",
        "veiligheidsplan",
    ]


def test_an_abbreviation_of_the_codebook_is_explained_by_its_code(empty_store: Store) -> None:
    session(empty_store, "De JGZ weet het")
    (table,) = tables(chapter(report_of(empty_store, GLOSSARY), TITLE)[0])

    assert table[1][0] == "JGZ"
    assert table[1][1].startswith("Jeugdgezondheidszorg. ")


def test_a_word_that_hints_at_a_code_is_not_explained_by_it(empty_store: Store) -> None:
    session(empty_store, "Het LT twijfelt over de AVG")
    (table,) = tables(chapter(report_of(empty_store, GLOSSARY), TITLE)[0])

    assert [row[0] for row in table[1:]] == ["LT"]


def test_without_any_term_there_is_no_appendix(empty_store: Store) -> None:
    session(empty_store, "Kaal")
    assert chapter(report_of(empty_store), TITLE) == []
