"""Only a link of which the place is in the report is one."""

from bouwstenen_app.domain.report import Cell, Listing, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.ui.widgets.report_links import with_live_links


def test_links_that_lead_nowhere_are_plain_text() -> None:
    runs = (Run("hier", link="deel"), Run("weg", link="elders"))
    items = (
        Paragraph(runs),
        Listing((runs,)),
        Table("Tabel", ("Wat",), ((Cell("hier", link="deel"),), (Cell("weg", link="elders"),))),
    )
    report = with_live_links(Report(TitlePage("Titel"), (Section("Een", items=items, anchor="deel"),)))
    paragraph, listing, table = report.sections[0].items

    assert isinstance(paragraph, Paragraph)
    assert isinstance(listing, Listing)
    assert isinstance(table, Table)
    assert [run.link for run in paragraph.runs] == ["deel", ""]
    assert [run.link for run in listing.items[0]] == ["deel", ""]
    assert [row[0].link for row in table.rows] == ["deel", ""]
