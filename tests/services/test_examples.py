"""Every field of the example sessions comes in, and the control totals come out."""

from collections import Counter
from typing import Any

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.workshops import DONE, Workshop
from bouwstenen_app.services import boards, checking, preparing, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook as read_codebook
from bouwstenen_app.storage.store import Store

LISTS = {
    "domeinen": DOMAIN,
    "themas": THEME,
    "perspectief": "perspectief",
    "levensfase": "levensfase",
    "geweldsvorm": "geweldsvorm",
    "juridisch_kader": "juridisch-kader",
}
SINGLES = {"soort": KIND, "rijpheid": "rijpheid", "niveau": "niveau"}


def _sessions(store: Store) -> list[tuple[Workshop, list[Block]]]:
    """Sessions and their blocks, both in the order of the file."""
    found = sorted(store.read(preparing.workshops), key=lambda workshop: workshop.id)
    return [(w, list(reversed(store.read(boards.blocks_of, w.id)))) for w in found]


def _written(block: Block, book: Codebook, workshop: Workshop, source: dict[str, Any]) -> dict[str, Any]:
    """Write a block as it stands in the file, from what a question returns."""
    day, time = block.captured_at.split("T")
    assert day == str(workshop.date)
    return {
        "id": source["id"],
        "titel": block.title,
        "omschrijving": block.explanation or (None if source["omschrijving"] is None else ""),
        "praktijkvoorbeeld": block.example or None,
        "voorwaarden": list(block.conditions),
        "vervolgstap": block.next_step or None,
        **{field: [code.slug for code in book.select(block.codes, name)] for field, name in LISTS.items()},
        **{field: next((c.slug for c in book.select(block.codes, name)), None) for field, name in SINGLES.items()},
        "stemmen": block.votes,
        "ronde": block.round,
        "tafel": block.table,
        "tijd": time,
        "invoer": block.input_kind,
        "cluster": next(c["id"] for c in source["clusters"] if c["naam"] == block.cluster),
    }


def test_every_field_of_every_block_comes_in(
    example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    for (workshop, blocks), session in zip(_sessions(example_store), sessions_file["sessies"], strict=True):
        for block, source in zip(blocks, session["bouwstenen"], strict=True):
            known = {**source, "clusters": session["clusters"]}
            assert _written(block, codebook, workshop, known) == source


def test_a_block_has_only_the_codes_of_the_file(
    example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    for (_, blocks), session in zip(_sessions(example_store), sessions_file["sessies"], strict=True):
        for block, source in zip(blocks, session["bouwstenen"], strict=True):
            count = sum(len(source[field]) for field in LISTS) + sum(bool(source[field]) for field in SINGLES)
            assert len(block.codes) == count
            assert block.unknown_tags == ()


def test_every_field_of_every_session_comes_in(example_store: Store, sessions_file: dict[str, Any]) -> None:
    for (workshop, blocks), session in zip(_sessions(example_store), sessions_file["sessies"], strict=True):
        assert {
            "titel": workshop.title,
            "datum": str(workshop.date),
            "starttijd": workshop.start_time,
            "duur_minuten": workshop.minutes,
            "regio": workshop.region,
            "plaats": workshop.place,
            "locatie": workshop.location,
            "facilitator_rol": workshop.facilitator_role,
            "medefacilitator_rol": workshop.co_facilitator_role,
            "opdrachtgever_rol": workshop.client_role,
            "hoofdvraag": workshop.main_question,
            "aantal_deelnemers": workshop.participants,
            "tafels": workshop.tables,
            "deelnemers_per_organisatietype": {a.organisation: a.count for a in workshop.attendance},
            "stemregel": workshop.vote_rule,
            "afspraken": list(workshop.agreements),
            "fictief": workshop.fictional,
        }.items() <= session.items()
        assert list(session["deelnemers_per_organisatietype"]) == [a.organisation for a in workshop.attendance]
        assert workshop.state == DONE
        assert workshop.blocks == len(blocks) == len(session["bouwstenen"])


def test_the_agenda_of_every_session_comes_in_with_its_times(
    example_store: Store, sessions_file: dict[str, Any]
) -> None:
    for (workshop, _), session in zip(_sessions(example_store), sessions_file["sessies"], strict=True):
        written = [
            {
                "start": step.start,
                "minuten": step.minutes,
                "onderdeel": step.name,
                "vorm": step.method,
                "prompt": step.question or None,
                **({"ronde": step.number} if step.number is not None else {}),
            }
            for step in workshop.rounds
        ]
        assert written == session["agenda"]


def test_the_clusters_of_every_session_come_in_with_their_blocks(
    example_store: Store, sessions_file: dict[str, Any]
) -> None:
    for (workshop, blocks), session in zip(_sessions(example_store), sessions_file["sessies"], strict=True):
        ids = [source["id"] for source in session["bouwstenen"]]
        assert [cluster.name for cluster in workshop.clusters] == [c["naam"] for c in session["clusters"]]
        for cluster in session["clusters"]:
            inside = [i for i, block in zip(ids, blocks, strict=True) if block.cluster == cluster["naam"]]
            assert sorted(inside) == sorted(cluster["bouwstenen"])


def test_the_control_totals_come_out(
    example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    totals = sessions_file["controletotalen"]
    blocks = example_store.read(boards.select_blocks, Selection())
    uses = example_store.read(tagging.code_uses)

    assert len(blocks) == totals["bouwstenen"] == 122
    assert sum(block.votes for block in blocks) == totals["stemmen"] == 291
    assert Counter(len(found) for _, found in _sessions(example_store)) == Counter(totals["per_sessie"].values())
    for dimension, name in (
        (KIND, "per_soort"),
        (DOMAIN, "per_domein_rechtstreeks"),
        (THEME, "per_thema_rechtstreeks"),
        ("rijpheid", "per_rijpheid"),
    ):
        counted = {code.slug: uses[code.id] for code in codebook.of(dimension) if code.id in uses}
        assert counted == totals[name], name

    assert example_store.read(checking.totals)["Bouwstenen"] == 122


def test_every_block_has_a_spoken_id_of_its_own(example_store: Store) -> None:
    spoken = [block.spoken_id for block in example_store.read(boards.select_blocks, Selection())]

    assert len(set(spoken)) == 122
    assert [w.region_code for w, _ in _sessions(example_store)] == ["RH", "DZ", "NV"]
    assert "RH-017" in spoken


def test_the_codebook_of_the_example_is_the_one_of_the_program(example_store: Store, codebook: Codebook) -> None:
    assert example_store.read(read_codebook) == codebook


def test_texts_with_special_signs_are_unchanged(example_store: Store, sessions_file: dict[str, Any]) -> None:
    """Emoji, quotes, accents, line breaks and very long texts: the file names which blocks have them."""
    special = {i for ids in sessions_file["bijzonder"].values() for i in ids}
    texts = {(b.title, b.explanation, b.example) for b in example_store.read(boards.select_blocks, Selection())}
    sources = [b for session in sessions_file["sessies"] for b in session["bouwstenen"] if b["id"] in special]

    assert len(sources) > 40
    for b in sources:
        assert (b["titel"], b["omschrijving"] or "", b["praktijkvoorbeeld"] or "") in texts


def test_a_new_workspace_has_the_codebook_and_no_session(empty_store: Store, codebook: Codebook) -> None:
    assert empty_store.read(read_codebook) == codebook
    assert empty_store.read(preparing.workshops) == ()
