"""The small part of Markdown that papers are written in."""

from bouwstenen_app.domain.papers import PAPERS, Paper, about, fields_of, report, runs
from bouwstenen_app.domain.report import Cell, Listing, Paragraph, Run, Table

TEXT = """# Proef

> Concept. Laat dit
> nakijken.

## Eerste

Een alinea die
doorgaat op {{plaats}}.

- Een punt
  dat doorgaat
- Nog een

1. Ten eerste
2. Ten tweede

### Dieper

Tabel: Wie wat doet

| Wie | Wat |
|---|---|
| **Jij** | Typen |
| Zij | {{taak}} |

Slot na versie {{versie}}.
"""


def test_the_front_line_headings_lists_and_tables_become_what_they_are() -> None:
    read = report(Paper("proef", "Proef", "Voor de test"), TEXT, {"versie": "2.0"})

    assert (read.cover.title, read.cover.subtitle) == ("Proef", "")
    assert read.cover.notice == "Voor de test. Concept. Laat dit nakijken."
    assert [(section.title, section.level, section.numbered) for section in read.sections] == [
        ("Eerste", 1, False),
        ("Dieper", 2, False),
    ]
    paragraph, bullets, numbers = read.sections[0].items
    assert paragraph == Paragraph((Run("Een alinea die doorgaat op "), Run("{{plaats}}", bold=True), Run(".")))
    assert bullets == Listing(((Run("Een punt dat doorgaat"),), (Run("Nog een"),)))
    assert numbers == Listing(((Run("Ten eerste"),), (Run("Ten tweede"),)), numbered=True)
    table, last = read.sections[1].items
    assert isinstance(table, Table)
    assert (table.caption, table.header) == ("Wie wat doet", ("Wie", "Wat"))
    assert table.rows == ((Cell("Jij"), Cell("Typen")), (Cell("Zij"), Cell("{{taak}}")))
    assert last == Paragraph((Run("Slot na versie 2.0."),))


def test_what_the_program_shows_and_what_is_typed_stand_out() -> None:
    assert runs("Kies *Rapport* of typ `bouwstenen rapport`.") == (
        Run("Kies "),
        Run("Rapport", italic=True),
        Run(" of typ "),
        Run("bouwstenen rapport", bold=True),
        Run("."),
    )


def test_what_is_to_be_filled_in_is_told_once_each() -> None:
    assert fields_of("{{a}} en {{b c}} en {{a}}") == ("a", "b c")


def test_a_column_is_never_narrower_than_its_longest_word() -> None:
    text = (
        "## Een\n\nTabel: T\n\n| A | B |\n|---|---|\n| Verwerkingsverantwoordelijkheid | " + "woord " * 40 + "|\n"
    )
    (table,) = report(Paper("p", "P", ""), text, {}).sections[0].items
    assert isinstance(table, Table)
    assert table.widths[0] / sum(table.widths) > 0.3


def test_no_two_papers_have_the_same_name() -> None:
    assert len({paper.slug for paper in PAPERS}) == len({paper.title for paper in PAPERS}) == len(PAPERS)


def test_a_paper_is_found_by_the_beginning_of_a_word_of_its_title_or_name() -> None:
    assert [one.slug for one in about("laptop")] == ["laptop-kwijt"]
    assert [one.slug for one in about("DPIA")] == ["dpia"]
    assert [one.slug for one in about("kaart")] == []
    assert about("de") == about(" ") == ()
