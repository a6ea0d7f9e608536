"""The gate before a report: fifteen texts with an identifier in it are fifteen blocks in the gate."""

from datetime import date

from bouwstenen_app.domain.privacy import KINDS, NAME, findings
from bouwstenen_app.domain.privacy_roles import replaced
from bouwstenen_app.domain.recipes import KINDS as REPORTS
from bouwstenen_app.domain.recipes import usual
from bouwstenen_app.services import boards, capturing, checking_privacy, preparing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.checking_privacy import Noticed
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
