import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.hits import spans
from bouwstenen_app.domain.query import read


def marked(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, read(typed).words)]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("De wijkagent belt het wijkteam", "wijk", ["wijk", "wijk"]),
        ("Eén vaste cliëntregisseur", "een client", ["Eén", "cliënt"]),
        ("Samen aan tafel, samen verder", '"samen aan tafel"', ["Samen aan tafel"]),
        ("Samen aan tafels", '"samen aan tafel"', []),
        ("Samen verder", "-samen", []),
        ("Samen verder", "samen -verder", ["Samen"]),
        ("Jeugd-ggz en jeugdzorg", "jeugd-g", ["Jeugd-g"]),
        ("Huisverbod: straße", "strasse", ["straße"]),
        ("Melding gemeld", "thema:wonen gemeld", ["gemeld"]),
        ("Niets te vinden", "", []),
        ("", "wijk", []),
    ],
)
def test_what_was_searched_is_found_in_the_text(text: str, typed: str, found: list[str]) -> None:
    assert marked(text, typed) == found


@given(st.text(max_size=60), st.text(max_size=20))
def test_marked_parts_lie_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    end = 0
    for start, stop in spans(text, read(typed).words):
        assert end <= start < stop <= len(text)
        end = stop
