"""Broken files of every kind that can be imported: cut off, hostile, or something else under another name."""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOMB = b"0" * 60_000_000
Named = Iterator[tuple[str, bytes]]


def workbook() -> bytes:
    """Return a sound workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Opbrengst"
    sheet.append(["Titel", "Toelichting", "Stemmen"])
    for number in range(20):
        sheet.append([f"Bouwsteen {number}", "Uitleg", number])
    return _saved(book.save)


def document() -> bytes:
    """Return a sound Word document."""
    made = docx.Document()
    made.add_heading("Werksessie", 1)
    for number in range(20):
        made.add_paragraph(f"Bouwsteen {number}", style="List Bullet")
    return _saved(made.save)


def excel() -> Named:
    """Yield broken workbooks."""
    sound = workbook()
    yield from _mangled(sound, 22)
    yield from _others(sound, besides=("xlsx",))
    sheet = "xl/worksheets/sheet1.xml"
    hostile = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet xmlns="{MAIN}">&x;</worksheet>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield "een entiteit", _with(sound, sheet, hostile.encode())
    yield "een entiteit in utf-16", _with(sound, sheet, hostile.encode("utf-16"))
    yield "lachsalvo", _with(sound, sheet, f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'.encode())
    yield "een bom", _with(sound, sheet, BOMB)
    yield "een bom naast de bladen", _with(sound, "xl/theme/theme2.xml", BOMB * 3)
    wide = "".join("<c><v>1</v></c>" for _ in range(100_000))
    yield "honderdduizend kolommen", _with(sound, sheet, _sheet(f"<row>{wide}</row>"))
    yield "veel rijen", _with(sound, sheet, _sheet("<row><c><v>1</v></c></row>" * 100_002))
    yield "alleen formules", _with(sound, sheet, _sheet("<row><c><f>1+1</f></c><c><f>NOW()</f></c></row>"))
    yield "een tekst die er niet is", _with(sound, sheet, _sheet('<row><c t="s"><v>99999</v></c></row>'))
    yield "een tekst zonder nummer", _with(sound, sheet, _sheet('<row><c t="s"><v>abc</v></c></row>'))
    yield "te diep", _with(sound, sheet, b"<a>" * 5_000 + b"</a>" * 5_000)
    yield "geen blad", _with(sound, "xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>'.encode())
    yield "zonder werkmap", _with(sound, "xl/workbook.xml", None)
    yield "zonder verwijzingen", _with(sound, "xl/_rels/workbook.xml.rels", None)
    yield "zonder blad", _with(sound, sheet, None)
    yield "een leeg blad", _with(sound, sheet, _sheet(""))
    yield "niets", b""
    yield "nullen", b"\0" * 10_000
    yield "te veel onderdelen", packed({f"xl/{n}.xml": b"<a/>" for n in range(2_100)})


def word() -> Named:
    """Yield broken Word documents."""
    sound = document()
    yield from _mangled(sound, 26)
    yield from _others(sound, besides=("docx",))
    main = "word/document.xml"
    hostile = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{WORD}">&x;</w:document>'
    yield "een entiteit", _with(sound, main, hostile.encode())
    yield "een entiteit in utf-16", _with(sound, main, hostile.encode("utf-16"))
    yield "een bom", _with(sound, main, BOMB)
    cells = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 100_000
    yield "honderdduizend kolommen", _with(sound, main, _body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    yield "veel alinea’s", _with(sound, main, _body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 100_002))
    yield "te diep", _with(sound, main, b"<a>" * 5_000 + b"</a>" * 5_000)
    yield "een cel zonder rij", _with(sound, main, _body("<w:tbl><w:tc><w:p/></w:tc></w:tbl>"))
    yield "een tabel zonder rijen", _with(sound, main, _body("<w:tbl><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tbl>"))
    yield "leeg", _with(sound, main, _body(""))
    yield "zonder tekst", _with(sound, main, None)
    yield "geen XML", _with(sound, main, b"gewoon tekst")
    yield "zonder soorten", _with(sound, "[Content_Types].xml", None)
    yield "niets", b""
    yield "nullen", b"\0" * 10_000
    yield "te veel onderdelen", packed({f"word/{n}.xml": b"<a/>" for n in range(2_100)})


def text() -> Named:
    """Yield what is no text, under the name of one."""
    chance = random.Random(6)
    yield from _others(b"", besides=())
    for size in (200, 5_000, 60_000):
        for number in range(8):
            yield f"ruis {size} {number}", chance.randbytes(size)
    for share in (2, 3, 5, 9, 17):
        yield f"elke {share} een nul", b"".join(b"ab\0" if n % share == 0 else b"abc" for n in range(500))
    yield "niets", b""
    yield "alleen witregels", b"\r\n \t\r\n" * 50
    yield "alleen een merk", b"\xef\xbb\xbf"
    yield "alleen een merk van utf-16", b"\xff\xfe"
    yield "alleen strepen", b"-----\n=====\n* * *\n"
    yield "nullen", b"\0" * 10_000
    yield "stuurtekens", bytes(range(1, 9)) * 500
    yield "te groot", b"regel\n" * 4_000_000
    for number in range(8):
        yield f"alleen leestekens {number}", (b"?!. ;,"[number % 6 :] + b"\n") * (number + 1)


def csv() -> Named:
    """Yield broken tables."""
    yield from (
        pair for pair in text() if pair[0] not in ("alleen strepen", "te groot") and "leestekens" not in pair[0]
    )
    yield "een aanhalingsteken te weinig", b'titel;uitleg\n"nooit dicht;a\n' + b"b;c\n" * 300
    yield "een cel zonder einde", b'titel;uitleg\n"' + b"a" * 300_000
    yield "honderdduizend kolommen", b"titel;uitleg\n" + b";" * 100_000 + b"\n"
    yield "te veel rijen", b"titel;uitleg\n" + b"a;b\n" * 100_002
    yield "alleen een kop", b"titel;toelichting;stemmen\r\n"
    yield "te groot", b"a;b;c\n" * 4_000_000
    for number in range(6):
        yield f"alleen scheidingstekens {number}", (b";" * (number + 1) + b"\n") * 20


def json_files() -> Named:
    """Yield broken JSON."""
    sessions = {"schema": "voorbeeldsessies/1", "sessies": [{"titel": "Zuid", "bouwstenen": [{"titel": "Eén"}]}]}
    sound = json.dumps(sessions).encode()
    for cut in range(1, 25):
        yield f"afgeknipt {cut}", sound[: len(sound) * cut // 25]
    yield from _others(b"", besides=())
    for value in ([], {}, "x", 1, None, {"schema": "x"}, {"schema": "voorbeeldsessies/1"}, [sessions]):
        yield f"iets anders: {value!r:.30}", json.dumps(value).encode()
    yield "te diep", b"[" * 200_000
    yield "te diep, en heel", b'{"schema":' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    for wrong in (None, 3, "x", {}, [None], [{"titel": 3}], [{"titel": "Zuid", "bouwstenen": [{"titel": []}]}]):
        yield f"sessies: {wrong!r:.30}", json.dumps(sessions | {"sessies": wrong}).encode()
    whole = {"schema": "bouwstenen/1", "tabellen": {"block": [{"id": "ab" * 16, "workshop_id": "cd" * 16}]}}
    yield "een bouwsteen zonder sessie", json.dumps(whole).encode()
    yield (
        "een bouwsteen die nergens bij hoort",
        json.dumps(whole | {"tabellen": {"block": [{"id": "ab" * 16}]}}).encode(),
    )
    yield "een vreemde tabel", json.dumps(whole | {"tabellen": {"sqlite_master": []}}).encode()
    yield "een vreemd veld", json.dumps(whole | {"tabellen": {"block": [{"id": "ab" * 16, "row": 1}]}}).encode()
    yield "een vreemd beeld", json.dumps(whole | {"tabellen": {}, "beelden": [{"id": "x"}]}).encode()
    yield (
        "een getal als tekst",
        json.dumps(whole | {"tabellen": {"block": [{"id": "ab" * 16, "title": 3}]}}).encode(),
    )
    yield "niets", b""
    yield "nullen", b"\0" * 10_000


KINDS: dict[str, Callable[[], Named]] = {
    ".xlsx": excel,
    ".docx": word,
    ".csv": csv,
    ".txt": text,
    ".md": text,
    ".json": json_files,
}


def _mangled(sound: bytes, count: int) -> Named:
    chance = random.Random(count)
    for number in range(count):
        if number % 2:
            yield f"afgeknipt {number}", sound[: chance.randrange(10, len(sound) - 30)]
        else:
            at = chance.randrange(len(sound) - 600)
            yield f"gat {number}", sound[:at] + chance.randbytes(500) + sound[at + 500 :]


def _others(sound: bytes, besides: tuple[str, ...]) -> Named:
    kinds = {
        "xlsx": workbook(),
        "docx": document(),
        "pdf": b"%PDF-1.7\n" + b"x" * 2_000,
        "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
        "jpg": b"\xff\xd8\xff\xe0" + b"\0" * 500,
        "oud": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000,
        "oud met wachtwoord": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 400,
        "sqlite": b"SQLite format 3\0" + b"\1" * 4_000,
        "rtf": b"{\\rtf1 x}",
        "zip": packed({"lees mij": b"x"}),
    }
    yield from ((f"eigenlijk {name}", data) for name, data in kinds.items() if name not in besides)


def _with(sound: bytes, part: str, content: bytes | None) -> bytes:
    """Return a package in which one part is another, or is not there."""
    with zipfile.ZipFile(io.BytesIO(sound)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != part}
    return packed(parts | ({part: content} if content is not None else {}))


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def _sheet(rows: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def _body(inside: str) -> bytes:
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'.encode()


def written(folder: Path, ending: str) -> Iterator[tuple[str, Path]]:
    """Yield the broken files of a kind, each with what is the matter with it."""
    for number, (name, data) in enumerate(KINDS[ending]()):
        path = folder / f"stuk-{number}{ending}"
        path.write_bytes(data)
        yield name, path
