import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.proposals import dimension_of, name_of, nearest, slug_of, tag_key


def slugs(codebook: Codebook, text: str) -> list[str]:
    return [codebook.code(code).slug for code in nearest(text, codebook)]


def test_spellings_of_one_tag_have_one_key_and_another_prefix_is_another_tag() -> None:
    assert tag_key("#Wijk-gericht") == tag_key("#wijkgericht") == tag_key("#WIJKGERICHT")
    assert tag_key("@wijkgericht") != tag_key("#wijkgericht") != tag_key("#wijkgerichte")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("#wijkgericht", "Wijkgericht"),
        ("#wijkgericht-werken", "Wijkgericht werken"),
        ("@Zorg_en_straf", "Zorg en straf"),
        ("#0-100", "0-100"),
        ("#jeugd-18+", "Jeugd 18+"),
        ("#één-loket", "Één loket"),
        ("!kans", "Kans"),
    ],
)
def test_a_tag_is_called_as_people_write_it(typed: str, name: str) -> None:
    assert name_of(typed) == name


def test_a_short_name_is_plain_letters() -> None:
    assert slug_of("Zorg én straf") == "zorg-en-straf"
    assert slug_of("Wijkgericht werken / samen!") == "wijkgericht-werken-samen"
    assert slug_of("!?") == "code"


def test_the_prefix_says_which_dimension_is_meant() -> None:
    assert [dimension_of(text) for text in ("@a", "!a", "#a")] == ["domein", "soort", "thema"]


def test_the_nearest_codes_are_found_by_beginning_part_error_and_likeness(codebook: Codebook) -> None:
    assert slugs(codebook, "#kantelmomentje")[0] == "kantelmomenten"
    assert slugs(codebook, "#kantelmonent")[0] == "kantelmomenten"
    assert "regionale-samenwerking" in slugs(codebook, "#samenwerking")
    assert slugs(codebook, "@politieagent")[0] == "politie"
    assert slugs(codebook, "#politieagent")[0] == "politie", "whatever its prefix"


def test_nothing_near_is_nothing_offered(codebook: Codebook) -> None:
    assert slugs(codebook, "#xyzzy") == []
    assert slugs(codebook, "#qq") == []
