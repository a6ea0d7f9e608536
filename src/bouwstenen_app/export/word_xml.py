"""The XML of a Word file that somebody else wrote, element by element: no tree, no document type, no depth."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

W: Final = "w"
_SPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": W,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/terms/": "dcterms",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
"""The namespaces that are known, transitional and strict alike, each with a short name."""
DEEPEST: Final = 600
MOST_ELEMENTS: Final = 12_000_000

Start = Callable[[str, Mapping[str, str]], None]


class BrokenXmlError(ValueError):
    """The XML is none, or not of a kind that an honest file has."""


class Reader:
    """Reads one part: calls ``on_start``, ``on_end`` and ``on_text``, with short names such as ``w:p``."""

    def __init__(self) -> None:
        self._depth = 0
        self._elements = 0
        self._names: dict[str, str] = {}

    def read(self, data: bytes) -> None:
        """Read the whole part; BrokenXmlError when it cannot be read."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.on_text
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError) as error:
            raise BrokenXmlError(str(error)) from error

    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the start of an element."""

    def on_end(self, name: str) -> None:
        """Meet the end of an element."""

    def on_text(self, text: str) -> None:
        """Meet text."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise BrokenXmlError("too deep or too much")
        named = {self._short(key): value for key, value in attributes.items()} if attributes else attributes
        self.on_start(self._short(name), named)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.on_end(self._short(name))

    def _short(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            short = _SPACES.get(space)
            known = f"{short}:{local}" if short else f"?:{local}" if space else local
            if len(self._names) < DEEPEST:
                self._names[name] = known
        return known


def _refuse(*_: object) -> None:
    raise BrokenXmlError("a document type")
