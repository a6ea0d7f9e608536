"""What is written beside a text in a document to read along with is a remark about that text."""

from pathlib import Path

import pytest
from tests.export.test_word import write
from tests.export.word_copies import ID, anchor, mark, packed, para, parts_of, run

from bouwstenen_app.domain.anchors import BESIDE
from bouwstenen_app.domain.report import Card, Report, Section, TitlePage
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.export.word_reading import read

PRINTED = ("Status: ruw, vrij", "Opmerking bij RH-001:")
BOXES = ("☐ Klopt", "☐ Aanpassen", "☐ Niet delen", "Toelichting:")
SAID = anchor("Eén vast gezicht.")


def card(*beside: str) -> Card:
    parts = (("", "Eén vast gezicht."),)
    return Card("Titel", "RH-001", "b-1", parts, source=f"block:{ID}", fields=("explanation",), beside=beside)


def cells(*lines: str, printed: tuple[str, ...] = PRINTED) -> str:
    """Return a row: a text of ours, and what stands beside it; the lines that were printed have their bookmark."""
    given = anchor("\n".join(printed), BESIDE)
    inner = "".join(
        para(mark(given, run(line), number, 50 + number)) if number < len(printed) else para(run(line))
        for number, line in enumerate(lines)
    )
    left = para(mark(SAID, run("Eén vast gezicht."))) + para(run("Erbij in de tekst."))
    return f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>"


def test_what_was_printed_beside_a_text_is_no_remark(tmp_path: Path) -> None:
    made = Report(TitlePage("T"), (Section("Kop", 1, (card(*PRINTED), card(*BOXES))),))

    copy = read(write(made, tmp_path / "r.docx"))

    assert copy.comments == ()
    assert [text.anchor for text in copy.texts] == [
        one.anchor for one in placed(made) if one.anchor.field != BESIDE
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "remark"),
    [
        ((PRINTED[0], f"{PRINTED[1]} Klopt niet."), "Klopt niet."),
        ((*PRINTED, "Klopt niet.", "Echt niet."), "Klopt niet.\nEcht niet."),
        ((PRINTED[0], "Klopt niet."), "Klopt niet."),
        (PRINTED, ""),
    ],
)
def test_what_was_written_behind_or_under_it_is_a_remark(
    tmp_path: Path, lines: tuple[str, ...], remark: str
) -> None:
    copy = read(packed(tmp_path / "r.docx", parts_of(cells(*lines))))

    assert [one.text for one in copy.comments] == ([remark] if remark else [])
    assert all(one.anchor and one.anchor.field == BESIDE for one in copy.comments)
    assert [text.after for text in copy.texts] == ["Eén vast gezicht.", "Erbij in de tekst."]


def test_boxes_that_were_ticked_are_a_remark_without_those_that_were_not(tmp_path: Path) -> None:
    lines = ("☐ Klopt", "☒ Aanpassen", "☐ Niet delen", "Toelichting:", "Het is anders.")

    [found] = read(packed(tmp_path / "r.docx", parts_of(cells(*lines, printed=BOXES)))).comments

    assert found.text == "☒ Aanpassen\nHet is anders."
