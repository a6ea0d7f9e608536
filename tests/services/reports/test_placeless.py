"""Villages and buildings give way to the region they are in."""

import pytest

from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.placeless import Places

SESSIONS = (
    Workshop("a", "Oudersluis praat", region="Regio Hoek (voorbeeld)", place="Oudersluis (voorbeeld)",
             location="Buurthuis De Sluis, zaal 2"),
    Workshop("b", "Zonder regio", place="Duinrade"),
    Workshop("c", "Zelfde naam", region="Utrecht", place="Utrecht"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Oudersluis belt men.", "In Regio Hoek belt men."),
        ("Oudersluis-Noord en Oudersluis", "Regio Hoek en Regio Hoek"),
        ("Bij Buurthuis De Sluis.", "Bij Regio Hoek."),
        ("Naar Duinrade!", "Naar de regio!"),
        ("In Utrecht blijft het zo.", "In Utrecht blijft het zo."),
        ("Regio Hoek (voorbeeld)", "Regio Hoek (voorbeeld)"),
        ("De oudersluisdeur en Oudersluiser kaas", "De oudersluisdeur en Oudersluiser kaas"),
        ("", ""),
    ],
)
def test_a_name_of_a_place_becomes_its_region(text: str, told: str) -> None:
    assert Places(SESSIONS).away(text) == told


def test_a_session_no_longer_says_where_it_was() -> None:
    told = Places(SESSIONS).of_workshop(SESSIONS[0])
    assert (told.title, told.place, told.location) == ("Regio Hoek praat", "", "")


def test_without_places_a_text_is_left_as_it_is() -> None:
    assert Places(()).away("In Oudersluis") == "In Oudersluis"
