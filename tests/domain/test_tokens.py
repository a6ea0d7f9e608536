import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.matching import names
from bouwstenen_app.domain.tokens import ESCAPE, KIND_WORD, PART, TAG, VOTES, kind_word, markers, scan


def found(text: str, codebook: Codebook) -> list[tuple[str, str]]:
    return [(text[token.start : token.end], token.role) for token in scan(text, codebook)]


def test_markers_come_in_the_order_in_which_they_stand(codebook: Codebook):
    assert found("TOP: a #regie \\@b +3 vb: c >> d", codebook) == [
        ("TOP:", KIND_WORD),
        ("#regie", TAG),
        ("\\", ESCAPE),
        ("+3", VOTES),
        ("vb:", PART),
        (">>", PART),
    ]


@pytest.mark.parametrize("text", ["a nodig:", "a vb: #regie", "a >> +3", "a nodig:  \n"])
def test_an_opening_without_text_behind_it_is_none(codebook: Codebook, text: str):
    assert PART not in [role for _, role in found(text, codebook)]


def test_every_possible_opening_is_a_marker_even_with_nothing_behind_it(codebook: Codebook):
    assert [token.role for token in markers("nodig: vb:", names(codebook))] == [PART, PART]


def test_of_several_votes_only_the_last_at_an_end_counts(codebook: Codebook):
    assert found("a +1\nb +2 vb: c +3 #regie", codebook)[-2:] == [("+3", VOTES), ("#regie", TAG)]
    assert [each for each in found("a +1\nb +2\nc", codebook) if each[1] == VOTES] == [("+1", VOTES)]


def test_a_kind_in_capitals_sets_its_code_unless_a_backslash_stands_in_front(codebook: Codebook):
    word, escaped = kind_word("RISICO x", codebook), kind_word("\\RISICO x", codebook)
    assert word is not None
    assert escaped is not None
    assert (word.role, word.codes) == (KIND_WORD, (codebook.by_slug["soort", "risico"].id,))
    assert (escaped.role, escaped.end) == (ESCAPE, 1)
    assert kind_word("Een RISICO", codebook) is None
