from pathlib import Path

from docx import Document

from bouwstenen_app.export import accessible
from bouwstenen_app.export.findings import ERROR, WARNING, Finding


def test_a_report_of_ours_is_sound(written: Path) -> None:
    assert list(accessible.told(accessible.check(written))) == [accessible.SOUND]


def test_any_word_file_is_told_what_is_wrong_and_where(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Hoofdstuk", 1)
    document.add_heading("Te diep", 3)
    document.add_table(1, 1)
    document.save(str(tmp_path / "los.docx"))

    found = accessible.check(tmp_path / "los.docx")
    lines = list(accessible.told(found))

    assert lines[0] == accessible.summary(found)
    assert "fouten en" in lines[0]
    assert "Fout: Een kop slaat een niveau over (van 1 naar 3). (Te diep)" in lines
    assert "Fout: Een tabel heeft geen koprij. (Te diep)" in lines


def test_errors_come_first() -> None:
    found = (Finding(ERROR, "a"), Finding(WARNING, "b", "c"))

    assert list(accessible.told(found)) == ["1 fout en 1 waarschuwing gevonden.", "Fout: a", "Waarschuwing: b (c)"]


def test_warnings_alone_are_no_errors() -> None:
    assert accessible.summary((Finding(WARNING, "b"),)) == "Geen fouten gevonden, wel 1 waarschuwing."


def test_a_flood_of_findings_is_cut_off() -> None:
    lines = list(accessible.told(tuple(Finding(WARNING, str(n)) for n in range(60))))

    assert len(lines) == accessible.MOST_TOLD + 2
    assert lines[-1] == "En nog 10 meer."
