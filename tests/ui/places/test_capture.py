from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.hands import told
from tests.ui.places.at_the_line import paste, press, typed

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, preparing, tagging
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import LAST_SESSION, CapturePlace
from bouwstenen_app.ui.remembered import DRAFT
from bouwstenen_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"

Key = Qt.Key
Ctrl, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Opening", "Wat werkt al?"))
    return made.result


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    return begun()


def in_list(place: CapturePlace, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(place.page.blocks, key, held)


def stored(store: Store, workshop: str) -> Sequence[Block]:
    return store.read(boards.blocks_of, workshop)


def slugs(block: Block, codebook: Codebook) -> set[str]:
    return {codebook.code(code).slug for code in block.codes}


# ---- typing


def test_enter_stores_the_line_empties_it_and_keeps_the_focus(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    typed(place, "Wijkagent belt het lokale team @politie #kantelmomenten +3")
    press(place, Key.Key_Return)
    block = stored(empty_store, workshop)[0]
    assert (block.title, block.votes, block.round) == ("Wijkagent belt het lokale team", 3, 1)
    assert slugs(block, codebook) == {"politie", "kantelmomenten"}
    assert place.page.bar.line.toPlainText() == ""
    assert place.page.bar.line.hasFocus()
    assert [shown.title for shown in place.model.shown()] == [block.title]


def test_shift_enter_begins_the_explanation(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return, Shift)
    typed(place, "Daarna pas schrijven.")
    press(place, Key.Key_Return)
    block = stored(empty_store, workshop)[0]
    assert (block.title, block.explanation) == ("Eerst bellen", "Daarna pas schrijven.")


def test_an_empty_line_does_nothing(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    typed(place, "   ")
    press(place, Key.Key_Return)
    assert not stored(empty_store, workshop)


def test_ctrl_enter_stores_and_opens_the_title_in_the_inspector(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return, Ctrl)
    title = place.focusWidget()
    assert title.accessibleName() == "Titel"
    QTest.keyClicks(title, ", dan schrijven")
    QTest.keyClick(title, Key.Key_Return)
    assert stored(empty_store, workshop)[0].title == "Eerst bellen, dan schrijven"


def test_the_first_suggestion_is_taken_by_enter_and_the_next_enter_stores(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    typed(place, "Eerst bellen #kantelm")
    press(place, Key.Key_Return)
    assert place.page.bar.line.toPlainText() == "Eerst bellen #kantelmomenten "
    press(place, Key.Key_Return)
    assert slugs(stored(empty_store, workshop)[0], codebook) == {"kantelmomenten"}


def test_a_whole_tag_or_a_new_one_needs_no_second_enter(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    for text in ("Eerst bellen @politie", "Dan schrijven #xyzzy"):
        typed(place, text)
        press(place, Key.Key_Return)
    newest, oldest = stored(empty_store, workshop)
    assert newest.unknown_tags == ("#xyzzy",)
    assert oldest.title == "Eerst bellen"


def test_esc_closes_the_suggestions_then_goes_to_the_list_and_the_text_stays(place: CapturePlace) -> None:
    typed(place, "Eerste")
    press(place, Key.Key_Return)
    typed(place, "Tweede #kantel")
    press(place, Key.Key_Escape)
    assert place.page.bar.line.hasFocus()
    press(place, Key.Key_Escape)
    assert place.page.blocks.hasFocus()
    assert place.page.bar.line.toPlainText() == "Tweede #kantel"
    in_list(place, Key.Key_Escape)
    assert place.page.bar.line.hasFocus()


def test_undo_right_after_enter_gives_the_text_back(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    typed(place, "Eerst bellen @politie")
    press(place, Key.Key_Return)
    press(place, Key.Key_Z, Ctrl)
    assert not stored(empty_store, workshop)
    assert place.page.bar.line.toPlainText() == "Eerst bellen @politie"
    press(place, Key.Key_Return)
    assert stored(empty_store, workshop)[0].title == "Eerst bellen"


def test_undo_with_text_in_the_line_is_about_the_text(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "Eerste")
    press(place, Key.Key_Return)
    typed(place, "Twee")
    press(place, Key.Key_Z, Ctrl)
    assert len(stored(empty_store, workshop)) == 1
    assert place.page.bar.line.toPlainText() == ""


def test_up_takes_the_last_block_back_and_enter_changes_it(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    typed(place, "Eerst bellen @politie +2")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    assert place.page.bar.line.toPlainText() == "Eerst bellen @politie +2"
    typed(place, " #kantelmomenten")
    press(place, Key.Key_Return)
    (block,) = stored(empty_store, workshop)
    assert (block.title, block.votes) == ("Eerst bellen", 2)
    assert slugs(block, codebook) == {"politie", "kantelmomenten"}


def test_esc_leaves_the_block_that_was_taken_back_as_it_was(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    typed(place, " en schrijven")
    press(place, Key.Key_Escape)
    assert stored(empty_store, workshop)[0].title == "Eerst bellen"
    typed(place, "Nieuw")
    press(place, Key.Key_Return)
    assert len(stored(empty_store, workshop)) == 2


def test_when_it_cannot_be_stored_the_text_stays_and_the_problem_is_told(
    place: CapturePlace, empty_store: Store, workshop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences = told(place)

    def full(*_: object, **__: object) -> None:
        raise Problem("De schijf is vol. Maak ruimte vrij.")

    monkeypatch.setattr(empty_store, "do", full)
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    assert place.page.bar.line.toPlainText() == "Eerst bellen"
    assert sentences == ["De schijf is vol. Maak ruimte vrij."]


# ---- tags that stay


def test_a_domain_pressed_twice_stays_active(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    press(place, Key.Key_D, Ctrl)
    press(place, Key.Key_2, Ctrl)
    press(place, Key.Key_2, Ctrl)
    assert place.page.bar.line.toPlainText().strip() == ""
    for text in ("Een", "Twee"):
        typed(place, text)
        press(place, Key.Key_Return)
    assert [slugs(block, codebook) for block in stored(empty_store, workshop)] == [{"zorg"}, {"zorg"}]


def test_a_domain_pressed_once_is_for_this_block_only(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    typed(place, "Een")
    press(place, Key.Key_D, Ctrl)
    press(place, Key.Key_3, Ctrl)
    press(place, Key.Key_Return)
    typed(place, "Twee")
    press(place, Key.Key_Return)
    assert [slugs(block, codebook) for block in stored(empty_store, workshop)] == [set(), {"straf"}]


def test_ctrl_d_before_each_domain_sets_each(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    typed(place, "Een")
    for digit in (Key.Key_2, Key.Key_3):
        press(place, Key.Key_D, Ctrl)
        press(place, digit)
    press(place, Key.Key_Return)
    assert [block.title for block in stored(empty_store, workshop)] == ["Een"]
    assert [slugs(block, codebook) for block in stored(empty_store, workshop)] == [{"zorg", "straf"}]


def test_a_favourite_theme_stays_until_it_is_pressed_again_and_alt_zero_lets_all_go(
    place: CapturePlace, codebook: Codebook
) -> None:
    typed(place, "Eerst bellen #kantelmomenten")
    press(place, Key.Key_Return)
    theme = codebook.by_slug["thema", "kantelmomenten"].id
    press(place, Key.Key_1, Alt)
    assert place.page.bar.sticky.codes == (theme,)
    press(place, Key.Key_1, Alt)
    assert place.page.bar.sticky.codes == ()
    press(place, Key.Key_1, Alt)
    press(place, Key.Key_0, Alt)
    assert place.page.bar.sticky.codes == ()


def test_a_named_code_is_offered_and_set_only_when_asked(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    typed(place, "De politie belt")
    press(place, Key.Key_Return)
    typed(place, "De politie belt weer")
    press(place, Key.Key_Right, Alt)
    press(place, Key.Key_Return)
    newest, oldest = stored(empty_store, workshop)
    assert (slugs(newest, codebook), slugs(oldest, codebook)) == ({"politie"}, set())
    assert newest.title == "De politie belt weer"


# ---- pasting


def test_many_pasted_lines_become_blocks_in_one_step(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    sentences = told(place)
    paste(place, "• Eerst bellen @politie\n\n• Dan schrijven\r\n• Dan rusten")
    assert place.page.bar.paste.many.text() == "3 bouwstenen vastleggen"
    QTest.keyClick(place.page.bar.paste.many, Key.Key_Return)
    titles = [block.title for block in reversed(stored(empty_store, workshop))]
    assert titles == ["Eerst bellen", "Dan schrijven", "Dan rusten"]
    assert {block.input_kind for block in stored(empty_store, workshop)} == {"geplakt"}
    assert sentences == ["3 bouwstenen vastgelegd."]
    assert place.page.bar.line.hasFocus()
    empty_store.undo()
    assert not stored(empty_store, workshop)


def test_r02_of_many_pasted_lines_is_said_what_points_to_a_person(place: CapturePlace) -> None:
    paste(place, "\n".join([*(f"Samen bellen {number}" for number in range(8)), "Bel haar op 06-12345678"]))
    row = place.page.bar.paste
    assert row.shown[-1] == "Let op: er komt 1 persoonsgegeven mee (regel 9)."
    assert row.many.isEnabled()
    QTest.keyClick(row.many, Key.Key_Escape)
    paste(place, "Eerst bellen\nDan schrijven")
    assert "Let op" not in " ".join(row.shown)


def test_pasted_lines_can_be_one_block_or_nothing(place: CapturePlace) -> None:
    paste(place, "Eerst bellen\nDan schrijven")
    QTest.keyClick(place.page.bar.paste.many, Key.Key_Escape)
    assert place.page.bar.line.toPlainText() == ""
    paste(place, "Eerst bellen\nDan schrijven")
    place.page.bar.paste.one.click()
    assert place.page.bar.line.toPlainText() == "Eerst bellen\nDan schrijven"


@pytest.mark.parametrize("text", ["x" * 1_000_000, "kort\n" + "x" * 1_000_000, "x" * 20_001])
def test_a_line_that_is_too_long_never_reaches_the_text_edit(place: CapturePlace, text: str) -> None:
    paste(place, text)
    assert place.page.bar.line.toPlainText() == ""
    assert "te lang" in place.page.bar.note


def test_characters_that_no_document_can_hold_are_left_out_and_that_is_told(place: CapturePlace) -> None:
    paste(place, "Eerst\x01 bellen\x07")
    assert place.page.bar.line.toPlainText() == "Eerst bellen"
    assert place.page.bar.note.startswith("2 onzichtbare tekens")


def test_an_unknown_tag_and_a_line_with_only_tags_are_told(place: CapturePlace) -> None:
    typed(place, "#nieuwigheid ")
    assert "#nieuwigheid" in place.page.bar.note
    place.page.bar.clear()
    typed(place, "@politie ")
    assert "alleen tags" in place.page.bar.note
    typed(place, "belt")
    assert place.page.bar.note == ""


# ---- half-typed text


def test_half_typed_text_is_there_after_a_restart(
    place: CapturePlace, empty_store: Store, workshop: str, theme: Theme, qtbot: QtBot
) -> None:
    typed(place, "Nog niet af @pol")
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop) == "Nog niet af @pol", timeout=1000)
    again = CapturePlace(Desk(empty_store), theme)
    qtbot.addWidget(again)
    assert again.page.bar.line.toPlainText() == "Nog niet af @pol"


def test_after_enter_nothing_is_left_half_typed(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    place.page.bar.flush_draft()
    press(place, Key.Key_Return)
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop) == "", timeout=1000)


# ---- rounds and what is shown


def test_the_round_is_chosen_with_keys_and_blocks_go_into_it(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "In de eerste")
    press(place, Key.Key_Return)
    place.step_round(1)
    assert place.model.rowCount() == 0
    typed(place, "In de tweede")
    press(place, Key.Key_Return)
    assert [block.round for block in stored(empty_store, workshop)] == [2, 1]
    assert [block.title for block in place.model.shown()] == ["In de tweede"]


def test_untagged_blocks_and_the_bin_are_one_click_away(place: CapturePlace) -> None:
    for text in ("Geduid @politie #kantelmomenten", "Ruw"):
        typed(place, text)
        press(place, Key.Key_Return)
    header = place.page.header
    header.untagged.click()
    assert [block.title for block in place.model.shown()] == ["Ruw"]
    place.acts.remove([place.model.block(0).id])
    assert place.model.rowCount() == 0
    header.removed.click()
    assert [block.title for block in place.model.shown()] == ["Ruw"]
    place.acts.remove([place.model.block(0).id])
    header.removed.click()
    assert len(place.model.shown()) == 2


# ---- the list


@pytest.fixture
def three(place: CapturePlace) -> CapturePlace:
    for text in ("Een", "Twee", "Drie"):
        typed(place, text)
        press(place, Key.Key_Return)
    press(place, Key.Key_Escape)
    return place


def by_title(store: Store, workshop: str, title: str) -> Block:
    return next(block for block in stored(store, workshop) if block.title == title)


def test_keys_vote_and_tag_in_the_list(
    three: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    in_list(three, Key.Key_Down)
    QTest.keyClicks(three.page.blocks, "++-")
    in_list(three, Key.Key_2, Key.Key_3)
    block = by_title(empty_store, workshop, "Twee")
    assert (block.votes, slugs(block, codebook)) == (1, {"zorg", "straf"})
    in_list(three, Key.Key_2)
    assert slugs(by_title(empty_store, workshop, "Twee"), codebook) == {"straf"}


def test_exemplary_and_held_back_are_one_key(three: CapturePlace, empty_store: Store, workshop: str) -> None:
    in_list(three, Key.Key_J, Key.Key_E, Key.Key_H)
    block = by_title(empty_store, workshop, "Twee")
    assert block.exemplary
    assert block.held_back
    in_list(three, Key.Key_H)
    assert not by_title(empty_store, workshop, "Twee").held_back


def test_del_puts_in_the_bin_and_says_so_with_a_way_back(
    three: CapturePlace, empty_store: Store, workshop: str
) -> None:
    sentences = told(three)
    in_list(three, Key.Key_Delete)
    assert sentences == ["Bouwsteen 3 naar de prullenbak."]
    assert len(stored(empty_store, workshop)) == 2
    assert three.model.rowCount() == 2


def test_marked_cards_are_tagged_together(
    three: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    in_list(three, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_1)
    tagged = {block.title for block in stored(empty_store, workshop) if slugs(block, codebook)}
    assert tagged == {"Drie", "Een"}
    undoable = empty_store.undoable()
    assert undoable is not None
    assert undoable.label == "2 bouwstenen getagd"


def test_shift_extends_the_choice(three: CapturePlace) -> None:
    in_list(three, Key.Key_Down, held=Shift)
    assert len(three.page.blocks.marked()) == 2


def test_a_theme_is_picked_by_typing_its_name(
    three: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    in_list(three, Key.Key_T)
    picker = three.acts.picker
    QTest.keyClicks(picker.search, "kantelm")
    QTest.keyClick(picker.search, Key.Key_Return)
    picker.close()
    assert slugs(by_title(empty_store, workshop, "Drie"), codebook) == {"kantelmomenten"}


# ---- the inspector, and changes from elsewhere


def test_a_change_from_elsewhere_shows_without_stealing_the_cursor(
    three: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    three._show_in_inspector()
    in_list(three, Key.Key_Return)
    title = three.focusWidget()
    QTest.keyClicks(title, "!")
    block = by_title(empty_store, workshop, "Drie")
    three.acts.vote([block.id], 1)
    qtbot.wait(60)
    assert title.toPlainText() == "Drie!"
    assert title.hasFocus()


def test_undo_of_an_edit_shows_in_the_inspector(
    three: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    in_list(three, Key.Key_Return)
    title = three.focusWidget()
    QTest.keyClicks(title, "!")
    QTest.keyClick(title, Key.Key_Return)
    undoable = empty_store.undoable()
    assert undoable is not None
    assert undoable.label == "Titel van bouwsteen 3 gewijzigd"
    three._desk.undo()
    qtbot.waitUntil(lambda: title.toPlainText() == "Drie", timeout=1000)


def test_a_step_that_touches_other_sessions_leaves_the_list_alone(three: CapturePlace, empty_store: Store) -> None:
    other = three._desk.do("Sessie", preparing.create_workshop, title="Elders")
    three._desk.do("Elders", capturing.capture, "Van elders", workshop=other)
    assert [block.title for block in three.model.shown()] == ["Drie", "Twee", "Een"]


def test_a_tag_set_elsewhere_shows_on_its_card(three: CapturePlace, codebook: Codebook) -> None:
    block = three.model.block(1)
    code = codebook.by_slug["domein", "politie"].id
    three._desk.do("Getagd", tagging.tag, [block.id], [code])
    assert three.model.block(1).codes == (code,)
    three._desk.undo()
    assert three.model.block(1).codes == ()


# ---- sessions


def test_without_a_session_it_offers_to_make_one(empty_store: Store, theme: Theme, qtbot: QtBot) -> None:
    place = CapturePlace(Desk(empty_store), theme)
    qtbot.addWidget(place)
    assert place.workshop is None
    with qtbot.waitSignal(place.place_asked) as asked:
        place.empty.accepted.emit()
    assert asked.args == ["sessions"]


def test_the_session_that_was_open_last_opens_again(example_store: Store, theme: Theme, qtbot: QtBot) -> None:
    wanted = example_store.read(preparing.workshops)[1]
    example_store.remember(LAST_SESSION, wanted.id)
    place = CapturePlace(Desk(example_store), theme)
    qtbot.addWidget(place)
    assert place.title() == wanted.title
    assert "deelnemers" in place.subtitle()


def test_when_the_session_that_was_open_last_is_not_in_this_file_another_opens(
    example_store: Store, theme: Theme, qtbot: QtBot
) -> None:
    example_store.remember(LAST_SESSION, "0" * 32)
    place = CapturePlace(Desk(example_store), theme)
    qtbot.addWidget(place)
    assert place.workshop is not None


def test_a_new_title_of_the_session_shows_at_once(place: CapturePlace, workshop: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.titles_changed):
        place._desk.do("Titel", preparing.edit_workshop, workshop, title="Anders")
    assert place.title() == "Anders"


def test_a_session_that_goes_takes_its_page_along(place: CapturePlace, workshop: str) -> None:
    place._desk.do("Weg", preparing.remove_workshops, [workshop])
    assert place.workshop is None
