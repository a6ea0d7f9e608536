"""Tables as a reader and a screen reader need them: a header row, a description, no merged and no empty cells."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from bouwstenen_app.domain.report import EMPTY, Cell, Table
from bouwstenen_app.export.word_look import DARK
from bouwstenen_app.export.word_markup import paragraph, raw, styled
from bouwstenen_app.export.word_styles import Look
from bouwstenen_app.export.word_text import attribute, bookmark, escape, lines

MOST_COLUMNS = 7
"""More columns than this do not fit an upright page (domain/rapport.md, section 4); a matrix has one more for the
names of its rows."""
LETTER = 112
"""Twips for one letter of 11 points, on average and in bold."""
PADDING = 230
TIGHT_LETTER, TIGHT = 102, 110
"""The same in a matrix, where all must fit on an upright page."""
SPARES = ((1.4, 1.4, 1.4), (1.3, 1.3, 1.3), (1.2, 1.2, 1.2), (1.4, 1.2, 0), (1.2, 1.2, 0), (1.1, 1.1, 1.1))
SPARES_OF_MATRIX = ((1.4, 1.4, 1.0), (1.4, 1.2, 1.0), (1.3, 1.1, 1.0), (1.2, 1.2, 1.0), (1.1, 1.1, 1.0))
"""A laptop without the letters of the template shows wider ones: a table has as much room for those as it can.

