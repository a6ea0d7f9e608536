from dataclasses import dataclass, replace
from datetime import date

import pytest

from bouwstenen_app.domain.fitting import refuse_strange


@dataclass(frozen=True)
class Sound:
    name: str = "x"
    count: int = 3
    on: bool = True
    day: date | None = None
    words: tuple[str, ...] = ("a", "b")


def test_what_fits_is_let_through() -> None:
    refuse_strange(Sound())
    refuse_strange(Sound("", 0, False, date(2026, 11, 30), ()))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("name", 3), ("name", None), ("name", "\ud800"), ("count", "3"), ("count", 1.5), ("count", True)),
        *(
            ("count", -1),
            ("count", 1 << 31),
            ("on", 1),
            ("day", "2026-11-30"),
            ("words", ["a"]),
            ("words", (["a"],)),
        ),
        ("words", ("\udfff",)),
    ],
)
def test_another_kind_of_value_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"{field}|surrogates"):
        refuse_strange(replace(Sound(), **{field: value}))
