"""Files are held to the schema of Word by the validator that stands beside the project, when it is there."""

import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

VALIDATOR = Path(__file__).parents[3] / "shared/tools/validate-docx"
TEMPLATE = Path(__file__).parents[2] / "resources/templates/report.docx"
COULD_NOT_RUN = 2


def check_valid(*files: Path) -> None:
    """Fail for files that are not valid; skip when the validator cannot tell (.ci/run sees to it that it can)."""
    if not _stands_ready():
        pytest.skip("the validator is not there or needs node, see .ci/run")
    done = _run(*files)
    assert done.returncode == 0, done.stdout


@cache
def _stands_ready() -> bool:
    """Whether the validator runs. The first time it installs itself: not twice at the same time."""
    if not VALIDATOR.exists():
        return False
    with FileLock(Path(tempfile.gettempdir()) / "bouwstenen-validator.lock"):
        return _run(TEMPLATE).returncode != COULD_NOT_RUN


def _run(*files: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([VALIDATOR, *files], capture_output=True, encoding="utf-8", check=False)
