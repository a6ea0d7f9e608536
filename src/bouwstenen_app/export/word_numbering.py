"""How headings and lists are numbered: 1, 1.1, 1.1.1 for headings; bullets; numbers."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERED_LEVELS = 3
_HEADINGS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{{links[{level}]}}<w:suff '
    'w:val="space"/>'
    f'<w:lvlText w:val="{".".join(f"%{n + 1}" for n in range(level + 1))}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    for level in range(NUMBERED_LEVELS)
)
_BULLETS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl>'
)
_NUMBERS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc '
    'w:val="left"/>'
    '<w:pPr><w:ind w:left="454" w:hanging="341"/></w:pPr></w:lvl>'
)


def abstract_numbers(first: int, heading_ids: tuple[str, ...]) -> tuple[str, str, str]:
    """Return the three kinds of numbering (headings, bullets, numbers) as elements, numbered from ``first``."""
    links = tuple(f'<w:pStyle w:val="{name}"/>' for name in heading_ids) if heading_ids else ("",) * NUMBERED_LEVELS
    levels = (
        ("multilevel", _HEADINGS.format(links=links)),
        ("hybridMultilevel", _BULLETS),
        ("hybridMultilevel", _NUMBERS),
    )
    headings, bullets, numbers = (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{first + i}"><w:multiLevelType w:val="{kind}"/>{level}'
        "</w:abstractNum>"
        for i, (kind, level) in enumerate(levels)
    )
    return headings, bullets, numbers


def numbered(level: int, numbering: int) -> str:
    """Return the paragraph property that numbers a heading of ``level`` 1 to 3."""
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{numbering}"/></w:numPr>'
