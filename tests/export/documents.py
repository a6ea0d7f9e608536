"""Every document of every kind, on the example and on so many blocks: made, validated, read and laid out.

python -m tests.export.documents OUT [--blocks N…] [--kinds KIND…] [--no-pdf]

Prints a row for each document: what the validator and our own checker find, and the pages, headings, header
cells, descriptions and language of the tagged PDF that LibreOffice makes of it. ``OUT`` keeps the documents. A kind
that has nothing to say gives its sentence. Ends with status 1 when an error was found, or a PDF lacks something.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.workspaces import around, workspace
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from tests.export.tagged_pdf import told
from tests.export.word_schema import VALIDATOR, _run

from bouwstenen_app.domain.codebook import DOMAIN
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import AGENDA, HANDLED, KINDS, TO_READ
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import office, pdf, word, word_reading
from bouwstenen_app.export.checks import findings
from bouwstenen_app.export.findings import ERROR
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import (
    aligning,
    boards,
    bundling,
    capturing,
    codebooks,
    examples,
    preparing,
    recipes,
    reporting,
    reviewing,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reports import handled_remarks
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import codebook_file, sessions_file

NOW = datetime(2026, 11, 30, 15, tzinfo=UTC)
EXAMPLE = "voorbeeld"
SIZES = (EXAMPLE, "0", "1", "2000", "10000")
ALL = (*KINDS, HANDLED, AGENDA)
ABOUT = {
    "terugkoppeling": "sessie",
    "afstemming": "politie",
    "themadossier": "meldpunt-en-melden",
    "partneruittreksel": "politie",
    "regio-uittreksel": "regio",
}
"""Kinds about something: besides the one with a chapter for each subject, one about this."""
REMARKS = 400
HEAD = (
    "kind", "size", "Word s", "kB", "invalid", "errors", "warnings", "pages", "H1", "H2", "H3", "tables", "TH",
    "figures", "Alt", "language", "PDF s", "lacks",
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """One document to make."""

    name: str
    size: str
    make: Callable[[], Report]


def main(arguments: Sequence[str]) -> int:
    """Make what is asked, print the table, and say whether all was good."""
    parser = argparse.ArgumentParser(prog="python -m tests.export.documents")
    parser.add_argument("out", type=Path)
    parser.add_argument("--blocks", nargs="+", default=SIZES, metavar="N", help=f"a number, or {EXAMPLE}")
    parser.add_argument("--kinds", nargs="+", default=ALL, choices=ALL, metavar="KIND")
    parser.add_argument("--no-pdf", action="store_true")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    program = None if chosen.no_pdf else office.office()
    _say(*HEAD)
    wrong = 0
    for size in chosen.blocks:
        store = opened(chosen.out, size)
        for wanted in documents(store, size, chosen.kinds, chosen.out):
            wrong += _row(wanted, chosen.out, program)
        store.close()
    _say(f"{wrong} with something wrong")
    return 1 if wrong else 0


def opened(out: Path, size: str) -> Store:
    """Return a workspace of this size with bundles, what goes to partners, and remarks; made anew if need be."""
    folder = out / "werkmappen"
    folder.mkdir(exist_ok=True)
    if size not in (EXAMPLE, "0", "1"):
        fresh = not (folder / f"werkmap-{size}-1.bouwstenen").exists()
        store = workspace(folder, int(size))
        if fresh:
            _bundled(store, 12)
        return store
    path = folder / f"{size}.bouwstenen"
    path.unlink(missing_ok=True)
    if size == EXAMPLE:
        fill = [examples.fill_example, codebook_file(), sessions_file()]
    else:
        fill = [examples.fill_new, codebook_file()]
    store = create(path, around(folder), lambda new: new.begin("Begin", *fill))
    if size == "1":
        workshop = store.do("Sessie", preparing.create_workshop, title="Eerste sessie", region="Zuid").result
        line = "Bel elkaar voordat er een melding ligt @politie #meldingsbereidheid !werkt-goed +1"
        store.do("Vast", capturing.capture, line, workshop=workshop)
    elif size == EXAMPLE:
        _bundled(store, 3)
    return store


def _bundled(store: Store, count: int) -> None:
    """Bring blocks together in bundles, choose them, and put some to a partner."""
    blocks = store.read(boards.select_blocks, Selection())
    partner = store.read(codebooks.codebook).by_slug[DOMAIN, "politie"].id
    step = len(blocks) // (count + 1)
    for number in range(count):
        inside = [one.id for one in blocks[number * step : number * step + step : max(1, step // 4)]]
        bundle = store.do("Bundel", bundling.bundle_blocks, inside).result
        store.do("Kern", bundling.edit_bundle, bundle, key=True, owner="Politie", why="Omdat elke dag telt.")
        if number % 2 == 0:
            store.do("Voor", aligning.submit, bundle, [partner], on=NOW.date())
    store.do("Eerst", capturing.edit_block, blocks[3].id, release="eerst afstemmen")


def documents(store: Store, size: str, asked: Sequence[str], out: Path) -> Iterator[Wanted]:
    """Yield what is to be made of a workspace: kinds about something twice, about all and about one."""
    workshops = store.read(preparing.workshops)
    for kind in asked:
        if kind == HANDLED:
            yield Wanted(kind, size, lambda: _handled(store, out / f"{size}-terug.docx"))
        elif kind == AGENDA:
            for workshop in workshops[:1]:
                yield Wanted(kind, size, lambda one=workshop.id: store.read(reporting.agenda, one))
        else:
            yield Wanted(kind, size, lambda kind=kind: _made(store, kind))
            about = ABOUT.get(kind, "")
            if workshops and about:
                about = {"sessie": workshops[0].id, "regio": workshops[0].region}.get(about, about)
                yield Wanted(f"{kind}-een", size, lambda kind=kind, about=about: _made(store, kind, about))


def _made(store: Store, kind: str, *about: str) -> Report:
    recipe = replace(store.read(recipes.standard, kind), on=NOW.date(), about=about)
    return store.read(reporting.made, recipe)


def _handled(store: Store, back: Path) -> Report:
    """Let a reader put remarks in the version to read, read it back, decide, and tell what was done with each."""
    if not store.read(reviewing.remarks):
        try:
            report = _made(store, TO_READ.slug)
        except Problem:
            return handled_remarks.report((), (), NOW.date())
        _drained(word.write(report, back, template=report_template(), now=NOW))
        _commented(back)
        store.do("Terug", reviewing.read_back, word_reading.read(back), back.name)
        for number, one in enumerate(store.read(reviewing.remarks)):
            if number % 4 == 0:
                store.do("Antwoord", reviewing.answer, one.id, "Dat hebben we besproken met de werkgroep.")
            elif number % 4 == 1:
                store.do("Over", reviewing.accept, one.id)
            elif number % 4 == 2:
                store.do("Niet over", reviewing.reject, one.id, "Dit viel buiten de vraag van de sessie.")
    return handled_remarks.report(store.read(reviewing.remarks), store.read(reviewing.reviews), NOW.date())


def _commented(file: Path) -> None:
    document = Document(str(file))
    titles = [
        paragraph
        for element in document.element.body.iter(qn("w:p"))
        if (paragraph := Paragraph(element, document._body)).runs
        and str(paragraph.style.name if paragraph.style else "").lower() == "heading 3"
    ]
    for number, paragraph in enumerate(titles[:: max(1, len(titles) // REMARKS)]):
        said = (
            "Hier mist de ervaring van de huisarts." if number % 2 else "Klopt dit ook voor de kleinere gemeenten?"
        )
        document.add_comment(paragraph.runs[-1], said, author=f"Meelezer {number % 3 + 1}", initials="M")
    document.save(str(file))


def _row(wanted: Wanted, out: Path, program: Path | None) -> bool:
    """Make a document, print its row, and return whether something is wrong with it."""
    file = out / f"{wanted.name}-{wanted.size}.docx"
    start = time.process_time()
    try:
        report = wanted.make()
    except Problem as problem:
        _say(wanted.name, wanted.size, str(problem))
        return False
    _drained(word.write(report, file, template=report_template(), now=NOW))
    spent = time.process_time() - start
    invalid = _invalid(file)
    found = findings(file)
    errors = sum(one.kind == ERROR for one in found)
    for one in found:
        _say(f"    {one.kind}: {one.message} ({one.place})")
    cells = [f"{spent:.1f}", f"{file.stat().st_size // 1000}", str(invalid), str(errors), str(len(found) - errors)]
    lacks: list[str] = []
    if program:
        more, lacks = _laid_out(report, file, program)
        cells += more
    _say(wanted.name, wanted.size, *cells)
    return bool(invalid or errors or lacks)


def _laid_out(report: Report, file: Path, program: Path) -> tuple[list[str], list[str]]:
    """Make the PDF as the program does; return its cells in the table, and what it lacks beside the Word file."""
    target = file.with_suffix(".pdf")
    start = time.monotonic()
    try:
        _drained(pdf.write(report, target, template=report_template(), now=NOW, program=program))
    except pdf.NotMade as problem:
        return [str(problem)], ["no PDF"]
    seconds, tree = time.monotonic() - start, told(target)
    lacks = tree.lacks(file)
    names = ("H1", "H2", "H3", "Table", "TH", "Figure")
    counted = [str(tree.tags[name]) for name in names]
    rest = [str(tree.alternatives), tree.language, f"{seconds:.0f}", ", ".join(lacks) or "–"]
    return [str(tree.pages), *counted, *rest], lacks


def _invalid(file: Path) -> int:
    if not VALIDATOR.exists():
        return 0
    done = _run(file)
    if done.returncode:
        shutil.copy(file, file.with_suffix(".invalid.docx"))
        file.with_suffix(".invalid.txt").write_text(done.stdout, "utf-8")
    try:
        return sum(len(one["errors"]) or not one["ok"] for one in _answers(done.stdout))
    except ValueError:
        return done.returncode


def _answers(printed: str) -> list[dict[str, Any]]:
    """Return what the validator says of each file."""
    answer = json.loads(printed)
    return answer if isinstance(answer, list) else [answer]


def _say(*cells: str) -> None:
    print(" | ".join(cells), flush=True)  # noqa: T201


def _drained(work: Iterator[object]) -> None:
    for _ in work:
        pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
