"""The look-over of a template: what of it a report uses, what it lacks, and what comes instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain import dutch

STYLES: Final[Mapping[str, str]] = {
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    "heading 1": "Kop 1",
    "heading 2": "Kop 2",
    "heading 3": "Kop 3",
    "heading 4": "Kop 4",
    "TOC Heading": "Kop van inhoudsopgave",
    "toc 1": "Inhopg 1",
    "toc 2": "Inhopg 2",
    "Body Text": "Platte tekst",
    "caption": "Bijschrift",
    "Quote": "Citaat",
    "List Bullet": "Lijst opsom.teken",
    "List Number": "Lijstnummering",
    "header": "Koptekst",
    "footer": "Voettekst",
    "Hyperlink": "Hyperlink",
    "Strong": "Zwaar",
}
"""The styles that Word itself knows, by the name in the file, with their names in a Dutch Word."""
_BASIC: Final = ("Normal", "Default Paragraph Font", "Normal Table")
SMALLEST: Final = 11.0
_TWIPS_IN_CM: Final = 567.0
_PAPERS: Final = {(11906, 16838): "A4", (16838, 23811): "A3", (12240, 15840): "Letter"}
_NEAR: Final = 60
"""Twips that a paper may differ from its name: programs round."""
_LEAST_LINE: Final = 6000
"""Twips of text on a line below which a table of seven columns cannot be read."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A style that a template lacks: its name in Dutch, and what is used instead."""

    name: str
    instead: str


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What the report does with a template. Sentences are Dutch."""

    name: str
    paper: str
    """Such as *A4 staand, 21 × 29,7 cm; de regel is 16,2 cm breed*."""
    fonts: tuple[str, ...]
    present: tuple[str, ...]
    """The styles of the template that are used, by their Dutch names."""
    missing: tuple[Missing, ...]
    added: tuple[str, ...]
    """The styles of Bouwstenen itself that come along."""
    cover: str
    """What happens to its text."""
    fields: tuple[str, ...]
    """The text fields that are filled."""
    unknown: tuple[str, ...]
    """The text fields that nothing is known for; they stay as they are."""
    warnings: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield everything in sentences, what needs attention last."""
        yield f"Sjabloon “{self.name}” is te gebruiken."
        yield f"Papier: {self.paper}."
        yield f"Letters: {', '.join(self.fonts) or 'het sjabloon noemt geen lettertype'}."
        yield f"Stijlen uit het sjabloon: {', '.join(self.present) or 'geen'}."
        for missing in self.missing:
            yield f"Stijl “{missing.name}” ontbreekt: {missing.instead}"
        if self.added:
            yield f"Deze stijlen van Bouwstenen komen erbij: {', '.join(self.added)}."
        yield self.cover
        if self.fields:
            yield f"Invulvelden: {', '.join(self.fields)}."
        for name in self.unknown:
            yield f"Let op: het invulveld {name} is onbekend en blijft staan zoals het is."
        for warning in self.warnings:
            yield f"Let op: {warning}"


def check(path: Path) -> TemplateCheck:
    """Return what a report does with a template; Problem when it cannot be used."""
    from bouwstenen_app.export.word_fields import is_known
    from bouwstenen_app.export.word_package import opened
    from bouwstenen_app.export.word_styles import present_styles
    from bouwstenen_app.export.word_template import open_template

    had = present_styles(open_template(path))
    shell = opened(path, "nl-NL")
    found = tuple(dict.fromkeys([*shell.kept.fields, *_edge_fields(shell)]))
    looks = _Looks(shell)
    return TemplateCheck(
        name=path.name,
        paper=_paper(shell.pages),
        fonts=tuple(looks.fonts()),
        present=tuple(name for style, name in STYLES.items() if style in had),
        missing=tuple(_missing(had)),
        added=tuple(name for name in shell.look.ids if name not in had and name not in {*STYLES, *_BASIC}),
        cover=_cover(shell.kept),
        fields=tuple(map(_braced, filter(is_known, found))),
        unknown=tuple(_braced(name) for name in found if not is_known(name)),
        warnings=(*_about_pages(shell), *_about_kept(shell.kept), *looks.warnings()),
    )


