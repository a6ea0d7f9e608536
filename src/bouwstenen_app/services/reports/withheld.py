"""What may not be shown stays out of the texts of bundles too: they are drafted from the words of their blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle

TELLING: Final = 12
"""Letters from which words inside a longer line are recognised; shorter ones only when they are the whole line."""


def without(bundle: Bundle, shown: Sequence[Block], withheld: Sequence[Block]) -> Bundle:
    """Return a bundle without the lines that say what withheld blocks say, or name one of them.

    What a block that is shown says as well stays. A title of a withheld block gives way to that of the block with
    most votes among those that are shown.
    """
    if not withheld:
        return bundle
    words = _Words(shown, withheld)
    title = bundle.title
    if words.tells(title):
        best = max(shown, key=lambda block: block.votes, default=None)
        title = best.title if best is not None else bundle.spoken_id
    return replace(
        bundle,
        title=title,
        explanation=words.cleared(bundle.explanation),
        why=words.cleared(bundle.why),
        example=words.cleared(bundle.example),
        next_step=words.cleared(bundle.next_step),
        owner=words.cleared(bundle.owner),
        minority=words.cleared(bundle.minority),
        conditions=tuple(text for text in bundle.conditions if not words.tells(text)),
    )


class _Words:
    """Knows the lines of withheld blocks that no block says that is shown, and how the withheld ones are called."""

    def __init__(self, shown: Iterable[Block], withheld: Sequence[Block]) -> None:
        allowed = {line for block in shown for line in _lines(block)}
        self._lines = {line for block in withheld for line in _lines(block)} - allowed
        self._long = [line for line in self._lines if len(line) >= TELLING]
        self._names = [block.spoken_id.casefold() for block in withheld]

    def tells(self, text: str) -> bool:
        """Return whether a text says what a withheld block says."""
        plain = _plain(text)
        return (
            plain in self._lines
            or any(line in plain for line in self._long)
            or any(name in plain for name in self._names)
        )

    def cleared(self, text: str) -> str:
        """Return a text without the lines that do."""
        return "\n".join(line for line in text.split("\n") if not self.tells(line))


def _lines(block: Block) -> Iterator[str]:
    texts = (block.title, block.explanation, block.example, block.next_step, block.minority, *block.conditions)
    yield from filter(None, (_plain(line) for text in texts for line in text.split("\n")))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
