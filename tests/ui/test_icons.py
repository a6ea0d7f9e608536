from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from bouwstenen_app.ui.icons import Icons

FOLDER = Path(__file__).parent.parent.parent / "resources" / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


def inked(image: QImage) -> list[QColor]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 200]


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_drawing_that_stays_inside_its_frame(name: str, qapp: QApplication) -> None:
    image = Icons(FOLDER).pixmap(name, "#0b5a5e", 48, 1.0).toImage()
    assert inked(image)
    edge = [image.pixelColor(x, y).alpha() for x in range(48) for y in (0, 47)]
    assert name in ("mark", "app") or not any(edge)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(("field-", "app"))])
def test_an_icon_has_one_colour_and_takes_that_of_its_role(name: str, qapp: QApplication) -> None:
    colours = {pixel.name() for pixel in inked(Icons(FOLDER).pixmap(name, "#0b5a5e", 48, 1.0).toImage())}
    assert all(abs(QColor(colour).hue() - QColor("#0b5a5e").hue()) <= 6 for colour in colours)
    root = ElementTree.fromstring((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))
    assert "currentColor" in ElementTree.tostring(root, encoding="unicode")


def test_an_icon_is_drawn_for_the_pixels_of_the_screen(qapp: QApplication) -> None:
    icons = Icons(FOLDER)
    sharp = icons.pixmap("undo", "#000000", 20, 1.5)
    assert sharp.size().toTuple() == (30, 30)
    assert sharp.deviceIndependentSize().toTuple() == (20, 20)
    assert icons.pixmap("undo", "#000000", 20, 1.5) is sharp
