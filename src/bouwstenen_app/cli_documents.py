"""Writing a document from the command line: where it goes, and in which form by the ending of its name."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from bouwstenen_app import cli_again, cli_word
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import data_workbook, markdown, word
from bouwstenen_app.export.findings import Finding
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import editions, reporting
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


def make(
    store: Store, recipe: Recipe, target: Path, *, template: Path | None, now: datetime, overwrite: bool = False
) -> None:
    """Write the document of a recipe, and note in the workspace that it was made; a copy notes nothing.

    What a person wrote in the file that it takes the place of stays there, unless it is to be overwritten.
    """
    read = store.read(reporting.material, recipe)
    edition = identities()()
    if target.suffix.lower() == WORKBOOK:
        _done(data_workbook.write(reporting.data(read, recipe), target, now=now))
    else:
        report = reporting.build(read, recipe)
        report = report if overwrite else cli_again.over(store, report, recipe.kind, target)
        write(replace(report, edition=edition), target, template=template, now=now)
    if store.refusal is None:
        store.do(NOTED, editions.record, recipe.kind, recipe.id, len(read.blocks), identity=edition)


def write(report: Report, target: Path, *, template: Path | None, now: datetime) -> None:
    """Write a report in the form that the ending of its name asks for; say what was found in it."""
    ending = target.suffix.lower()
    if ending == MARKDOWN:
        _done(markdown.write(report, target))
    elif ending == PDF:
        from bouwstenen_app.ui import pdf_writer  # Qt, and only needed here

        _done(pdf_writer.to_pdf(report, target, template or report_template(), now))
        sys.stdout.write(f"{pdf_writer.says()}\n")
    elif ending == WORKBOOK:
        raise Problem("Van dit document is er geen Excel-bestand. Laat de naam eindigen op {word}.", word=WORD)
    else:
        found: list[Finding] = []
        _done(word.write(report, target, template=template or report_template(), now=now, found=found))
        cli_word.tell(found)


def _done(progress: Iterator[Progress]) -> None:
    for _ in progress:
        pass
