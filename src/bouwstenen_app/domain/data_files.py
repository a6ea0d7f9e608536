"""The files of data that leave a workspace: their kinds, and what a person calls them."""

from collections.abc import Mapping
from typing import Final

PARCEL: Final = "pakket"
CODEBOOK: Final = "codeboek"
"""A codebook alone, as a document or as a file."""
NAMES: Final[Mapping[str, str]] = {
    "xlsx": "Excel",
    "csv": "CSV",
    "json": "JSON",
    "md": "Tekst",
    "qdpx": "REFI-QDA-project",
    "qdc": "REFI-QDA-codeboek",
    PARCEL: "Pakket",
}
"""By the kind that stands in the log and in the list of what was made: the ending of the file, or a word."""
