import datetime
from typing import Any

import pytest

from bouwstenen_app.domain.anchors import digest
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import (
    CODEBOOK,
    CONSOLIDATED,
    FIGURES,
    KINDS,
    MOST_FIRST,
    THEMES,
    Passage,
    Recipe,
    standard_id,
    usual,
)
from bouwstenen_app.services import recipes
from bouwstenen_app.storage.store import Store

KIND = CONSOLIDATED.slug


def change(store: Store, recipe: str = KIND, **fields: Any) -> Recipe:
    identity = store.do("Recept", recipes.change, recipe, **fields).result
    return store.read(recipes.recipe, identity)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_recipe_before_anything_is_chosen(empty_store: Store, kind: str) -> None:
    found = empty_store.read(recipes.standard, kind)
    assert found == usual(kind)
    assert found.id == standard_id(kind)
    assert found == empty_store.read(recipes.recipe, found.id)


def test_everything_that_can_be_chosen_comes_back(empty_store: Store) -> None:
    fields: dict[str, Any] = {
        "title": "Voor de stuurgroep",
        "subtitle": "Najaar 2026",
        "status": "vastgesteld",
        "author": "Team Bouwstenen",
        "circulation": "stuurgroep",
        "query": "thema:wonen -zorg",
        "about": ("a", "b"),
        "workshops": ("c",),
        "releases": ("vrij", "intern"),
        "sections": (THEMES, FIGURES),
        "chapters": MOST_FIRST,
        "reply_before": datetime.date(2026, 12, 1),
    }
    found = change(empty_store, **fields)
    assert {name: getattr(found, name) for name in fields} == fields
    empty_store.undo()
    assert empty_store.read(recipes.standard, KIND) == usual(KIND)


def test_a_changed_field_leaves_the_others_alone(empty_store: Store) -> None:
    change(empty_store, title="Eerst")
    assert change(empty_store, author="Team").title == "Eerst"


def test_an_empty_title_is_the_usual_one(empty_store: Store) -> None:
    change(empty_store, title="Anders")
    assert change(empty_store, title="  ").title == "Bouwstenen uit de praktijk"


