"""A workspace under a password: the one that the tests use, and how a file gets it."""

from pathlib import Path
from typing import Final

from bouwstenen_app.services import securing, unlocking
from bouwstenen_app.services.securing import Secured
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings

PASSWORD: Final = "bakker zomer fiets wolk tafel"


def protect(path: Path, around: Surroundings, password: str = PASSWORD) -> None:
    """Give a workspace that is closed a password."""
    put_under(path, around, unlocking.new_key(password, password))


def put_under(path: Path, around: Surroundings, key: Key | None) -> Secured:
    """Give a workspace that is closed another key, or none; return what is said of its backups."""
    said = Secured()
    for _ in securing.secure(path, around, key, said):
        pass
    return said
