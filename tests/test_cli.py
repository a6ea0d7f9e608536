"""The command line, as a person or a script meets it: words in, sentences and lines of JSON out."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.commands import Run

from bouwstenen_app import __version__, cli, cli_opening
from bouwstenen_app.__main__ import COMMANDS
from bouwstenen_app.storage import copies

KEYS = [
    "nummer", "titel", "toelichting", "voorbeeld", "voorwaarden", "vervolgstap", "soort", "domeinen", "themas",
    "codes", "stemmen", "sessie", "ronde", "status", "onbekende_tags", "suggesties",
]  # fmt: skip
ONLY_STORED = {"nummer", "sessie", "ronde", "status"}

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def work(run: Run, tmp_path: Path) -> Path:
    """A workspace with one session."""
    path = tmp_path / "werk.bouwstenen"
    assert run("nieuw", path)[0] == 0
    assert (
        run("sessie", path, "--titel", "Zorg en straf", "--datum", "24-11-2026", "--regio", "Rivierenhoek")[0] == 0
    )
    return path


def _program(*words: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    """Run the command as a program of its own."""
    command = [sys.executable, "-m", "bouwstenen_app", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)


@contextmanager
def _open_in_another_program(path: Path) -> Iterator[None]:
    """Let another program of the same user work in a workspace meanwhile."""
    code = """
import sys
from contextlib import closing
from pathlib import Path
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
with closing(open_store(Path(sys.argv[1]), surroundings())):
    print("open", flush=True)
    sys.stdin.read()
