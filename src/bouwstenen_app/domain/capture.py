r"""The grammar of the capture line: what a typed text means, and how a block is written as one.

Where the grammar leaves a choice:

- In a dimension with one value the last tag counts, and a tag goes before the word in capitals at the start.
- ``+7`` counts where, tags aside, nothing follows it: at the end of the first line, of a part (so before
  ``nodig:``), or of the whole; of several the last one counts and the others stay text. More than 9999 is text.
- ``nodig:``, ``vb:`` and ``>>`` count in any case, after a space or at the start, when text follows; what
  stands twice is put together. A comma between digits does not divide; ``\,`` is a comma in one condition.
- ``tafel 4:`` counts at the very start only, before the word in capitals, with its colon or with nothing behind
  it; so *tafel 4 zegt dat* is text. ``tafel 0:`` says: of no table, whatever stays active. Alone it is no block.
- A backslash takes the meaning away from every marker, not only from ``#``, ``@`` and ``!``.
- Web addresses are text, like e-mail addresses.
- Where a tag stood before closing punctuation, the space in front goes with it: *bij #politie.* gives *bij.*
- The title is the first line with text; a line that held only tags leaves no empty line behind.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import DOMAIN, KIND, Codebook
from bouwstenen_app.domain.matching import key, names
from bouwstenen_app.domain.mentions import Suggestion, suggestions
from bouwstenen_app.domain.tokens import (
    ESCAPE,
    EXAMPLE,
    NEEDS,
    NEXT_STEP,
    PART,
    TABLE,
    TAG,
    VOTES,
    Token,
    kind_word,
    markers,
    scan,
    table_number,
    table_word,
)

__all__ = ["Draft", "Span", "Suggestion", "lines", "names_only_a_table", "read", "said", "suggestions", "write"]

MOST_TABLES: Final = 99

_HEAD: Final = ""
_TAKEN: Final = "\0"
"""Stands where a marker was taken out, until the text is put together; cleaning leaves no other."""

_CLOSING: Final = tuple(",.;:!?…)]}»”")
_COMMA: Final = re.compile(r"(?<!\\),(?!(?<=\d,)\d)|\n")
_COMMA_INSIDE: Final = re.compile(r",(?!(?<=\d,)\d)")
_VOTES_INSIDE: Final = re.compile(r"(?<!\S)\+(?=\d{1,4}[^\S\n]*$)", re.ASCII | re.MULTILINE)
_BULLET: Final = re.compile(r"\s*(?:[•‣◦▪·–*-]|\d{1,3}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Span:
    """A marker in the text, for its colour.

    Roles: ``domain``, ``code`` (a theme or another dimension), ``kind``, ``unknown``, ``votes``, and ``marker`` for
    what opens a part or takes the meaning of the next character away.
    """

    start: int
    end: int
    role: str
    code: str | None = None
    """Id of the code it sets (the first, for a combination)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a typed text means: the fields of a block, before it is one.

    Two drafts are equal if they say the same, however it was typed. ``spans`` are places in the text as
    ``cleaning.clean`` returns it, which is what stands in the line.
    """

    title: str = ""
    explanation: str = ""
    example: str = ""
    conditions: tuple[str, ...] = ()
    next_step: str = ""
    codes: tuple[str, ...] = ()
    """Ids of the codes of every dimension, in the order of the codebook."""
    kind: str | None = None
    """Id of the code of the dimension *soort* among them."""
    unknown_tags: tuple[str, ...] = ()
    """As typed, prefix included."""
    votes: int = 0
    table: int | None = None
    """The number of the table that said it; 0 when it is of no table, None when the line does not say."""
    suggestions: tuple[Suggestion, ...] = field(default=(), compare=False)
    removed: int = field(default=0, compare=False)
    """How many characters were removed that a document cannot hold."""
    spans: tuple[Span, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """All that is said in words, part by part on lines of its own."""
        return said(self)

    @property
    def only_tags(self) -> bool:
        """Whether there are tags or votes but no text: such a line is kept, with a warning."""
        return not self.text and not self.empty

    @property
    def only_table(self) -> bool:
        """Whether a table is named and nothing else: it holds for the lines that follow."""
        return self.empty and self.table is not None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not (self.text or self.codes or self.unknown_tags or self.votes)


def read(text: str, codebook: Codebook, *, uses: Mapping[str, int] | None = None, suggest: bool = True) -> Draft:
    """Return what a typed text means; every text means something, and nothing of it is lost.

    ``uses`` (code id → how often) puts the suggestions in order; ``suggest=False`` leaves them out, to be quicker.
    """
    cleaned = clean(text)
    typed = cleaned.text
    tokens = scan(typed, codebook)
    parts = {name: _tidied(written) for name, written in _parts(typed, tokens).items()}
    title, _, explanation = parts.get(_HEAD, "").partition("\n")
    conditions = _divided(parts.get(NEEDS, ""))
    example, next_step = parts.get(EXAMPLE, ""), parts.get(NEXT_STEP, "")
    codes = _codes(tokens, codebook)
    draft = Draft(
        title=title,
        explanation=explanation.strip("\n"),
        example=example,
        conditions=conditions,
        next_step=next_step,
        codes=codes,
        kind=next((code.id for code in codebook.select(codes, KIND)), None),
        unknown_tags=_unknown(typed, tokens),
        votes=next((int(typed[token.start + 1 : token.end]) for token in tokens if token.role == VOTES), 0),
        table=next((table_number(typed[token.start : token.end]) for token in tokens if token.role == TABLE), None),
        removed=cleaned.removed,
        spans=tuple(_span(token, codebook) for token in tokens),
    )
    if not suggest:
        return draft
    return replace(draft, suggestions=suggestions(draft.text, codebook, without=codes, uses=uses))


def said(block: Draft | Block) -> str:
    """Return all that a block says in words, part by part on lines of its own."""
    texts = (block.title, block.explanation, block.example, *block.conditions, block.next_step)
    return "\n".join(filter(None, texts))


def write(block: Draft | Block, codebook: Codebook) -> str:
    """Return the line that reads as this block: to take it back into the line and change it."""
    line = _without_table(block, codebook)
    if block.table is not None and block.table <= MOST_TABLES:
        return f"tafel {block.table}: {line.lstrip(' ')}".rstrip(" ")
    return f"\\{line}" if table_word(line) else line


def _without_table(block: Draft | Block, codebook: Codebook) -> str:
    title = _literal(block.title.strip(), codebook)
    if kind_word(title, codebook):
        title = f"\\{title}"
    tags = [names(codebook).spelling(code) for code in codebook.sorted(block.codes)]
    votes = f"+{block.votes}" if block.votes else ""
    head = " ".join(filter(None, (title, *tags, *block.unknown_tags, votes)))
    explanation = _literal(block.explanation, codebook)
    parts = {
        NEEDS: ", ".join(_condition(text, codebook) for text in block.conditions),
        EXAMPLE: _literal(block.example, codebook),
        NEXT_STEP: _literal(block.next_step, codebook),
    }
    opened = (f"{opening} {text}" for opening, text in parts.items() if text)
    first = "\n".join(filter(None, (f" {votes}" if head == votes else head, explanation)))
    return ("\n" if explanation else " ").join(filter(None, (first.rstrip(), *opened)))


def lines(text: str, *, without_bullets: bool = False) -> tuple[str, ...]:
    """Return the lines of a pasted text or a file that hold something: one line, one block.

    ``without_bullets`` takes list marks in front away (``•``, ``-``, ``1.``), as they come from other programs.
    """
    found = (line.strip() for line in clean(text).text.split("\n"))
    return tuple(_BULLET.sub("", line, count=1) if without_bullets else line for line in found if line)


def names_only_a_table(line: str) -> bool:
    """Say whether a line makes no block, but says which table the lines after it are from."""
    word = table_word(line)
    return word is not None and word.role == TABLE and not line[word.end :].strip()


def _parts(typed: str, tokens: Iterable[Token]) -> dict[str, str]:
    """Return what is written under each opening, with ``_TAKEN`` where a marker stood."""
    pieces: dict[str, list[str]] = {_HEAD: []}
    current, place = pieces[_HEAD], 0
    for token in tokens:
        current.append(typed[place : token.start])
        if token.role == PART:
            current = pieces.setdefault(typed[token.start : token.end].lower(), [])
            current.append("\n")
        elif token.role != ESCAPE:
            current.append(_TAKEN)
        place = token.end
    current.append(typed[place:])
    return {opening: "".join(texts) for opening, texts in pieces.items()}


def _tidied(text: str) -> str:
    """Return a text single-spaced, without what was taken out; lines that held nothing else go."""
    kept = (line for line in text.split("\n") if _TAKEN not in line or line.replace(_TAKEN, "").strip())
    return "\n".join(" ".join(_closed_up(line).split()) for line in kept).strip("\n")


def _closed_up(line: str) -> str:
    """Return a line without what was taken out, nor the spaces that this would leave before punctuation."""
    kept: list[str] = []
    for place, piece in enumerate(line.split(_TAKEN)):
        if place and piece.startswith(_CLOSING):
            while kept and not kept[-1].strip():
                kept.pop()
            kept[-1:] = [last.rstrip() for last in kept[-1:]]
        kept.append(piece)
    return "".join(kept)


def _divided(text: str) -> tuple[str, ...]:
    items = (item.replace("\\,", ",").strip() for item in _COMMA.split(text))
    return tuple(filter(None, items))


def _codes(tokens: Iterable[Token], codebook: Codebook) -> tuple[str, ...]:
    """Return the codes that are set; in a dimension with one value the last one that was typed."""
    chosen: dict[str, str] = {}
    for code in (code for token in tokens for code in token.codes):
        dimension = codebook.dimension(codebook.code(code).dimension)
        chosen[code if dimension.multiple else dimension.slug] = code
    return codebook.sorted(chosen.values())


def _unknown(typed: str, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return the tags that name no code, as typed; what is written alike but for case and hyphens once."""
    found: dict[str, str] = {}
    for token in tokens:
        if token.role == TAG and not token.codes:
            written = typed[token.start : token.end]
            found.setdefault(written[0] + key(written[1:]), written)
    return tuple(found.values())


def _span(token: Token, codebook: Codebook) -> Span:
    if token.role == VOTES:
        return Span(token.start, token.end, "votes")
    if token.role in (PART, ESCAPE, TABLE):
        return Span(token.start, token.end, "marker")
    if not token.codes:
        return Span(token.start, token.end, "unknown")
    first = codebook.code(token.codes[0])
    return Span(token.start, token.end, {DOMAIN: "domain", KIND: "kind"}.get(first.dimension, "code"), first.id)


def _literal(text: str, codebook: Codebook) -> str:
    """Return a text with a backslash before all that would be read as a marker."""
    places = {token.start for token in markers(text, names(codebook), disarmed=True)}
    places.update(found.start() for found in _VOTES_INSIDE.finditer(text))
    edges = [0, *sorted(places), len(text)]
    return "\\".join(text[start:end] for start, end in pairwise(edges)) if places else text


def _condition(text: str, codebook: Codebook) -> str:
    escaped = _COMMA_INSIDE.sub(r"\\,", _literal(" ".join(text.split()), codebook))
    return f"{escaped} " if escaped.endswith("\\") else escaped
