"""Sessions in JSON, value by value."""

from typing import Any

from bouwstenen_app.domain.given_json import FORMAT, read


def test_the_examples_are_read_whole(sessions_file: dict[str, Any]) -> None:
    blocks, remarks = read(sessions_file, "v.json")
    assert len(blocks) == sessions_file["controletotalen"]["bouwstenen"]
    assert sum(one.votes for one in blocks) == sessions_file["controletotalen"]["stemmen"]
    assert remarks == []
    assert len({one.key for one in blocks}) == len(blocks)


def test_values_of_another_kind_are_left_out_and_what_has_no_title_is_told() -> None:
    session = {
        "titel": "Zuid",
        "datum": 5,
        "agenda": "x",
        "clusters": [3, {"id": "k", "naam": "Samen"}],
        "deelnemers_per_organisatietype": ["politie"],
        "bouwstenen": [
            {
                "titel": "Eén",
                "stemmen": "veel",
                "tafel": -1,
                "themas": [1, "a"],
                "cluster": "k",
                "voorwaarden": "x",
            },
            {"titel": None},
            "tekst",
        ],
    }
    blocks, remarks = read({"schema": FORMAT, "sessies": [session, {"titel": ""}, 7]}, "v.json")
    [one] = blocks
    assert (one.votes, one.table, one.tags, one.cluster, one.conditions) == (
        0,
        None,
        (("thema", "a"),),
        "Samen",
        (),
    )
    assert [remark.place for remark in remarks] == [
        "sessie “Zuid”, bouwsteen 2",
        "sessie “Zuid”, bouwsteen 3",
        "sessie 2",
        "sessie 3",
    ]
