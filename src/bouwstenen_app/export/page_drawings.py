"""Pictures, text boxes and shapes in the text of a template: their size, and where they stand."""

import colorsys
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from docx.oxml.ns import nsmap, qn

from bouwstenen_app.export.page_blocks import Block, Box, Picture, Place
from bouwstenen_app.export.page_letters import colour_of
from bouwstenen_app.export.page_measures import EMU, held, number, points

MOST_SHAPES: Final = 200
"""What is read of one part: more is a mistake, or meant to hold up the window."""
_WHOLE: Final = 100_000
"""What the parts of a whole are counted in."""
_A, _WP, _R = (f"{{{nsmap[name]}}}" for name in ("a", "wp", "r"))
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_TEXT: Final = qn("w:txbxContent")
_MEASURE: Final = re.compile("(-?[0-9.]+)(pt|in|cm|mm|px)?")
_POINTS: Final = {"": 1.0, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_SCHEME: Final = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}

Shape = Picture | Box
Box4 = tuple[float, float, float, float]


class Drawings:
    """Reads what is drawn: ``colours`` are those of the theme, ``related`` pictures by id."""

    def __init__(
        self,
        colours: Mapping[str, str],
        related: Mapping[str, bytes],
        blocks: Callable[[Sequence[Any]], tuple[Block, ...]],
    ) -> None:
        self._colours = colours
        self._related = related
        self._blocks = blocks
        self._left = MOST_SHAPES

    def read(self, element: Any) -> Iterator[Shape]:
        """Yield what an element draws: what Word of this century reads of it."""
        if element.tag == f"{_MC}AlternateContent":
            choices = [*element.findall(f"{_MC}Choice"), *element.findall(f"{_MC}Fallback")]
            for inner in choices[0] if choices else ():
                yield from self.read(inner)
        elif element.tag == qn("w:drawing"):
            for holder in element:
                if holder.tag in (f"{_WP}inline", f"{_WP}anchor"):
                    yield from self._drawing(holder)
        elif element.tag in (qn("w:pict"), qn("w:object")):
            yield from self._old(element)

    def _drawing(self, holder: Any) -> Iterator[Shape]:
        extent = holder.find(f"{_WP}extent")
        size = (_side(extent, "cx"), _side(extent, "cy")) if extent is not None else (0.0, 0.0)
        place = _place(holder) if holder.tag == f"{_WP}anchor" else None
        described = holder.find(f"{_WP}docPr")
        said = described.get("descr", "") if described is not None else ""
        data = holder.find(f"{_A}graphic/{_A}graphicData")
        for inner in data if data is not None else ():
            yield from self._shape(inner, (0.0, 0.0, *size), place, said)

    def _shape(self, shape: Any, area: Box4, place: Place | None, said: str) -> Iterator[Shape]:
        """Yield a picture, a shape, or what is in a group, which has measures of its own."""
        self._left -= 1
        if self._left < 0:
            return
        left, top, wide, high = area
        moved = replace(place, across=place.across + left, down=place.down + top) if place is not None else None
        if shape.tag == f"{_PIC}pic":
            blip = shape.find(f"{_PIC}blipFill/{_A}blip")
            data = self._related.get(blip.get(f"{_R}embed", ""), b"") if blip is not None else b""
            yield Picture((wide, high), data, said, moved, _crop(shape.find(f"{_PIC}blipFill/{_A}srcRect")))
        elif shape.tag == f"{_WPS}wsp":
            text = next(shape.iter(_TEXT), None)
            blocks = self._blocks(list(text)) if text is not None else ()
            look = shape.find(f"{_WPS}spPr")
            edge = self._colour(look.find(f"{_A}ln") if look is not None else None)
            yield Box((wide, high), moved or Place(), blocks, self._colour(look), edge)
        elif shape.tag in (f"{_WPG}wgp", f"{_WPG}grpSp"):
            yield from self._group(shape, area, place, said)

    def _group(self, group: Any, area: Box4, place: Place | None, said: str) -> Iterator[Shape]:
        frame = group.find(f"{_WPG}grpSpPr/{_A}xfrm")
        outer = _area(frame, "chOff", "chExt")
        for child in group:
            if self._left <= 0:
                return
            own = child.find(f".//{_A}xfrm")
            if own is None or child.tag == f"{_WPG}grpSpPr" or not (outer[2] and outer[3]):
                continue
            x, y, wide, high = _area(own, "off", "ext")
            across, down = area[2] / outer[2], area[3] / outer[3]
            inner = (
                held(area[0] + (x - outer[0]) * across),
                held(area[1] + (y - outer[1]) * down),
                max(0.0, held(wide * across)),
                max(0.0, held(high * down)),
            )
            yield from self._shape(child, inner, place or Place(), said)

    def _colour(self, look: Any) -> str:
        fill = look.find(f"{_A}solidFill") if look is not None else None
        for colour in fill if fill is not None else ():
            if colour.tag == f"{_A}srgbClr":
                return colour_of(colour.get("val"))
            if colour.tag == f"{_A}schemeClr":
                named = colour.get("val", "")
                return _changed(self._colours.get(_SCHEME.get(named, named), ""), colour)
        return ""

    def _old(self, element: Any) -> Iterator[Shape]:
        """Yield what is drawn in the way of before 2010."""
        for shape in element.iter(f"{_VML}shape", f"{_VML}rect"):
            self._left -= 1
            if self._left < 0:
                return
            parts = (part.partition(":") for part in shape.get("style", "").split(";"))
            style = {name.strip(): value.strip() for name, _, value in parts}
            size = (max(0.0, _measure(style.get("width"))), max(0.0, _measure(style.get("height"))))
            place = _old_place(style) if style.get("position") == "absolute" else None
            image, text = shape.find(f"{_VML}imagedata"), next(shape.iter(_TEXT), None)
            if image is not None:
                yield Picture(size, self._related.get(image.get(f"{_R}id", ""), b""), shape.get("alt", ""), place)
            elif text is not None:
                yield Box(size, place or Place(), self._blocks(list(text)))


