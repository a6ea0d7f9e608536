from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.photo_files import drawn, jpeg

from bouwstenen_app.domain.photos import Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.photo_intake import PhotoIntake
from bouwstenen_app.ui.widgets.photo_drop import Carried


@pytest.fixture
def intake(jobs: Jobs) -> PhotoIntake:
    return PhotoIntake(jobs)


class Heard:
    def __init__(self, intake: PhotoIntake) -> None:
        self.groups: list[tuple[str, list[Picture], list[Problem]]] = []
        self.busy: list[str] = []
        intake.ready.connect(lambda *group: self.groups.append(group))
        intake.busy.connect(self.busy.append)


def _files(folder: Path, *widths: int) -> Carried:
    paths = [folder / f"{width}.jpg" for width in widths]
    for path, width in zip(paths, widths, strict=True):
        path.write_bytes(jpeg(width, 100))
    return Carried(tuple(paths))


def test_a_group_is_told_in_order_with_how_far_it_is(qtbot: QtBot, intake: PhotoIntake, tmp_path: Path) -> None:
    heard = Heard(intake)
    intake.take("s", _files(tmp_path, 300, 200, 100))
    qtbot.waitUntil(lambda: heard.busy[-1:] == [""])

    ((workshop, pictures, problems),) = heard.groups
    assert (workshop, [picture.width for picture in pictures], problems) == ("s", [300, 200, 100], [])
    assert heard.busy[0] == "3 foto’s worden klaargemaakt: 0 van 3…"


def test_what_comes_in_meanwhile_waits_its_turn_for_its_own_session(
    qtbot: QtBot, intake: PhotoIntake, tmp_path: Path
) -> None:
    heard = Heard(intake)
    intake.take("een", _files(tmp_path, 300))
    intake.take("twee", Carried(image=drawn(90, 60)))
    qtbot.waitUntil(lambda: len(heard.groups) == 2)

    assert [(group[0], group[1][0].width) for group in heard.groups] == [("een", 300), ("twee", 90)]
    assert heard.busy[0] == "De foto wordt klaargemaakt…"


def test_what_is_no_photo_leaves_the_others_in_peace(qtbot: QtBot, intake: PhotoIntake, tmp_path: Path) -> None:
    heard = Heard(intake)
    good = _files(tmp_path, 300, 200).files
    intake.take("s", Carried((good[0], tmp_path / "weg.jpg", good[1])))
    qtbot.waitUntil(lambda: len(heard.groups) == 1)

    assert [picture.width for picture in heard.groups[0][1]] == [300, 200]
    assert [str(problem) for problem in heard.groups[0][2]] == [
        "weg.jpg is niet te lezen. Kijk of het bestand er nog is."
    ]


def test_stopping_lets_go_of_everything_that_is_not_ready(
    qtbot: QtBot, intake: PhotoIntake, tmp_path: Path
) -> None:
    heard = Heard(intake)
    intake.take("een", _files(tmp_path, 300, 200))
    intake.take("twee", _files(tmp_path, 100))
    intake.stop()
    qtbot.waitUntil(lambda: heard.busy == [""])

    assert heard.groups == []
