from bouwstenen_app.domain.outlines import Outline, differing

NOW = Outline(
    {"a": b"1", "b": b"1", "c": b"1"}, {"s": "Rivierenhoek", "t": "Heuvelrug"}, {"k": b"1"}, frozenset("f")
)


def test_what_a_backup_lacks_and_what_it_brings_back_is_told() -> None:
    then = Outline({"a": b"1", "b": b"2", "d": b"1"}, {"s": "Rivierenhoek"}, {}, frozenset("fg"))
    assert [*differing(NOW, then)] == [
        "1 bouwsteen minder dan nu.",
        "1 bouwsteen die er nu niet is.",
        "1 bouwsteen met een andere tekst.",
        "Sessie “Heuvelrug” ontbreekt dan.",
        "1 bundel minder dan nu.",
        "1 foto meer dan nu.",
    ]


def test_equal_states_are_told_as_such() -> None:
    assert [*differing(NOW, NOW)] == ["Er zou niets anders zijn: dezelfde sessies, bouwstenen en bundels."]


def test_few_sessions_are_named_and_many_counted() -> None:
    two = Outline(sessions={"s": "Rivierenhoek", "t": "Heuvelrug"})
    many = Outline(sessions={str(number): f"Sessie {number}" for number in range(9)})
    assert [*differing(Outline(), two)] == ["De sessies “Rivierenhoek” en “Heuvelrug” komen terug."]
    assert [*differing(many, Outline())] == ["9 sessies ontbreken dan."]
    assert [*differing(two, Outline(sessions={"s": "Rivier", "t": "Heuvelrug"}))] == ["1 sessie heet dan anders."]


def test_an_outline_says_how_much_is_in_it() -> None:
    assert NOW.told == "3 bouwstenen in 2 sessies"
