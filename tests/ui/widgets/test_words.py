from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.words import ElidedLabel, words


def test_typed_text_is_never_read_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = words("<b>vet</b>", "title")
    qtbot.addWidget(label)
    plain = words("vet", "title")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > 2 * plain.sizeHint().width()


def test_a_line_without_room_tells_the_whole_on_hover(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("title")
    qtbot.addWidget(label)
    label.setText("Werksessie zorg & straf — regio Kennemerland\nen omgeving")
    label.show()
    label.resize(1000, 30)
    assert label.toolTip() == ""
    label.resize(60, 30)
    assert label.toolTip() == "Werksessie zorg & straf — regio Kennemerland en omgeving"
