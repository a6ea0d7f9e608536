import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import (
    CONSOLIDATED,
    KINDS,
    SECTIONS,
    Kind,
    all_sections,
    kind_called,
    usual,
)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_says_what_it_is_for_and_has_known_parts(kind: Kind) -> None:
    assert kind.purpose.endswith(".")
    assert set(kind.sections) <= set(SECTIONS)


def test_an_unknown_kind_is_told_with_the_kinds_there_are() -> None:
    with pytest.raises(Problem, match="Kies uit: geconsolideerd"):
        kind_called("verslag")


def test_a_recipe_shows_only_what_is_free_unless_it_is_there_to_align() -> None:
    assert usual(CONSOLIDATED.slug).releases == ("vrij",)


def test_a_part_that_is_off_stays_behind_the_part_it_usually_follows() -> None:
    parts = CONSOLIDATED.sections
    assert all_sections(CONSOLIDATED, parts) == parts
    assert all_sections(CONSOLIDATED, parts[:2] + parts[4:]) == parts
    assert all_sections(CONSOLIDATED, (parts[3], parts[1]))[:3] == (parts[0], parts[3], parts[4])
    assert sorted(all_sections(CONSOLIDATED, (parts[3], "weg", parts[1]))) == sorted(parts)
