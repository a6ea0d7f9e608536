from collections import defaultdict
from typing import Any

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import boards, capturing, crossing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.crossing import SESSIONS, VOTES, cross
from bouwstenen_app.storage.store import Store


def counted(
    store: Store, book: Codebook, rows: str, columns: str, measure: str, query: str = ""
) -> dict[tuple[str, str], int]:
    """Count block by block: codes themselves, and main groups with everything under them."""
    inside: dict[tuple[str, str], list[Block]] = defaultdict(list)
    for block in store.read(boards.select_blocks, Selection(query=query)):
        codes = {code.id for code in map(book.code, block.codes)} | {book.top(code).id for code in block.codes}
        for row in codes:
            for column in codes:
                if book.code(row).dimension == rows and book.code(column).dimension == columns:
                    inside[row, column].append(block)

    def weigh(blocks: list[Block]) -> int:
        if measure == VOTES:
            return sum(block.votes for block in blocks)
        return len({block.workshop for block in blocks}) if measure == SESSIONS else len(blocks)

    return {cell: weigh(blocks) for cell, blocks in inside.items()}


@pytest.mark.parametrize("measure", crossing.MEASURES)
@pytest.mark.parametrize(("rows", "columns"), [(THEME, DOMAIN), (KIND, "levensfase"), (DOMAIN, DOMAIN)])
def test_every_cell_is_what_a_plain_count_gives(
    example_store: Store, codebook: Codebook, measure: str, rows: str, columns: str
) -> None:
    everything = [code.id for code in codebook.codes]
    found = example_store.read(cross, rows=rows, columns=columns, measure=measure, unfolded=everything)

    assert dict(found.values) == counted(example_store, codebook, rows, columns, measure)


def test_a_query_narrows_it_like_a_plain_count(example_store: Store, codebook: Codebook) -> None:
    query = "stemmen>2 regio:rivier"
    found = example_store.read(
        cross, Selection(query=query), unfolded=[code.id for code in codebook.codes], measure=VOTES
    )

    assert found.values
    assert dict(found.values) == counted(example_store, codebook, THEME, DOMAIN, VOTES, query)


def test_folded_it_has_the_control_totals(
    example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    found = example_store.read(cross)
    totals = sessions_file["controletotalen"]["matrix_themagroep_x_domein"]

    slugs: dict[str, dict[str, int]] = defaultdict(dict)
    for (row, column), count in found.values.items():
        slugs[codebook.code(row).slug][codebook.code(column).slug] = count
    assert dict(slugs) == totals
    assert len(found.gaps) == 8
    assert found.highest == 32


def test_a_group_folds_open_to_its_codes_in_rows_and_columns(example_store: Store, codebook: Codebook) -> None:
    brede, straf = codebook.by_slug[THEME, "brede-aanpak"], codebook.by_slug[DOMAIN, "straf"]
    found = example_store.read(cross, unfolded=[brede.id, straf.id])

    assert [line.code.slug for line in found.rows if line.depth] == [
        "brede-aanpak-0-100", "overige-clienten", "kind-tot-volwassene", "smalle-en-brede-lijn",
    ]  # fmt: skip
    assert [line.open for line in found.rows if line.code == brede] == [True]
    assert len([line for line in found.columns if line.depth]) == 5


def test_white_spots_under_an_empty_group_are_told_once(example_store: Store, codebook: Codebook) -> None:
    straf = codebook.by_slug[DOMAIN, "straf"]
    found = example_store.read(cross, unfolded=[straf.id])

    spots = [
        (row.slug, column.slug) for row, column in found.gaps if column.id == straf.id or column.parent == straf.id
    ]
    assert [column for row, column in spots if row == "brede-aanpak"] == ["straf"]
    assert all(column != "straf" for row, column in spots if row != "brede-aanpak")


def test_one_group_can_give_the_rows(example_store: Store, codebook: Codebook) -> None:
    group = codebook.by_slug[THEME, "leefwereld-en-kantelmomenten"]
    found = example_store.read(cross, rows=THEME, columns="levensfase", under=group.id)

    assert [line.code.slug for line in found.rows][:2] == ["kantelmomenten", "leefwereld"]
    assert all(line.code.parent == group.id for line in found.rows)


def test_a_cell_with_blocks_and_no_votes_is_no_white_spot(empty_store: Store, codebook: Codebook) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    empty_store.do("Een", capturing.capture, "Zonder stem @politie #leefwereld", workshop=workshop)
    found = empty_store.read(cross, measure=VOTES)

    assert list(found.values.values()) == [0]
    assert len(found.gaps) == 69


def test_white_spots_say_little_in_an_almost_empty_matrix(
    empty_store: Store, example_store: Store, codebook: Codebook
) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    empty_store.do("Een", capturing.capture, "Alleen @politie #leefwereld", workshop=workshop)

    assert empty_store.read(cross).sparse
    assert not example_store.read(cross).sparse


def test_as_a_figure_it_has_names_and_nothing_for_white_spots(example_store: Store, codebook: Codebook) -> None:
    table = crossing.table(example_store.read(cross), codebook)

    assert table.title == "Thema × domein en partner: aantal bouwstenen"
    assert table.columns[:3] == ("Sociaal domein", "Zorg", "Straf")
    assert (table.rows[0], table.values[0]) == ("Vroegtijdig samenwerken", (29, 6, 2, 13, 3, 15, None))


def test_a_dimension_is_found_by_slug_and_name(codebook: Codebook) -> None:
    assert crossing.named(codebook, "Domein en partner") == DOMAIN
    assert crossing.named(codebook, "THEMA") == THEME
    assert crossing.named(codebook, "onbekend") == ""
