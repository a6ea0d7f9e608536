"""Which session, theme, partner or region a person means by what was typed, with near names when there is none."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code, folded
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import ABOUT_PARTNER, ABOUT_REGION, ABOUT_THEME, Kind
from bouwstenen_app.services import preparing
from bouwstenen_app.services.codebooks import codebook

NEAR: Final = 3
"""How many near names are told."""
WORD_ALIKE: Final = 0.75
"""How much one word of a name must look like what was typed."""
NONE: Final[Mapping[str, str]] = {
    ABOUT_THEME: "Er is geen thema “{typed}” in deze werkmap.",
    ABOUT_PARTNER: "Er is geen partner “{typed}” in deze werkmap.",
    ABOUT_REGION: "Er is geen regio “{typed}” in deze werkmap.",
}
NO_REGIONS: Final = "Er is nog geen sessie met een regio in deze werkmap. Vul eerst bij een sessie de regio in."


def named(session: Session, kind: Kind, typed: str) -> str:
    """Return what ``Recipe.about`` holds for the subject of this name; Problem when there is none."""
    match kind.about:
        case "sessie":
            return preparing.named(session, typed).id
        case "regio":
            return _region(session, typed)
        case "thema":
            return _code(session, THEME, kind.about, typed)
        case _:
            return _code(session, DOMAIN, kind.about, typed)


def near(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that look most like what was typed: those that hold it, then those a few letters away."""
    spelled = {folded(name): name for name in names}
    wanted = folded(typed)
    holding = [name for plain, name in spelled.items() if wanted and (wanted in plain or plain in wanted)]
    close = [spelled[plain] for plain in get_close_matches(wanted, spelled, n=NEAR, cutoff=0.6)]
    alike = [
        name for name in names if get_close_matches(wanted, [*map(folded, name.split())], n=1, cutoff=WORD_ALIKE)
    ]
    return tuple(dict.fromkeys([*close, *holding, *alike]))[:NEAR]


def perhaps(typed: str, names: Sequence[str]) -> str:
    """Return the sentence that names what was perhaps meant; what there is when nothing looks like it."""
    if found := near(typed, names):
        return f"Bedoelde je {' of '.join(f'“{name}”' for name in found)}?"
    quoted = [f"“{name}”" for name in names[:NEAR]]
    more = len(names) - len(quoted)
    rest = [f"{dutch.number(more)} andere"] if more > 0 else []
    return f"Er is wel {dutch.enumerated([*quoted, *rest])}." if quoted else ""


def _region(session: Session, typed: str) -> str:
    names = sorted({one.region for one in preparing.workshops(session) if one.region}, key=str.casefold)
    if not names:
        raise Problem(NO_REGIONS)
    wanted = folded(typed)
    same = [name for name in names if folded(name) == wanted]
    found = same or [name for name in names if wanted and folded(name).startswith(wanted)]
    found = found or [name for name in names if wanted and wanted in folded(name)]
    if len(found) != 1:
        raise _unknown(ABOUT_REGION, typed, found or names)
    return found[0]


def _code(session: Session, dimension: str, about: str, typed: str) -> str:
    codes = codebook(session).of(dimension)
    wanted = folded(typed)
    steps = (
        [code for code in codes if typed.strip() in code.abbreviations],
        [code for code in codes if wanted and wanted in (folded(code.slug), folded(code.name))],
        [code for code in codes if wanted and wanted in {folded(name) for name in code.synonyms}],
        [code for code in codes if wanted and folded(code.name).startswith(wanted)],
    )
    found: list[Code] = next((step for step in steps if len(step) == 1), [])
    if not found:
        raise _unknown(about, typed, [code.name for code in codes if not code.retired])
    return found[0].slug


def _unknown(about: str, typed: str, names: Sequence[str]) -> Problem:
    return Problem(f"{NONE[about]} {{perhaps}}", typed=typed.strip(), perhaps=perhaps(typed, names))
