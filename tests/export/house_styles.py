"""House styles as organisations have them, made with another hand than ours."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph


def picture() -> BytesIO:
    """Return a small picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\x00" + b"\x1f\x4e\x79" * 40
    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(row * 20))
        + chunk(b"IEND", b"")
    )


def in_runs(paragraph: Paragraph, *pieces: str) -> Paragraph:
    """Add text in pieces, as Word cuts it up when it checks the spelling."""
    for piece in pieces:
        paragraph.add_run(piece)
    return paragraph


def darkened(document: WordDocument) -> WordDocument:
    """Give the styles of the standard template of another program colours that can be read."""
    for name in ("Title", "Subtitle", "Caption", *(f"Heading {level}" for level in range(1, 5))):
        document.styles[name].font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    return document


def municipality(target: Path) -> Path:
    """Return a .dotx with a logo in its header, fields in runs, a cover that ends a section, and other letters."""
    document = darkened(Document())
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.different_first_page_header_footer = True
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(11)
    for level in (1, 2, 3):
        document.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x3D)
        document.styles[f"Heading {level}"].font.name = "Georgia"
    section.header.paragraphs[0].add_run().add_picture(picture(), width=Cm(3))
    in_runs(section.header.add_paragraph(), "{{ti", "tel", "}} · {{versie}}")
    in_runs(section.footer.paragraphs[0], "{{opsteller}}", " – {{onbekend veld}}")
    document.add_paragraph().add_run().add_picture(picture(), width=Cm(6))
    in_runs(document.add_paragraph(style="Title"), "{{", "titel", "}}")
    in_runs(document.add_paragraph(style="Subtitle"), "{{ondertitel}}")
    in_runs(document.add_paragraph(), "{{melding}}")
    in_runs(document.add_paragraph(), "Versie ", "{{ Ver", "sie }}, ", "{{datum}}")
    in_runs(document.add_paragraph(), "{{aantal_", "bouwstenen}} bouwstenen uit {{aantal sessies}} sessies")
    in_runs(document.add_paragraph(), "Verspreiding: {{verspreiding}}")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Hier komt de tekst van het rapport.")
    document.core_properties.author = "Jan de Vries"
    return as_template(document, target)


def landscape(target: Path) -> Path:
    """Return a .docx of which the pages lie on their side, with small margins and no cover."""
    document = darkened(Document())
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.5)
    document.styles["Normal"].font.name = "Verdana"
    document.styles["Normal"].font.size = Pt(10)
    section.header.paragraphs[0].text = "{{soort}}"
    document.add_heading("Zo ziet een kop eruit", 1)
    document.add_paragraph("Loze tekst van het sjabloon.")
    document.save(str(target))
    return target


def letter(target: Path) -> Path:
    """Return a .docx that marks the place of the text, with something in front and a colophon behind it."""
    document = darkened(Document())
    document.add_paragraph("Ministerie van Voorbeelden")
    table = document.add_table(2, 2)
    for row, (label, field) in enumerate((("Onderwerp", "{{titel}}"), ("Kenmerk", "{{kenmerk}}"))):
        table.cell(row, 0).text, table.cell(row, 1).text = label, field
    document.add_paragraph("{{inhoud}}")
    last = document.add_paragraph("Colofon: gemaakt door {{opsteller}}.")
    last.runs[0].add_break(WD_BREAK.LINE)
    document.sections[0].footer.paragraphs[0].text = "Voetregel"
    document.save(str(target))
    return target


def as_template(document: WordDocument, target: Path) -> Path:
    """Save a document as the kind of file that Word calls a template."""
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as package:
        members = {name: package.read(name) for name in package.namelist()}
    types = members["[Content_Types].xml"]
    members["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target


_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_BOUND = (
    '<w:sdt><w:sdtPr><w:alias w:val="Titel"/><w:id w:val="7"/><w:showingPlcHdr/><w:dataBinding w:prefixMappings="" '
    'w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
    '<w:text/></w:sdtPr><w:sdtContent><w:p w14:paraId="1A2B3C4D" w:rsidR="00AB12CD"><w:pPr>'
    '<w:pStyle w:val="Title"/></w:pPr>'
    "<w:r><w:t>[Titel van document]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
_BOX = '<w:p><w:r><w:t>Op {{da</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>tum}}</w:t></w:r></w:p>'
_DRAWN = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
    'distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>900000</wp:posOffset>'
    "</wp:positionH>"
    '<wp:positionV relativeFrom="page"><wp:posOffset>6000000</wp:posOffset></wp:positionV>'
    '<wp:extent cx="3600000" cy="900000"/><wp:wrapNone/><wp:docPr id="1" name="Tekstvak 1"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{box}</w:txbxContent>'
    "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
    '<w:pict><v:shape id="Tekstvak1" style="width:283pt;height:70pt"><v:textbox><w:txbxContent>{box}'
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def word_cover(target: Path) -> Path:
    """Return a .docx with a cover page from the gallery of Word: a bound title, a text box twice, a page break."""
    document = darkened(Document())
    cover = (
        f'<w:sdt {_SPACES}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{_BOUND}<w:p>{_DRAWN.replace('{box}', _BOX)}</w:p>"
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p></w:sdtContent></w:sdt>'
    )
    document.element.body.insert(0, parse_xml(cover))
    document.add_heading("Oude tekst", 1)
    document.save(str(target))
    return target
