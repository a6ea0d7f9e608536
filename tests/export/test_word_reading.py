"""What is read of a Word file that came back, as Word, LibreOffice and people write it."""

from pathlib import Path

import pytest
from tests.export.word_copies import (
    ID,
    added,
    anchor,
    comment,
    ends,
    mark,
    packed,
    para,
    parts_of,
    removed,
    run,
)
from tests.office import OFFICE, Order, edit

from bouwstenen_app.domain.anchors import edition_name
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import ADDED, ELSEWHERE, OWN, Comment, Copy, Text
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.export.word_reading import read

SAID = anchor("Eén vast gezicht.")
OTHER = anchor("Kopje", "title")


def copy_of(tmp_path: Path, body: str, **parts: str) -> Copy:
    return read(packed(tmp_path / "terug.docx", parts_of(body, **parts)))


def text_of(tmp_path: Path, body: str) -> Text:
    """Return the one text of ours in a body."""
    [found] = [text for text in copy_of(tmp_path, body).texts if text.kind == OWN]
    return found


def test_a_document_that_nobody_changed_says_so_and_which_edition_it_is(written: Path, report: Report) -> None:
    copy = read(written)

    assert [text.anchor for text in copy.texts] == [one.anchor for one in placed(report)]
    assert not any(text.is_changed for text in copy.texts)
    assert copy.comments == ()


def test_the_edition_stands_at_the_start(tmp_path: Path) -> None:
    start = f'<w:bookmarkStart w:id="0" w:name="{edition_name(ID)}"/><w:bookmarkEnd w:id="0"/>'

    assert copy_of(tmp_path, para(f"{start}{run('Titel')}")).edition == ID


def test_a_changed_text_that_nobody_tracked_is_seen_by_its_digest(tmp_path: Path) -> None:
    found = text_of(tmp_path, para(mark(SAID, run("Eén vast ") + run("gezicht en één plan."))))

    assert (found.before, found.after) == ("Eén vast gezicht en één plan.", "Eén vast gezicht en één plan.")
    assert found.is_changed
    assert found.is_retyped


@pytest.mark.parametrize("saved", ["Eén vast gezicht.", "Eén\u00a0vast  gezicht. ", "Ee\u0301n vast gezicht."])
def test_a_text_that_was_only_saved_is_not_changed(tmp_path: Path, saved: str) -> None:
    assert not text_of(tmp_path, para(mark(SAID, run(saved)))).is_changed


def test_tracked_changes_give_the_text_before_and_after_and_what_each_person_did(tmp_path: Path) -> None:
    inner = run("Eén ") + removed("vast") + added(run("bekend"), "Bas", "2026-03-06T10:00:00Z") + run(" gezicht.")
    found = text_of(tmp_path, para(mark(SAID, inner)))

    assert (found.before, found.after) == ("Eén vast gezicht.", "Eén bekend gezicht.")
    assert not found.is_retyped
    assert {edit.author: (edit.after, edit.date) for edit in found.edits} == {
        "Annet": ("Eén  gezicht.", "2026-03-04T10:00:00Z"),
        "Bas": ("Eén vastbekend gezicht.", "2026-03-06T10:00:00Z"),
    }


def test_what_one_adds_and_another_takes_away_again_was_never_there(tmp_path: Path) -> None:
    inner = run("Eén vast gezicht.") + added(removed(" Altijd.", "Bas"), "Annet")

    found = text_of(tmp_path, para(mark(SAID, inner)))

    assert (found.before, found.after) == ("Eén vast gezicht.", "Eén vast gezicht.")


def test_what_was_moved_is_taken_away_here_and_added_there(tmp_path: Path) -> None:
    gone = removed("vast ").replace("w:del ", "w:moveFrom ").replace("w:del>", "w:moveFrom>")
    come = added(run(" vast")).replace("w:ins ", "w:moveTo ").replace("w:ins>", "w:moveTo>")

    found = text_of(tmp_path, para(mark(SAID, f"{run('Eén ')}{gone}{run('gezicht.')}{come}")))

    assert (found.before, found.after) == ("Eén vast gezicht.", "Eén gezicht. vast")


