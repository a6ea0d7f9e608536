"""The page setup of a template is that of its last section, with what it takes over from those before."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bouwstenen_app.export.word_pages import page_setup


@pytest.mark.parametrize(
    ("switch", "title"), [("", False), ("<w:titlePg/>", True), ('<w:titlePg w:val="0"/>', False)]
)
def test_a_title_page_is_there_unless_it_is_switched_off(switch: str, title: bool) -> None:
    assert page_setup([parse_xml(f"<w:sectPr {nsdecls('w')}>{switch}</w:sectPr>")]).title is title
