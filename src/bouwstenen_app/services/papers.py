"""The papers that come with the program, read from their folder and made ready to be written as a document."""

from collections.abc import Mapping
from pathlib import Path

from bouwstenen_app import __version__
from bouwstenen_app.domain.opening import USUAL_MONTHS
from bouwstenen_app.domain.papers import PAPERS, Paper, report
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report


def called(slug: str) -> Paper:
    """Return the paper with this name; Problem when there is none."""
    for paper in PAPERS:
        if slug.casefold() in (paper.slug, paper.title.casefold()):
            return paper
    raise Problem(
        "Een papier “{name}” is er niet. Kies uit {all}.", name=slug, all=", ".join(paper.slug for paper in PAPERS)
    )


def text(folder: Path, paper: Paper) -> str:
    """Return the text of a paper as it comes with the program."""
    return (folder / f"{paper.slug}.md").read_text(encoding="utf-8")


def fields(months: int) -> Mapping[str, str]:
    """Return what the program fills in by itself."""
    return {"versie": __version__, "bewaartermijn": f"{months}\u00a0maanden", "term": f"{months}\u00a0months"}


def made(folder: Path, paper: Paper, months: int = USUAL_MONTHS) -> Report:
    """Return a paper as a document; ``months`` is how long separate blocks are kept at most."""
    return report(paper, text(folder, paper), fields(months))
