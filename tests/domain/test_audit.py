import pytest

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.audit import Line

ACTS = [
    value for name, value in vars(audit).items() if name.isupper() and not name.startswith("_") and value.islower()
]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_its_sentence(act: str) -> None:
    told = Line(act, count=3).told
    assert told[0].isupper()
    assert "{" not in told


def test_one_and_many_are_told_apart() -> None:
    assert Line(audit.ERASED, count=1).told == "Gewist: 1 bouwsteen"
    assert Line(audit.MERGED, "1", 1234).told == "Samengevoegd: 1.234 nieuwe bouwstenen uit 1 bestand"
    assert Line(audit.ERASED, "earlier", 1).told == "Eerdere versies gewist, op 1 plaats"
    assert Line(audit.ERASED, "everywhere", 1234).told == "Overal door een rol vervangen, op 1.234 plaatsen"


def test_what_was_erased_or_exported_is_not_called_blocks_when_it_is_something_else() -> None:
    assert Line(audit.ERASED, "photos", 3).told == "Foto’s gewist: 3"
    assert Line(audit.ERASED, "elsewhere", 1).told == "Gewist zoals op een andere laptop: 1 bouwsteen"
    assert Line(audit.EXPORTED, "codeboek").told == "Geëxporteerd (codeboek)"


@pytest.mark.parametrize("kind", ["docx", ".xlsx", "rapport-regio", "12", ""])
def test_a_kind_is_one_plain_word(kind: str) -> None:
    assert Line(audit.EXPORTED, kind).kind == kind


@pytest.mark.parametrize("kind", ["Naam", "twee woorden", "x" * 40, "naam@mail", "é"])
def test_a_kind_that_reads_as_a_text_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="exported"):
        Line(audit.EXPORTED, kind)