def _edge_fields(shell: Any) -> list[str]:
    from bouwstenen_app.export.word_fields import names

    return [name for edge in shell.edges for name in names(edge.element)]


def _braced(name: str) -> str:
    return f"{{{{{name}}}}}"


def _missing(had: Mapping[str, Any]) -> Iterator[Missing]:
    own = "die van Bouwstenen komt ervoor in de plaats, in de letters van het sjabloon."
    for style, name in STYLES.items():
        if style not in had:
            yield Missing(name, own)


def _paper(pages: Any) -> str:
    width, height = pages.paper
    upright = (min(width, height), max(width, height))
    named = next((name for size, name in _PAPERS.items() if _near(size, upright)), "Eigen maat")
    way = "liggend" if width > height else "staand"
    line = pages.size(landscape=False)[0]
    return f"{named} {way}, {_cm(width)} × {_cm(height)} cm; de regel is {_cm(line)} cm breed"


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _cm(twips: float) -> str:
    return f"{twips / _TWIPS_IN_CM:.1f}".removesuffix(".0").replace(".", ",")


def _cover(kept: Any) -> str:
    if kept.marked:
        return "Het rapport komt op de plaats van {{inhoud}}; wat ervoor en erachter staat, blijft."
    if not kept.front:
        return "Het sjabloon heeft geen omslag; het rapport krijgt een titelpagina. Andere tekst gaat niet mee."
    said = "De eerste pagina van het sjabloon wordt het omslag"
    if kept.says_title:
        return f"{said}, met de titel erop. Wat erachter staat, gaat niet mee."
    return f"{said}; daarna komt de titelpagina van het rapport. Wat erachter staat, gaat niet mee."


def _about_pages(shell: Any) -> Iterator[str]:
    if shell.pages.size(landscape=False)[0] < _LEAST_LINE:
        yield "de marges laten weinig plaats over; brede tabellen worden smal."
    if not any(next(one.iter("{*}footerReference"), None) is not None for one in shell.kept.sections):
        yield "het sjabloon heeft geen voettekst; er komt er een met paginanummers."


def _about_kept(kept: Any) -> Iterator[str]:
    from bouwstenen_app.export.word_cleaning import PICTURE

    if kept.front and not kept.marked and not kept.says_title:
        yield "op het omslag staat geen {{titel}}. Zet dat veld erop, dan vervalt de extra titelpagina."
    pictures = [each.get("descr") for child in (*kept.front, *kept.back) for each in child.iter("{*}docPr")]
    if without := pictures.count(PICTURE):
        yield (
            f"{dutch.counted(without, 'afbeelding heeft', 'afbeeldingen hebben')} geen alternatieve tekst; "
            f"nu staat er “{PICTURE}”."
        )


def _points(size: float) -> str:
    return f"{size:g}".replace(".", ",")


class _Looks:
    """What the styles of the opened template look like, with the ones that were added to it."""

    def __init__(self, shell: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.oxml import serialize_part_xml

        from bouwstenen_app.export.checks_look import Looks

        document = shell.document
        self._ids = [shell.look.ids[name] for name in ("Normal", *STYLES) if name in shell.look.ids]
        themes = (
            rel.target_part.blob for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.THEME
        )
        sheet = serialize_part_xml(document.part._styles_part.element)
        self._looks = Looks({"word/styles.xml": sheet, "word/theme/theme1.xml": next(themes, b"")})

    def fonts(self) -> Iterator[str]:
        """Yield the fonts of text and headings, each once, with the size of the text."""
        size = self._looks.size(self._ids[0])
        seen = dict.fromkeys(filter(None, map(self._looks.font, self._ids)))
        for number, name in enumerate(seen):
            yield f"{name} ({_points(size)} punten)" if number == 0 else name

    def warnings(self) -> Iterator[str]:
        """Yield what of the styles makes the report hard to read."""
        for name, size in self._looks.small_styles(self._ids[:1]):
            yield f"de gewone tekst (stijl {name}) is {_points(size)} punten; kies minstens {_points(SMALLEST)}."
        for name, ratio in self._looks.faint_styles(self._ids):
            found = f"{ratio:.1f}".replace(".", ",")
            yield f"de letters van de stijl {name} zijn te licht (contrast {found}; kies een donkerder kleur)."
