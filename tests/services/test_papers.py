"""The papers that come with the program: whole, true to the program, and documents that everyone can read."""

import ast
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bouwstenen_app import __version__
from bouwstenen_app.cli_help import HELP
from bouwstenen_app.crash_reports import CrashReports
from bouwstenen_app.domain import audit, rhythm
from bouwstenen_app.domain.file_places import CLOUD, REMOVABLE, REMOVABLE_DRIVE, WINDOWS, Facts, places_of
from bouwstenen_app.domain.keeping import FIRST_WARNING, LAST_WARNING
from bouwstenen_app.domain.opening import MONTHS, TITLE, lines
from bouwstenen_app.domain.papers import PAPERS, Paper, fields_of
from bouwstenen_app.domain.person_columns import is_of_person
from bouwstenen_app.domain.privacy import RED, findings
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Listing, Paragraph, Run, Table
from bouwstenen_app.domain.stage import pointing
from bouwstenen_app.export import accessible, markdown, word
from bouwstenen_app.folders import papers_folder, report_template
from bouwstenen_app.publishing import EVERY
from bouwstenen_app.services import auditing, papers, passphrases, unlocking
from bouwstenen_app.storage import driver, keys
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import format_folders
from bouwstenen_app.ui.places.capture_keys import capture_keys
from bouwstenen_app.ui.settings import USUAL_LOCK
from bouwstenen_app.ui.windows.main_keys import LOCK_KEY

SOURCE = Path(papers.__file__).parents[1]
VALIDATOR = Path(__file__).parents[3] / "shared/tools/validate-docx"
each = pytest.mark.parametrize("paper", PAPERS, ids=[paper.slug for paper in PAPERS])


def text(paper: Paper) -> str:
    return papers.text(papers_folder(), paper)


def security() -> str:
    """Return what the page about security says, and the paper with its details."""
    both = [papers.called(slug) for slug in ("beveiliging", "beveiliging-detail")]
    return "\n".join(papers.made(papers_folder(), paper).text() for paper in both)


def runs(paper: Paper) -> Iterator[Run]:
    for section in papers.made(papers_folder(), paper).sections:
        for item in section.items:
            match item:
                case Paragraph():
                    yield from item.runs
                case Listing():
                    yield from (run for runs in item.items for run in runs)
                case _:
                    pass


def shown_by_the_program() -> set[str]:
    """Return every text that the windows can show."""
    found: set[str] = set()
    outside = [SOURCE / f"{name}.py" for name in ("workplace", "between_places", "settings_building")]
    for file in [*SOURCE.glob("ui/**/*.py"), *outside]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.partition(" (")[0])
    return found


def test_every_file_of_the_folder_is_a_paper_and_the_other_way_round() -> None:
    assert {file.stem for file in papers_folder().glob("*.md")} == {paper.slug for paper in PAPERS}


@each
def test_its_title_is_that_of_the_list_and_its_front_line_says_who_is_to_check_it(paper: Paper) -> None:
    first, _, second = text(paper).splitlines()[:3]
    assert first == f"# {paper.title}"
    assert second.startswith("> ")
    assert re.search("nakijken|jurist|to check", second)


@each
def test_it_has_no_empty_section_table_or_cell(paper: Paper) -> None:
    made = papers.made(papers_folder(), paper)
    assert made.sections
    for section in made.sections:
        assert section.title
        assert section.items, section.title
        for item in section.items:
            if isinstance(item, Table):
                assert item.caption
                assert item.rows
                assert {len(row) for row in item.rows} == {len(item.header)}
                assert all(cell.text for row in item.rows for cell in row), item.caption


@each
def test_no_mark_of_markdown_is_left_in_it(paper: Paper) -> None:
    said = papers.made(papers_folder(), paper).text()
    assert not re.search(r"\*|`|^[#>|]", said.replace(" | ", ""), re.M)
    assert "{{versie}}" not in said
    assert "{{bewaartermijn}}" not in said