def test_the_end_of_a_paragraph_can_be_tracked_as_well(tmp_path: Path) -> None:
    split = para(mark(SAID, run("Eén vast ")), properties=ends("ins")) + para(mark(SAID, run("gezicht."), 1))
    joined = para(mark(SAID, run("Eén ")), properties=ends("del")) + para(mark(SAID, run("vast gezicht."), 1))

    assert text_of(tmp_path, split).before == "Eén vast gezicht."
    assert text_of(tmp_path, split).after == "Eén vast \ngezicht."
    assert text_of(tmp_path, joined).before == "Eén \nvast gezicht."
    assert text_of(tmp_path, joined).after == "Eén vast gezicht."


def test_what_is_typed_before_or_behind_a_bookmark_is_of_its_text(tmp_path: Path) -> None:
    labelled = anchor("Eén vast gezicht.", label="Nodig. ")

    assert text_of(tmp_path, para(run("Ook: ") + mark(SAID, run("a")) + run(" En b."))).after == "Ook: a En b."
    assert text_of(tmp_path, para(run("Nodig. ") + mark(labelled, run("a")))).after == "a"
    assert text_of(tmp_path, para(run("Nodig. Ook: ") + mark(labelled, run("a")))).after == "Ook: a"
    assert text_of(tmp_path, para(run("Nod") + mark(labelled, run("a")))).after == "a"


def test_a_line_that_was_added_between_lines_of_a_text_is_of_that_text(tmp_path: Path) -> None:
    lines = anchor("a\nc")
    body = para(mark(lines, run("a"))) + para(run("b")) + para(mark(lines, run("c"), 1))

    assert text_of(tmp_path, body).after == "a\nb\nc"


def test_a_paragraph_that_was_split_in_word_is_one_text_still(tmp_path: Path) -> None:
    start = f'<w:bookmarkStart w:id="1" w:name="{SAID.name}"/>'
    split = (
        para(start + run("Eén vast"))
        + para(run("gezicht") + '<w:bookmarkEnd w:id="1"/>' + run("."))
        + para(run("x"))
    )

    own, added_one = copy_of(tmp_path, split).texts
    assert (own.after, own.is_changed) == ("Eén vast\ngezicht.", False)
    assert (added_one.kind, added_one.after) == (ADDED, "x")


def test_two_paragraphs_that_were_joined_are_two_texts_without_the_label_between_them(tmp_path: Path) -> None:
    labelled = anchor("tijd; rust", "conditions", "Nodig. ")
    joined = para(
        mark(SAID, run("Eén vast gezicht.")) + run("Nodig. ") + mark(labelled, run("tijd; rust"), number=2)
    )

    assert [text.after for text in copy_of(tmp_path, joined).texts] == ["Eén vast gezicht.", "tijd; rust"]


def test_a_paragraph_that_was_added_elsewhere_is_told_with_what_it_comes_after(tmp_path: Path) -> None:
    body = (
        para(mark(OTHER, run("Kopje"), number=2), "Kop2")
        + para(mark(SAID, run("Eén vast gezicht.")))
        + para(run("Van mij."))
        + para(added(run("Van Annet.")), properties=ends("ins"))
    )
    styles = '<w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'

    own = [text for text in copy_of(tmp_path, body, styles=styles).texts if text.kind == ADDED]

    assert [(text.after, text.anchor, text.heading) for text in own] == [
        ("Van mij.", SAID, "Kopje"),
        ("Van Annet.", SAID, "Kopje"),
    ]
    assert [[edit.author for edit in text.edits] for text in own] == [[], ["Annet"]]


def test_a_label_above_a_list_and_what_the_program_counts_were_added_by_nobody(tmp_path: Path) -> None:
    labelled = anchor("a\nb", label="Nodig. ")
    caption = run("Tabel ") + "<w:r><w:instrText> SEQ Tabel \\* ARABIC </w:instrText></w:r>" + run("1. Tabel")
    body = (
        para(mark(OTHER, run("Kopje"), number=2))
        + para(run("Nodig. "))
        + para(mark(labelled, run("a")), "Lijst")
        + para(mark(labelled, run("b"), 1), "Lijst")
        + para(caption)
        + para("")
    )

    assert [text.kind for text in copy_of(tmp_path, body).texts] == [OWN, OWN]


