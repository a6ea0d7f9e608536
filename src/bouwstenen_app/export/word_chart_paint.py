"""What tells the series of a chart apart: colours, and beside them patterns, dashes and markers."""

from dataclasses import dataclass
from typing import Final

from bouwstenen_app.export.word_colours import WHITE, mixed
from bouwstenen_app.export.word_text import attribute

DEFAULT_FONT: Final = "Calibri"
_MARKERS: Final = ("circle", "square", "triangle", "diamond")
_DASHES: Final = ("solid", "dash", "sysDot", "dashDot")
_PATTERNS: Final = ("", "wdUpDiag", "", "pct40")


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of one chart, and the font of its letters where that must be said."""

    colour: str
    ink: str
    font: str = DEFAULT_FONT

    @property
    def text(self) -> str:
        """How letters look."""
        return (
            f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100">{self.solid(self.ink)}'
            f'<a:latin typeface="{attribute(self.font)}"/></a:defRPr>'
            '</a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
        )

    def solid(self, colour: str) -> str:
        """Return a colour as what something is filled with."""
        return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'

    def of(self, place: int) -> str:
        """Return the colour of a series by its place: the accent, then the ink, then lighter ones."""
        steps = (self.colour, self.ink, mixed(self.colour, WHITE, 0.45), mixed(self.ink, WHITE, 0.4))
        return steps[place % len(steps)]

    def fill(self, place: int) -> str:
        """Return how the bars of a series are filled."""
        pattern = _PATTERNS[place % len(_PATTERNS)]
        edge = f'<a:ln w="9525">{self.solid(self.of(place))}</a:ln>'
        if not pattern:
            return f"<c:spPr>{self.solid(self.of(place))}{edge}</c:spPr>"
        colours = (
            f'<a:fgClr><a:srgbClr val="{self.of(place)}"/></a:fgClr><a:bgClr><a:srgbClr val="{WHITE}"/></a:bgClr>'
        )
        return f'<c:spPr><a:pattFill prst="{pattern}">{colours}</a:pattFill>{edge}</c:spPr>'

    def stroke(self, place: int) -> str:
        """Return how the line of a series is drawn, and its points."""
        colour, dash = self.of(place), _DASHES[place % len(_DASHES)]
        return (
            f'<c:spPr><a:ln w="28575" cap="rnd">{self.solid(colour)}<a:prstDash val="{dash}"/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="{_MARKERS[place % len(_MARKERS)]}"/><c:size val="7"/>'
            f"<c:spPr>{self.solid(colour)}</c:spPr></c:marker>"
        )

    def is_hatched(self, place: int) -> bool:
        """Return whether the bars of a series are hatched instead of filled."""
        return bool(_PATTERNS[place % len(_PATTERNS)])
