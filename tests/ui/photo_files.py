"""Photos made for the tests: real files of every format, with what a phone writes beside the pixels."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

SECRET = b"Veilig Thuis, Dorpsstraat 14"
"""What stands in the EXIF of a photo, and must not come along."""
LATITUDE, LONGITUDE = (52, 5, 24), (5, 7, 12)
PLACE = b"".join(struct.pack("<LL", part, 1) for part in LATITUDE)
"""The latitude as EXIF writes it: three fractions."""


def drawn(width: int, height: int) -> QImage:
    """Return a picture whose left half is red and right half blue, with a black bar along the top."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor("red"))
    painter.fillRect(width // 2, 0, width - width // 2, height, QColor("blue"))
    painter.fillRect(0, 0, width, height // 10, QColor("black"))
    painter.end()
    return image


def encoded(image: QImage, kind: str, quality: int = 90) -> bytes:
    """Return the bytes of a file of a format."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


def jpeg(width: int = 400, height: int = 300, *, orientation: int = 0) -> bytes:
    """Return a JPEG, with EXIF when it has an orientation: that, the owner, and where it was taken."""
    plain = encoded(drawn(width, height), "jpeg")
    if not orientation:
        return plain
    exif = _exif(orientation)
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """Return a PNG of a few hundred bytes that says it is enormous."""
    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"\0" * 9999)) + _end()


def _exif(orientation: int) -> bytes:
    """Return an EXIF block: TIFF, little-endian, with one directory and one about the place (EXIF 2.32, 4.6)."""
    at_texts = 8 + 2 + 3 * 12 + 4
    at_gps = at_texts + len(SECRET) + 1
    gps_values = at_gps + 2 + 4 * 12 + 4
    longitude = b"".join(struct.pack("<LL", part, 1) for part in LONGITUDE)
    main = struct.pack("<H", 3) + _entry(0x0112, 3, 1, orientation)
    main += _entry(0x013B, 2, len(SECRET) + 1, at_texts) + _entry(0x8825, 4, 1, at_gps) + bytes(4)
    gps = struct.pack("<H", 4) + _entry(1, 2, 2, ord("N")) + _entry(2, 5, 3, gps_values)
    gps += _entry(3, 2, 2, ord("E")) + _entry(4, 5, 3, gps_values + 24) + bytes(4)
    tiff = b"II*\0" + struct.pack("<L", 8) + main + SECRET + b"\0" + gps + PLACE + longitude
    return b"Exif\0\0" + tiff


def _entry(tag: int, kind: int, count: int, value: int) -> bytes:
    return struct.pack("<HHLL", tag, kind, count, value)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def _end() -> bytes:
    return _chunk(b"IEND", b"")
