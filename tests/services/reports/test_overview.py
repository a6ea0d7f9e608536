from tests.services.reports.telling import chapter, report_of, said, session

from bouwstenen_app.domain.recipes import FIGURES
from bouwstenen_app.storage.store import Store


def _told(store: Store, *lines: str) -> str:
    session(store, *lines)
    return "\n".join(said(chapter(report_of(store, FIGURES), "In één oogopslag")[0]))


def test_the_block_with_most_votes_is_named_with_the_votes_of_its_session(empty_store: Store) -> None:
    assert "Met 5 van de 7 stemmen in de sessie kreeg “Veel” de meeste steun. Stemmen zijn" in _told(
        empty_store, "Veel +5", "Weinig +2"
    )


def test_who_got_as_many_is_not_kept_silent(empty_store: Store) -> None:
    told = _told(empty_store, "Een +3", "Twee +3", "Drie +3")
    assert "“Een” de meeste steun; 2 andere bouwstenen kregen er evenveel. Stemmen" in told


def test_single_votes_are_no_support_to_speak_of(empty_store: Store) -> None:
    assert "steun" not in _told(empty_store, "Een +1", "Twee +1")
