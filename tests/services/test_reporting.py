from datetime import date
from typing import Any

import pytest

from bouwstenen_app.domain.blocks import CONFIRMED
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import CONSOLIDATED
from bouwstenen_app.domain.report import Card, Report, Section, Table
from bouwstenen_app.services import aligning, boards, bundling, capturing, preparing, reading_back, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reporting import Recipe
from bouwstenen_app.storage.store import Store


@pytest.fixture
def report(example_store: Store) -> Report:
    return example_store.read(reporting.consolidated, Recipe(on=date(2026, 11, 24)))


def _cards(report: Report) -> list[Card]:
    return [item for section in report.sections for item in section.items if isinstance(item, Card)]


def _section(report: Report, title: str) -> Section:
    return next(section for section in report.sections if section.title == title)


def test_every_block_stands_in_full_exactly_once(example_store: Store, report: Report) -> None:
    blocks = {b.spoken_id: b for b in example_store.read(boards.select_blocks, Selection())}
    cards = {card.spoken_id: card for card in _cards(report)}

    assert len(_cards(report)) == len(cards) == 122
    for spoken_id, block in blocks.items():
        card = cards[spoken_id]
        said = "\n".join(text for _, text in card.parts)
        assert card.title == block.title
        for text in (block.explanation, block.example, block.next_step, *block.conditions):
            assert text in said


def test_every_card_says_where_it_comes_from(example_store: Store, report: Report) -> None:
    titles = {w.id: w.title for w in example_store.read(preparing.workshops)}
    blocks = {b.spoken_id: b for b in example_store.read(boards.select_blocks, Selection())}

    for card in _cards(report):
        block = blocks[card.spoken_id]
        assert titles[block.workshop] in card.provenance
        assert f"ronde {block.round}" in card.provenance
        assert f"{block.votes} van " in card.provenance


