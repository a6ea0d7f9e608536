import pytest

from bouwstenen_app.domain.beamer import CLUSTERS, PHOTO, READ_BACK, VOTES
from bouwstenen_app.domain.blocks import READ_BACKS
from bouwstenen_app.domain.stage import ShownBlock, Stage
from bouwstenen_app.domain.workshops import LAST_FIVE, ONLY_COUNT
from bouwstenen_app.ui.widgets import beamer_words as words

ROUND = Stage(session="Proef", round_name="Wat werkt al?", round_number=2, question="Waar vinden jullie elkaar?")
BLOCK = ShownBlock("b", 14, "Samen", votes=3)


def test_a_round_is_named_above_its_question() -> None:
    assert (words.kicker(ROUND), words.headline(ROUND)) == ("Ronde 2 · Wat werkt al?", ROUND.question)


def test_without_a_question_the_name_of_the_round_is_large() -> None:
    bare = Stage(session="Proef", round_name="Wat werkt al?", round_number=2)

    assert (words.kicker(bare), words.headline(bare)) == ("Ronde 2", "Wat werkt al?")
    assert words.headline(Stage(session="Proef")) == "Proef"


def test_the_number_of_a_round_is_not_said_twice() -> None:
    numbered = Stage(round_name="Ronde 2: wat werkt al?", round_number=2, question="Waar?")

    assert words.kicker(numbered) == "Ronde 2 · Wat werkt al?"


@pytest.mark.parametrize(
    ("each", "stack", "said"),
    [
        (0, True, "Stemmen"),
        (1, True, "Stemmen · ieder 1 stem"),
        (4, True, "Stemmen · ieder 4 stemmen, meer op één bouwsteen mag"),
        (4, False, "Stemmen · ieder 4 stemmen, hooguit één per bouwsteen"),
    ],
)
def test_the_room_reads_how_it_votes(each: int, stack: bool, said: str) -> None:
    assert words.kicker(Stage(VOTES, votes_each=each, votes_stack=stack)) == said


def test_the_block_that_is_read_back_is_called_by_its_number() -> None:
    assert words.kicker(Stage(READ_BACK, blocks=(BLOCK,))) == "Teruglezen · bouwsteen 14"
    assert words.kicker(Stage(READ_BACK)) == "Teruglezen"


@pytest.mark.parametrize(
    ("stage", "page", "pages", "shown", "said"),
    [
        (Stage(total=1), 0, 1, 1, "1 bouwsteen"),
        (Stage(total=38), 0, 1, 38, "38 bouwstenen"),
        (Stage(total=38), 0, 3, 15, "De nieuwste 15 van 38 bouwstenen"),
        (Stage(total=38), 1, 3, 15, "38 bouwstenen · bladzijde 2 van 3"),
        (Stage(mode=LAST_FIVE, total=38), 0, 1, 5, "De laatste vijf van 38 bouwstenen"),
        (Stage(mode=LAST_FIVE, total=4), 0, 1, 4, "4 bouwstenen"),
        (Stage(mode=ONLY_COUNT, total=4), 0, 1, 0, ""),
        (Stage(VOTES, total=90), 0, 5, 20, "90 bouwstenen · bladzijde 1 van 5"),
        (Stage(VOTES, blocks=(BLOCK,), votes_shown=True), 0, 1, 1, "3 stemmen"),
        (Stage(CLUSTERS, blocks=(BLOCK,), total=9), 0, 1, 8, "1 bouwsteen nog zonder cluster"),
        (Stage(CLUSTERS, total=9), 0, 1, 9, "9 bouwstenen"),
        (Stage(READ_BACK, total=9), 0, 1, 1, ""),
        (Stage(PHOTO, total=9), 0, 1, 0, ""),
    ],
)
def test_the_last_line_says_how_much_there_is_and_is_in_sight(
    stage: Stage, page: int, pages: int, shown: int, said: str
) -> None:
    assert words.footing(stage, page, pages, shown) == said


def test_every_answer_of_the_group_has_its_words() -> None:
    assert [words.mark_words(said) for said in READ_BACKS] == ["Bevestigd", "Aangepast", "Niet herkend"]
    assert words.mark_words("") == ""


def test_a_cluster_without_a_name_says_so_and_goes_on_under_its_name() -> None:
    assert words.cluster_words("") == "Nog zonder naam"
    assert words.cluster_words("Samen", again=True) == "Samen (vervolg)"


def test_nothing_is_not_an_empty_picture() -> None:
    assert all(words.empty(Stage(scene)) for scene in (VOTES, CLUSTERS, READ_BACK, "bouwstenen"))
    assert words.empty(Stage(PHOTO)) == ""
