"""What reads something from outside, each as a target: how its inputs are made, and how one is fed to it."""

import zlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any, ClassVar, Final

from tests.fuzz import mutating, seeds
from tests.fuzz.mutating import Json, Packages

from bouwstenen_app.domain import first_look, privacy, query
from bouwstenen_app.domain.capture import read as read_line
from bouwstenen_app.domain.capture import write as write_line
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, codebook_files, codebooks, finding, importing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store

LOOKED_AT: Final = 12
"""One in so many files that are read is also looked at, one in twice as many taken in: that takes far longer."""
OF_BOOKS: Final = 8
"""The same of codebooks and of documents that come back, of which less is read."""
CORPUS: Final = Path(__file__).parent / "corpus"


class Target:
    """Something that reads. One of them lives in one process, with a folder and a workspace of its own."""

    name: ClassVar[str]
    ending: ClassVar[str] = ".bin"
    """How a file with an input is called."""
    is_noisy: ClassVar[bool] = False
    """Whether a library prints what it thinks of an input."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refused = 0
        self.slowest = 0.0
        self.prepare()

    def prepare(self) -> None:
        """Make what is needed once."""

    def make(self, chance: Random) -> bytes:
        """Return an input."""
        raise NotImplementedError

    def feed(self, data: bytes) -> None:
        """Read an input; Problem when it is refused. Anything else that is raised is wrong."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of what was open."""

    def corpus(self) -> list[bytes]:
        """Return the inputs that were kept."""
        folder = CORPUS / self.name
        return [file.read_bytes() for file in sorted(folder.iterdir())] if folder.is_dir() else []


class WithStore(Target):
    def prepare(self) -> None:
        self.store = self.opened()
        self.before = self._digest()
        self.book = self.store.read(codebooks.codebook)
        self.workshop = self.store.read(preparing.workshops)[0].id

    def opened(self) -> Store:
        """Return the workspace."""
        return seeds.small(self.folder)

    def close(self) -> None:
        self.store.close()

    def trying(self, verb: Callable[..., Any], *arguments: Any) -> None:
        """Run a verb as a step that is taken back before it is stored: the file is byte for byte as before."""

        def tried(session: Work) -> None:
            verb(session, *arguments)
            session.flush()
            raise _TakenBack("Dit was een proef.")

        try:
            self.store.do("Proef", tried)
        except _TakenBack:
            pass
        finally:
            assert self._digest() == self.before, "the workspace is not what it was"

    def _digest(self) -> str:
        return blake2b(self.store.path.read_bytes()).hexdigest()


class _TakenBack(Problem):
    """A step that must not be stored."""


class Grammar(WithStore):
    """The line of the capture bar."""

    name, ending = "grammar", ".txt"

    def prepare(self) -> None:
        super().prepare()
        self._lines = [*seeds.lines(), *(data.decode("utf-8", "replace") for data in self.corpus())]

    def make(self, chance: Random) -> bytes:
        return mutating.text(chance, self._lines, seeds.MARKERS).encode("utf-8", "surrogatepass")

    def feed(self, data: bytes) -> None:
        line = data.decode("utf-8", "surrogatepass")
        draft = read_line(line, self.book)
        again = read_line(write_line(draft, self.book), self.book)
        assert again == draft, "what is written is not read as the same"


class Query(WithStore):
    """What is typed to find blocks."""

    name, ending = "query", ".txt"

    def prepare(self) -> None:
        super().prepare()
        self._lines = [*seeds.queries(), *(data.decode("utf-8", "replace") for data in self.corpus())]

    def make(self, chance: Random) -> bytes:
        return mutating.text(chance, self._lines, seeds.MARKERS)[:4_000].encode("utf-8", "surrogatepass")

    def feed(self, data: bytes) -> None:
        typed = data.decode("utf-8", "surrogatepass")
        query.read(typed, self.book.dimension_order)
        self.store.read(boards.find, Selection(query=typed), limit=50)
        if len(data) % 8 == 0:
            self.store.read(finding.find_anything, typed)


class Privacy(Target):
    """A text in which personal data is looked for."""

    name, ending = "privacy", ".txt"

    def prepare(self) -> None:
        self._texts = [
            *seeds.lines(),
            *seeds.personal(),
            *(data.decode("utf-8", "replace") for data in self.corpus()),
        ]

    def make(self, chance: Random) -> bytes:
        return mutating.text(chance, self._texts, seeds.PERSONAL)[:60_000].encode("utf-8", "surrogatepass")

    def feed(self, data: bytes) -> None:
        text = data.decode("utf-8", "surrogatepass")
        last = 0
        for one in privacy.findings(text):
            assert one.text == text[one.start : one.end]
            assert one.start >= last, "two findings over each other"
            last = one.end


