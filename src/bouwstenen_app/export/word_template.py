"""A Word template is opened: ours, or a house style in any of the kinds of file that Word makes of it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from docx import Document
from docx.document import Document as WordDocument

from bouwstenen_app.export.word_file import read_package

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


def open_template(path: Path) -> WordDocument:
    """Return the document in a .docx (or .dotx, .docm, .dotm, whose macros stay behind).

    Raises Problem when it cannot be read, is no Word file, or is larger than a template can sensibly be.
    """
    contents = read_package(path)
    types = contents[_CONTENT_TYPES]
    for other in _OTHER_MAINS:
        types = types.replace(other, _MAIN)
    return Document(_packed({**contents, _CONTENT_TYPES: types}))


def _packed(contents: dict[str, bytes]) -> BytesIO:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return target
