"""Text on its way into Markdown: every character stands for itself, whatever a person typed."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from bouwstenen_app.domain.report import Run
from bouwstenen_app.export.word_text import bookmark, clean

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&$^@#{}])")
"""What may begin something inside a line: emphasis, code, a link, a tag, an entity, a formula, a mention."""
_AT_START: Final = re.compile(r"\A([-+=:.)!>]|\d{1,9}(?=[.)](?:\s|\Z)))")
"""What begins a list, a heading or a definition at the start of a line."""
_BLANK: Final = re.compile(r"\s")


def block(text: str) -> str:
    """Return a text of one or more lines as one paragraph."""
    return inline((Run(text),))


def cell(text: str) -> str:
    """Return a text on one line: for a heading, or a cell of a table."""
    return _line_start(_escaped(" ".join(clean(text).split())))


def anchor(name: str) -> str:
    """Return the name of an anchor: the same for the same anchor, of letters and digits only."""
    return bookmark(name)


def inline(runs: Sequence[Run], *, table: bool = False) -> str:
    """Return runs as one paragraph, or as what stands in a cell of a table."""
    merged = [
        Run("".join(run.text for run in same), bold, italic, link)
        for (bold, italic, link), same in groupby(runs, key=lambda run: (run.bold, run.italic, run.link))
    ]
    texts = ["\n".join(clean(line) for line in run.text.splitlines()) + _end(run.text) for run in merged]
    pieces = [
        _piece(run, text, "".join(texts[:place])[-1:], "".join(texts[place + 1 :])[:1])
        for place, (run, text) in enumerate(zip(merged, texts, strict=True))
    ]
    return _lines("".join(pieces), table=table)


def _end(text: str) -> str:
    return "\n" if text[-1:] in ("\n", "\r") else ""


def _piece(run: Run, text: str, before: str, behind: str) -> str:
    """Return one run, escaped; marks stand against its words, never against a space."""
    said = text.strip()
    if not said or not (run.bold or run.italic or run.link):
        return _escaped(text)
    start = text.index(said)
    head, tail = text[:start], text[start + len(said) :]
    done = "\n".join(_marked(line, run, head or before, tail or behind) for line in said.split("\n"))
    return f"{head}{done}{tail}"


def _marked(line: str, run: Run, before: str, behind: str) -> str:
    said = line.strip()
    if not said:
        return ""
    done = _escaped(said)
    if run.link:
        done = f"[{done}](#{anchor(run.link)})"
    if not (run.bold or run.italic):
        return done
    if _is_apart(before) and _is_apart(behind):
        mark = "*" * (2 * run.bold + run.italic)
        return f"{mark}{done}{mark}"
    # Against a letter a star would not count as a mark (CommonMark, 6.2).
    tags = [tag for tag, wanted in (("strong", run.bold), ("em", run.italic)) if wanted]
    return "".join(f"<{tag}>" for tag in tags) + done + "".join(f"</{tag}>" for tag in reversed(tags))


def _is_apart(beside: str) -> bool:
    """Say whether what stands beside a mark is a space, or nothing."""
    return not beside or _BLANK.match(beside[-1]) is not None


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _lines(text: str, *, table: bool) -> str:
    lines = [_line_start(line) for line in (" ".join(line.split()) for line in text.split("\n")) if line]
    return ("<br>" if table else "\\\n").join(lines)


def _line_start(line: str) -> str:
    """Return a line of which the first characters are no mark of a list or a heading."""
    found = _AT_START.match(line)
    if found is None:
        return line
    digits = found[0].rstrip(".)")
    return f"{digits}\\{line[len(digits) :]}" if digits.isdigit() else f"\\{line}"
