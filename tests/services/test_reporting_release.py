"""What a kind of report may show is kept, whatever a recipe asks: nothing withheld, in no field, in no count."""

import datetime
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bouwstenen_app.domain.blocks import ALIGN_FIRST, FREE, INTERNAL, NOT_SHARED, RELEASES, Block
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.recipes import ALIGNING, CONSOLIDATED, KINDS, TO_READ, Recipe, usual
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import (
    aligning,
    boards,
    bundling,
    capturing,
    preparing,
    reading_back,
    reporting,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

ON = datetime.date(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC)
HELD, BIN = "achtergehouden", "prullenbak"
WAYS = (ALIGN_FIRST, INTERNAL, NOT_SHARED, HELD, BIN)
MARK = {ALIGN_FIRST: "QXALFA", INTERNAL: "QXBETA", NOT_SHARED: "QXGAMMA", HELD: "QXDELTA", BIN: "QXEPSILON"}
"""A word that stands in every text of what is withheld in that way."""
WITHDRAWN = (CONSOLIDATED.slug, BIN)
"""A number that was withdrawn stays in the list of the steering group, without its text (rapport.md, section 2)."""
TELLS_HOW_MANY = re.compile(r"(niet in dit verslag|weggelaten|erbuiten)")


def may_show(kind: str) -> set[str]:
    """Return the ways that this kind of report may show."""
    return {TO_READ.slug: {ALIGN_FIRST}, ALIGNING.slug: {ALIGN_FIRST}, CONSOLIDATED.slug: {INTERNAL}}.get(
        kind, set()
    )


def captured(store: Store, text: str, workshop: str) -> Block:
    before = {block.id for block in store.read(boards.blocks_of, workshop)}
    store.do("Vastgelegd", capturing.capture, text, workshop=workshop)
    return next(block for block in store.read(boards.blocks_of, workshop) if block.id not in before)


def withhold(store: Store, way: str, workshop: str, *, free: Sequence[str] = ()) -> Block:
    """Add a block that says the mark in every field; with ``free`` blocks in a bundle that is drafted from it."""
    mark = MARK[way]
    block = captured(store, f"{mark} titel @politie @om #onderzoekshandelingen !knelpunt +9 #{mark}tag", workshop)
    texts = {name: f"{mark} {name}" for name in ("explanation", "example", "next_step", "note", "minority")}
    store.do("Bewerkt", capturing.edit_block, block.id, conditions=[f"{mark} nodig"], **texts)
    if free:
        bundle = store.do("Bundel", bundling.bundle_blocks, [block.id, *free]).result
        store.do("Kern", bundling.edit_bundle, bundle, key=True)
        assert mark in store.read(bundling.bundle_with, bundle).title
    if way == HELD:
        store.do("Achter", capturing.edit_block, block.id, held_back=True)
    elif way == BIN:
        store.do("Weg", capturing.remove_blocks, [block.id])
    else:
        store.do("Vrijgave", capturing.edit_block, block.id, release=way)
    return block


def asked(kind: str, about: tuple[str, ...] = ()) -> Recipe:
    """Return a recipe that asks for more than the kind may show."""
    recipe = usual(kind)
    return replace(recipe, releases=RELEASES, sections=KINDS[kind].sections, on=ON, about=about)


def everything_in(report: Report, target: Path) -> str:
    """Return all that stands in the Word file of a report, and in the report itself."""
    for _ in word.write(report, target, template=report_template(), now=NOW):
        pass
    with zipfile.ZipFile(target) as package:
        parts = (package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels")))
        return repr(report) + "".join(part.decode("utf-8", "replace") for part in parts)


@pytest.mark.parametrize("kind", KINDS)
def test_r17_nothing_withheld_stands_in_a_document_of_any_kind(
    example_store: Store, codebook: Codebook, tmp_path: Path, kind: str
) -> None:
    store = example_store
    workshop = store.read(preparing.named, "Kantelmomenten")
    free = iter(store.read(boards.blocks_of, workshop.id))
    police = codebook.by_slug[DOMAIN, "politie"].id
    blocks = {way: withhold(store, way, workshop.id, free=[next(free).id]) for way in WAYS}
    for bundle in store.read(bundling.bundles):
        store.do("Voorgelegd", aligning.submit, bundle.id, [police], on=ON)
        store.do("Noot", aligning.answer, bundle.id, police, note="QXNOOT")
    for way in (ALIGN_FIRST, INTERNAL, NOT_SHARED):
        own = store.do("Bundel", bundling.bundle_blocks, [next(free).id]).result
        said = dict.fromkeys(("title", "explanation", "why", "minority", "owner"), f"{MARK[way]} bundel")
        store.do("Bundel", bundling.edit_bundle, own, release=way, note="QXNOOT", **said)
    text = everything_in(store.read(reporting.made, asked(kind)), tmp_path / "uit.docx")

    allowed = may_show(kind)
    assert "QXNOOT" not in text
    for way in WAYS:
        if way not in allowed:
            assert MARK[way] not in text, way
            assert blocks[way].spoken_id not in text or (kind, way) == WITHDRAWN, way


@pytest.mark.parametrize("kind", [TO_READ.slug, ALIGNING.slug])
def test_what_must_be_aligned_first_stands_where_it_is_aligned(example_store: Store, kind: str) -> None:
    workshop = example_store.read(preparing.named, "Kantelmomenten")
    withhold(example_store, ALIGN_FIRST, workshop.id)

    assert MARK[ALIGN_FIRST] in example_store.read(reporting.made, replace(usual(kind), on=ON)).text()


@pytest.mark.parametrize("kind", KINDS)
def test_a_recipe_without_choices_shows_nothing_internal(example_store: Store, kind: str) -> None:
    workshop = example_store.read(preparing.named, "Kantelmomenten")
    withhold(example_store, INTERNAL, workshop.id)

    assert MARK[INTERNAL] not in example_store.read(reporting.made, replace(usual(kind), on=ON)).text()


@pytest.mark.parametrize("kind", KINDS)
def test_no_count_tells_that_something_is_withheld(example_store: Store, kind: str) -> None:
    workshop = example_store.read(preparing.named, "Kantelmomenten")
    before = example_store.read(reporting.made, asked(kind)).text().splitlines()
    for way in WAYS:
        if way not in may_show(kind) and (kind, way) != WITHDRAWN:
            withhold(example_store, way, workshop.id)
    after = example_store.read(reporting.made, asked(kind)).text().splitlines()

    assert [line for line in after if not TELLS_HOW_MANY.search(line)] == [
        line for line in before if not TELLS_HOW_MANY.search(line)
    ]


def test_a_bundle_keeps_what_a_block_that_is_shown_says_too(example_store: Store) -> None:
    store = example_store
    workshop = store.read(preparing.named, "Kantelmomenten")
    shown = captured(store, "Samen bellen @politie +1", workshop.id)
    hidden = captured(store, "Samen fietsen @politie +5", workshop.id)
    store.do("Nodig", capturing.edit_block, shown.id, conditions=["Tijd"], explanation="Bellen werkt.")
    store.do("Nodig", capturing.edit_block, hidden.id, conditions=["Tijd", "Een fiets"], explanation="Fietsen ook.")
    bundle = store.do("Bundel", bundling.bundle_blocks, [shown.id, hidden.id]).result
    store.do("Intern", capturing.edit_block, hidden.id, release=INTERNAL)
    read = store.read(reporting.material, Recipe())
    (found,) = [one for one in read.bundles if one.id == bundle]

    assert (found.title, found.conditions) == ("Samen bellen", ("Tijd",))
    assert found.explanation == f"Bellen werkt. ({shown.spoken_id})"


def test_the_text_of_a_team_is_left_as_it_is(example_store: Store) -> None:
    store = example_store
    workshop = store.read(preparing.named, "Kantelmomenten")
    one, other = (captured(store, f"Bouwsteen {n} @politie", workshop.id) for n in (1, 2))
    bundle = store.do("Bundel", bundling.bundle_blocks, [one.id, other.id]).result
    said = {"title": "Eén lijn", "explanation": "Zo doen we het.\nEn niet anders."}
    store.do("Bewerkt", bundling.edit_bundle, bundle, **said)
    store.do("Intern", capturing.edit_block, other.id, release=INTERNAL)
    (found,) = [b for b in store.read(reporting.material, Recipe()).bundles if b.id == bundle]

    assert (found.title, found.explanation) == ("Eén lijn", "Zo doen we het.\nEn niet anders.")


def test_a_partner_reads_no_name_of_a_place(example_store: Store, codebook: Codebook) -> None:
    store = example_store
    workshop = store.read(preparing.named, "Van signaal")
    block = captured(store, "In Oudersluis werkt het @politie !werkt-goed +20", workshop.id)
    store.do("Tekst", capturing.edit_block, block.id, explanation="Bij De Sluiswachter in Oudersluis-Noord.")
    store.do("Minder", reading_back.set_minority, block.id, "Niet in heel Oudersluis.")
    text = store.read(reporting.made, asked("partneruittreksel", ("politie",))).text()

    assert "Oudersluis" not in text
    assert "In Regio Rivierenhoek werkt het" in text


@pytest.mark.parametrize("release", [FREE, *RELEASES])
def test_r17_only_free_blocks_have_a_card_on_the_wall(example_store: Store, release: str) -> None:
    for block in example_store.read(boards.select_blocks, Selection())[1:]:
        example_store.do("Vrijgave", capturing.edit_block, block.id, release=NOT_SHARED)
        break
    report = example_store.read(reporting.made, replace(asked("kaartenset"), releases=(FREE, release)))

    assert len(report.cards) == 121


@pytest.mark.parametrize("kind", [slug for slug, kind in KINDS.items() if kind.needs_blocks])
def test_what_leaves_the_circle_says_no_round_of_a_block(example_store: Store, kind: str) -> None:
    text = example_store.read(reporting.made, asked(kind)).text()

    assert (" · ronde " in text) == (kind in (CONSOLIDATED.slug, TO_READ.slug))
