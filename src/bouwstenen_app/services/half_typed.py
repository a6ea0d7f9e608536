"""Half-typed text: kept beside the journal, and gone in the very step that stores what it became."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from bouwstenen_app.storage.session import Work

P = ParamSpec("P")
T = TypeVar("T")


def stored(
    session: Work, kept_as: str, verb: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run the verb that stores a typed text, and let go of what was kept of that text while it was half-typed.

    Both are one transaction: after a crash the text is in its block or in the line, never in both.
    """
    done = verb(session, *args, **kwargs)
    session.forget(kept_as)
    return done
