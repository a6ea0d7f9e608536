"""Word files as other programs write them, made from a few lines of WordprocessingML."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from bouwstenen_app.domain.anchors import Anchor, Anchors

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ID = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def links(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def parts_of(body: str, comments: str = "", extended: str = "", styles: str = "") -> dict[str, str | bytes]:
    """Return the parts of a Word file with this body."""
    related = [("styles", "styles.xml")]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": links(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
    }
    if comments:
        parts["word/comments.xml"] = f"<w:comments {NAMES}>{comments}</w:comments>"
        related.append(("comments", "comments.xml"))
    if extended:
        parts["word/commentsExtended.xml"] = f"<w15:commentsEx {NAMES}>{extended}</w15:commentsEx>"
        related.append(("commentsExtended", "/word/commentsExtended.xml"))
    parts["word/_rels/document.xml.rels"] = links(*related)
    return parts


def packed(path: Path, parts: dict[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def anchor(text: str, field: str = "explanation", label: str = "", identity: str = ID) -> Anchor:
    given = Anchors().next(f"block:{identity}", text, field=field, label=label)
    assert given is not None
    return given


def mark(given: Anchor, inner: str, line: int = 0, number: int = 1) -> str:
    name = list(zip(given.names(), range(line + 1), strict=False))[-1][0]
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner: str, style: str = "", properties: str = "", identity: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    given = f' w14:paraId="{identity}"' if identity else ""
    return f"<w:p{given}><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def added(inner: str, author: str = "Annet", date: str = "2026-03-04T10:00:00Z") -> str:
    return f'<w:ins w:id="9" w:author="{author}" w:date="{date}">{inner}</w:ins>'


def removed(text: str, author: str = "Annet", date: str = "2026-03-04T10:00:00Z") -> str:
    inner = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="9" w:author="{author}" w:date="{date}">{inner}</w:del>'


def ends(kind: str, author: str = "Annet") -> str:
    """Return the properties of a paragraph whose end was added (``ins``) or taken away (``del``)."""
    return f'<w:rPr><w:{kind} w:id="8" w:author="{author}" w:date="2026-03-04T10:00:00Z"/></w:rPr>'


def comment(identity: int, text: str, author: str = "Annet", para_id: str = "") -> str:
    said = para(run(text), identity=para_id)
    return f'<w:comment w:id="{identity}" w:author="{author}" w:date="2026-03-05T09:00:00Z">{said}</w:comment>'
