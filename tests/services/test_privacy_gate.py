"""The gate before what leaves: fifteen texts with an identifier in it are fifteen blocks in the gate."""

from datetime import date, datetime
from pathlib import Path

import pytest

from bouwstenen_app.domain.privacy import KINDS, NAME, findings
from bouwstenen_app.domain.privacy_roles import replaced
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import KINDS as REPORTS
from bouwstenen_app.domain.recipes import usual
from bouwstenen_app.services import boards, capturing, checking_privacy, exporting, parcelling, preparing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.checking_privacy import Noticed, Passes
from bouwstenen_app.services.reporting import Recipe
from bouwstenen_app.storage.store import Store

POSITIVE = (
    "Bel moeder op 06-12345678",
    "Vader is te bereiken op +31 6 4455 6677",
    "Oma heeft een vaste lijn: 0475-512345",
    "Bsn 123456782 staat op het formulier",
    "Haar burgerservicenummer, 1112.22.333, stond in de mail",
    "Mail naar k.visser@ziggo.nl graag",
    "Hij mailde vanaf kevin.s@student.hva.nl naar school",
    "Gestort op NL91 ABNA 0417 1643 00",
    "Zij woont aan de Kerkstraat 12a in het dorp",
    "Postcode 3512 JE is genoeg om haar te vinden",
    "Een meisje, geboren op 12-03-2015, zei niets",
    "Hij is op 3 mei jarig",
    "Zaaknummer 2024-118834 liep al",
    "Parket 05/123456-23 loopt nog",
    "De auto met kenteken 12-ABC-3 stond er weer",
)


def filled(store: Store) -> list[str]:
    """Store the fifteen texts as blocks, each in another field; return their spoken ids."""
    workshop = store.read(preparing.workshops)[0].id
    made = []
    for number, text in enumerate(POSITIVE):
        line = text if number % 3 == 0 else f"Samen op pad {number} vb: {text}" if number % 3 == 1 else ""
        done = store.do("Vast", capturing.capture, line or f"Samen op pad {number}", workshop=workshop).result
        assert done is not None
        if not line:
            store.do("Uitleg", capturing.edit_block, done.block, explanation=text)
        made.append(done.spoken_id)
    return made


def looked(store: Store, recipe: Recipe) -> tuple[Noticed, ...]:
    read = store.read(reporting.material, recipe)
    work = checking_privacy.look(reporting.build(read, recipe), {*checking_privacy.no_persons(read)})
    while True:
        try:
            next(work)
        except StopIteration as end:
            noticed: tuple[Noticed, ...] = end.value
            return noticed


def test_r03_the_fifteen_texts_are_of_every_kind_of_identifier() -> None:
    assert len(POSITIVE) == 15
    assert {one.kind for text in POSITIVE for one in findings(text)} >= {*KINDS} - {NAME}


def test_r03_a_report_with_fifteen_positive_texts_shows_fifteen_blocks_in_the_gate(example_store: Store) -> None:
    made = filled(example_store)
    noticed = looked(example_store, Recipe(on=date(2026, 11, 30)))
    red = {one.where.split()[0] for one in noticed if one.red and one.source.startswith("block:")}
    assert red == set(made)


def test_r03_without_them_the_gate_of_no_kind_of_report_has_anything_red(example_store: Store) -> None:
    for kind in REPORTS:
        assert [one for one in looked(example_store, usual(kind)) if one.red] == []


def test_r02_a_block_of_which_the_identifier_was_taken_out_is_no_longer_in_the_gate(example_store: Store) -> None:
    filled(example_store)
    for block in example_store.read(boards.select_blocks, Selection()):
        texts = {name: getattr(block, name) for name in ("title", "explanation", "example")}
        clean = {name: _without(text) for name, text in texts.items()}
        if clean != texts:
            example_store.do("Weg", capturing.edit_block, block.id, **clean)
    assert [one for one in looked(example_store, Recipe(on=date(2026, 11, 30))) if one.red] == []


def _without(text: str) -> str:
    """Return the text with the role that is proposed in the place of every finding, as the key does it."""
    while found := findings(text):
        text = replaced(text, found[0])
    return text


NOW = datetime(2026, 12, 1, 2)
OF_BLOCKS = [kind for kind in exporting.KINDS if kind != exporting.CODEBOOK]


def at_the_gate(store: Store, target: Path, passes: Passes = len) -> list[Noticed]:
    """Let a file of data go when it passes, and return what was found in it."""
    found: list[Noticed] = []

    def look(noticed: tuple[Noticed, ...]) -> None:
        found.extend(noticed)
        passes(noticed)

    if target.suffix == ".bouwstenen":
        parcelling.send(store, target, Selection(), passes=look)
    else:
        for _ in exporting.export(store, target, now=NOW, passes=look):
            pass
    return found


def red_blocks(found: list[Noticed]) -> set[str]:
    return {one.where.split()[0] for one in found if one.red and one.source.startswith("block:")}


@pytest.mark.parametrize("kind", [*OF_BLOCKS, ".bouwstenen"])
def test_r03_a_file_of_data_with_fifteen_positive_texts_shows_fifteen_blocks_in_the_gate(
    example_store: Store, tmp_path: Path, kind: str
) -> None:
    assert [one for one in at_the_gate(example_store, tmp_path / f"eerst{kind}") if one.red] == []
    made = filled(example_store)
    assert red_blocks(at_the_gate(example_store, tmp_path / f"uit{kind}")) == set(made)


@pytest.mark.parametrize("kind", [*OF_BLOCKS, ".bouwstenen"])
def test_r03_where_nobody_asks_for_a_reason_nothing_red_goes_out(
    example_store: Store, tmp_path: Path, kind: str
) -> None:
    filled(example_store)
    target = tmp_path / f"uit{kind}"
    with pytest.raises(Problem, match="15 persoonsgegevens gevonden"):
        at_the_gate(example_store, target, checking_privacy.refuse_red)
    assert list(tmp_path.glob("uit*")) == []


def test_r03_r04_what_was_replaced_is_still_at_the_gate_of_a_parcel_until_it_is_erased(
    example_store: Store, tmp_path: Path
) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    done = example_store.do("Vast", capturing.capture, POSITIVE[0], workshop=workshop).result
    assert done is not None
    example_store.do("Weg", capturing.edit_block, done.block, title="Bel moeder op [telefoonnummer]")
    assert red_blocks(at_the_gate(example_store, tmp_path / "uit.json")) == set()
    (before,) = (one for one in at_the_gate(example_store, tmp_path / "een.bouwstenen") if one.red)
    assert before.where == f"{done.spoken_id} Bel moeder op [telefoonnummer] (eerdere versie)"
    assert (before.source, before.finding.text) == (f"block:{done.block}", "06-12345678")
