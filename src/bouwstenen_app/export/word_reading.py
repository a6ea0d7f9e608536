"""Reading a Word file that came back: its texts with what was changed in them, its comments with their places."""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from typing_extensions import override

from bouwstenen_app.domain.anchors import BESIDE
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.reviews import Comment, Copy, Text
from bouwstenen_app.export.word_file import read_package
from bouwstenen_app.export.word_reading_lines import Line, Lines, Stamp, Styles, dated
from bouwstenen_app.export.word_reading_pieces import after, as_line, as_text, before, pieces_of
from bouwstenen_app.export.word_reading_tables import besides, first_cells, in_tables
from bouwstenen_app.export.word_reading_texts import Remarked, Texts
from bouwstenen_app.export.word_xml import BrokenXmlError, Reader

LARGEST_TEXT: Final = 120_000_000
"""Bytes of the text of a document, ten thousand blocks is a third of it."""
MOST_COMMENTS: Final = 20_000
_MAIN: Final = "/officeDocument"


def read(path: Path) -> Copy:
    """Return what stands in a Word file, whoever saved it last; Problem when it is no sound Word file."""
    parts = read_package(path)
    try:
        return _copy(parts)
    except (BrokenXmlError, KeyError, ValueError, RecursionError) as error:
        raise Problem(
            "“{name}” is beschadigd of geen Word-document: er is niets ingelezen. Open het in Word, bewaar het "
            "opnieuw als .docx en kies het nog eens.",
            name=path.name,
        ) from error


def _copy(parts: Mapping[str, bytes]) -> Copy:
    main = _main(parts)
    if len(parts[main]) > LARGEST_TEXT:
        raise ValueError("too large")
    related = _related(parts, main)
    document, styles, properties = Lines(), Styles(), _Properties()
    document.read(parts[main])
    if styles_part := related.get("styles"):
        styles.read(parts[styles_part])
    if "docProps/core.xml" in parts:
        properties.read(parts["docProps/core.xml"])
    texts = Texts(styles)
    found = texts.read(document.lines)
    saved = Stamp(as_line(properties.author), dated(properties.date))
    own, beside = _divided(found)
    comments = [
        *_comments(parts, related, texts, document.lines),
        *in_tables(document.lines, saved),
        *besides(beside, saved),
    ]
    return Copy(
        digest=_digest(parts, main, related),
        edition=document.edition,
        texts=own,
        comments=tuple(sorted(comments, key=lambda one: one.position)),
        author=saved.author,
        date=saved.date,
    )


def _divided(texts: Sequence[Text]) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Return the texts of a document, and those that stand beside them in a column for remarks."""
    divided: tuple[list[Text], list[Text]] = ([], [])
    for text in texts:
        divided[text.anchor is not None and text.anchor.field == BESIDE].append(text)
    return tuple(divided[0]), tuple(divided[1])


def _main(parts: Mapping[str, bytes]) -> str:
    links = _Links()
    links.read(parts["_rels/.rels"])
    main = next((target for kind, target in links.targets if kind.endswith(_MAIN)), "")
    return _inside(parts, "", main)


def _related(parts: Mapping[str, bytes], main: str) -> Mapping[str, str]:
    """Return the parts that a document needs, by what they are: ``comments``, ``commentsExtended``, ``styles``."""
    folder, name = posixpath.split(main)
    links = _Links()
    if data := parts.get(posixpath.join(folder, "_rels", f"{name}.rels")):
        links.read(data)
    found = {}
    for kind, target in links.targets:
        what = kind.rpartition("/")[2]
        if what in ("comments", "commentsExtended", "styles"):
            found[what] = _inside(parts, folder, target)
    return found


def _inside(parts: Mapping[str, bytes], folder: str, target: str) -> str:
    """Return the name of a part that is referred to; KeyError when it is not in the file."""
    name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    parts[name]
    return name


def _digest(parts: Mapping[str, bytes], main: str, related: Mapping[str, str]) -> str:
    whole = hashlib.sha256()
    for name in (main, *(related[what] for what in ("comments", "commentsExtended") if what in related)):
        whole.update(parts[name])
        whole.update(b"\0")
    return whole.hexdigest()


def _comments(
    parts: Mapping[str, bytes], related: Mapping[str, str], texts: Texts, lines: Sequence[Line]
) -> Iterator[Comment]:
    if "comments" not in related:
        return
    written, extended = Lines(), _Extended()
    written.read(parts[related["comments"]])
    if "commentsExtended" in related:
        extended.read(parts[related["commentsExtended"]])
    if len(written.comments) > MOST_COMMENTS:
        raise ValueError("too many comments")
    of: dict[str, list[Line]] = {identity: [] for identity in written.comments}
    for line in written.lines:
        if line.comment in of:
            of[line.comment].append(line)
    said = {identity: _said(own) for identity, own in of.items()}
    whose = {line.id: identity for identity, own in of.items() for line in own if line.id}
    rows = first_cells(lines)
    for identity, stamp in written.comments.items():
        last = next((line.id for line in reversed(of[identity]) if line.id), "")
        parent = whose.get(extended.parents.get(last, ""), "")
        place = texts.remarked.get(identity) or texts.remarked.get(parent) or Remarked()
        yield Comment(
            text=said[identity],
            author=as_line(stamp.author),
            date=dated(stamp.date),
            quote=as_line(after(place.quote) or before(place.quote)),
            anchor=place.anchor,
            inside=place.inside,
            heading=place.heading,
            row=rows.get(place.cell[:2], "") if place.cell else "",
            answers=said.get(parent, ""),
            resolved=last in extended.done,
            position=place.position,
        )


def _said(lines: Sequence[Line]) -> str:
    return as_text("\n".join(after(pieces_of(line)).strip() for line in lines))


class _Links(Reader):
    """Reads what a part refers to: the kind of each, and where it is."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[tuple[str, str]] = []

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rel:Relationship" and attributes.get("TargetMode") != "External":
            self.targets.append((attributes.get("Type", ""), attributes.get("Target", "")))


class _Extended(Reader):
    """Reads which comment answers which, by the last paragraph of each, and which are resolved."""

    def __init__(self) -> None:
        super().__init__()
        self.parents: dict[str, str] = {}
        self.done: set[str] = set()

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        paragraph = attributes.get("w15:paraId", "")
        if name == "w15:commentEx" and paragraph:
            self.parents[paragraph] = attributes.get("w15:paraIdParent", "")
            if attributes.get("w15:done") in ("1", "true"):
                self.done.add(paragraph)


class _Properties(Reader):
    """Reads who saved a file last, and when."""

    def __init__(self) -> None:
        super().__init__()
        self.author = self.date = ""
        self._name = ""

    @override
    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._name = name

    @override
    def on_end(self, name: str) -> None:
        self._name = ""

    @override
    def on_text(self, text: str) -> None:
        if self._name == "cp:lastModifiedBy":
            self.author += text
        elif self._name == "dcterms:modified":
            self.date = (self.date + text)[:40]
