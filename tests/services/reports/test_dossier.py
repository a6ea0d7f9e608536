"""The dossier of one theme: regions, what works and pinches, every block in full, open questions."""

from tests.services.reports.made import cards, made, said, tables, titles

from bouwstenen_app.services import boards, bundling, capturing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

THEME = "meldpunt-en-melden"


def test_it_holds_every_block_about_the_theme_in_full_and_no_other(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection(query=f"thema:{THEME}"))
    report = made(example_store, "themadossier", THEME)

    assert sorted(card.spoken_id for card in cards(report)) == sorted(block.spoken_id for block in blocks)
    assert report.cover.title == "Meldpunt en melden"
    assert report.cover.subtitle == f"Themadossier: {len(blocks)} bouwstenen uit 3 sessies"


def test_the_regions_are_counted_with_the_votes_they_had_to_give(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection(query=f"thema:{THEME}"))
    table = tables(made(example_store, "themadossier", THEME))[0]

    assert sum(int(row[1].text) for row in table.rows) == len(blocks)
    assert sum(int(row[2].text.split(" van ")[0]) for row in table.rows) == sum(block.votes for block in blocks)
    assert sum(int(row[2].text.split(" van ")[1]) for row in table.rows) == 291


def test_what_works_stands_beside_what_pinches_and_nothing_is_said_too(example_store: Store) -> None:
    told = said(made(example_store, "themadossier", THEME), "Wat werkt en wat knelt")
    assert "Over wat bij dit thema goed werkt, is in de sessies niets opgehaald." in told
    assert "Wat knelt (" in told
    both = said(made(example_store, "themadossier", "vroegtijdig-samenwerken"), "Wat werkt en wat knelt")
    assert "Wat werkt goed (" in both


def test_open_questions_and_blocks_without_a_next_step_close_it(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection(query=f"thema:{THEME}"))[0]
    example_store.do("Leeg", capturing.edit_block, block.id, next_step="")
    told = said(made(example_store, "themadossier", THEME), "Open vragen")
    assert block.spoken_id in told.split("Nog zonder volgende stap")[1]


def test_a_key_bundle_is_told_with_its_whole_origin(example_store: Store) -> None:
    inside = example_store.read(boards.select_blocks, Selection(query=f"thema:{THEME} sessie:signaal"))[0]
    outside = example_store.read(boards.select_blocks, Selection(query=f"-thema:{THEME} sessie:kantelmomenten"))[0]
    example_store.do("Bundel", bundling.bundle_blocks, [inside.id, outside.id])
    report = made(example_store, "themadossier", THEME)
    bundle = next(card for card in cards(report) if card.spoken_id == "K-01")

    assert "Kernbouwstenen" in titles(report)
    assert f"2 bouwstenen: {inside.spoken_id}, {outside.spoken_id}" in bundle.provenance
    assert outside.spoken_id not in {card.spoken_id for card in cards(report)}
