"""Chapters of a report stand in their sections, between what a template has before and behind them."""

from bouwstenen_app.export.page_blocks import Line, Setup, Text
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.export.page_look import PagePlan
from bouwstenen_app.ui.widgets.report_chapters import Chapter, chapters_around

LETTERS = Letters(11, "000000", bold=False, family="")
SETUP = Setup((595.0, 842.0), (70.0, 70.0, 70.0, 70.0))


def blocks(said: str) -> tuple[Line, ...]:
    return (Line(LETTERS, (Text(said, LETTERS),)),)


PLAN = PagePlan((), fronts=(blocks("omslag"), blocks("voorwoord")), back=blocks("colofon"), setups=(SETUP, SETUP))


def around(*chapters: Chapter, plan: PagePlan = PLAN, below: bool = True) -> list[tuple[object, int, bool]]:
    """Return of each chapter what it says, its section, and whether it goes on on the page before."""
    found = chapters_around(iter(chapters), plan, below=below)
    return [(one.html or one.blocks, one.section, one.follows) for one in found]


def test_the_cover_comes_before_and_the_rest_behind_on_the_page_of_the_text() -> None:
    assert around(Chapter("een"), Chapter("twee")) == [
        (blocks("omslag"), 0, False),
        (blocks("voorwoord"), 1, False),
        ("een", 1, True),
        ("twee", 1, False),
        (blocks("colofon"), 1, True),
    ]
    assert around(Chapter("een"), below=False)[2] == ("een", 1, False)


def test_behind_a_page_on_its_side_the_rest_begins_an_upright_page() -> None:
    assert around(Chapter("een"), Chapter("breed", landscape=True))[-2:] == [
        ("breed", 2, False),
        (blocks("colofon"), 3, False),
    ]


def test_cards_come_behind_everything() -> None:
    assert around(Chapter("een"), Chapter("kaarten", bare=True))[-2:] == [
        (blocks("colofon"), 1, True),
        ("kaarten", 2, False),
    ]
