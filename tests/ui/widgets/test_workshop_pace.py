import pytest

from bouwstenen_app.domain.pace import Pace
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.ui.widgets.workshop_pace import late_words, pace_words

SESSION = Workshop("s", "Sessie", rounds=(Round("een", "Wat werkt al?", 1, minutes=20),))


@pytest.mark.parametrize(
    ("behind", "end", "long", "short"),
    [
        (0, "16:30", "Nu: “Wat werkt al?”, volgens plan tot 14:00. Op tijd.", ""),
        (-5, "16:30", "Nu: “Wat werkt al?”, volgens plan tot 14:00. 5 minuten voor op de agenda.", ""),
        (
            1,
            "16:30",
            "Nu: “Wat werkt al?”, volgens plan tot 14:00. 1 minuut achter op de agenda. "
            "Het eind blijft 16:30: er is nog speling.",
            "1 minuut achter op de agenda",
        ),
        (
            7,
            "16:37",
            "Nu: “Wat werkt al?”, volgens plan tot 14:00. 7 minuten achter op de agenda. "
            "Eind wordt 16:37 in plaats van 16:30.",
            "7 minuten achter op de agenda, eind wordt 16:37",
        ),
    ],
)
def test_how_late_it_is_is_said_in_words(behind: int, end: str, long: str, short: str) -> None:
    pace = Pace(behind, "16:30", end, "een", "14:00")

    assert pace_words(pace, SESSION) == long
    assert late_words(pace) == short


def test_nothing_is_said_when_there_is_nothing_to_say() -> None:
    assert late_words(None) == ""