def test_a_tracked_change_in_a_table_is_told_as_something_elsewhere(tmp_path: Path) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{para(run('12') + added(run('3')))}</w:tc></w:tr></w:tbl>"
    body = para(mark(SAID, run("Eén vast gezicht."))) + cell

    assert [(text.kind, text.before, text.after) for text in copy_of(tmp_path, body).texts] == [
        (OWN, "Eén vast gezicht.", "Eén vast gezicht."),
        (ELSEWHERE, "12", "123"),
    ]


def test_an_empty_bookmark_that_moved_into_another_text_does_not_take_it(tmp_path: Path) -> None:
    inner = mark(OTHER, mark(SAID, "", number=2) + run("Kopje"), number=1)

    found = {text.anchor: text.after for text in copy_of(tmp_path, para(inner)).texts}

    assert found == {OTHER: "Kopje", SAID: ""}


def test_what_an_older_program_is_given_and_how_it_looked_before_is_left_out(tmp_path: Path) -> None:
    twice = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{run('dubbel')}</mc:Fallback></mc:AlternateContent>"
    old = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Kop1"/></w:pPr></w:pPrChange>'

    assert text_of(tmp_path, para(mark(SAID, run("Eén vast gezicht.") + twice), properties=old)).after == SAID_TEXT


SAID_TEXT = "Eén vast gezicht."
RANGE = (
    '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
)


def test_a_comment_says_who_when_what_and_about_which_words_of_which_text(tmp_path: Path) -> None:
    inner = run("Eén ") + RANGE.format(0, run("vast")) + run(" gezicht.")

    [found] = copy_of(tmp_path, para(mark(SAID, inner)), comments=comment(0, "Waarom?")).comments

    assert found == Comment("Waarom?", "Annet", "2026-03-05T09:00:00Z", "vast", SAID, inside=True)


def test_a_comment_about_words_in_front_of_a_text_stands_in_that_text(tmp_path: Path) -> None:
    labelled = anchor(SAID_TEXT, label="Nodig. ")
    body = para(mark(OTHER, run("Kopje"), number=2)) + para(
        RANGE.format(0, run("Nodig. ") + mark(labelled, run(SAID_TEXT)))
    )

    [found] = copy_of(tmp_path, body, comments=comment(0, "Mooi")).comments

    assert (found.anchor, found.quote) == (labelled, "Nodig. Eén vast gezicht.")


def test_a_comment_without_words_and_one_in_a_table_stand_near_the_text_before_them(tmp_path: Path) -> None:
    point = '<w:r><w:commentReference w:id="0"/></w:r>'
    row = f"<w:tr><w:tc>{para(run('RH-003'))}</w:tc><w:tc>{para(RANGE.format(1, run('12')))}</w:tc></w:tr>"
    body = para(mark(SAID, run(SAID_TEXT)) + point) + f"<w:tbl>{row}</w:tbl>"

    first, second = copy_of(tmp_path, body, comments=comment(0, "Hier") + comment(1, "Daar")).comments

    assert (first.anchor, first.quote) == (SAID, "")
    assert (second.anchor, second.quote, second.row) == (SAID, "12", "RH-003")


def test_a_comment_under_a_new_heading_belongs_to_what_comes_after_it(tmp_path: Path) -> None:
    body = (
        para(mark(OTHER, run("Kopje"), number=2), "Heading1")
        + para(run("Nieuw kopje"), "Heading1")
        + para(RANGE.format(0, run("Erbij")))
        + para(mark(SAID, run(SAID_TEXT)))
    )

    [found] = copy_of(tmp_path, body, comments=comment(0, "Wat?")).comments

    assert (found.anchor, found.heading) == (SAID, "Nieuw kopje")


