from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.workshops import Attendance, Workshop


def test_places_organisations_and_codes_are_no_persons(codebook: Codebook) -> None:
    workshop = Workshop(
        "w",
        "Proef",
        region="Maasduinen",
        place="Sanne",
        location="Huis Willem",
        attendance=(Attendance("Koraal", 3),),
    )
    names = [*names_of([workshop], codebook)]
    assert {"Maasduinen", "Sanne", "Huis Willem", "Koraal"} <= {*names}
    assert {code.name for code in codebook.codes} <= {*names}
    assert [*names_of([], codebook)] == [name for name in names if name not in names[:4]]
