from bouwstenen_app.storage.around import Surroundings
from bouwstenen_app.storage.file_locks import held, who_has
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.own_folder import data_name
from bouwstenen_app.storage.store import Store


def test_who_has_the_file_is_told(store: Store, around: Surroundings) -> None:
    second = open_store(store.path, around)
    who = who_has(store.path, around)

    assert second.refusal is not None
    assert who in str(second.refusal)
    assert " op " in who
    assert "sinds" in who
    second.close()


def test_r12_who_had_the_file_is_forgotten_when_it_is_closed(store: Store, around: Surroundings) -> None:
    assert who_has(store.path, around)
    store.close()
    assert who_has(store.path, around) == ""
    with held(store.path, around):
        assert who_has(store.path, around)
    assert [*(around.data / "sloten").glob("*.json")] == []


def test_who_has_the_file_may_be_unknown(store: Store, around: Surroundings) -> None:
    note = around.data / "sloten" / f"{data_name(store.path)}.json"
    for content in ("", "{}", "[]", '{"who": 1'):
        note.write_text(content, encoding="utf-8")
        assert who_has(store.path, around) == ""
        second = open_store(store.path, around)
        assert "al open" in str(second.refusal)
        second.close()
