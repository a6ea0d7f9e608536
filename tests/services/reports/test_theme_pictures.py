import pytest
from tests.services.reports.telling import chapter, report_of, said, session, tables

from bouwstenen_app.domain.recipes import BLOCKS, MOST_FIRST, THEMES
from bouwstenen_app.domain.report import Card, Report, Table
from bouwstenen_app.services import boards, bundling
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def body_of(report: Report) -> int:
    """Return how much the chapter on themes says."""
    sections = chapter(report, "Beeld per thema")
    return sum(len(said(s)) + sum(len(table) for table in tables(s)) for s in sections)


def test_a_theme_has_what_works_beside_what_pinches_and_what_else_got_votes(empty_store: Store) -> None:
    session(
        empty_store,
        "Goed !werkt-goed #herstel +1",
        "Mis !knelpunt #herstel +2",
        "Idee !idee #herstel +9",
        "Wat nu? !vraag #herstel",
    )
    section = chapter(report_of(empty_store, THEMES, BLOCKS), "Beeld per thema")[1]
    beside, others = tables(section)

    assert section.title == "Stoppen, schade voorkomen, herstellen"
    assert beside == [["Werkt goed", "Knelpunt"], ["SE-001 Goed", "SE-002 Mis"]]
    assert others[1] == ["SE-003", "Idee", "idee", "9 van 12"]
    assert "Van deze bouwstenen zegt er 1 wat al werkt en 1 wat knelt." in said(section)[0]
    assert said(section)[1].startswith(
        "Open vraag: Wat nu? (SE-004). Alle 4 bouwstenen staan voluit in de bijlage, onder Stoppen"
    )


def test_no_card_stands_in_the_body_and_every_one_in_the_appendix(example_store: Store) -> None:
    report = report_of(example_store)
    inside = [s for s in report.sections if any(isinstance(item, Card) for item in s.items)]
    first = next(place for place, s in enumerate(report.sections) if s.title == "Bijlage A: alle bouwstenen")

    assert all(report.sections.index(section) > first for section in inside)
    assert not any(section.numbered for section in report.sections[first:])


@pytest.mark.parametrize("many", [60, 240])
def test_it_does_not_grow_with_the_number_of_blocks(empty_store: Store, many: int) -> None:
    lines = [f"Nummer {n} !{('werkt-goed', 'knelpunt', 'idee')[n % 3]} #herstel +1" for n in range(many)]
    session(empty_store, *lines)

    assert body_of(report_of(empty_store)) == 15


def test_with_key_bundles_many_themes_tell_only_what_works_beside_what_pinches(example_store: Store) -> None:
    def captions() -> list[str]:
        sections = chapter(report_of(example_store), "Beeld per thema")[1:]
        return [item.caption for s in sections for item in s.items if isinstance(item, Table)]

    assert sum(caption.startswith("Andere bouwstenen over ") for caption in captions()) == 8
    block = example_store.read(boards.select_blocks, Selection())[0]
    example_store.do("Bundel", bundling.bundle_blocks, [block.id])
    assert len(captions()) == 10
    assert not any(caption.startswith("Andere bouwstenen over ") for caption in captions())


def test_blocks_that_are_called_the_same_are_told_once(empty_store: Store) -> None:
    session(empty_store, "Zelfde #herstel +2", "zelfde #herstel +1", "Ander #herstel")
    section = chapter(report_of(empty_store, THEMES), "Beeld per thema")[1]

    assert [row[1] for row in tables(section)[0][1:]] == ["Zelfde", "Ander"]


def test_the_order_of_the_chapters_can_be_most_blocks_first(example_store: Store) -> None:
    names = [s.title for s in chapter(report_of(example_store, chapters=MOST_FIRST), "Beeld per thema")[1:]]
    usual = [s.title for s in chapter(report_of(example_store), "Beeld per thema")[1:]]

    assert names[:2] == ["Regionaal en organisatie-onafhankelijk", "Vroegtijdig samenwerken"]
    assert sorted(names) == sorted(usual)
    assert names != usual


def test_without_any_theme_there_is_no_chapter(empty_store: Store) -> None:
    session(empty_store, "Kaal")
    assert chapter(report_of(empty_store), "Beeld per thema") == []
    assert len(empty_store.read(boards.select_blocks, Selection())) == 1
