"""The command line of privacy: what in the lines of a text may point to one person."""

import argparse
import json
import sys
from collections.abc import Iterator

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import KINDS, RED, WORDS, Finding, findings


def privacy_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for privacy its options."""
    parser.add_argument("text", metavar="TEKSTBESTAND", nargs="?", default="-")
    parser.add_argument("--bijzonderheden", action="store_true")
    parser.add_argument("--json", action="store_true")


def privacy(chosen: argparse.Namespace, text: str) -> None:
    """Say what was found: a line of JSON per line of the text; without ``--json`` a sentence each and a total."""
    for line in _told(chosen, text):
        sys.stdout.write(f"{line}\n")


def _told(chosen: argparse.Namespace, text: str) -> Iterator[str]:
    red = total = 0
    lines = text.removesuffix("\n").split("\n") if text else []
    for number, line in enumerate(lines, start=1):
        found = [one for one in findings(line.removesuffix("\r")) if chosen.bijzonderheden or one.kind in KINDS]
        total += len(found)
        red += sum(one.level == RED for one in found)
        if chosen.json:
            yield json.dumps({"bevindingen": [_as_json(one) for one in found]}, ensure_ascii=False)
        else:
            yield from (f"Regel {number}: {WORDS[one.kind]} “{one.text}” ({one.level})" for one in found)
    if not chosen.json:
        yield _in_all(total, red)


def _as_json(one: Finding) -> dict[str, str | int]:
    return {"soort": one.kind, "start": one.start, "einde": one.end, "niveau": one.level, "tekst": one.text}


def _in_all(total: int, red: int) -> str:
    if not total:
        return "Geen directe persoonsgegevens gevonden. Lees de tekst zelf ook na: de regels zien niet alles."
    return f"{dutch.counted(total, 'bevinding', 'bevindingen')}, waarvan {dutch.number(red)} rood."
