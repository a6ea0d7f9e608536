"""Formats in files: those that the program brings, and a person's own, which serve every workspace."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.domain.formats import Format, read_format, renamed_format, write_format
from bouwstenen_app.domain.problems import Problem

SUFFIX: Final = ".json"
LARGEST: Final = 1_000_000
"""Bytes. A file that is larger is no format."""
LONGEST_NAME: Final = 60
AWAY: Final = "weggehaald"
"""Folder, inside that of the own formats, for those that were taken away."""


@dataclass(frozen=True, slots=True)
class FormatFolders:
    """Where formats are."""

    built_in: Path
    own: Path
    """Made when the first own format is saved."""


@dataclass(frozen=True, slots=True)
class Known:
    """The formats that can be used, and what is wrong with files that cannot."""

    formats: tuple[Format, ...] = ()
    problems: tuple[Problem, ...] = ()
    own: Mapping[str, Path] = field(default_factory=dict)
    """The files of the own formats, by name. The others come with the program and stay as they are."""


def known(folders: FormatFolders) -> Known:
    """Return the formats of the program and after them the own ones, each by name. A bad file hides no other."""
    found: list[Format] = []
    problems: list[Problem] = []
    own: dict[str, Path] = {}
    for folder in (folders.built_in, folders.own):
        here = []
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            try:
                here.append(read(file))
            except Problem as problem:
                problems.append(problem)
            else:
                if folder == folders.own:
                    own[here[-1].name] = file
        found += sorted(here, key=lambda format: folded(format.name))
    return Known(tuple(found), tuple(problems), own)


def read(file: Path) -> Format:
    """Return the format in a file; Problem, with the name of the file, when there is none."""
    try:
        if file.stat().st_size > LARGEST:
            raise Problem("{file} is te groot voor een werkvorm. Haal het bestand weg.", file=file.name)
        return read_format(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise Problem(
            "Werkvorm {file} kan niet worden gelezen. Herstel het bestand of haal het weg.", file=file.name
        ) from error
    except Problem as problem:
        raise Problem("{file}: {what}", file=file.name, what=problem) from problem


def save(folders: FormatFolders, format: Format) -> Path:
    """Write an own format to a file of its own and return it; Problem when there is one with this name."""
    _check_name(folders, format.name)
    with _told(folders):
        folders.own.mkdir(parents=True, exist_ok=True)
        return _write(_free(folders.own, format.name), format)


def rename(folders: FormatFolders, name: str, new: str) -> Format:
    """Give an own format another name and return it; Problem when it is not there or the name is taken."""
    file = _own(folders, name)
    renamed = renamed_format(read(file), new)
    _check_name(folders, renamed.name, besides=name)
    with _told(folders):
        _write(file, renamed)
    return renamed


def remove(folders: FormatFolders, name: str) -> Path:
    """Take an own format away: its file goes to a folder beside the others, so that it can come back."""
    file = _own(folders, name)
    away = folders.own / AWAY
    with _told(folders):
        away.mkdir(exist_ok=True)
        return file.replace(_free(away, name))


def put_back(folders: FormatFolders, file: Path) -> Format:
    """Put a format back that was taken away, and return it; Problem when there is one with its name by now."""
    format = read(file)
    _check_name(folders, format.name)
    with _told(folders):
        file.replace(_free(folders.own, format.name))
    return format


def _own(folders: FormatFolders, name: str) -> Path:
    file = known(folders).own.get(name)
    if file is None:
        raise Problem("De werkvorm “{name}” is er niet meer, of hoort bij het programma.", name=name)
    return file


def _check_name(folders: FormatFolders, name: str, *, besides: str = "") -> None:
    if any(folded(each.name) == folded(name) for each in known(folders).formats if each.name != besides):
        raise Problem("Er is al een werkvorm “{name}”. Kies een andere naam.", name=name)


def _write(file: Path, format: Format) -> Path:
    part = file.with_suffix(".part")
    try:
        part.write_text(json.dumps(write_format(format), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return part.replace(file)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _told(folders: FormatFolders) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Problem(
            "De werkvorm kan niet worden bewaard in {folder}. Controleer de rechten op die map.", folder=folders.own
        ) from error


def _free(folder: Path, name: str) -> Path:
    """Return a file that is not there yet, named after the format with letters every system allows."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    stem = "werkvorm-" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME]
    number = 1
    while (file := folder / f"{stem}{f'-{number}' if number > 1 else ''}{SUFFIX}").exists():
        number += 1
    return file
