"""Where a text in a Word file belongs: the names of its hidden bookmarks, and what a name says when it comes back.

A name is that of a hidden bookmark (Word hides names that begin with ``_``) of 40 characters:

``_bw``, 16 hexadecimal digits of whose text it is, a letter for the kind, two letters for the field, two digits
(hexadecimal) for the length of the label before the text, two (base 36) for how many times the same text was in the
report before, two (base 36) for the line of the text, and 12 hexadecimal digits of the digest of the whole text.
Every paragraph of a text has a bookmark of its own: LibreOffice 7.4 breaks one over several paragraphs in two.

**What the digest is of**: the text as a reader sees it, made so that saving a file in Word or LibreOffice does not
change it (:func:`seen`): Unicode NFC; every run of white space (also no-break spaces, line ends and tabs) one
space; curly and straight quotes alike; « and », soft hyphens, invisible characters and what XML cannot hold left
out; every hyphen the plain one; and without the mark of a list at the start of a line, because Word shows its own.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

PREFIX: Final = "_bw"
EDITION: Final = "_bwe"
END: Final = "_bw_einde"
"""The name of the bookmark behind the last text of ours: what comes after it is of the template."""
LONGEST: Final = 40
"""Word refuses longer names (ECMA-376, part 1, 17.13.6.2)."""

BLOCK, BUNDLE, TEXT, MADE = "block", "bundle", "text", "made"
BESIDE: Final = "beside"
"""The field of what stands beside a text in a column for remarks: nobody's, and what is typed in it is a remark."""
TABLE: Final = "table"
"""The field of a table: its name stands at the caption, its text is the caption and the rows."""
_LETTERS: Final = {BLOCK: "s", BUNDLE: "k", TEXT: "t", MADE: "m"}
"""None is a hexadecimal digit. *made* is what the program wrote and nobody's field: a heading, a sentence."""
_KINDS: Final = {letter: kind for kind, letter in _LETTERS.items()}
_CODES: Final = {
    "": "xx",
    "title": "ti",
    "explanation": "ex",
    "example": "vb",
    "conditions": "co",
    "next_step": "ns",
    "minority": "mi",
    "why": "wy",
    "owner": "ow",
    "beside": "bs",
    "table": "tb",
}
_FIELDS: Final = {code: field for field, code in _CODES.items()}
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST: Final = len(_DIGITS) ** 2
"""How many times a text can stand in a report, and how many lines of it can be named."""
_LONGEST_LABEL: Final = 0xFF
_LINE, _DIGEST = 2, 12
"""How many characters of a name say which line, and what the digest is."""
_NAME: Final = re.compile(
    r"_bw([0-9a-f]{16})([skmt])([a-z]{2})([0-9a-f]{2})([0-9a-z]{2})([0-9a-z]{2})([0-9a-f]{12})"
)
_EDITION_NAME: Final = re.compile(r"_bwe([0-9a-f]{32})")

_LIST_MARK: Final = re.compile(r"(?:[-–•*·]|\d{1,2}[.)])\s+")
_MARKS: Final = frozenset("-–•*·0123456789")
_SAME: Final = (("‘’‚‛′ʼ´", "'"), ("“”„‟″", '"'), ("‐‑", "-"), ("«»\u00ad\u200b\u2060\ufeff\ufffd", ""))
_ALIKE: Final = str.maketrans({sign: one for signs, one in _SAME for sign in signs})
_OTHERWISE: Final = re.compile(f"[{''.join(signs for signs, _ in _SAME)}]")
_UNFIT: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


Spot = tuple[str, str, str, int]
"""Which text in a document: its kind, the 16 digits of whose it is, the field, and the number of times before."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the name of a bookmark says: whose text it stands around, and what that text was when it was written."""

    kind: str
    """``BLOCK``, ``BUNDLE``, ``TEXT`` (a passage of the report that has a key) or ``MADE``."""
    tail: str
    """The last 16 digits of an id, or 16 of the digest of a key."""
    field: str
    label: int
    """How many characters stand before the text in its first paragraph and are not of it, such as *Nodig. *."""
    place: int
    """How many times the same text stood in the report before this: 0 for the first."""
    digest: str
    """Of the whole text, in the name of each of its lines."""
    line: int = 0

    @property
    def name(self) -> str:
        """The name of the bookmark."""
        letter, code = _LETTERS[self.kind], _CODES[self.field]
        place, line = _counted(self.place), _counted(self.line)
        return f"{PREFIX}{self.tail}{letter}{code}{self.label:02x}{place}{line}{self.digest}"

    def names(self) -> Iterator[str]:
        """Yield the names of the bookmarks of its lines, of the first and as many of the others as there can be."""
        name = self.name
        yield name
        start, end = name[: -_LINE - _DIGEST], name[-_DIGEST:]
        yield from (f"{start}{_counted(line)}{end}" for line in range(1, MOST))

    @property
    def spot(self) -> Spot:
        """Which text this is, whatever it says: the same for two versions of a document."""
        return self.kind, self.tail, self.field, self.place

    def fits(self, *texts: str) -> bool:
        """Return whether one of these texts is, as a reader sees it, the one that was written."""
        return any(digest(text) == self.digest for text in texts)


