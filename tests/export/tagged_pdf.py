"""What a tagged PDF tells a screen reader, counted: its headings, header cells, descriptions and language."""

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

_TAG = re.compile(r"^\s*([A-Z][A-Za-z0-9]*)\b", re.MULTILINE)
_ALT = re.compile(rb"/Alt<([0-9A-F]*)>")
_LANGUAGE = re.compile(rb"/Lang\(([^)]*)\)")

_FALLBACK = re.compile(r"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)
"""The drawing beside a chart: a reader shows one of the two."""


@dataclass(frozen=True)
class Told:
    """What is in the structure of a PDF."""

    pages: int
    tagged: bool
    language: str
    tags: Counter[str]
    alternatives: int
    """Descriptions with words in them."""

    def lacks(self, document: Path) -> list[str]:
        """Return what a reader of the PDF misses of what the Word file has, in a word or two each."""
        wanted = expected(document)
        missing = {
            "untagged": not self.tagged,
            f"language {self.language or 'none'}": self.language != "nl-NL",
            "no H1": not self.tags["H1"],
            "figures without Alt": self.alternatives < self.tags["Figure"],
        }
        other = {f"{self.tags[tag]} {tag} of {count}": self.tags[tag] != count for tag, count in wanted.items()}
        return [name for name, lacking in (missing | other).items() if lacking]


def expected(document: Path) -> dict[str, int]:
    """Return how many headings, header cells and pictures a Word file has."""
    with ZipFile(document) as package:
        text = _FALLBACK.sub("", package.read("word/document.xml").decode())
    rows = re.findall(r"<w:tr\b(?:(?!</w:tr>).)*?<w:tblHeader\b.*?</w:tr>", text, re.DOTALL)
    levels = Counter(re.findall(r'<w:pStyle w:val="Heading([1-6])"/>', text))
    return {
        **{f"H{level}": levels[str(level)] for level in range(1, 4)},
        "TH": sum(len(re.findall(r"<w:tc>", row)) for row in rows),
        "Figure": sum(1 for one in re.findall(r"<wp:docPr [^>]*", text) if 'descr="' in one),
    }


def told(pdf: Path) -> Told:
    """Read the structure of a PDF as poppler sees it; the bytes say what poppler does not print."""
    data = pdf.read_bytes()
    facts = _run("pdfinfo", str(pdf))
    pages = re.search(r"^Pages:\s+(\d+)", facts, re.MULTILINE)
    languages = {found.decode() for found in _LANGUAGE.findall(data)}
    return Told(
        pages=int(pages[1]) if pages else 0,
        tagged=re.search(r"^Tagged:\s+yes", facts, re.MULTILINE) is not None,
        language="nl-NL" if "nl-NL" in languages else " ".join(sorted(languages)),
        tags=Counter(_TAG.findall(_run("pdfinfo", "-struct", str(pdf)))),
        alternatives=sum(1 for found in _ALT.findall(data) if len(found) > len("FEFF")),
    )


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", errors="replace").stdout
