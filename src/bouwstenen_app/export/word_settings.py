"""What a template says about the whole document: the language of its text, and of which Word it is."""

from typing import Any, Final

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bouwstenen_app.export.word_numbering import W

_BEHIND_COMPATIBILITY: Final = frozenset(
    {
        "docVars",
        "rsids",
        "mathPr",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "schemaLibrary",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    }
)
"""Settings that stand behind the compatibility, by the order of the standard."""
_BEHIND_LANGUAGE: Final = _BEHIND_COMPATIBILITY - {"docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"}
_MODE: Final = "compatibilityMode"
_WORD: Final = "http://schemas.microsoft.com/office/word"
_CURRENT: Final = 15
"""Word 2013 and later: with less, it opens a document in a mode of former days."""


def speak(document: WordDocument, language: str) -> None:
    """Say which language the text is in: in the defaults, in every style that says another, and in the settings."""
    sheet = document.part._styles_part.element
    for default in sheet.xpath("./w:docDefaults") or [_first(sheet, "w:docDefaults")]:
        run = _first(_first(default, "w:rPrDefault"), "w:rPr")
        if run.find(qn("w:lang")) is None:
            run.append(parse_xml(f'<w:lang xmlns:w="{W}"/>'))
    for lang in sheet.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    settings = document.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    if theme is None:
        theme = parse_xml(f'<w:themeFontLang xmlns:w="{W}"/>')
        _insert(settings, theme, _BEHIND_LANGUAGE)
    theme.set(qn("w:val"), language)


def modernise(document: WordDocument) -> None:
    """Let Word open the document as one of its own time, also when the template is of an older Word."""
    settings = document.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        compatibility = parse_xml(f'<w:compat xmlns:w="{W}"/>')
        _insert(settings, compatibility, _BEHIND_COMPATIBILITY)
    for setting in compatibility.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == _MODE:
            if _number(setting.get(qn("w:val"), "")) >= _CURRENT:
                return
            compatibility.remove(setting)
    said = f'w:name="{_MODE}" w:uri="{_WORD}" w:val="{_CURRENT}"'
    compatibility.append(parse_xml(f'<w:compatSetting xmlns:w="{W}" {said}/>'))


def _insert(settings: Any, element: Any, behind: frozenset[str]) -> None:
    """Put a setting before the first of those that stand behind it."""
    later = (one for one in settings if str(one.tag).rpartition("}")[2] in behind)
    if (found := next(later, None)) is None:
        settings.append(element)
    else:
        found.addprevious(element)


def _first(parent: Any, name: str) -> Any:
    """Return the child of a name, made as the first one when it is not there."""
    child = parent.find(qn(name))
    if child is None:
        child = parse_xml(f'<{name} xmlns:w="{W}"/>')
        parent.insert(0, child)
    return child


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
