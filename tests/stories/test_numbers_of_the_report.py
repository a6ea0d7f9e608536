"""Every number in the consolidated report is read back out of the Word file, and held against the workspace."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import Table

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, bundling, capturing, insight, preparing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.reporting import Recipe
from bouwstenen_app.storage.store import Store

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FREE = Selection(releases=("vrij",), held_back=False)
SPOKEN = re.compile(r"\b[A-Z]{2}-[0-9]{3}\b")


class Told:
    """A report as Word has it, beside the blocks that it is about."""

    def __init__(self, store: Store, path: Path) -> None:
        self.store = store
        report = store.read(reporting.consolidated, Recipe(on=date(2026, 11, 24)))
        for _ in word.write(report, path, template=report_template(), now=NOW):
            pass
        self.word: Document = docx.Document(str(path))
        self.blocks: Sequence[Block] = store.read(boards.select_blocks, FREE)
        self.book: Codebook = store.read(codebook)
        self.lines = [paragraph.text for paragraph in self.word.paragraphs]
        self.text = "\n".join(self.lines)

    def numbers(self, pattern: str) -> list[int]:
        """Return the numbers in the one place where a sentence stands, the first time."""
        found = re.search(pattern, self.text)
        assert found is not None, pattern
        return [int(one.replace(".", "")) for one in found.groups()]

    def table(self, *header: str) -> Table:
        return next(one for one in self.word.tables if [cell.text for cell in one.rows[0].cells] == list(header))

    def rows(self, table: Table) -> Mapping[str, list[str]]:
        return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows[1:]}

    def chapter(self, title: str) -> Iterator[str]:
        """Yield the lines of a chapter, until the next heading of its level."""
        inside = False
        for paragraph in self.word.paragraphs:
            if (paragraph.style.name or "").startswith("Heading 1"):
                inside = paragraph.text == title
            if inside:
                yield paragraph.text

    def of_kind(self, slug: str) -> int:
        code = self.book.by_slug[KIND, slug].id
        return sum(code in block.codes for block in self.blocks)

    def under(self, dimension: str, slug: str) -> list[Block]:
        """Return the blocks with a main group or anything under it."""
        top = self.book.by_slug[dimension, slug].id
        ids = {code.id for code in self.book.of(dimension) if self.book.top(code.id).id == top}
        return [block for block in self.blocks if ids & set(block.codes)]


@pytest.fixture
def told(example_store: Store, tmp_path: Path) -> Told:
    """Return the report of the example in which some is bundled, held back, internal or in the bin."""
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Achter", capturing.edit_block, blocks[0].id, held_back=True)
    example_store.do("Intern", capturing.edit_block, blocks[50].id, release="intern")
    example_store.do("Weg", capturing.remove_blocks, [blocks[100].id])
    one = example_store.do("Bundel", bundling.bundle_blocks, [blocks[n].id for n in (0, 5, 60, 110)]).result
    example_store.do("Kern", bundling.edit_bundle, one, key=True, owner="Gemeenten", next_step="In maart beginnen.")
    return Told(example_store, tmp_path / "rapport.docx")


def test_what_the_report_counts_as_a_whole_is_what_there_is(told: Told) -> None:
    workshops = told.store.read(preparing.workshops)
    people, blocks = sum(w.participants for w in workshops), len(told.blocks)
    regions, votes = len({w.region for w in workshops}), sum(block.votes for block in told.blocks)

    assert blocks == 119
    assert told.numbers(r"In (\d+) sessies in (\d+) regio’s.* haalden (\d+) deelnemers (\d+) bouwstenen op") == [
        len(workshops), regions, people, blocks,
    ]  # fmt: skip
    assert told.numbers(r"In (\d+) sessies hebben (\d+) deelnemers samen (\d+) bouwstenen opgehaald en (\d+)") == [
        len(workshops), people, blocks, votes,
    ]  # fmt: skip
    figures = told.rows(told.table("Wat", "Aantal"))
    assert figures["Bouwstenen"] == [str(blocks)]
    assert figures["Stemmen"] == [str(votes)]
    assert figures["Deelnemers"] == [str(people)]
    assert told.numbers(r"Dit rapport bevat (\d+) bouwstenen uit (\d+) sessies") == [blocks, len(workshops)]
    assert told.numbers(r"^(?:.*\n)?(\d+) bouwstenen uit (\d+) sessies") == [blocks, len(workshops)]
    assert told.numbers(r"(\d+) bouwstenen zijn weggelaten") == [2]
    assert told.numbers(r"Van de (\d+) bouwstenen zeggen er (\d+) wat al werkt en (\d+) wat knelt") == [
        blocks, told.of_kind("werkt-goed"), told.of_kind("knelpunt"),
    ]  # fmt: skip


def test_what_a_session_brought_is_the_same_wherever_it_stands(told: Told) -> None:
    counts = Counter(block.workshop for block in told.blocks)
    votes: Counter[str] = Counter()
    for block in told.blocks:
        votes[block.workshop] += block.votes
    header = ("Sessie", "Datum", "Regio", "Deelnemers", "Bouwstenen", "Stemmen (per deelnemer)")
    rows = told.rows(told.table(*header))

    for workshop in told.store.read(preparing.workshops):
        each = f"{votes[workshop.id] / workshop.participants:.1f}".replace(".", ",")
        cast = f"{votes[workshop.id]} ({each})"
        assert rows[workshop.title][-2:] == [str(counts[workshop.id]), cast]
        for block in (block for block in told.blocks if block.workshop == workshop.id):
            own = f"{block.votes} van {votes[workshop.id]} stemmen"
            assert any(line.startswith(f"Herkomst: {workshop.title}") and own in line for line in told.lines), own


def test_every_block_stands_in_full_once_and_no_other(told: Told) -> None:
    numbers = [
        found[0]
        for paragraph in told.word.paragraphs
        if (paragraph.style.name or "").startswith("Heading") and (found := SPOKEN.match(paragraph.text))
    ]

    assert Counter(numbers) == Counter(block.spoken_id for block in told.blocks)
    gone = {block.spoken_id for block in told.store.read(boards.select_blocks, Selection(removed=True))}
    assert set(SPOKEN.findall(told.text)) - gone <= {block.spoken_id for block in told.blocks}
    assert f"Teruggetrokken: {', '.join(gone)}." in told.text


def test_a_theme_tells_how_many_blocks_votes_and_kinds_it_has(told: Told) -> None:
    for top in told.book.tops(THEME):
        blocks = told.under(THEME, top.slug)
        sessions, votes = len({block.workshop for block in blocks}), sum(block.votes for block in blocks)
        line = next(line for line in told.lines if line.startswith(f"{top.definition} Over dit thema"))
        said = [int(one) for one in re.findall(r"\d+", line.removeprefix(top.definition))]
        assert said[:3] == [sessions, len(blocks), votes], top.name
        kinds = [
            sum(told.book.by_slug[KIND, slug].id in block.codes for block in blocks)
            for slug in ("werkt-goed", "knelpunt")
        ]
        assert said[-len([n for n in kinds if n]) :] == [n for n in kinds if n], top.name
        assert f"Alle {len(blocks)} bouwstenen staan voluit in de bijlage, onder {top.name}." in told.text


def test_the_matrix_and_the_pairs_are_those_of_inzicht(told: Told) -> None:
    matrix = told.store.read(insight.matrix, FREE)
    rows = told.rows(told.table("Themagroep", *(code.name for code in matrix.columns)))
    for theme in matrix.rows:
        assert rows[theme.name] == [str(matrix.count(theme.id, d.id) or "–") for d in matrix.columns]
    synergy = told.store.read(insight.synergy, FREE)
    pairs = told.rows(told.table("Domein", *(code.name for code in synergy.groups)))
    for one in synergy.groups:
        for other, cell in zip(synergy.groups, pairs[one.name], strict=True):
            own = f"({synergy.totals[one.id]})"
            assert cell == (own if one is other else str(synergy.count(one.id, other.id) or "–"))
    assert told.numbers(r"Van de (\d+) bouwstenen verbinden er (\d+) twee") == [
        len(told.blocks),
        synergy.connecting,
    ]
    assert sum(int(cell) for cell in pairs["Deelnemers"]) + 4 == sum(
        one.count for workshop in told.store.read(preparing.workshops) for one in workshop.attendance
    )


def test_steps_stages_voices_and_risks_count_what_they_say(told: Told) -> None:
    steps = told.rows(told.table("Stap", "Weinig stemmen", "Gemiddeld", "Veel stemmen"))
    for code in told.book.of("rijpheid"):
        named = sum(len(SPOKEN.findall(cell)) for cell in steps[code.name])
        rest = sum(int(found[1]) for cell in steps[code.name] if (found := re.search(r"en nog (\d+)", cell)))
        assert named + rest == sum(code.id in block.codes for block in told.blocks), code.name
    ages = [code for code in told.book.of("levensfase") if code.slug not in ("alle-leeftijden", "hele-huishouden")]
    strip = told.rows(told.table("Levensfase", *(code.name for code in ages)))["Bouwstenen"]
    assert strip == [str(sum(code.id in block.codes for block in told.blocks) or "–") for code in ages]
    voices = {b.id for top in ("ervaringsdeskundige", "client", "naaste") for b in told.under("perspectief", top)}
    assert told.numbers(r"(\d+) bouwstenen komen van mensen die het zelf meemaakten") == [len(voices)]
    assert told.numbers(r"(\d+) bouwstenen waarschuwen") == [told.of_kind("risico")]
    assert told.numbers(r"(\d+) bouwstenen noemen een voorwaarde") == [told.of_kind("voorwaarde")]


def test_a_key_bundle_and_its_decision_tell_the_same(told: Told) -> None:
    (bundle,) = told.store.read(bundling.bundles)
    inside = [block for block in told.blocks if block.id in bundle.contributions]
    every, votes = sum(block.votes for block in told.blocks), sum(block.votes for block in inside)
    sessions = len({block.workshop for block in inside})

    assert len(inside) == 3
    origin = r"K-01 · .* in (\d+) van (\d+) sessies .* (\d+) bouwstenen: .* (\d+) van (\d+) stemmen"
    assert told.numbers(origin) == [
        sessions, 3, 3, votes, every,
    ]  # fmt: skip
    (decision,) = told.rows(
        told.table("Besluit", "Waarom", "Wie", "Eerste stap, en wanneer", "Bouwstenen")
    ).values()
    assert decision[1:3] == ["Gemeenten", "In maart beginnen."]
    assert SPOKEN.findall(decision[3]) == [block.spoken_id for block in inside]
    assert told.numbers(r"Wij vragen u om (\d+) besluit") == [1]


def test_the_codebook_counts_every_tag_that_is_used(told: Told) -> None:
    uses = Counter(code for block in told.blocks for code in block.codes)
    counted = {
        row.cells[0].text: row.cells[2].text
        for table in told.word.tables
        if table.rows[0].cells[0].text == "Tag"
        for row in table.rows[1:]
    }

    assert counted == {told.book.code(code).name: str(count) for code, count in uses.items() if count}
    assert DOMAIN in {told.book.code(code).dimension for code in uses}
