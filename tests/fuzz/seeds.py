"""What inputs are made of: sound files and texts of every kind, made by the program itself or by the tests."""

import io
import itertools
import json
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.export import awkward
from tests.export.awkward import LONG, NAMES
from tests.few_codes import few_codes
from tests.services import broken_files
from tests.word_editing import Desk

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.services import boards, bundling, capturing, examples, portable, preparing, reporting
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import codebook_file, sessions_file

NOW: Final = datetime(2026, 11, 30, 12, 0)
MARKERS: Final = (
    *("#onderwijs", "@politie", "!idee", "+7", "nodig: tijd, geld", "vb: zo gaat het", ">> bellen", "tafel 4:"),
    *(
        "\\#",
        "#",
        "@",
        '"',
        "-",
        "thema:",
        "domein:",
        "stemmen>",
        "zonder:thema",
        "sessie:",
        ";",
        "\t",
        "\n- ",
        "\n# ",
    ),
    *("\n| a | b |\n|---|---|\n", "IDEE:", "RH-017", "NEAR/3", "AND", "OR", "NOT", "*", "^"),
)
PERSONAL: Final = (
    *("BSN 111222333", "123456782", "06-12345678", "+31 6 1234 5678", "jan@voorbeeld.nl", "NL91ABNA0417164300"),
    *("geboren op 12-03-2011", "Dorpsstraat 12, 1234 AB Utrecht", "mevrouw De Vries", "dhr. J. Jansen", "AB-123-C"),
    *("zaaknummer 2026/12345", "moeder van Fatima", "[at]", "artikel 8", "€ 1.234,56"),
)
_UNREAD: Final = re.compile("theme|customXml|thumbnail|stylesWithEffects|fontTable|webSettings")
_OF_UNREAD: Final = re.compile(
    rb"<(?:Relationship|Override) [^>]*(?:theme|customXml|thumbnail|stylesWithEffects|fontTable|webSettings)[^>]*/>"
)
_STYLES: Final = ("normal", "heading 1", "heading 2", "list bullet", "list number", "normal table")
OF_TODAY: Final = 8
"""So many files are of this version for one of an older, which is migrated first: that takes ten times as long."""
SAMPLES: Final = Path(__file__).parents[1] / "samples"


def around(folder: Path) -> Surroundings:
    """Return a laptop of its own in a folder."""
    return Surroundings(folder / "eigen", "ab" * 16, identities(), datetime.now)


def example(folder: Path) -> Path:
    """Make the example workspace, with a bundle in it, closed."""
    path = folder / "voorbeeld.bouwstenen"
    here = around(folder)
    store = create(path, here, lambda new: new.begin("x", examples.fill_example, codebook_file(), sessions_file()))
    some = [block.id for block in itertools.islice(store.read(boards.blocks_of, _first(store)), 4)]
    store.do("Gebundeld", bundling.bundle_blocks, some)
    store.close()
    return path


def _first(store: Store) -> str:
    return store.read(preparing.workshops)[0].id


def small(folder: Path) -> Store:
    """Make a workspace with one session and a few blocks, with an edit and an undo, open.

    It has a few codes of every dimension: with all of them an input takes five times as long, and finds no more.
    """
    path = folder / "klein" / "klein.bouwstenen"
    path.parent.mkdir(exist_ok=True)
    store = create(path, around(path.parent), lambda new: new.begin("x", examples.fill_new, few_codes()))
    workshop = store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
    store.do("Veel", capturing.capture_lines, lines()[:12], workshop=workshop)
    blocks = [block.id for block in store.read(boards.blocks_of, workshop)]
    store.do("Bewerkt", capturing.edit_blocks, blocks[:2], explanation="Anders")
    store.do("Gebundeld", bundling.bundle_blocks, blocks[2:5])
    store.do("Weg", capturing.remove_blocks, blocks[5:6])
    store.undo()
    return store


