"""What a person reads of a workspace in a synced folder: is the file there up to date with what was typed here?"""

from datetime import datetime


def told(program: str, at: datetime | None, trouble: str = "", *, pending: bool) -> str:
    """Return whether the file in the folder of a program is up to date, since when, and what is in the way."""
    if trouble:
        return f"Nog niet bijgewerkt in {program}. {trouble}"
    if pending:
        since = f", laatst om {at:%H:%M}" if at else ""
        return f"Nog niet bijgewerkt in {program}{since}. Dat gaat vanzelf, om de paar minuten en bij het sluiten."
    return f"Bijgewerkt in {program} om {at:%H:%M}." if at else f"Bijgewerkt in {program}."
