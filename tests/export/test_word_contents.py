from pathlib import Path

from bouwstenen_app.domain.report import Card, Cell, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.export.word_contents import Plan, plan_for
from bouwstenen_app.export.word_package import opened

TEMPLATE = Path(__file__).parents[2] / "resources/templates/report.docx"


def said(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def plan(*sections: Section) -> Plan:
    return plan_for(Report(TitlePage("Titel"), sections), opened(TEMPLATE, "nl-NL").pages)


def test_sections_are_numbered_as_word_will_number_them() -> None:
    made = plan(
        Section("a"),
        Section("b", 2),
        Section("c", 2),
        Section("d", 3),
        Section("e"),
        Section("f", 2),
        Section("g", 3),
    )

    assert [heading.number for heading in made.headings] == ["1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]


def test_a_section_without_a_number_does_not_count() -> None:
    made = plan(Section("a"), Section("bijlage", numbered=False), Section("b"))

    assert [heading.number for heading in made.headings] == ["1", "", "2"]


def test_no_level_is_skipped() -> None:
    made = plan(Section("a", 3), Section("b", 3), Section("c", 1), Section("d", 3))

    assert [heading.level for heading in made.headings] == [1, 2, 1, 2]


def test_the_contents_show_two_levels() -> None:
    made = plan(Section("a"), Section("b", 2), Section("c", 3), Section("d"))

    assert [heading.title for heading in made.contents] == ["a", "b", "d"]


def test_cards_in_a_chapter_are_in_the_contents_while_there_are_few() -> None:
    def chapter(count: int) -> Section:
        return Section("Kern", items=tuple(Card("Titel", f"K-{n}", f"k{n}", ()) for n in range(count)))

    assert [heading.title for heading in plan(chapter(2)).contents] == ["Kern", "K-0 Titel", "K-1 Titel"]
    assert [heading.title for heading in plan(chapter(1000)).contents] == ["Kern"]
    assert plan(chapter(1000)).depth == 1


def test_pages_go_up() -> None:
    long = tuple(said("woord " * 500) for _ in range(4))
    made = plan(Section("a", items=long), Section("b", items=long), Section("c", items=long))

    assert [heading.page for heading in made.headings] == [3, 5, 8]
    assert made.pages == 11


def test_a_chapter_of_many_pages_begins_a_new_one() -> None:
    long = tuple(said("woord " * 500) for _ in range(12))
    made = plan(
        Section("a", items=(said("Kort."),)), Section("b", items=long), Section("c", items=(said("Kort."),))
    )

    assert [heading.new_page for heading in made.headings] == [True, True, False]


def test_short_chapters_follow_each_other_on_a_page() -> None:
    made = plan(*(Section(f"Hoofdstuk {n}", items=(said("Kort."),)) for n in range(5)))

    assert [heading.page for heading in made.headings] == [3, 3, 3, 3, 3]
    assert [heading.new_page for heading in made.headings] == [True, False, False, False, False]


def test_a_chapter_with_a_wide_table_goes_on_its_side() -> None:
    wide = Table("Breed", tuple("abcdefgh"), (tuple(map(Cell, "12345678")),))
    made = plan(Section("a"), Section("b", items=(wide,)), Section("c"))

    assert [heading.landscape for heading in made.headings] == [False, True, False]
