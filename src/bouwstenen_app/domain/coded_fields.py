"""The fields of a block that hold codes, in JSON of the shape of the examples (``voorbeeldsessies/1``)."""

from collections.abc import Mapping
from typing import Final

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME

CODED: Final[Mapping[str, str]] = {
    "domeinen": DOMAIN,
    "themas": THEME,
    "soort": KIND,
    "perspectief": "perspectief",
    "levensfase": "levensfase",
    "geweldsvorm": "geweldsvorm",
    "juridisch_kader": "juridisch-kader",
    "rijpheid": "rijpheid",
    "niveau": "niveau",
}
"""The name of the field, and the slug of the dimension that its codes are of."""
