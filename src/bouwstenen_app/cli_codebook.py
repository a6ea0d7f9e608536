"""The command line of the codebook: to a file, and from one."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, codebook_files, codebooks
from bouwstenen_app.services.codebook_files import TakenIn
from bouwstenen_app.storage.store import Store


def codebook_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for the codebook its options."""
    parser.add_argument("--exporteer", metavar="UIT", type=Path)
    parser.add_argument("--importeer", metavar="BRON", type=Path)


def codebook(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Write the codebook to a file, or take one in as one step, and yield what was done.

    Taking in comes first when both are asked; with neither, what is in it is told.
    """
    if chosen.importeer is not None:
        done = store.do(_words, codebook_files.take_in, codebook_files.read(chosen.importeer)).result
        yield f"{_words(done)}."
    if chosen.exporteer is not None:
        target: Path = chosen.exporteer
        if target.exists() and store.path.exists() and target.samefile(store.path):
            raise Problem("{name} is de werkmap zelf. Kies een andere naam.", name=target.name)
        codebook_files.write(store.read(codebook_files.document, target.suffix), target)
        auditing.note(store, audit.EXPORTED, "codeboek")
        yield f"Het codeboek staat in {target.name}."
    if chosen.importeer is None and chosen.exporteer is None:
        yield from _contents(store)


def _contents(store: Store) -> Iterator[str]:
    book = store.read(codebooks.codebook)
    for one in book.dimensions:
        yield f"{one.name}: {dutch.counted(len(book.of(one.slug)), 'code', 'codes')}"


def _words(done: TakenIn) -> str:
    return f"Codeboek ingelezen: {dutch.number(done.new)} nieuw, {dutch.number(done.changed)} gewijzigd"
