"""Which text a paragraph belongs to."""

from tests.export.word_copies import anchor

from bouwstenen_app.domain.reviews import ADDED, OWN
from bouwstenen_app.export.word_reading_lines import Line, Mark, Piece, Stamp, Styles
from bouwstenen_app.export.word_reading_pieces import after, as_line, as_text, before
from bouwstenen_app.export.word_reading_texts import LONGEST_QUOTE, Texts

GIVEN, OTHER = anchor("a"), anchor("b", "title")


def own(text: str, given: object = GIVEN, number: str = "1") -> Line:
    return Line([Mark("open", number, given), Piece(text), Mark("close", number)])  # type: ignore[arg-type]


def test_a_text_that_moved_is_still_one_text() -> None:
    lines = [own("a"), own("b", OTHER, "2"), own("c", GIVEN, "3")]

    assert [(text.anchor, text.after) for text in Texts(Styles()).read(lines)] == [(GIVEN, "a\nc"), (OTHER, "b")]


def test_empty_paragraphs_are_nothing_and_what_stands_before_all_is_not_ours() -> None:
    lines = [Line([Piece("Titelpagina")]), own("a"), Line([Piece(" ")]), Line([Piece("x")])]

    assert [(text.kind, text.after) for text in Texts(Styles()).read(lines)] == [(OWN, "a"), (ADDED, "x")]


def test_a_quote_is_not_endless() -> None:
    texts = Texts(Styles())
    texts.read([Line([Mark("from", "1")]), *(own("a") for _ in range(3 * LONGEST_QUOTE))])

    assert len(texts.remarked["1"].quote) <= LONGEST_QUOTE + 2


def test_a_text_before_and_after_tracked_changes() -> None:
    who = Stamp("A", "")
    pieces = [Piece("a"), Piece("b", who), Piece("c", None, who), Piece("d", who, who)]

    assert (before(pieces), after(pieces)) == ("ac", "ab")


def test_what_no_text_of_ours_can_hold_leaves_a_mark() -> None:
    assert as_text(" a\x00b\r\nc ") == "a\ufffdb\nc"
    assert as_line(" a\n b ") == "a b"


def test_what_a_template_says_behind_the_last_text_was_added_by_nobody() -> None:
    lines = [own("a"), Line([Piece("erbij")]), Line([Mark("end", "9"), Piece("Colofon")]), Line([Piece("Adres")])]

    assert [text.after for text in Texts(Styles()).read(lines)] == ["a", "erbij"]
    moved = [own("a"), Line([Piece("erbij"), Mark("end", "9")]), Line([Piece("Adres")])]
    assert [text.after for text in Texts(Styles()).read(moved)] == ["a", "erbij"]
