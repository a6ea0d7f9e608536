import pytest
from tests.services.reports.telling import chapter, report_of, said, session

from bouwstenen_app.domain.blocks import CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.recipes import ACCOUNT, BLOCKS, KEY_BUNDLES, KEY_MESSAGE
from bouwstenen_app.services import aligning, boards, bundling, capturing, deduplicating, preparing, reading_back
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

TITLE = "Aanpak en verantwoording"


def account(store: Store, *others: str) -> list[str]:
    return said(chapter(report_of(store, ACCOUNT, BLOCKS, *others), TITLE)[0])


def test_it_tells_how_was_worked_and_by_which_codebook(example_store: Store, codebook: Codebook) -> None:
    lines = "\n".join(account(example_store))

    assert (
        "Dit rapport bevat 122 bouwstenen uit 3 sessies. De werkvormen waren: eerst 5 minuten individueel" in lines
    )
    assert f"codeboek “{codebook.title}”, versie {codebook.version}" in lines
    assert "De stemregel verschilde per sessie:" in lines


def test_without_votes_nothing_is_said_of_them(empty_store: Store) -> None:
    made = session(empty_store, "Kaal")
    empty_store.do("Stemregel", preparing.edit_workshop, made, votes_each=3)

    assert "stem" not in "\n".join(account(empty_store)).replace("fstemm", "")


@pytest.mark.parametrize(
    ("many", "told"), [(6, "Sessie 1: 1 stem per deelnemer."), (7, "Er golden 7 verschillende")]
)
def test_vote_rules_are_told_one_by_one_while_they_fit(empty_store: Store, many: int, told: str) -> None:
    for number in range(1, many + 1):
        session(empty_store, "Iets +1", title=f"Sessie {number}", votes_each=number)

    assert told in "\n".join(account(empty_store))


def test_it_tells_what_was_decided_of_blocks_that_look_alike(example_store: Store) -> None:
    blocks = [block.id for block in example_store.read(boards.select_blocks, Selection())]
    example_store.do("Samen", deduplicating.judge_together, [blocks[0], blocks[1]])
    example_store.do("Niet", deduplicating.judge_apart, blocks[2], blocks[3])
    lines = "\n".join(account(example_store, KEY_BUNDLES))

    assert "1 paar is samengevoegd en 1 paar bleef apart." in lines
    assert "De kernbouwstenen zijn door het team samengevat" in lines


def test_it_tells_who_read_along_and_what_they_said(example_store: Store, codebook: Codebook) -> None:
    blocks = [block.id for block in example_store.read(boards.select_blocks, Selection())]
    example_store.do("Bevestigd", reading_back.mark, blocks[0], CONFIRMED)
    example_store.do("Bevestigd", reading_back.mark, blocks[1], CONFIRMED)
    example_store.do("Niet herkend", reading_back.mark, blocks[2], NOT_RECOGNISED)
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [blocks[0]]).result
    partners = [codebook.by_slug[DOMAIN, slug].id for slug in ("politie", "om")]
    example_store.do("Voorgelegd", aligning.submit, bundle, partners)
    example_store.do("Bezwaar", aligning.answer, bundle, partners[0], state="bezwaar blijft")
    lines = account(example_store)

    at = lines.index("Wie las mee")
    assert lines[at + 1].endswith("teruggelezen: 2 zijn bevestigd en 1 werd niet herkend.")
    assert lines[at + 2].startswith("Bundels zijn voorgelegd aan Openbaar Ministerie en Politie.")
    assert lines[at + 2].endswith("1 antwoord is nog niet binnen. 1 bezwaar blijft staan.")


def test_it_tells_what_was_left_out_and_why(empty_store: Store) -> None:
    session(empty_store, "Een", "Twee")
    first = empty_store.read(boards.select_blocks, Selection())[0]
    empty_store.do("Achter", capturing.edit_block, first.id, held_back=True)
    lines = account(empty_store, KEY_BUNDLES)

    at = lines.index("Wat is weggelaten")
    assert lines[at + 1].startswith("1 bouwsteen is weggelaten")
    assert lines[at + 2].startswith("Niet opgenomen op verzoek: “Kernboodschap”, ")
    assert lines[at + 3] == "Niet opgenomen, omdat er niets over is vastgelegd: “Kernbouwstenen”."


def test_every_sentence_of_it_can_be_written_anew(example_store: Store) -> None:
    section = chapter(report_of(example_store, KEY_MESSAGE, ACCOUNT), TITLE)[0]
    sources = [getattr(item, "source", "") for item in section.items if getattr(item, "role", "") != "label"]

    assert [source for source in sources if not source.startswith("text:verantwoording:")] == [""]
