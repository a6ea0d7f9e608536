"""The hidden bookmarks that say where a text belongs, so that a changed one finds its way back."""

from collections import defaultdict
from collections.abc import Mapping

from bouwstenen_app.domain.anchors import Anchors, edition_name
from bouwstenen_app.domain.report import Report, Section
from bouwstenen_app.domain.spots import Said, heading_of, texts_of
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

    def edges(self, said: Said) -> Edges:
        """Return the bookmark around a text; nothing for one that has no place."""
        anchor = self._names.next(said.source, said.text, field=said.field, label=said.label)
        return self._marks.pair(anchor.name) if anchor else NO_EDGES

    def heading(self, section: Section) -> Edges:
        """Return the bookmark around the heading of a section."""
        return self.edges(heading_of(section))

    def items(self, section: Section) -> Mapping[int, Edges]:
        """Return what stands before and behind the paragraphs and lists of a section, by their place in it."""
        found: dict[int, Edges] = defaultdict(lambda: NO_EDGES)
        for said in texts_of(section):
            start, end = self.edges(said)
            found[said.first] = (start, "")
            found[said.last] = (found[said.last][0], end)
        return found
