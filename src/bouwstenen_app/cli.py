"""The command line: the same services as the windows, with Dutch messages."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from bouwstenen_app import (
    __version__,
    cli_backups,
    cli_codebook,
    cli_documents,
    cli_erasing,
    cli_exchange,
    cli_files,
    cli_importing,
    cli_insight,
    cli_library,
    cli_organise,
    cli_papers,
    cli_places,
    cli_reports,
    cli_reviews,
    cli_securing,
    cli_session,
    cli_word,
)
from bouwstenen_app.cli_help import HELP
from bouwstenen_app.cli_opening import (
    around_of,
    file_of,
    named,
    new_key,
    tell_copy,
    text_of,
    unlock,
    worked_in,
)
from bouwstenen_app.cli_parsing import Act, Parsers, reads
from bouwstenen_app.cli_privacy import privacy, privacy_options
from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.crash_reports import CrashReports
from bouwstenen_app.domain import capture as grammar
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.cleaning import Cleaned, clean
from bouwstenen_app.domain.codebook_file import read_codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.folders import data_folder
from bouwstenen_app.services import boards, capturing, checking, examples, listing, pointing, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.reports import naming
from bouwstenen_app.storage.failures import file_problem
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import codebook_file, sessions_file

DONE, PROBLEM, USAGE, BUG = 0, 1, 2, 3

Lines = Callable[[Store, argparse.Namespace], Iterable[str]]


def run(words: Sequence[str]) -> int:
    """Run a command and return its exit code; a Problem becomes one sentence on standard error.

    So does a bug: Python's own report would print words of the user. Where it happened stands in the log.
    """
    _open_what_is_closed()
    _speak_utf8()
    try:
        chosen = _parsed(words)
        act: Act = chosen.act
        act(chosen)
        sys.stdout.flush()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return PROBLEM
    except OSError as error:
        if error.filename is None:
            return _output_stopped(error)
        print(file_problem(error, Path(error.filename)), file=sys.stderr)
        return PROBLEM
    except WrongUsageError as wrong:
        print(f"{wrong} Typ “bouwstenen --help” voor alle opdrachten.", file=sys.stderr)
        return USAGE
    except Exception as bug:
        return _met(bug)
    return DONE


def _met(bug: Exception) -> int:
    """Return the exit code of a bug of ours, when it was written down as the window does."""
    reports = CrashReports(data_folder())
    reports.write(type(bug), bug, bug.__traceback__)
    print(
        "Er ging iets mis. Dat ligt aan Bouwstenen, niet aan jou; wat al was opgeslagen, staat er nog. Waar in het "
        f"programma het misging, staat in {reports.path}, zonder iets van wat jij hebt getypt.",
        file=sys.stderr,
    )
    return BUG


def _output_stopped(error: OSError) -> int:
    """Return the exit code when what was printed has nowhere to go; a reader that had enough is no problem."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still kept goes there
    if isinstance(error, BrokenPipeError):
        return DONE
    print(file_problem(error, Path("De uitvoer")), file=sys.stderr)
    return PROBLEM


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for. Options may stand anywhere between the files."""
    if words[0] in ("-h", "--help"):
        return argparse.Namespace(act=lambda _: sys.stdout.write(HELP))
    if words[0] in ("--versie", "--version"):
        return argparse.Namespace(act=lambda _: print(f"Bouwstenen {__version__}"))
    commands = _commands()
    if words[0] not in commands:
        meant = [f"“{name}”" for name in naming.near(words[0], tuple(commands))]
        told = f" Bedoelde je {' of '.join(meant)}?" if meant else ""
        raise WrongUsageError(f"De opdracht “{words[0]}” bestaat niet.{told}")
    return commands[words[0]]().parse_intermixed_args([_whole(word) for word in words[1:]])


def _whole(word: str) -> str:
    """Return a word so that argparse leaves it whole: it drops a value that is ``--``."""
    return f"{word} " if word.startswith("--") and word.endswith("=--") else word


def _commands() -> Parsers:
    commands: Parsers = {}
    command = reads(commands)
    command("voorbeeld", _example)
    command("nieuw", _new, lambda it: it.add_argument("--met-wachtwoord", action="store_true"))
    _session_commands(command)
    command("lijst", _list, _list_options)
    command("lijkt-op", _printed(cli_organise.look_alikes), cli_organise.alike_options)
    command("bundel", _printed(cli_organise.bundle), cli_organise.bundle_options)
    command("inzicht", _printed(cli_insight.matrix), cli_insight.matrix_options)
    command("codeboek", _printed(cli_codebook.codebook), cli_codebook.codebook_options)
    _document_commands(command)
    _exchange_commands(command)
    command("beveilig", cli_securing.secure, cli_securing.securing_options)
    command("wis", cli_erasing.erase, cli_erasing.erasing_options)
    command("reservekopie", cli_backups.back_up, cli_backups.backup_options)
    command("herstel", cli_backups.restore, cli_backups.restore_options)
    command("controleer", _check)
    return commands


def _session_commands(command: Callable[..., None]) -> None:
    command("sessie", _session, cli_session.session_options)
    command("vastleggen", _capture, cli_session.capture_options)
    command("stem", _vote, cli_session.vote_options)
    command("lees", _read, cli_session.read_options, file=False)
    command("privacy", lambda it: privacy(it, text_of(it.text)), privacy_options, file=False)


def _exchange_commands(command: Callable[..., None]) -> None:
    command("voeg-samen", _printed(cli_exchange.merge), cli_exchange.merge_options)
    command("pakket", _printed(cli_exchange.parcel), cli_exchange.parcel_options)
    command("verschillen", _printed(cli_exchange.differences), cli_exchange.difference_options)
    command("exporteer", _printed(cli_files.export), cli_files.export_options)
    command("importeer", _printed(cli_importing.take_in), cli_importing.import_options)
    command("bibliotheek", _printed(cli_library.library), cli_library.library_options, file=False)


def _document_commands(command: Callable[..., None]) -> None:
    command("rapport", _report, cli_reports.report_options)
    command("draaiboek", _agenda, cli_reports.agenda_options)
    command("sjabloon-controle", cli_word.look_over, cli_word.template_options, file=False)
    command("toegankelijk", cli_word.accessible, cli_word.document_options, file=False)
    command("papieren", cli_papers.write, cli_papers.papers_options, file=False)
    command("lees-terug", _printed(cli_reviews.read_back), cli_reviews.read_back_options)


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--zoek", default="")
    parser.add_argument("--json", action="store_true")


def _example(chosen: argparse.Namespace) -> None:
    if chosen.wachtwoord_stdin:
        raise WrongUsageError("Een voorbeeldwerkmap krijgt geen wachtwoord. Gebruik daarna “beveilig”.")

    def fill(store: Store) -> None:
        store.begin("Voorbeeld", examples.fill_example, codebook_file(), sessions_file())

    with closing(create(named(chosen.file), around_of(chosen), fill)) as store:
        count = dutch.counted(store.read(checking.totals)["Bouwstenen"], "bouwsteen", "bouwstenen")
    print(f"De voorbeeldwerkmap {store.path.name} is gemaakt, met {count}.")


def _new(chosen: argparse.Namespace) -> None:
    def fill(store: Store) -> None:
        store.begin("Nieuwe werkmap", examples.fill_new, codebook_file())

    if chosen.wachtwoord_stdin and not chosen.met_wachtwoord:
        raise WrongUsageError("Zet --met-wachtwoord erbij: zonder dat krijgt de werkmap geen wachtwoord.")
    path = named(chosen.file)
    key = new_key(chosen, path.name) if chosen.met_wachtwoord else None
    with closing(create(path, around_of(chosen), fill, key=key)) as store:
        print(f"De werkmap {store.path.name} is gemaakt.")


def _session(chosen: argparse.Namespace) -> None:
    date = preparing.dated(clean(chosen.datum).text)
    title = clean(chosen.titel).text
    with worked_in(chosen) as store:
        store.do(f"Sessie “{title}” gemaakt", preparing.create_workshop, title=title, on=date, region=chosen.regio)
    print(f"De sessie “{title}” is gemaakt.")


def _capture(chosen: argparse.Namespace) -> None:
    unlock(chosen, file_of(chosen))  # before the text: its password is the first line
    text = clean(text_of(chosen.text))
    with worked_in(chosen) as store:
        workshop = store.read(preparing.named, chosen.sessie)
        captured = store.do(
            lambda done: f"{dutch.counted(len(done), 'bouwsteen', 'bouwstenen')} vastgelegd",
            capturing.capture_lines,
            grammar.lines(text.text),
            workshop=workshop.id,
            round_number=chosen.ronde,
            table=chosen.tafel,
        ).result
        warning = store.read(pointing.among_new, [block.block for block in captured])
    print(f"{dutch.counted(len(captured), 'bouwsteen', 'bouwstenen')} vastgelegd in “{workshop.title}”.")
    for block in captured:
        for remark in listing.remarks(block):
            print(remark, file=sys.stderr)
    if warning:
        print(warning, file=sys.stderr)
    _tell_removed(text)


def _vote(chosen: argparse.Namespace) -> None:
    unlock(chosen, file_of(chosen))
    texts = [clean(text_of(name)).text for name in cli_session.texts_of(chosen)]
    with worked_in(chosen) as store:
        told = cli_session.vote(store, chosen, texts)
    print(told)
    tell_copy(store)


def _read(chosen: argparse.Namespace) -> None:
    book = read_codebook(codebook_file())
    text = clean(text_of(chosen.text))
    for line in grammar.lines(text.text):
        draft = grammar.read(line, book)
        if chosen.json:
            _print_json(listing.of_draft(draft, book))
        else:
            print("\n".join(listing.explained(draft, book)))
    _tell_removed(text)


def _list(chosen: argparse.Namespace) -> None:
    with worked_in(chosen) as store:
        book = store.read(codebook)
        blocks = store.read(boards.select_blocks, selection := boards.Selection(query=chosen.zoek))
        warning = store.read(pointing.warning, selection)
        titles = {workshop.id: workshop.title for workshop in store.read(preparing.workshops)}
    for block in blocks:
        if chosen.json:
            _print_json(listing.of_block(block, book, titles))
        else:
            print(listing.in_a_line(block, book))
    if not chosen.json:
        print(dutch.counted(len(blocks), "bouwsteen", "bouwstenen"))
    if warning:
        print(warning, file=sys.stderr)
    tell_copy(store)


def _printed(lines: Lines) -> Act:
    """Return the act that prints the lines of an answer, as they come."""

    def act(chosen: argparse.Namespace) -> None:
        with worked_in(chosen) as store:
            for line in lines(store, chosen):
                print(line)
        tell_copy(store)

    return act


def _report(chosen: argparse.Namespace) -> None:
    cli_reports.check_options(chosen)
    target = _target(chosen)
    now = datetime.now().astimezone()
    with worked_in(chosen) as store:
        recipe = cli_reports.recipe_of(store, chosen, now.date())
        way = cli_documents.Way(now, chosen.sjabloon, chosen.overschrijf, chosen.reden)
        cli_documents.make(store, recipe, target, way)
    print(cli_reports.told_of(recipe).format(name=target.name))
    tell_copy(store)


def _agenda(chosen: argparse.Namespace) -> None:
    cli_reports.check_reason(chosen)
    target = _target(chosen)
    with worked_in(chosen) as store:
        way = cli_documents.Way(datetime.now().astimezone(), chosen.sjabloon, reason=chosen.reden)
        cli_documents.make_agenda(store, store.read(preparing.named, chosen.sessie), target, way)
    print(f"Het draaiboek staat in {target.name}.")
    tell_copy(store)


def _target(chosen: argparse.Namespace) -> Path:
    return cli_documents.target_of(chosen.target, besides=[chosen.file, *filter(None, [chosen.sjabloon])])


def _check(chosen: argparse.Namespace) -> None:
    with worked_in(chosen, checked=False) as store:
        if faults := store.faults():
            raise Problem(
                "{name} is niet gaaf: {fault}. Open een reservekopie via Instellingen › Reservekopieën.",
                name=store.path.name,
                fault=faults[0],
            )
        totals = store.read(checking.totals)
    print(f"{store.path.name} is gaaf.")
    for name, count in totals.items():
        print(f"{name}: {dutch.number(count)}")
    for line in cli_places.lines(store.path):
        print(line)
    tell_copy(store)


def _tell_removed(text: Cleaned) -> None:
    if text.removed:
        one, many = "teken paste niet in een document en is", "tekens pasten niet in een document en zijn"
        print(f"{dutch.counted(text.removed, one, many)} weggehaald.", file=sys.stderr)


def _print_json(values: dict[str, Any]) -> None:
    print(json.dumps(values, ensure_ascii=False))


def _open_what_is_closed() -> None:
    """Give a command that was started without an input or output an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
