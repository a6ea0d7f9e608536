from dataclasses import replace
from pathlib import Path

from tests.export import house_styles

from bouwstenen_app.domain.report import (
    Card,
    Cell,
    Figure,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
    WallCard,
)
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.export.page_look import Mark, PagePlan, page_look, planned
from bouwstenen_app.ui.widgets.report_chapters import Chapter
from bouwstenen_app.ui.widgets.report_html import CARDS_AT_MOST, chapters
from bouwstenen_app.ui.widgets.report_style import style_of

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
COVER = TitlePage("Titel <1>", subtitle="Onder", status="Concept", notice="Voorbeeld")
LONG = tuple(Paragraph((Run("Een alinea die een paar regels op de bladzijde vult. " * 12),)) for _ in range(12))


def made(report: Report, plan: PagePlan | None = None) -> list[Chapter]:
    return list(chapters(report, page_look(TEMPLATE), plan or planned(report, TEMPLATE)))


def _card(number: int) -> Card:
    return Card(
        f"Kaart {number}", f"RH-{number:03d}", "", (("Nodig.", "Tijd"),), tags="Zorg", provenance="Herkomst"
    )


def test_chapters_begin_a_page_where_they_do_in_word() -> None:
    sections = (Section("Een"), Section("Een A", level=2), Section("Twee"), Section("Bijlage", numbered=False))
    report = Report(COVER, sections)
    plan = planned(report, TEMPLATE)
    headings = tuple(replace(one, new_page=one.level == 1) for one in plan.headings)
    pages = [chapter.html for chapter in made(report, replace(plan, headings=headings))]

    assert len(pages) == 2 + 3
    assert "Titel &lt;1&gt;" in pages[0]
    assert "1\tEen<" in pages[1]
    assert "<h2>1.1 Een A</h2>" in pages[2]
    assert "<h1>2 Twee</h1>" in pages[3]
    assert "<h1>Bijlage</h1>" in pages[4]


def test_short_chapters_follow_each_other_as_they_do_in_word() -> None:
    pages = made(Report(COVER, (Section("Een"), Section("Twee"))))

    assert len(pages) == 3
    assert "<h1>2 Twee</h1>" in pages[2].html


def test_the_contents_have_the_lines_that_word_has() -> None:
    report = Report(COVER, (Section("Een", items=LONG), Section("Een A", 2), Section("Twee", items=LONG)))
    contents = made(report)[1].html

    assert [line.title for line in planned(report, TEMPLATE).contents] == ["Een", "Een A", "Twee"]
    assert all(said in contents for said in (">1\tEen<", ">1.1\tEen A<", ">2\tTwee<"))


def test_a_wide_table_lies_on_its_side_as_it_does_in_word() -> None:
    names = tuple(f"Lange naam van een kolom {number}" for number in range(12))
    wide = Table("Breed", names, (tuple(Cell("12") for _ in names),))
    pages = made(
        Report(COVER, (Section("Een", items=LONG), Section("Breed", items=(wide,)), Section("Na", items=LONG)))
    )

    assert [page.landscape for page in pages[2:]] == [False, True, False]


def test_a_compact_document_has_its_title_above_the_text() -> None:
    pages = made(Report(COVER, (Section("Een"), Section("Twee")), compact=True))

    assert len(pages) == 1
    assert pages[0].html.index("Titel") < pages[0].html.index("<h1>1 Een</h1>")


def test_cards_are_sheets_of_four_without_margins() -> None:
    cards = tuple(
        WallCard(f"Kaart {number}", spoken_id=f"RH-{number}", theme="Wonen", boxes=3) for number in range(6)
    )
    pages = made(Report(COVER, (Section("Uitleg"),), compact=True, cards=cards))

    assert [page.bare for page in pages] == [False, True, True]
    assert "RH-3" in pages[1].html
    assert "Thema: Wonen" in pages[2].html


def test_every_kind_of_item_is_on_the_page() -> None:
    items = (
        Paragraph((Run("vet", bold=True), Run(" en <scheef>", italic=True)), role="lead"),
        Listing(((Run("punt"),),)),
        Table("Tabel", ("Wat", "Aantal"), ((Cell("Zorg"), Cell("5", shade=5, bold=True)),), numeric=frozenset({1})),
        Figure("Figuur", (("Idee", 3), ("Risico", 0)), "beschrijving"),
        replace(_card(1), minority="Nee, niet altijd."),
    )
    page = made(Report(COVER, (Section("Een", items=items),)))[-1].html

    for text in (
        "<b>vet</b>",
        "&lt;scheef&gt;",
        ">•\tpunt</p>",
        "Tabel",
        "Zorg",
        "Figuur",
        ">RH-001</span> Kaart 1",
        "Tijd",
        "<b>Minderheidsstandpunt.</b> Nee, niet altijd.",
    ):
        assert text in page


def test_a_passage_can_be_found_again_by_its_source() -> None:
    item = Paragraph((Run("Zo staat het er."),), source='text:deel:"kop"')
    page = made(Report(COVER, (Section("Een", items=(item,)),)))[-1].html

    assert '<a name="text:deel:&quot;kop&quot;">Zo staat het er.</a>' in page


