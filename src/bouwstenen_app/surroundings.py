"""Where this installation keeps its things: own folder, identity of the laptop, built-in resources."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.folders import data_folder, resources_folder
from bouwstenen_app.services import examples
from bouwstenen_app.services.file_places import synced_by
from bouwstenen_app.services.formats import FormatFolders
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store

_IDENTITY: Final = re.compile("[0-9a-f]{32}")


def resource(*parts: str) -> Any:
    """Return a JSON document that the program brings."""
    return json.loads(resources_folder().joinpath(*parts).read_text(encoding="utf-8"))


def codebook_file() -> Any:
    """Return the built-in codebook (``codeboek/1``)."""
    return resource("codebook", "bouwstenen-basis.json")


def sessions_file() -> Any:
    """Return the example sessions (``voorbeeldsessies/1``)."""
    return resource("examples", "voorbeeldsessies.json")


def format_folders(data: Path) -> FormatFolders:
    """Return where formats are: those of the program, and this user's own in their own folder ``data``."""
    return FormatFolders(resources_folder() / "formats", data / "werkvormen")


def surroundings(data: Path | None = None) -> Surroundings:
    """Return where the program runs; Problem when its own folder cannot be made."""
    folder = data or data_folder()
    new_id = identities()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        laptop = _laptop(folder / "laptop", new_id)
    except OSError as error:
        raise Problem(
            "De eigen map van Bouwstenen ({folder}) kan niet worden gebruikt. Controleer de rechten op die map.",
            folder=folder,
        ) from error
    return Surroundings(folder, laptop, new_id, lambda: datetime.now().astimezone(), synced=synced_by)


def _laptop(file: Path, new_id: Callable[[], str]) -> str:
    """Return the identity of this installation; a file that was not written whole is made again."""
    known = file.read_text(encoding="utf-8", errors="replace").strip() if file.exists() else ""
    if _IDENTITY.fullmatch(known):
        return known
    part = file.with_name(f"laptop-{new_id()}.part")
    try:
        part.write_text(new_id(), encoding="ascii")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file.read_text(encoding="ascii")


def fill_empty(store: Store) -> None:
    """Give a new workspace its first content: the codebook."""
    store.begin("Nieuwe werkmap", examples.fill_new, codebook_file())


def fill_example(store: Store) -> None:
    """Give a new workspace the example sessions."""
    store.begin("Voorbeeld", examples.fill_example, codebook_file(), sessions_file())
