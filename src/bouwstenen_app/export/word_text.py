"""Text on its way into the XML of a Word document: cleaned once, escaped once."""

import hashlib
import re

REPLACEMENT = "\ufffd"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NOT_NAME = re.compile(r"\W", re.ASCII)
LONGEST_BOOKMARK = 40
"""Word refuses longer names (ECMA-376, part 1, 17.13.6.2)."""


def clean(text: str) -> str:
    """Return ``text`` on one line: line ends and tabs become a space.

    What XML cannot hold (control characters, lone surrogates) becomes U+FFFD.
    """
    return text if text.isprintable() else _NOT_XML.sub(REPLACEMENT, _BLANKS.sub(" ", text))


def escape(text: str) -> str:
    """Return ``text`` on one clean line, ready to stand between two tags."""
    if not text.isprintable():
        text = clean(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return ``text`` ready to stand between the double quotes of an attribute."""
    return escape(text).replace('"', "&quot;")


def lines(text: str) -> list[str]:
    """Return the lines of ``text`` that say something, escaped; at least one."""
    if text.isprintable():
        return [escape(text)]
    return [escape(line) for line in map(str.strip, text.splitlines()) if line] or [""]


def shortened(text: str, at: int) -> str:
    """Return ``text`` on one clean line of at most ``at`` characters, cut between words where that can be."""
    line = clean(text)
    return line if len(line) <= at else f"{line[: at - 1].rsplit(' ', 1)[0]}…"


def bookmark(anchor: str) -> str:
    """Return the name of the bookmark for an anchor: the same for the same anchor, and one that Word accepts."""
    name = "b_" + _NOT_NAME.sub("_", anchor)
    if len(name) <= LONGEST_BOOKMARK and anchor.isascii():
        return name
    return "h_" + hashlib.sha1(anchor.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:32]
