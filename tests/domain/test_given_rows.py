"""Rows of a table as blocks."""

from bouwstenen_app.domain.given_blocks import GivenSession, GivenTable, Remark
from bouwstenen_app.domain.given_rows import blocks_of, read_day, titled

COLUMNS = ("titel", "toelichting", "stemmen", "tafel", "tags", "tag:domein", "nodig", "datum", "sessie", "vrijgave")


def rows(*given: tuple[str, ...]) -> GivenTable:
    return GivenTable("blad “Een”", (), tuple(enumerate(given, start=2)))


def test_a_row_with_everything_is_a_block() -> None:
    cells = ("Samen", "Uitleg", "7", "Tafel 3", "a; #b", "politie|OM", "tijd\ngeld", "24-11-2026", "Zuid", "Intern")
    [block], remarks = blocks_of(rows(cells), COLUMNS)
    assert remarks == []
    assert (block.texts["title"], block.texts["explanation"], block.votes, block.table) == ("Samen", "Uitleg", 7, 3)
    assert block.tags == (("", "a"), ("", "#b"), ("domein", "politie"), ("domein", "OM"))
    assert block.conditions == ("tijd", "geld")
    assert block.session == GivenSession("Zuid", "2026-11-24")
    assert (block.release, block.place, block.key) == ("intern", "blad “Een”, rij 2", "0:2")


def test_what_is_not_understood_is_told_with_its_place_and_the_block_comes_in() -> None:
    cells = ("Samen", "", "veel", "raam", "", "", "", "gisteren", "Zuid", "geheim")
    [block], remarks = blocks_of(rows(cells), COLUMNS)
    assert (block.votes, block.table, block.release) == (0, None, "")
    assert [(one.text, one.reason) for one in remarks] == [
        ("veel", "dat is geen aantal stemmen"),
        ("raam", "dat is geen nummer van een tafel"),
        ("geheim", "zo’n vrijgave bestaat niet"),
        ("gisteren", "dat is geen datum"),
    ]


def test_a_row_without_text_is_told_and_an_empty_one_is_passed_over() -> None:
    blocks, remarks = blocks_of(rows(("", "", "9"), ("", "", "")), COLUMNS)
    assert blocks == []
    assert remarks == [Remark("blad “Een”, rij 2", "9", "er staat geen tekst van een bouwsteen in")]


def test_who_may_see_it_and_what_the_group_said_are_read() -> None:
    columns = ("titel", "achtergehouden", "geparkeerd", "teruggelezen", "id")
    [block], remarks = blocks_of(rows(("Samen", "Ja", "misschien", "Bevestigd", "ab" * 16)), columns)
    assert (block.marks, block.read_back, block.identity) == (frozenset({"held_back"}), "bevestigd", "ab" * 16)
    assert [one.reason for one in remarks] == ["geparkeerd: dat is geen ja of nee"]


def test_two_columns_of_one_kind_are_put_together() -> None:
    [block], _ = blocks_of(rows(("Samen", "Eerst", "Dan")), ("titel", "toelichting", "toelichting"))
    assert block.texts["explanation"] == "Eerst\nDan"


def test_without_a_title_the_explanation_is_one_and_lines_go_below_it() -> None:
    assert titled("", "Eerste regel\nrest") == ("Eerste regel", "rest")
    assert titled("a\nb", "c") == ("a", "b\nc")


def test_a_day_may_have_a_time_behind_it() -> None:
    assert str(read_day("2026-11-24 13:30")) == str(read_day("2026-11-24T13:30:00")) == "2026-11-24"
    assert read_day("24 november 2026") is not None
    assert read_day("ooit") is None