Best first: for words and numbers, for those in its first column, and for headers that need not be broken."""
ROOMY = 0.95
LONGEST_WORD = 24
WHOLE = 12
"""Letters up to which a number with words, such as *9 van 96*, stays on one line."""
_SPOKEN = re.compile(r"[A-Z]{1,4}-\d+")
"""The number of a block or a bundle: it is not broken at its hyphen."""
TEXT_SHARE = 0.22
"""How much of a table that is too wide is for its columns of text, at least."""
TOGETHER, LETTERS = 12, 700
"""The rows, and the letters in them, of a table that is kept on one page at most: a third of that page, about."""
_SAMPLE = 300
_LONG = 12
"""Letters from which a word in a header may be broken where two words meet."""
_SHORT = 6
"""The same, where the word ends in one of its usual endings."""
_ENDING = re.compile(
    "(?<=[a-z]{2})(?=(?:mein|heid|lijk|punt|stuur|schap|stenen|nemers?|wassenen?|king|ving|ning|ming|teit|komst|gere)"
    r"[,;:)]*$)|(?<=[Ss]oci)(?=aal$)|(?<=[Nn]um)(?=mer$)|(?<=[Oo]u)(?=dere$)"
)
_SEAM = re.compile(
    "(?<=[a-z]{4})(?=bescherming|samenwerking|veiligheid|gezondheid|onafhankelijk|organisatie|ontwikkeling|"
    "onderwijs|bestuur|domein|hulp|zorg|maatregel|reclassering|begeleiding|ondersteuning)"
)
"""Where a long Dutch word may be broken: before a word that often ends one."""


def needs_landscape(table: Table, width: int) -> bool:
    """Return whether a table is too wide for an upright page of ``width`` twips."""
    return len(table.header) > MOST_COLUMNS + is_shaded(table) or sum(_least(table)) > width


def stays_together(table: Table) -> bool:
    """Return whether a table is kept on one page: a short one that does not leave half a page empty before it."""
    letters = (len(cell.text) for row in table.rows for cell in row)
    return len(table.rows) <= TOGETHER and sum(letters) <= LETTERS


def kept_rows(table: Table) -> frozenset[int]:
    """Return the rows that stay on the page of the next one: none stands alone above or below the end of a page."""
    last = len(table.rows) - 1
    return frozenset(range(last) if stays_together(table) else {0, last - 1} if last > 1 else ())


def column_widths(table: Table, total: int, letter: float = 1.0) -> list[int]:
    """Return the width of each column in twips: as asked, but wide enough for its longest word if that can be.

    ``letter`` is how wide letters are beside those of Calibri of 11 points.
    """
    spares = SPARES_OF_MATRIX if is_shaded(table) else SPARES
    spared = ((_least(table, letter, *spare), total * (ROOMY if spare[2] > 1 else 1.0)) for spare in spares)
    least = next((widths for widths, room in spared if sum(widths) <= room), None) or _least(table, letter)
    if sum(least) >= total:
        return _rounded(_squeezed(table, least, total), total)
    asked = table.widths if len(table.widths) == len(table.header) else _weights(table)
    shares = [max(share, 0.01) for share in asked]
    fixed: dict[int, float] = {}
    while True:
        rest = total - sum(fixed.values())
        free = sum(share for n, share in enumerate(shares) if n not in fixed)
        widths = [fixed.get(n, rest * share / free if free else 0) for n, share in enumerate(shares)]
        narrow = {n: least[n] for n, width in enumerate(widths) if n not in fixed and width < least[n]}
        if not narrow:
            return _rounded(widths, total)
        fixed.update(narrow)


def _squeezed(table: Table, least: Sequence[float], total: int) -> list[float]:
    """Return the widths of columns that do not all fit; columns of text keep room to be read beside numbers."""
    numbers = sum(width for n, width in enumerate(least) if n in table.numeric)
    texts = sum(least) - numbers
    if not numbers or not texts:
        return [total * width / sum(least) for width in least]
    room = max(total * TEXT_SHARE, total * texts / sum(least))
    return [
        (total - room) * width / numbers if n in table.numeric else room * width / texts
        for n, width in enumerate(least)
    ]


def table_xml(table: Table, look: Look, total: int, anchors: Collection[str]) -> Iterator[str]:
    """Yield a table in pieces, ``total`` twips wide; a cell links only to one of ``anchors``."""
    widths = column_widths(table, total, look.letter)
    shaded = is_shaded(table)
    numeric = look.ids["Tabelgetal midden" if shaded else "Tabelgetal"]
    styles = [numeric if n in table.numeric else look.ids["Tabeltekst"] for n in range(len(widths))]
    yield _opening(table, look.ids["Bouwstenen matrix" if shaded else "Bouwstenen tabel"], widths)
    above = look.ids["Tabelkop midden" if shaded else "Tabelkop getal"]
    headers = [above if n in table.numeric else look.ids["Tabelkop"] for n in range(len(widths))]
    yield _header(table, headers, widths)
    cells = _Cells(look, anchors, shaded=shaded)
    kept = kept_rows(table)
    for number, row in enumerate(table.rows):
        keep = "<w:keepNext/>" if number in kept else ""
        full = (*row, *(Cell(EMPTY),) * (len(widths) - len(row)))
        inner = "".join(
            cells.xml(cell, width, style, keep) for cell, width, style in zip(full, widths, styles, strict=False)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inner}</w:tr>"
    yield "</w:tbl>"


def _opening(table: Table, style: str, widths: Sequence[int]) -> str:
    described = attribute(table.description or table.caption)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{attribute(table.caption)}"/>'
        f'<w:tblDescription w:val="{described}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _header(table: Table, styles: Sequence[str], widths: Sequence[int]) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f"<w:keepNext/></w:pPr><w:r>{_title(text or EMPTY)}</w:r></w:p></w:tc>"
        for text, style, width in zip(table.header, styles, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _title(text: str) -> str:
    """Return the text of a header, with soft hyphens where a word may be broken."""
    return "<w:softHyphen/>".join(f"<w:t>{escape(part)}</w:t>" for part in broken_title(text))


def broken_title(text: str) -> list[str]:
    """Return the text of a header in the pieces between which it may be broken."""
    pieces = [""]
    for word in re.split(r"(\s+)", text):
        parts = _SEAM.split(word) if len(word) >= _LONG else [word]
        first, *rest = [end for part in parts for end in (_ENDING.split(part) if len(part) >= _SHORT else [part])]
        pieces[-1] += first
        pieces += rest
    return pieces


def is_shaded(table: Table) -> bool:
    """Return whether a table has tints: it is a matrix then."""
    return any(cell.shade for row in islice(table.rows, _SAMPLE) for cell in row)


class _Cells:
    """Writes the cells of one table."""

    def __init__(self, look: Look, anchors: Collection[str], *, shaded: bool) -> None:
        self._shaded = shaded
        self._shades = look.palette.shades
        self._ids = look.ids
        self._anchors = anchors

    def xml(self, cell: Cell, width: int, style: str, keep: str) -> str:
        shade = min(max(cell.shade, 0), len(self._shades) - 1)
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{self._shades[shade][0]}"/>' if shade else ""
        middle = '<w:vAlign w:val="center"/>' if self._shaded else ""
        link = cell.link if cell.link in self._anchors else ""
        properties = self._run(shade, linked=bool(link), bold=cell.bold)
        before, after = (
            (f'<w:hyperlink w:anchor="{bookmark(link)}" w:history="1">', "</w:hyperlink>") if link else ("", "")
        )
        text = "".join(
            paragraph(style, f"{before}{raw(line, properties)}{after}", keep)
            for line in lines(cell.text if cell.text.strip() else EMPTY)
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}{middle}</w:tcPr>{text}</w:tc>'

    def _run(self, shade: int, *, linked: bool, bold: bool) -> str:
        if shade >= DARK:
            return styled(self._ids[f"Tint {shade}{' zwaar' if bold else ''}"])
        if linked:
            return styled(self._ids["Hyperlink"])
        return styled(self._ids["Strong"]) if bold else ""


def _least(
    table: Table, wide: float = 1.0, spare: float = 1.0, first: float = 1.0, header: float = 1.0
) -> list[int]:
    """Return the width that the longest word of each column takes, in twips, with room to ``spare``.

    ``first`` is that of the first column, ``header`` that of a header that need not be broken.
    """
    shaded = is_shaded(table)
    letter, padding = (TIGHT_LETTER, TIGHT) if shaded else (LETTER, PADDING)
    above = [max(map(_longest_word, _long_pieces(text) if shaded else [text])) for text in table.header]
    longest = [max(map(_longest_word, broken_title(text))) for text in table.header]
    for row in islice(table.rows, _SAMPLE):
        for n, cell in enumerate(row[: len(longest)]):
            if len(cell.text) * 2 > longest[n]:
                whole = n in table.numeric and len(cell.text) <= WHOLE
                longest[n] = max(longest[n], _letters(cell.text) if whole else _longest_word(cell.text))
    return [
        round(max(letters * (spare if n else first), whole * header) * letter * wide) + padding
        for n, (letters, whole) in enumerate(zip(longest, above, strict=True))
    ]


def _long_pieces(text: str) -> list[str]:
    """Return the pieces of a header that is broken whatever the letters are: its long words."""
    return [piece for word in text.split() for piece in (_SEAM.split(word) if len(word) >= _LONG else [word])]


def _longest_word(text: str) -> int:
    words = text.split() if text[:1].isdigit() or _SPOKEN.fullmatch(text) else text.replace("-", "- ").split()
    return min(max(map(_letters, words), default=1), LONGEST_WORD)


def _letters(word: str) -> int:
    """Return the letters of a word, in which an m or w takes half as much again."""
    return len(word) + (sum(map(word.lower().count, "mw")) + 1) // 2


def _weights(table: Table) -> list[float]:
    """Return how wide the columns would like to be: by their text, within bounds."""
    rows = list(islice(table.rows, _SAMPLE))
    weights = []
    for n, title in enumerate(table.header):
        texts = [len(row[n].text) for row in rows if n < len(row)]
        mean = sum(texts) / len(texts) if texts else 0
        weights.append(min(max(mean, len(title) * 0.6, 4), 60) + 3)
    return weights


def _rounded(widths: Sequence[float], total: int) -> list[int]:
    rounded = [int(width) for width in widths]
    rounded[-1] += total - sum(rounded)
    return rounded
