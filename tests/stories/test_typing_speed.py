"""A trained user at 180 ms a key: ten blocks with two tags each in at most ninety seconds of keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stories.running import Running

from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings

KEY: float = 0.18
"""Seconds."""
MOST: float = 90.0
TYPED = (
    ("Wijkagent belt dezelfde dag", "@pol", "#vroegt"),
    ("School hoort niets terug", "@ond", "#terug"),
    ("Eén gezicht voor het gezin", "@lok", "#gezins"),
    ("Huisarts doet zelf melding", "@huis", "#signal"),
    ("Veiligheid eerst, dan hulp", "@veilig", "#acute"),
    ("Officier denkt vroeg mee", "@om", "#onderz"),
    ("Kind vertelt het zelf", "@jeugd", "#kantel"),
    ("Bellen mag altijd, ook laat", "@zorg", "#crisis"),
    ("Pleger krijgt ook hulp", "@recl", "#herst"),
    ("Samen aan de keukentafel", "@soc", "#samen"),
)


class Hands:
    """Press keys in a running program, and count them."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self.keys = 0

    def type(self, text: str) -> None:
        self._running.type(text)
        self.keys += len(text)

    def press(self, key: str) -> None:
        self._running.press(key)
        self.keys += len(key.split("+"))


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path) -> Running:
    path = tmp_path / "tempo.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    store.do("Sessie", preparing.create_workshop, title="Werksessie zorg en straf", region="Rivierenhoek")
    store.close()
    return start(path)


def test_ten_blocks_with_two_tags_take_at_most_ninety_seconds_of_keys(running: Running) -> None:
    hands = Hands(running)
    hands.press("Ctrl+2")
    for title, *tags in TYPED:
        hands.type(title)
        for tag in tags:
            hands.type(f" {tag}")
            hands.press("Tab")
        hands.press("Return")

    assert hands.keys * KEY <= MOST, f"{hands.keys} keys"
    desk = running.program.desk
    book = desk.read(codebook)
    blocks = desk.read(boards.blocks_of, desk.read(preparing.workshops)[0].id)
    assert [block.title for block in reversed(blocks)] == [title for title, *_ in TYPED]
    for block in blocks:
        assert not block.unknown_tags
        assert {book.code(code).dimension for code in block.codes} == {DOMAIN, THEME}, block.title
        assert len(block.codes) == 2
