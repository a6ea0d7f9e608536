from bouwstenen_app.export.pdf_language import with_language

PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Title (x) >>\nendobj\n2 0 obj\n<<\n/Type /Catalog\n/Pages 3 0 R\n>>\nendobj\n"
    b"xref\n0 4\n0000000000 65535 f \ntrailer\n<<\n/Size 4\n/Info 1 0 R\n/Root 2 0 R\n>>\nstartxref\n94\n%%EOF\n"
)


def test_the_language_is_added_behind_what_is_there() -> None:
    made = with_language(PDF, "nl-NL")
    update = made[len(PDF) :]

    assert made.startswith(PDF)
    assert update.startswith(b"2 0 obj\n<<\n/Type /Catalog\n/Pages 3 0 R\n/Lang (nl-NL)\n")
    assert b"/DisplayDocTitle true" in update
    assert f"xref\n2 1\n{len(PDF):010d} 00000 n \n".encode() in update
    assert b"/Prev 94" in update
    assert int(update.split(b"startxref\n")[1].split()[0]) == made.rindex(b"xref\n2 1")


def test_what_is_built_in_another_way_stays_as_it_is() -> None:
    assert with_language(b"%PDF-1.7 iets anders", "nl-NL") == b"%PDF-1.7 iets anders"
    assert with_language(with_language(PDF, "nl-NL"), "nl-NL").count(b"/Lang (nl-NL)") == 1
