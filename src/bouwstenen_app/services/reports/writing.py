"""What every part of a report is written from: what was read, what was chosen, and what the chapter is about."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from bouwstenen_app.domain.recipes import MOST_FIRST, Kind, Recipe
from bouwstenen_app.domain.report import Paragraph, Run, Section
from bouwstenen_app.services.reports.counts import Groups
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.subjects import Subject, narrowed

OWN: Final = "section:"
"""Before the name of a part: the key of the text that the writer put under its heading."""
GENERATED: Final = "text:"
"""Before the key of a generated passage: the key of the text that takes its place."""
TO_REACT: Final = datetime.timedelta(days=14)
"""How long people can react to a document, unless another date is given."""


@dataclass(frozen=True)
class Writing:
    """What every part of a report is written from."""

    read: Material
    """In a chapter about one subject: only what belongs to that."""
    recipe: Recipe
    kind: Kind
    subject: Subject | None = None
    """What the chapter is about, in a kind that is about something."""
    root: "Writing | None" = None
    """What all chapters are written from, beside the part of it that this one is about."""

    @cached_property
    def groups(self) -> Groups:
        """How the blocks divide over the main groups of theme and domain."""
        return Groups.of(self.read)

    @cached_property
    def chapters(self) -> Groups:
        """The same groups, with the themes in the order of the chapters that was chosen."""
        return self.groups.most_first() if self.recipe.chapters == MOST_FIRST else self.groups

    @property
    def everything(self) -> Material:
        """What was read, whatever the chapter is about."""
        return self.root.read if self.root else self.read

    @property
    def all_groups(self) -> Groups:
        """How all blocks divide, whatever the chapter is about; counted once for all chapters."""
        return self.root.groups if self.root else self.groups

    @property
    def reply_before(self) -> datetime.date | None:
        """The day before which people can react: as chosen, else two weeks after the date of the document."""
        return self.recipe.reply_before or (self.recipe.on + TO_REACT if self.recipe.on else None)

    def about(self, subject: Subject) -> "Writing":
        """Return what a chapter about one subject is written from."""
        return replace(self, read=narrowed(self.read, subject, self.kind), subject=subject, root=self)

    def passage(self, part: str, key: str, *runs: Run | str, role: str = "body", keep: bool = False) -> Paragraph:
        """Return a generated paragraph that a writer can write anew; of each subject it has a text of its own.

        With ``keep`` it stays on the page of what follows.
        """
        source = f"{GENERATED}{part}:{key}{f':{self.subject.key}' if self.subject else ''}"
        said = tuple(one if isinstance(one, Run) else Run(one) for one in runs)
        return Paragraph(said, role, keep_with_next=keep, source=source)


Part = Callable[[Writing], Iterable[Section]]
