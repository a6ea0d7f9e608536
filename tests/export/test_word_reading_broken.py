"""Files that are broken, renamed or made to do harm: each is one clear sentence, or read without harm."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from tests.export.word_copies import NAMES, anchor, comment, mark, packed, para, parts_of, run

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.reviews import Copy
from bouwstenen_app.export.word_reading import read

SAID = anchor("Eén vast gezicht.")
BODY = para(mark(SAID, run("Eén vast gezicht.")))
GOOD = parts_of(BODY, comments=comment(0, "Mooi"))
DOCUMENT = "word/document.xml"


def sound(path: Path) -> bytes:
    return packed(path, dict(GOOD)).read_bytes()


def changed(**parts: str | bytes | None) -> Callable[[Path], None]:
    """Return what writes a file in which parts are other than in a sound one, or not there (None)."""
    names = {
        "document": DOCUMENT,
        "rels": "_rels/.rels",
        "links": "word/_rels/document.xml.rels",
        "comments": "word/comments.xml",
        "styles": "word/styles.xml",
    }

    def write(path: Path) -> None:
        given = {names[name]: content for name, content in parts.items()}
        packed(path, {name: content for name, content in {**GOOD, **given}.items() if content is not None})

    return write


def raw(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


def cut(share: float) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        data = sound(path)
        path.write_bytes(data[: int(len(data) * share)])

    return write


def flipped(path: Path) -> None:
    """Write a sound file with wrong bytes in the middle of the packed text."""
    packed(path, {**GOOD, DOCUMENT: parts_of(BODY * 500)[DOCUMENT]})
    with ZipFile(path) as package:
        start = package.getinfo(DOCUMENT).header_offset + 60
    data = bytearray(path.read_bytes())
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)


def wrong_size(path: Path) -> None:
    """Write a file that says that its text is shorter than it is."""
    data = sound(path)
    with ZipFile(path) as package:
        size = package.getinfo(DOCUMENT).file_size
    path.write_bytes(data.replace(struct.pack("<L", size), struct.pack("<L", 10)))


def bomb(path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in GOOD.items():
            package.writestr(name, content if name != DOCUMENT else b" " * 150_000_000)


def many_members(path: Path) -> None:
    with ZipFile(path, "w", ZIP_STORED) as package:
        for number in range(5_000):
            package.writestr(f"word/media/{number}.png", b"")


def protected(path: Path) -> None:
    """Write a file of which the parts are marked as encrypted."""
    data = bytearray(sound(path))
    for mark_of_header, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark_of_header)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark_of_header, at + 4)
    path.write_bytes(data)


def unknown_packing(path: Path) -> None:
    data = bytearray(sound(path))
    for mark_of_header, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(mark_of_header)
        while at >= 0:
            data[at + place] = 97
            at = data.find(mark_of_header, at + 4)
    path.write_bytes(data)


def spreadsheet(path: Path) -> None:
    packed(path, {"[Content_Types].xml": GOOD["[Content_Types].xml"], "xl/workbook.xml": "<workbook/>"})


def open_document(path: Path) -> None:
    packed(path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"})


def directory(path: Path) -> None:
    path.mkdir()


ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DEEP = "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000
WHOLE = str(GOOD[DOCUMENT])
EBCDIC = ('<?xml version="1.0" encoding="cp037"?>' + ENTITY + WHOLE).encode("cp037")

REFUSED: dict[str, Callable[[Path], None]] = {
    "not there": lambda _: None,
    "a folder": directory,
    "empty": raw(b""),
    "a text": raw(b"Dit is een tekst."),
    "a pdf": raw(b"%PDF-1.7\n1 0 obj"),
    "a picture": raw(b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "a web page": raw(b"<html><body>Bouwstenen</body></html>"),
    "an old Word file": raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "rtf": raw(b"{\\rtf1 Bouwstenen}"),
    "only zeros": raw(bytes(4_096)),
    "cut at a tenth": cut(0.1),
    "cut at the half": cut(0.5),
    "cut just before its end": cut(0.98),
    "wrong bytes inside": flipped,
    "a wrong size": wrong_size,
    "a bomb": bomb,
    "five thousand parts": many_members,
    "parts with a password": protected,
    "an unknown way of packing": unknown_packing,
    "a spreadsheet": spreadsheet,
    "an OpenDocument": open_document,
    "no list of links": changed(rels=None),
    "links that are no XML": changed(rels="<Relationships"),
    "links to nothing": changed(rels='<Relationships xmlns="x"/>'),
    "no text": changed(document=None),
    "a text that is no XML": changed(document="Eén vast gezicht."),
    "a text that stops": changed(document=WHOLE[:-30]),
    "a text with nothing in it": changed(document=""),
    "an external entity": changed(document=ENTITY + WHOLE),
    "a billion laughs": changed(document=LAUGHS + WHOLE),
    "an entity in another alphabet": changed(document=EBCDIC),
    "an entity in UTF-16": changed(document=(ENTITY + WHOLE).encode("utf-16")),
    "an unknown alphabet": changed(document=b'<?xml version="1.0" encoding="x-none"?><w/>'),
    "tags without end": changed(document=WHOLE.replace(BODY, DEEP)),
    "comments that stop": changed(comments="<w:comments"),
    "comments that are not there": changed(comments=None),
    "an entity in the comments": changed(comments=ENTITY + str(GOOD["word/comments.xml"])),
    "control characters": changed(document=WHOLE.replace("vast", "va\x01st")),
    "a lone surrogate": changed(document=WHOLE.encode().replace(b"vast", b"\xed\xa0\x80")),
    "styles that are no XML": changed(styles=b"\xff\xfe\x00"),
}
"""Files that cannot be read, and how to make each."""


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_gives_one_clear_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "terug van Annet.docx"
    REFUSED[name](path)
    before = path.read_bytes() if path.is_file() else b""

    with pytest.raises(Problem) as told:
        read(path)

    sentence = str(told.value)
    assert "terug van Annet.docx" in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 250
    assert "Error" not in sentence
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert list(tmp_path.iterdir()) == ([path] if path.exists() else [])


def body(inner: str) -> Callable[[Path], None]:
    return changed(document=WHOLE.replace(BODY, inner))


def wild_names(path: Path) -> None:
    names = [
        "_bw",
        "_bw" + "g" * 37,
        "_bwe",
        "_bwe" + "0" * 31,
        SAID.name + "1",
        "x" * 5_000,
        "",
        "_BW'; DROP",
        "\u202e",
    ]
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>' for n, name in enumerate(names, start=5))
    body(marks + para(mark(SAID, run("Eén vast gezicht.")) + marks) + marks)(path)


NEVER_CLOSED = f'<w:bookmarkStart w:id="1" w:name="{SAID.name}"/>'
MANY = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in range(20_000))

READ: dict[str, Callable[[Path], None]] = {
    "wild bookmarks": wild_names,
    "a bookmark that is never closed": body(para(NEVER_CLOSED + run("Eén vast gezicht."))),
    "a bookmark between paragraphs": body(NEVER_CLOSED + para(run("Eén vast gezicht."))),
    "one bookmark twice": body(BODY + para(run("Tussendoor.")) + BODY),
    "an end without a start": body(para('<w:bookmarkEnd w:id="1"/>') + BODY),
    "text outside a paragraph": body(run("los") + BODY),
    "fields that never end": body(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') * 50 + BODY),
    "thousands of comments that never end": body(para(MANY) + BODY * 300),
    "a comment that is not there": body(para('<w:r><w:commentReference w:id="7"/></w:r>') + BODY),
    "an author with a long name": body(BODY + para(f'<w:ins w:author="{"A" * 9_000}">{run("x")}</w:ins>')),
    "dates that are none": body(BODY + para(f'<w:ins w:author="A" w:date="0-00-00T0">{run("x")}</w:ins>')),
    "paragraphs in paragraphs": body(f"<w:p>{run('a')}{BODY}{run('b')}</w:p>"),
    "a name out of the file": changed(links='<Relationships xmlns="x"/>'),
    "no styles": changed(styles=None, links='<Relationships xmlns="x"/>'),
    "a way out of the folder": lambda path: packed(path, {**GOOD, "../../uit.txt": "x"}) and None,
}


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_only_odd_is_read_and_ours_is_found_in_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    READ[name](path)

    copy = read(path)

    assert isinstance(copy, Copy)
    assert SAID.spot in {text.anchor.spot for text in copy.texts if text.anchor}
    assert list(tmp_path.iterdir()) == [path]


def read_or_refused(path: Path) -> str:
    """Return the name of a file that was read, or the sentence that says why it was not."""
    try:
        return path.name if isinstance(read(path), Copy) else ""
    except Problem as problem:
        return str(problem)


def test_a_file_of_which_one_byte_is_wrong_is_read_or_refused_and_never_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    data = sound(path)
    for place in range(0, len(data), 7):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        assert "terug.docx" in read_or_refused(path)


def test_a_text_of_which_one_letter_is_wrong_is_read_or_refused_and_never_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    for place in range(0, len(WHOLE), 11):
        for wrong in ("<", ">", '"', "&", "\0", "é"):
            packed(path, {**GOOD, DOCUMENT: WHOLE[:place] + wrong + WHOLE[place + 1 :]})
            assert "terug.docx" in read_or_refused(path)


def test_packed_text_that_says_nothing_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    changed(document=f"<w:document {NAMES}/>", comments=None, links='<Relationships xmlns="x"/>')(path)

    assert read(path).texts == ()
    assert zlib.crc32(path.read_bytes())
