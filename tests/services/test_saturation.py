from datetime import date

import pytest

from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services import saturation as steps_of
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.saturation import saturation, table
from bouwstenen_app.storage.store import Store


def test_each_session_is_compared_with_those_before_it(example_store: Store, codebook: Codebook) -> None:
    steps = example_store.read(saturation)

    seen: set[str] = set()
    for step in steps:
        blocks = example_store.read(boards.select_blocks, Selection(workshops=step.workshops))
        codes = {code for block in blocks for code in block.codes if codebook.code(code).dimension == THEME}
        assert (step.new, step.known) == (len(codes - seen), len(codes & seen))
        seen |= codes
        assert (step.blocks, step.so_far) == (len(blocks), len(seen))
    assert [step.name[:3] for step in steps] == ["1. ", "2. ", "3. "]
    assert "signaal" in steps[0].name


def test_sessions_without_a_date_come_last_and_without_blocks_not_at_all(empty_store: Store) -> None:
    undated = empty_store.do("A", preparing.create_workshop, title="Zonder datum").result
    dated = empty_store.do("B", preparing.create_workshop, title="Met datum", on=date(2026, 3, 1)).result
    empty_store.do("C", preparing.create_workshop, title="Leeg", on=date(2026, 1, 1))
    for workshop in (undated, dated):
        empty_store.do("Vast", capturing.capture, "Iets #leefwereld", workshop=workshop)
    steps = empty_store.read(saturation)

    assert [(step.name, step.new, step.known) for step in steps] == [
        ("1. Met datum", 1, 0),
        ("2. Zonder datum", 0, 1),
    ]


def test_many_sessions_are_taken_together(example_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps_of, "MOST_STEPS", 2)
    steps = example_store.read(saturation)

    assert [step.name for step in steps] == [
        "1. sessie 1 tot en met 2",
        "2. Onafhankelijk melden, 0-100 en werken over de muren",
    ]
    assert sum(step.blocks for step in steps) == 122


def test_it_is_a_figure_too(example_store: Store, empty_store: Store) -> None:
    figure = table(example_store.read(saturation))

    assert figure.columns[:2] == ("Nieuwe thema’s", "Bekende thema’s")
    assert len(figure.rows) == 3
    assert table(empty_store.read(saturation)).rows == ()