def test_what_is_typed_is_cleaned_and_stands_on_one_line(empty_store: Store) -> None:
    assert change(empty_store, title="Voor\nde \x00 stuurgroep").title == "Voor de stuurgroep"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": "x" * 301}, "Maak de titel korter"),
        ({"query": "x" * 2_001}, "Maak het filter korter"),
        ({"status": "af"}, "Kies een van deze standen"),
        ({"chapters": "willekeurig"}, "Kies een van deze volgordes"),
        ({"sections": ()}, "minstens één onderdeel"),
        ({"releases": ("niet-delen",)}, "mag alleen dit laten zien: vrij, intern"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    empty_store: Store, fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(Problem, match=said):
        change(empty_store, **fields)
    assert empty_store.read(recipes.standard, KIND) == usual(KIND)


def test_an_unknown_field_is_a_bug(empty_store: Store) -> None:
    with pytest.raises(KeyError):
        change(empty_store, colour="rood")


def test_the_usual_parts_follow_a_later_version(empty_store: Store) -> None:
    change(empty_store, sections=(CODEBOOK,))
    assert change(empty_store, sections=usual(KIND).sections) == usual(KIND)


def test_a_recipe_is_saved_under_a_name_with_its_texts(empty_store: Store) -> None:
    change(empty_store, title="Voor de stuurgroep")
    empty_store.do("Tekst", recipes.write_passage, standard_id(KIND), "section:themas", "Mijn inleiding")
    saved = empty_store.do("Bewaard", recipes.save_as, KIND, " Stuurgroep  najaar ").result
    change(empty_store, title="Iets anders")

    found = empty_store.read(recipes.named, "stuurgroep NAJAAR")
    assert (found.id, found.name, found.title) == (saved, "Stuurgroep najaar", "Voor de stuurgroep")
    assert empty_store.read(recipes.recipes) == (found,)
    assert empty_store.read(recipes.passages, saved) == {"section:themas": Passage("Mijn inleiding")}


def test_a_copy_is_by_itself(empty_store: Store) -> None:
    first = empty_store.do("Bewaard", recipes.save_as, KIND, "Eerste").result
    second = empty_store.do("Bewaard", recipes.save_as, first, "Tweede").result
    change(empty_store, second, title="Alleen hier")
    empty_store.do("Tekst", recipes.write_passage, second, "section:themas", "Alleen hier")

    assert empty_store.read(recipes.recipe, first).title == usual(KIND).title
    assert empty_store.read(recipes.passages, first) == {}
    assert [one.name for one in empty_store.read(recipes.recipes)] == ["Eerste", "Tweede"]


def test_saved_recipes_are_renamed_ordered_and_thrown_away(empty_store: Store) -> None:
    first, second = (empty_store.do("Bewaard", recipes.save_as, KIND, name).result for name in ("Eerste", "Tweede"))
    empty_store.do("Volgorde", recipes.reorder, [second, first])
    empty_store.do("Naam", recipes.rename, first, "Anders")
    assert [one.name for one in empty_store.read(recipes.recipes)] == ["Tweede", "Anders"]
    empty_store.do("Weg", recipes.remove, second)
    assert [one.name for one in empty_store.read(recipes.recipes)] == ["Anders"]
    with pytest.raises(Problem, match="Dit recept is er niet meer"):
        empty_store.read(recipes.recipe, second)
    empty_store.undo()
    assert empty_store.read(recipes.recipe, second).name == "Tweede"


@pytest.mark.parametrize(
    ("name", "said"), [("  ", "Geef het recept een naam"), ("x" * 61, "te lang"), ("eerste", "al")]
)
def test_a_name_is_there_short_and_free(empty_store: Store, name: str, said: str) -> None:
    first = empty_store.do("Bewaard", recipes.save_as, KIND, "Eerste").result
    with pytest.raises(Problem, match=said):
        empty_store.do("Bewaard", recipes.save_as, KIND, name)
    empty_store.do("Zo mag het heten", recipes.rename, first, "EERSTE")


def test_a_name_that_is_not_there_says_which_are(empty_store: Store) -> None:
    with pytest.raises(Problem, match="nog geen recepten"):
        empty_store.read(recipes.named, "Kerst")
    empty_store.do("Bewaard", recipes.save_as, KIND, "Eerste")
    with pytest.raises(Problem, match=r"Er is geen recept “Kerst”\. Kies uit: Eerste\."):
        empty_store.read(recipes.named, "Kerst")


def test_a_text_of_the_writer_is_kept_changed_and_taken_away(empty_store: Store) -> None:
    recipe = standard_id(KIND)
    mark = digest("Zo stond het er.")
    empty_store.do("Tekst", recipes.write_passage, recipe, "text:a:b", "Zo\x00 wil ik het.\n", mark)
    assert empty_store.read(recipes.passages, recipe) == {"text:a:b": Passage("Zo wil ik het.", mark)}
    empty_store.do("Tekst", recipes.write_passage, recipe, "text:a:b", "")
    assert empty_store.read(recipes.passages, recipe) == {"text:a:b": Passage("")}
    empty_store.do("Terug", recipes.drop_passage, recipe, "text:a:b")
    assert empty_store.read(recipes.passages, recipe) == {}
    empty_store.do("Tekst", recipes.write_passage, recipe, "text:a:b", "Toch")
    assert empty_store.read(recipes.passages, recipe) == {"text:a:b": Passage("Toch")}


def test_a_text_of_the_writer_is_one_step_that_can_be_undone(empty_store: Store) -> None:
    recipe = standard_id(KIND)
    empty_store.do("Eigen tekst geschreven", recipes.write_passage, recipe, "section:themas", "Een inleiding")
    undone = empty_store.undo()
    assert undone is not None
    assert empty_store.read(recipes.passages, recipe) == {}
    assert empty_store.read(recipes.standard, KIND) == usual(KIND)
    empty_store.do("Opnieuw", recipes.write_passage, recipe, "section:themas", "Nog een")
    assert empty_store.read(recipes.passages, recipe) == {"section:themas": Passage("Nog een")}


def test_a_text_beyond_any_measure_is_refused(empty_store: Store) -> None:
    with pytest.raises(Problem, match=r"hoogstens 100\.000 tekens"):
        empty_store.do("Tekst", recipes.write_passage, standard_id(KIND), "section:themas", "x" * 100_001)
