"""The example report, made without a workspace and written once, and a small one."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bouwstenen_app.domain.report import (
    Card,
    Cell,
    Figure,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
)
from bouwstenen_app.export import word

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
TEMPLATE = ROOT / "resources/templates/report.docx"
_EXAMPLE = ROOT / "resources/examples/voorbeeldsessies.json"
_CODEBOOK = ROOT / "resources/codebook/bouwstenen-basis.json"


def _said(text: str, **kinds: Any) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((Run(text),), **kinds)


@pytest.fixture(scope="session")
def report() -> Report:
    return _Example().report()


@pytest.fixture
def small_report() -> Report:
    return Report(TitlePage("Klein verslag"), (Section("Kern", items=(_said("Eén alinea."),)),))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, report: Report) -> Path:
    target = tmp_path_factory.mktemp("rapport") / "rapport.docx"
    for _ in word.write(report, target, template=TEMPLATE, now=NOW):
        pass
    return target


class _Example:
    def __init__(self) -> None:
        self.sessions = json.loads(_EXAMPLE.read_text("utf-8"))["sessies"]
        codebook = json.loads(_CODEBOOK.read_text("utf-8"))
        self.codes = {(code["dimension"], code["id"]): code for code in codebook["codes"]}
        self.blocks = [block for session in self.sessions for block in session["bouwstenen"]]
        self.regions = {
            block["id"]: session["regio"].removesuffix(" (voorbeeld)")
            for session in self.sessions
            for block in session["bouwstenen"]
        }
        self.groups = [code for code in self.codes.values() if code["dimension"] == "thema" and not code["parent"]]
        self.domains = [
            code for code in self.codes.values() if code["dimension"] == "domein" and not code["parent"]
        ]

    def report(self) -> Report:
        cover = TitlePage(
            title="Bouwstenen uit de praktijk",
            subtitle="Geconsolideerd rapport voor de stuurgroep, voorjaar 2026",
            status="concept 0.3",
            date="3 maart 2026",
            author="Projectleiding Landelijk Netwerk Veilig Thuis",
            circulation="stuurgroep en deelnemende organisaties",
            notice="Voorbeeld: fictieve sessies. Regio's, deelnemers en inhoud zijn verzonnen.",
        )
        sections = (self.core(), self.glance(), self.matrix(), *self.themes(), self.meetings(), self.codebook())
        return Report(
            cover,
            sections,
            subject="Bouwstenen uit de praktijk",
            keywords=("bouwstenen", "Veilig Thuis", "samenwerking"),
        )

    def core(self) -> Section:
        best = max(self.blocks, key=lambda block: block["stemmen"])
        quote = "We verrijken, voegen toe, bouwen voort op wat goed gaat."
        return Section(
            "Kernboodschap",
            items=(
                _said("In drie sessies vertelden mensen uit de praktijk wat werkt, wat knelt en wat kan.",
                     role="lead"),
                Paragraph((
                    Run("De meeste stemmen kreeg "), Run(best["titel"], bold=True), Run(" ("),
                    Run(best["id"].upper(), link=best["id"]), Run("). Zie ook het beeld per thema."),
                )),
                _said(f"« {quote} »", role="quote"),
                _said("Samengevat: vaste gezichten en korte lijnen komen steeds terug.", role="summary"),
                _said("Duiding: dit is wat deelnemers ervaren; geen steekproef.", role="interpretation"),
                _said("Dit vragen wij u te besluiten", role="label"),
                Listing(((Run("Kies twee regio's voor een proef van een half jaar."),),
                         (Run("Regel mandaat aan tafel buiten kantooruren."),),
                         (Run("Beslis over de terugkoppeling aan melders."),)), numbered=True),
                _said("Dit werkt al", role="label"),
                Listing(((Run("Wijkagent en wijkteam samen aan de deur."),), (Run("Eén vast gezicht."),))),
            ),
        )  # fmt: skip

    def glance(self) -> Section:
        rows = [
            (session["titel"], session["datum"], session["regio"].removesuffix(" (voorbeeld)"),
             session["aantal_deelnemers"], len(session["bouwstenen"]),
             sum(block["stemmen"] for block in session["bouwstenen"]))
            for session in self.sessions
        ]  # fmt: skip
        kinds = Counter(block["soort"] for block in self.blocks).most_common()
        table = Table(
            "Drie sessies samen",
            ("Sessie", "Datum", "Regio", "Deelnemers", "Bouwstenen", "Stemmen"),
            tuple(tuple(Cell(str(value)) for value in row) for row in rows),
            "Per sessie het aantal deelnemers, bouwstenen en stemmen.",
            widths=(3, 1.3, 2, 1, 1, 1),
            numeric=frozenset({3, 4, 5}),
        )
        figure = Figure(
            "Bouwstenen per soort",
            tuple((self.name("soort", kind), count) for kind, count in kinds),
            "Staafdiagram: knelpunten (41) en ideeën (36) komen het meest voor.",
        )
        return Section(
            "In één oogopslag",
            level=2,
            items=(
                _said("De drie sessies leverden 122 bouwstenen en 291 stemmen op."),
                table,
                _said("Een bouwsteen telt bij elke sessie één keer mee.", role="note"),
                _said("Knelpunten en ideeën zijn samen bijna twee derde van alle bouwstenen."),
                figure,
            ),
        )

    def matrix(self) -> Section:
        counts = {
            group["id"]: Counter(d for block in self.in_group(group) for d in self.domains_of(block))
            for group in self.groups
        }
        highest = max(max(row.values()) for row in counts.values())
        top = sorted((n for row in counts.values() for n in row.values()), reverse=True)[4]
        rows = []
        for group in self.groups:
            numbers = [counts[group["id"]][domain["id"]] for domain in self.domains]
            shades = [-(-5 * n // highest) for n in numbers]
            rows.append((
                Cell(group["name"], link=group["id"]),
                *(Cell(str(n or "–"), shade, bold=n >= top) for n, shade in zip(numbers, shades, strict=True)),
            ))  # fmt: skip
        return Section(
            "Waar zitten de bouwstenen?",
            items=(
                _said(
                    "De meeste bouwstenen raken het sociaal domein en het meldpunt; straf en jeugdbescherming "
                    "blijven achter."
                ),
                Table(
                    "Aantal bouwstenen per themagroep en domein",
                    ("Themagroep", *(domain["name"] for domain in self.domains)),
                    tuple(rows),
                    "Matrix van tien themagroepen en zeven domeinen; hoe donkerder, hoe meer bouwstenen.",
                    widths=(3, *(1,) * len(self.domains)),
                    numeric=frozenset(range(1, 8)),
                ),
                _said("Een bouwsteen met meer thema's of domeinen telt in elke cel mee.", role="note"),
            ),
        )

    def themes(self) -> Iterator[Section]:
        printed: set[str] = set()
        for group in self.groups:
            blocks = self.in_group(group)
            sentence = f"Over deze groep thema's zijn {len(blocks)} bouwstenen opgehaald."
            yield Section(group["name"], anchor=group["id"], items=(_said(sentence),))
            for theme in self.codes.values():
                fresh = [b for b in blocks if theme["id"] in b["themas"] and b["id"] not in printed]
                if theme["dimension"] == "thema" and theme["parent"] == group["id"] and fresh:
                    printed.update(block["id"] for block in fresh)
                    yield Section(
                        theme["name"], level=2, items=(_said(theme["definition"]), *map(self.card, fresh))
                    )

    def card(self, block: dict[str, Any]) -> Card:
        parts = (
            ("", block["omschrijving"] or ""),
            ("Uit de praktijk", block["praktijkvoorbeeld"] or ""),
            ("Nodig", "; ".join(block["voorwaarden"] or ())),
            ("Volgende stap", block["vervolgstap"] or ""),
        )
        names = [*self.names("domein", block["domeinen"]), *self.names("thema", block["themas"])]
        return Card(
            block["titel"],
            block["id"].upper(),
            block["id"],
            tuple((label, text) for label, text in parts if text),
            "Trefwoorden: " + ", ".join(names),
            f"Genoemd in 1 sessie ({self.regions[block['id']]}) · {block['stemmen']} stemmen · "
            f"soort: {self.name('soort', block['soort'])}",
        )

    def meetings(self) -> Section:
        rows = (
            (session["titel"], session["hoofdvraag"],
             "\n".join(f"{kind}: {n}" for kind, n in session["deelnemers_per_organisatietype"].items()))
            for session in self.sessions
        )  # fmt: skip
        table = Table(
            "Sessies en deelnemers",
            ("Sessie", "Vraag", "Deelnemers per soort organisatie"),
            tuple(tuple(map(Cell, row)) for row in rows),
        )
        return Section(
            "Bijlage A: sessies", numbered=False, items=(_said("Wie er waren en wat er is gevraagd."), table)
        )

    def codebook(self) -> Section:
        rows = tuple(
            (Cell(code["name"]), Cell(code["definition"]))
            for code in self.codes.values()
            if code["dimension"] in {"domein", "thema"}
        )
        table = Table("Begrippen uit het codeboek", ("Begrip", "Betekenis"), rows, widths=(1, 2.4))
        return Section("Bijlage B: codeboek", numbered=False, items=(_said("Zo zijn de begrippen bedoeld."), table))

    def in_group(self, group: dict[str, Any]) -> list[dict[str, Any]]:
        themes = {c["id"] for c in self.codes.values() if c["parent"] == group["id"]} | {group["id"]}
        return [block for block in self.blocks if themes & set(block["themas"])]

    def domains_of(self, block: dict[str, Any]) -> set[str]:
        return {self.codes["domein", slug]["parent"] or slug for slug in block["domeinen"]}

    def name(self, dimension: str, slug: str) -> str:
        return str(self.codes[dimension, slug]["name"])

    def names(self, dimension: str, slugs: Iterable[str]) -> list[str]:
        return [self.name(dimension, slug) for slug in slugs]