class Anchors:
    """Gives out the anchors of one document in reading order, each with a name of its own.

    ``written`` has the digests of texts in whose place a document keeps another one (a text of the writer that was
    left as it was): the name says what the text was made from, so that the next look still sees the difference.
    """

    def __init__(self, written: Mapping[Spot, str] | None = None) -> None:
        self._written = written or {}
        self._times: Counter[tuple[str, str, str]] = Counter()

    def next(self, source: str, text: str, *, field: str = "", label: str = "") -> Anchor | None:
        """Return the anchor of the next text; None for a source that is none, or one that stands everywhere.

        ``source`` is ``block:ID:FIELD``, ``bundle:ID:FIELD``, or one of them without field when ``field`` is given;
        ``text:KEY``; or ``made:KEY``. ``label`` is what stands before the text in the same paragraph.
        """
        whose = _whose(source, field)
        if whose is None or self._times[whose] >= MOST:
            return None
        place = self._times[whose]
        self._times[whose] = place + 1
        kept = self._written.get((*whose, place)) if self._written else None
        return Anchor(*whose, min(len(label), _LONGEST_LABEL), place, kept or digest(text))


def read(name: str) -> Anchor | None:
    """Return what the name of a bookmark says; None when it is not one of ours."""
    found = _NAME.fullmatch(name.lower())
    if found is None or found[3] not in _FIELDS:
        return None
    tail, letter, code, label, place, line, digested = found.groups()
    return Anchor(_KINDS[letter], tail, _FIELDS[code], int(label, 16), int(place, 36), digested, int(line, 36))


def edition_name(edition: str) -> str:
    """Return the name of the bookmark that says which edition of a document this is (an id)."""
    return f"{EDITION}{edition}"


def edition_of(name: str) -> str:
    """Return the id of the edition that a bookmark names; empty when it names none."""
    found = _EDITION_NAME.fullmatch(name.lower())
    return found[1] if found else ""


def tail_of(source: str) -> str:
    """Return the 16 digits by which a source is called in a name: of its id, or of the digest of its key."""
    kind, _, rest = source.partition(":")
    if kind in (TEXT, MADE):
        return _hash(source)[:16]
    return rest.partition(":")[0][-16:].lower()


def seen(text: str) -> str:
    """Return a text as a reader sees it, on lines that say something: what two versions are compared by."""
    plain = text.isprintable()
    if not plain:
        text = _UNFIT.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _OTHERWISE.search(text):
            text = text.translate(_ALIKE)
    if plain:
        return _bare(text)
    return "\n".join(filter(None, map(_bare, text.splitlines())))


def digest(text: str) -> str:
    """Return 12 hexadecimal digits of a text as a reader sees it, wherever its lines end."""
    return _hash(seen(text).replace("\n", " "))[:_DIGEST]


def _whose(source: str, field: str) -> tuple[str, str, str] | None:
    kind, _, rest = source.partition(":")
    if kind in (TEXT, MADE) and rest:
        return kind, tail_of(source), field if field in (BESIDE, TABLE) else ""
    if kind not in (BLOCK, BUNDLE):
        return None
    identity, _, named = rest.partition(":")
    tail = identity[-16:].lower()
    field = field or named
    if len(tail) < 16 or not set(tail) <= set(_DIGITS[:16]) or field not in _CODES or not field:
        return None
    return kind, tail, field


def _bare(line: str) -> str:
    """Return a line without the mark of a list, with single spaces."""
    line = line.strip()
    if line[:1] in _MARKS and (mark := _LIST_MARK.match(line)):
        line = line[mark.end() :]
    return " ".join(line.split())


def _counted(number: int) -> str:
    return _DIGITS[number // len(_DIGITS)] + _DIGITS[number % len(_DIGITS)]


def _hash(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
