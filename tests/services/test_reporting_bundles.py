"""The bundles in the consolidated report."""

import datetime

import pytest

from bouwstenen_app.domain.blocks import ALIGN_FIRST, Block
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.report import Listing, Paragraph, Report, Section, Table
from bouwstenen_app.services import aligning, boards, bundling, capturing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reporting import Recipe
from bouwstenen_app.storage.store import Store


@pytest.fixture
def blocks(example_store: Store) -> tuple[Block, ...]:
    return example_store.read(boards.find, Selection(), limit=122).blocks


def bundled(store: Store, *blocks: Block, **fields: object) -> str:
    bundle = store.do("Bundel", bundling.bundle_blocks, [block.id for block in blocks]).result
    if fields:
        store.do("Bewerkt", bundling.edit_bundle, bundle, **fields)
    return bundle


def report_of(store: Store, **recipe: object) -> Report:
    return store.read(reporting.consolidated, Recipe(**recipe))  # type: ignore[arg-type]


def chapter(report: Report, title: str) -> list[Section]:
    """Return a chapter with the sections in it."""
    places = [place for place, one in enumerate(report.sections) if one.level == 1]
    start = next(place for place in places if report.sections[place].title == title)
    end = min((place for place in places if place > start), default=len(report.sections))
    return list(report.sections[start:end])


def said(section: Section) -> list[str]:
    found = []
    for item in section.items:
        if isinstance(item, Paragraph):
            found.append("".join(run.text for run in item.runs))
        elif isinstance(item, Listing):
            found += ["".join(run.text for run in runs) for runs in item.items]
    return found


def test_without_bundles_there_is_no_empty_heading(example_store: Store) -> None:
    titles = [section.title for section in report_of(example_store).sections]
    assert not {"Kernbouwstenen", "Afstemming", "Bijlage E: samengevoegd en teruggetrokken"} & set(titles)


def test_a_key_bundle_says_its_parts_in_the_fixed_order(example_store: Store, blocks: tuple[Block, ...]) -> None:
    bundled(
        example_store,
        blocks[0],
        blocks[-1],
        title="Eén lijn",
        explanation=f"Zo werkt het ({blocks[0].spoken_id}).",
        why="Omdat het snel is.",
        example="Een gezin.",
        conditions=["Tijd", "Een plek"],
        next_step="Morgen bellen.",
        owner="Het meldpunt",
        minority="Sommigen willen wachten.",
        note="Alleen voor ons",
    )
    report = report_of(example_store)
    intro, section = chapter(report, "Kernbouwstenen")
    assert intro.items
    assert (section.title, section.level) == ("Eén lijn", 2)
    *parts, origin, minority = said(section)
    assert parts == [
        "Wat horen we", f"Zo werkt het ({blocks[0].spoken_id}).", "Waarom het werkt (duiding): Omdat het snel is.",
        "Praktijkvoorbeeld (geanonimiseerd): Een gezin.",
        "Wat is ervoor nodig", "Tijd", "Een plek",
        "Eerste stap: Morgen bellen.",
        "Wie is aan zet: Het meldpunt",
    ]  # fmt: skip
    assert origin.startswith(
        "Herkomst: K-01 · in meer regio’s. Genoemd in 2 van 3 sessies (2 regio’s) · 2 bouwstenen: "
    )
    assert minority == "Minderheidsstandpunt. Sommigen willen wachten."
    assert "Alleen voor ons" not in report.text()


def test_a_number_in_the_text_leads_to_its_block(example_store: Store, blocks: tuple[Block, ...]) -> None:
    bundled(example_store, blocks[0], explanation=f"Zie {blocks[0].spoken_id} en QQ-999.")
    section = chapter(report_of(example_store), "Kernbouwstenen")[1]
    paragraph = section.items[1]
    assert isinstance(paragraph, Paragraph)
    assert [run.link for run in paragraph.runs] == ["", f"b-{blocks[0].spoken_id}", ""]


