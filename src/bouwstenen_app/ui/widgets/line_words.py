"""What is said of the text in the capture line: what is odd about its tags, what becomes of a pasted line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.capture import Draft, read
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.matching import names


def _tr(text: str) -> str:
    return QCoreApplication.translate("CaptureBar", text)


def odd(draft: Draft) -> str:
    """Return what is odd about the tags of a line; empty when nothing is."""
    if draft.unknown_tags:
        return _unknown(draft.unknown_tags)
    if draft.only_tags:
        return _tr("Er staan nog alleen tags. Zo wordt het een bouwsteen zonder titel.")
    return ""


def described(line: str, book: Codebook) -> str:
    """Return in one line what becomes of a pasted line: its title, and behind it its tags, votes and table."""
    draft = read(line, book, suggest=False)
    tags = [names(book).spelling(code) for code in draft.codes]
    votes = [f"+{draft.votes}"] if draft.votes else []
    table = [_tr("tafel {n}").format(n=draft.table)] if draft.table else []
    return "   ".join(filter(None, (draft.title, " ".join((*tags, *draft.unknown_tags, *votes, *table)))))


def _unknown(tags: Sequence[str]) -> str:
    if len(tags) == 1:
        said = _tr("{tags} staat niet in het codeboek. De tag blijft bewaard als nieuw voorstel.")
    else:
        said = _tr("{tags} staan niet in het codeboek. Die tags blijven bewaard als nieuwe voorstellen.")
    return said.format(tags=dutch.enumerated(tags))
