"""The look of the report as Word styles: what the template is made of, and what a template of the user may lack.

Measures are Word's: points × 2 for letters, points × 20 for distances, 240ths of a line for line spacing.
"""

from dataclasses import dataclass

from bouwstenen_app.export.word_colours import Palette
from bouwstenen_app.export.word_numbering import NUMBERED_LEVELS, W, numbered

INK = "1F2A2C"
QUIET = "4A5A5E"
LINE = "C9D6D5"
DARK = 4
"""The shade from which text has a colour of its own."""


@dataclass(frozen=True, slots=True)
class Style:
    """A Word style: the ``name`` Word knows it by (in every language), its id, and what it does in XML."""

    name: str
    id: str
    based: str = ""
    next: str = ""
    paragraph: str = ""
    run: str = ""
    kind: str = "paragraph"
    rest: str = ""
    builtin: bool = False
    quiet: bool = False
    """Not among the styles that Word shows to choose from: it says where a line stands, not what it is."""

    def xml(self) -> str:
        """Return the style as an element of styles.xml."""
        default = ' w:default="1"' if self.name in {"Normal", "Default Paragraph Font", "Normal Table"} else ""
        custom = "" if self.builtin else ' w:customStyle="1"'
        return "".join(
            (
                f'<w:style xmlns:w="{W}" w:type="{self.kind}"{default}{custom} w:styleId="{self.id}">',
                f'<w:name w:val="{self.name}"/>',
                f'<w:basedOn w:val="{self.based}"/>' if self.based else "",
                f'<w:next w:val="{self.next}"/>' if self.next else "",
                '<w:uiPriority w:val="99"/><w:semiHidden/>'
                if self.quiet or (default and self.kind != "paragraph")
                else "<w:qFormat/>",
                f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "",
                f"<w:rPr>{self.run}</w:rPr>" if self.run else "",
                self.rest,
                "</w:style>",
            )
        )


def styles(palette: Palette, numbers: tuple[int, int, int] = (1, 2, 3)) -> tuple[Style, ...]:
    """Return every style that the report uses, a style after those it builds on.

    ``numbers`` are the numberings of headings, bullets and numbered lists.
    """
    return (
        *_foundation(),
        *_characters(palette),
        *_headings(palette, numbers[0]),
        *_cover(palette),
        *_other_titles(),
        *_texts(palette),
        *_asides(palette),
        *_lists(*numbers[1:]),
        *_tables(palette),
        *_cards(palette),
    )


LONG_TITLES = (
    ("Titel lang", 1800, 26),
    ("Titel langer", 1800, 20),
    ("Titel heel lang", 1800, 16),
    ("Titel boven tekst", 0, 0),
    ("Titel boven tekst lang", 0, 20),
    ("Titel boven tekst heel lang", 0, 16),
)
"""Titles that do not fit in the style of the title: name, space above in twips, size in points (0: as it is)."""


def _space(before: int, after: int, line: int = 276) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _letters(size: float = 0, colour: str = "", *, bold: bool = False, italic: bool = False) -> str:
    half_points = round(size * 2)
    return "".join(
        (
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if size else "",
        )
    )


def _bar(colour: str, width: int, distance: int = 10) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="{width}" w:space="{distance}" w:color="{colour}"/></w:pBdr>'


def _double_bar(colour: str) -> str:
    return f'<w:pBdr><w:left w:val="double" w:sz="6" w:space="10" w:color="{colour}"/></w:pBdr>'


def _foundation() -> tuple[Style, ...]:
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>'
    right = '<w:jc w:val="right"/>'
    quiet = _letters(colour=QUIET)
    return (
        Style("Normal", "Normal", paragraph=_space(0, 0), run=_letters(11, INK), builtin=True),
        Style("Default Paragraph Font", "DefaultParagraphFont", kind="character", builtin=True),
        Style("Normal Table", "TableNormal", kind="table", rest=table, builtin=True),
        Style("header", "Header", "Normal", run=quiet, builtin=True),
        Style("footer", "Footer", "Normal", paragraph=right, run=quiet, builtin=True),
    )


def _characters(palette: Palette) -> tuple[Style, ...]:
    def letters(name: str, style_id: str, run: str, *, builtin: bool = False) -> Style:
        return Style(name, style_id, "DefaultParagraphFont", run=run, kind="character", builtin=builtin)

    return (
        letters("Hyperlink", "Hyperlink", f'{_letters(colour=palette.accent)}<w:u w:val="single"/>', builtin=True),
        letters("Strong", "Strong", _letters(bold=True), builtin=True),
        letters("Emphasis", "Emphasis", _letters(italic=True), builtin=True),
        letters("Zwaar en nadruk", "ZwaarEnNadruk", _letters(bold=True, italic=True)),
        letters("Deel van bouwsteen", "DeelVanBouwsteen", _letters(bold=True, colour=palette.accent)),
        letters("Bouwsteennummer", "Bouwsteennummer", _letters(colour=palette.accent)),
        *(
            letters(f"Tint {step}{name}", f"Tint{step}{name.strip()}", _letters(colour=text, bold=bold))
            for step, (_, text) in enumerate(palette.shades)
            if step >= DARK
            for name, bold in (("", False), (" zwaar", True))
        ),
    )


