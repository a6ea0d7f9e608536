import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.report import Run
from bouwstenen_app.export.markdown_text import block, cell, inline

markdown_it = pytest.importorskip("markdown_it", reason="a second reader of Markdown")


def _read(source: str) -> str:
    """Return what a reader of CommonMark sees: the text of all there is, line breaks as line breaks."""
    parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    said = []
    for token in parser.parse(source):
        assert token.type in ("inline", "paragraph_open", "paragraph_close"), token
        for child in token.children or ():
            if child.type in ("text", "text_special"):
                said.append(child.content)
            elif child.type in ("hardbreak", "softbreak"):
                said.append("\n")
            else:
                assert child.type in ("strong_open", "strong_close", "em_open", "em_close", "html_inline"), child
    return "".join(said)


def _plain(text: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)


AWKWARD = st.text(
    alphabet=st.sampled_from("ab é😀*_`#[]()<>|~&;$^@\\!-+=.:1)2{}\"'/\n\t x"), min_size=1, max_size=60
)


@given(AWKWARD)
def test_a_paragraph_reads_as_it_was_typed(text: str) -> None:
    assert _read(block(text)) == _plain(text)


@given(st.lists(st.tuples(AWKWARD, st.booleans(), st.booleans()), max_size=5))
def test_runs_read_as_they_were_typed_bold_or_not(pieces: list[tuple[str, bool, bool]]) -> None:
    runs = tuple(Run(text, bold=bold, italic=italic) for text, bold, italic in pieces)

    read = _read(inline(runs))

    assert "".join(read.split()) == "".join("".join(text for text, _, _ in pieces).split())


@given(AWKWARD)
def test_a_cell_stays_one_cell(text: str) -> None:
    source = f"| kop | kop |\n| --- | --- |\n| {cell(text)} | rest |"
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(source)
    cells = [token for token in tokens if token.type == "inline"]

    assert len(cells) == 4
    assert "".join(c.content for c in cells[2].children if c.type != "softbreak") == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("1. eerst", "1\\. eerst"),
        ("- streep", "\\- streep"),
        ("# kop", "\\# kop"),
        ("een *ster*", "een \\*ster\\*"),
        ("a < b & c", "a \\< b \\& c"),
        ("regel\ntwee", "regel\\\ntwee"),
        ("\x00", "\ufffd"),
    ],
)
def test_what_would_be_a_mark_is_text(text: str, source: str) -> None:
    assert block(text) == source


def test_marks_stand_against_the_words() -> None:
    assert inline((Run("Let op: ", bold=True), Run("dit"))) == "**Let op:** dit"
    assert inline((Run("on", bold=True), Run("heil"))) == "<strong>on</strong>heil"
    assert inline((Run("zie "), Run("RH-001", link="b:1"))) == "zie [RH-001](#b_b_1)"
