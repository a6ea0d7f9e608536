"""Tooltips say what stands there: nothing that a person typed is read as markup."""

from html import escape


def tip(text: str) -> str:
    """Return a text for a tooltip as it is: Qt reads one with tags in it as markup, and loads pictures for it."""
    shown = escape(text).replace("\n", "<br>")
    return f"<span>{shown}</span>" if "<" in text or "&lt;" in text else text