"""
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield
        program.stdin.close()
        assert program.wait(60) == 0


def _json(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


# ---------------------------------------------------------------------- as a program


def test_a_day_on_the_command_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "met spatie" / "wérk map.bouwstenen"
    path.parent.mkdir()
    made = _program("nieuw", path)
    assert (made.returncode, made.stderr) == (0, b"")
    assert made.stdout.decode() == "De werkmap wérk map.bouwstenen is gemaakt.\n"
    assert run("sessie", path, "--titel", "Café", "--regio", "Noorderveen")[0] == 0

    typed = "Eén café @politie #leefwereld +3 nodig: tijd, geld\nNog een 🧱\n".encode()
    captured = _program("vastleggen", path, "--sessie", "café", "--ronde", "1", input=typed)
    assert captured.stdout.decode() == "2 bouwstenen vastgelegd in “Café”.\n"

    listed = _program("lijst", path, "--json", env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"})
    first, second = _json(listed.stdout.decode("utf-8"))
    assert (first["nummer"], first["titel"], first["stemmen"]) == ("NV-001", "Eén café", 3)
    assert second["titel"] == "Nog een 🧱"

    checked = run("controleer", path.with_suffix(""))[1]
    assert checked.startswith("wérk map.bouwstenen is gaaf.\nSessies: 1\nBouwstenen: 2\nStemmen: 3\n")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_problem_is_one_dutch_sentence_on_standard_error_and_exit_code_1(tmp_path: Path) -> None:
    wrong = _program("lijst", tmp_path / "weg.bouwstenen")

    assert wrong.returncode == 1
    assert wrong.stdout == b""
    assert wrong.stderr.decode() == "weg.bouwstenen bestaat niet. Controleer de naam en de map.\n"


def test_wrong_usage_is_exit_code_2_with_one_sentence_and_where_the_help_is(run: Run, tmp_path: Path) -> None:
    told = "Er ontbreekt nog iets: --titel. Typ “bouwstenen --help” voor alle opdrachten.\n"

    assert run("sessie", tmp_path / "x") == (2, "", told)


def test_a_reader_that_had_enough_is_no_problem(tmp_path: Path, example_file: Path) -> None:
    path = shutil.copy(example_file, tmp_path)
    for options in ([], ["--json"]):
        program = subprocess.Popen(
            [sys.executable, "-m", "bouwstenen_app", "lijst", path, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        errors = program.stderr.read()
        program.stderr.close()
        assert (program.wait(60), errors) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_does_not_fit_is_a_problem(work: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "bouwstenen_app", "lijst", work]
        program = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)

    assert program.returncode == 1
    assert program.stderr.decode() == "De schijf is vol. Maak ruimte vrij en probeer het opnieuw.\n"


def test_a_workspace_that_is_open_elsewhere_is_read_and_not_written(run: Run, work: Path) -> None:
    capture = ("vastleggen", work, "--sessie", "Zorg en straf")
    assert run(*capture, typed="Een\n")[0] == 0

    with _open_in_another_program(work):
        for command in (["lijst", work], ["controleer", work], ["rapport", work, work.with_name("r.docx")]):
            code, _, told = run(*command)
            assert (code, told.count("\n")) == (0, 1)
            assert "Je kijkt naar een kopie" in told
        code, _, told = run("rapport", work, work)
        assert (code, told.count("\n")) == (1, 1)
        code, _, told = run(*capture, typed="Nee\n")
        assert (code, told.count("\n")) == (1, 1)
        assert "al open" in told
    assert run(*capture, typed="Ja\n")[0] == 0


def test_words_that_are_no_unicode_are_taken_without_what_does_not_fit(work: Path) -> None:
    command = [
        sys.executable.encode(),
        b"-m",
        b"bouwstenen_app",
        b"sessie",
        os.fsencode(work),
        b"--titel",
        b"Caf\xe9 x",
    ]
    made = subprocess.run(command, capture_output=True, check=False, timeout=60)

    assert made.returncode == 0, made.stderr
    assert made.stdout.decode() == "De sessie “Caf x” is gemaakt.\n"


def test_nothing_heavy_is_imported_for_a_command() -> None:
    code = (
        "import sys; from bouwstenen_app import cli; cli.run(['lees', '--json']);"
        "print([m for m in ('docx', 'alembic', 'PySide6', 'numpy', 'http') if m in sys.modules])"
    )
    program = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60, input=b"hallo\n"
    )

    assert program.stdout.splitlines()[-1] == b"[]", program.stderr


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    code = """
import sys
opened = []
sys.addaudithook(lambda event, arguments: opened.append(event) if event.startswith("socket.") else None)
from bouwstenen_app import cli
codes = [cli.run(words.split()) for words in ("voorbeeld w", "lijst w", "rapport w r.docx", "controleer w")]
print(codes, opened)
"""
    program = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)

    assert program.stdout.splitlines()[-1] == b"[0, 0, 0, 0] []", program.stderr


# ---------------------------------------------------------------------- making and preparing


def test_the_example_workspace_is_made_with_its_totals(run: Run, tmp_path: Path) -> None:
    code, out, err = run("voorbeeld", "voorbeeld.bouwstenen")
    assert (code, err) == (0, "")
    assert out == "De voorbeeldwerkmap voorbeeld.bouwstenen is gemaakt, met 122 bouwstenen.\n"

    totals = dict(line.split(": ") for line in run("controleer", "voorbeeld.bouwstenen")[1].splitlines()[1:])
    assert (totals["Sessies"], totals["Bouwstenen"], totals["Stemmen"]) == ("3", "122", "291")


@pytest.mark.parametrize("command", ["voorbeeld", "nieuw"])
def test_a_file_that_is_there_is_never_replaced(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "brief.bouwstenen"
    path.write_text("mijn brief", encoding="utf-8")

    assert run(command, path) == (
        1, "", "brief.bouwstenen bestaat al. Kies een andere naam; er is niets veranderd.\n",
    )  # fmt: skip
    assert path.read_text(encoding="utf-8") == "mijn brief"


def test_a_name_without_an_ending_gets_ours_everywhere(run: Run, tmp_path: Path) -> None:
    assert run("nieuw", "werk")[1] == "De werkmap werk.bouwstenen is gemaakt.\n"
    assert run("sessie", "werk", "--titel", "Proef")[0] == 0
    assert run("lijst", "werk")[0] == 0
    assert (tmp_path / "werk.bouwstenen").exists()
    assert not (tmp_path / "werk").exists()


@pytest.mark.parametrize("words", [["lijst"], ["controleer"], ["nieuw"], ["lees"], ["rapport", "werk"]])
def test_a_name_that_is_too_long_is_a_problem(run: Run, work: Path, words: list[str]) -> None:
    code, out, err = run(*words, "a" * 300)

    assert (code, out) == (1, "")
    assert re.fullmatch("De naam a{40}… is te lang. Kies een kortere naam.\n", err)


def test_another_ending_is_kept_and_opens(run: Run, tmp_path: Path) -> None:
    assert run("nieuw", "werk.kopie")[0] == 0
    assert run("controleer", "werk.kopie")[0] == 0


def test_a_folder_that_is_not_there_is_a_problem(run: Run, tmp_path: Path) -> None:
    code, _, err = run("nieuw", tmp_path / "weg" / "werk.bouwstenen")

    assert code == 1
    assert "weg bestaat niet. Maak haar eerst of kies een andere." in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--titel", "X", "--datum", "morgen"], "“morgen” is geen datum"),
        (["--titel", "   "], "Geef de sessie een titel"),
    ],
)
def test_a_session_that_cannot_be_made_changes_nothing(
    run: Run, work: Path, words: list[str], sentence: str
) -> None:
    before = work.read_bytes()
    code, out, err = run("sessie", work, *words)

    assert (code, out) == (1, "")
    assert sentence in err
    assert work.read_bytes() == before


# ---------------------------------------------------------------------- capturing and listing


def test_every_line_is_a_block_with_exactly_the_promised_keys(run: Run, work: Path) -> None:
    typed = (
        "IDEE Vaste contactpersoon per wijk @politie #leefwereld #bestaatniet +4 vb: een zaak nodig: tijd, geld "
        ">> volgende week bellen\n\n   \nTweede regel\n"
    )
    code, out, err = run("vastleggen", work, "--sessie", "Zorg en straf", "--ronde", 1, typed=typed.encode())
    assert (code, out) == (0, "2 bouwstenen vastgelegd in “Zorg en straf”.\n")
    assert err == "RH-001: #bestaatniet staat niet in het codeboek en is bewaard als voorstel.\n"

    first, second = _json(run("lijst", work, "--json")[1])
    assert list(first) == list(second) == KEYS
    assert first | {"suggesties": []} == {
        "nummer": "RH-001",
        "titel": "Vaste contactpersoon per wijk",
        "toelichting": "",
        "voorbeeld": "een zaak",
        "voorwaarden": ["tijd", "geld"],
        "vervolgstap": "volgende week bellen",
        "soort": "idee",
        "domeinen": ["politie"],
        "themas": ["leefwereld"],
        "codes": ["politie", "leefwereld", "idee"],
        "stemmen": 4,
        "sessie": "Zorg en straf",
        "ronde": 1,
        "status": "ruw",
        "onbekende_tags": ["#bestaatniet"],
        "suggesties": [],
    }
    assert (second["nummer"], second["titel"], second["soort"]) == ("RH-002", "Tweede regel", None)


def test_a_list_for_the_eye_has_a_line_per_block_and_a_count(run: Run, work: Path) -> None:
    run("vastleggen", work, "--sessie", "zorg", typed=b"Een @politie +1\nTwee\n")

    assert run("lijst", work)[1].splitlines() == ["RH-001  Een  [Politie]  1 stem", "RH-002  Twee", "2 bouwstenen"]
    assert run("lijst", work, "--zoek", "twee")[1].splitlines() == ["RH-002  Twee", "1 bouwsteen"]
    assert run("lijst", work, "--zoek", "niets", "--json")[1] == ""
    for signs in ("--", "-", "(", '"'):  # they ask nothing, as in the window
        assert run("lijst", work, f"--zoek={signs}")[1] == run("lijst", work)[1]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf-8", "Eén “café” – €".encode()),
        ("utf-8 with a mark and Windows line ends", "\ufeffEén “café” – €\r\n\r\n".encode()),
        ("the old Windows page", "Eén “café” – €\r\n".encode("cp1252")),
        ("utf-16", "Eén “café” – €\r\n".encode("utf-16")),
        ("old Mac line ends", "Eén “café” – €\r".encode()),
    ],
)
def test_a_text_file_comes_in_whole_whoever_wrote_it(
    run: Run, work: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / "tekst met é.txt"
    file.write_bytes(data)
    assert run("vastleggen", work, "--sessie", "Zorg en straf", file) == (
        0, "1 bouwsteen vastgelegd in “Zorg en straf”.\n", "",
    )  # fmt: skip

    assert [block["titel"] for block in _json(run("lijst", work, "--json")[1])] == ["Eén “café” – €"]


def test_characters_that_no_document_holds_go_and_that_is_told(run: Run, work: Path) -> None:
    typed = b"Een\x00 re\x07gel \xed\xa0\x80met \xef\xbf\xberommel\x1b[31m\n"
    code, out, err = run("vastleggen", work, "--sessie", "Zorg en straf", typed=typed)

    assert (code, out) == (0, "1 bouwsteen vastgelegd in “Zorg en straf”.\n")
    assert err == "5 tekens pasten niet in een document en zijn weggehaald.\n"
    assert _json(run("lijst", work, "--json")[1])[0]["titel"] == "Een regel met rommel[31m"
    assert run("controleer", work)[0] == 0


def test_a_line_of_a_megabyte_is_one_block(run: Run, work: Path) -> None:
    code, out, _ = run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"x" * 1_000_000 + b" @politie\n")

    assert (code, out) == (0, "1 bouwsteen vastgelegd in “Zorg en straf”.\n")
    block = _json(run("lijst", work, "--json")[1])[0]
    assert len(block["titel"] + block["toelichting"]) >= 1_000_000
    assert block["domeinen"] == ["politie"]


def test_a_text_that_is_far_too_large_is_a_problem(run: Run, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_opening, "LONGEST", 1000)
    code, _, err = run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"x" * 1001)

    assert code == 1
    assert "te groot" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--sessie", "Bestaat niet"], "Er is geen sessie “Bestaat niet”"),
        (["--sessie", "Zorg en straf", "--ronde", "9"], "Deze sessie heeft geen ronde 9"),
        (["--sessie", "Zorg en straf", "weg.txt"], "weg.txt bestaat niet"),
        (["--sessie", "Zorg en straf", "."], "is een map en geen bestand"),
    ],
)
def test_what_cannot_be_captured_changes_nothing(run: Run, work: Path, words: list[str], sentence: str) -> None:
    before = work.read_bytes()
    code, out, err = run("vastleggen", work, *words, typed=b"Een regel\n")

    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert work.read_bytes() == before


def test_a_session_that_could_be_either_is_a_problem(run: Run, work: Path) -> None:
    run("sessie", work, "--titel", "Zorg en straf, tweede keer")

    assert run("vastleggen", work, "--sessie", "zorg EN straf", typed=b"Een\n")[0] == 0, "the whole title fits one"
    code, _, err = run("vastleggen", work, "--sessie", "zorg", typed=b"Een\n")
    assert code == 1
    assert "Geef de hele titel" in err


def test_nothing_to_capture_is_no_problem(run: Run, work: Path) -> None:
    before = run("lijst", work)

    assert run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"\n  \n") == (
        0, "0 bouwstenen vastgelegd in “Zorg en straf”.\n", "",
    )  # fmt: skip
    assert run("lijst", work) == before


# ---------------------------------------------------------------------- reading without a workspace


def test_what_the_grammar_makes_of_a_line_needs_no_workspace(run: Run, tmp_path: Path) -> None:
    code, out, err = run("lees", "--json", "-", typed=b"KNELPUNT Wachtlijst @huisarts, +2\nTwee\n")
    first, second = _json(out)

    assert (code, err) == (0, "")
    assert list(first) == list(second) == [key for key in KEYS if key not in ONLY_STORED]
    assert (first["soort"], first["domeinen"], first["stemmen"]) == ("knelpunt", ["huisarts"], 2)
    assert list(tmp_path.iterdir()) == []


def test_what_the_grammar_makes_of_a_line_can_be_read_by_a_person(run: Run) -> None:
    out = run("lees", typed=b"Een idee @politie nodig: tijd\n@politie\n")[1]

    assert out.splitlines() == ["Een idee", "  nodig: tijd", "  tags: Politie", "(geen tekst)", "  tags: Politie"]


# ---------------------------------------------------------------------- reports


def test_the_consolidated_report_is_written(run: Run, tmp_path: Path) -> None:
    run("voorbeeld", "voorbeeld.bouwstenen")
    code, out, err = run("rapport", "voorbeeld.bouwstenen", "rapport é.docx")

    assert (code, out, err) == (0, "Het rapport staat in rapport é.docx.\n", "")
    text = zipfile.ZipFile(tmp_path / "rapport é.docx").read("word/document.xml").decode()
    assert "Wijkagent en wijkteam samen aan de deur" in text
    assert not list(tmp_path.glob("*.part"))


def test_a_report_of_one_session_holds_its_blocks_only(run: Run, tmp_path: Path) -> None:
    run("voorbeeld", "voorbeeld.bouwstenen")
    code, _, err = run(
        "rapport", "voorbeeld.bouwstenen", "een.docx", "--titel", "Eén sessie", "--sessie", "van signaal"
    )

    assert (code, err) == (0, "")
    text = zipfile.ZipFile(tmp_path / "een.docx").read("word/document.xml").decode()
    assert "Eén sessie" in text
    assert "RH-001" in text
    assert "DZ-001" not in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["uit.docx", "--sessie", "Niet"], "Er is geen sessie “Niet” in deze werkmap. Wel “Zorg en straf”.\n"),
        (["uit.docx"], "Er zijn geen bouwstenen voor dit rapport"),
    ],
)
def test_a_report_that_cannot_be_made_leaves_no_file(
    run: Run, work: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    code, out, err = run("rapport", work, *words)

    assert (code, out) == (1, "")
    assert sentence in err
    assert not list(tmp_path.glob("uit*"))


@pytest.mark.parametrize(
    "words",
    [["weg/uit.docx"], ["."], ["uit.docx", "--sjabloon", "weg.docx"], ["uit.docx", "--sjabloon", "geen.docx"]],
    ids=["no folder", "a folder", "no template", "a template that is none"],
)
def test_a_report_that_cannot_be_written_is_a_problem(
    run: Run, work: Path, tmp_path: Path, words: list[str]
) -> None:
    run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"Een @politie #leefwereld\n")
    (tmp_path / "geen.docx").write_bytes(b"PK geen zip")
    code, out, err = run("rapport", work, *words)

    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert not list(tmp_path.glob("uit*"))


@pytest.mark.parametrize("name", ["werk.bouwstenen", "ander.bouwstenen", "rapport.doc", "rapport.txt"])
def test_a_report_takes_no_place_but_that_of_a_document(run: Run, work: Path, tmp_path: Path, name: str) -> None:
    run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"Een @politie\n")
    run("voorbeeld", "ander.bouwstenen")
    before = {path: path.read_bytes() for path in tmp_path.glob("*.bouwstenen")}
    code, out, err = run("rapport", work, name)

    assert (code, out) == (1, "")
    assert err == f"{name} is geen naam voor een document. Laat de naam eindigen op .docx, .pdf, .md of .xlsx.\n"
    assert {path: path.read_bytes() for path in tmp_path.glob("*.bouwstenen")} == before


def test_a_report_does_not_take_the_place_of_what_it_is_made_from(run: Run, work: Path, tmp_path: Path) -> None:
    run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"Een @politie\n")
    odd = work.rename(tmp_path / "werk.docx")
    run("rapport", odd, "sjabloon.docx")
    before = {name: Path(name).read_bytes() for name in ("werk.docx", "sjabloon.docx")}

    for words in ([odd, "werk.docx"], [odd, "./sjabloon", "--sjabloon", "sjabloon.docx"]):
        code, out, err = run("rapport", *words)
        assert (code, out) == (1, "")
        assert "Kies voor het rapport een andere naam" in err
    assert {name: Path(name).read_bytes() for name in before} == before


def test_a_report_without_an_ending_gets_one(run: Run, work: Path, tmp_path: Path) -> None:
    run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"Een @politie\n")

    assert run("rapport", work, "Eindverslag")[1] == "Het rapport staat in Eindverslag.docx.\n"
    assert zipfile.is_zipfile(tmp_path / "Eindverslag.docx")


def test_a_report_for_which_the_disk_is_too_small_leaves_no_file(run: Run, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    run("voorbeeld", "voorbeeld.bouwstenen")
    (tmp_path / "uit.docx").write_bytes(b"de vorige")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    made = _program("rapport", "voorbeeld.bouwstenen", "uit.docx", preexec_fn=small_disk)

    assert made.returncode == 1
    assert made.stderr.decode().startswith("De schijf is vol")
    assert made.stderr.count(b"\n") == 1
    assert (tmp_path / "uit.docx").read_bytes() == b"de vorige"
    assert not list(tmp_path.glob("*.part"))


def test_the_participants_of_a_session_get_their_feedback_report(run: Run, tmp_path: Path) -> None:
    run("voorbeeld", "voorbeeld.bouwstenen")
    words = ("rapport", "voorbeeld.bouwstenen", "terug.docx", "--soort", "terugkoppeling", "--voor", "van signaal")
    assert run(*words, "--reageren-voor", "1-12-2026") == (0, "Het terugkoppelverslag staat in terug.docx.\n", "")

    text = zipfile.ZipFile(tmp_path / "terug.docx").read("word/document.xml").decode()
    assert "Dank je wel" in text
    assert "1 december 2026" in text
    assert "DZ-001" not in text
    assert "TOC \\o" not in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--soort", "samenvating"], "Er is geen soort rapport “samenvating”. Bedoelde je “samenvatting”?"),
        (["--soort", "gedicht"], "Er is geen soort rapport “gedicht”. Er is wel “geconsolideerd”, "),
        (["--leeg"], "--leeg hoort bij de kaarten. Zet er --soort kaartenset bij."),
        (["--voor", "Zorg en straf"], "--voor past niet bij een geconsolideerd rapport: dat gaat over alles."),
        (["--soort", "terugkoppeling", "--sessie", "Zorg"], "--sessie past niet bij een terugkoppelverslag."),
        (
            ["--soort", "codeboek", "--zoek", "wijk"],
            "--zoek past niet bij een codeboek: er staan geen bouwstenen in.",
        ),
        (["--reageren-voor", "1-12-2026"], "--reageren-voor past alleen bij terugkoppeling, meeleesversie, "),
    ],
)
def test_options_that_do_not_fit_a_kind_of_report_are_wrong_usage(
    run: Run, work: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    code, out, err = run("rapport", work, "uit.docx", *words)

    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.endswith("Typ “bouwstenen --help” voor alle opdrachten.\n")
    assert err.count("\n") == 1
    assert not list(tmp_path.glob("uit*"))


@pytest.mark.parametrize(("words", "there", "absent"), [([], "RH-001", "DZ-001"), (["--leeg"], "zin", "RH-001")])
def test_cards_are_written_filled_or_empty(
    run: Run, tmp_path: Path, words: list[str], there: str, absent: str
) -> None:
    run("voorbeeld", "voorbeeld.bouwstenen")
    made = run("rapport", "voorbeeld.bouwstenen", "k", "--soort", "kaartenset", *words, "--sessie", "van signaal")
    assert made == (0, "De kaarten staan in k.docx.\n", "")

    text = zipfile.ZipFile(tmp_path / "k.docx").read("word/document.xml").decode()
    assert there in text
    assert absent not in text


def test_the_agenda_of_a_session_is_written(run: Run, tmp_path: Path) -> None:
    run("voorbeeld", "voorbeeld.bouwstenen")
    words = ("draaiboek", "voorbeeld.bouwstenen", "zaal", "--sessie", "van signaal")
    assert run(*words) == (0, "Het draaiboek staat in zaal.docx.\n", "")

    text = zipfile.ZipFile(tmp_path / "zaal.docx").read("word/document.xml").decode()
    assert "Ronde 1: signalen" in text
    assert run("draaiboek", "voorbeeld.bouwstenen", "zaal")[0] == 2


# ---------------------------------------------------------------------- checking


def test_a_damaged_workspace_is_told(run: Run, work: Path) -> None:
    run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"Een opvallende titel\n")
    data = bytearray(work.read_bytes())
    data[data.index(b"Een opvallende titel")] = ord("X")
    work.write_bytes(data)
    assert copies.faults(work)

    code, out, err = run("controleer", work)
    assert (code, out) == (1, "")
    assert "niet gaaf" in err
    assert "reservekopie" in err


def test_nothing_is_captured_in_a_damaged_workspace(run: Run, work: Path) -> None:
    data = bytearray(work.read_bytes())
    for page in range(8, len(data) // 4096, 9):
        data[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    work.write_bytes(data)

    code, out, err = run("vastleggen", work, "--sessie", "Zorg en straf", typed=b"Een inzicht\n")
    assert (code, out) == (1, "")
    assert "beschadigd" in err
    assert work.read_bytes() == data


@pytest.mark.parametrize("command", ["lijst", "controleer"])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "geen werkmap"), (b"\x89PNG\r\n\x1a\n" + bytes(500), "geen werkmap"), (b"hallo" * 100, "geen werkmap")],
)
def test_a_foreign_file_is_told_and_left_alone(
    run: Run, tmp_path: Path, command: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / "vreemd.bouwstenen"
    path.write_bytes(data)
    code, out, err = run(command, path)

    assert (code, out) == (1, "")
    assert sentence in err
    assert path.read_bytes() == data


# ---------------------------------------------------------------------- usage


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nieuw"], "Er ontbreekt nog iets"),
        (["lijst", "a", "b"], "Dit ken ik niet: b"),
        (["lijst", "a", "--wat"], "Dit ken ik niet: --wat"),
        (["vastleggen", "a"], "Er ontbreekt nog iets: --sessie"),
        (["vastleggen", "a", "--sessie"], "Achter --sessie hoort nog iets"),
        (["vastleggen", "a", "--sessie", "x", "--ronde", "twee"], "Wat achter --ronde staat, klopt niet"),
        (["vastleggen", "a", "--sessie", "x", "--ronde", "0"], "Wat achter --ronde staat, klopt niet"),
        (["vastleggen", "a", "--sessie", "x", "--tafel=-3"], "Wat achter --tafel staat, klopt niet"),
        (["doe", "iets"], "De opdracht “doe” bestaat niet"),
        (["raport", "a"], "De opdracht “raport” bestaat niet. Bedoelde je “rapport”?"),
    ],
)
def test_wrong_usage_says_what_is_wrong_in_dutch(run: Run, words: list[str], sentence: str) -> None:
    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert sentence in err.splitlines()[0]
    assert "usage" not in err


def test_help_is_asked_for_and_given(run: Run) -> None:
    given = _program("--help")

    assert given.returncode == 0
    text = given.stdout.decode()
    for command in COMMANDS:
        assert f"bouwstenen {command}" in text
    assert run("-h") == (0, text, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_about_that_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run([command, "--help"])
    told = capsys.readouterr().out

    assert left.value.code == 0
    ways = [line.split()[1] for line in told.splitlines() if line.startswith("  bouwstenen ")]
    assert ways
    assert set(ways) == {command}
    assert told.endswith("Alle opdrachten zie je met “bouwstenen --help”.\n")
    assert ("--wachtwoord-stdin" in told) == (" BESTAND" in told)


@pytest.mark.parametrize("command", ["nieuw", "voorbeeld"])
def test_a_password_that_would_not_be_used_is_wrong_usage(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "nieuw.bouwstenen"
    code, _, err = run(command, path, "--wachtwoord-stdin", typed="bakker zomer fiets wolk tafel\n")

    assert (code, "wachtwoord" in err) == (2, True)
    assert not path.exists()


def test_the_version_is_told(run: Run) -> None:
    assert run("--versie")[1] == f"Bouwstenen {__version__}\n"
