"""A document is made again over a file in which a writer worked: nothing that a person wrote is lost by itself."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.services.copies import copy_of

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Card, Cell, Listing, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.domain.reviews import Copy
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.export import word
from bouwstenen_app.export.word_reading import read
from bouwstenen_app.services import boards, capturing, making_again, recipes
from bouwstenen_app.services.making_again import (
    ABSENT,
    BOTH,
    CHANGED,
    EDITED,
    EXTRA,
    LEAVE,
    OVERWRITE,
    REMOVED,
    TAKE,
    Difference,
    compare,
    kept,
    worked_on,
)
from bouwstenen_app.storage.store import Store

ID = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"
TEMPLATE = Path(__file__).parents[2] / "resources/templates/report.docx"
OPENING, TITLE, WHY = "text:kern:opening", f"block:{ID}:title", f"block:{ID}:explanation"


def report(
    opening: str = "Dit is wat we hoorden.",
    title: str = "Eén vast gezicht",
    why: str = "Het werkt.\nEcht.",
    count: str = "Er zijn 12 bouwstenen.",
) -> Report:
    card = Card(title, "RH-001", "b-1", (("", why), ("Nodig.", "tijd; rust")), "Domein: zorg", "", "Nee.",
                f"block:{ID}", ("explanation", "conditions"))  # fmt: skip
    items = (
        Paragraph((Run(opening),), "lead", source=OPENING),
        Paragraph((Run(count),)),
        Listing(((Run("a"),), (Run("b"),)), source="text:kern:lijst"),
        card,
    )
    return Report(TitlePage("T"), (Section("Kern", 1, items, "kern"),))


def one(now: Report, copy: Copy) -> Difference:
    [found] = compare(now, copy)
    return found


def test_a_file_as_it_was_written_is_no_difference() -> None:
    assert compare(report(), copy_of(report())) == ()


def test_what_was_written_in_the_file_is_left_alone_unless_a_person_says_otherwise() -> None:
    found = one(report(), copy_of(report(), retyped={OPENING: "Van mij."}))

    assert (found.kind, found.in_file, found.here) == (EDITED, "Van mij.", "Dit is wat we hoorden.")
    assert (found.subject, found.heading) == (OPENING, "Kern")
    assert found.choices == (LEAVE, TAKE, OVERWRITE)


def test_what_changed_here_is_written_anew_by_itself() -> None:
    found = one(report(title="Eén bekend gezicht"), copy_of(report()))

    assert (found.kind, found.in_file, found.here) == (CHANGED, "Eén vast gezicht", "Eén bekend gezicht")
    assert found.choices[0] == OVERWRITE


def test_what_changed_in_both_is_told_as_both_unless_it_says_the_same() -> None:
    copy = copy_of(report(), retyped={TITLE: "Eén eigen gezicht"})

    assert one(report(title="Eén bekend gezicht"), copy).kind == BOTH
    assert compare(report(title="Eén eigen gezicht"), copy) == ()


def test_a_count_that_is_other_now_is_no_difference_but_a_sentence_that_was_rewritten_is() -> None:
    now = report(count="Er zijn 13 bouwstenen.")
    rewritten = copy_of(report(), retyped={"made:kern:1": "Er is veel opgehaald."})

    assert compare(now, copy_of(report())) == ()
    found = one(now, rewritten)
    assert (found.kind, found.subject, found.choices) == (EDITED, "", (LEAVE, OVERWRITE))


def test_what_was_taken_out_of_the_file_is_told() -> None:
    absent = one(report(), copy_of(report(), removed=[WHY]))
    assert (absent.kind, absent.choices) == (ABSENT, (OVERWRITE, LEAVE))
    assert one(report(), copy_of(report(), retyped={OPENING: ""})).kind == REMOVED


def test_a_block_of_which_nothing_stands_in_the_file_is_new_here() -> None:
    parts = [TITLE, WHY, f"block:{ID}:conditions", f"block:{ID}:minority", "made:b-1:about"]

    assert compare(report(), copy_of(report(), removed=parts)) == ()


def test_a_paragraph_that_the_writer_added_is_told_with_what_it_comes_after() -> None:
    found = one(report(), copy_of(report(), added={OPENING: "Erbij."}))

    assert (found.kind, found.in_file, found.subject, found.field) == (EXTRA, "Erbij.", OPENING, "text")
    assert found.choices == (LEAVE, TAKE, OVERWRITE)


def test_a_text_in_more_paragraphs_than_it_was_is_changed_in_the_file() -> None:
    assert one(report(), copy_of(report(), retyped={WHY: "Het werkt. Echt."})).kind == EDITED


def test_what_is_left_stands_in_the_report_in_the_place_of_its_own_text() -> None:
    changes = {
        OPENING: "Van mij.\nIn twee alinea's.",
        "text:kern:lijst": "a\nb\nc",
        TITLE: "Eén eigen gezicht",
        WHY: "Het werkt goed.",
        f"block:{ID}:minority": "Toch wel.",
        f"block:{ID}:conditions": "",
        "made:kern:1": "Er is veel.",
        "made:kern": "De kern",
    }
    copy = copy_of(
        report(), retyped=changes, added={OPENING: "Erbij.", WHY: "Onder de kaart.", "made:kern": "Kop."}
    )

    told = kept(report(), compare(report(), copy))

    [section] = told.sections
    assert section.title == "De kern"
    assert told.text().splitlines()[1:] == [
        "De kern", "Kop.", "Van mij.", "In twee alinea's.", "Erbij.", "Er is veel.", "a", "b", "c",
        "RH-001 Eén eigen gezicht", "Het werkt goed.", "Minderheidsstandpunt. Toch wel.", "Domein: zorg",
        "Onder de kaart.",
    ]  # fmt: skip


def test_what_stands_under_a_card_and_what_has_no_field_is_left_too() -> None:
    parts = (("", "a"), ("Los.", "b"), ("", "c"))
    told_of = ("Domein: x", "Genoemd", "Nee.", f"block:{ID}", ("explanation",), ("Opmerking:",))
    card = Card("T", "RH-2", "b-2", parts, *told_of)
    now = Report(TitlePage("T"), (Section("Kern", 1, (card,), "kern"),))
    belongs = {one.said.text: one.said.belongs for one in placed(now)}
    changes = {
        belongs["a"]: "aa",
        belongs["b"]: "",
        belongs["c"]: "cc",
        belongs["Domein: x\nGenoemd"]: "Domein: y\nNiet",
    }

    told = kept(now, compare(now, copy_of(now, retyped=changes)))

    assert told.text().splitlines()[2:] == [
        "RH-2 T", "aa", "cc", "Minderheidsstandpunt. Nee.", "Domein: y", "Niet", "Opmerking:",
    ]  # fmt: skip
    [made] = told.sections[0].items
    assert isinstance(made, Card)
    assert made.fields == ("explanation",)


def test_a_table_that_was_changed_in_the_file_is_left_with_its_shades() -> None:
    table = Table("Telling", ("Wat", "Hoeveel"), ((Cell("a", 2), Cell("1", 5, bold=True)), (Cell("b"), Cell("2"))))
    now = Report(TitlePage("T"), (Section("Kern", 1, (table,), "kern"),))
    [belongs] = [one.said.belongs for one in placed(now) if one.said.first == 0]
    text = "Telling\nWat\tAantal\na\t7\nb\nc\t3"

    [difference] = compare(now, copy_of(now, retyped={belongs: text}))
    [made] = kept(now, [difference]).sections[0].items

    assert difference.choices == (LEAVE, OVERWRITE)
    assert isinstance(made, Table)
    assert made.header == ("Wat", "Aantal")
    assert made.rows == (
        (Cell("a", 2), Cell("7", 5, bold=True)),
        (Cell("b"), Cell("")),
        (Cell("c"), Cell("3")),
    )


def test_the_title_page_that_was_changed_in_the_file_is_left_too() -> None:
    page = TitlePage("Titel", author="Netwerk", date="3 maart 2026")
    now = Report(page, report().sections)
    changes = {"made:titelpagina:title": "", "made:titelpagina:author": "Het hele netwerk"}

    left = compare(now, copy_of(now, retyped=changes))

    assert kept(now, left).cover == TitlePage("Titel", author="Het hele netwerk", date="3 maart 2026")


def test_only_what_a_person_wrote_in_the_file_is_left_by_itself() -> None:
    copy = copy_of(report(), retyped={OPENING: "Van mij."}, removed=[WHY])

    assert [one.kind for one in worked_on(compare(report(title="Eén bekend gezicht"), copy))] == [EDITED]


def test_what_is_not_left_stays_as_the_report_says_it() -> None:
    copy = copy_of(report(), retyped={OPENING: "Van mij.", TITLE: "Anders"})
    differences = [found for found in compare(report(), copy) if found.subject == OPENING]

    told = kept(report(), differences)

    assert "Van mij." in told.text()
    assert "Eén vast gezicht" in told.text()


def write(made: Report, target: Path) -> Path:
    for _ in word.write(made, target, template=TEMPLATE, now=datetime(2026, 3, 3, tzinfo=UTC)):
        pass
    return target


def test_what_was_left_is_seen_again_the_next_time_and_the_time_after(tmp_path: Path) -> None:
    target = write(report(), tmp_path / "rapport.docx")
    copy = copy_of(report(), retyped={OPENING: "Van mij."}, added={TITLE: "Erbij."})
    for text in ("Dit is wat we hoorden.", "Dit hoorden we.", "Dit hoorden we."):
        now = report(opening=text)
        differences = compare(now, copy)
        assert {(found.kind in (EDITED, BOTH, EXTRA), found.in_file) for found in differences} == {
            (True, "Van mij."), (True, "Erbij."),
        }  # fmt: skip
        write(kept(now, differences), target)
        copy = read(target)

    assert [found.kind for found in compare(now, copy)] == [EDITED, EXTRA]
    assert compare(report(opening="Van mij."), copy)[0].kind == EXTRA


@pytest.fixture
def block(captured: Callable[..., Block]) -> Block:
    return captured("Eén vast gezicht")


def difference(block: Block, in_file: str, kind: str = EDITED, field: str = "title") -> Difference:
    here = getattr(block, field)
    return Difference(kind, "", in_file, here, ("block", block.id[-16:], field, 0), f"block:{block.id}", field)


def taken(store: Store, one: Difference, block: Block) -> Block:
    store.do("Overgenomen", making_again.take, one, "geconsolideerd")
    found = store.read(boards.block, block.id)
    assert found is not None
    return found


def test_a_text_that_is_taken_over_is_in_the_block(empty_store: Store, block: Block) -> None:
    assert taken(empty_store, difference(block, "Anders"), block).title == "Anders"
    empty_store.undo()
    added = difference(block, "Erbij.", EXTRA, "explanation")
    assert taken(empty_store, added, block).explanation == "Erbij."
    assert taken(empty_store, added, block).explanation == "Erbij.\nErbij."


def test_a_passage_that_is_taken_over_is_a_text_of_the_writer(empty_store: Store) -> None:
    one = Difference(EDITED, "", "Van mij.", "Gemaakt.", None, OPENING, "text")
    empty_store.do("Overgenomen", making_again.take, one, "geconsolideerd")
    more = Difference(EXTRA, "", "Erbij.", "Van mij.", None, OPENING, "text")
    empty_store.do("Overgenomen", making_again.take, more, "geconsolideerd")

    recipe = empty_store.read(recipes.standard, "geconsolideerd")
    assert empty_store.read(recipes.passages, recipe.id)[OPENING].text == "Van mij.\nErbij."


def test_a_text_that_changed_here_meanwhile_is_not_overwritten(empty_store: Store, block: Block) -> None:
    one = difference(block, "Anders")
    empty_store.do("Aangepast", capturing.edit_block, block.id, title="Intussen")

    with pytest.raises(Problem, match="intussen veranderd"):
        empty_store.do("Overgenomen", making_again.take, one, "geconsolideerd")


def test_what_is_nobodys_cannot_be_taken_over(empty_store: Store) -> None:
    with pytest.raises(Problem, match="Laat die"):
        empty_store.do("Overgenomen", making_again.take, Difference(EDITED, "", "x", "y"), "geconsolideerd")
