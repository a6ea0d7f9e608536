"""The styles of Word that paragraphs have, by what they are in a report."""

from typing import Final

ROLES: Final = {
    "body": "Body Text",
    "lead": "Inleiding",
    "quote": "Quote",
    "summary": "Samengevat",
    "interpretation": "Duiding",
    "minority": "Minderheidsstandpunt",
    "provenance": "Herkomst",
    "note": "Opmerking",
    "label": "Tussenkop",
}
