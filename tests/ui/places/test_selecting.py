from dataclasses import replace

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facets import Facets
from bouwstenen_app.ui.places import selecting
from bouwstenen_app.ui.places.selecting import NEW_TAGS, STATUS, TO_DO, WORKSHOP, chosen, toggled


def test_a_choice_goes_on_and_off() -> None:
    on = toggled(Selection(query="zoek"), DOMAIN, "a")
    both = toggled(on, DOMAIN, "b")

    assert on.codes == {DOMAIN: ("a",)}
    assert both.codes == {DOMAIN: ("a", "b")}
    assert toggled(toggled(both, DOMAIN, "a"), DOMAIN, "b") == Selection(query="zoek", codes={})
    assert toggled(Selection(), WORKSHOP, "w").workshops == ("w",)
    assert toggled(Selection(statuses=("ruw",)), STATUS, "ruw").statuses == ()


def test_what_is_left_to_do_holds_one_choice_at_most() -> None:
    theme = toggled(Selection(), TO_DO, THEME)
    domain = toggled(theme, TO_DO, DOMAIN)
    new = toggled(domain, TO_DO, NEW_TAGS)

    assert (theme.without, domain.without) == ((THEME,), (DOMAIN,))
    assert (new.without, new.new_tags) == ((), True)
    assert toggled(new, TO_DO, NEW_TAGS) == Selection()


def test_what_is_chosen_has_its_name(codebook: Codebook) -> None:
    code = codebook.by_slug[DOMAIN, "straf"].id
    selection = Selection(codes={DOMAIN: (code, "weg")}, statuses=("ruw",), without=(THEME,), new_tags=True)

    assert [one.name for one in chosen(selection, codebook, ())] == ["Straf", "Ruw", "Zonder thema", "Nieuwe tags"]
    assert selecting.FEW == 5


def test_what_is_not_counted_yet_has_no_number(codebook: Codebook) -> None:
    selection = Selection(statuses=("ruw",), workshops=("b",))
    workshops = [Workshop(letter, letter.upper()) for letter in "abcdefgh"]
    found = selecting.facets_of(selection, None, codebook, workshops, lambda _: "", all_workshops=False)

    choices = [choice for facet in found for line in facet.choices for choice in (line, *line.below)]
    assert {choice.count for choice in choices} == {None}
    assert [choice.value for choice in choices if choice.on] == ["b", "ruw"]


def test_a_facet_without_values_has_no_heading(codebook: Codebook) -> None:
    bare = replace(codebook, codes=tuple(code for code in codebook.codes if code.dimension != THEME))
    found = selecting.facets_of(Selection(), None, bare, (), lambda _: "", all_workshops=False)
    assert [facet.key for facet in found] == [DOMAIN, KIND, TO_DO]


def test_sessions_that_are_chosen_stand_among_the_first_and_the_rest_is_added_up(codebook: Codebook) -> None:
    counts = Facets({}, dict.fromkeys("abcdefgh", 2), {"ruw": 16}, {}, 0)
    workshops = [Workshop(letter, letter.upper()) for letter in "abcdefgh"]
    found = selecting.facets_of(
        Selection(workshops=("g",)), counts, codebook, workshops, lambda _: "", all_workshops=False
    )
    sessions = next(facet for facet in found if facet.key == WORKSHOP)

    assert [choice.value for choice in sessions.choices] == [*"abcdeg", selecting.MORE]
    assert sessions.choices[-1].count == 4
