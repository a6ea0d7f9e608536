import json
from typing import Any

import pytest
from tests.commands import Run

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture(autouse=True)
def work(run: Run) -> None:
    """The example workspace, in the folder of the test."""
    assert run("voorbeeld", "werkmap.bouwstenen")[0] == 0


def test_the_matrix_is_an_aligned_table_with_its_white_spots(run: Run) -> None:
    code, out, _ = run("inzicht", "werkmap.bouwstenen")

    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "Thema × domein en partner: aantal bouwstenen"
    assert lines[3].split()[-7:] == ["29", "6", "2", "13", "3", "15", "–"]
    assert len({len(line) for line in lines[2:13]}) == 1
    assert lines[-1].startswith("Witte vlekken (8): Vroegtijdig samenwerken × Landelijk en bestuur")


def test_with_json_each_row_is_an_object(run: Run, sessions_file: dict[str, Any]) -> None:
    code, out, _ = run("inzicht", "werkmap.bouwstenen", "--rijen", "thema", "--kolommen", "domein", "--json")
    rows = [json.loads(line) for line in out.splitlines()]

    totals = sessions_file["controletotalen"]["matrix_themagroep_x_domein"]
    assert code == 0
    assert {row["rij"]: {slug: n for slug, n in row["cellen"].items() if n} for row in rows} == totals


def test_rows_columns_value_and_query_can_be_chosen(run: Run) -> None:
    chosen = ("--rijen", "soort", "--kolommen", "Levensfase (0-100)", "--waarde", "sessies", "--zoek", "regio:duin")
    code, out, _ = run("inzicht", "werkmap.bouwstenen", *chosen, "--json")
    rows = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert {n for row in rows for n in row["cellen"].values()} == {0, 1}
    assert run("inzicht", "werkmap.bouwstenen", "--open", "--json")[1].count("\n") == 55


def test_an_unknown_dimension_is_a_problem_with_what_to_choose(run: Run) -> None:
    code, _, err = run("inzicht", "werkmap.bouwstenen", "--rijen", "kleur")

    assert code == 1
    assert "Er is geen dimensie “kleur”. Kies uit domein, thema" in err
