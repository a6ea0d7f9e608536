"""Copies of a report as they come back, without a file: texts changed, tracked, added, and comments."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import ADDED, OWN, Comment, Copy, Edit, Text
from bouwstenen_app.domain.spots import Placed, placed


def place(report: Report, belongs: str) -> Placed:
    """Return the first text of a report that belongs to a field."""
    return next(one for one in placed(report) if one.said.belongs == belongs)


def copy_of(
    report: Report,
    *,
    retyped: Mapping[str, str] | None = None,
    tracked: Mapping[str, Mapping[str, str]] | None = None,
    added: Mapping[str, str] | None = None,
    comments: Mapping[str, str] | None = None,
    removed: Sequence[str] = (),
    author: str = "Annet",
    edition: str = "",
) -> Copy:
    """Return a copy of a report in which texts, by what they belong to, are other than they were written.

    ``tracked`` gives for each author what the text is with their changes; the file has them all.
    """
    retyped, tracked, added, comments = retyped or {}, tracked or {}, added or {}, comments or {}
    texts: list[Text] = []
    said: list[Comment] = []
    for position, one in enumerate(placed(report)):
        belongs = one.said.belongs
        if belongs in removed:
            continue
        now = retyped.get(belongs, one.said.text)
        edits = tuple(Edit(who, "2026-03-04T10:00:00Z", text) for who, text in tracked.get(belongs, {}).items())
        after = edits[-1].after if edits else now
        texts.append(Text(OWN, one.anchor, now, after, edits, one.heading, position))
        if belongs in added:
            line = Text(ADDED, one.anchor, added[belongs], added[belongs], (), one.heading, position)
            texts.append(line)
        if belongs in comments:
            words = " ".join(now.split()[:2])
            moment = "2026-03-05T09:00:00Z"
            said.append(
                Comment(
                    comments[belongs],
                    author,
                    moment,
                    words,
                    one.anchor,
                    inside=True,
                    heading=one.heading,
                    position=position,
                )
            )
    copy = Copy("", edition, tuple(texts), tuple(said), author, "2026-03-06T09:00:00Z")
    return replace(copy, digest=f"{hash((copy.texts, copy.comments, author)):x}")
