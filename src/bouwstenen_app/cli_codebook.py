"""The command line of the codebook: to a file, and from one."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bouwstenen_app.cli_checks import Gate
from bouwstenen_app.cli_reports import check_reason
from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.data_files import CODEBOOK
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, codebook_files, codebooks
from bouwstenen_app.services.checking_privacy import done, look_at
from bouwstenen_app.services.codebook_files import TakenIn
from bouwstenen_app.services.leaving import CODES, no_persons, of_codebook
from bouwstenen_app.storage.store import Store


def codebook_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for the codebook its options."""
    parser.add_argument("--exporteer", metavar="UIT", type=Path)
    parser.add_argument("--importeer", metavar="BRON", type=Path)
    parser.add_argument("--reden", default="")


def codebook(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Write the codebook to a file, or take one in as one step, and yield what was done.

    Taking in comes first when both are asked; with neither, what is in it is told.
    """
    check_reason(chosen)
    if chosen.importeer is not None:
        done = store.do(_words, codebook_files.take_in, codebook_files.read(chosen.importeer)).result
        yield f"{_words(done)}."
    if chosen.exporteer is not None:
        target: Path = chosen.exporteer
        if target.exists() and store.path.exists() and target.samefile(store.path):
            raise Problem("{name} is de werkmap zelf. Kies een andere naam.", name=target.name)
        _export(store, target, chosen.reden)
        yield f"Het codeboek staat in {target.name}."
    if chosen.importeer is None and chosen.exporteer is None:
        yield from _contents(store)


def _export(store: Store, target: Path, reason: str) -> None:
    """Write the codebook; what is red in it goes out for a reason only, which is noted."""
    data, gate = store.read(codebook_files.document, target.suffix), Gate(reason)
    texts = of_codebook(store.read(codebooks.codebook), CODES)
    gate.passes(done(look_at(*texts, store.read(no_persons))))
    codebook_files.write(data, target)
    auditing.note(store, audit.EXPORTED, CODEBOOK, overruled=gate.counts["rood"])
    gate.note(store, CODEBOOK, 0)


def _contents(store: Store) -> Iterator[str]:
    book = store.read(codebooks.codebook)
    for one in book.dimensions:
        yield f"{one.name}: {dutch.counted(len(book.of(one.slug)), 'code', 'codes')}"


def _words(done: TakenIn) -> str:
    return f"Codeboek ingelezen: {dutch.number(done.new)} nieuw, {dutch.number(done.changed)} gewijzigd"
