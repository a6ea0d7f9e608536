"""Writing a document from the command line: where it goes, and in which form by the ending of its name."""

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from bouwstenen_app import cli_again, cli_checks, cli_word
from bouwstenen_app.domain import audit
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import AGENDA, Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.export import data_workbook, markdown, word
from bouwstenen_app.export.findings import Finding
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import auditing, checking_privacy, editions, reporting
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store

NOTED: Final = "Uitgave van het rapport genoteerd"
WORD, PDF, MARKDOWN, WORKBOOK = ".docx", ".pdf", ".md", ".xlsx"
FORMS: Final = (WORD, PDF, MARKDOWN, WORKBOOK)
"""The endings that a document can have; a name without one gets the first. A workbook holds the data behind it."""


def target_of(path: Path, *, besides: Sequence[Path]) -> Path:
    """Return where a document comes; Problem for a name of something else, or for one it is made from."""
    target = path if path.suffix or path.is_dir() else path.with_name(path.name + WORD)
    if target.suffix.lower() not in (*FORMS, ""):
        raise Problem(
            "{name} is geen naam voor een document. Laat de naam eindigen op {first} of {last}.",
            name=path.name,
            first=", ".join(FORMS[:-1]),
            last=FORMS[-1],
        )
    if target.is_file() and any(map(target.samefile, filter(Path.is_file, besides))):
        raise Problem(
            "Uit {name} wordt het rapport gemaakt. Kies voor het rapport een andere naam.", name=target.name
        )
    return target


@dataclass(frozen=True, slots=True)
class Way:
    """How a document is made: in which template, when, and what is done with what stands in its way."""

    now: datetime
    template: Path | None = None
    overwrite: bool = False
    """What a person wrote in the file that it takes the place of does not stay."""
    reason: str = ""
    """Why what may point to one person can stay."""


def make(store: Store, recipe: Recipe, target: Path, way: Way) -> None:
    """Write the document of a recipe, and note in the workspace that it was made; a copy notes nothing.

    What may point to one person is said first; red is not written without a reason, which is noted.
    """
    read = store.read(reporting.material, recipe)
    known = {*checking_privacy.no_persons(read)}
    edition = identities()()
    if target.suffix.lower() == WORKBOOK:
        book = reporting.data(read, recipe)
        noticed = cli_checks.passed(checking_privacy.look_at_data(book, known), way.reason)
        _done(data_workbook.write(book, target, now=way.now))
    else:
        report = reporting.build(read, recipe)
        report = report if way.overwrite else cli_again.over(store, report, recipe.kind, target)
        noticed = cli_checks.passed(checking_privacy.look(report, known), way.reason)
        write(replace(report, edition=edition), target, template=way.template, now=way.now)
    auditing.note(store, audit.EXPORTED, recipe.kind, len(read.blocks), sum(one.red for one in noticed))
    if store.refusal is None:
        made = (recipe.kind, recipe.id, len(read.blocks), len(noticed), way.reason)
        store.do(NOTED, editions.record, *made, identity=edition)


def make_agenda(store: Store, workshop: Workshop, target: Path, way: Way) -> None:
    """Write the agenda of a session."""
    report = store.read(reporting.agenda, workshop.id)
    known = {*names_of((workshop,), store.read(codebook))}
    make_other(store, AGENDA, report, known, target, way, blocks=workshop.blocks)


def make_other(
    store: Store, kind: str, report: Report, known: Collection[str], target: Path, way: Way, *, blocks: int = 0
) -> None:
    """Write a document that has no recipe; what is red in it goes out with a reason only, which is noted."""
    noticed = cli_checks.passed(checking_privacy.look(report, known), way.reason)
    red = sum(one.red for one in noticed)
    edition = identities()()
    write(replace(report, edition=edition if red else ""), target, template=way.template, now=way.now)
    auditing.note(store, audit.EXPORTED, kind, blocks, red)
    if red and store.refusal is None:
        store.do(NOTED, editions.record, kind, "", blocks, len(noticed), way.reason, identity=edition)


def write(report: Report, target: Path, *, template: Path | None, now: datetime) -> None:
    """Write a report in the form that the ending of its name asks for; say what was found in it."""
    ending = target.suffix.lower()
    if ending == MARKDOWN:
        _done(markdown.write(report, target))
    elif ending == PDF:
        from bouwstenen_app.ui import pdf_writer  # Qt, and only needed here

        told = _done(pdf_writer.to_pdf(report, target, template or report_template(), now))
        sys.stdout.write("\n".join((*(told or (pdf_writer.says(),)), "")))
    elif ending == WORKBOOK:
        raise Problem("Van dit document is er geen Excel-bestand. Laat de naam eindigen op {word}.", word=WORD)
    else:
        found: list[Finding] = []
        _done(word.write(report, target, template=template or report_template(), now=now, found=found))
        cli_word.tell(found)


def _done(progress: Iterator[Progress]) -> Sequence[str]:
    """Write the whole document, and return the lines that its writer returns, if any."""
    while True:
        try:
            next(progress)
        except StopIteration as done:
            return done.value or ()
