"""Every kind of report from the command line: what it makes, of what, and what it says when that is not there."""

import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands import Run

from bouwstenen_app.cli_reports import TOLD
from bouwstenen_app.domain.recipes import KINDS
from bouwstenen_app.services import editions, preparing, recipes
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

pytestmark = pytest.mark.usefixtures("own_folder")

ISSUED = [
    "geconsolideerd", "samenvatting", "terugkoppeling", "meeleesversie", "afstemming", "themadossier",
    "partneruittreksel", "regio-uittreksel", "kaartenset", "codeboek",
]  # fmt: skip


@pytest.fixture(autouse=True)
def work(run: Run) -> None:
    """The example workspace, in the folder of the test."""
    assert run("voorbeeld", "werk.bouwstenen")[0] == 0


def said_in(path: str) -> str:
    return zipfile.ZipFile(path).read("word/document.xml").decode()


@pytest.mark.parametrize("kind", ISSUED)
def test_every_kind_is_made_and_told(run: Run, kind: str) -> None:
    code, out, err = run("rapport", "werk.bouwstenen", "uit.docx", "--soort", kind)

    assert (code, err) == (0, "")
    assert out == TOLD[kind].format(name="uit.docx") + "\n"
    assert zipfile.is_zipfile("uit.docx")
    assert kind in KINDS


@pytest.mark.parametrize(
    ("kind", "about", "title", "other"),
    [
        ("terugkoppeling", "van signaal", "Van signaal naar samen handelen", "DZ-001"),
        ("themadossier", "meldpunt-en-melden", "Meldpunt en melden", "Themadossier over alles"),
        ("themadossier", "terugkoppeling", "Terugkoppeling", "Onafhankelijk meldpunt</w:t>"),
        ("afstemming", "OM", "Openbaar Ministerie", "Politiemelding komt binnen als pdf"),
        ("partneruittreksel", "Politie", "Politie", "Oudersluis"),
        ("regio-uittreksel", "rivierenhoek", "Regio Rivierenhoek", "Duinrade"),
    ],
)
def test_it_is_about_what_was_asked(run: Run, kind: str, about: str, title: str, other: str) -> None:
    code, _, err = run("rapport", "werk.bouwstenen", "uit.docx", "--soort", kind, "--voor", about)

    assert (code, err) == (0, "")
    assert title in said_in("uit.docx")
    assert other not in said_in("uit.docx")


