from bouwstenen_app.domain.figures import FigureTable, in_lines, shown, with_tabs

TABLE = FigureTable(
    title="Proef",
    corner="Thema",
    columns=("Zorg", "Draagvlak"),
    rows=("Leefwereld", "Kantel\nmomenten"),
    values=((1284, "in meer sessies"), (None, "eenmaal genoemd")),
    depths=(0, 1),
)


def test_values_are_written_the_dutch_way() -> None:
    assert [shown(value) for value in (1284, 4.56, "woord", None, 0)] == ["1.284", "4,6", "woord", "–", "0"]


def test_with_tabs_a_spreadsheet_reads_the_numbers() -> None:
    assert with_tabs(TABLE).split("\n") == [
        "Thema\tZorg\tDraagvlak",
        "Leefwereld\t1284\tin meer sessies",
        "Kantel momenten\t0\teenmaal genoemd",
    ]


def test_in_lines_numbers_stand_under_each_other_and_words_begin_together() -> None:
    assert in_lines(TABLE) == (
        "Thema               Zorg  Draagvlak",
        "Leefwereld         1.284  in meer sessies",
        "  Kantel momenten      –  eenmaal genoemd",
    )


def test_a_table_without_rows_has_its_heading_only() -> None:
    empty = FigureTable("Leeg", "Bundel", ("Stemmen",), (), ())

    assert in_lines(empty) == ("Bundel  Stemmen",)
    assert with_tabs(empty) == "Bundel\tStemmen"
    assert empty.highest == 0


def test_the_highest_counts_numbers_only() -> None:
    assert TABLE.highest == 1284
    assert TABLE.depth(1) == 1
