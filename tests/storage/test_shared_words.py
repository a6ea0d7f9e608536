from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.shared_words import rows_with
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow


def title(session: Session, row: int) -> str:
    return session.scalars(select(BlockRow.title).where(BlockRow.row == row)).one()


def test_the_newest_blocks_that_have_every_word_of_a_group_come_first(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    lines = ["Wijkagent belt de school", "School belt", "Wijkagenten vb: de school", "De wijkagent\nZonder SCHOOL"]
    for line in lines:
        empty_store.do("Vastgelegd", capturing.capture, line, workshop=workshop)

    def found(session: Session, **limits: int) -> list[list[str]]:
        groups = [("wijkagent",), ("wijkagent", "school"), ("bestaatniet",)]
        rows = rows_with(session, groups, **{"each": 10, **limits})
        return [[title(session, row) for row in rows.get(place, [])] for place in range(3)]

    both = ["De wijkagent", "Wijkagent belt de school"]
    assert empty_store.read(found) == [["De wijkagent", "Wijkagenten", "Wijkagent belt de school"], both, []]
    assert empty_store.read(found, each=1) == [both[:1], both[:1], []]
    assert empty_store.read(found, each=2, most=3) == [["De wijkagent", "Wijkagenten"], both[:1], []]
    assert empty_store.read(rows_with, [], each=10) == {}
