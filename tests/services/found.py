"""Blocks as a question gives them, for the tests that change them."""

from contextlib import closing
from pathlib import Path

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store


def block(store: Store, identity: str) -> Block:
    """Return a block as it is now; it has to be there."""
    found = store.read(boards.block, identity)
    assert found is not None
    return found


def slugs(found: Block, codebook: Codebook) -> list[str]:
    """Return the short names of the codes that a block has, in their order."""
    return [codebook.code(code).slug for code in found.codes]


def explanation(store: Store, of: Block) -> str:
    """Return what a block explains now."""
    return block(store, of.id).explanation


def head(of: Block) -> str:
    """Return the first words of the explanation of a block."""
    return " ".join(of.explanation.split()[:4])


def titles_in(path: Path, around: Surroundings) -> list[str]:
    """Return the titles of all blocks in a workspace that is closed."""
    with closing(open_store(path, around)) as store:
        return [one.title for one in store.read(boards.select_blocks, Selection())]