@pytest.mark.parametrize(
    ("kind", "about", "sentence"),
    [
        (
            "themadossier",
            "meldpunt en meldn",
            "Er is geen thema “meldpunt en meldn” in deze werkmap. Bedoelde je “Meld",
        ),
        ("partneruittreksel", "Polite", "Er is geen partner “Polite” in deze werkmap. Bedoelde je “Politie”?"),
        ("afstemming", "de maan", "Er is geen partner “de maan” in deze werkmap. Er is wel “Sociaal domein”, "),
        ("regio-uittreksel", "Noordveen", "Er is geen regio “Noordveen” in deze werkmap. Bedoelde je “Regio Noord"),
        ("terugkoppeling", "Weg", "Er is geen sessie “Weg” in deze werkmap. Wel "),
    ],
)
def test_an_unknown_name_is_told_with_near_ones(run: Run, kind: str, about: str, sentence: str) -> None:
    code, out, err = run("rapport", "werk.bouwstenen", "uit.docx", "--soort", kind, "--voor", about)

    assert (code, out) == (1, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert not Path("uit.docx").exists()


def test_the_ending_of_the_name_says_which_form(run: Run) -> None:
    words = ("rapport", "werk.bouwstenen")
    about = ("--soort", "themadossier", "--voor", "meldpunt-en-melden")
    assert run(*words, "uit.md", *about) == (0, "Het themadossier staat in uit.md.\n", "")
    assert run(*words, "uit.xlsx", *about) == (0, "Het themadossier staat in uit.xlsx.\n", "")

    assert Path("uit.md").read_text(encoding="utf-8").startswith("# Meldpunt en melden")
    sheet = zipfile.ZipFile("uit.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert "RH-011" in sheet
    assert "RH-003" not in sheet


def test_a_pdf_says_which_program_made_it(run: Run) -> None:
    code, out, err = run("rapport", "werk.bouwstenen", "uit.pdf", "--soort", "samenvatting")

    assert (code, err) == (0, "")
    assert "LibreOffice" in out.splitlines()[0]
    assert out.splitlines()[1] == "De samenvatting staat in uit.pdf."
    assert Path("uit.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["uit.md", "--sjabloon", "s.docx"], 2, "--sjabloon past niet bij .md: dat heeft geen huisstijl."),
        (["uit.xlsx", "--soort", "kaartenset", "--leeg"], 1, "Van lege kaarten is er geen Excel-bestand."),
        (
            ["uit.docx", "--soort", "lege-kaarten", "--voor", "om"],
            2,
            "--voor past niet bij lege kaarten: dat gaat ",
        ),
        (["uit.docx", "--zoek", "qqqq"], 1, "Met “qqqq” is er geen bouwsteen voor dit rapport. Zoek ruimer."),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(run: Run, words: list[str], code: int, sentence: str) -> None:
    found, out, err = run("rapport", "werk.bouwstenen", *words)

    assert (found, out) == (code, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert not list(Path().glob("uit*"))


def test_the_data_behind_a_codebook_are_its_codes_only(run: Run) -> None:
    assert run("rapport", "werk.bouwstenen", "uit.xlsx", "--soort", "codeboek")[0] == 0

    with zipfile.ZipFile("uit.xlsx") as package:
        assert [name for name in package.namelist() if "sheets/" in name] == ["xl/worksheets/sheet1.xml"]


def test_an_agenda_has_no_data_behind_it(run: Run) -> None:
    code, _, err = run("draaiboek", "werk.bouwstenen", "uit.xlsx", "--sessie", "Van signaal")

    assert (code, err) == (1, "Van dit document is er geen Excel-bestand. Laat de naam eindigen op .docx.\n")


def test_a_search_leaves_out_the_rest(run: Run) -> None:
    words = ("rapport", "werk.bouwstenen", "uit.docx", "--soort", "kaartenset", "--zoek", "wijkagent")
    assert run(*words) == (0, "De kaarten staan in uit.docx.\n", "")

    assert "RH-001" in said_in("uit.docx")
    assert "RH-011" not in said_in("uit.docx")


def test_a_document_that_was_made_is_noted_in_the_workspace(run: Run) -> None:
    assert run("rapport", "werk.bouwstenen", "uit.docx", "--soort", "meeleesversie")[0] == 0

    with closing(open_store(Path("werk.bouwstenen"), surroundings())) as store:
        (made,) = store.read(editions.editions)
    assert (made.kind, made.blocks) == ("meeleesversie", 122)
    assert f"_bwe{made.id.replace('-', '')}" in said_in("uit.docx")


def test_a_saved_recipe_says_which_kind_and_what_about(run: Run) -> None:
    with closing(open_store(Path("werk.bouwstenen"), surroundings())) as store:
        own = store.do("Bewaard", recipes.save_as, "themadossier", "Over melden").result
        store.do("Gekozen", recipes.change, own, about=("meldpunt-en-melden",), subtitle="Voor de werkgroep")

    assert run("rapport", "werk.bouwstenen", "uit.docx", "--recept", "over melden") == (
        0,
        "Het themadossier staat in uit.docx.\n",
        "",
    )
    assert "Voor de werkgroep" in said_in("uit.docx")
    code, _, err = run("rapport", "werk.bouwstenen", "x.docx", "--recept", "Over melden", "--soort", "codeboek")
    assert (code, err[:61]) == (2, "Het recept “Over melden” is voor een themadossier. Laat --soo")


def test_what_was_selected_in_the_window_does_not_narrow_a_report(run: Run) -> None:
    with closing(open_store(Path("werk.bouwstenen"), surroundings())) as store:
        store.do("Gekozen", recipes.change, "kaartenset", query="wijkagent", title="Voor op het bord")

    assert run("rapport", "werk.bouwstenen", "uit.docx", "--soort", "kaartenset")[0] == 0
    assert "Voor op het bord" in said_in("uit.docx")
    assert "122 kaarten" in said_in("uit.docx")


def test_a_recipe_that_is_not_there_is_a_problem(run: Run) -> None:
    code, out, err = run("rapport", "werk.bouwstenen", "uit.docx", "--recept", "Najaar")

    assert (code, out) == (1, "")
    assert err.startswith("Er is geen recept “Najaar”.")


def captured(run: Run, folder: Path, line: str) -> None:
    lines = folder / "regels.txt"
    lines.write_text(f"{line}\n", encoding="utf-8")
    assert run("vastleggen", "werk.bouwstenen", "--sessie", "Van signaal naar samen handelen", str(lines))[0] == 0


def noted() -> list[tuple[int, str]]:
    with closing(open_store(Path("werk.bouwstenen"), surroundings())) as store:
        return [(one.findings, one.reason) for one in reversed(store.read(editions.editions))]


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "xlsx"])
def test_r03_with_an_identifier_in_it_nothing_is_written_without_a_reason(
    run: Run, tmp_path: Path, form: str
) -> None:
    captured(run, tmp_path, "Bel haar vb: Zij is te bereiken op 06-12345678 en weer op 06-12345678")
    code, out, err = run("rapport", "werk.bouwstenen", f"uit.{form}")

    assert (code, out) == (1, "")
    *where, last = err.splitlines()
    assert any("RH-042" in line and "telefoonnummer “06-12345678”" in line for line in where)
    assert last.startswith(
        "Er is niets geschreven: er staan 2 persoonsgegevens in; haal ze weg, of zet met --reden"
    )
    assert not Path(f"uit.{form}").exists()
    assert noted() == []


def test_r03_a_file_that_is_there_stays_as_it_was(run: Run, tmp_path: Path) -> None:
    assert run("rapport", "werk.bouwstenen", "uit.docx")[0] == 0
    before = Path("uit.docx").read_bytes()
    captured(run, tmp_path, "Bel haar op 06-12345678")
    assert run("rapport", "werk.bouwstenen", "uit.docx")[0] == 1
    assert Path("uit.docx").read_bytes() == before


def test_r03_with_a_reason_it_is_written_and_the_reason_is_noted(run: Run, tmp_path: Path) -> None:
    captured(run, tmp_path, "Bel haar vb: Zij is te bereiken op 06-12345678 en weer op 06-12345678")
    code, out, err = run("rapport", "werk.bouwstenen", "uit.docx", "--reden", "Nummer van een loket")
    assert (code, out) == (0, "Het rapport staat in uit.docx.\n")
    assert err.splitlines() == [
        "2 persoonsgegevens blijven staan, met de reden die je gaf.",
        "- RH-042 Bel haar: telefoonnummer “06-12345678”, 2 keer",
    ]
    # The summary says nothing of her; the data behind it do.
    assert run("rapport", "werk.bouwstenen", "kort.docx", "--soort", "samenvatting")[2] == ""
    assert run("rapport", "werk.bouwstenen", "kort.xlsx", "--soort", "samenvatting")[0] == 1
    assert noted() == [(2, "Nummer van een loket"), (0, "")]


def test_what_may_be_a_name_is_said_and_stops_nothing(run: Run, tmp_path: Path) -> None:
    captured(run, tmp_path, "Moeder Fatima belde")
    code, _, err = run("rapport", "werk.bouwstenen", "uit.docx")
    assert code == 0
    assert err.splitlines()[0] == "1 mogelijke naam of zeldzaam detail: kijk of het zo kan."
    assert Path("uit.docx").exists()


def test_r03_an_agenda_with_an_identifier_in_it_asks_for_a_reason_too(run: Run) -> None:
    with closing(open_store(Path("werk.bouwstenen"), surroundings())) as store:
        workshop = store.read(preparing.named, "Van signaal naar samen handelen")
        step = workshop.rounds[0]
        store.do("Vraag", preparing.edit_round, step.id, question="Bel vooraf 06-12345678")
    words = ("draaiboek", "werk.bouwstenen", "uit.docx", "--sessie", "Van signaal")
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith("Er is niets geschreven: er staat 1 persoonsgegeven in; haal het weg")
    assert not Path("uit.docx").exists()
    assert run(*words, "--reden", "Nummer van de zaal")[:2] == (0, "Het draaiboek staat in uit.docx.\n")
    assert noted() == [(1, "Nummer van de zaal")]
    assert run(*words, "--reden", "x" * 501)[0] == 2


def test_r03_the_example_holds_no_identifier_in_any_form(run: Run) -> None:
    for kind in ISSUED:
        code, _, err = run("rapport", "werk.bouwstenen", f"{kind}.xlsx", "--soort", kind)
        assert (code, "persoonsgegeven" in err) == (0, False), (kind, err)


def test_a_reason_that_is_too_long_is_refused_before_anything_is_written(run: Run) -> None:
    code, _, err = run("rapport", "werk.bouwstenen", "uit.docx", "--reden", "x" * 501)

    assert (code, err.split(" Typ ")[0]) == (2, "Maak de reden korter: hoogstens 500 tekens.")
    assert not Path("uit.docx").exists()
