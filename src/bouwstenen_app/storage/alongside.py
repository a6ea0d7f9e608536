"""What is in a workspace outside its journal, and comes along when two laptops have one file in a synced folder.

Lines of the log are added that are not here yet. A half-typed text is taken over when only the other laptop typed
on in it: how it was when the file was last brought up to date stands in the file as a digest. Forms that were
filled in half-way wait for their own laptop: each has a key of its own for them.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.audit import Line
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import LocalRow
from bouwstenen_app.storage.trust_tables import AuditRow

BASE: Final = "half getypt, laatst bijgewerkt"
_DRAFT: Final = "concept"
"""Stands in the keys under which half-typed text is remembered."""
_FORMS: Final = "formulier:half:"
"""How the keys of forms begin that were filled in half-way."""
_LONGEST: Final = 20_000
"""Characters of a half-typed text that is taken over, and of the key that it has."""
_MOST: Final = 1 << 53
"""No person counts as far as this."""
_WRITER: Final = re.compile("[0-9a-f]{32}")
_LOGGED: Final = (AuditRow.at, AuditRow.laptop, AuditRow.act, AuditRow.kind, AuditRow.count, AuditRow.overruled)


def bring(session: Session, lines: Iterable[tuple[Any, ...]], drafts: Mapping[Any, Any]) -> None:
    """Take over what another laptop logged and half typed in the same workspace."""
    log(session, lines)
    ours, base = _drafts(session), _base(session)
    strange = {key for key, text in drafts.items() if not (_is_text(key) and _is_text(text))}
    for key in {*ours, *drafts} - strange:
        mine, other = ours.get(key, ""), drafts.get(key, "")
        if other != mine and _digest(mine) == base.get(key, ""):
            session.execute(delete(LocalRow).where(LocalRow.key == key))
            if other:
                session.add(LocalRow(key=key, value=clean(other).text))


def log(session: Session, lines: Iterable[tuple[Any, ...]]) -> None:
    """Add the lines of another log of the same workspace that are not in this one."""
    here = Counter(logged(session))
    for line in _checked(lines):
        here[line] -= 1
        if here[line] < 0:
            session.add(AuditRow(**dict(zip((column.key for column in _LOGGED), line, strict=True))))


def logged(session: Session) -> list[tuple[Any, ...]]:
    """Return the lines of the log, the oldest first."""
    return [tuple(row) for row in session.execute(select(*_LOGGED).order_by(AuditRow.number))]


def note(store: Store) -> None:
    """Note how half-typed texts are, just before the file is brought up to date."""
    now = {key: _digest(text) for key, text in store.read(_drafts).items()}
    if now != store.read(_base):
        store.remember(BASE, json.dumps(now))


def _checked(lines: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield the lines that are lines of a log."""
    for at, laptop, act, kind, count, overruled in lines:
        with suppress(ValueError, TypeError):
            datetime.fromisoformat(at)
            Line(act, kind)
            if _WRITER.fullmatch(laptop) and _is_count(count) and _is_count(overruled):
                yield at, laptop, act, kind, count, overruled


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < _MOST


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _drafts(session: Session) -> dict[str, str]:
    typed = LocalRow.key.contains(_DRAFT) | LocalRow.key.startswith(_FORMS)
    rows = session.execute(select(LocalRow.key, LocalRow.value).where(typed))
    return {key: value for key, value in rows if value}


def _base(session: Session) -> dict[str, str]:
    noted = session.scalar(select(LocalRow.value).where(LocalRow.key == BASE))
    with suppress(ValueError, TypeError):
        return dict(json.loads(noted or "{}"))
    return {}


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16] if text else ""
