"""The pages of the preview beside those of LibreOffice: how many there are, and where headings fall.

python -m tests.preview_beside_office [--kinds SLUG ...] [--styles NAME ...] [--pictures FOLDER] [--drift]
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from tests.export import house_styles

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.recipes import usual
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import office, pdf, word
from bouwstenen_app.export.page_look import page_look, planned
from bouwstenen_app.export.pdf_pages import _bookmarks, _squeezed
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import examples, reporting
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.surroundings import codebook_file, sessions_file
from bouwstenen_app.ui.widgets.page_edges import PageEdges
from bouwstenen_app.ui.widgets.page_sheets import TOP, Laid, lay_out
from bouwstenen_app.ui.widgets.page_stack import Stack
from bouwstenen_app.ui.widgets.report_html import chapters

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
KINDS = ("geconsolideerd", "samenvatting", "terugkoppeling", "meeleesversie", "kaartenset", "codeboek")
STYLES = ("own", "municipality", "letter")
DOTS = 60


def main() -> None:
    """Print for every kind and every template how the two agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", nargs="*", default=KINDS)
    parser.add_argument("--styles", nargs="*", default=STYLES)
    parser.add_argument("--pictures", type=Path, help="draw both, side by side, in this folder")
    parser.add_argument("--drift", action="store_true", help="say at which headings the two move apart")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication(["bouwstenen"])
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        reports = dict(_reports(folder, chosen.kinds))
        for style in chosen.styles:
            template = (
                report_template() if style == "own" else getattr(house_styles, style)(folder / f"{style}.docx")
            )
            for kind, report in reports.items():
                stack, edges = laid_out(report, template)
                made = folder / f"{style}-{kind}.docx"
                for _ in word.write(report, made, template=template, now=NOW):
                    pass
                data = _converted(made, folder)
                _say(style, kind, stack, data, drift=chosen.drift)
                if chosen.pictures:
                    _draw(stack, edges, made.with_suffix(".pdf"), chosen.pictures / f"{style}-{kind}")


def laid_out(report: Report, template: Path) -> tuple[Stack, PageEdges]:
    """Return all pages of a report as the preview lays them out."""
    look, plan = page_look(template), planned(report, template)
    edges = PageEdges(plan.setups)
    laid: list[Laid] = []
    for chapter in chapters(report, look, plan, complete=True, pieces=True):
        down = laid[-1].follower() if chapter.follows and laid else TOP
        laid.append(lay_out(chapter, look, down, edges))
    return Stack(laid, edges=edges), edges


def headings(stack: Stack) -> Iterator[tuple[str, int]]:
    """Yield the text and the page of every heading."""
    for place, laid in enumerate(stack.laid):
        block = laid.document.begin()
        while block.isValid():
            if 0 < block.blockFormat().headingLevel() < 5:
                top = laid.document.documentLayout().blockBoundingRect(block).bottom() - 1
                yield block.text(), stack._first[place] + int(top / laid.fine // laid.size.height()) + 1
            block = block.next()


def _say(style: str, kind: str, stack: Stack, data: bytes, *, drift: bool) -> None:
    theirs = list(_bookmarks(data))
    pages = data.count(b"/Type/Page/") + data.count(b"/Type/Page\n") + data.count(b"/Type/Page>")
    ours = list(headings(stack))
    at, same, near, last, found = 0, 0, 0, 0, 0
    lines = []
    for text, page in ours:
        wanted = _squeezed(text)
        place = next((n for n in range(at, len(theirs)) if _squeezed(theirs[n][0]) == wanted), None)
        if place is None:
            continue
        at, found = place + 1, found + 1
        apart = page - theirs[place][1]
        same, near = same + (apart == 0), near + (abs(apart) <= 1)
        if apart != last:
            lines.append(f"    {apart:+d} at page {theirs[place][1]}: {text[:70]}")
        last = apart
    sys.stdout.write(
        f"{style:14}{kind:16} pages {len(stack.sheets)} / {pages}   headings {found} of {len(theirs)}: "
        f"{same} on the same page, {near} at most one off\n"
    )
    if drift:
        sys.stdout.write("\n".join([*lines, ""]))
    sys.stdout.flush()


def _reports(folder: Path, kinds: list[str]) -> Iterator[tuple[str, Report]]:
    around = Surroundings(folder, "ab" * 16, identities(), datetime.now)
    book, sessions = codebook_file(), sessions_file()
    store = create(
        folder / "voorbeeld.bouwstenen",
        around,
        lambda new: new.begin("Voorbeeld", examples.fill_example, book, sessions),
    )
    for kind in kinds:
        recipe = usual(kind)
        yield kind, reporting.build(store.read(reporting.material, recipe), recipe)
    store.close()


def _converted(document: Path, folder: Path) -> bytes:
    program = office.office()
    assert program is not None, "LibreOffice is not here"
    for _ in pdf._converted(program, document, folder, 300):
        pass
    return document.with_suffix(".pdf").read_bytes()


def _draw(stack: Stack, edges: PageEdges, made: Path, folder: Path) -> None:
    """Draw every page of the preview with the page of LibreOffice at its right."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", str(made), str(folder / "office")], check=True)
    theirs = sorted(folder.glob("office-*.png"))
    for number, sheet in enumerate(stack.sheets):
        scale = DOTS / 96
        wide, high = round(sheet.size.width() * scale), round(sheet.size.height() * scale)
        other = (
            QImage(str(theirs[number])) if number < len(theirs) else QImage(wide, high, QImage.Format.Format_RGB32)
        )
        image = QImage(wide + 8 + other.width(), max(high, other.height()), QImage.Format.Format_RGB32)
        image.fill("#808080")
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(0, 0, wide, high, "#ffffff")
        painter.drawImage(wide + 8, 0, other)
        painter.scale(scale, scale)
        sheet.paint(painter, edges)
        painter.end()
        image.save(str(folder / f"{number + 1:03d}.png"))
    for each in theirs:
        each.unlink()


if __name__ == "__main__":
    main()
