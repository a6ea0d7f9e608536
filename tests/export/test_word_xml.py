"""XML of others is read element by element, and refused when it is not honest."""

from collections.abc import Mapping

import pytest
from typing_extensions import override

from bouwstenen_app.export.word_xml import DEEPEST, BrokenXmlError, Reader

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Told(Reader):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.told.append((name, dict(attributes)))

    @override
    def on_end(self, name: str) -> None:
        self.told.append(f"/{name}")

    @override
    def on_text(self, text: str) -> None:
        self.told.append(text)


def told(xml: str | bytes) -> list[object]:
    reader = Told()
    reader.read(xml if isinstance(xml, bytes) else xml.encode())
    return reader.told


@pytest.mark.parametrize("space", [USUAL, STRICT])
def test_elements_and_attributes_have_short_names_in_both_kinds_of_file(space: str) -> None:
    assert told(f'<x:p xmlns:x="{space}" x:id="1" plain="2">a &amp; b</x:p>') == [
        ("w:p", {"w:id": "1", "plain": "2"}), "a & b", "/w:p",
    ]  # fmt: skip


def test_what_is_not_known_cannot_be_taken_for_something_that_is() -> None:
    assert told('<p xmlns="urn:x"><q xmlns=""/></p>') == [("?:p", {}), ("q", {}), "/q", "/?:p"]


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<a>",
        "<a></b>",
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        "<a>&onbekend;</a>",
        "<a>\x01</a>",
        "<a>" * (DEEPEST + 1) + "</a>" * (DEEPEST + 1),
        b'<?xml version="1.0" encoding="x-none"?><a/>',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_not_honest_is_refused(xml: str | bytes) -> None:
    with pytest.raises(BrokenXmlError):
        told(xml)
