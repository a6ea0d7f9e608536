"""Copies of a document come back, and each remark in them is accepted, rejected or answered."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.services.copies import copy_of

from bouwstenen_app.domain import anchors
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import (
    ACCEPTED,
    ADDITION,
    ANSWERED,
    CHANGE,
    COMMENT,
    OPEN,
    OWN,
    REJECTED,
    Comment,
    Copy,
    Edit,
    Remark,
    Text,
)
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.services import boards, bundling, capturing, editions, recipes, reporting, reviewing
from bouwstenen_app.services.reviews.rows import RESOLVED
from bouwstenen_app.storage.store import Store

TEXT = "Eén vast gezicht voor het hele gezin, ook als de hulp wisselt."


@pytest.fixture
def block(captured: Callable[..., Block], empty_store: Store) -> Block:
    made = captured("Eén vast gezicht")
    fields = {"explanation": TEXT, "conditions": ["tijd", "rust"], "example": "Het lukte:\n- eerst\n- toen"}
    empty_store.do("Bouwsteen aangevuld", capturing.edit_block, made.id, **fields)
    return made


def report_of(store: Store) -> Report:
    return store.read(reporting.consolidated, recipes.usual("geconsolideerd"))


def read_back(store: Store, copy: Copy) -> reviewing.ReadBack:
    return store.do("Ingelezen", reviewing.read_back, copy, "terug.docx").result


def only(store: Store) -> Remark:
    [found] = store.read(reviewing.remarks)
    return found


def block_now(store: Store, block: Block) -> Block:
    found = store.read(boards.block, block.id)
    assert found is not None
    return found


def test_a_copy_that_nobody_changed_says_nothing(empty_store: Store, block: Block) -> None:
    done = read_back(empty_store, copy_of(report_of(empty_store)))

    assert (done.new, done.known, done.subjects) == (0, 0, 0)
    [review] = empty_store.read(reviewing.reviews)
    assert (review.name, review.remarks, review.open) == ("terug.docx", 0, 0)


def test_a_retyped_text_lands_beside_its_block_with_what_it_was(empty_store: Store, block: Block) -> None:
    source = f"block:{block.id}:explanation"
    done = read_back(empty_store, copy_of(report_of(empty_store), retyped={source: "Eén bekend gezicht."}))

    found = only(empty_store)
    assert (done.new, done.subjects) == (1, 1)
    assert (found.kind, found.subject, found.field) == (CHANGE, f"block:{block.id}", "explanation")
    assert (found.before, found.after, found.now) == (TEXT, "Eén bekend gezicht.", TEXT)
    assert (found.author, found.date) == ("Annet", "2026-03-06T09:00:00Z")
    assert (found.spoken_id, found.outcome, found.conflict) == (block.spoken_id, OPEN, False)


def test_an_accepted_change_is_in_the_field_and_one_undo_takes_both_back(empty_store: Store, block: Block) -> None:
    source = f"block:{block.id}:explanation"
    read_back(empty_store, copy_of(report_of(empty_store), retyped={source: "Eén bekend gezicht."}))

    empty_store.do("Overgenomen", reviewing.accept, only(empty_store).id)

    assert block_now(empty_store, block).explanation == "Eén bekend gezicht."
    assert only(empty_store).outcome == ACCEPTED
    empty_store.undo()
    assert block_now(empty_store, block).explanation == TEXT
    assert only(empty_store).outcome == OPEN


@pytest.mark.parametrize(
    ("field", "came", "becomes"),
    [
        ("title", "Eén bekend\ngezicht", "Eén bekend gezicht"),
        ("conditions", "tijd; rust; ruimte", ("tijd", "rust", "ruimte")),
        ("example", "Het lukte:\neerst\ntussendoor\ntoen", "Het lukte:\n- eerst\n- tussendoor\n- toen"),
    ],
)
def test_each_field_gets_back_what_it_is_made_of(
    empty_store: Store, block: Block, field: str, came: str, becomes: object
) -> None:
    read_back(empty_store, copy_of(report_of(empty_store), retyped={f"block:{block.id}:{field}": came}))

    empty_store.do("Overgenomen", reviewing.accept, only(empty_store).id)

    assert getattr(block_now(empty_store, block), field) == becomes


def test_a_change_of_a_field_that_was_changed_here_since_is_a_conflict_and_nothing_is_lost(
    empty_store: Store, block: Block
) -> None:
    source = f"block:{block.id}:explanation"
    copy = copy_of(report_of(empty_store), retyped={source: TEXT.replace("vast", "bekend")})
    read_back(empty_store, copy)
    empty_store.do("Aangepast", capturing.edit_block, block.id, explanation=TEXT.replace("wisselt", "stopt"))

    found = only(empty_store)
    assert found.conflict
    assert found.merged == "Eén bekend gezicht voor het hele gezin, ook als de hulp stopt."
    with pytest.raises(Problem, match="hier veranderd sinds"):
        empty_store.do("Overgenomen", reviewing.accept, found.id)
    assert block_now(empty_store, block).explanation == TEXT.replace("wisselt", "stopt")

    empty_store.do("Overgenomen", reviewing.accept, found.id, found.merged)
    assert block_now(empty_store, block).explanation == found.merged
    assert only(empty_store).outcome == ACCEPTED


def test_a_change_of_a_field_that_was_changed_before_the_copy_was_read_is_a_conflict_too(
    empty_store: Store, block: Block
) -> None:
    copy = copy_of(report_of(empty_store), retyped={f"block:{block.id}:explanation": "Eén bekend gezicht."})
    empty_store.do("Aangepast", capturing.edit_block, block.id, explanation="Heel anders.")
    read_back(empty_store, copy)

    found = only(empty_store)
    assert (found.conflict, found.before, found.now, found.merged) == (True, "", "Heel anders.", "")
    with pytest.raises(Problem, match="hier veranderd sinds"):
        empty_store.do("Overgenomen", reviewing.accept, found.id)


def test_tracked_changes_of_two_people_are_two_remarks_that_can_both_be_accepted(
    empty_store: Store, block: Block
) -> None:
    source = f"block:{block.id}:explanation"
    tracked = {"Annet": TEXT.replace("vast", "bekend"), "Bas": TEXT.replace("wisselt", "stopt")}
    read_back(empty_store, copy_of(report_of(empty_store), tracked={source: tracked}))

    first, second = empty_store.read(reviewing.remarks)
    assert {first.author, second.author} == {"Annet", "Bas"}
    empty_store.do("Overgenomen", reviewing.accept, first.id)
    [left] = empty_store.read(reviewing.remarks, open_only=True)
    assert not left.conflict
    empty_store.do("Overgenomen", reviewing.accept, left.id)

    both = "Eén bekend gezicht voor het hele gezin, ook als de hulp stopt."
    assert block_now(empty_store, block).explanation == both


def test_tracked_changes_of_the_same_words_are_a_conflict_once_one_of_them_was_accepted(
    empty_store: Store, block: Block
) -> None:
    source = f"block:{block.id}:explanation"
    tracked = {"Annet": TEXT.replace("vast", "bekend"), "Bas": TEXT.replace("vast", "eigen")}
    read_back(empty_store, copy_of(report_of(empty_store), tracked={source: tracked}))
    first, second = empty_store.read(reviewing.remarks)

    empty_store.do("Overgenomen", reviewing.accept, first.id)

    with pytest.raises(Problem, match="hier veranderd sinds"):
        empty_store.do("Overgenomen", reviewing.accept, second.id)


def test_the_same_copy_twice_doubles_nothing_also_after_a_change_was_accepted(
    empty_store: Store, block: Block
) -> None:
    sources = {f"block:{block.id}:explanation": "Eén bekend gezicht."}
    comments = {f"block:{block.id}:title": "Mooi"}
    copy = copy_of(report_of(empty_store), retyped=sources, comments=comments)
    read_back(empty_store, copy)
    change = next(one for one in empty_store.read(reviewing.remarks) if one.kind == CHANGE)
    empty_store.do("Overgenomen", reviewing.accept, change.id)

    again = read_back(empty_store, copy)

    assert (again.new, again.known) == (0, 2)
    assert len(empty_store.read(reviewing.reviews)) == 1
    assert [one.outcome for one in empty_store.read(reviewing.remarks)].count(ACCEPTED) == 1


def test_a_later_copy_of_the_same_person_adds_only_what_is_new(empty_store: Store, block: Block) -> None:
    report = report_of(empty_store)
    first = copy_of(report, comments={f"block:{block.id}:title": "Mooi"})
    title = first.comments[0]
    later = replace(title, text="Nog één ding", position=title.position + 1)
    read_back(empty_store, first)

    done = read_back(empty_store, replace(first, digest="later", comments=(title, later)))

    assert (done.new, done.known) == (1, 1)
    assert {one.text for one in empty_store.read(reviewing.remarks)} == {"Mooi", "Nog één ding"}


def test_copies_of_several_people_stand_beside_each_other(empty_store: Store, block: Block) -> None:
    report = report_of(empty_store)
    for author in ("Annet", "Bas"):
        read_back(empty_store, copy_of(report, comments={f"block:{block.id}:title": "Mooi"}, author=author))

    found = empty_store.read(reviewing.remarks, subject=f"block:{block.id}")
    assert {one.author for one in found} == {"Annet", "Bas"}
    assert {one.authors for one in empty_store.read(reviewing.reviews)} == {("Annet",), ("Bas",)}
    assert empty_store.read(reviewing.open_counts) == {f"block:{block.id}": 2}


def test_a_comment_is_answered_accepted_or_rejected_without_a_change_of_the_block(
    empty_store: Store, block: Block
) -> None:
    read_back(empty_store, copy_of(report_of(empty_store), comments={f"block:{block.id}:explanation": "Hoezo?"}))
    found = only(empty_store)
    assert (found.kind, found.text, found.quote, found.field) == (COMMENT, "Hoezo?", "Eén vast", "explanation")

    empty_store.do("Beantwoord", reviewing.answer, found.id, " Omdat het werkt. ")
    assert (only(empty_store).outcome, only(empty_store).answer) == (ANSWERED, "Omdat het werkt.")
    empty_store.do("Afgewezen", reviewing.reject, found.id)
    assert (only(empty_store).outcome, only(empty_store).answer) == (REJECTED, "Omdat het werkt.")
    empty_store.do("Overgenomen", reviewing.accept, found.id)
    empty_store.do("Beantwoord", reviewing.answer, found.id, "Gedaan.")
    assert (only(empty_store).outcome, only(empty_store).answer) == (ACCEPTED, "Gedaan.")
    empty_store.do("Weer open", reviewing.reopen, found.id)
    assert only(empty_store).outcome == OPEN
    assert block_now(empty_store, block).explanation == TEXT
    with pytest.raises(Problem, match="Schrijf eerst"):
        empty_store.do("Beantwoord", reviewing.answer, found.id, " ")


def test_a_comment_that_was_resolved_in_the_document_is_answered_already(empty_store: Store, block: Block) -> None:
    copy = copy_of(report_of(empty_store), comments={f"block:{block.id}:title": "Mooi"})
    read_back(empty_store, replace(copy, comments=(replace(copy.comments[0], resolved=True),)))

    assert (only(empty_store).outcome, only(empty_store).answer) == (ANSWERED, RESOLVED)


def test_a_comment_in_a_row_or_under_a_heading_belongs_to_the_block_that_is_named_there(
    empty_store: Store, block: Block
) -> None:
    comments = (
        Comment("Klopt niet", row=block.spoken_id),
        Comment("Mooi", heading=f"{block.spoken_id} Eén gezicht"),
    )
    read_back(empty_store, Copy("x", comments=(*comments, Comment("Algemeen", heading="Kernboodschap"))))

    assert [one.subject for one in empty_store.read(reviewing.remarks)] == [
        f"block:{block.id}", f"block:{block.id}", "",
    ]  # fmt: skip


def test_a_comment_about_a_bundle_belongs_to_that(empty_store: Store, block: Block) -> None:
    bundle = empty_store.do("Gebundeld", bundling.bundle_blocks, [block.id]).result
    source = f"bundle:{bundle}:title"
    copy = copy_of(report_of(empty_store), retyped={source: "Nieuwe titel"}, comments={source: "Waarom?"})
    read_back(empty_store, copy)

    change, comment = empty_store.read(reviewing.remarks)
    assert {change.subject, comment.subject} == {f"bundle:{bundle}"}
    assert {change.spoken_id, comment.spoken_id} == {"K-01"}
    empty_store.do("Overgenomen", reviewing.accept, change.id)
    assert empty_store.read(bundling.bundle_with, bundle).title == "Nieuwe titel"


def test_a_paragraph_that_was_added_comes_behind_the_text_it_stands_after(empty_store: Store, block: Block) -> None:
    read_back(empty_store, copy_of(report_of(empty_store), added={f"block:{block.id}:explanation": "Altijd."}))

    found = only(empty_store)
    assert (found.kind, found.after, found.field) == (ADDITION, "Altijd.", "explanation")
    empty_store.do("Overgenomen", reviewing.accept, found.id)
    assert block_now(empty_store, block).explanation == f"{TEXT}\nAltijd."


def test_a_paragraph_behind_a_field_that_does_not_grow_comes_in_the_explanation(
    empty_store: Store, block: Block
) -> None:
    read_back(empty_store, copy_of(report_of(empty_store), added={f"block:{block.id}:title": "Altijd."}))

    assert only(empty_store).field == "explanation"


def test_a_change_of_what_the_program_says_by_itself_can_be_answered_and_not_accepted(
    empty_store: Store, block: Block
) -> None:
    report = report_of(empty_store)
    copy = copy_of(report)
    made = next(text for text in copy.texts if text.anchor and text.anchor.kind == "made")
    changed = tuple(replace(one, before="Anders", after="Anders") if one == made else one for one in copy.texts)
    read_back(empty_store, replace(copy, texts=changed))

    found = only(empty_store)
    assert (found.kind, found.subject, found.can_land) == (CHANGE, "", False)
    with pytest.raises(Problem, match="hoort bij geen bouwsteen"):
        empty_store.do("Overgenomen", reviewing.accept, found.id)
    empty_store.do("Beantwoord", reviewing.answer, found.id, "Dit telt het programma.")


def test_a_tracked_change_in_a_table_is_about_the_row_that_it_is_in(empty_store: Store, block: Block) -> None:
    table = anchors.Anchors().next("made:kern:tabel:1", "Telling", field=anchors.TABLE)
    assert table is not None
    rows = f"Nummer\tStemmen\n{block.spoken_id}\t7"
    text = Text(
        OWN, replace(table, digest=anchors.digest(f"Telling\n{rows}")), f"Telling\n{rows}", "", heading="Kop"
    )
    edited = replace(text, after=text.before.replace("7", "8"))
    tracked = replace(edited, edits=(Edit("Annet", "2026-03-04", edited.after),))

    read_back(empty_store, Copy("x", texts=(tracked,)))
    read_back(empty_store, Copy("y", texts=(replace(edited, before=edited.after),), author="Bas"))

    first, second = sorted(empty_store.read(reviewing.remarks), key=lambda one: one.author)
    assert (first.subject, first.spoken_id) == (f"block:{block.id}", block.spoken_id)
    assert (first.before, first.after) == (f"{block.spoken_id} | 7", f"{block.spoken_id} | 8")
    assert not first.can_land
    assert second.after.endswith(f"{block.spoken_id} | 8")


def test_a_change_of_a_passage_of_the_report_becomes_a_text_of_the_writer(empty_store: Store, block: Block) -> None:
    edition = empty_store.do("Gemaakt", editions.record, "geconsolideerd", "", 1).result
    report = report_of(empty_store)
    source = next(
        item.source
        for section in report.sections
        for item in section.items
        if getattr(item, "source", "").startswith("text:")
    )
    read_back(empty_store, copy_of(report, retyped={source: "Van mij."}, edition=edition))

    found = only(empty_store)
    assert (found.subject, found.can_land) == (source, True)
    was = next(one.said.text for one in placed(report) if one.said.source == source)
    assert (found.before, found.now) == (was, was)
    empty_store.do("Overgenomen", reviewing.accept, found.id)
    recipe = empty_store.read(recipes.standard, "geconsolideerd")
    kept = empty_store.read(recipes.passages, recipe.id)[source]
    assert (kept.text, kept.replaced) == ("Van mij.", anchors.digest(was))
    assert only(empty_store).now == "Van mij."


def test_a_block_in_the_bin_takes_no_change(empty_store: Store, block: Block) -> None:
    read_back(empty_store, copy_of(report_of(empty_store), retyped={f"block:{block.id}:title": "Anders"}))
    empty_store.do("Weg", capturing.remove_blocks, [block.id])

    with pytest.raises(Problem, match="niet meer"):
        empty_store.do("Overgenomen", reviewing.accept, only(empty_store).id)


def test_a_file_that_was_put_away_comes_back_when_it_is_read_again(empty_store: Store, block: Block) -> None:
    copy = copy_of(report_of(empty_store), comments={f"block:{block.id}:title": "Mooi"})
    review = read_back(empty_store, copy).review
    empty_store.do("Weggedaan", reviewing.forget, review)
    assert empty_store.read(reviewing.remarks) == ()

    assert read_back(empty_store, copy).new == 1
    assert only(empty_store).text == "Mooi"


def test_a_remark_that_is_not_there_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem, match="niet meer"):
        empty_store.do("Overgenomen", reviewing.accept, "0" * 32)


def test_undoing_the_reading_takes_everything_back_and_reading_again_brings_it_back(
    empty_store: Store, block: Block
) -> None:
    copy = copy_of(report_of(empty_store), comments={f"block:{block.id}:title": "Mooi"})
    read_back(empty_store, copy)
    empty_store.undo()
    assert empty_store.read(reviewing.reviews) == ()

    assert read_back(empty_store, copy).new == 1
    assert len(empty_store.read(reviewing.reviews)) == 1


def test_remarks_are_grouped_by_what_they_are_about(empty_store: Store, block: Block) -> None:
    source = f"block:{block.id}"
    copy = copy_of(report_of(empty_store), comments={f"{source}:title": "A", f"{source}:explanation": "B"})
    read_back(empty_store, copy)

    groups = list(reviewing.grouped(empty_store.read(reviewing.remarks)))
    assert [(subject, [one.text for one in inside]) for subject, inside in groups] == [(source, ["A", "B"])]
