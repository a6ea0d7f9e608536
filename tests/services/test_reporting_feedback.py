"""The feedback report of one session: what the participants find in it, and what not."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bouwstenen_app.domain.blocks import ALIGN_FIRST, CONFIRMED, NOT_RECOGNISED, Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Listing, Paragraph, Report, Table
from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import findings
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, capturing, preparing, reading_back, recipes, reporting
from bouwstenen_app.storage.store import Store

ON = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def _session(store: Store) -> Workshop:
    return store.read(preparing.named, "Van signaal")


def _report(store: Store, workshop: Workshop) -> Report:
    return store.read(reporting.feedback, workshop.id, on=ON)


def _most_voted(store: Store, workshop: Workshop) -> list[Block]:
    blocks = sorted(store.read(boards.blocks_of, workshop.id), key=lambda block: block.number)
    return sorted(blocks, key=lambda block: -block.votes)


def _titles(report: Report) -> list[str]:
    return [section.title for section in report.sections]


def test_it_tells_everything_in_the_order_of_the_participants(example_store: Store) -> None:
    report = _report(example_store, _session(example_store))

    assert _titles(report) == [
        "Dank", "De vraag", "Wat de meeste stemmen kreeg", "Alles wat is opgehaald", "Wat gebeurt er nu?",
        "Reageren of intrekken",
    ]  # fmt: skip
    text = report.text()
    assert "Hoe volgen we signalen eerder en samen op?" in text
    assert "24 deelnemers" in text
    assert "vóór 8 december 2026 aan de begeleider van de sessie (procesbegeleider, Veilig Thuis)." in text


def test_every_title_stands_once_under_its_cluster_and_none_of_another_session(example_store: Store) -> None:
    workshop = _session(example_store)
    report = _report(example_store, workshop)
    section = next(section for section in report.sections if section.anchor == "bouwstenen")
    lines = [runs for item in section.items if isinstance(item, Listing) for runs in item.items]
    blocks = example_store.read(boards.blocks_of, workshop.id)

    assert sorted("".join(run.text for run in runs) for runs in lines) == sorted(
        f"{block.spoken_id} {block.title}" for block in blocks
    )
    assert "DZ-0" not in report.text()
    assert "Signalen die blijven hangen (11)" in report.text()


def test_the_eight_with_the_most_votes_stand_in_a_table(example_store: Store) -> None:
    report = _report(example_store, _session(example_store))
    table = next(item for section in report.sections for item in section.items if isinstance(item, Table))

    assert len(table.rows) == 8
    assert table.rows[0][2].text == "9 van 96"


def test_what_is_held_back_or_not_released_is_left_out_and_counted(example_store: Store) -> None:
    workshop = _session(example_store)
    one, other, *_ = example_store.read(boards.blocks_of, workshop.id)
    example_store.do("Achtergehouden", capturing.edit_block, one.id, held_back=True)
    example_store.do("Afstemmen", capturing.edit_block, other.id, release=ALIGN_FIRST)
    text = _report(example_store, workshop).text()

    assert one.title not in text
    assert other.title not in text
    assert "2 bouwstenen staan niet in dit verslag" in text
    assert "39 bouwstenen" in text


def test_what_the_room_said_when_it_was_read_back_stands_beside_the_votes(example_store: Store) -> None:
    workshop = _session(example_store)
    first, second, *_, last = _most_voted(example_store, workshop)
    example_store.do("Bevestigd", reading_back.mark, first.id, CONFIRMED)
    example_store.do("Aangepast", reading_back.adjust, second.id, title="Zoals de zaal het zegt")
    example_store.do("Niet herkend", reading_back.mark, last.id, NOT_RECOGNISED)
    report = _report(example_store, workshop)
    table = next(item for section in report.sections for item in section.items if isinstance(item, Table))

    assert [row[-1].text for row in table.rows] == ["bevestigd", "aangepast", *["nog niet"] * 6]
    assert table.rows[1][1].text == "Zoals de zaal het zegt"
    text = report.text()
    told = "3 bouwstenen terug: 1 is bevestigd, 1 is in de zaal aangepast en 1 werd niet herkend."
    assert told in text
    assert f"{last.spoken_id} {last.title} (niet herkend)" in text


def test_a_minority_view_has_a_mark_of_its_own_and_shows_in_the_list(example_store: Store) -> None:
    workshop = _session(example_store)
    block = example_store.read(boards.blocks_of, workshop.id)[0]
    example_store.do("Minderheid", reading_back.set_minority, block.id, "Niet altijd\ndirect bellen.")
    report = _report(example_store, workshop)
    section = next(section for section in report.sections if section.anchor == "minderheid")

    assert isinstance(section.items[2], Paragraph)
    assert section.items[2].role == "minority"
    assert "Minderheidsstandpunt. Niet altijd direct bellen." in report.text()
    assert f"{block.spoken_id} {block.title} [minderheidsstandpunt]" in report.text()


def test_what_was_parked_stands_apart(example_store: Store) -> None:
    workshop = _session(example_store)
    block = _most_voted(example_store, workshop)[0]
    example_store.do("Geparkeerd", reading_back.park, [block.id])
    report = _report(example_store, workshop)
    of = {section.anchor: Report(report.cover, (section,)).text() for section in report.sections}

    assert block.title in of["parkeerplaats"]
    assert block.title not in of["bouwstenen"] + of["stemmen"]


def test_without_votes_it_still_tells_what_was_read_back(empty_store: Store) -> None:
    identity = empty_store.do("Sessie", preparing.create_workshop, title="Kaal").result
    empty_store.do("Vast", capturing.capture, "Eerst bellen", workshop=identity)
    block = empty_store.read(boards.blocks_of, identity)[0]
    empty_store.do("Bevestigd", reading_back.mark, block.id, CONFIRMED)
    report = empty_store.read(reporting.feedback, identity, on=ON)

    assert _titles(report)[1] == "Teruggelezen in de zaal"
    assert f"{block.spoken_id} Eerst bellen (bevestigd)" in report.text()


def test_a_session_with_everything_parked_is_told_too(empty_store: Store) -> None:
    identity = empty_store.do("Sessie", preparing.create_workshop, title="Kaal").result
    empty_store.do("Vast", capturing.capture, "Eerst bellen", workshop=identity)
    block = empty_store.read(boards.blocks_of, identity)[0]
    empty_store.do("Geparkeerd", reading_back.park, [block.id])

    assert _titles(empty_store.read(reporting.feedback, identity, on=ON)) == [
        "Dank", "Parkeerplaats", "Wat gebeurt er nu?", "Reageren of intrekken",
    ]  # fmt: skip


def test_it_is_stamped_while_the_session_runs(example_store: Store) -> None:
    workshop = _session(example_store)
    assert _report(example_store, workshop).cover.status == ""
    example_store.do("Begonnen", preparing.edit_workshop, workshop.id, state=RUNNING)

    running = _report(example_store, workshop)
    assert running.cover.status == "Concept — sessie loopt"
    assert "De sessie loopt nog." in running.text()


def test_a_bare_session_is_told_by_round(empty_store: Store) -> None:
    identity = empty_store.do("Sessie", preparing.create_workshop, title="Kaal").result
    for text in ("Een @politie", "Twee"):
        empty_store.do("Vast", capturing.capture, text, workshop=identity)
    report = empty_store.read(reporting.feedback, identity, on=ON, react_before=date(2026, 12, 1))

    assert _titles(report) == ["Dank", "Alles wat is opgehaald", "Wat gebeurt er nu?", "Reageren of intrekken"]
    assert "vóór 1 december 2026 aan de begeleider van de sessie" in report.text()


def test_a_session_without_blocks_is_a_problem(empty_store: Store) -> None:
    identity = empty_store.do("Sessie", preparing.create_workshop, title="Leeg").result

    with pytest.raises(Problem, match="geen bouwstenen"):
        empty_store.read(reporting.feedback, identity, on=ON)


def test_ninety_blocks_run_on_so_that_it_stays_short(empty_store: Store) -> None:
    identity = empty_store.do("Sessie", preparing.create_workshop, title="Vol").result
    lines = [f"Bouwsteen {n}" for n in range(90)]
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=identity)
    report = empty_store.read(reporting.feedback, identity, on=ON)
    section = next(section for section in report.sections if section.anchor == "bouwstenen")

    assert not [item for item in section.items if isinstance(item, Listing)]
    assert all(line in report.text() for line in lines)


def test_the_word_file_starts_with_its_text_and_has_nothing_to_mend(example_store: Store, tmp_path: Path) -> None:
    target = tmp_path / "terugkoppeling.docx"
    workshop = _session(example_store)
    first, second, *_ = _most_voted(example_store, workshop)
    example_store.do("Bevestigd", reading_back.mark, first.id, CONFIRMED)
    example_store.do("Minderheid", reading_back.set_minority, first.id, "Niet altijd bellen.")
    example_store.do("Geparkeerd", reading_back.park, [second.id])
    report = _report(example_store, workshop)
    for _ in word.write(report, target, template=report_template(), now=NOW):
        pass

    assert findings(target) == ()


def test_what_was_selected_for_another_report_does_not_narrow_it_and_own_texts_stand_in_it(
    example_store: Store,
) -> None:
    workshop = _session(example_store)
    example_store.do("Gekozen", recipes.change, "terugkoppeling", query="wijkagent", about=("weg",))
    example_store.do("Tekst", recipes.write_passage, "terugkoppeling", "section:terug-dank", "Met taart.")
    report = _report(example_store, workshop)

    assert "41 bouwstenen" in report.text()
    assert "Met taart." in report.text()
