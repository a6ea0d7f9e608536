import struct
from dataclasses import replace

import pytest
from tests.export.test_word_chart import MANY

from bouwstenen_app.domain.report import BARS, GROUPED, LINES, STACKED, Figure
from bouwstenen_app.export.word_chart_paint import Paint
from bouwstenen_app.export.word_chart_picture import picture

PAINT = Paint("0B5A5E", "1F2A2C", "Verdana")
SINGLE = Figure(
    "Soorten", (("Idee 🙂", 3), ("Een label dat veel langer is dan er naast een staaf op één regel past", 0)), ""
)


def records(data: bytes) -> list[tuple[int, bytes]]:
    """Return the records of a drawing, which must follow each other without a gap."""
    found, place = [], 0
    while place < len(data):
        kind, size = struct.unpack_from("<II", data, place)
        found.append((kind, data[place + 8 : place + size]))
        place += size
    assert place == len(data)
    return found


def texts(data: bytes) -> list[str]:
    said = []
    for kind, body in records(data):
        if kind == 84:
            (count,) = struct.unpack_from("<I", body, 36)
            said.append(body[68 : 68 + 2 * count].decode("utf-16-le"))
    return said


@pytest.mark.parametrize("figure", [SINGLE, *(replace(MANY, kind=kind) for kind in (GROUPED, STACKED, LINES))])
def test_the_header_says_what_follows(figure: Figure) -> None:
    data = picture(figure, 9000, 4000, PAINT)
    found = records(data)
    size, number, handles = struct.unpack_from("<IIH", data, 48)

    assert data[40:44] == b" EMF"
    assert (size, number) == (len(data), len(found))
    assert handles == 1 + sum(kind in (38, 39, 82) for kind, _ in found)
    assert [kind for kind, _ in found][-1] == 14


def test_labels_and_values_are_written() -> None:
    said = texts(picture(SINGLE, 9000, 800, PAINT))

    assert said[:2] == ["Idee 🙂", "3"]
    assert said[-1] == "0"
    assert " ".join(said[2:-1]).startswith("Een label dat veel langer is")


def test_more_series_have_a_legend() -> None:
    assert texts(picture(MANY, 9000, 4000, PAINT))[-3:] == ["Nieuw", "Al bekend", "=Anders"]


def test_nothing_to_show_is_an_empty_drawing() -> None:
    assert texts(picture(Figure("Leeg", (), "", BARS), 9000, 300, PAINT)) == []
