from typing import Any

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facets import facets
from bouwstenen_app.storage.store import Store


def test_the_numbers_are_those_of_the_example_sessions(
    example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    totals = sessions_file["controletotalen"]
    found = example_store.read(facets, Selection())

    for dimension, groups in ((DOMAIN, "per_domein_hoofdgroep"), (THEME, "per_themagroep"), (KIND, "per_soort")):
        expected = {codebook.by_slug[dimension, slug].id: count for slug, count in totals[groups].items()}
        assert {code: found.codes.get(code) for code in expected} == expected
    assert found.codes[codebook.by_slug[DOMAIN, "politie"].id] == totals["per_domein_rechtstreeks"]["politie"]
    assert sorted(found.workshops.values()) == [40, 41, 41]
    assert found.statuses == {"ruw": 122}
    assert found.without == {THEME: 0, DOMAIN: 0}
    assert found.new_tags == 0


def test_a_choice_does_not_change_the_numbers_in_its_own_facet(example_store: Store, codebook: Codebook) -> None:
    straf = codebook.by_slug[DOMAIN, "straf"].id
    zorg = codebook.by_slug[DOMAIN, "zorg"].id
    before = example_store.read(facets, Selection())
    after = example_store.read(facets, Selection(codes={DOMAIN: (straf,)}))

    assert after.codes[zorg] == before.codes[zorg]
    assert sum(after.statuses.values()) == before.codes[straf]


def test_every_number_is_what_the_list_gives(example_store: Store, codebook: Codebook) -> None:
    straf = codebook.by_slug[DOMAIN, "straf"].id
    found = example_store.read(facets, Selection(codes={DOMAIN: (straf,)}))

    for theme in codebook.of(THEME):
        selection = Selection(codes={DOMAIN: (straf,), THEME: (theme.id,)})
        assert example_store.read(boards.find, selection).total == found.codes.get(theme.id, 0)


def test_what_is_left_to_do_is_counted(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    for line in ("Zonder alles", "Met domein @politie", "Met nieuwe tag #bestaatnogniet @politie #leefwereld"):
        empty_store.do("Bouwsteen", capturing.capture, line, workshop=workshop)

    found = empty_store.read(facets, Selection())
    assert found.without == {THEME: 2, DOMAIN: 1}
    assert found.new_tags == 1
    assert empty_store.read(boards.find, Selection(new_tags=True)).total == 1
    assert empty_store.read(boards.find, Selection(without=(THEME,))).total == 2