@each
def test_what_it_calls_by_name_is_in_the_program(paper: Paper) -> None:
    known = shown_by_the_program()
    named = [run.text for run in runs(paper) if run.italic]
    assert [name for name in named if name not in known] == []
    typed = re.findall(r"`(bouwstenen [\w-]+)", text(paper))
    assert [command for command in typed if command not in HELP] == []


@each
def test_it_holds_no_personal_data_of_anyone(paper: Paper) -> None:
    lines = papers.made(papers_folder(), paper).text().splitlines()
    assert [found for line in lines for found in findings(line) if found.level == RED] == []


@each
def test_it_becomes_a_word_file_that_everyone_can_read(paper: Paper, tmp_path: Path) -> None:
    target = tmp_path / f"{paper.slug}.docx"
    made = papers.made(papers_folder(), paper)
    for _ in word.write(made, target, template=report_template(), now=datetime(2026, 12, 1, 9, 0)):
        pass

    found = accessible.check(target)
    assert accessible.errors(found) == ()
    assert all("invulveld" in one.message for one in found)
    if VALIDATOR.exists():
        checked = subprocess.run([VALIDATOR, target], capture_output=True, encoding="utf-8", check=False)
        assert checked.returncode == 0, checked.stdout


@each
def test_it_becomes_markdown(paper: Paper) -> None:
    assert markdown.text(papers.made(papers_folder(), paper)).startswith(f"# {paper.title}")


def test_r05_the_paper_of_the_opening_card_says_what_the_beamer_shows() -> None:
    for months in MONTHS:
        made = papers.made(papers_folder(), papers.called("openingskaart"), months)
        listing = made.sections[0].items[0]
        assert isinstance(listing, Listing)
        assert made.sections[0].title == TITLE
        assert tuple("".join(run.text for run in item) for item in listing.items) == lines(months)


def test_r05_the_english_card_has_as_many_lines_and_the_same_term() -> None:
    made = papers.made(papers_folder(), papers.called("opening-card"), 12)
    assert made.language == "en-GB"
    (listing,) = made.sections[0].items
    assert isinstance(listing, Listing)
    assert len(listing.items) == len(lines())
    assert "12\u00a0months" in made.text()
    assert made.cover.notice.startswith("Draft. Ask"), "for whom it is stands in the list, in Dutch"


def test_a_term_that_was_chosen_is_in_every_paper_that_names_one() -> None:
    for paper in PAPERS:
        if "{{bewaartermijn}}" in text(paper):
            assert "12\u00a0maanden" in papers.made(papers_folder(), paper, 12).text()


def test_the_security_page_is_of_this_version_and_true_to_what_the_program_does_today(empty_store: Store) -> None:
    """When one of these is no longer so, the papers are to be written anew: security, laptop, DPIA, retention."""
    said = security()
    assert f"versie {__version__}" in said

    assert empty_store.path.read_bytes().startswith(b"SQLite format 3")
    assert "secure_delete=ON" in driver.PRAGMAS
    assert (rhythm.DAY.days, rhythm.DAYS, rhythm.WEEKS, rhythm.MONTHS) == (1, 7, 5, 12)
    assert "van het laatste etmaal één per uur, daarna per dag, week en maand" in said
    looking = "report_checks import"
    asking = {file.name for file in SOURCE.rglob("*.py") if looking in file.read_text(encoding="utf-8")}
    assert asking == {"report_export.py", "session_checks.py", "leaving_gate.py", "redact_acts.py"}
    through = "leaving_gate import"
    held = {file.name for file in SOURCE.rglob("*.py") if through in file.read_text(encoding="utf-8")}
    assert held == {"export_acts.py", "parcel_acts.py", "exchange.py"}
    assert "elk pakket en elke export vanuit Uitwisselen zoekt het naar persoonsgegevens; bij rood" in said


