"""A person at work in LibreOffice: opens a document, types, tracks, comments, and saves it as a Word file."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

OFFICE = shutil.which("soffice")

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{}
</script:module>"""
_PERSON = (
    '<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" oor:op="fuse"><value>{}</value>'
    "</prop></item></oor:items>"
)
_WORK = """
Sub Edit(source, target, orders)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  file = FreeFile
  Open orders For Input As #file
  Do While Not Eof(file)
    Line Input #file, order
    words = Split(order, "|")
    If UBound(words) >= 2 Then Act(doc, words(0), words(1), words(2))
  Loop
  Close #file
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), kind())
  doc.close(True)
End Sub

Sub Act(doc, what, needle, text)
  doc.RecordChanges = (Left(what, 6) = "track-")
  act_ = what
  If doc.RecordChanges Then act_ = Mid(what, 7)
  search = doc.createSearchDescriptor()
  search.SearchString = needle
  search.SearchCaseSensitive = True
  found = doc.findFirst(search)
  Do While Not IsNull(found)
    If InStr(found.ParaStyleName, "Contents") = 0 Then Exit Do
    found = doc.findNext(found.End, search)
  Loop
  If IsNull(found) Then Exit Sub
  cursor = found.Text.createTextCursorByRange(found)
  Select Case act_
    Case "replace": cursor.setString(text)
    Case "after": found.Text.insertString(found.End, text, False)
    Case "before": found.Text.insertString(found.Start, text, False)
    Case "line"
      cursor.gotoEndOfParagraph(False)
      found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
      found.Text.insertString(cursor, text, False)
    Case "split"
      cursor.collapseToEnd()
      found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    Case "remove"
      cursor.gotoStartOfParagraph(False)
      cursor.gotoEndOfParagraph(True)
      cursor.goRight(1, True)
      cursor.setString("")
    Case "empty"
      cursor.gotoStartOfParagraph(False)
      cursor.gotoEndOfParagraph(True)
      cursor.setString("")
    Case "comment"
      note = doc.createInstance("com.sun.star.text.textfield.Annotation")
      note.Author = "Annet Voorbeeld"
      note.Content = text
      note.DateTimeValue = CDateToUnoDateTime(DateSerial(2026, 3, 5))
      found.Text.insertTextContent(cursor, note, True)
    Case "remark"
      note = doc.createInstance("com.sun.star.text.textfield.Annotation")
      note.Author = "Bas Voorbeeld"
      note.Content = text
      found.Text.insertTextContent(found.End, note, False)
  End Select
  doc.RecordChanges = False
End Sub
"""


@dataclass(frozen=True)
class Order:
    """One thing to do: ``replace``, ``after``, ``before``, ``line``, ``split``, ``remove``, ``empty`` …

    It is done where ``needle`` stands; with ``track-`` before it, the change is tracked.
    """

    what: str
    needle: str
    text: str = ""


def edit(
    source: Path, target: Path, orders: Sequence[Order], folder: Path, person: str = "Carla Voorbeeld"
) -> Path:
    """Let a person open a document in LibreOffice, do these things, and save it as a Word file elsewhere."""
    assert OFFICE is not None
    profile = folder / "office"
    _prepare(profile, person)
    script = folder / "orders.txt"
    script.write_text("".join(f"{one.what}|{one.needle}|{one.text}\n" for one in orders), "utf-8")
    macro = f'macro:///Standard.Module1.Edit("{source}","{target}","{script}")'
    command = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", macro]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=os.environ | {"LC_ALL": "C.UTF-8"})
    assert target.is_file()
    return target


def _prepare(profile: Path, person: str) -> None:
    """Make a profile of LibreOffice with the macro in it; a first start fills it with what belongs there."""
    assert OFFICE is not None
    if not profile.exists():
        command = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--terminate_after_init"]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(_MODULE.format(escape(_WORK)), "utf-8")
    settings = profile / "user" / "registrymodifications.xcu"
    said = _PERSON.format(escape(person))
    settings.write_text(settings.read_text("utf-8").replace("</oor:items>", said), "utf-8")
