"""A Report as a Word file: written beside its place first, and put there only when it is whole."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.findings import ERROR, Finding
from bouwstenen_app.export.places import check_place, told

PART = ".part"
WRITING = "Rapport schrijven"
COMPRESSION = 6
"""The level of zlib: 1 would save a third of the time and make the file a quarter larger (benchmarks/export.py)."""
_CHUNK = 128 * 1024
_STEP = 100
_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"


def write(
    report: Report,
    target: Path,
    *,
    template: Path,
    now: datetime,
    found: list[Finding] | None = None,
    numbers: Sequence[int] = (),
) -> Iterator[Progress]:
    """Write the report to ``target`` in the look of ``template``, telling how far it is.

    A file that is already there stays as it is until the new one is complete and on disk; stop iterating to cancel.
    With ``found``, the new file is looked over before it takes its place, and what is found is added to it.
    ``numbers`` are the pages of the lines of the contents, when they are known (see ``word_contents``).
    Raises Problem when the template cannot be used, or the file cannot be written in that place.
    """
    check_place(target)
    part = target.with_name(target.name + PART)
    try:
        with told(target), part.open("wb") as file:
            yield from _package(report, file, template, now, numbers)
            file.flush()
            os.fsync(file.fileno())
        if found is not None:
            yield from _looked_over(part, found)
        with told(target):
            part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _looked_over(part: Path, found: list[Finding]) -> Iterator[Progress]:
    from bouwstenen_app.export.checks import checking

    try:
        yield from checking(part, found)
    except Problem as problem:
        found.append(Finding(ERROR, f"Het document is niet nagekeken. {problem}"))


def _package(
    report: Report, file: IO[bytes], template: Path, now: datetime, numbers: Sequence[int]
) -> Iterator[Progress]:
    from bouwstenen_app.export.word_body import Body
    from bouwstenen_app.export.word_contents import plan_for
    from bouwstenen_app.export.word_file import reading
    from bouwstenen_app.export.word_frame import framed
    from bouwstenen_app.export.word_package import blank_edges, charts, members, opened

    shell = opened(template, report.language)
    plan = plan_for(report, shell.pages, numbers)
    card_pages = blank_edges(shell) if report.cards else ""
    with reading(template):
        frame = framed(shell.kept, shell.document, report, shell.pages.references)
    body = Body(report, shell.look, plan, shell.pages, charts(shell, report, plan), card_pages, frame)
    contents = members(shell, report, now, plan.pages)
    with ZipFile(file, "w") as package:
        for name, data in contents.items():
            if name not in (_BODY, _NUMBERING):
                package.writestr(_member(name), data, compresslevel=COMPRESSION)
        yield from _streamed(package, body.pieces(), plan.items)
        lists = body.lists.numberings(shell.look.number_kind).encode()
        package.writestr(_member(_NUMBERING), _with_lists(contents[_NUMBERING], lists), compresslevel=COMPRESSION)


def _streamed(package: ZipFile, pieces: Iterator[str], total: int) -> Iterator[Progress]:
    """Write the pieces to the body of the document, a chunk at a time, so that memory stays flat."""
    waiting: list[str] = []
    size = 0
    with package.open(_member(_BODY), "w") as body:
        for number, piece in enumerate(pieces):
            waiting.append(piece)
            size += len(piece)
            if size >= _CHUNK:
                body.write("".join(waiting).encode())
                waiting, size = [], 0
            if number % _STEP == 0:
                yield Progress(min(number, total), total, WRITING)
        body.write("".join(waiting).encode())
    yield Progress(total, total, WRITING)


def _member(name: str) -> ZipInfo:
    """Return a member without a time of its own, so that the same report gives the same file."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    member._compresslevel = COMPRESSION  # type: ignore[attr-defined]  # read by ZipFile.open, which has no argument for it
    return member


def _with_lists(numbering: bytes, lists: bytes) -> bytes:
    """Return the numbering with lists added behind those that are there (the order is the standard's)."""
    for mark in (b"<w:numIdMacAtCleanup", b"</w:numbering>"):
        place = numbering.rfind(mark)
        if place >= 0:
            return numbering[:place] + lists + numbering[place:]
    return numbering.replace(b"/>", b">" + lists + b"</w:numbering>", 1) if lists else numbering
