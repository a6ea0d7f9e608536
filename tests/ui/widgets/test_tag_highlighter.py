import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from bouwstenen_app.domain.capture import read
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.tag_highlighter import TagHighlighter, from_units, units


def coloured(theme: Theme, codebook: Codebook, text: str) -> list[str]:
    """Return the pieces of a text that have a format of their own."""
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    highlighter = TagHighlighter(document, theme, codebook, lambda whole: read(whole, codebook).spans)
    document.setPlainText(text)
    highlighter.rehighlight()
    found: list[str] = []
    block = document.begin()
    while block.isValid():
        line = block.text()
        for form in block.layout().formats():
            found.append(line[from_units(line, form.start) : from_units(line, form.start + form.length)])
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Wijkagent belt @politie #xyzzy", ["@politie", "#xyzzy"]),
        ("Een 🧱 en 👩‍👩‍👧 @politie", ["@politie"]),
        ("Titel @zorg\nen 🧱 dan #kantelmomenten", ["@zorg", "#kantelmomenten"]),
    ],
)
def test_tags_are_coloured_where_they_stand(theme: Theme, codebook: Codebook, text: str, pieces: list[str]) -> None:
    assert coloured(theme, codebook, text) == pieces


@given(st.text(), st.integers(0, 50))
def test_places_in_units_and_in_letters_are_each_others_inverse(text: str, place: int) -> None:
    place = min(place, len(text))
    assert from_units(text, units(text[:place])) == place
