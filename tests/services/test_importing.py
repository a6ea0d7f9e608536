"""What a file from elsewhere becomes: looked at, taken in once, and taken back in one go."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String, select

from bouwstenen_app.domain.blocks import ALIGN_FIRST, IMPORTED, NOT_SHARED, Block
from bouwstenen_app.domain.given_blocks import Chosen, Given
from bouwstenen_app.domain.given_json import FORMAT
from bouwstenen_app.domain.person_columns import is_of_person
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, exporting, importing, portable, preparing, tag_inbox
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.importing import Plan
from bouwstenen_app.storage.rows import Row
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow, WorkshopRow, WorkspaceRow

HEAD = "titel;toelichting;partner;thema;soort;stemmen;tafel;ronde;cluster;sessie;datum;regio\n"
ROW = "Samen langs;Uitleg;politie, OM;signalen opvolgen;werkt goed;7;3;2;Wonen;Zuid;24-11-2026;Rivierenhoek\n"

NAMES_OF_THINGS = {
    *("cluster.name", "code.name", "code.name_en", "combination.name", "dimension.name", "dimension.name_en"),
    *("filter.name", "photo.name", "recipe.name", "review.name", "round.name"),
    "recipe.author",  # on the title page: a role or an organisation
}
"""Fields that are called after a name, and of what is none of a person."""


@pytest.fixture
def bring(tmp_path: Path, empty_store: Store) -> Callable[..., Plan]:
    """Write a file, take it in as it is guessed, and return what came in."""

    def act(text: str, name: str = "a.csv", **chosen: Any) -> Plan:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        given, guess = looked_at(empty_store, path)
        return empty_store.do("Overgenomen", importing.take_in, given, replace(guess, **chosen)).result

    return act


def looked_at(store: Store, path: Path) -> tuple[Given, Chosen]:
    given = importing.read(path)
    return given, store.read(importing.guess, given)


def blocks(store: Store) -> tuple[Block, ...]:
    return tuple(sorted(store.read(boards.select_blocks, Selection()), key=lambda one: one.spoken_id))


def names(store: Store, block: Block) -> list[str]:
    book = store.read(codebook)
    return [book.code(code).slug for code in block.codes]


def test_a_row_becomes_a_block_with_all_it_says(bring: Callable[..., Plan], empty_store: Store) -> None:
    plan = bring(HEAD + ROW)
    [block] = blocks(empty_store)
    [session] = empty_store.read(preparing.workshops)
    assert (session.title, str(session.date), session.region) == ("Zuid", "2026-11-24", "Rivierenhoek")
    assert (block.title, block.explanation, block.votes, block.table) == ("Samen langs", "Uitleg", 7, 3)
    assert (block.round, block.cluster, block.spoken_id) == (2, "Wonen", "RH-001")
    assert block.input_kind == IMPORTED
    assert names(empty_store, block) == ["politie", "om", "signalen-opvolgen", "werkt-goed"]
    assert plan.sentences(done=True) == (
        "1 nieuwe bouwsteen overgenomen in de nieuwe sessie “Zuid”.",
        "4 tags uit het codeboek.",
    )


def test_looking_changes_nothing_and_says_what_taking_in_does(empty_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + ROW, encoding="utf-8")
    given, chosen = looked_at(empty_store, path)
    planned = empty_store.read(importing.plan, given, chosen)
    assert blocks(empty_store) == ()
    assert empty_store.do("Overgenomen", importing.take_in, given, chosen).result == planned


def test_the_same_file_doubles_nothing_whatever_its_name_and_what_was_changed_here(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    bring(HEAD + ROW)
    [block] = blocks(empty_store)
    empty_store.do("Gewijzigd", capturing.edit_block, block.id, title="Anders gezegd", votes=9)
    for name in ("a.csv", "kopie van a.csv"):
        plan = bring(HEAD + ROW, name)
        assert (plan.new, plan.there) == (0, 1)
    [same] = blocks(empty_store)
    assert (same.title, same.votes) == ("Anders gezegd", 9)
    assert len(empty_store.read(preparing.workshops)) == 1


def test_a_longer_copy_of_a_file_brings_only_what_is_new(bring: Callable[..., Plan], empty_store: Store) -> None:
    bring(HEAD + ROW)
    plan = bring(HEAD + "Eerst nog een ander;;;;;1;;;;Zuid;24-11-2026;Rivierenhoek\n" + ROW)
    assert (plan.new, plan.there) == (1, 1)
    assert [one.title for one in blocks(empty_store)] == ["Samen langs", "Eerst nog een ander"]


def test_what_stands_twice_in_a_file_comes_in_twice(bring: Callable[..., Plan], empty_store: Store) -> None:
    assert bring(HEAD + ROW + ROW).new == 2
    assert bring(HEAD + ROW + ROW).new == 0


def test_two_files_that_say_the_same_are_two(bring: Callable[..., Plan], empty_store: Store) -> None:
    bring("Meer overleg\nEén", "tafel een.txt", title="Zuid")
    bring("Meer overleg\nTwee", "tafel twee.txt", title="Zuid")
    assert [one.title for one in blocks(empty_store)] == ["Meer overleg", "Eén", "Meer overleg", "Twee"]
    assert len(empty_store.read(preparing.workshops)) == 1


def test_undo_takes_all_of_it_back_and_it_can_come_again_with_its_numbers(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    bring(HEAD + ROW)
    empty_store.undo()
    assert blocks(empty_store) == ()
    assert empty_store.read(preparing.workshops) == ()

    assert bring(HEAD + ROW).new == 1
    [block] = blocks(empty_store)
    assert (block.spoken_id, block.cluster, block.round) == ("RH-001", "Wonen", 2)
    assert len(names(empty_store, block)) == 4


def test_what_was_put_in_the_bin_stays_there(bring: Callable[..., Plan], empty_store: Store) -> None:
    text = HEAD + ROW + ROW.replace("Samen langs", "Nog een")
    bring(text)
    empty_store.do("Weg", capturing.remove_blocks, [blocks(empty_store)[0].id])
    plan = bring(text)
    assert (plan.new, plan.there, plan.binned) == (0, 1, 1)
    assert "1 bouwsteen ligt in de prullenbak en blijft daar." in plan.sentences()


def test_unknown_tags_wait_in_the_inbox_and_what_is_no_tag_is_told(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    plan = bring(f"titel;thema;partner\nEén;eigen woord;{'heel lang ' * 12}\n", title="Zuid")
    assert plan.unknown_tags == ("#eigen-woord",)
    assert [one.text for one in empty_store.read(tag_inbox.waiting)] == ["#eigen-woord"]
    assert [(one.place, one.reason) for one in plan.remarks] == [("rij 2", "dit is te lang voor een tag")]


def test_a_second_kind_is_told_and_not_swallowed(bring: Callable[..., Plan]) -> None:
    plan = bring("titel;soort;stemmen\nEén;idee; knelpunt;1\n".replace("idee; knelpunt", '"idee; knelpunt"'))
    assert [(one.text, one.place) for one in plan.remarks] == [("knelpunt", "rij 2")]


def test_lines_of_a_text_are_read_as_in_the_capture_line(bring: Callable[..., Plan], empty_store: Store) -> None:
    bring("Vaste contactpersoon #signalen-opvolgen @politie +3 nodig: tijd, geld\ntafel 4\nTwee", "notulen.txt")
    first, second = blocks(empty_store)
    assert (first.title, first.votes, first.conditions) == ("Vaste contactpersoon", 3, ("tijd", "geld"))
    assert names(empty_store, first) == ["politie", "signalen-opvolgen"]
    assert (first.table, second.table) == (None, 4)
    assert empty_store.read(preparing.workshops)[0].title == "notulen"


def test_headings_become_kinds_tables_rounds_and_clusters(bring: Callable[..., Plan], empty_store: Store) -> None:
    text = (
        "# Werksessie Zuid\n## Knelpunten\n- Eén\n## Ronde 2: ideeën\n### Tafel 3\n- Twee\n## Samen leren\n- Drie\n"
    )
    bring(text, "notulen.md")
    one, two, three = blocks(empty_store)
    assert names(empty_store, one) == ["knelpunt"]
    assert (two.round, two.table) == (2, 3)
    assert three.cluster == "Samen leren"
    assert empty_store.read(preparing.workshops)[0].title == "Werksessie Zuid"


def test_blocks_go_to_the_session_that_is_chosen_and_continue_its_numbers(
    bring: Callable[..., Plan], captured: Callable[..., Block], workshop: str, empty_store: Store
) -> None:
    captured("Eerst")
    plan = bring("titel;ronde\nEén;1\nTwee;9\n", session=workshop)
    assert [one.spoken_id for one in blocks(empty_store)] == ["RH-001", "RH-002", "RH-003"]
    assert [one.round for one in blocks(empty_store)] == [None, 1, None]
    assert [(one.text, one.reason) for one in plan.remarks] == [("9", "deze ronde heeft de sessie niet")]
    assert not plan.new_sessions
    assert plan.new == 2


def test_a_session_that_is_gone_is_told(bring: Callable[..., Plan]) -> None:
    with pytest.raises(Problem, match="Deze sessie is er niet meer"):
        bring("titel;x\nEén;\n", session="ab" * 16)


def test_what_has_to_be_aligned_first_is_so_when_it_comes_in(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    bring("titel;thema;vrijgave\nEén;onderzoekshandelingen;\nTwee;;intern\n", title="Zuid")
    assert [one.release for one in blocks(empty_store)] == [ALIGN_FIRST, "intern"]


def test_of_several_sheets_the_one_that_says_most_is_taken_and_the_others_are_told(
    empty_store: Store, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for title, rows in {
        "Uitleg": [["Lees mij"]],
        "Feiten": [["Titel", "Stemmen", "Datum"], ["Eén", 3, "24-11-2026"]],
        "Feiten 2": [["Titel", "Stemmen", "Datum"], ["Twee", 4, "25-11-2026"]],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "a.xlsx")
    given, chosen = looked_at(empty_store, tmp_path / "a.xlsx")
    plan = empty_store.do("Overgenomen", importing.take_in, given, chosen).result
    assert sorted(one.title for one in blocks(empty_store)) == ["Eén", "Twee"]
    assert [remark.place for remark in plan.remarks] == ["blad “Uitleg”"]


def test_the_examples_come_in_as_the_program_makes_them_and_once(
    empty_store: Store, example_store: Store, tmp_path: Path, sessions_file: dict[str, Any]
) -> None:
    path = tmp_path / "voorbeeld.json"
    path.write_text(json.dumps(sessions_file), encoding="utf-8")
    given, chosen = looked_at(empty_store, path)
    empty_store.do("Overgenomen", importing.take_in, given, chosen)
    assert _said(empty_store) == _said(example_store)
    assert not empty_store.read(importing.plan, given, chosen).anything
    assert not example_store.read(importing.plan, given, chosen).anything


def _said(store: Store) -> object:
    sessions = {one.id: one for one in store.read(preparing.workshops)}
    return sorted(
        (
            sessions[one.workshop].title,
            one.spoken_id,
            one.title,
            one.explanation,
            one.example,
            one.conditions,
            one.codes,
            one.votes,
            one.round,
            one.table,
            one.cluster,
            one.captured_at,
            one.release if one.release != ALIGN_FIRST else "vrij",
            len(sessions[one.workshop].attendance),
            [step.name for step in sessions[one.workshop].rounds],
        )
        for one in store.read(boards.select_blocks, Selection())
    )


def test_everything_of_another_workspace_comes_in_and_what_is_here_stays(
    empty_store: Store, example_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "alles.json"
    path.write_text(example_store.read(lambda session: "".join(portable.document(session))), encoding="utf-8")
    given, chosen = looked_at(empty_store, path)
    plan = empty_store.do("Overgenomen", importing.take_in, given, chosen).result
    assert plan.new == 122
    assert len(blocks(empty_store)) == 122
    assert [one.title for one in blocks(empty_store)] == [one.title for one in blocks(example_store)]

    empty_store.do("Gewijzigd", capturing.edit_block, blocks(empty_store)[0].id, title="Anders")
    assert not empty_store.read(importing.plan, given, chosen).anything
    assert not example_store.read(importing.plan, given, chosen).anything


def test_a_workspace_without_a_name_gets_that_of_the_other_and_keeps_its_own(
    empty_store: Store, example_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "alles.json"
    for title in ("Voorbeeld", "Later hernoemd"):
        text = example_store.read(lambda session: "".join(portable.document(session)))
        path.write_text(text.replace('"Voorbeeld"', f'"{title}"', 1), encoding="utf-8")
        given, chosen = looked_at(empty_store, path)
        empty_store.do("Overgenomen", importing.take_in, given, chosen)
        assert empty_store.read(lambda session: session.scalar(select(WorkspaceRow.title))) == "Voorbeeld"


def test_blocks_of_another_workspace_with_a_number_that_is_taken_get_the_next(
    empty_store: Store, example_store: Store, tmp_path: Path
) -> None:
    made = empty_store.do(
        "Sessie", preparing.create_workshop, title="Proef", region="Regio Rivierenhoek (voorbeeld)"
    ).result
    empty_store.do("Vastgelegd", capturing.capture, "Eerst", workshop=made)
    path = tmp_path / "alles.json"
    path.write_text(example_store.read(lambda session: "".join(portable.document(session))), encoding="utf-8")
    given, chosen = looked_at(empty_store, path)
    empty_store.do("Overgenomen", importing.take_in, given, chosen)
    spoken = [one.spoken_id for one in blocks(empty_store)]
    assert len(spoken) == len({*spoken}) == 123


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json", ".md"])
def test_what_was_exported_comes_back_as_it_was_and_not_beside_itself(
    ending: str, empty_store: Store, example_store: Store, tmp_path: Path
) -> None:
    first = blocks(example_store)[0]
    marked = {"release": NOT_SHARED, "held_back": True, "note": "voor mij", "read_back": "bevestigd"}
    example_store.do("Gewijzigd", capturing.edit_block, first.id, **marked)
    path = tmp_path / f"uit{ending}"
    for _ in exporting.export(example_store, path, now=datetime.now().astimezone()):
        pass
    given, chosen = looked_at(example_store, path)
    assert not example_store.read(importing.plan, given, chosen).new

    plan = empty_store.do("Overgenomen", importing.take_in, given, chosen).result
    assert plan.new == 122
    assert _kept(empty_store) == _kept(example_store)
    assert not empty_store.read(importing.plan, given, chosen).new


def _kept(store: Store) -> object:
    sessions = {one.id: one for one in store.read(preparing.workshops)}
    return sorted(
        (
            sessions[one.workshop].title,
            str(sessions[one.workshop].date),
            one.title,
            " ".join(one.explanation.split()).replace("- ", ""),
            sorted(one.codes),
            one.votes,
            one.round,
            one.table,
            one.cluster,
            one.status,
            one.release,
            one.held_back,
            one.note,
            one.read_back,
        )
        for one in blocks(store)
    )


WORDS = st.sampled_from(
    (
        "Samen",
        "langs",
        "#signalen-opvolgen",
        "#eigen-woord",
        "@politie",
        "!idee",
        "+3",
        "nodig:",
        "vb:",
        ">>",
        "tafel 4:",
    )
)
LINES = st.lists(st.lists(WORDS, max_size=5).map(" ".join) | st.text(max_size=20), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, st.sampled_from([".txt", ".md", ".csv"]))
def test_any_lines_come_in_once_and_go_away_in_one_undo(
    empty_store: Store, tmp_path: Path, lines: list[str], ending: str
) -> None:
    path = tmp_path / f"regels{ending}"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    before = {one.id for one in blocks(empty_store)}
    try:
        found, chosen = looked_at(empty_store, path)
    except Problem:
        return
    planned = empty_store.read(importing.plan, found, chosen)
    done = empty_store.do("Overgenomen", importing.take_in, found, chosen).result
    assert done == planned
    assert len(blocks(empty_store)) == len(before) + done.new
    assert not empty_store.read(importing.plan, found, chosen).new
    if done.new:
        empty_store.undo()
    assert {one.id for one in blocks(empty_store)} == before


def test_whether_a_session_has_to_be_chosen(empty_store: Store, tmp_path: Path) -> None:
    for text, asks in (("titel;stemmen\nEén;1\n", True), (HEAD + ROW, False)):
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        assert importing.asks_for_session(*looked_at(empty_store, tmp_path / "a.csv")) is asks


def test_r01_a_column_of_people_does_not_come_in_and_it_is_said(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    plan = bring(
        "Naam;E-mail;Opmerking;Stemmen\nJan de Vries;jan@ziggo.nl;Eerst bellen;3\nFatima;f@ziggo.nl;Dan;1\n"
    )
    assert plan.left_out == ("Naam", "E-mail")
    assert "Kolommen “Naam” en “E-mail”: hier staat wie iemand is; dat komt niet mee." in plan.sentences(done=True)
    assert {one.title for one in blocks(empty_store)} == {"Eerst bellen", "Dan"}
    assert not any("Jan" in str(one) or "ziggo" in str(one) or "Fatima" in str(one) for one in blocks(empty_store))


def test_r01_a_field_of_people_in_a_json_does_not_come_in_and_it_is_said(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    block = {"titel": "Samen langs", "auteur": "Jan de Vries"}
    session = {"titel": "Zuid", "deelnemers": ["Fatima"], "bouwstenen": [block]}
    plan = bring(json.dumps({"schema": FORMAT, "sessies": [session]}), "a.json")
    assert [(one.place, one.reason) for one in plan.remarks] == [
        ("veld “deelnemers”", "hier staat wie iemand is; dat komt niet mee"),
        ("veld “auteur”", "hier staat wie iemand is; dat komt niet mee"),
    ]
    assert [one.title for one in blocks(empty_store)] == ["Samen langs"]
    assert not any("Jan" in str(one) for one in (*blocks(empty_store), *empty_store.read(preparing.workshops)))


def test_r01_a_session_and_a_block_have_no_field_for_the_name_of_a_person() -> None:
    for table in (WorkshopRow, BlockRow):
        texts = [column for column in table.__table__.columns if isinstance(column.type, String)]
        names = [column.name.replace("_", " ") for column in texts]
        assert [name for name in names if is_of_person(name)] == []


def test_r01_no_table_has_a_field_for_a_person_but_that_of_who_wrote_a_remark_in_word() -> None:
    fields = {
        f"{table.name}.{column.name}"
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String) and is_of_person(column.name.replace("_", " "))
    }
    assert fields - NAMES_OF_THINGS == {"remark.author"}


def test_r02_the_plan_tells_what_points_to_a_person_and_nothing_is_held_up(
    bring: Callable[..., Plan], empty_store: Store
) -> None:
    plan = bring("Titel;Toelichting\nBel haar;op 06-12345678\nMoeder Fatima belde;\nSamen;\n")
    assert [(one.place, one.finding.kind) for one in plan.noticed] == [("rij 2", "TELEFOON"), ("rij 3", "NAAM")]
    assert plan.sentences()[-2:] == (
        "Let op: er komt 1 persoonsgegeven mee (rij 2).",
        "Er komt 1 mogelijke naam of zeldzaam detail mee (rij 3).",
    )
    assert len(blocks(empty_store)) == 3


def test_r02_a_whole_workspace_is_looked_through_too(
    empty_store: Store, example_store: Store, tmp_path: Path
) -> None:
    workshop = example_store.read(preparing.named, "Van signaal naar samen handelen").id
    example_store.do("Vastgelegd", capturing.capture, "Bel 06-12345678", workshop=workshop)
    target = tmp_path / "alles.json"
    for _ in exporting.export(example_store, target, now=datetime(2026, 11, 30), passes=lambda _: None):
        pass
    given, guess = looked_at(empty_store, target)
    plan = empty_store.read(importing.plan, given, guess)
    assert [one.words for one in plan.noticed if one.red] == ["RH-042: telefoonnummer “06-12345678”"]
