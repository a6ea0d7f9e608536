import pytest

from bouwstenen_app.domain.vote_rule import vote_rule
from bouwstenen_app.domain.workshops import Workshop


@pytest.mark.parametrize(
    ("each", "stack", "written", "said"),
    [
        (0, True, "", ""),
        (0, True, "3 stippen per deelnemer.", "3 stippen per deelnemer"),
        (4, True, "", "4 stemmen per deelnemer, meer op één bouwsteen mag"),
        (4, False, "", "4 stemmen per deelnemer, op elke bouwsteen hoogstens één"),
        (1, True, "", "1 stem per deelnemer"),
        (4, False, "Eerst stil.", "4 stemmen per deelnemer, op elke bouwsteen hoogstens één; Eerst stil"),
        (4, True, "4 stemmen per deelnemer; eerst stil", "4 stemmen per deelnemer; eerst stil"),
    ],
)
def test_the_rule_is_said_in_words(each: int, stack: bool, written: str, said: str) -> None:
    session = Workshop("s", "Sessie", votes_each=each, votes_stack=stack, vote_rule=written)

    assert vote_rule(session) == said
