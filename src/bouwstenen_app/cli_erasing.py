"""The command line of erasing for good: blocks, what they said before, or a word wherever it stands."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from bouwstenen_app import cli_opening
from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.erasures import NO_WAY_BACK, OUT_OF_REACH, Said
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, erasing
from bouwstenen_app.storage.store import Store

Work = Callable[[Said], Iterator[object]]


def erasing_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for erasing its options."""
    parser.add_argument("names", metavar="NUMMER", nargs="*", default=[])
    parser.add_argument("--overal", metavar="TEKST", default="")
    parser.add_argument("--door", metavar="ROL", default="")
    parser.add_argument("--eerdere-versies", action="store_true", dest="earlier")
    parser.add_argument("--ja", action="store_true")


def erase(chosen: argparse.Namespace) -> None:
    """Say what would go, ask for a yes, erase, and say what was out of reach."""
    _check_words(chosen)
    with cli_opening.worked_in(chosen) as store:
        if store.refusal is not None:
            raise store.refusal
        lines, work, done = _everywhere(store, chosen) if chosen.overal else _blocks(store, chosen)
        if work is None:
            _print(lines)
            return
        _confirm([*lines, NO_WAY_BACK], yes=chosen.ja)
        said = Said()
        for _ in work(said):
            pass
    _print([*said.sentences(done), *OUT_OF_REACH])


def _check_words(chosen: argparse.Namespace) -> None:
    """Refuse what could mean two things: nothing comes back of what is erased."""
    if bool(chosen.names) == bool(chosen.overal):
        raise WrongUsageError("Geef de nummers van bouwstenen, of --overal met een tekst.")
    if chosen.door and not chosen.overal:
        raise WrongUsageError("--door hoort bij --overal: een bouwsteen met een nummer wordt helemaal gewist.")
    if chosen.overal and chosen.earlier:
        raise WrongUsageError("--overal neemt de eerdere versies al mee: laat --eerdere-versies weg.")
    if chosen.overal and not chosen.door:
        raise WrongUsageError('Zeg met --door wat er in de plaats komt, bijvoorbeeld --door "[naam]".')


def _blocks(store: Store, chosen: argparse.Namespace) -> tuple[Sequence[str], Work | None, str]:
    blocks = store.read(erasing.named, chosen.names)
    around = cli_opening.around_of(chosen)
    what = dutch.counted(len(blocks), "bouwsteen", "bouwstenen")
    if chosen.earlier:
        rows = [("block", block) for block in blocks]
        names = dutch.enumerated([name.upper() for name in chosen.names])
        told = (f"Van {names} gaan alle eerdere versies weg. Wat er nu staat, blijft.",)
        return (
            told,
            lambda said: erasing.forget_earlier(store, rows, around, said),
            f"Eerdere versies van {what} gewist",
        )
    going = store.read(erasing.going, blocks)
    return going.sentences(), lambda said: erasing.erase_blocks(store, blocks, around, said), f"{what} gewist"


def _everywhere(store: Store, chosen: argparse.Namespace) -> tuple[Sequence[str], Work | None, str]:
    around = cli_opening.around_of(chosen)
    found = store.read(erasing.found_everywhere, chosen.overal)
    found = erasing.found_in_backups(found, chosen.overal, backups.backups(around, store.path), around)
    if not found.anything:
        return found.lines(), None, ""
    told = [*found.lines(), f"Daar komt overal {chosen.door} te staan."]
    return (
        told,
        lambda said: erasing.replace_everywhere(store, chosen.overal, chosen.door, around, said),
        f"Overal vervangen door {chosen.door}",
    )


def _confirm(lines: Iterable[str], *, yes: bool) -> None:
    """Ask for a yes on a terminal; Problem when it was not given, and where nobody can give it."""
    if yes:
        return
    _print(lines)
    if not sys.stdin.isatty():
        raise Problem("Er is niets gewist. Zet --ja erbij als je het zeker weet.")
    print("Typ ja om door te gaan: ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("ja", "j"):
        raise Problem("Er is niets gewist.")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
