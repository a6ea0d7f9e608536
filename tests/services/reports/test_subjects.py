"""What a document is about: one thing, or each of them in a chapter."""

from dataclasses import replace

import pytest
from tests.services.reports.made import made, titles

from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import ALIGNING, MOST_FIRST, THEME_DOSSIER, kind_called, usual
from bouwstenen_app.services import aligning, boards, bundling, capturing, preparing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reports.subjects import narrowed, subjects
from bouwstenen_app.storage.store import Store


def names(store: Store, kind: str, *about: str, **chosen: object) -> list[str]:
    recipe = replace(usual(kind), about=about, **chosen)  # type: ignore[arg-type]
    read = store.read(reporting.material, recipe)
    return [one.name for one in subjects(read, recipe, kind_called(kind))]


def test_every_theme_group_with_blocks_has_a_chapter(example_store: Store, codebook: Codebook) -> None:
    found = names(example_store, "themadossier")
    assert found == [code.name for code in codebook.tops("thema")]
    assert titles(made(example_store, "themadossier")) == found


def test_the_order_of_the_chapters_can_be_that_of_most_blocks(example_store: Store) -> None:
    found = names(example_store, "themadossier", chapters=MOST_FIRST)
    assert found[0] == "Regionaal en organisatie-onafhankelijk"


def test_a_theme_is_with_all_that_falls_under_it(example_store: Store, codebook: Codebook) -> None:
    recipe = replace(usual("themadossier"), about=("meldpunt-en-melden",))
    read = example_store.read(reporting.material, recipe)
    (one,) = subjects(read, recipe, THEME_DOSSIER)
    group = {c.id for c in codebook.of("thema") if codebook.top(c.id).slug == "meldpunt-en-melden"}

    assert one.ids == group
    inside = {b.id for b in read.blocks if group & set(b.codes)}
    assert {b.id for b in narrowed(read, one, THEME_DOSSIER).blocks} == inside


def test_partners_are_the_parties_themselves_and_groups_only_where_no_party_is_named(example_store: Store) -> None:
    found = names(example_store, "partneruittreksel")
    assert "Politie" in found
    assert "Sociaal domein in het algemeen" in found
    assert "Sociaal domein" not in found


def test_a_session_is_a_chapter_and_the_blocks_of_another_stay_out(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    report = made(example_store, "terugkoppeling", workshop.id)
    assert "DZ-0" not in report.text()
    everything = made(example_store, "terugkoppeling")
    assert titles(everything)[0] == workshop.title
    assert [one.apart for one in everything.sections if one.level == 1] == [True, True, True]
    assert (report.compact, everything.compact) == (True, False)


def test_what_is_asked_for_and_has_no_block_is_a_problem(example_store: Store) -> None:
    with pytest.raises(Problem, match="Er zijn geen bouwstenen over deze partner"):
        made(example_store, "partneruittreksel", "vng-en-rijk")


def test_a_bundle_that_was_submitted_is_something_to_align(example_store: Store, codebook: Codebook) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [block.id]).result
    country = codebook.by_slug[DOMAIN, "vng-en-rijk"].id
    assert "VNG en Rijk" not in names(example_store, "afstemming")
    example_store.do("Voor", aligning.submit, bundle, [country])
    assert "VNG en Rijk" in names(example_store, "afstemming")
    assert block.title in made(example_store, "afstemming", "vng-en-rijk").text()


def test_sensitive_themes_concern_every_partner_that_is_asked(example_store: Store) -> None:
    recipe = replace(usual("afstemming"), about=("huisarts",))
    read = example_store.read(reporting.material, recipe)
    (one,) = subjects(read, recipe, ALIGNING)
    theirs = narrowed(read, one, ALIGNING).blocks
    assert any(one.ids.isdisjoint(block.codes) for block in theirs)
    assert one.also


def test_of_all_partners_together_sensitive_themes_are_one_chapter_for_everyone(example_store: Store) -> None:
    report = made(example_store, "afstemming")
    assert titles(report)[-1] == "Gevoelige thema’s, voor elke partner"
    assert [section.title for section in report.sections].count("Bouwstenen over gevoelige thema’s") == 1


def test_a_bundle_that_may_not_be_shown_makes_no_chapter(example_store: Store, codebook: Codebook) -> None:
    block = example_store.read(boards.select_blocks, Selection())[0]
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [block.id]).result
    example_store.do("Voor", aligning.submit, bundle, [codebook.by_slug[DOMAIN, "vng-en-rijk"].id])
    example_store.do("Intern", bundling.edit_bundle, bundle, release="intern")
    assert "VNG en Rijk" not in names(example_store, "afstemming")
    assert "VNG en Rijk" not in names(example_store, "partneruittreksel")


def test_what_expired_is_asked_of_nobody(example_store: Store) -> None:
    block = next(b for b in example_store.read(boards.select_blocks, Selection()) if b.spoken_id == "RH-001")
    assert "RH-001" in made(example_store, "partneruittreksel", "politie").text()
    example_store.do("Vervallen", capturing.edit_block, block.id, status="vervallen")
    assert "RH-001" not in made(example_store, "partneruittreksel", "politie").text()


def test_no_anchor_stands_twice_in_a_document_of_many_chapters(example_store: Store) -> None:
    for kind in ("themadossier", "partneruittreksel", "regio-uittreksel", "terugkoppeling", "afstemming"):
        report = made(example_store, kind)
        anchors = [section.anchor for section in report.sections if section.anchor]
        anchors += [item.anchor for s in report.sections for item in s.items if getattr(item, "anchor", "")]
        assert len(anchors) == len(set(anchors)), kind