@cache
def lines() -> list[str]:
    """Return lines as people type them."""
    found = ["Wijkteam belt binnen een dag @politie #onderwijs nodig: tijd, geld vb: in Zuid >> bellen +3"]
    found += [f"tafel 2: IDEE: {text}" for text in ("samen aan tafel", "een vast gezicht op school")]
    for session in sessions_file()["sessies"][:2]:
        found += [block["titel"] for block in session["bouwstenen"][:20]]
    return [*found, *NAMES, " ".join(LONG) if isinstance(LONG, tuple) else LONG]


def queries() -> list[str]:
    """Return what people type to find blocks."""
    return [
        *('wijk melding "samen aan tafel" -gemeente', "thema:wonen domein:politie stemmen>3", "zonder:thema"),
        *(
            "soort:idee,risico +thema:wonen",
            'sessie:"Van signaal" regio:twente -thema:wonen',
            "RH-017",
            "status:ruw",
        ),
        *(
            "vrijgave:intern tags:nieuw achtergehouden:ja",
            "stemmen<=2",
            '"',
            "-",
            "wijk*",
            "(a OR b)",
            "groep:bellen",
        ),
    ]


def personal() -> list[str]:
    """Return texts with personal data in them."""
    return [f"{first} en {second}, zei zij." for first, second in itertools.pairwise(PERSONAL)]


def workbooks() -> list[bytes]:
    """Return sound workbooks, written by two programs."""
    return [broken_files.workbook(), _our_workbook()]


