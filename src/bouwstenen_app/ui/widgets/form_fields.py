"""Which fields belong to a form that is stored as a whole: what is typed there is kept when the workspace locks."""

from typing import Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

FORM_FIELD: Final = "form field"
"""Under this property a field has its name within its place."""


def in_form(field: QLineEdit | QPlainTextEdit, name: str) -> None:
    """Let what is typed in a field be kept under a name when the workspace closes before the form is sent."""
    field.setProperty(FORM_FIELD, name)
