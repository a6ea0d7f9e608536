"""The package of a REFI-QDA project (``.qdpx``): a zip file with the project and a text file for each source."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.refi_project import FOLDER, PROJECT, pieces, sources
from bouwstenen_app.export.places import whole

WRITING: Final = "REFI-QDA-project schrijven"


def write(every: Everything, target: Path) -> Iterator[Progress]:
    """Write the project to ``target``, telling how far it is; stop iterating to cancel.

    The same contents give the same bytes. A file that is already there stays as it is until the new one is
    complete. Raises Problem when the file cannot be written in that place.
    """
    total = 2 * len(every.workshops) + 1
    texts = []
    with whole(target) as file, ZipFile(file, "w") as package:
        for done, source in enumerate(sources(every)):
            yield Progress(done, total, WRITING)
            texts.append(source)
            package.writestr(_member(FOLDER + source.file), source.said.text.encode())
        with package.open(_member(PROJECT), "w") as project:
            for done, piece in enumerate(pieces(every, texts), start=len(texts)):
                project.write(piece.encode())
                yield Progress(min(done, total), total, WRITING)
    yield Progress(total, total, WRITING)


def _member(name: str) -> ZipInfo:
    """Return a member without a time of its own."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    return member