def _our_workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Titel", "Toelichting", "Thema", "Stemmen", "Datum", "Sessie"])
    for number in range(5):
        sheet.append([f"Steen {number}", "Met\nregels", "wonen", number, datetime(2026, 1, 1 + number), "Zuid"])
    sheet["B2"] = "=1+1"
    other = book.create_sheet("Verborgen")
    other.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def documents(folder: Path) -> list[bytes]:
    """Return sound Word documents: a list, a table, and headings."""
    import docx

    made = docx.Document()
    made.add_heading("Tafel 2", 1)
    table = made.add_table(rows=3, cols=2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = ("Titel", "Toelichting", "Een", "Uitleg", "Twee", "Nog iets")[number]
    made.add_paragraph("Los ding #onderwijs", style="List Number")
    out = io.BytesIO()
    made.save(out)
    return [_with_few_parts(_with_few_styles(document)) for document in (broken_files.document(), out.getvalue())]


def _with_few_styles(data: bytes) -> bytes:
    """Return a document with the styles that it uses: an input is read ten times as fast then."""
    import docx

    made = docx.Document(io.BytesIO(data))
    styles = made.styles.element
    for one in list(styles):
        name = getattr(one, "name_val", None)
        if one.tag.endswith("latentStyles") or (name is not None and name.casefold() not in _STYLES):
            styles.remove(one)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _with_few_parts(data: bytes) -> bytes:
    """Return a document without the parts of which the program reads nothing: half of what is to be packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith((".rels", "[Content_Types].xml")):
                part = _OF_UNREAD.sub(b"", part)
            if not _UNREAD.search(name):
                target.writestr(name, part)
    return out.getvalue()


def texts(ending: str) -> list[str]:
    """Return texts of a kind."""
    if ending in (".csv", ".tsv"):
        mark = "\t" if ending == ".tsv" else ";"
        rows = [
            ["Titel", "Toelichting", "Thema", "Stemmen"],
            ['Een "x"', "a\nb", "wonen", "3"],
            ["Twee", "", "", ""],
        ]
        quoted = ["\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)]
        return [*quoted, *("\n".join(mark.join(row[:3]) for row in rows[::2]) for _ in range(1)), "a,b\n1,2\n"]
    if ending == ".md":
        return [
            "# Zuid\n\n## Tafel 1\n\n- Een #onderwijs\n- Twee\n  meer\n\n| Titel | Thema |\n|---|---|\n| a | b |\n"
        ]
    return [
        "Sessie Zuid\n===========\n\n- Een #onderwijs\n- Twee\n\n3. Drie\n\nTafel 2:\nlos\n",
        "\n".join(lines()[:6]),
    ]


def sessions() -> list[Any]:
    """Return files with sessions (``voorbeeldsessies/1``), short ones."""
    found = sessions_file()
    short = [
        session | {"bouwstenen": session["bouwstenen"][:most]}
        for session, most in zip(found["sessies"], (4, 1), strict=False)
    ]
    return [found | {"sessies": short}]


def whole(folder: Path) -> Any:
    """Return everything of a small workspace as JSON."""
    store = small(folder)
    value = json.loads("".join(store.read(lambda session: list(portable.document(session)))))
    store.close()
    return value


def codebook() -> Any:
    """Return the codebook of the program, cut short."""
    found = few_codes()
    return found | {"codes": found["codes"][:12], "combinations": []}


def formats() -> list[Any]:
    """Return the ways of working of the program."""
    folder = resources_folder() / "formats"
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]


def first_look(folder: Path) -> Any:
    """Return what is kept of *Vastleggen* for the next start."""
    from bouwstenen_app.domain import first_look as kept
    from bouwstenen_app.services import first_looks

    store = small(folder)
    look = store.read(first_looks.first_look, _first(store))
    store.close()
    return json.loads(kept.write(look))


def templates() -> list[bytes]:
    """Return templates: ours, and a plain document with a header and fields."""
    ours = report_template().read_bytes()
    small = [_with_few_parts(_with_few_styles(document)) for document in (ours, broken_files.document())]
    return [*small * 8, ours]


def report() -> Any:
    """Return a short report with everything in it that a report can have."""
    return replace(awkward.report(), sections=awkward.report().sections[:6])


def reviewed(store: Store, folder: Path) -> list[bytes]:
    """Return copies of a document of a workspace that came back: with changes, with comments, with a new line."""
    from bouwstenen_app.export import word

    sent = folder / "verstuurd.docx"
    made = store.read(reporting.made, store.read(reporting.unselected, "meeleesversie"))
    for _ in word.write(made, sent, template=report_template(), now=NOW):
        pass
    block = next(block for block in store.read(boards.blocks_of, _first(store)) if len(block.title) > 12)
    words = block.title.split()[0]
    changed = Desk(sent, "Annet").replace(words, "Anders").save(folder / "annet.docx")
    remarked = Desk(sent, "Bo").comment(words, "Klopt dit?").add(words, "Nog een regel").save(folder / "bo.docx")
    return [_with_few_parts(_with_few_styles(document.read_bytes())) for document in (changed, remarked)]


def report_template() -> Path:
    """Return the template of the program."""
    return resources_folder() / "templates" / "report.docx"


def photos() -> list[bytes]:
    """Return small photos of the four kinds."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    image = QImage(24, 16, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    found = []
    for kind in ("JPEG", "PNG", "BMP", "WEBP"):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if image.save(buffer, kind):
            found.append(bytes(buffer.data().data()))
    return found


def workspaces(folder: Path) -> list[bytes]:
    """Return workspace files: a small one of today, and one of every older version."""
    store = small(folder)
    path = store.path
    store.close()
    older = [file.read_bytes() for file in sorted(SAMPLES.glob("*.bouwstenen"))]
    return [path.read_bytes()] * (OF_TODAY * len(older)) + older


def journal(folder: Path) -> Any:
    """Return the lines of the journal of a small workspace, as another laptop gives them, without its start."""
    from tests.storage.laptops import Journal

    store = small(folder)
    source = Journal(store)
    steps = [list(line) for line in source.steps() if line[6] != "start"]
    fresh = {line[0] for line in steps}
    found = {
        "steps": steps,
        "seen": [list(line) for line in source.seen()],
        "changes": [list(line) for line in source.changes() if line[0] in fresh],
        "pictures": [],
    }
    store.close()
    return found


def is_package(data: bytes) -> bool:
    """Say whether bytes are a zip that can be taken apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.testzip() is None
    except Exception:
        return False
