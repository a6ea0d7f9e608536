"""Workspaces full of realistic Dutch blocks, made from the words of the example sessions, seeded."""

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import codebooks, examples, preparing
from bouwstenen_app.services.tagging import tagging_id
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow, RoundRow, TaggingRow, WorkshopRow
from bouwstenen_app.surroundings import codebook_file, sessions_file

PER_SESSION = 100
TITLE, EXPLANATION = 80, 400
"""Characters, about."""
PART = 50_000
"""Blocks that are written in one step: with their lines in the journal that takes a gigabyte of memory."""
MADE = 100_000
"""A larger workspace has its blocks several times over, with other ids: writing a million takes most of an hour."""
CACHE = "PRAGMA cache_size=-4000000"
"""Kilobytes of pages that are kept while a workspace is filled: the identities of tags are at random places."""

Home = tuple[str, str, Sequence[str]]
"""A session: its id, its letters and its rounds."""


def around(folder: Path) -> Surroundings:
    """Return surroundings that keep everything in one folder."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    return Surroundings(data, "be" * 16, identities(), datetime.now)


def workspace(folder: Path, blocks: int, *, seed: int = 1) -> Store:
    """Return an open workspace with so many blocks, made when it is not in the folder yet.

    Of more than ``MADE`` blocks there are as many as go into it a whole number of times.
    """
    path = folder / f"werkmap-{blocks}-{seed}.bouwstenen"
    surroundings = around(folder)
    if path.exists():
        return open_store(path, surroundings)
    if blocks <= MADE:
        return create(path, surroundings, lambda store: _fill(store, blocks, seed))
    begun = path.with_suffix(".part")
    workspace(folder, MADE, seed=seed).close()
    shutil.copy(folder / f"werkmap-{MADE}-{seed}.bouwstenen", begun)
    _multiply(begun, blocks // MADE)
    begun.rename(path)
    return open_store(path, surroundings)


class Words:
    """Sentences and tags as people in the sessions use them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        texts = [
            str(block[field] or "")
            for item in sessions_file()["sessies"]
            for block in item["bouwstenen"]
            for field in ("titel", "omschrijving", "praktijkvoorbeeld", "vervolgstap")
        ]
        self._sentences = [s.strip() for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if len(s) > 15]
        self._words = [word for sentence in self._sentences for word in sentence.split()]

    def title(self) -> str:
        """Return about 80 characters without a full stop."""
        words: list[str] = []
        while sum(map(len, words)) + len(words) < TITLE - 6:
            words.append(self.random.choice(self._words).strip(".,;:!?()\"'"))
        return " ".join(words).capitalize()

    def explanation(self) -> str:
        """Return about 400 characters."""
        return self._until(EXPLANATION - 40)

    def sentence(self) -> str:
        """Return one sentence."""
        return self.random.choice(self._sentences)

    def codes(self, book: Codebook) -> Iterator[str]:
        """Yield 1 to 3 domains, 1 to 5 themes and a kind."""
        yield from self._of(book, DOMAIN, 3)
        yield from self._of(book, THEME, 5)
        yield from self._of(book, KIND, 1)

    def _of(self, book: Codebook, dimension: str, most: int) -> Iterator[str]:
        codes = book.of(dimension)
        yield from (code.id for code in self.random.sample(codes, self.random.randint(1, most)))

    def _until(self, length: int) -> str:
        text = self.sentence()
        while len(text) < length:
            text += " " + self.sentence()
        return text


def _fill(store: Store, count: int, seed: int) -> None:
    store.begin("Meting", examples.fill_new, codebook_file(), title="Meting")
    words = Words(seed)
    for first in range(0, count, PART):
        store.begin("Meting", _add, words, range(first, min(first + PART, count)))


def _multiply(path: Path, times: int) -> None:
    """Add every session with its rounds, blocks and tags again and again, later than what is there.

    The copies are in the search index and not in the journal.
    """
    connection = connect(path)
    for pragma in (CACHE, "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF"):
        connection.execute(pragma).fetchall()
    for copy in range(1, times):
        later = f"'{copy + 1:02x}' || substr({{0}}, 3)"
        elsewhere = f"substr({{0}}, 1, 12) || '{copy:02x}' || substr({{0}}, 15)"
        connection.execute("BEGIN")
        for table, ids, of in _COPIED:
            names = [line[1] for line in connection.execute(f"PRAGMA table_info({table})") if line[1] != "row"]
            made = {name: (later if name in ids else elsewhere).format(name) for name in {*ids, "id"}}
            given = ", ".join(made.get(n, n) for n in names)
            query = f"SELECT {given} FROM {table} WHERE {of} LIKE '01%' ORDER BY id"
            connection.execute(f"INSERT INTO {table} ({', '.join(names)}) {query}")
        connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.close()


_COPIED = (
    ("workshop", ("id",), "id"),
    ("round", ("id", "workshop_id"), "id"),
    ("block", ("id", "workshop_id", "round_id"), "id"),
    ("tagging", ("block_id",), "block_id"),
)
"""Tables, their columns with ids that begin with the time, and the one that says what is copied.

Those of tags are at random places, and stay so.
"""


def _add(session: Work, words: Words, places: range) -> None:
    session.sql.exec_driver_sql(CACHE)
    book = codebooks.codebook(session)
    rows: list[dict[str, Any]] = []
    taggings: list[dict[str, Any]] = []
    homes = {number: _workshop(session, number) for number in sorted({place // PER_SESSION for place in places})}
    for place in places:
        workshop, prefix, rounds = homes[place // PER_SESSION]
        row = _block(session.new_id(), words, place % PER_SESSION + 1)
        rows.append(row | {"workshop_id": workshop, "prefix": prefix, "round_id": words.random.choice(rounds)})
        taggings += _taggings(row["id"], list(words.codes(book)))
    journal.insert_rows(session, BlockRow, rows)
    journal.insert_rows(session, TaggingRow, taggings)


def _workshop(session: Work, number: int) -> Home:
    identity = preparing.create_workshop(
        session,
        title=f"Werksessie {number + 1}",
        on=datetime(2026, 1 + number % 12, 1 + number % 28).date(),
        region=f"Regio {number + 1}",
        rounds=("Wat werkt al?", "Waar knelt het?", "De volgende stap"),
    )
    session.flush()
    prefix = f"{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}{number // 676 or ''}"
    journal.update_rows(session, WorkshopRow, {identity: {"region_code": prefix}})
    query = session.query(RoundRow.id).filter(RoundRow.workshop_id == identity)
    return identity, prefix, [row.id for row in query]


def _block(identity: str, words: Words, number: int) -> dict[str, Any]:
    return {
        "id": identity,
        "number": number,
        "title": words.title(),
        "explanation": words.explanation(),
        "example": words.sentence(),
        "conditions": [words.title(), words.title()],
        "next_step": words.sentence(),
        "votes": words.random.randint(0, 9),
        "table_number": words.random.randint(1, 6),
        "captured_at": f"2026-11-24T{9 + number // 60 % 8:02}:{number % 60:02}:00",
    }


def _taggings(block: str, codes: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"id": tagging_id(block, code), "block_id": block, "code_id": code, "position": place}
        for place, code in enumerate(codes)
    ]
