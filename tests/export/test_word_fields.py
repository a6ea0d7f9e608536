from itertools import pairwise

from docx import Document
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.report import Report, TitlePage
from bouwstenen_app.export.word_fields import FIELDS, fill, names, values

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COVER = TitlePage("De titel", "Onder", "concept 0.3", "3 maart 2026", "Projectleiding", "stuurgroep")
SAID = values(Report(COVER, (), facts={"aantal_bouwstenen": "122"}))


def filled(*runs: str) -> str:
    document = Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    fill(document.element.body, SAID)
    return "\n".join(each.text for each in document.paragraphs)


def test_a_field_is_filled() -> None:
    assert filled("Rapport: {{titel}}.") == "Rapport: De titel."


def test_capitals_and_blanks_do_not_matter() -> None:
    assert filled("{{ Titel }} {{Aantal Bouwstenen}}") == "De titel 122"


@given(st.lists(st.integers(0, 40), max_size=12))
def test_a_field_is_filled_however_it_is_cut_up(cuts: list[int]) -> None:
    text = "Voor {{verspreiding}} op {{datum}}, {{weet niet}}"
    places = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    pieces = [text[a:b] for a, b in pairwise(places)]

    assert filled(*pieces) == "Voor stuurgroep op 3 maart 2026, {{weet niet}}"


def test_the_version_is_the_number_or_else_the_status() -> None:
    assert SAID["versie"] == "0.3"
    assert values(Report(TitlePage("t", status="vastgesteld"), ()))["versie"] == "vastgesteld"


def test_a_paragraph_of_an_empty_field_goes_and_beside_words_stands_a_dash() -> None:
    assert filled("{{melding}}") == ""
    assert filled("Melding: {{melding}}") == "Melding: –"


def test_every_field_of_the_list_can_be_filled() -> None:
    assert set(FIELDS) <= set(values(Report(COVER, ())))


def test_text_in_a_text_box_is_filled_on_its_own() -> None:
    box = (
        f"<w:p {W}><w:r><w:t>{{{{ti</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{{{datum}}}}</w:t></w:r>"
        "</w:p></w:txbxContent></w:pict></w:r><w:r><w:t>tel}}</w:t></w:r></w:p>"
    )
    element = parse_xml(f"<w:body {W}>{box}</w:body>")

    assert sorted(names(element)) == ["datum", "titel"]
    fill(element, SAID)
    assert [text.text for text in element.iter("{*}t")] == ["De titel", "3 maart 2026", ""]


def test_fields_of_word_show_the_properties_of_the_report() -> None:
    field = (
        f'<w:p {W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY Title </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Oude</w:t></w:r><w:r><w:t> titel</w:t>'
        "</w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Jan</w:t></w:r>'
        "</w:fldSimple></w:p>"
    )
    element = parse_xml(f"<w:body {W}>{field}</w:body>")
    fill(element, SAID)

    assert "".join(text.text or "" for text in element.iter("{*}t")) == "De titelProjectleiding"


def test_a_control_that_is_bound_to_the_title_shows_the_title() -> None:
    control = (
        f'<w:sdt {W}><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" '
        'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent><w:p><w:r>'
        "<w:t>[Titel]"
        "</w:t>"
        "</w:r></w:p></w:sdtContent></w:sdt>"
    )
    element = parse_xml(f"<w:body {W}>{control}</w:body>")
    fill(element, SAID)

    assert "".join(text.text or "" for text in element.iter("{*}t")) == "De titel"
    assert next(element.iter("{*}showingPlcHdr"), None) is None
    assert next(element.iter("{*}dataBinding"), None) is None
