"""What every test may ask for: the built-in files, and real workspaces in a temporary folder."""

import gc
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_file import read_codebook
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import examples
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.storage.store import Store

# A job of one test must not collect the widgets of another on its thread: see bouwstenen_app.ui.collecting.
gc.disable()

RESOURCES = Path(__file__).parent.parent / "resources"


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collect what a test leaves behind, on the thread of the tests."""
    yield
    gc.disable()
    gc.collect(1)


@pytest.fixture(scope="session")
def codebook_file() -> dict[str, Any]:
    return json.loads((RESOURCES / "codebook" / "bouwstenen-basis.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sessions_file() -> dict[str, Any]:
    return json.loads((RESOURCES / "examples" / "voorbeeldsessies.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def codebook(codebook_file: dict[str, Any]) -> Codebook:
    return read_codebook(codebook_file)


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    data = tmp_path / "eigen map"
    data.mkdir()
    return Surroundings(data, "ab" * 16, identities(), datetime.now)


@pytest.fixture
def empty_store(tmp_path: Path, around: Surroundings, codebook_file: dict[str, Any]) -> Iterator[Store]:
    store = create(tmp_path / "leeg.bouwstenen", around)
    store.begin("Nieuwe werkmap", examples.fill_new, codebook_file)
    yield store
    store.close()


@pytest.fixture
def example_store(
    tmp_path: Path, around: Surroundings, codebook_file: dict[str, Any], sessions_file: dict[str, Any]
) -> Iterator[Store]:
    store = create(tmp_path / "voorbeeld.bouwstenen", around)
    store.begin("Voorbeeld", examples.fill_example, codebook_file, sessions_file)
    yield store
    store.close()
