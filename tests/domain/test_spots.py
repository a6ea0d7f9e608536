from dataclasses import replace

from bouwstenen_app.domain.anchors import BLOCK, BUNDLE, MADE, TABLE, TEXT, digest, tail_of
from bouwstenen_app.domain.report import Card, Cell, Listing, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.domain.spots import COVER, LOOSE, Placed, field_of, placed

BLOCK_ID, BUNDLE_ID = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6", "0195f1c2a7b37c4d8e8fa1b2c3d4e5f7"
CARD = Card(
    "Eén vast gezicht",
    "RH-017",
    "b-RH-017",
    (("", "Lang.\nEn breed."), ("Nodig.", "tijd; rust")),
    "Domein: zorg",
    "Genoemd in 1 sessie",
    "Dit kan niet.",
    f"block:{BLOCK_ID}",
    ("explanation", "conditions"),
)


def said(text: str, source: str = "", *, label: str = "") -> Paragraph:
    runs = (Run(label, bold=True), Run(text)) if label else (Run(text),)
    return Paragraph(runs, source=source)


def report(*items: object) -> Report:
    return Report(TitlePage("T"), (Section("Kop", items=items, anchor="kop"),))  # type: ignore[arg-type]


def texts(*items: object) -> list[Placed]:
    """Return the texts under a heading."""
    return list(placed(report(*items)))[2:]


def test_a_card_gives_a_text_for_its_title_each_part_the_minority_and_what_the_program_says_of_it() -> None:
    found = texts(CARD)

    assert [(one.anchor.field, one.said.label, one.said.text) for one in found] == [
        ("title", "RH-017 ", "Eén vast gezicht"),
        ("explanation", "", "Lang.\nEn breed."),
        ("conditions", "Nodig. ", "tijd; rust"),
        ("minority", "Minderheidsstandpunt. ", "Dit kan niet."),
        ("", "", "Domein: zorg\nGenoemd in 1 sessie"),
    ]
    assert [one.anchor.kind for one in found] == [BLOCK, BLOCK, BLOCK, BLOCK, MADE]
    assert {one.heading for one in found} == {"RH-017 Eén vast gezicht"}
    assert found[0].said.belongs == f"block:{BLOCK_ID}:title"


def test_a_card_of_nothing_is_known_as_made_by_the_program() -> None:
    assert {one.anchor.kind for one in texts(replace(CARD, source=""))} == {MADE}


def test_neighbours_with_one_source_are_one_text_with_a_line_each() -> None:
    source = f"bundle:{BUNDLE_ID}:why"
    [why] = texts(said("Eerst.", source, label="Waarom het werkt: "), said("Dan.", source))

    assert (why.said.text, why.said.label, why.said.first, why.said.last) == (
        "Eerst.\nDan.",
        "Waarom het werkt: ",
        0,
        1,
    )
    assert (why.anchor.kind, why.anchor.digest) == (BUNDLE, digest("Eerst. Dan."))


def test_the_items_of_a_list_are_the_lines_of_one_text() -> None:
    [conditions] = texts(Listing(((Run("tijd"),), (Run("ru"), Run("st"))), source=f"bundle:{BUNDLE_ID}:conditions"))

    assert conditions.said.text == "tijd\nrust"


def test_a_passage_of_the_report_is_called_by_its_key_and_its_first_bold_words_are_of_it() -> None:
    [passage] = texts(said("veel.", "text:kerncijfers:opening", label="Let op: "))

    assert (passage.anchor.kind, passage.anchor.tail) == (TEXT, tail_of("text:kerncijfers:opening"))
    assert passage.said.text == "Let op: veel."


def test_what_nobody_wrote_is_known_as_made() -> None:
    found = texts(said("Eén."), said("Twee."))

    assert [one.anchor.kind for one in found] == [MADE, MADE]
    assert len({one.anchor.spot for one in found}) == 2


def test_a_table_is_a_text_with_its_rows_on_lines_and_something_in_every_cell() -> None:
    [table] = texts(Table("Telling", ("A", "B"), ((Cell("1\n2"), Cell(" ")), (Cell("3"),))))

    assert (table.anchor.kind, table.anchor.field) == (MADE, TABLE)
    assert table.said.text == "Telling\nA\tB\n1 2\t–\n3\t–"


def test_what_a_person_added_in_the_file_gets_no_anchor() -> None:
    assert texts(said("Erbij.", LOOSE)) == []


def test_the_title_page_comes_first_with_its_labels_left_out() -> None:
    page = TitlePage("Titel", "Eerst\n\nDan", author="Netwerk")

    found = list(placed(Report(page, ())))

    assert [(field_of(one.said), one.said.label, one.said.text) for one in found] == [
        ("title", "", "Titel"), ("subtitle", "", "Eerst\nDan"), ("author", "Opgesteld door: ", "Netwerk"),
    ]  # fmt: skip
    assert {(one.section, one.anchor.kind) for one in found} == {(COVER, MADE)}


def test_a_heading_is_a_text_too() -> None:
    _, heading = placed(Report(TitlePage("T"), (Section("Kop", source=f"bundle:{BUNDLE_ID}:title"),)))

    assert (heading.anchor.field, heading.said.text, heading.said.first) == ("title", "Kop", -1)


def test_the_same_text_in_two_places_has_two_spots_in_reading_order() -> None:
    source = f"block:{BLOCK_ID}:title"
    found = texts(CARD, said("Eén vast gezicht", source))

    assert [one.said.first for one in found] == [0] * 5 + [1]
    assert {one.anchor.place for one in found if one.anchor.field == "title"} == {0, 1}


def test_a_text_in_the_place_of_another_is_named_after_the_one_it_was_made_from() -> None:
    made = report(said("Van de schrijver.", "text:x:y"))
    spot = list(placed(made))[2].anchor.spot
    kept = replace(made, written={spot: digest("Van het programma.")})

    assert list(placed(kept))[2].anchor.digest == digest("Van het programma.")
