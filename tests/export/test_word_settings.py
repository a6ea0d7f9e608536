from docx import Document
from docx.oxml.ns import qn

from bouwstenen_app.export.word_settings import modernise, speak


def test_every_style_speaks_the_language_of_the_report() -> None:
    document = Document()
    normal = document.styles["Normal"].element.get_or_add_rPr()
    language = normal.makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    normal.append(language)
    speak(document, "nl-NL")
    said = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}

    assert said == {"nl-NL"}
    assert document.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == "nl-NL"


def test_a_document_of_an_older_word_opens_as_one_of_today() -> None:
    document = Document()
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    modernise(document)
    modernise(document)
    modes = list(settings.iter(qn("w:compatSetting")))

    assert [mode.get(qn("w:val")) for mode in modes] == ["15"]


def test_a_newer_mode_stays() -> None:
    document = Document()
    modernise(document)
    mode = next(document.settings.element.iter(qn("w:compatSetting")))
    mode.set(qn("w:val"), "16")
    modernise(document)

    assert mode.get(qn("w:val")) == "16"