def _place(anchor: Any) -> Place:
    across, down = anchor.find(f"{_WP}positionH"), anchor.find(f"{_WP}positionV")
    beside, offset, aligned = _position(across, "column")
    below, dropped, upright = _position(down, "paragraph")
    apart = anchor.find(f"{_WP}wrapTopAndBottom") is not None
    behind = anchor.get("behindDoc") in ("1", "true")
    return Place(beside, offset, aligned, below, dropped, upright, behind, apart)


def _position(element: Any, usual: str) -> tuple[str, float, str]:
    if element is None:
        return usual, 0.0, ""
    offset, aligned = next(element.iter(f"{_WP}posOffset"), None), element.find(f"{_WP}align")
    distance = points(offset.text, EMU) if offset is not None else 0.0
    asked = (aligned.text or "").strip() if aligned is not None else ""
    return element.get("relativeFrom", usual), distance, asked


def _old_place(style: Mapping[str, str]) -> Place:
    beside = (
        style.get("mso-position-horizontal-relative", "text").replace("text", "column").replace("char", "column")
    )
    below = style.get("mso-position-vertical-relative", "text").replace("text", "paragraph")
    aligned = {"absolute": ""}.get(found := style.get("mso-position-horizontal", ""), found)
    upright = {"absolute": ""}.get(found := style.get("mso-position-vertical", ""), found)
    layer = style.get("z-index", "0")
    across = _measure(style.get("margin-left") or style.get("left"))
    down = _measure(style.get("margin-top") or style.get("top"))
    return Place(beside, across, aligned, below, down, upright, layer.startswith("-"))


def _area(frame: Any, offset: str, extent: str) -> Box4:
    if frame is None:
        return 0.0, 0.0, 0.0, 0.0
    off, ext = frame.find(f"{_A}{offset}"), frame.find(f"{_A}{extent}")
    if off is None or ext is None:
        return 0.0, 0.0, 0.0, 0.0
    x, y, wide, high = (number(text) or 0.0 for text in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")))
    return x, y, wide, high


def _crop(rect: Any) -> Box4:
    if rect is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (
        min(0.99, max(0.0, points(rect.get(side), _WHOLE))) for side in ("l", "t", "r", "b")
    )
    return left, top, right, bottom


def _changed(colour: str, element: Any) -> str:
    """Return a colour of the theme, made lighter or darker as it is asked for here."""
    if len(colour) != 6:
        return ""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, strong = colorsys.rgb_to_hls(red, green, blue)
    for change in element:
        part = max(0.0, points(change.get("val"), _WHOLE))
        name = change.tag.rpartition("}")[2]
        light = light * part if name == "lumMod" else light + part if name == "lumOff" else light
    rgb = colorsys.hls_to_rgb(hue, min(1.0, light), strong)
    return "".join(f"{round(part * 255):02X}" for part in rgb)


def _side(element: Any, name: str) -> float:
    return max(0.0, points(element.get(name), EMU))


def _measure(text: str | None) -> float:
    found = _MEASURE.match(text or "")
    return points(found[1], 1 / _POINTS[found[2] or ""]) if found else 0.0