def test_r07_the_papers_tell_what_a_password_protects_and_what_it_does_not() -> None:
    said = security()
    assert re.search(r"bouwstenen beveilig ", HELP)
    assert "Waar je hem bewaart | Met een wachtwoord: ja (SQLCipher, AES-256). Zonder: nee" in said
    assert "Eigen map | Zoals de werkmap" in said
    assert "Met een eigen wachtwoord: ja. Zonder: nee" in said
    assert (keys.ROUNDS, keys.MEMORY) == (3, 64 * 1024)
    assert "Argon2id (3 rondes, 64 MB)" in said
    assert passphrases.WORDS == 5
    assert "neem daarom vijf gewone woorden" in said
    lost = papers.made(papers_folder(), papers.called("laptop-kwijt")).text()
    assert "Een werkmap met een wachtwoord is versleuteld, met haar reservekopieën" in lost
    assert "Rapporten en exports versleutelt Bouwstenen niet" in lost


def test_r15_the_papers_tell_when_a_workspace_locks_and_what_wrong_passwords_cost() -> None:
    said = security()
    assert unlocking.FREE == 2
    assert "Na drie keer fout wacht het programma steeds langer" in said
    assert (LOCK_KEY, USUAL_LOCK) == ("F12", 15)
    assert (
        "Met F12, na een kwartier zonder toetsen of muis en na de slaapstand gaat een beveiligde werkmap op slot"
        in said
    )


