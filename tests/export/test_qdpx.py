import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.domain.test_refi_project import check_standard

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.export import qdpx


@pytest.fixture
def every(codebook: Codebook) -> Everything:
    workshops = tuple(
        Workshop(f"{n:032x}", "Proef", datetime.date(2026, 11, n), region="Twente") for n in range(1, 4)
    )
    blocks = tuple(
        Block(f"{n:030x}ff", f"TW-{n:03}", n, workshops[0].id, f"Eén 😀 {n}", codes=(codebook.codes[n].id,))
        for n in range(1, 9)
    )
    return Everything("Proef", "2026-11-30T12:00:00", codebook, workshops, blocks)


def test_the_package_holds_the_project_and_a_text_for_each_session(every: Everything, tmp_path: Path) -> None:
    target = tmp_path / "uit.qdpx"
    steps = list(qdpx.write(every, target))

    assert (steps[-1].done, steps[-1].total) == (7, 7)
    with ZipFile(target) as package:
        assert package.testzip() is None
        names = package.namelist()
        texts = {n.removeprefix("sources/"): package.read(n).decode() for n in names if n.startswith("sources/")}
        root = check_standard(package.read("project.qde"), texts)
    assert len(texts) == 3
    assert names[-1] == "project.qde"
    assert root.get("name") == "Proef"


def test_the_same_contents_give_the_same_bytes(every: Everything, tmp_path: Path) -> None:
    for name in ("a.qdpx", "b.qdpx"):
        list(qdpx.write(every, tmp_path / name))

    assert (tmp_path / "a.qdpx").read_bytes() == (tmp_path / "b.qdpx").read_bytes()


def test_it_is_written_whole_or_not_at_all(every: Everything, tmp_path: Path) -> None:
    target = tmp_path / "uit.qdpx"
    target.write_bytes(b"eerder")
    work = qdpx.write(every, target)
    next(work)
    next(work)
    work.close()  # type: ignore[attr-defined]

    assert [path.name for path in tmp_path.iterdir()] == ["uit.qdpx"]
    assert target.read_bytes() == b"eerder"


def test_a_folder_that_is_not_there_is_a_problem(every: Everything, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="bestaat niet"):
        list(qdpx.write(every, tmp_path / "weg" / "uit.qdpx"))
