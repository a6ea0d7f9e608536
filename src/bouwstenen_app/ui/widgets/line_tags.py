"""Tags are put behind the text in the capture line, and taken out of it again."""

from bouwstenen_app.domain.capture import Span
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.tag_highlighter import units


def put_behind(line: CaptureLine, tag: str) -> None:
    """Put a tag behind the text, and a space to go on typing."""
    text = line.toPlainText()
    space = "" if not text or text[-1].isspace() else " "
    new = f"{text}{space}{tag} "
    line.replace_all(new, units(new))
    line.setFocus()


def take_out(line: CaptureLine, span: Span) -> None:
    """Take a tag out of the text; the cursor stands where it stood."""
    text = line.toPlainText()
    before, after = text[: span.start].rstrip(" "), text[span.end :].lstrip(" ")
    new = f"{before} {after}" if before or after else ""
    line.replace_all(new, units(before) + (1 if new else 0))
