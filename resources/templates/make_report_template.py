"""Make report.docx, the template of the report, from the styles in the code.

Run ``python resources/templates/make_report_template.py`` after a change of ``export/word_look.py``; the file it
writes is committed. It holds the look and one line in each style, so that a
house style can begin with a copy of it.
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bouwstenen_app.export.word_colours import ACCENT, palette
from bouwstenen_app.export.word_look import styles
from bouwstenen_app.export.word_numbering import W, abstract_numbers

TARGET = Path(__file__).with_name("report.docx")
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1361" w:bottom="1361" w:left="1361" '
    'w:header="680"'
    ' w:footer="624" w:gutter="0"/>'
)
PARTS = {  # name: (content type, kind of relationship)
    "styles": (f"{TYPES}.styles+xml", "styles"),
    "numbering": (f"{TYPES}.numbering+xml", "numbering"),
    "settings": (f"{TYPES}.settings+xml", "settings"),
    "fontTable": (f"{TYPES}.fontTable+xml", "fontTable"),
    "theme/theme1": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    "header1": (f"{TYPES}.header+xml", "header"),
    "footer1": (f"{TYPES}.footer+xml", "footer"),
}


def main() -> None:
    """Write the template beside this script."""
    members = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships({"word/document.xml": "officeDocument"}),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships({f"{name}.xml": kind for name, (_, kind) in PARTS.items()}),
        "word/styles.xml": style_sheet(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
    }
    with ZipFile(TARGET, "w") as package:
        for name, text in members.items():
            package.writestr(ZipInfo(name), XML + text, ZIP_DEFLATED)


def content_types() -> str:
    """Return which part is what."""
    parts = {"document": f"{TYPES}.document.main+xml", **{name: kind for name, (kind, _) in PARTS.items()}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: dict[str, str]) -> str:
    """Return relationships to targets, each of a kind."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def document() -> str:
    """Return a page that shows every paragraph style by its name."""
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr><w:r><w:t>{style.name}</w:t></w:r></w:p>'
        for style in styles(palette())
        if style.kind == "paragraph" and style.name not in {"header", "footer", "TOC Heading", "Tabelkop"}
    )
    header_id, footer_id = (f"rId{list(PARTS).index(name) + 1}" for name in ("header1", "footer1"))
    section = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header_id}"/>'
        f'<w:footerReference w:type="default" r:id="{footer_id}"/>{PAGE}<w:titlePg/></w:sectPr>'
    )
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{lines}{section}</w:body></w:document>'


def style_sheet() -> str:
    """Return the defaults (font, language) and every style."""
    # Word takes the East Asian font for emoji.
    fonts_of_theme = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsia="Segoe UI Emoji" w:hAnsiTheme="minorHAnsi" '
        'w:cstheme="minorBidi"/>'
    )
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_of_theme}"
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    namespace = f' xmlns:w="{W}"'
    body = "".join(style.xml().replace(namespace, "") for style in styles(palette()))
    return f"<w:styles{namespace}>{defaults}{body}</w:styles>"


def numbering() -> str:
    """Return the numbering of headings (1), bullets (2) and numbered lists (3)."""
    kinds = "".join(abstract_numbers(0, ("Heading1", "Heading2", "Heading3"))).replace(f' xmlns:w="{W}"', "")
    uses = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
    return f'<w:numbering xmlns:w="{W}">{kinds}{uses}</w:numbering>'


def settings() -> str:
    """Return settings without a trace of who made what, in the present mode of Word (no compatibility mode)."""
    office = "http://schemas.microsoft.com/office/word"
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{office}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{modes}</w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts() -> str:
    """Return the fonts, with the name of the twin of Calibri that free systems have."""
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font><w:font w:name="Segoe UI Emoji"><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def header() -> str:
    """Return the header: the title of the document, kept up to date by Word."""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="C9D6D5"/></w:pBdr>'
    title = '<w:fldSimple w:instr=" TITLE "><w:r><w:t>Titel</w:t></w:r></w:fldSimple>'
    return f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/>{border}</w:pPr>{title}</w:p></w:hdr>'


def footer() -> str:
    """Return the footer: page number of number of pages."""

    def field(instruction: str, shown: str) -> str:
        return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'

    def said(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    line = said("Pagina ") + field("PAGE", "2") + said(" van ") + field("NUMPAGES", "2")
    return f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{line}</w:p></w:ftr>'


def theme() -> str:
    """Return the theme: the accent colours and Calibri."""
    colours = {"dk2": "1F2A2C", "lt2": "EEF4F3", "accent1": ACCENT, "accent2": "B7791F", "accent3": "4A5A5E"}
    colours |= {
        "accent4": "7A3E6D",
        "accent5": "2F5D9A",
        "accent6": "4B7A2E",
        "hlink": ACCENT,
        "folHlink": "4A5A5E",
    }
    scheme = (
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" '
        'lastClr="FFFFFF"/></a:lt1>'
    ) + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Bouwstenen">'
        "<a:themeElements>"
        f'<a:clrScheme name="Bouwstenen">{scheme}</a:clrScheme><a:fontScheme name="Bouwstenen">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Bouwstenen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
        "</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    main()
