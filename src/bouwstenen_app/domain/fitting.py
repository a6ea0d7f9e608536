"""Whether a value from a file of unknown origin holds in each of its fields what the field is for."""

from dataclasses import fields
from functools import cache
from typing import Any, Final, get_args, get_origin

_MOST: Final = 1 << 31
"""No count or place in a list is so large; a larger one cannot be painted."""


def refuse_strange(made: Any) -> None:
    """Raise ValueError when a field of a dataclass holds another kind of value than it says.

    Also for a number below zero or too large, and for a text with half a character.
    """
    part: Any = type(made)
    for name, kinds, many in _said(part):
        value = getattr(made, name)
        if many:
            fits = type(value) is tuple and all(type(one) is kinds[0] for one in value)
        else:
            fits = type(value) in kinds
        if not fits or (type(value) is int and not 0 <= value < _MOST):
            raise ValueError(name)
        for text in value if type(value) is tuple else (value,):
            if type(text) is str:
                text.encode()  # half a character cannot be


@cache
def _said(part: Any) -> tuple[tuple[str, tuple[Any, ...], bool], ...]:
    """Return of each field its name, the kinds it may hold, and whether it holds many of the first."""
    return tuple(
        (field.name, get_args(field.type) or (field.type,), get_origin(field.type) is tuple)
        for field in fields(part)
    )
