"""How the words of a command are read, with complaints in Dutch."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn

from typing_extensions import override

from bouwstenen_app.cli_help import help_of
from bouwstenen_app.cli_opening import password_options
from bouwstenen_app.cli_reports import WrongUsageError

Act = Callable[[argparse.Namespace], None]
Options = Callable[[argparse.ArgumentParser], object]
Parsers = dict[str, Callable[[], argparse.ArgumentParser]]
"""What makes the parser of each command: only that of the command that is given is made."""
SECRET: Final = ("wachtwoord", "password")
"""What stands in a complaint about a password in the command: it is not repeated."""
NO_ARGUMENT: Final = (
    "Een wachtwoord staat nooit in de opdracht zelf. Zet er --wachtwoord-stdin bij en geef het als eerste regel "
    "van de invoer."
)
BESIDE: Final = "not allowed with argument "
"""How argparse says that two options do not go together."""


def reads(parsers: Parsers) -> Callable[..., None]:
    """Return what notes a command: its name, what it does, its options, and whether it is about a workspace."""

    def command(name: str, act: Act, options: Options = lambda _: None, *, file: bool = True) -> None:
        parsers[name] = partial(_parser, name, act, options, file=file)

    return command


def _parser(name: str, act: Act, options: Options, *, file: bool) -> argparse.ArgumentParser:
    parser = _DutchParser(prog=f"bouwstenen {name}", add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action=_Say, text=help_of(name))
    parser.set_defaults(act=act)
    if file:
        parser.add_argument("file", metavar="BESTAND", type=Path)
        password_options(parser)
    options(parser)
    return parser


class _DutchParser(argparse.ArgumentParser):
    """An argument parser whose complaints are Dutch."""

    @override
    def error(self, message: str) -> NoReturn:
        raise WrongUsageError(_in_dutch(message))


def _in_dutch(message: str) -> str:
    name = message.split(":")[0].removeprefix("argument ")
    rest = message.partition(": ")[2]
    if "required" not in message and any(word in message.casefold() for word in SECRET):
        return NO_ARGUMENT
    if message.startswith("the following arguments are required"):
        return f"Er ontbreekt nog iets: {rest}."
    if message.startswith("unrecognized arguments"):
        return f"Dit ken ik niet: {rest}."
    if rest.startswith(BESIDE):
        return f"{name} gaat niet samen met {rest.removeprefix(BESIDE)}."
    if "invalid choice" in message:
        return "Deze opdracht bestaat niet."
    if "expected" in rest:
        return f"Achter {name} hoort nog iets."
    if "invalid" in rest:
        return f"Wat achter {name} staat, klopt niet."
    return "Zo lukt het niet."


class _Say(argparse.Action):
    """An option that only says something."""

    def __init__(self, option_strings: Sequence[str], dest: str, text: str) -> None:
        super().__init__(option_strings, dest, nargs=0)
        self._text = text

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        sys.stdout.write(self._text)
        parser.exit()
