"""What the tests of the services share: a workspace with one session, and a quick way to capture."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie gemaakt", preparing.create_workshop, title="Proef", region="Rivierenhoek")
    return made.result


@pytest.fixture
def captured(empty_store: Store, workshop: str) -> Callable[..., Block]:
    """Capture a line in the session and return the block as a question gives it."""

    def capture(text: str, **options: object) -> Block:
        verb = {"workshop": workshop, **options}
        done = empty_store.do("Bouwsteen vastgelegd", capturing.capture, text, **verb).result  # type: ignore[arg-type]
        assert done is not None
        found = empty_store.read(boards.block, done.block)
        assert found is not None
        return found

    return capture


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Store]:
    """A workspace of another laptop with nothing in it."""
    laptop = Laptop(tmp_path, "ander")
    laptop.make()
    yield laptop.store
    laptop.store.close()
