import datetime

from tests.services.reports.telling import chapter, report_of, said

from bouwstenen_app.domain.recipes import NEXT_STEPS
from bouwstenen_app.services import boards, bundling
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def test_first_steps_stand_by_whose_move_it_is(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    for place, (owner, step) in enumerate([("", "Zoeken."), ("Gemeenten", "Betalen."), ("Politie", "Bellen.")]):
        one = example_store.do("Bundel", bundling.bundle_blocks, [blocks[place].id]).result
        example_store.do("Kern", bundling.edit_bundle, one, key=True, owner=owner, next_step=step)
    (section,) = chapter(report_of(example_store, NEXT_STEPS), "Vervolg")

    *known, last = said(section)[1:]
    assert sorted(known) == ["Gemeenten: Betalen (K-02)", "Politie: Bellen (K-03)"]
    assert last == "Nog te bepalen: Zoeken (K-01)"


def test_it_says_until_when_one_can_react(example_store: Store) -> None:
    report = report_of(example_store, NEXT_STEPS, reply_before=datetime.date(2026, 12, 8))

    assert said(chapter(report, "Vervolg")[0]) == [
        "Reageren op dit rapport kan tot en met 8 december 2026. Noem daarbij het nummer."
    ]
