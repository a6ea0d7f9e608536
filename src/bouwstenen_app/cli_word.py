"""Word files on the command line: what a report does with a template, and whether everyone can read a document."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.findings import Finding


def template_options(parser: argparse.ArgumentParser) -> None:
    """Give the look-over of a template its options."""
    parser.add_argument("template", metavar="SJABLOON.docx", type=Path)


def document_options(parser: argparse.ArgumentParser) -> None:
    """Give the check of a document its options."""
    parser.add_argument("document", metavar="DOCUMENT.docx", type=Path)


def look_over(chosen: argparse.Namespace) -> None:
    """Print what a report does with a template; Problem when it cannot be used."""
    from bouwstenen_app.export.template_check import check

    sys.stdout.writelines(f"{line}\n" for line in check(chosen.template).lines())


def accessible(chosen: argparse.Namespace) -> None:
    """Print what stands between a document and every reader; Problem when something must be mended."""
    from bouwstenen_app.export.accessible import check, errors, told

    found = check(chosen.document)
    first, *lines = told(found)
    sys.stdout.writelines(f"{line}\n" for line in (lines if errors(found) else [first, *lines]))
    if errors(found):
        raise Problem(
            "{name} is nog niet voor iedereen te lezen: {summary} Los de fouten op en kijk het opnieuw na.",
            name=chosen.document.name,
            summary=first,
        )


def tell(found: Sequence[Finding]) -> None:
    """Say what was found in a document that was just made, beside the sentence that it is there."""
    from bouwstenen_app.export.accessible import told

    if found:
        sys.stderr.writelines(f"{line}\n" for line in told(found))