def _headings(palette: Palette, numbering: int) -> tuple[Style, ...]:
    keep = "<w:keepNext/><w:keepLines/>"

    def heading(level: int, before: int, after: int, size: float, colour: str) -> Style:
        return Style(
            f"heading {level}",
            f"Heading{level}",
            "Normal",
            "BodyText",
            f"{keep}{numbered(level, numbering) if level <= NUMBERED_LEVELS else ''}<w:suppressAutoHyphens/>"
            f'{_space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
            _letters(size, colour, bold=True),
            builtin=True,
        )

    def contents(level: int, before: int, indent: int, run: str) -> Style:
        place = f'<w:ind w:left="{indent}" w:hanging="{454 if level == 1 else 567}"/>'
        return Style(
            f"toc {level}", f"TOC{level}", "Normal", "Normal", _space(before, 20) + place, run, builtin=True
        )

    return (
        heading(1, 400, 120, 20, palette.accent),
        heading(2, 300, 80, 15, palette.accent),
        heading(3, 240, 40, 12.5, INK),
        heading(4, 220, 40, 11.5, INK),
        Style(
            "TOC Heading",
            "TOCHeading",
            "Normal",
            "Normal",
            f"{keep}<w:pageBreakBefore/>{_space(0, 200)}",
            _letters(20, palette.accent, bold=True),
            builtin=True,
        ),
        contents(1, 120, 454, _letters(bold=True)),
        contents(2, 0, 1021, ""),
    )


def _cover(palette: Palette) -> tuple[Style, ...]:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="22" w:color="{palette.accent}"/></w:pBdr>'
    box = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="E3C9A5"/>'
        for side, space in (("top", 6), ("left", 8), ("bottom", 6), ("right", 8))
    )
    return (
        Style(
            "Title",
            "Title",
            "Normal",
            "Subtitle",
            f"<w:keepNext/><w:suppressAutoHyphens/>{_space(3600, 120, 228)}",
            _letters(34, palette.accent, bold=True),
            builtin=True,
        ),
        Style(
            "Subtitle",
            "Subtitle",
            "Normal",
            "Titelgegevens",
            f"{rule}<w:suppressAutoHyphens/>{_space(0, 560, 252)}",
            _letters(16, QUIET),
            builtin=True,
        ),
        Style("Titelgegevens", "Titelgegevens", "Normal", paragraph=_space(0, 100)),
        Style(
            "Melding",
            "Melding",
            "Normal",
            paragraph=f'<w:pBdr>{box}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FDF3E3"/>'
            f'{_space(560, 120)}<w:ind w:left="170" w:right="170"/>',
            run=_letters(colour="6B3A08"),
        ),
    )


