"""A person at work in Word: tracked changes, comments and typing, written into a file as Word writes them."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

MOMENT = "2026-03-04T10:00:00Z"


class Desk:
    """A document that is open in front of a person, until it is saved elsewhere."""

    def __init__(self, source: Path, person: str) -> None:
        self._document = Document(str(source))
        self._person = person
        self._document.core_properties.last_modified_by = person

    def replace(self, old: str, new: str, *, tracked: bool = True) -> "Desk":
        """Put words in the place of others, the first time that they stand there."""
        run = self._run(old)
        before, _, after = run.text.partition(old)
        if not tracked:
            run.text = f"{before}{new}{after}"
            return self
        made = [self._piece(run, before), self._marked(run, "del", old), self._marked(run, "ins", new)]
        made.append(self._piece(run, after))
        for one in made:
            run._r.addprevious(one)
        run._r.getparent().remove(run._r)
        return self

    def add(self, behind: str, line: str) -> "Desk":
        """Write a new paragraph under the one with these words, without tracking."""
        paragraph = self._run(behind)._parent
        new = deepcopy(paragraph._p)
        for child in list(new):
            if child.tag != qn("w:pPr"):
                new.remove(child)
        paragraph._p.addnext(new)
        Paragraph(new, paragraph._parent).add_run(line)
        return self

    def comment(self, words: str, said: str) -> "Desk":
        """Say something of words."""
        self._document.add_comment(self._run(words), said, author=self._person, initials="X")
        return self

    def save(self, target: Path) -> Path:
        """Save it elsewhere."""
        self._document.save(str(target))
        return target

    def _run(self, words: str) -> Run:
        return next(run for paragraph in self._paragraphs() for run in paragraph.runs if words in run.text)

    def _paragraphs(self) -> Iterator[Paragraph]:
        for element in self._document.element.body.iter(qn("w:p")):
            paragraph = Paragraph(element, self._document._body)
            if paragraph.style is None or not paragraph.style.name.lower().startswith("toc"):
                yield paragraph

    def _piece(self, run: Run, text: str, tag: str = "w:t") -> Any:
        piece = deepcopy(run._r)
        for child in list(piece):
            if child.tag != qn("w:rPr"):
                piece.remove(child)
        said = piece.makeelement(qn(tag), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        said.text = text
        piece.append(said)
        return piece

    def _marked(self, run: Run, kind: str, text: str) -> Any:
        names = {"w:id": "901", "w:author": self._person, "w:date": MOMENT}
        element = run._r.makeelement(qn(f"w:{kind}"), {qn(name): value for name, value in names.items()})
        element.append(self._piece(run, text, "w:delText" if kind == "del" else "w:t"))
        return element


def said(source: Path) -> str:
    """Return everything that a document says, also in its tables, in its order."""
    return "\n".join(paragraph.text for paragraph in Desk(source, "")._paragraphs())