def test_an_answer_says_what_it_answers_and_a_resolved_comment_that_it_is(tmp_path: Path) -> None:
    comments = comment(0, "Waarom?", para_id="0A") + comment(1, "Daarom.", "Bas", para_id="0B")
    extended = '<w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
    body = para(mark(SAID, RANGE.format(0, run(SAID_TEXT))))

    first, second = copy_of(tmp_path, body, comments=comments, extended=extended).comments

    assert (first.text, first.answers, first.resolved) == ("Waarom?", "", True)
    assert (second.author, second.text, second.answers, second.anchor) == ("Bas", "Daarom.", "Waarom?", SAID)


def test_what_stands_in_the_column_for_remarks_is_a_comment_on_its_row(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{para(run(cell))}</w:tc>" for cell in cells) + "</w:tr>"

    rows = row("Nummer", "Opmerking") + row("RH-001", "Klopt niet.") + row("RH-002", "…")

    [found] = copy_of(tmp_path, f"<w:tbl>{rows}</w:tbl>").comments

    assert (found.text, found.row) == ("Klopt niet.", "RH-001")


def test_two_files_that_say_the_same_have_one_digest(tmp_path: Path) -> None:
    first, second, other = (copy_of(tmp_path, para(run(text))) for text in ("a", "a", "b"))

    assert first.digest == second.digest != other.digest


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_what_a_person_does_in_libreoffice_comes_back_at_its_place(written: Path, tmp_path: Path) -> None:
    orders = [
        Order("replace", "vaste gezichten en korte lijnen", "korte lijnen"),
        Order("track-replace", "geen steekproef", "wel een steekproef"),
        Order("track-after", "Kies twee regio's voor een proef", " of een pilot"),
        Order("comment", "Regel mandaat aan tafel", "Hoe dan?"),
        Order("line", "Eén vast gezicht.", "Nieuwe regel na één gezicht"),
        Order("track-line", "De drie sessies leverden", "Nieuwe alinea, bijgehouden."),
        Order("track-remove", "Een bouwsteen telt bij elke sessie"),
        Order("before", "De meeste stemmen kreeg", "Let op. "),
        Order("split", "In drie sessies vertelden"),
        Order("after", "Projectleiding Landelijk Netwerk Veilig Thuis", " en partners"),
        Order("replace", "Kantelmomenten en acute onveiligheid: zorg", "Momenten die ertoe doen: zorg"),
    ]

    copy = read(edit(written, tmp_path / "terug.docx", orders, tmp_path))

    changed = {text.after: text for text in copy.texts if text.is_changed}
    assert set(changed) == {
        "Samengevat: korte lijnen komen steeds terug.",
        "Duiding: dit is wat deelnemers ervaren; wel een steekproef.",
        "Kies twee regio's voor een proef of een pilot van een half jaar.\n"
        "Regel mandaat aan tafel buiten kantooruren.\nBeslis over de terugkoppeling aan melders.",
        "Nieuwe regel na één gezicht",
        "Nieuwe alinea, bijgehouden.",
        "",
        "Projectleiding Landelijk Netwerk Veilig Thuis en partners",
        next(
            text for text in changed if "Momenten die ertoe doen: zorg, straf en veiligheid\t2025-11-20\t" in text
        ),
        next(text for text in changed if text.startswith("Let op. De meeste stemmen")),
    }
    [split] = [text for text in copy.texts if text.after.startswith("In drie sessies")]
    assert split.after.splitlines()[1].strip() == "mensen uit de praktijk wat werkt, wat knelt en wat kan."
    assert changed[""].before == "Een bouwsteen telt bij elke sessie één keer mee."
    assert {edit.author for text in changed.values() for edit in text.edits} == {"Carla Voorbeeld"}
    assert copy.author == "Carla Voorbeeld"
    [found] = copy.comments
    assert (found.text, found.author, found.date[:10]) == ("Hoe dan?", "Annet Voorbeeld", "2026-03-05")
    assert (found.quote, found.heading) == ("Regel mandaat aan tafel", "Kernboodschap")
