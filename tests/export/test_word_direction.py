from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.export.word_direction import direction, stretches, turned
from bouwstenen_app.export.word_markup import paragraph, raw

NAME = "محمد الأمين"
TEXT = f"{NAME} " * 4


def test_a_name_in_arabic_is_a_run_of_its_own_from_right_to_left() -> None:
    found = raw(f"Mevrouw {NAME}, tolk", "<w:rPr><w:b/></w:rPr>")

    assert f'<w:r><w:rPr><w:b/><w:rtl/></w:rPr><w:t xml:space="preserve">{NAME}</w:t></w:r>' in found
    assert found.count("<w:r>") == 3


def test_dutch_with_accents_stays_one_run() -> None:
    assert raw("Eén ‘ruïne’ – café…").count("<w:r>") == 1


def test_a_paragraph_turns_when_its_text_goes_from_right_to_left_and_not_for_a_name() -> None:
    assert "<w:bidi/>" in paragraph("A", raw(f"12. {TEXT}"))
    assert "<w:bidi/>" not in paragraph("A", raw(NAME))
    assert "<w:bidi/>" not in paragraph(
        "A", raw(f"Volgens {TEXT} is dat wat iedereen in de zaal graag wilde horen")
    )


def test_the_direction_stands_where_the_standard_wants_it() -> None:
    said = raw(TEXT)

    assert direction(said, '<w:keepNext/><w:spacing w:before="0"/>') == (
        '<w:keepNext/><w:bidi/><w:spacing w:before="0"/>'
    )
    assert direction(said, "<w:keepNext/>") == "<w:keepNext/><w:bidi/>"
    assert turned("") == "<w:rPr><w:rtl/></w:rPr>"


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    assert "".join(stretches(text)) == text
