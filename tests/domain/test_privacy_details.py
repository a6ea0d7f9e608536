import json
from pathlib import Path

import pytest

from bouwstenen_app.domain.privacy import AMBER, DETAIL, findings
from bouwstenen_app.domain.privacy_roles import replaced

RESOURCES = Path(__file__).parents[2] / "resources"


def details(text: str) -> list[str]:
    return [one.text for one in findings(text) if one.kind == DETAIL]


@pytest.mark.parametrize(
    ("text", "detail", "in_general"),
    [
        ("De enige huisarts van Borculo wist het.", "De enige huisarts van Borculo", "Een huisarts wist het."),
        ("Dat is het enige gezin in het dorp.", "het enige gezin in het dorp", "Dat is een gezin."),
        (
            "We spraken de enige vrouwelijke imam van Almelo.",
            "de enige vrouwelijke imam van Almelo",
            "We spraken een imam.",
        ),
        ("Een meisje van 9 uit Ommen belde.", "Een meisje van 9 uit Ommen", "Een kind van ongeveer 9 belde."),
        ("Een 14-jarige jongen uit Deest liep weg.", "Een 14-jarige jongen uit Deest", None),
        (
            "De moeder, 34 jaar, uit Hattem bleef.",
            "De moeder, 34 jaar, uit Hattem",
            "Iemand van ongeveer 35 bleef.",
        ),
        ("zoon (12) uit Hattem", "zoon (12) uit Hattem", None),
        ("Een Eritrees gezin in Borculo", "Een Eritrees gezin in Borculo", "Een gezin"),
        ("De Poolse moeder uit Tiel sprak.", "De Poolse moeder uit Tiel", "Een moeder sprak."),
        ("De dominee van Urk wist het.", "De dominee van Urk", "Een dominee wist het."),
        ("De drieling zat in de klas.", "De drieling", "Een kind zat in de klas."),
        ("Een tweeling van 9 bleef thuis.", "Een tweeling van 9", "Een kind bleef thuis."),
        ("De man die in de krant stond is terug.", "De man die in de krant stond", "Een man is terug."),
    ],
)
def test_a_rare_detail_is_amber_and_becomes_general(text: str, detail: str, in_general: str | None) -> None:
    (found,) = findings(text)
    assert (found.kind, found.level, found.text) == (DETAIL, AMBER, detail)
    if in_general is not None:
        assert replaced(text, found) == in_general


@pytest.mark.parametrize(
    "text",
    [
        "De enige route in de regio is via het wijkteam.",
        "Het enige loket in de stad is vol.",
        "Elk kind van 9 tot 12 jaar krijgt een gesprek.",
        "Kinderen van 4 tot 12 uit Overijssel vallen onder de afspraak.",
        "De huisarts in Nederland heeft een eigen meldcode.",
        "De huisarts van Veilig Thuis belt terug.",
        "Een gezin in de wijk heeft één plan nodig.",
        "De vrouw in de opvang krijgt een plan.",
        "Ouderling en leerling werken samen met de tweelingsteden.",
        "Roma-vrouwen in Utrecht vragen andere hulp.",
        "De zaak kwam in de krant.",
    ],
)
def test_what_holds_for_many_is_no_rare_detail(text: str) -> None:
    assert details(text) == []


def test_an_identifier_in_it_stays_red() -> None:
    text = "De enige huisarts van Borculo belde met 06-12345678."
    assert [(one.kind, one.level) for one in findings(text)] == [(DETAIL, AMBER), ("TELEFOON", "rood")]


def test_the_example_and_the_codebook_hold_none() -> None:
    said: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            said.append(value)
        elif isinstance(value, dict):
            gather(list(value.values()))
        elif isinstance(value, list):
            for one in value:
                gather(one)

    for file in ("examples/voorbeeldsessies.json", "codebook/bouwstenen-basis.json"):
        gather(json.loads((RESOURCES / file).read_text(encoding="utf-8")))
    assert len(said) > 1_000
    assert [text for text in said if details(text)] == []
