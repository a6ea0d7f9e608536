"""What the program itself copies asks not to be kept: no history, no cloud of the desktop, only the next paste."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
"""How Qt names a format of Windows that it does not know itself."""
MARKS: Final[Mapping[str, bytes]] = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): bytes(4),
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
    "x-kde-passwordManagerHint": b"secret",
}
"""What Windows (Win+V and its cloud) and the clipboard of KDE look for; others do not look."""


def unkept(data: QMimeData) -> QMimeData:
    """Return the same data with the request not to keep it."""
    for name, value in MARKS.items():
        data.setData(name, value)
    return data


def copy(data: QMimeData | str) -> None:
    """Put a text, or what else there is, on the clipboard."""
    if isinstance(data, str):
        text, data = data, QMimeData()
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(unkept(data))