def test_key_bundles_come_before_settled_ones_and_those_before_all(
    example_store: Store, blocks: tuple[Block, ...]
) -> None:
    first, second, third = (bundled(example_store, blocks[n], title=f"Bundel {n}") for n in range(3))

    def shown() -> set[str]:
        return {section.title for section in chapter(report_of(example_store), "Kernbouwstenen")[1:]}

    assert shown() == {"Bundel 0", "Bundel 1", "Bundel 2"}
    example_store.do("Vast", bundling.edit_bundle, second, status="vastgesteld")
    assert shown() == {"Bundel 1"}
    example_store.do("Kern", bundling.edit_bundle, third, key=True)
    assert shown() == {"Bundel 2"}
    example_store.do("Weg", bundling.edit_bundle, first, status="vervallen")
    example_store.do("Geen kern", bundling.edit_bundle, third, key=False)
    assert shown() == {"Bundel 1"}


def test_there_are_twelve_at_most_the_widest_carried_first(example_store: Store, blocks: tuple[Block, ...]) -> None:
    for number in range(14):
        bundled(example_store, blocks[number])
    bundled(example_store, blocks[20], blocks[-1], title="In meer regio’s genoemd")
    sections = chapter(report_of(example_store), "Kernbouwstenen")[1:]
    assert len(sections) == 12
    assert sections[0].title == "In meer regio’s genoemd"


def test_what_is_not_released_stays_out(example_store: Store, blocks: tuple[Block, ...]) -> None:
    bundled(example_store, blocks[0], title="Alleen na overleg", release=ALIGN_FIRST)
    bundled(example_store, blocks[1], blocks[2], title="Wel vrij", explanation="Vrij.")
    example_store.do("Later", capturing.edit_block, blocks[2].id, release=ALIGN_FIRST)
    report = report_of(example_store)
    assert "Alleen na overleg" not in report.text()
    assert blocks[2].spoken_id not in report.text()
    (table,) = (
        item
        for item in chapter(report, "Bijlage E: samengevoegd en teruggetrokken")[0].items
        if isinstance(item, Table)
    )
    assert [cell.text for cell in table.rows[0]] == ["K-02", "Wel vrij", blocks[1].spoken_id]


def test_the_appendix_keeps_the_number_of_a_dissolved_bundle(
    example_store: Store, blocks: tuple[Block, ...]
) -> None:
    gone = bundled(example_store, blocks[0], title="Weg ermee")
    bundled(example_store, blocks[1], title="Blijft")
    example_store.do("Opgeheven", bundling.dissolve, [gone])
    report = report_of(example_store)
    (table,) = (
        item
        for item in chapter(report, "Bijlage E: samengevoegd en teruggetrokken")[0].items
        if isinstance(item, Table)
    )
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["K-01", "teruggetrokken", "–"],
        ["K-02", "Blijft", blocks[1].spoken_id],
    ]
    assert "Weg ermee" not in report.text()


def test_what_partners_said_is_a_table(example_store: Store, blocks: tuple[Block, ...], codebook: Codebook) -> None:
    bundle = bundled(example_store, blocks[0], title="Eén lijn")
    police = codebook.by_slug[DOMAIN, "politie"].id
    example_store.do("Voor", aligning.submit, bundle, [police], on=datetime.date(2026, 11, 24))
    assert "24 november 2026 | nog geen antwoord" in report_of(example_store).text()

    example_store.do("Antwoord", aligning.answer, bundle, police, state="bezwaar blijft", note="Niet voor buiten")
    report = report_of(example_store)
    (table,) = (item for item in chapter(report, "Afstemming")[0].items if isinstance(item, Table))
    assert [cell.text for cell in table.rows[0]] == [
        "Politie",
        "K-01 Eén lijn",
        "24 november 2026",
        "bezwaar blijft",
    ]
    assert "Niet voor buiten" not in report.text()