class FirstLook(Target):
    """What stands in a file to be shown at the start."""

    name, ending = "first-look", ".json"

    def prepare(self) -> None:
        self._json = Json([seeds.first_look(self.folder)])

    def make(self, chance: Random) -> bytes:
        return self._json.mutated(chance)

    def feed(self, data: bytes) -> None:
        if (look := first_look.read(data.decode("utf-8", "surrogatepass"))) is not None:
            assert isinstance(look.step, str)


class _Import(WithStore):
    """A file that is imported: read, looked at, and taken in as a step that is taken back."""

    def feed(self, data: bytes) -> None:
        path = self.folder / f"bestand{self.ending}"
        path.write_bytes(data)
        given = importing.read(path)
        if zlib.crc32(data) % LOOKED_AT:
            return
        chosen = self.store.read(importing.guess, given)
        if zlib.crc32(data) % (2 * LOOKED_AT):
            self.store.read(importing.plan, given, chosen).sentences()
        else:
            self.trying(importing.take_in, given, chosen)


class Excel(_Import):
    name, ending = "xlsx", ".xlsx"

    def prepare(self) -> None:
        super().prepare()
        self._packages = Packages([*seeds.workbooks(), *sound(self.corpus())])

    def make(self, chance: Random) -> bytes:
        return self._packages.mutated(chance)


class Word(_Import):
    name, ending = "docx", ".docx"

    def prepare(self) -> None:
        super().prepare()
        self._packages = Packages([*seeds.documents(self.folder), *sound(self.corpus())])

    def make(self, chance: Random) -> bytes:
        return self._packages.mutated(chance)


class _Text(_Import):
    """A text in one of the ways in which programs write text."""

    encodings: ClassVar[tuple[str, ...]] = ("utf-8",) * 5 + ("utf-8-sig", "cp1252", "utf-16", "utf-16-le")

    def prepare(self) -> None:
        super().prepare()
        self._texts = [*seeds.texts(self.ending), *(data.decode("utf-8", "replace") for data in self.corpus())]

    def make(self, chance: Random) -> bytes:
        made = mutating.text(chance, self._texts, seeds.MARKERS)
        written = made.encode(chance.choice(self.encodings), "replace")
        return mutating.data(chance, [written]) if chance.random() < 0.1 else written


class Csv(_Text):
    name, ending = "csv", ".csv"


class Tabs(_Text):
    name, ending = "tsv", ".tsv"


class Plain(_Text):
    name, ending = "txt", ".txt"


class Markdown(_Text):
    name, ending = "md", ".md"


class Sessions(_Import):
    name, ending = "json", ".json"

    def prepare(self) -> None:
        super().prepare()
        self._json = Json(seeds.sessions())

    def make(self, chance: Random) -> bytes:
        return self._json.mutated(chance)


class Whole(_Import):
    """Everything of a workspace as JSON."""

    name, ending = "workspace", ".json"

    def prepare(self) -> None:
        super().prepare()
        (self.folder / "elders").mkdir()
        self._json = Json([seeds.whole(self.folder / "elders")])

    def make(self, chance: Random) -> bytes:
        return self._json.mutated(chance)


class _Codebook(WithStore):
    def feed(self, data: bytes) -> None:
        path = self.folder / f"codeboek{self.ending}"
        path.write_bytes(data)
        given = codebook_files.read(path)
        if zlib.crc32(data) % OF_BOOKS == 0:
            self.store.read(codebook_files.plan, given)
            self.trying(codebook_files.take_in, given)


class Refi(_Codebook):
    """A codebook of a program for qualitative research (REFI-QDA)."""

    name, ending = "qdc", ".qdc"

    def prepare(self) -> None:
        super().prepare()
        self._seeds = [self.store.read(codebook_files.document, self.ending), *self.corpus()]

    def make(self, chance: Random) -> bytes:
        return mutating.xml(chance, chance.choice(self._seeds), self._seeds)


class CodebookCsv(_Codebook):
    name, ending = "codebook-csv", ".csv"

    def prepare(self) -> None:
        super().prepare()
        self._texts = [self.store.read(codebook_files.document, self.ending).decode("utf-8-sig")]

    def make(self, chance: Random) -> bytes:
        return mutating.text(chance, self._texts, seeds.MARKERS).encode("utf-8", "replace")


class CodebookJson(_Codebook):
    name, ending = "codebook-json", ".json"

    def prepare(self) -> None:
        super().prepare()
        self._json = Json([seeds.codebook()])

    def make(self, chance: Random) -> bytes:
        return self._json.mutated(chance)


def sound(packages: list[bytes]) -> list[bytes]:
    return [package for package in packages if package.startswith(b"PK") and seeds.is_package(package)]


TARGETS: Final = {
    kind.name: kind
    for kind in (
        *(Grammar, Query, Privacy, FirstLook, Excel, Word, Csv, Tabs, Plain, Markdown, Sessions, Whole),
        *(Refi, CodebookCsv, CodebookJson),
    )
}
