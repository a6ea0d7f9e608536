import pytest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.stage import ShownBlock
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_stopped import BeamerStopped

FIRST = ShownBlock("a", 3, "Bel 06-12345678")
NEWEST = ShownBlock("b", 7, "Mail k.visser@ziggo.nl, bsn 123456782")


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> BeamerStopped:
    made = BeamerStopped(theme)
    qtbot.addWidget(made)
    return made


def test_it_says_which_block_and_what_stands_in_it(card: BeamerStopped) -> None:
    assert card.text == ""
    card.show_blocks([FIRST], offered=True)
    assert card.text == "Bouwsteen 3 staat niet op de beamer: in de titel staat een telefoonnummer."
    card.show_blocks([], offered=True)
    assert card.text == ""


def test_of_several_it_tells_of_the_youngest(card: BeamerStopped, qtbot: QtBot) -> None:
    card.show_blocks([FIRST, NEWEST], offered=True)
    assert card.text == (
        "Bouwsteen 7 staat niet op de beamer: in de titel staan een e-mailadres en een burgerservicenummer. "
        "Dat geldt ook voor 1 andere bouwsteen."
    )
    with qtbot.waitSignal(card.block_asked) as asked:
        card.change.click()
    with qtbot.waitSignal(card.let_through_asked) as let:
        card.let.click()
    assert (asked.args, let.args) == (["b"], ["b"])


def test_a_copy_to_look_at_lets_nothing_through(card: BeamerStopped) -> None:
    card.show_blocks([FIRST], offered=False)
    assert card.let.isHidden()


def test_a_cluster_without_its_name_is_told_when_no_block_is(card: BeamerStopped) -> None:
    card.show_blocks([], offered=True, cluster="Gezin van 06-12345678")
    assert card.text == (
        "Een cluster staat zonder naam op de beamer: “Gezin van 06-12345678” wijst naar een persoon. "
        "Pas de naam aan."
    )
    assert card.change.isHidden()
    assert card.let.isHidden()
    card.show_blocks([], offered=True, above="Bel 06-12345678")
    assert card.text == (
        "Dit staat niet op de beamer: “Bel 06-12345678” wijst naar een persoon. Pas het aan bij Sessies."
    )
    card.show_blocks([FIRST], offered=True, cluster="Gezin van 06-12345678")
    assert card.text.startswith("Bouwsteen 3 staat niet op de beamer")
    assert not card.change.isHidden()
