"""Pictures: a photo of any size comes in, and goes out small, upright and without anything hidden in it.

Only the pixels go on: the picture is decoded and encoded anew, so that what a phone writes beside them (the place,
the time, the owner: EXIF, XMP, comments) is not kept. Four decoders are used and no other: the format is read from
the first bytes, not from the name.
"""

from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from bouwstenen_app.domain.photos import ENDINGS, JPEG, LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, PNG, QUALITY, Picture
from bouwstenen_app.domain.problems import Problem

MEMORY: Final = 512
"""Megabytes that one picture may take while it is decoded: 100 megapixels of four bytes, and some room."""

_HEIC: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
_MEGA: Final = 1_000_000
_BROKEN: Final = (
    "{name} is geen foto, of is beschadigd: hij is niet te lezen. Probeer of een ander programma hem opent, "
    "en haal hem anders opnieuw van de telefoon."
)
_FOREIGN: Final = "{name} is geen foto die je hier kunt gebruiken. Dat kan met JPEG, PNG, WebP en BMP."
_PHONE: Final = (
    "{name} is een HEIC-foto, en die kan dit programma niet lezen. Open hem op je telefoon of laptop en bewaar hem "
    "als JPEG. Op een iPhone maakt de camera voortaan JPEG als je bij Instellingen › Camera kiest voor "
    "'Meest compatibel'."
)
_EMPTY: Final = "{name} is leeg. Haal de foto opnieuw van de telefoon of camera."
_HEAVY: Final = (
    "{name} is met {size} MB te groot: een foto mag 50 MB zijn. Bewaar hem kleiner en probeer het opnieuw."
)
_HUGE: Final = (
    "{name} heeft {size} miljoen beeldpunten, en dat is te veel: een foto mag er 100 miljoen hebben. "
    "Bewaar hem kleiner en probeer het opnieuw."
)


def read_file(path: Path) -> Picture:
    """Return the photo in a file as it is kept; a Problem when it is too large, broken or of another format."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Problem(_HEAVY, name=path.name, size=ceil(size / _MEGA))
        data = path.read_bytes()
    except OSError as error:
        raise Problem("{name} is niet te lezen. Kijk of het bestand er nog is.", name=path.name) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Picture:
    """Return the photo in these bytes as it is kept; ``name`` is what a Problem calls it."""
    kind = _format(data, name)
    buffer = QBuffer()
    reader = _reader(data, kind, buffer)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise Problem(_BROKEN, name=name)
    if size.width() * size.height() > MOST_PIXELS:
        raise Problem(_HUGE, name=name, size=ceil(size.width() * size.height() / _MEGA))
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(_fitted(size, LONGEST_SIDE))
    image = reader.read()
    if image.isNull():
        raise Problem(_BROKEN, name=name)
    return _kept(image, may_be_png=kind != b"jpeg")


def from_image(image: QImage, name: str) -> Picture:
    """Return a picture that was decoded elsewhere (the clipboard) as it is kept."""
    if image.isNull():
        raise Problem(_BROKEN, name=name)
    if image.width() * image.height() > MOST_PIXELS:
        raise Problem(_HUGE, name=name, size=ceil(image.width() * image.height() / _MEGA))
    if max(image.width(), image.height()) > LONGEST_SIDE:
        mode = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_fitted(image.size(), LONGEST_SIDE), Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    return _kept(image, may_be_png=True)


def decoded(data: bytes, longest: int = LONGEST_SIDE) -> QImage:
    """Return a kept picture to show, at most so many pixels wide and high; a null image when it is broken."""
    kind = b"png" if data.startswith(_MAGIC[b"png"]) else b"jpeg"
    buffer = QBuffer()
    reader = _reader(data, kind, buffer)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(_fitted(size, longest))
    return reader.read()


@lru_cache(maxsize=128)
def of_template(data: bytes, longest: int) -> QImage:
    """Return a picture of a template to show, at most so many pixels wide and high.

    It is a null image when it is broken, too large, or of another format. Where it was decoded once, it is kept.
    """
    try:
        kind = _format(data, "")
    except Problem:
        return QImage()
    buffer = QBuffer()
    reader = _reader(data, kind, buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(_fitted(size, longest))
    return reader.read()


_MAGIC: Final = {b"jpeg": b"\xff\xd8\xff", b"png": b"\x89PNG\r\n\x1a\n", b"bmp": b"BM"}


def _format(data: bytes, name: str) -> bytes:
    if not data:
        raise Problem(_EMPTY, name=name)
    for kind, magic in _MAGIC.items():
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise Problem(_PHONE, name=name)
    known = name.lower().endswith(ENDINGS)
    raise Problem(_BROKEN if known else _FOREIGN, name=name)


def _reader(data: bytes, kind: bytes, buffer: QBuffer) -> QImageReader:
    """Return a reader that knows the format; ``buffer`` holds the bytes and has to live as long as it reads."""
    QImageReader.setAllocationLimit(MEMORY)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader


def _fitted(size: QSize, longest: int) -> QSize:
    return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _kept(image: QImage, *, may_be_png: bool) -> Picture:
    plain = _only_pixels(image)
    kind, data = JPEG, _encoded(plain, b"jpeg", QUALITY)
    if may_be_png and len(drawn := _encoded(plain, b"png", -1)) < len(data):
        kind, data = PNG, drawn
    return Picture(kind, data, plain.width(), plain.height())


def _only_pixels(image: QImage) -> QImage:
    """Return a new image with the same pixels, on white where it was transparent, and with no texts or profile."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    image.setDevicePixelRatio(1)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _encoded(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    if not writer.write(image):
        raise RuntimeError(f"{kind!r}: {writer.errorString()}")
    return bytes(buffer.data().data())
