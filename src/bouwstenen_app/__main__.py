"""Start the program: with a command it does that, otherwise it opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = (
    "voorbeeld", "nieuw", "sessie", "vastleggen", "stem", "lees", "privacy", "lijst", "lijkt-op", "bundel",
    "inzicht", "codeboek", "rapport", "draaiboek", "sjabloon-controle", "toegankelijk", "papieren", "lees-terug",
    "voeg-samen", "verschillen", "pakket", "importeer", "exporteer", "bibliotheek", "beveilig", "wis",
    "reservekopie", "herstel", "controleer",
)  # fmt: skip
"""Every command of ``cli``, which is not imported for a file that is opened."""
STOPPED = 130
"""The exit code after Ctrl+C, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 done, 1 a problem the user can solve, 2 wrong usage, 3 a bug, 130 broken off."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and not _is_a_file(words):
        return _command(words)
    from bouwstenen_app import app

    return app.run(words[0] if words else None)


def _command(words: Sequence[str]) -> int:
    try:
        from bouwstenen_app import cli

        return cli.run(words)
    except KeyboardInterrupt:
        sys.stderr.write("\nAfgebroken.\n")
        return STOPPED


def _is_a_file(words: Sequence[str]) -> bool:
    """Say whether the words are one file to open: it is there, or its name has an ending."""
    if len(words) > 1 or words[0] in COMMANDS or words[0].startswith("-"):
        return False
    return Path(words[0]).exists() or Path(words[0]).suffix != ""


if __name__ == "__main__":
    sys.exit(main())
