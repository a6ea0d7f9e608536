"""The forms a report can go out in, each with what writes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.word_acts import WORD, Writer, to_word


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file."""

    key: str
    name: str
    ending: str
    files: str
    """What the dialog calls such files."""
    writer: Callable[[Desk, Recipe], Writer]
    """Gives what writes a report in this form."""
    says: Callable[[], str] = str
    """What there is to know before it is made; empty for nothing."""


def forms() -> Sequence[Form]:
    """Return the forms there are, in the order in which a person chooses from them."""
    return (Form("word", "Word", *WORD, lambda _desk, _recipe: to_word),)


def form_called(key: str) -> Form:
    """Return the form with this key; Word when there is none."""
    found = forms()
    return next((form for form in found if form.key == key), found[0])
