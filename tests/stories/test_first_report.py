"""From a typed line to a Word report: a facilitator types the 122 example blocks and hands in the report."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.domain.blocks import ALIGN_FIRST, FREE, Block
from bouwstenen_app.domain.capture import write
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.coded_fields import CODED
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.report import ReportPlace


def codes_of(item: Mapping[str, Any], book: Codebook) -> Iterator[str]:
    for field, dimension in CODED.items():
        slugs = item[field] or []
        for slug in [slugs] if isinstance(slugs, str) else slugs:
            yield book.by_slug[dimension, slug].id


def line_of(item: Mapping[str, Any], book: Codebook) -> str:
    """Return an example block as a person types it."""
    block = Block(
        id="",
        spoken_id="",
        number=0,
        workshop="",
        title=item["titel"],
        explanation=item["omschrijving"] or "",
        example=item["praktijkvoorbeeld"] or "",
        conditions=tuple(item["voorwaarden"]),
        next_step=item["vervolgstap"] or "",
        codes=tuple(codes_of(item, book)),
        votes=item["stemmen"],
    )
    return write(block, book)


def make_session(running: Running, item: Mapping[str, Any]) -> None:
    running.press("Ctrl+1")
    running.press("Ctrl+N")
    running.type(item["titel"])
    running.press("Tab")
    day, month, year = reversed(item["datum"].split("-"))
    running.type(f"{day}-{month}-{year}")
    running.press("Tab")
    running.type(item["regio"])
    running.press("Tab")
    running.press("Tab")  # past the format: these sessions have rounds of their own
    running.press("Ctrl+A")
    rounds = [step["onderdeel"] for step in item["agenda"] if step.get("ronde")]
    for place, name in enumerate(rounds):
        if place:
            running.press("Return")
        running.type(name)
    running.press("Ctrl+Return")


def capture_session(running: Running, item: Mapping[str, Any], book: Codebook) -> None:
    running.press("Ctrl+2")
    done = 1
    for block in sorted(item["bouwstenen"], key=lambda block: int(block["ronde"])):
        while done < block["ronde"]:
            running.press("Ctrl+PageDown")
            done += 1
        running.type_words(line_of(block, book))
        running.press("Return")


@pytest.fixture
def typed(
    start: Callable[[Path], Running],
    tmp_path: Path,
    sessions_file: dict[str, Any],
    codebook: Codebook,
) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_empty).close()
    running = start(path)
    for item in sessions_file["sessies"]:
        make_session(running, item)
        running.press("Return")  # the button Start sessie has the focus
        capture_session(running, item, codebook)
    return running


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += [" | ".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines)


def test_122_typed_blocks_become_a_report_with_the_control_totals(
    typed: Running,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sessions_file: dict[str, Any],
) -> None:
    desk = typed.program.desk
    totals = sessions_file["controletotalen"]
    book = desk.read(codebook)
    found = {block.title: block for block in desk.read(boards.select_blocks, boards.Selection())}
    titles = {workshop.id: workshop.title for workshop in desk.read(preparing.workshops)}

    for session in sessions_file["sessies"]:
        for item in session["bouwstenen"]:
            block = found[" ".join(item["titel"].split())]
            assert titles[block.workshop] == session["titel"]
            assert block.votes == item["stemmen"]
            assert block.round == item["ronde"]
            assert set(block.codes) == set(codes_of(item, book))
            assert list(block.conditions) == item["voorwaarden"]
            assert block.explanation.split() == (item["omschrijving"] or "").split()
            assert block.example.split() == (item["praktijkvoorbeeld"] or "").split()
            assert block.next_step.split() == (item["vervolgstap"] or "").split()
            assert block.unknown_tags == ()

    to_align = [block.id for block in found.values() if block.release == ALIGN_FIRST]
    assert len(to_align) == 3  # about investigating: the police and the prosecution agree before they are shared
    desk.do("Afgestemd en vrijgegeven", capturing.edit_blocks, to_align, release=FREE)

    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    typed.press("Ctrl+5")
    typed.press("Ctrl+E")
    place = typed.window.current_place
    assert isinstance(place, ReportPlace)
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)
    text = text_of(target)

    assert f"Bouwstenen | {totals['bouwstenen']}" in text
    assert f"Stemmen | {totals['stemmen']}" in text
    per_session = Counter({s["titel"]: totals["per_sessie"][s["id"]] for s in sessions_file["sessies"]})
    for title, count in per_session.items():
        row = next(line for line in text.splitlines() if line.startswith(f"{title} | "))
        assert f"| {count} |" in row
    for theme, row in totals["matrix_themagroep_x_domein"].items():
        name = book.by_slug["thema", theme].name
        cells = [str(row.get(domain.slug, "–")) for domain in book.tops("domein")]
        assert " | ".join([name, *cells]) in text
    tables = docx.Document(str(target)).tables
    pairs = next(table for table in tables if table.cell(1, 1).text.startswith("("))
    header = [cell.text for cell in pairs.rows[0].cells]
    meeting = {row.cells[0].text: [cell.text for cell in row.cells] for row in pairs.rows[1:]}
    for pair, count in totals["synergie_domeinparen"].items():
        one, other = (book.by_slug["domein", slug].name for slug in pair.split(" + "))
        assert meeting[one][header.index(other)] == meeting[other][header.index(one)] == str(count)
    for title in found:
        assert title in text
