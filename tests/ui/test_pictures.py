from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QColorSpace, QImage
from PySide6.QtWidgets import QApplication
from tests.ui.photo_files import PLACE, SECRET, bomb, drawn, encoded, jpeg

from bouwstenen_app.domain.photos import JPEG, LONGEST_SIDE, MOST_BYTES, PNG, Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import photos, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui import pictures

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    # What the decoders say about a broken file on the console is not our warning.
    pytest.mark.qt_log_ignore("libpng|Corrupt JPEG|JPEG|QImageIOHandler|qt.gui.imageio", extend=True),
]

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _colours(picture: Picture) -> tuple[str, str]:
    """Return what is seen in the middle of the left and of the right half."""
    image = pictures.decoded(picture.data)
    y = image.height() // 2
    return tuple(_named(image.pixelColor(x, y)) for x in (image.width() // 4, image.width() * 3 // 4))  # type: ignore[return-value]


def _named(colour: QColor) -> str:
    known = {"red": (255, 0, 0), "blue": (0, 0, 255), "black": (0, 0, 0), "white": (255, 255, 255)}
    near = min(
        known, key=lambda name: sum(abs(a - b) for a, b in zip(known[name], colour.getRgb()[:3], strict=True))
    )
    assert sum(abs(a - b) for a, b in zip(known[near], colour.getRgb()[:3], strict=True)) < 30
    return near


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp"])
def test_every_usual_format_is_read(tmp_path: Path, kind: str) -> None:
    picture = pictures.read_file(_file(tmp_path, f"flap.{kind}", encoded(drawn(400, 300), kind)))

    assert (picture.width, picture.height) == (400, 300)
    assert _colours(picture) == ("red", "blue")


def test_a_photo_of_twelve_megapixels_is_scaled_down(tmp_path: Path) -> None:
    picture = pictures.read_file(_file(tmp_path, "IMG_0012.JPG", jpeg(4000, 3000)))

    assert (picture.format, picture.width, picture.height) == (JPEG, LONGEST_SIDE, 1800)
    assert pictures.decoded(picture.data).size() == QSize(LONGEST_SIDE, 1800)
    assert len(picture.data) < 1_000_000


def test_a_photo_that_was_held_upright_stands_upright(tmp_path: Path) -> None:
    """Orientation 6: the top of the photo is the right side of the stored rows."""
    picture = pictures.read_file(_file(tmp_path, "flap.jpg", jpeg(4000, 3000, orientation=6)))

    assert (picture.width, picture.height) == (1800, LONGEST_SIDE)
    image = pictures.decoded(picture.data)
    assert _named(image.pixelColor(900, 600)) == "red"
    assert _named(image.pixelColor(900, 1800)) == "blue"
    assert _named(image.pixelColor(1750, 600)) == "black"


def test_r18_nothing_of_the_place_or_the_owner_is_kept(tmp_path: Path, empty_store: Store) -> None:
    file = _file(tmp_path, "flap.jpg", jpeg(800, 600, orientation=1))
    assert SECRET in file.read_bytes()
    assert PLACE in file.read_bytes()

    picture = pictures.read_file(file)
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    empty_store.do("Foto", photos.add_photos, [picture], workshop=workshop)
    empty_store.close()

    for kept in (picture.data, empty_store.path.read_bytes()):
        assert SECRET not in kept
        assert PLACE not in kept
        assert b"Exif" not in kept
    assert picture.data in empty_store.path.read_bytes() or picture.data[:400] in empty_store.path.read_bytes()


def test_r18_texts_and_profiles_inside_a_png_are_not_kept(tmp_path: Path) -> None:
    image = drawn(40, 30)
    image.setText("Author", SECRET.decode())
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    data = encoded(image, "png")
    assert SECRET in data
    assert b"iCCP" in data

    picture = pictures.read_file(_file(tmp_path, "bord.png", data))

    assert picture.format == PNG
    assert SECRET not in picture.data
    assert b"iCCP" not in picture.data
    assert b"tEXt" not in picture.data


def test_a_drawing_stays_a_png_when_that_is_smaller_and_a_photo_does_not(tmp_path: Path) -> None:
    drawing = pictures.read_bytes(encoded(drawn(400, 300), "png"), "bord.png")
    noise = QImage(Random(7).randbytes(300 * 900), 300, 300, 900, QImage.Format.Format_RGB888)
    photo = pictures.read_bytes(encoded(noise, "png"), "flap.png")

    assert (drawing.format, photo.format) == (PNG, JPEG)


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(0)
    picture = pictures.read_bytes(encoded(image, "png"), "knipsel.png")

    assert _colours(picture) == ("white", "white")


def test_a_picture_of_the_clipboard_is_kept_as_a_file_is(qapp: QApplication) -> None:
    picture = pictures.from_image(drawn(4800, 1200), "De foto op het klembord")

    assert (picture.width, picture.height) == (LONGEST_SIDE, 600)
    assert _colours(picture) == ("red", "blue")


def test_a_small_picture_for_a_list_is_decoded_small() -> None:
    picture = pictures.read_bytes(jpeg(1600, 1200), "flap.jpg")

    assert pictures.decoded(picture.data, 160).size() == QSize(160, 120)
    assert pictures.decoded(picture.data, 5000).size() == QSize(1600, 1200)
    assert pictures.decoded(b"geen foto").isNull()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("leeg.jpg", b"", "leeg.jpg is leeg"),
        ("notulen.jpg", b"Dit zijn de notulen van dinsdag.", "notulen.jpg is geen foto, of is beschadigd"),
        ("rapport.docx", b"PK\x03\x04 enzovoort", "JPEG, PNG, WebP en BMP"),
        ("tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "JPEG, PNG, WebP en BMP"),
        ("plaatje.gif", b"GIF89a" + bytes(100), "JPEG, PNG, WebP en BMP"),
        ("IMG_1.HEIC", HEIC, "HEIC-foto"),
        ("IMG_1.jpg", HEIC, "HEIC-foto"),
        ("kop.jpg", b"\xff\xd8\xff\xe0", "kop.jpg is geen foto, of is beschadigd"),
        ("kop.png", b"\x89PNG\r\n\x1a\n", "kop.png is geen foto, of is beschadigd"),
        ("ruis.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 20, "ruis.jpg is geen foto, of is beschadigd"),
        ("half.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "half.webp is geen foto, of is beschadigd"),
        ("kop.bmp", b"BM" + bytes(10), "kop.bmp is geen foto, of is beschadigd"),
        ("bom.png", bomb(), "3600 miljoen beeldpunten"),
        ("bom2.png", bomb(10_001, 10_000), "bom2.png heeft 101 miljoen beeldpunten"),
    ],
)
def test_what_cannot_be_a_photo_is_a_problem_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(Problem) as told:
        pictures.read_file(_file(tmp_path, name, data))

    assert words in str(told.value)


def test_a_png_that_promises_more_than_it_holds_is_a_problem() -> None:
    with pytest.raises(Problem, match="beschadigd"):
        pictures.read_bytes(bomb(3000, 3000), "half.png")


def test_a_file_over_fifty_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 10_000_000)

    with pytest.raises(Problem, match=r"scan\.png is met 60 MB te groot"):
        pictures.read_file(path)


def test_a_file_that_is_gone_or_a_folder_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.jpg", tmp_path):
        with pytest.raises(Problem, match="niet te lezen"):
            pictures.read_file(path)


def test_an_empty_clipboard_is_a_problem() -> None:
    with pytest.raises(Problem):
        pictures.from_image(QImage(), "De foto op het klembord")


def test_a_bomb_is_small() -> None:
    assert len(bomb()) < 1000


def test_a_picture_of_a_template_is_decoded_as_large_as_it_is_shown() -> None:
    image = pictures.of_template(encoded(drawn(400, 200), "png"), 100)

    assert (image.width(), image.height()) == (100, 50)


def test_a_picture_of_a_template_that_is_a_bomb_broken_or_foreign_is_not_shown() -> None:
    for data in (bomb(), b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\x01\0\0\0EMF", b""):
        assert pictures.of_template(data, 100).isNull()
