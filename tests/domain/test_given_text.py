"""Plain text and Markdown as blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.given_text import read_markdown, read_plain


def test_each_line_of_a_text_is_a_block_with_its_place() -> None:
    found = read_plain("Eén #politie\n\n- Twee +3\n---\n12. Drie\n", "a.txt").found()
    assert [(one.line, one.place) for one in found] == [
        ("Eén #politie", "regel 1"),
        ("Twee +3", "regel 3"),
        ("Drie", "regel 5"),
    ]


def test_a_line_with_only_a_table_says_where_the_next_ones_come_from() -> None:
    found = read_plain("Nul\ntafel 4:\nEén\nTwee\nTafel 5\nDrie", "a.txt").found()
    assert [(one.line, one.groups) for one in found] == [
        ("Nul", ()),
        ("Eén", ("tafel 4",)),
        ("Twee", ("tafel 4",)),
        ("Drie", ("Tafel 5",)),
    ]


def test_headings_are_groups_and_the_one_above_all_is_the_title() -> None:
    outline, _ = read_markdown("# Werksessie\n\n## 1. Wat werkt\n- **Eén** plan\n## Cluster\n- Twee\n", "a.md")
    assert outline.title == "Werksessie"
    assert [(one.line, one.groups) for one in outline.found()] == [
        ("Eén plan", ("Wat werkt",)),
        ("Twee", ("Cluster",)),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("# Wat werkt ##", "Wat werkt"),
        ("#   Wat werkt \t", "Wat werkt"),
        ("# Werken in C#", "Werken in C#"),
        ("# #", ""),
        ("#Wat werkt", None),
    ],
)
def test_the_signs_around_a_heading_go(line: str, said: str | None) -> None:
    outline, _ = read_markdown(f"{line}\n- Eén\n", "a.md")
    assert outline.title == (said or "")
    assert len(outline.found()) == (2 if said is None else 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("**Eén** plan", "Eén plan"),
        ("__a **b** c__ d", "a b c d"),
        ("**a __b** c__", "a __b c__"),
        ("**niet ** dicht", "**niet ** dicht"),
        ("2 ** 3 **", "2 ** 3 **"),
    ],
)
def test_bold_words_lose_their_signs(line: str, said: str) -> None:
    outline, _ = read_markdown(f"- {line}\n", "a.md")
    assert [one.line for one in outline.found()] == [said]


def test_numbers_in_a_heading_stay_and_numbering_goes() -> None:
    text = "# Van 0-100 en verder\n- Eén\n## 2 tafels\n- Twee\n## 1.2 Wonen\n- Drie\n## 3) Zorg\n- Vier\n"
    outline, _ = read_markdown(text, "a.md")
    assert outline.title == "Van 0-100 en verder"
    assert [one.groups for one in outline.found()] == [(), ("2 tafels",), ("Wonen",), ("Zorg",)]


def test_several_first_headings_with_rounds_below_them_are_sessions() -> None:
    outline, _ = read_markdown("# Zuid\n## Ronde 1\n- Eén\n# Noord\n## Ronde 1: start\n- Twee\n", "a.md")
    found = outline.found()
    assert [one.session.title if one.session else "" for one in found] == ["Zuid", "Noord"]
    assert [one.groups for one in found] == [("Ronde 1",), ("Ronde 1: start",)]


def test_several_first_headings_are_all_groups() -> None:
    outline, _ = read_markdown("# Wonen\n- Eén\n# Zorg\n- Twee\n", "a.md")
    assert [one.groups for one in outline.found()] == [("Wonen",), ("Zorg",)]


def test_what_is_indented_below_an_item_explains_it() -> None:
    outline, _ = read_markdown("- Eén\n  - want dit\n  en dat\n- Twee\n\nAlinea", "a.md")
    assert [one.line for one in outline.found()] == ["Eén\nwant dit\nen dat", "Twee", "Alinea"]


def test_a_line_with_a_colon_above_a_list_is_a_group() -> None:
    outline, _ = read_markdown("Knelpunten:\n\n1. Wachtlijst\n2. Regels\n", "a.md")
    assert [(one.line, one.groups) for one in outline.found()] == [
        ("Wachtlijst", ("Knelpunten",)),
        ("Regels", ("Knelpunten",)),
    ]


def test_tables_are_tables() -> None:
    _, tables = read_markdown(
        "| Titel | Stemmen |\n|:--|--:|\n| Eén \\| twee | 3 |\n\n|a|b|\n|-|-|\n|c|d|\n", "a.md"
    )
    assert [[cells for _, cells in table.rows] for table in tables] == [
        [("Titel", "Stemmen"), ("Eén | twee", "3")],
        [("a", "b"), ("c", "d")],
    ]


def test_a_long_paragraph_gets_its_first_sentence_as_title() -> None:
    text = "Dit is de kern. " + "En dit is de uitleg die erbij hoort. " * 10
    [found] = read_plain(text, "a.txt").found()
    assert found.line.split("\n")[0] == "Dit is de kern."


@given(st.text(max_size=300))
def test_no_word_of_a_text_is_lost(text: str) -> None:
    found = read_plain(text, "a.txt").found()
    said = " ".join(f"{one.line} {' '.join(one.groups)}" for one in found)
    words = {word for word in text.split() if word.isascii() and word.isalpha() and len(word) > 6}
    assert words <= {*said.split()} or "tafel" in text.casefold()


@given(st.text(alphabet="# -*|ab:\n\t1.>`_é", max_size=300))
def test_any_markdown_is_read(text: str) -> None:
    outline, tables = read_markdown(text, "a.md")
    assert all(one.line.strip() for one in outline.found())
    assert all(table.rows for table in tables)
