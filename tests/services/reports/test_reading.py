"""The version to read along with: numbers, statuses, and room for a remark beside every text."""

import datetime

from tests.services.reports.made import cards, made, said, titles

from bouwstenen_app.domain.blocks import ALIGN_FIRST, SETTLED
from bouwstenen_app.services import boards, bundling, capturing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def test_every_block_stands_there_once_with_its_status_and_room_beside_it(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Eerst", capturing.edit_block, blocks[0].id, release=ALIGN_FIRST)
    example_store.do("Vast", capturing.edit_block, blocks[1].id, status=SETTLED)
    report = made(example_store, "meeleesversie")
    found = {card.spoken_id: card for card in cards(report)}

    assert sorted(found) == sorted(block.spoken_id for block in blocks)
    assert len(cards(report)) == len(blocks)
    for spoken_id, card in found.items():
        assert card.beside[1] == f"Opmerking bij {spoken_id}:"
    assert found[blocks[0].spoken_id].beside[0].endswith(", eerst afstemmen")
    assert found[blocks[1].spoken_id].beside[0] == "Status: vastgesteld, vrij"


def test_it_says_how_to_react_and_before_which_day(example_store: Store) -> None:
    told = said(made(example_store, "meeleesversie"), "Zo leest u mee")
    assert "graag vóór 8 december 2026" in told
    assert "bijvoorbeeld RH-001" in told
    chosen = made(example_store, "meeleesversie", reply_before=datetime.date(2026, 12, 1))
    assert "graag vóór 1 december 2026" in chosen.text()
    assert made(example_store, "meeleesversie").cover.status == "Meeleesversie"


def test_key_bundles_can_be_read_along_too(example_store: Store) -> None:
    assert titles(made(example_store, "meeleesversie")) == ["Zo leest u mee", "Bouwstenen"]
    blocks = example_store.read(boards.select_blocks, Selection())
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id, blocks[50].id]).result
    example_store.do("Tekst", bundling.edit_bundle, bundle, title="Eén lijn", owner="Gemeente")
    report = made(example_store, "meeleesversie")
    card = next(one for one in cards(report) if one.spoken_id == "K-01")

    assert titles(report) == ["Zo leest u mee", "Kernbouwstenen", "Bouwstenen"]
    assert (card.source, card.title) == (f"bundle:{bundle}", "Eén lijn")
    assert ("Wie is aan zet.", "Gemeente") in card.parts
    assert card.beside[1] == "Opmerking bij K-01:"
