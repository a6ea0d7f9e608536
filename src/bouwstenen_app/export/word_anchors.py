"""The hidden bookmarks that say where a text belongs, so that a changed one finds its way back."""

from collections.abc import Iterator, Mapping
from itertools import chain, repeat

from bouwstenen_app.domain.anchors import END, Anchors, edition_name
from bouwstenen_app.domain.report import Report, Section, TitlePage
from bouwstenen_app.domain.spots import Said, field_of, heading_of, of_cover, texts_of
from bouwstenen_app.export.word_markup import Marks

Edges = tuple[str, str]
"""What stands before a text and what behind it."""
NO_EDGES: Edges = ("", "")


class Sources:
    """Gives every text of one report its bookmark, in the order in which they are written."""

    def __init__(self, marks: Marks, report: Report) -> None:
        self._marks = marks
        self._names = Anchors(report.written)
        self.edition = marks.pair(edition_name(report.edition)) if report.edition else NO_EDGES

    def end(self) -> str:
        """Return the mark behind the last text of the report, before what a template says after it."""
        return "".join(self._marks.pair(END))

    def lines(self, said: Said) -> Iterator[Edges]:
        """Yield the bookmarks around the paragraphs of a text, as many as are asked for."""
        anchor = self._names.next(said.source, said.text, field=said.field, label=said.label)
        if anchor is None:
            return repeat(NO_EDGES)
        return chain(map(self._marks.pair, anchor.names()), repeat(NO_EDGES))

    def cover(self, cover: TitlePage) -> Mapping[str, Iterator[Edges]]:
        """Return the bookmarks of the lines of the title page, by field."""
        return {field_of(said): self.lines(said) for said in of_cover(cover)}

    def heading(self, section: Section) -> Edges:
        """Return the bookmark around the heading of a section."""
        return next(self.lines(heading_of(section)))

    def items(self, section: Section) -> Mapping[int, Iterator[Edges]]:
        """Return the bookmarks of the paragraphs and lists of a section, by their place in it."""
        found: dict[int, Iterator[Edges]] = {}
        for said in texts_of(section):
            found |= dict.fromkeys(range(said.first, said.last + 1), self.lines(said))
        return found