_EXACTLY_ONE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""A line of one point, for where Word wants a paragraph and a reader none."""


def _other_titles() -> tuple[Style, ...]:
    def title(name: str, before: int, size: float) -> Style:
        style_id = name.title().replace(" ", "")
        return Style(name, style_id, "Title", "Subtitle", _space(before, 120, 228), _letters(size))

    return tuple(title(*each) for each in LONG_TITLES)


def _body(name: str, style_id: str, paragraph: str, run: str = "", *, builtin: bool = False) -> Style:
    return Style(name, style_id, "Normal", "BodyText", paragraph, run, builtin=builtin)


def _texts(palette: Palette) -> tuple[Style, ...]:
    label, caption = _letters(11.5, palette.accent, bold=True), _letters(11, QUIET, bold=True)
    return (
        _body("Body Text", "BodyText", _space(0, 80), builtin=True),
        _body("Inleiding", "Inleiding", _space(0, 120, 288), _letters(13, QUIET)),
        _body("Herkomst", "Herkomst", _space(0, 80), _letters(colour=QUIET)),
        _body("Trefwoorden", "Trefwoorden", f"<w:keepNext/>{_space(0, 20)}", _letters(colour=QUIET)),
        _body("Opmerking", "Opmerking", _space(120, 160), _letters(colour=QUIET, italic=True)),
        _body("Tussenkop", "Tussenkop", f"<w:keepNext/>{_space(160, 40)}", label),
        _body("caption", "Caption", f"<w:keepLines/>{_space(140, 100)}", caption, builtin=True),
        _body("Figuur", "Figuur", f"<w:keepNext/>{_space(200, 0, 240)}"),
        Style("Tekst na tabel", "TekstNaTabel", "BodyText", "BodyText", _space(200, 80)),
        Style("Geen ruimte", "GeenRuimte", "Normal", "BodyText", _EXACTLY_ONE, quiet=True),
    )


def _asides(palette: Palette) -> tuple[Style, ...]:
    """Return what is said literally, in summary, and by the writer: told apart by more than colour."""
    place = f'{_space(80, 160)}<w:ind w:left="340" w:right="340"/>'
    tint = '<w:shd w:val="clear" w:color="auto" w:fill="FDF8EF"/>'
    return (
        _body("Quote", "Quote", _bar(palette.accent, 18) + place, _letters(italic=True), builtin=True),
        _body("Samengevat", "Samengevat", _bar(LINE, 18) + place),
        _body("Duiding", "Duiding", _bar("B7791F", 18) + tint + place),
        _body("Minderheidsstandpunt", "Minderheidsstandpunt", _double_bar(palette.accent) + place),
    )


def _lists(bullets: int, numbers: int) -> tuple[Style, ...]:
    def listed(name: str, style_id: str, numbering: int, left: int, hanging: int) -> Style:
        number = f'<w:numPr><w:numId w:val="{numbering}"/></w:numPr>'
        place = f'{_space(0, 140)}<w:ind w:left="{left}" w:hanging="{hanging}"/><w:contextualSpacing/>'
        return _body(name, style_id, number + place, builtin=True)

    return (
        listed("List Bullet", "ListBullet", bullets, 397, 284),
        listed("List Number", "ListNumber", numbers, 454, 341),
    )


def _tables(palette: Palette) -> tuple[Style, ...]:
    def cell(name: str, style_id: str, rest: str = "", run: str = "") -> Style:
        return Style(name, style_id, "Normal", paragraph=_space(30, 30, 252) + rest, run=run)

    header = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="FFFFFF"/></w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{palette.accent}"/><w:vAlign w:val="bottom"/>'
        "</w:tcPr>"
        "</w:tblStylePr>"
    )
    return (
        cell("Tabeltekst", "Tabeltekst"),
        cell("Tabelgetal", "Tabelgetal", '<w:jc w:val="right"/>'),
        cell("Tabelgetal midden", "TabelgetalMidden", '<w:jc w:val="center"/>'),
        cell("Tabelkop", "Tabelkop", run=_letters(colour="FFFFFF", bold=True)),
        Style("Tabelkop getal", "TabelkopGetal", "Tabelkop", paragraph='<w:jc w:val="right"/>'),
        Style("Tabelkop midden", "TabelkopMidden", "Tabelkop", paragraph='<w:jc w:val="center"/>'),
        _table("Bouwstenen tabel", "BouwstenenTabel", header, ("bottom", "insideH"), LINE, 4, 100),
        _table("Bouwstenen matrix", "BouwstenenMatrix", header, ("insideH", "insideV"), "FFFFFF", 24, 45),
    )


def _table(
    name: str, style_id: str, header: str, sides: tuple[str, ...], colour: str, size: int, margin: int
) -> Style:
    borders = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>' for side in sides)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 30), ("left", margin), ("bottom", 30), ("right", margin))
    )
    return Style(
        name,
        style_id,
        "TableNormal",
        kind="table",
        rest=f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{header}",
    )


def _cards(palette: Palette) -> tuple[Style, ...]:
    """Return how the lines of a card for on the wall look: large, and as close together as its size asks."""
    rule = 'w:val="single" w:sz="4" w:space="1" w:color="8A9699"'

    def line(name: str, size: float, before: int, colour: str = "", *, bold: bool = False) -> Style:
        letters = _letters(size, colour, bold=bold)
        style_id = name.title().replace(" ", "")
        return Style(name, style_id, "Normal", paragraph=_space(before, 0, 252), run=letters, quiet=True)

    return (
        line("Kaart kop", 12, 0, palette.accent, bold=True),
        line("Kaart titel groot", 24, 120, bold=True),
        line("Kaart titel midden", 20, 120, bold=True),
        line("Kaart titel klein", 16, 120, bold=True),
        line("Kaart tekst", 12, 120),
        line("Kaart vraag", 11, 220, palette.accent, bold=True),
        line("Kaart regel", 11, 240),
        line("Kaart vakjes", 20, 0),
        Style(
            "Kaart schrijflijn",
            "KaartSchrijflijn",
            "Normal",
            paragraph=f"<w:pBdr><w:bottom {rule}/><w:between {rule}/></w:pBdr>"
            '<w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/>',
            quiet=True,
        ),
    )
