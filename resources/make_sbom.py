"""Write what the program is made of: ``sbom.json`` (CycloneDX 1.5) and the licence list among the papers.

python resources/make_sbom.py      after every change of requirements.txt, in an environment made from it
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

ROOT: Final = Path(__file__).parent.parent
SBOM: Final = ROOT / "resources" / "sbom.json"
LIST: Final = ROOT / "resources" / "papers" / "licenties.md"
OURS: Final = "bouwstenen (pyproject.toml)"
"""How requirements.txt calls what the program itself asks for; the dev group has another name."""
ELSEWHERE: Final = {"pywin32-ctypes": "BSD-3-Clause", "tzdata": "Apache-2.0", "sqlcipher3": "Zlib"}
"""Licences of packages for another system, and of one that only has the text of its licence: read by hand."""
FROM_CLASSIFIER: Final = {"MIT License": "MIT"}
PAPER: Final = """\
# Licenties van wat wordt meegeleverd

> Overzicht, gemaakt uit het bestand sbom.json. Laat een jurist kijken als je het programma doorgeeft.

## Bouwstenen zelf

Bouwstenen valt onder de EUPL-1.2, de open licentie van de Europese Unie. Je mag het programma gebruiken,
bekijken, aanpassen en doorgeven, onder de voorwaarden van die licentie.

## Onderdelen van anderen

Bouwstenen gebruikt deze onderdelen zoals ze zijn, zonder ze te veranderen. Een deel komt alleen mee op Windows,
op Linux of bij Python 3.11.

{always}
## Alleen bij de bibliotheek van een team

Deze onderdelen zijn er alleen als iemand de bibliotheek van een team heeft geïnstalleerd. Zonder die onderdelen
zit er in het programma niets dat verbinding maakt.

{optional}
## Wat dit betekent

- MIT, MIT-0, BSD, Apache, Zlib en PSF: gebruiken en doorgeven mag, als de licentietekst erbij blijft.
- LGPL (Qt via PySide6 en Shiboken, en Psycopg): gebruiken mag ook. Geef je het programma door als één geheel,
  zorg dan dat een ander deze onderdelen kan vervangen, en zeg welke licentie geldt.
- Sommige onderdelen bevatten zelf weer code van anderen, zoals SQLCipher, SQLite, OpenSSL, Qt en libxml2. Die
  staan niet los in deze lijst; hun licenties staan bij het onderdeel. Python zelf valt onder de PSF-licentie.
"""
_PIN: Final = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; (?P<when>.+?))? \\")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass
class Pin:
    """One package of requirements.txt."""

    name: str
    version: str
    when: str
    """On which systems; empty for all."""
    hashes: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)


def pins(text: str) -> dict[str, Pin]:
    """Return the packages of a requirements.txt, by name."""
    found: dict[str, Pin] = {}
    pin = Pin("", "", "")
    for line in text.splitlines():
        if begun := _PIN.match(line):
            pin = found[begun["name"]] = Pin(begun["name"], begun["version"], begun["when"] or "")
        elif one := _HASH.search(line):
            pin.hashes.append(one[1])
        elif line.startswith("    #"):
            pin.via += filter(None, [line.removeprefix("    #").strip().removeprefix("via").strip()])
    return found


def shipped(known: Mapping[str, Pin], roots: Sequence[str]) -> set[str]:
    """Return what comes along with these packages, themselves included."""
    found = {name for name in roots if name in known}
    while more := {pin.name for pin in known.values() if found & {*pin.via}} - found:
        found |= more
    return found


def asked(project: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the names that the program always asks for, and those of its optional extra."""
    extra = [line for lines in project["optional-dependencies"].values() for line in lines]
    return [_name(line) for line in project["dependencies"]], [_name(line) for line in extra]


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].casefold()


def licence(name: str) -> str:
    """Return the licence of a package as an SPDX expression; an error when it says none."""
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    try:
        said = metadata(name)
    except PackageNotFoundError:
        sys.exit(f"{name} is not installed here: add its licence to ELSEWHERE")
    # A newer reader of metadata that is installed raises at a missing field: ask in the way that both know.
    expressed = said.get("License-Expression") or said.get("License")
    if expressed:
        return str(expressed)
    ends = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    return FROM_CLASSIFIER[ends[0]]


def sbom(version: str, known: Mapping[str, Pin], always: set[str], optional: set[str]) -> dict[str, Any]:
    """Return the bill of materials."""
    names = sorted(always | optional)
    pinned = "\n".join(f"{name}=={known[name].version}" for name in names)
    us = f"pkg:generic/bouwstenen@{version}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{us} {pinned}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": us,
                "name": "bouwstenen",
                "version": version,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
                "purl": us,
            }
        },
        "components": [_component(known[name], optional=name not in always) for name in names],
        "dependencies": [
            {"ref": us, "dependsOn": [_purl(known[name]) for name in names if OURS in known[name].via]},
            *(
                {
                    "ref": _purl(known[name]),
                    "dependsOn": [_purl(known[one]) for one in names if name in known[one].via],
                }
                for name in names
            ),
        ],
    }


def _component(pin: Pin, *, optional: bool) -> dict[str, Any]:
    said = licence(pin.name)
    files = {
        "type": "distribution",
        "url": _purl(pin),
        "hashes": [{"alg": "SHA-256", "content": one} for one in pin.hashes],
    }
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": _purl(pin),
        "name": pin.name,
        "version": pin.version,
        "scope": "optional" if optional else "required",
        "licenses": [{"expression": said} if " " in said else {"license": {"id": said}}],
        "purl": _purl(pin),
        "externalReferences": [files],
    }
    if pin.when:
        made["properties"] = [{"name": "bouwstenen:when", "value": pin.when}]
    return made


def _purl(pin: Pin) -> str:
    return f"pkg:pypi/{pin.name}@{pin.version}"


def listed(bill: Mapping[str, Any]) -> str:
    """Return the licence list as one of the papers."""
    components = bill["components"]
    return PAPER.format(
        always="\n".join(_table("Onderdelen van het programma", components, "required")),
        optional="\n".join(_table("Onderdelen van de bibliotheek", components, "optional")),
    )


def _table(caption: str, components: Sequence[Mapping[str, Any]], scope: str) -> Iterator[str]:
    yield f"Tabel: {caption}"
    yield ""
    yield "| Onderdeel | Versie | Licentie |"
    yield "|---|---|---|"
    for one in components:
        if one["scope"] == scope:
            said = one["licenses"][0]
            spdx = said.get("expression") or said["license"]["id"]
            yield f"| {one['name']} | {one['version']} | {spdx.replace(' OR ', ' of ')} |"
    yield ""


def made() -> tuple[str, str]:
    """Return what belongs in both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    required, extra = asked(project)
    bill = sbom(project["version"], known, shipped(known, required), shipped(known, extra))
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n", listed(bill)


def main() -> None:
    """Write both files."""
    bill, paper = made()
    SBOM.write_text(bill, encoding="utf-8")
    LIST.write_text(paper, encoding="utf-8")


if __name__ == "__main__":
    main()
