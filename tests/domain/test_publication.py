from datetime import datetime

from bouwstenen_app.domain import publication

TWO = datetime(2026, 11, 30, 14, 2)


def test_it_says_since_when_the_file_is_up_to_date() -> None:
    assert publication.told("OneDrive", TWO, pending=False) == "Bijgewerkt in OneDrive om 14:02."
    assert publication.told("OneDrive", None, pending=False) == "Bijgewerkt in OneDrive."


def test_it_says_that_it_is_not_and_when_it_will_be() -> None:
    said = publication.told("OneDrive", TWO, pending=True)
    assert said.startswith("Nog niet bijgewerkt in OneDrive, laatst om 14:02. Dat gaat vanzelf")


def test_it_says_what_is_in_the_way() -> None:
    assert publication.told("OneDrive", TWO, "De schijf is vol.", pending=True) == (
        "Nog niet bijgewerkt in OneDrive. De schijf is vol."
    )
