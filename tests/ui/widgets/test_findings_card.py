"""What was found in a report: lines that can be opened, and a name that can go everywhere."""

from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.findings_card import FindingsCard, Line


def test_r04_what_was_found_can_be_replaced_everywhere_where_that_is_offered(theme: Theme, qtbot: QtBot) -> None:
    card = FindingsCard(theme)
    qtbot.addWidget(card)
    line = Line("RH-001: naam “Jansen”", "block:1", name="Jansen", role="[naam]")
    card.ask("Gevonden", [line])
    assert [one for one in card.findChildren(KeyButton) if "overal" in one.accessibleName()] == []
    card.offers_everywhere = True
    card.ask("Gevonden", [line])
    (button,) = (one for one in card.findChildren(KeyButton) if "overal" in one.accessibleName())
    with qtbot.waitSignal(card.everywhere_asked) as asked:
        button.click()
    assert asked.args == ["Jansen", "[naam]"]