def test_a_minority_view_and_what_the_room_said_stand_at_their_block(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    example_store.do("Minderheid", reading_back.set_minority, block.id, "Niet altijd bellen.")
    example_store.do("Bevestigd", reading_back.mark, block.id, CONFIRMED)
    example_store.do("Geparkeerd", reading_back.park, [block.id])
    cards = {card.spoken_id: card for card in _cards(example_store.read(reporting.consolidated, Recipe()))}

    card = cards[block.spoken_id]
    assert card.minority == "Niet altijd bellen."
    assert "teruggelezen: bevestigd" in card.provenance
    assert "parkeerplaats" in card.provenance
    assert [other for other in cards.values() if other.minority] == [card]


def test_the_table_of_themes_and_domains_is_that_of_the_control_totals(
    report: Report, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    expected = sessions_file["controletotalen"]["matrix_themagroep_x_domein"]
    tables = [i for i in _section(report, "Waar gaan de bouwstenen over?").items if isinstance(i, Table)]
    table = tables[0]
    domains = {code.name: code.slug for code in codebook.tops(DOMAIN)}
    themes = {code.name: code.slug for code in codebook.tops(THEME)}

    found: dict[str, dict[str, int]] = {}
    for row in table.rows:
        counts = {
            domains[name]: int(cell.text)
            for name, cell in zip(table.header[1:], row[1:], strict=True)
            if cell.text not in ("–", "0")
        }
        found[themes[row[0].text]] = counts
    assert {theme: counts for theme, counts in found.items() if counts} == expected


def test_the_key_figures_are_those_of_the_control_totals(report: Report) -> None:
    text = report.text()

    assert "3 sessies" in text
    assert "122 bouwstenen" in text
    assert "291 stemmen" in text


def test_every_link_has_an_anchor_and_no_anchor_stands_twice(report: Report) -> None:
    anchors = [section.anchor for section in report.sections if section.anchor]
    anchors += [card.anchor for card in _cards(report)]
    links = {
        cell.link
        for section in report.sections
        for item in section.items
        if isinstance(item, Table)
        for row in item.rows
        for cell in row
        if cell.link
    }

    assert len(anchors) == len(set(anchors))
    assert links <= set(anchors)


def test_no_table_has_an_empty_cell(report: Report) -> None:
    for section in report.sections:
        for item in section.items:
            if isinstance(item, Table):
                assert item.rows, item.caption
                assert all(cell.text.strip() for row in item.rows for cell in row), item.caption
                assert {len(row) for row in item.rows} == {len(item.header)}, item.caption


def test_the_note_of_the_facilitator_is_never_in_a_report(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    example_store.do("Notitie", capturing.edit_block, block.id, note="GEHEIM-SLEUTELWOORD")

    assert "GEHEIM-SLEUTELWOORD" not in example_store.read(reporting.consolidated, Recipe()).text()


def test_what_is_held_back_or_not_free_is_left_out_and_counted(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Achter", capturing.edit_block, blocks[0].id, held_back=True)
    example_store.do("Intern", capturing.edit_block, blocks[1].id, release="intern")
    material = example_store.read(reporting.material, Recipe())

    assert (len(material.blocks), material.left_out) == (120, 2)
    assert not {blocks[0].spoken_id, blocks[1].spoken_id} & {
        card.spoken_id for card in _cards(reporting.build(material, Recipe()))
    }


def test_a_report_may_be_of_one_session(example_store: Store) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    report = example_store.read(reporting.consolidated, Recipe(workshops=(workshop.id,)))

    assert len(_cards(report)) == workshop.blocks
    assert workshop.title in report.text()


@pytest.mark.parametrize("section", CONSOLIDATED.sections)
def test_a_report_may_have_any_one_of_its_parts(example_store: Store, section: str, codebook: Codebook) -> None:
    block = example_store.read(boards.find, Selection(), limit=1).blocks[0].id
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [block]).result
    example_store.do("Stap", bundling.edit_bundle, bundle, next_step="Morgen beginnen.")
    example_store.do("Voorgelegd", aligning.submit, bundle, [codebook.of(DOMAIN)[0].id])
    report = example_store.read(reporting.consolidated, Recipe(sections=(section,)))

    assert report.sections
    assert len(_cards(report)) == (122 if section == "bouwstenen" else 0)


def test_the_title_page_says_what_was_chosen(example_store: Store) -> None:
    recipe = Recipe("Titel", "Onder", "meeleesversie", "procesbegeleider", "kring", on=date(2026, 11, 24))
    cover = example_store.read(reporting.consolidated, recipe).cover

    assert (cover.title, cover.subtitle, cover.status) == ("Titel", "Onder", "Meeleesversie")
    assert (cover.date, cover.author, cover.circulation) == ("24 november 2026", "procesbegeleider", "kring")
    assert "fictieve" in cover.notice


def test_without_blocks_there_is_no_report_but_a_sentence_that_says_what_to_do(empty_store: Store) -> None:
    with pytest.raises(Problem, match="de werkmap is nog leeg"):
        empty_store.read(reporting.consolidated, Recipe())

    full, bare = (empty_store.do("S", preparing.create_workshop, title=title).result for title in ("Vol", "Leeg"))
    done = empty_store.do("Bouwsteen", capturing.capture, "Kaal", workshop=full).result
    with pytest.raises(Problem, match="de gekozen sessies zijn leeg"):
        empty_store.read(reporting.consolidated, Recipe(workshops=(bare,)))

    assert done is not None
    empty_store.do("Achter", capturing.edit_block, done.block, held_back=True)
    for recipe in (Recipe(), Recipe(query="kaal")):
        with pytest.raises(Problem, match="wat er is, is achtergehouden of mag er niet in"):
            empty_store.read(reporting.consolidated, recipe)


def test_a_block_without_tags_votes_or_round_stands_in_the_report(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Zonder datum").result
    empty_store.do("Bouwsteen", capturing.capture, "Kaal", workshop=workshop)
    report = empty_store.read(reporting.consolidated, Recipe())

    assert [card.title for card in _cards(report)] == ["Kaal"]
    assert "Nog zonder thema" in report.text()
