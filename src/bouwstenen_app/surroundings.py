"""Where this installation keeps its things: own folder, identity of the laptop, built-in resources."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.folders import data_folder, resources_folder
from bouwstenen_app.storage.opening import Surroundings


def resource(*parts: str) -> Any:
    """Return a JSON document that the program brings."""
    return json.loads(resources_folder().joinpath(*parts).read_text(encoding="utf-8"))


def codebook_file() -> Any:
    """Return the built-in codebook (``codeboek/1``)."""
    return resource("codebook", "bouwstenen-basis.json")


def sessions_file() -> Any:
    """Return the example sessions (``voorbeeldsessies/1``)."""
    return resource("examples", "voorbeeldsessies.json")


def surroundings(data: Path | None = None) -> Surroundings:
    """Return where the program runs; Problem when its own folder cannot be made."""
    folder = data or data_folder()
    new_id = identities()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        laptop_file = folder / "laptop"
        if not laptop_file.exists():
            laptop_file.write_text(new_id(), encoding="ascii")
        laptop = laptop_file.read_text(encoding="ascii").strip()
    except OSError as error:
        raise Problem(
            "De eigen map van Bouwstenen ({folder}) kan niet worden gebruikt. Controleer de rechten op die map.",
            folder=folder,
        ) from error
    return Surroundings(folder, laptop, new_id, lambda: datetime.now().astimezone())
