from collections.abc import Callable

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import capturing, checking, preparing
from bouwstenen_app.storage.store import Store


def test_an_empty_workspace_has_nothing_to_count(empty_store: Store) -> None:
    assert empty_store.read(checking.totals) == {
        "Sessies": 0,
        "Bouwstenen": 0,
        "Stemmen": 0,
        "Tags": 0,
        "Nieuwe tags zonder besluit": 0,
        "Foto’s": 0,
        "In de prullenbak": 0,
        "Stappen in het logboek": 1,
    }


def test_what_lies_in_the_bin_is_counted_apart(empty_store: Store, captured: Callable[..., Block]) -> None:
    captured("Een @politie #nieuw +3")
    gone = captured("Twee @politie @huisarts #ooknieuw +4")
    empty_store.do("Weg", capturing.remove_blocks, [gone.id])
    spare = empty_store.do("Sessie", preparing.create_workshop, title="Leeg").result
    empty_store.do("Weg", preparing.remove_workshops, [spare])

    assert empty_store.read(checking.totals) == {
        "Sessies": 1,
        "Bouwstenen": 1,
        "Stemmen": 3,
        "Tags": 1,
        "Nieuwe tags zonder besluit": 1,
        "Foto’s": 0,
        "In de prullenbak": 1,
        "Stappen in het logboek": 7,
    }
