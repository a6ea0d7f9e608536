import pytest

from bouwstenen_app.domain.glossary import Term, terms, used


def names(text: str) -> list[str]:
    return [term.title for term in used(terms(), [text])]


def test_every_term_says_what_it_means_once() -> None:
    assert len(terms()) == len({term.name for term in terms()}) > 50
    assert all(term.meaning.endswith(".") and "  " not in term.meaning for term in terms())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het OM beslist", ["Openbaar Ministerie (OM)"]),
        ("om te beslissen", []),
        ("Kantelmomenten zijn er overal", ["kantelmoment"]),
        ("kantelmomentenkaart", []),
        ("een MDA++-traject", ["MDA++"]),
        ("de rode vlaggen", ["femicide / rode vlaggen"]),
        ("van 0-100 jaar", ["0-100"]),
        ("", []),
    ],
)
def test_a_term_is_used_when_it_stands_by_itself(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_term_that_is_only_an_abbreviation_is_never_a_word() -> None:
    assert used([Term("OM", "Openbaar Ministerie.", "OM")], ["om"]) == ()
    assert used([Term("OM", "Openbaar Ministerie.", "OM")], ["Het OM."])[0].title == "OM"
