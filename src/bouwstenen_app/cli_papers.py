"""The command line of the papers: which there are, and one of them as a document."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from bouwstenen_app import cli_documents
from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.domain.papers import PAPERS
from bouwstenen_app.folders import papers_folder
from bouwstenen_app.services import papers


def papers_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for papers its options."""
    parser.add_argument("name", metavar="NAAM", nargs="?", default="")
    parser.add_argument("target", metavar="UIT.docx", nargs="?", type=Path)
    parser.add_argument("--sjabloon", type=Path)


def write(chosen: argparse.Namespace) -> None:
    """Print which papers there are; with a name, write that one in the form that the ending asks for."""
    if not chosen.name:
        widest = max(len(paper.slug) for paper in PAPERS)
        sys.stdout.writelines(f"{paper.slug:{widest}}  {paper.title}. {paper.audience}.\n" for paper in PAPERS)
        return
    paper = papers.called(chosen.name)
    if chosen.target is None:
        raise WrongUsageError(f"Zeg ook waar het papier komt, bijvoorbeeld {paper.slug}.docx.")
    target = cli_documents.target_of(chosen.target, besides=[*filter(None, [chosen.sjabloon])])
    report = papers.made(papers_folder(), paper)
    cli_documents.write(report, target, template=chosen.sjabloon, now=datetime.now().astimezone())
    sys.stdout.write(f"“{paper.title}” staat in {target.name}.\n")
