"""Titles of 300 characters, an explanation of 5,000 words, 60 themes, names from right to left: it stays sound."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from tests.export import awkward
from tests.export.conftest import NOW, TEMPLATE
from tests.export.word_schema import check_valid

from bouwstenen_app.export import word
from bouwstenen_app.export.accessible import check


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("lastig") / "lastig.docx"
    for _ in word.write(awkward.report(), target, template=TEMPLATE, now=NOW):
        pass
    return target


def test_our_check_finds_nothing(path: Path) -> None:
    assert check(path) == ()


def test_it_is_valid_for_word(path: Path) -> None:
    check_valid(path)


def test_nothing_is_cut_off_in_the_text(path: Path) -> None:
    document = Document(str(path))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)

    assert text.count(awkward.LONG) > awkward.THEMES
    assert awkward.EXPLANATION in text
    assert len(awkward.EXPLANATION.split()) > 5_000
    assert len(document.tables[0].rows) == len(awkward.NAMES) + 1


def test_a_wide_table_and_a_chapter_that_asks_for_it_lie_on_their_side(path: Path) -> None:
    ways = [section.page_width > section.page_height for section in Document(str(path)).sections]

    assert ways == [False, True, False]


def test_no_paragraph_and_no_run_has_a_look_of_its_own(path: Path) -> None:
    with ZipFile(path) as package:
        body = package.read("word/document.xml").decode()

    for mark in ("w:spacing", "w:jc", "w:sz", "w:b", "w:i", "w:color", "w:rFonts", "w:ind", "w:tabs", "w:pBdr"):
        assert not re.search(rf"<w:(?:pPr|rPr)>(?:(?!</w:(?:pPr|rPr)>).)*<{mark}[ />]", body), mark


def test_names_from_right_to_left_have_runs_of_their_own(path: Path) -> None:
    with ZipFile(path) as package:
        body = package.read("word/document.xml").decode()

    for name in awkward.NAMES[:2]:
        assert len(re.findall(rf"<w:rtl/></w:rPr><w:t[^>]*>{name}<", body)) > awkward.THEMES
    assert "<w:bidi/>" not in body
