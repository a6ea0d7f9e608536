from sqlalchemy import Integer, bindparam, select
from sqlalchemy.orm import Session

from bouwstenen_app.storage.asking import lines
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import WorkshopRow

_TITLES = (
    select(WorkshopRow.title, WorkshopRow.fictional)
    .where(WorkshopRow.region == bindparam("region", "Twente"))
    .limit(bindparam("limit", type_=Integer))
)


def test_values_go_to_their_places_and_what_is_not_given_has_its_default(empty_store: Store) -> None:
    def add(session: Work) -> None:
        for region in ("Twente", "Twente", "Zwolle"):
            session.add(WorkshopRow(id=session.new_id(), title=f"In {region}", region=region))

    empty_store.do("Sessies", add)

    assert len(empty_store.read(lines, _TITLES, {"limit": 9})) == 2
    assert len(empty_store.read(lines, _TITLES, {"limit": 1})) == 1
    assert [tuple(line) for line in empty_store.read(lines, _TITLES, {"limit": 9, "region": "Zwolle"})] == [
        ("In Zwolle", 0)
    ]


def test_a_verb_reads_what_it_has_just_made(empty_store: Store) -> None:
    def add(session: Work) -> int:
        session.add(WorkshopRow(id=session.new_id(), title="Nieuw", region="Twente"))
        return len(lines(session, _TITLES, {"limit": 9}))

    assert empty_store.do("Sessie", add).result == 1


def test_nothing_that_answers_is_no_row(empty_store: Store) -> None:
    def ask(session: Session) -> int:
        return len(lines(session, _TITLES, {"limit": 9}))

    assert empty_store.read(ask) == 0
