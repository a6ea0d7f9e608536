import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.query import MOST_PARTS, Bound, Query, Words, asks, read

DIMENSIONS = ("domein", "thema", "soort", "juridisch-kader")


def query(typed: str) -> Query:
    return read(typed, DIMENSIONS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Query()),
        ("wijk melding", Query((Words(("wijk",)), Words(("melding",))))),
        ('"samen aan tafel"', Query((Words(("samen", "aan", "tafel"), exact=True),))),
        ('"half gesloten', Query((Words(("half", "gesloten"), exact=True),))),
        ("-gemeente", Query((Words(("gemeente",), unwanted=True),))),
        ('-"aan tafel"', Query((Words(("aan", "tafel"), exact=True, unwanted=True),))),
        ("thema:wonen", Query(wanted={"thema": ("wonen",)})),
        ("Thema:wonen", Query(wanted={"thema": ("wonen",)})),
        ('domein:"Veilig Thuis"', Query(wanted={"domein": ("Veilig Thuis",)})),
        ("soort:idee,risico", Query(wanted={"soort": ("idee", "risico")})),
        ('soort:"een idee",risico', Query(wanted={"soort": ("een idee", "risico")})),
        ("soort:idee soort:risico", Query(wanted={"soort": ("idee", "risico")})),
        ("juridisch-kader:avg", Query(wanted={"juridisch-kader": ("avg",)})),
        ("-thema:wonen", Query(unwanted={"thema": ("wonen",)})),
        ("sessie:zwolle regio:twente", Query(wanted={"sessie": ("zwolle",), "regio": ("twente",)})),
        ("status:ruw vrijgave:intern groep:bellen", Query(wanted={"status": ("ruw",), "vrijgave": ("intern",),
                                                                  "groep": ("bellen",)})),
        ("stemmen>3", Query(votes=(Bound(">", 3),))),
        ("stemmen >= 3", Query(votes=(Bound(">=", 3),))),
        ("stemmen<=2 stemmen:0", Query(votes=(Bound("<=", 2), Bound("=", 0)))),
        ("zonder:thema", Query(without=("thema",))),
        ("zonder:thema,Domein", Query(without=("thema", "domein"))),
        ("wijk thema:wonen stemmen>1", Query((Words(("wijk",)),), wanted={"thema": ("wonen",)},
                                             votes=(Bound(">", 1),))),
    ],
)  # fmt: skip
def test_what_is_typed_is_read(typed: str, expected: Query) -> None:
    assert query(typed) == expected


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("zonder:meer", ("zonder", "meer")),
        ("zonder:thema,meer", ("zonder", "thema", "meer")),
        ("onbekend:veld", ("onbekend", "veld")),
        ("stemmen>veel", ("stemmen", "veel")),
        ("thema>3", ("thema", "3")),
        ("18:30", ("18", "30")),
        ("title:wijk*", ("title", "wijk")),
    ],
)
def test_what_is_no_field_is_just_words(typed: str, words: tuple[str, ...]) -> None:
    assert query(typed) == Query((Words(words),))


@pytest.mark.parametrize("typed", ["-", '"', '""', "thema:", 'thema:""', "()*:^", "- -", ":", "--"])
def test_signs_alone_ask_for_nothing(typed: str) -> None:
    assert query(typed).wanted == {}
    assert all(words.words in (("thema",),) for words in query(typed).words)
    assert asks(typed) is ("thema" in typed)


@given(st.text(max_size=80))
def test_anything_typed_is_read_and_no_word_is_lost(typed: str) -> None:
    found = query(typed)
    assert asks(typed) is (found != Query())
    assert all(word for words in found.words for word in words.words)
    assert all(values and all(values) for group in (found.wanted, found.unwanted) for values in group.values())


def test_of_a_text_that_was_pasted_only_the_first_part_is_read() -> None:
    many = " ".join(f"+thema:x{number}" for number in range(1_000))

    assert len(read(many, ("thema",)).also) == MOST_PARTS
    assert len(read("thema:" + ",".join(f"x{number}" for number in range(500)), ("thema",)).wanted["thema"]) <= 60
    assert len(read("woord " * 5_000).words) == MOST_PARTS
    assert len(read("+thema:wonen " * 50, ("thema",)).also) == 1
