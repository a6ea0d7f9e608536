from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from tests.ui.photo_files import drawn

from bouwstenen_app.ui.widgets.photo_drop import Carried, carried, has_photos


def _urls(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def test_photo_files_are_found_among_others_whatever_the_case_of_their_ending() -> None:
    mime = _urls("file:///flap.JPG", "file:///verslag.docx", "file:///IMG_1.heic", "file:///bord.webp")

    assert has_photos(mime)
    assert carried(mime) == Carried((Path("/flap.JPG"), Path("/IMG_1.heic"), Path("/bord.webp")))


def test_a_photo_on_the_web_is_not_fetched() -> None:
    mime = _urls("https://voorbeeld.nl/flap.jpg")

    assert not has_photos(mime)
    assert not carried(mime)


def test_a_picture_without_a_file_is_carried_too(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setImageData(drawn(40, 30))
    found = carried(mime)

    assert has_photos(mime)
    assert found.image is not None
    assert found.image.width() == 40


def test_text_with_a_picture_of_it_is_text(qapp: QApplication) -> None:
    """A spreadsheet puts both on the clipboard."""
    mime = QMimeData()
    mime.setImageData(drawn(40, 30))
    mime.setText("Eerst bellen")

    assert not has_photos(mime)
    assert not carried(mime)
