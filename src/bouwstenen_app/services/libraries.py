"""The library of a team: publish what is new here, fetch what is new there. The same merge as with files."""

from collections.abc import Collection, Generator, Iterator
from dataclasses import replace
from importlib.util import find_spec

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, merging
from bouwstenen_app.storage.library import DRIVER, FETCHING, Library
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store

SERVICE = "bouwstenen"
"""Under this name the keyring of the operating system keeps passwords of libraries."""


def is_installed() -> bool:
    """Say whether the optional part that speaks to a library is there."""
    return find_spec(DRIVER) is not None


def make(address: str, password: str, *, reading: Collection[str] = (), contributing: Collection[str] = ()) -> None:
    """Make the library in a database that is there; Problem when it cannot be reached or that is not allowed."""
    Library(address, password).make(reading=reading, contributing=contributing)


def publish(store: Store, address: str, password: str) -> Generator[Progress, None, int]:
    """Bring every step that the library lacks; return how many. Safe to stop, safe for many at once."""
    sent = yield from Library(address, password).publish(store)
    auditing.note(store, audit.PUBLISHED, count=sent)
    return sent


def fetch(store: Store, address: str, password: str, around: Surroundings) -> merging.Told:
    """Take in what is new in the library: all of it, or nothing. A backup is made first."""
    library = Library(address, password)
    before = yield from merging.kept_before(store, around)

    def add(merge: Merge) -> Iterator[Progress]:
        yield Progress(0, 0, FETCHING)
        with library.opened(merge.known) as shelf:
            merge.add(shelf)

    merge = yield from store.merge(add)
    yield from merging.erased_too(store, merge, around)
    auditing.note(store, audit.MERGED, "library", merge.made["block"])
    return replace(merging.told(merge, 1), backup=before)


def kept_password(address: str) -> str:
    """Return the password that the keyring of the operating system keeps for a library, empty for none."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ModuleNotFoundError:
        return ""
    try:
        return keyring.get_password(SERVICE, address) or ""
    except KeyringError:
        return ""


def keep_password(address: str, password: str) -> bool:
    """Let the keyring of the operating system keep a password; say whether it does."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ModuleNotFoundError:
        return False
    try:
        keyring.set_password(SERVICE, address, password)
    except KeyringError:
        return False
    return True
