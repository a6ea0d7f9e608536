"""Every kind of report as a Word file: on the example, on nothing, on one block, on many, and on awkward texts."""

import datetime
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.workspaces import workspace
from tests.export.word_schema import check_valid

from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import KINDS, Recipe, usual
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import findings
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import (
    aligning,
    boards,
    bundling,
    capturing,
    codebook_editing,
    preparing,
    recipes,
    reporting,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

NOW = datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC)
BARE = [slug for slug, kind in KINDS.items() if not kind.needs_blocks]
AWKWARD = (
    "".join(map(chr, range(0xA0, 0x180)))
    + " <&>\"'`´ « » “ ” „ ‚ ‘ ’ – — … \u00ad \u200b \u200e \u200f \u2028 \u2029 "
    "\ufeff \ufffd 😀👩🏽‍🚒 ☐ ∑ €  = + @ # \t \x00\x01\x0b\x1b \ud800 \ufffe"
)
RIGHT_TO_LEFT = "أمينة بن سعيد ושרה כהן"
WORDS = "woord " * 5_000


def made(store: Store, kind: str, folder: Path, about: tuple[str, ...] = ()) -> Path:
    """Write a document of a kind and return it."""
    recipe = replace(store.read(recipes.standard, kind), on=NOW.date(), about=about)
    target = folder / f"{kind}{'-een' if about else ''}.docx"
    report = store.read(reporting.made, recipe)
    for _ in word.write(report, target, template=report_template(), now=NOW):
        pass
    return target


def all_of(store: Store, folder: Path) -> Iterator[Path]:
    """Write a document of every kind; of those about something, one about all and one about the first."""
    for kind in KINDS:
        yield made(store, kind, folder)
    about = {
        "terugkoppeling": store.read(preparing.workshops)[0].id,
        "afstemming": "politie",
        "themadossier": "meldpunt-en-melden",
        "partneruittreksel": "politie",
        "regio-uittreksel": store.read(preparing.workshops)[0].region,
    }
    for kind, subject in about.items():
        yield made(store, kind, folder, (subject,))


def fill_with_bundles(store: Store, codebook: Codebook) -> None:
    blocks = store.read(boards.select_blocks, Selection())
    for place in (0, 30, 60):
        bundle = store.do("Bundel", bundling.bundle_blocks, [blocks[place].id, blocks[place + 50].id]).result
        store.do("Kern", bundling.edit_bundle, bundle, key=True, owner="Politie", why="Omdat het kort is.")
        store.do("Voor", aligning.submit, bundle, [codebook.by_slug[DOMAIN, "politie"].id], on=NOW.date())
    store.do("Eerst", capturing.edit_block, blocks[3].id, release="eerst afstemmen")


def fill_awkwardly(store: Store, codebook: Codebook) -> None:
    """Fill a workspace with sixty themes, and texts that are long, strange or from right to left."""
    for number in range(60):
        store.do("Thema", codebook_editing.add_code, dimension="thema", name=f"Thema {number} {RIGHT_TO_LEFT} & zo")
    for name in (RIGHT_TO_LEFT, f"<{AWKWARD[:40]}>", "r" * 200):
        made = store.do("Sessie", preparing.create_workshop, title=f"Sessie {name}", region=name[:60]).result
        fields = {"main_question": AWKWARD, "place": RIGHT_TO_LEFT, "agreements": [RIGHT_TO_LEFT, WORDS]}
        store.do("Sessie", preparing.edit_workshop, made, **fields)
        lines = [
            f"{'titel ' * 50}@politie #meldingsbereidheid !werkt-goed +3",
            f"{'t' * 300} @om !knelpunt",
            "Kaal",
        ]
        store.do("Vast", capturing.capture_lines, lines, workshop=made)
        for block in store.read(boards.blocks_of, made):
            texts = {"explanation": WORDS, "example": f"- {AWKWARD}\n1. {RIGHT_TO_LEFT}\n\n2) {'x' * 900}"}
            more = {"minority": AWKWARD, "next_step": RIGHT_TO_LEFT, "conditions": [AWKWARD, "y" * 500]}
            store.do("Bewerkt", capturing.edit_block, block.id, **texts, **more)
    blocks = store.read(boards.select_blocks, Selection())
    bundle = store.do("Bundel", bundling.bundle_blocks, [block.id for block in blocks]).result
    store.do("Bundel", bundling.edit_bundle, bundle, title="k" * 300, owner=AWKWARD, key=True)
    store.do("Voor", aligning.submit, bundle, [codebook.by_slug[DOMAIN, "politie"].id], on=NOW.date())


def test_r23_every_kind_on_the_example_is_valid_and_has_nothing_to_mend(
    example_store: Store, codebook: Codebook, tmp_path: Path
) -> None:
    fill_with_bundles(example_store, codebook)
    files = list(all_of(example_store, tmp_path))

    assert {file.name: findings(file) for file in files} == {file.name: () for file in files}
    check_valid(*files)


@pytest.mark.parametrize("kind", KINDS)
def test_without_blocks_there_is_a_sentence_or_a_document_that_needs_none(
    empty_store: Store, tmp_path: Path, kind: str
) -> None:
    if kind in BARE:
        assert findings(made(empty_store, kind, tmp_path)) == ()
    else:
        with pytest.raises(Problem, match="Er zijn geen bouwstenen"):
            made(empty_store, kind, tmp_path)
        assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize("line", ["Kaal", "Bellen @politie #meldingsbereidheid !werkt-goed +3"])
def test_every_kind_can_be_made_of_one_block(empty_store: Store, tmp_path: Path, line: str) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Klein", region="Zuid").result
    empty_store.do("Vast", capturing.capture, line, workshop=workshop)
    about_nothing = {"afstemming", "themadossier", "partneruittreksel"} if line == "Kaal" else set()
    for kind in KINDS:
        if kind in about_nothing:
            with pytest.raises(Problem, match="Er zijn geen bouwstenen over"):
                made(empty_store, kind, tmp_path)
        else:
            assert findings(made(empty_store, kind, tmp_path)) == (), kind


def test_awkward_texts_break_no_kind(empty_store: Store, codebook: Codebook, tmp_path: Path) -> None:
    fill_awkwardly(empty_store, codebook)
    files = [made(empty_store, kind, tmp_path) for kind in KINDS]
    files += [made(empty_store, kind, tmp_path, ("politie",)) for kind in ("afstemming", "partneruittreksel")]

    for file in files:
        with zipfile.ZipFile(file) as package:
            assert package.testzip() is None
        assert [one.message for one in findings(file) if one.kind == "fout"] == [], file.name
    check_valid(*files)


@pytest.mark.parametrize("kind", KINDS)
def test_two_thousand_blocks_are_no_problem(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, kind: str
) -> None:
    store = workspace(tmp_path_factory.getbasetemp(), 2_000)
    try:
        about = ("politie",) if kind == "afstemming" else ()
        assert findings(made(store, kind, tmp_path, about)) == ()
    finally:
        store.close()


def test_a_recipe_of_every_kind_can_be_made_without_a_date(example_store: Store) -> None:
    for kind in KINDS:
        assert example_store.read(reporting.made, usual(kind)).sections
        assert isinstance(usual(kind), Recipe)