def test_the_letters_are_those_of_the_template() -> None:
    look = page_look(TEMPLATE)
    own = replace(look, letters={**look.letters, "heading 1": Letters(30, "AA0000", True, "Georgia")})

    assert "h1 { font-size: 240px; color: #AA0000; font-weight: 700; font-family: 'Georgia', " in style_of(own)


def test_lists_and_headings_are_marked_as_the_template_marks_them() -> None:
    look = page_look(TEMPLATE)
    marks = {
        "heading 1": Mark("Deel %1", ("upperRoman",), "\t"),
        "heading 2": Mark("%1.%2)", ("decimal", "lowerLetter"), " "),
        "List Bullet": Mark("–", (), "\t"),
        "List Number": Mark("(%1)", ("lowerRoman",), "\t"),
    }
    lists = (Listing(((Run("los"),),)), Listing(((Run("eerst"),), (Run("dan"),)), numbered=True))
    report = Report(COVER, (Section("Een"), Section("Twee", items=lists), Section("Twee A", 2)))
    page = "".join(one.html for one in chapters(report, replace(look, marks=marks), planned(report, TEMPLATE)))

    for said in ("<h1>Deel II\tTwee</h1>", "<h2>2.a) Twee A</h2>", ">–\tlos<", ">(i)\teerst<", ">(ii)\tdan<"):
        assert said in page


def test_lines_of_a_block_that_are_a_list_are_one_as_in_word() -> None:
    card = replace(_card(1), parts=(("Zo gaat het.", "Begin\n- eerst bellen\n- dan langs"),))
    page = made(Report(COVER, (Section("Een", items=(card,)),)))[-1].html

    assert page.count('<p class="bullet">•\t') == 2
    assert "eerst bellen</p>" in page


def test_the_cover_of_a_template_takes_the_place_of_the_title_page(tmp_path: Path) -> None:
    report = Report(COVER, (Section("Een"),))
    template = house_styles.municipality(tmp_path / "gemeente.dotx")
    plan = planned(report, template)
    cover, *others = list(chapters(report, page_look(template), plan))

    assert cover.blocks == plan.fronts[0]
    assert [one.section for one in (cover, *others)] == [0, 1, 1]
    assert not any("Titel &lt;1&gt;" in one.html for one in others)


def test_what_stands_around_the_marked_place_is_on_the_pages_of_the_text(tmp_path: Path) -> None:
    report = Report(COVER, (Section("Een"),), compact=True)
    template = house_styles.letter(tmp_path / "brief.docx")
    before, text, behind = list(chapters(report, page_look(template), planned(report, template)))

    assert (bool(before.blocks), bool(text.blocks), bool(behind.blocks)) == (True, False, True)
    assert (before.follows, text.follows, behind.follows) == (False, True, True)


def test_pages_on_their_side_and_cards_are_sections_of_their_own() -> None:
    sections = (Section("Een"), Section("Breed", landscape=True), Section("Smal"))
    pages = made(Report(COVER, sections, cards=tuple(WallCard(f"Kaart {n}") for n in range(6))))

    assert [(page.section, page.landscape, page.bare) for page in pages[2:]] == [
        (0, False, False), (1, True, False), (2, False, False), (3, False, True), (3, False, True)
    ]  # fmt: skip


def test_very_many_cards_are_cut_and_that_is_said() -> None:
    section = Section("Een", items=tuple(_card(number) for number in range(CARDS_AT_MOST + 5)))
    page = made(Report(COVER, (section,)))[-1].html

    assert page.count("<h2>") == CARDS_AT_MOST
    assert "En nog 5 bouwstenen; ze staan allemaal in het Word-bestand." in page


def test_a_report_without_sections_is_only_a_title_page() -> None:
    assert len(made(Report(COVER, ()))) == 1


def test_a_card_with_questions_has_them_in_a_column_beside_it() -> None:
    card = replace(_card(1), beside=("☐ Klopt", "Toelichting:"))
    (page,) = made(Report(COVER, (Section("Een", items=(card,)),), compact=True))
    said, asked = page.html.split('<td width="38%"')

    assert "Kaart 1" in said
    assert "☐ Klopt" in asked
    assert "<b>Toelichting:</b>" in asked


def test_a_font_can_be_called_whatever_it_likes_and_says_nothing_on_the_page() -> None:
    look = page_look(TEMPLATE)
    name = "x'; } </style><img src='//elders/deel.png'><p>ingesloten \\"
    letters = {style: replace(one, family=name) for style, one in look.letters.items()}
    report = Report(COVER, (Section("Een", items=LONG[:1]),))
    look = replace(look, letters=letters)
    pages = list(chapters(report, look, planned(report, TEMPLATE)))

    for page in pages:
        assert page.html.count("</style>") == 1
        assert "<img" not in page.html
        assert "elders/deel" not in page.html.replace("eldersdeel", "")