def test_r02_the_papers_are_true_to_what_guards_a_text_a_beamer_and_an_import() -> None:
    said = security()
    sources = {file.name: file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py")}
    watching = {name for name, source in sources.items() if "widgets.privacy_watch import" in source}
    assert watching == {
        "capture_bar.py", "passage_card.py", "read_back_card.py", "remark_writing.py", "section_rows.py",
        "texts_form.py",
    }  # fmt: skip
    forms = {name for name, source in sources.items() if "widgets.texts_form import" in source}
    assert forms == {"block_form.py", "bundle_form.py"}
    assert any("rol" in key.does for key in capture_keys() if key.keys == "Ctrl H")
    assert "Tijdens het typen onderstreept het wat naar een persoon wijst; Ctrl+H zet er een rol voor" in said
    assert pointing("Bel 06-12345678")
    assert "Een titel met een persoonsgegeven komt niet op de beamer" in said
    assert is_of_person("Naam deelnemer")
    assert "Kolommen met namen komen bij een import niet mee" in said


def test_the_security_page_tells_of_places_and_of_faults_as_the_program_does(tmp_path: Path) -> None:
    said = security()
    assert "niet op een losse stick; het programma herkent zulke plekken en zegt het" in said
    told = places_of(Facts(WINDOWS, r"E:\OneDrive\werk.bouwstenen", drive=REMOVABLE_DRIVE))
    assert [place.kind for place in told] == [CLOUD, REMOVABLE]
    assert "Een foutverslag blijft op de laptop, zonder getypte tekst of bestandsnamen" in said
    report = CrashReports(tmp_path)
    report.write(ValueError, ValueError("getypt in werk.bouwstenen"), None)
    assert "ValueError" in report.path.read_text(encoding="utf-8")
    assert "werk" not in report.path.read_text(encoding="utf-8")


def test_the_security_page_tells_of_synced_folders_as_the_program_does(
    tmp_path: Path, around: Surroundings, new_file: Path
) -> None:
    said = security()
    assert "dan werk je in een kopie. Om de paar minuten, bij het vergrendelen en bij het sluiten" in said
    assert EVERY <= 180
    path = Path(shutil.copyfile(new_file, tmp_path / "werk.bouwstenen"))
    store = open_store(path, replace(around, synced=lambda _: "OneDrive"))
    assert store.file != path
    assert "en de kopie waarin je werkt als zij in een map staat die synchroniseert; weer verwijderd" in said
    store.close()
    assert list(store.file.parent.iterdir()) == []


def test_the_security_page_tells_what_the_program_keeps_in_plain_files(
    empty_store: Store, around: Surroundings
) -> None:
    said = security()
    (note,) = (around.data / "sloten").glob("*.json")
    assert {*json.loads(note.read_text(encoding="utf-8"))} == {"who", "where", "since"}
    assert "wie een werkmap open heeft (gebruikersnaam en laptop); eigen werkvormen; het foutverslag" in said
    assert format_folders(around.data).own.parent == CrashReports(around.data).path.parent == around.data
    assert "Map met instellingen; eigen map | Nee" in said


def test_the_papers_promise_of_the_beamer_what_is_so_of_names() -> None:
    assert pointing("Moeder Fatima belde") == ()
    for slug, words in (
        ("beveiliging-detail", "een mogelijke naam kan er wel op staan"),
        ("dpia", "een naam houdt het niet tegen"),
    ):
        assert words in papers.made(papers_folder(), papers.called(slug)).text()


def test_r14_the_papers_tell_of_the_log_as_it_is(empty_store: Store) -> None:
    said = security()
    assert "handelingen, tijden en aantallen, geen woorden" in said
    auditing.note(empty_store, audit.OPENED)
    (entry,) = empty_store.read(auditing.entries, empty_store.laptop)
    assert {*entry.line.values} == {"act", "kind", "count", "overruled"}
    assert "bij Instellingen, en niemand kan een regel veranderen" in said
    for act, words in (
        (audit.OPENED, "geopend"),
        (audit.LOCKED, "vergrendeld"),
        (audit.UNLOCKED, "ontgrendeld"),
        (audit.MERGED, "samengevoegd"),
        (audit.EXPORTED, "geëxporteerd"),
        (audit.ERASED, "gewist"),
        (audit.WRONG_PASSWORD, "verkeerd wachtwoord"),
    ):
        assert words in said
        assert audit.Line(act, count=2).told.lower().startswith(words)


def test_r19_the_papers_tell_what_is_done_about_damage() -> None:
    said = security()
    assert re.search(r"bouwstenen herstel BESTAND --red", HELP)
    assert "of redt in een nieuw bestand wat er nog te lezen is; het beschadigde blijft zoals het is" in said


def test_r21_what_is_lost_with_a_laptop_names_the_clock_and_who_to_call() -> None:
    paper = papers.called("laptop-kwijt")
    said = papers.made(papers_folder(), paper).text()
    for words in (
        "72 uur",
        "Autoriteit Persoonsgegevens",
        "BitLocker",
        "FileVault",
        "versleutelt",
        "Reservekopieën",
    ):
        assert words in said
    assert {"contact helpdesk, dag en nacht", "contact FG"} <= set(fields_of(text(paper)))


def test_a_paper_is_found_by_its_name_or_title_and_another_is_a_sentence() -> None:
    assert papers.called("DPIA").slug == papers.called("Concept-DPIA").slug == "dpia"
    with pytest.raises(Problem, match="Kies uit openingskaart, opening-card"):
        papers.called("iets")


def test_r06_the_papers_are_true_to_what_is_erased_and_what_is_out_of_reach() -> None:
    said = security()
    assert re.search(r"bouwstenen wis ", HELP)
    assert "wis je echt: uit de rijen, de geschiedenis, de zoekindex en de reservekopieën op deze laptop" in said
    assert "secure_delete, VACUUM" in said
    assert "Een SSD, een cloudmap en de server van een bibliotheek kunnen oude kopieën houden" in said
    agreed = papers.made(papers_folder(), papers.called("bewaarafspraak")).text()
    assert (FIRST_WARNING.days, LAST_WARNING.days) == (30, 7)
    assert "een maand en een week ervoor waarschuwt het programma bij het openen. Het wist niets vanzelf" in agreed
    assert "kaart Voorgoed wissen" in agreed
    assert "Wat al is geëxporteerd of verstuurd, wis je zelf" in agreed
