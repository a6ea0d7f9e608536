from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from bouwstenen_app.domain.beamer import READ_BACK, VOTES
from bouwstenen_app.domain.stage import ShownBlock, Stage
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.ui.widgets.beamer_pieces import Words
from bouwstenen_app.ui.widgets.beamer_plan import Face, Plan, face_of, plan
from bouwstenen_app.ui.widgets.beamer_type import Typesetter

NOW = 1_000_000.0
TIMER = RoundTimer(1200, NOW + 754)
QUESTION = "Waar vinden zorg en straf elkaar vroegtijdig — en wat maakte dat mogelijk?"
LONG = (QUESTION + " ") * 8


@pytest.fixture(params=[(1280, 720), (3840, 2160)], ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest, qapp: QApplication) -> tuple[int, int]:
    width, height = request.param
    return width, height


def stage(count: int = 4, **fields: object) -> Stage:
    blocks = tuple(
        ShownBlock(f"b{n}", n, f"Een bouwsteen met een titel van gewone lengte {n}") for n in range(count)
    )
    made = Stage(session="Werksessie", round_name="Wat werkt al?", round_number=2, question=QUESTION)
    return replace(made, blocks=blocks, total=count, **fields)  # type: ignore[arg-type]


def made(size: tuple[int, int], shown: Stage, timer: RoundTimer | None = TIMER) -> Plan:
    return plan(shown, Typesetter(*size), *size, timer)


def question(plan: Plan) -> Words:
    return plan.header[-1]


def face(timer: RoundTimer, now: float = NOW) -> Face:
    return face_of(timer, now, paused="pauze", over_time="over tijd")


def test_the_question_stands_beside_the_clock_and_above_the_bar(size: tuple[int, int]) -> None:
    for text in (QUESTION, LONG, "Kort?"):
        plan = made(size, stage(question=text))
        words = question(plan)

        assert words.set.text == text
        assert words.x + words.set.width <= plan.clock.left()
        assert words.y + words.set.height <= plan.bar.top()
        assert plan.clock.bottom() <= plan.bar.top()


def test_without_a_clock_the_question_has_the_whole_width(size: tuple[int, int]) -> None:
    with_clock, without = made(size, stage()), made(size, stage(), None)

    assert without.clock.isEmpty()
    assert without.bar.height() == 0
    assert question(without).set.height <= question(with_clock).set.height


def test_everything_stands_inside_the_picture(size: tuple[int, int]) -> None:
    for shown in (stage(0), stage(4), stage(60), stage(60, question=LONG), stage(9, scene=VOTES)):
        plan = made(size, shown)
        for page in range(len(plan.pages)):
            for piece in plan.picture(page):
                if isinstance(piece, Words):
                    assert piece.x >= 0
                    assert piece.y >= 0
                    assert piece.x + piece.set.width <= size[0]
                    assert piece.y + piece.set.height <= size[1]


def test_the_question_gives_way_when_the_blocks_need_the_room(size: tuple[int, int]) -> None:
    few, many = made(size, stage(4)), made(size, stage(60))

    assert (len(few.pages), len(many.pages) > 1) == (1, True)
    assert question(many).set.size < question(few).set.size


def test_what_the_program_asks_leaves_room_for_the_list(size: tuple[int, int]) -> None:
    assert question(made(size, stage(scene=READ_BACK))).set.size < question(made(size, stage())).set.size


def test_one_block_more_leaves_what_is_above_it_as_it_is(size: tuple[int, int]) -> None:
    type = Typesetter(*size)
    before, after = (plan(stage(count), type, *size, TIMER) for count in (3, 4))

    assert before.head == after.head
    assert before.head != plan(stage(4, question="Anders?"), type, *size, TIMER).head
    assert before.below.top() > before.bar.bottom()


def test_the_clock_counts_down_waits_and_counts_up() -> None:
    assert face(TIMER) == Face("12:34", "", "stage-text", pytest.approx(754 / 1200))
    assert face(TIMER.pause(NOW), NOW + 99) == Face("12:34", "pauze", "stage-muted", pytest.approx(754 / 1200))
    assert face(TIMER, NOW + 754 + 80) == Face("+01:20", "over tijd", "stage-overrun", 1.0)


def test_the_clock_never_moves_what_is_beside_it(size: tuple[int, int]) -> None:
    plan = made(size, stage())
    for now in (NOW, NOW + 754, NOW + 754 + 599):
        digits = plan.clock_pieces(face(TIMER, now))[0]
        assert isinstance(digits, Words)
        assert digits.set.width <= plan.clock.width() + 1
        assert digits.set.layout.lineCount() == 1


def test_the_footer_has_the_count_and_the_session(size: tuple[int, int]) -> None:
    assert [words.set.text for words in made(size, stage(4)).footer(0)] == ["4 bouwstenen", "Werksessie"]
