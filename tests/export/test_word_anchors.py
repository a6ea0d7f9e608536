"""The hidden bookmarks of a report as they stand in its Word file."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.export.house_styles import letter
from tests.export.test_word import write

from bouwstenen_app.domain import anchors
from bouwstenen_app.domain.anchors import TABLE, Anchor
from bouwstenen_app.domain.report import Card, Listing, Paragraph, Report, Run, Section, TitlePage
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.export.word_reading import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ID = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"
EDITION = "0195f1c2a7b37c4d9e8fa1b2c3d4e5ff"


def around(path: Path) -> dict[str, str]:
    """Return the text inside every bookmark of ours, by its name; none goes on in another paragraph."""
    root = ElementTree.fromstring(ZipFile(path).read("word/document.xml"))
    open_ones: dict[str, str] = {}
    found: dict[str, str] = {}
    for element in root.iter():
        if element.tag == f"{W}bookmarkStart" and element.attrib[f"{W}name"].startswith("_bw"):
            name = element.attrib[f"{W}name"]
            assert name not in found
            open_ones[element.attrib[f"{W}id"]] = name
            found[name] = ""
        elif element.tag == f"{W}bookmarkEnd":
            open_ones.pop(element.attrib[f"{W}id"], None)
        elif element.tag == f"{W}p":
            assert not open_ones
        elif element.tag == f"{W}t":
            found |= {name: found[name] + (element.text or "") for name in open_ones.values()}
    assert not open_ones
    return found


def texts(path: Path) -> dict[Anchor, str]:
    """Return the text of every anchor, its lines together."""
    found: dict[Anchor, str] = {}
    for name, text in around(path).items():
        if anchor := anchors.read(name):
            whole = replace(anchor, line=0)
            assert anchor.line == (found[whole].count("\n") + 1 if whole in found else 0)
            found[whole] = f"{found[whole]}\n{text}" if anchor.line else text
    return found


def test_every_text_of_the_example_stands_in_bookmarks_with_its_own_digest(written: Path, report: Report) -> None:
    found = texts(written)

    assert set(found) == {one.anchor for one in placed(report)}
    assert all(anchor.fits(text) for anchor, text in found.items() if anchor.field != TABLE)
    captions = [one.said.text.split("\n")[0] for one in placed(report) if one.anchor.field == TABLE]
    assert [text for anchor, text in found.items() if anchor.field == TABLE] == captions
    assert len(found) > 500


def test_a_bookmark_leaves_labels_out_and_goes_on_over_lines_and_lists(tmp_path: Path) -> None:
    text = "Eerst dit:\n- tijd\n- rust\nEn dan dat."
    card = Card("Titel", "RH-001", "b-RH-001", (("Nodig.", text),), "", "", "Nee.", f"block:{ID}", ("conditions",))
    why = f"bundle:{ID}:why"
    lines = Paragraph((Run("Waarom: ", bold=True), Run("a")), source=why), Paragraph((Run("b"),), source=why)
    listing = Listing(((Run("c"),), (Run("d"),)), source=f"bundle:{ID}:conditions")
    report = Report(
        TitlePage("T"), (Section("Kop", 1, (*lines, listing, card), source="text:kop"),), edition=EDITION
    )

    target = write(report, tmp_path / "r.docx")

    assert around(target)[anchors.edition_name(EDITION)] == "T"
    assert list(texts(target).values()) == [
        "T", "Kop", "a\nb", "c\nd", "Titel", "Eerst dit:\ntijd\nrust\nEn dan dat.", "Nee.",
    ]  # fmt: skip


def test_a_list_at_the_start_of_a_labelled_part_stands_in_its_bookmark_without_the_label(tmp_path: Path) -> None:
    card = Card("Titel", "", "b", (("Nodig", "1. a\n2. b"),), source=f"block:{ID}", fields=("conditions",))

    found = texts(write(Report(TitlePage("T"), (Section("Kop", 1, (card,)),)), tmp_path / "r.docx"))

    assert list(found.values())[-1] == "a\nb"


def test_the_bookmarks_have_numbers_that_only_go_up(written: Path) -> None:
    body = ZipFile(written).read("word/document.xml").decode()
    numbers = list(map(int, re.findall(r'<w:bookmarkStart w:id="(\d+)"', body)))

    assert all(one < other for one, other in pairwise(sorted(numbers)))


def test_a_text_of_the_writer_is_named_after_what_it_took_the_place_of(tmp_path: Path) -> None:
    report = Report(TitlePage("T"), (Section("Kop", 1, (Paragraph((Run("Nieuw."),), source="text:x:y"),)),))
    spot = list(placed(report))[2].anchor.spot

    found = around(write(replace(report, written={spot: anchors.digest("Oud.")}), tmp_path / "r.docx"))

    assert [text for name, text in found.items() if name.endswith(anchors.digest("Oud."))] == ["Nieuw."]


def test_what_a_house_style_says_behind_the_report_is_not_taken_for_the_work_of_a_person(
    tmp_path: Path, report: Report
) -> None:
    copy = read(write(report, tmp_path / "r.docx", letter(tmp_path / "brief.docx")))

    assert [text.kind for text in copy.texts if text.is_changed] == []
