"""Every kind of report in house styles of others: our check finds no errors, and every reference is there."""

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.export import house_styles

from bouwstenen_app.domain.recipes import KINDS, usual
from bouwstenen_app.export import word
from bouwstenen_app.export.findings import Finding
from bouwstenen_app.services import reporting
from bouwstenen_app.storage.store import Store

NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
MAKERS = (house_styles.municipality, house_styles.landscape, house_styles.letter, house_styles.word_cover)


@pytest.mark.parametrize("make", MAKERS)
def test_every_kind_is_for_everyone_in_a_house_style(
    example_store: Store, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    template = make(tmp_path / "sjabloon.dotx")
    for kind in KINDS:
        report = example_store.read(reporting.made, replace(usual(kind), on=NOW.date()))
        target, found = tmp_path / f"{kind}.docx", list[Finding]()
        for _ in word.write(report, target, template=template, now=NOW, found=found):
            pass
        with ZipFile(target) as package:
            body = package.read("word/document.xml").decode()
            relations = package.read("word/_rels/document.xml.rels").decode()

        assert [finding for finding in found if finding.kind == "fout"] == [], kind
        assert set(re.findall(r'r:(?:id|embed)="(\w+)"', body)) <= set(re.findall(r'Id="(\w+)"', relations)), kind
