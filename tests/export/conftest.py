"""The example report, written once, and a small one for whatever must be written often."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from report_samples import TEMPLATE, example_report, said

from bouwstenen_app.domain.report import Report, Section, TitlePage
from bouwstenen_app.export import word

NOW = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)


@pytest.fixture(scope="session")
def report() -> Report:
    return example_report()


@pytest.fixture
def small_report() -> Report:
    return Report(TitlePage("Klein verslag"), (Section("Kern", items=(said("Eén alinea."),)),))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, report: Report) -> Path:
    target = tmp_path_factory.mktemp("rapport") / "rapport.docx"
    for _ in word.write(report, target, template=TEMPLATE, now=NOW):
        pass
    return target
