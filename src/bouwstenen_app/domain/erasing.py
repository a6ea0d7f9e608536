"""Erasing for good: which fields hold words, what is left of a row without them, and what goes along with it."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

Rows = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Table → id → fields."""
MARK: Final = "[gewist]"
"""What stands where a text stood that was taken over from something that is erased."""
GONE: Final = "gewist"
"""The status of a block of which nothing but its number is left."""
CUT: Final = "…"
ABOUT_ERASED: Final = "Stap waarvan de tekst is gewist"

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "workspace": ("title",),
    "codebook": ("title", "title_en", "source", "notes"),
    "dimension": ("name", "name_en", "definition", "seed_quote"),
    "code": ("name", "name_en", "definition", "seed_quote", "synonyms", "abbreviations"),
    "combination": ("name", "synonyms", "seed_quote"),
    "workshop": (
        "title", "region", "place", "location", "facilitator_role", "co_facilitator_role", "client_role",
        "main_question", "agreements", "vote_rule", "source",
    ),
    "round": ("name", "method", "question"),
    "attendance": ("organisation",),
    "cluster": ("name", "source"),
    "block": ("title", "explanation", "example", "conditions", "next_step", "note", "source", "minority"),
    "proposal": ("text",),
    "bundle": ("title", "explanation", "why", "example", "conditions", "next_step", "owner", "minority", "note"),
    "consent": ("note",),
    "filter": ("name", "query"),
    "photo": ("name",),
    "recipe": ("name", "title", "subtitle", "edition", "author", "circulation", "query"),
    "passage": ("text", "replaced"),
    "edition": ("reason",),
    "review": ("name",),
    "remark": ("heading", "quote", "before", "after", "text", "author", "answer"),
}  # fmt: skip
"""The fields of each table in which a person's words stand, or words taken from a file."""

KEEPS: Final[Mapping[str, tuple[str, ...]]] = {
    "workshop": ("region_code",),
    "block": ("workshop_id", "prefix", "number"),
    "bundle": ("number",),
}
"""Of these a row without words stays, so that a spoken number is never given twice; of all others nothing stays."""

BELONGS: Final[Mapping[str, tuple[str, ...]]] = {
    "round": ("workshop_id",),
    "attendance": ("workshop_id",),
    "cluster": ("workshop_id",),
    "block": ("workshop_id",),
    "photo": ("workshop_id", "block_id"),
    "tagging": ("block_id",),
    "proposal": ("block_id",),
    "contribution": ("block_id", "bundle_id"),
    "judgement": ("first_id", "second_id"),
    "consent": ("bundle_id",),
    "passage": ("recipe_id",),
    "remark": ("review_id", "subject"),
}
"""What is erased with a row: the rows of these tables that name it in one of these fields."""

_QUOTED: Final = re.compile("“.*”", re.DOTALL)
_TAG: Final = re.compile(r"[#@!]\w")
_APOSTROPHES: Final = "'’‘ʼ`´"
_HYPHENS: Final = "-‐‑–"
_BREAK: Final = "[\u00ad\u200b]?"
"""Where a word may be broken, between two letters: seen by nobody."""
_ACCENTS: Final = "\u0300-\u036f"
LONG: Final = 12
"""So many characters of a text are no coincidence: they are taken out of the middle of other texts too."""


def shell(table: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stays of the making of an erased row: its number, and that it is gone."""
    kept = {name: fields[name] for name in KEEPS[table] if name in fields}
    return kept | {"removed": True} | ({"status": GONE} if table == "block" else {})


def named_by(table: str, fields: Mapping[str, Any]) -> list[str]:
    """Return the ids of the rows that a row belongs to, as far as its fields say it."""
    values = (fields.get(name) for name in BELONGS.get(table, ()))
    return [value.rpartition(":")[2] for value in values if isinstance(value, str) and value]


def standing(rows: Rows, gone: Collection[str]) -> Rows:
    """Return rows (by table and id) without those that are erased, and what belongs to them."""
    left = {table: dict(lines) for table, lines in rows.items()}
    gone = set(gone)
    while True:
        away = {
            (table, row)
            for table, lines in left.items()
            for row, fields in lines.items()
            if row in gone or any(one in gone for one in named_by(table, fields))
        }
        if not away:
            return left
        for table, row in away:
            del left[table][row]
        gone |= {row for _, row in away}


def cut(label: str) -> str:
    """Return the sentence of a step without what it quotes."""
    if _TAG.search(label):
        return ABOUT_ERASED
    return _QUOTED.sub(f"“{CUT}”", label)


def word_pattern(text: str) -> re.Pattern[str]:
    """Return what finds a word or phrase by itself, in capitals or not, over the end of a line too.

    However it was written: letters and their accents apart (as a Mac does), with curled or straight apostrophes,
    with a hyphen of any kind, and with places in it where a line may break.
    """
    words = r"\s+".join(map(_as_written, text.split()))
    return re.compile(rf"(?<!\w){words}(?![\w{_ACCENTS}])", re.IGNORECASE)


def without_accents(text: str) -> str:
    """Return a text in small letters without accents: what is the same in it sounds the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _as_written(word: str) -> str:
    return _BREAK.join(map(_letter, unicodedata.normalize("NFC", word)))


def _letter(letter: str) -> str:
    if alike := next((signs for signs in (_APOSTROPHES, _HYPHENS) if letter in signs), ""):
        return f"[{re.escape(alike)}]"
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def copy_patterns(texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Return what finds texts where they were taken over: as a line of their own, long ones anywhere."""
    found = [_copied(text) for text in sorted(dict.fromkeys(texts), key=len, reverse=True)]
    return (re.compile("|".join(found), re.MULTILINE),) if found else ()


def _copied(text: str) -> str:
    words = r"\s+".join(map(re.escape, text.split()))
    if len(text.strip()) >= LONG:
        return rf"(?<!\w){words}(?!\w)"
    return rf"^[ \t]*{words}(?= \([A-Z][\w-]*\)$|[ \t]*$)"


def replaced(value: Any, pattern: re.Pattern[str], by: str) -> Any:
    """Return a value of a field with what a pattern finds replaced; lists and names in it are looked through."""
    if isinstance(value, str):
        return pattern.sub(lambda _: by, value)
    if isinstance(value, list):
        return [replaced(one, pattern, by) for one in value]
    if isinstance(value, dict):
        return {key: replaced(one, pattern, by) for key, one in value.items()}
    return value


def said(fields: Mapping[str, Any], table: str) -> list[str]:
    """Return the texts in the fields of a row that are more than a sign."""
    found: list[str] = []
    for name in TEXTS.get(table, ()):
        value = fields.get(name)
        texts = value if isinstance(value, list) else [value]
        found += (text.strip() for text in texts if isinstance(text, str) and len(text.strip()) > 1)
    return [*dict.fromkeys(found)]
