"""A report in which everything is as awkward as a day of workshops can make it."""

from bouwstenen_app.domain.report import (
    LINES,
    Card,
    Cell,
    Figure,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Series,
    Table,
    TitlePage,
)

LONG = (
    "Een titel die maar doorgaat omdat de deelnemers in één adem alles wilden zeggen wat zij die ochtend hadden "
    "meegemaakt: met de wijkagent, de huisarts, de school en het wijkteam aan één tafel, en met "
    "jeugdbeschermingsmaatregelenoverleggen die telkens werden verzet, totdat iemand gewoon belde en het lukte, "
    "en iedereen het wist."
)[:300]
NAMES = ("محمد الأمين", "שרה כהן", "Zoë Ångström", "李小龙", "👩🏽‍⚕️ huisarts 🙂")
EXPLANATION = " ".join(["Wij merkten dat samen optrekken helpt, ook als het even tegenzit."] * 455)
THEMES = 60


def report() -> Report:
    """Return it."""
    names = ", ".join(NAMES)
    cover = TitlePage(
        LONG, f"Met {names}", "concept 0.1", "3 maart 2026", "Projectleiding", names, f"{NAMES[0]}: fictief"
    )
    themes = tuple(_theme(number) for number in range(THEMES))
    return Report(cover, (_start(), _wide(), _asked(), *themes), subject="Rapport", keywords=("a", NAMES[0]))


def _start() -> Section:
    rows = tuple(
        (Cell(name, shade=n), Cell(str(n), n, bold=True), Cell(LONG, shade=0)) for n, name in enumerate(NAMES)
    )
    return Section(
        LONG,
        items=(
            Paragraph((Run(f"{NAMES[0]} vertelde over de eerste sessie."),)),
            Paragraph(
                (Run("Ook "), Run(NAMES[1], bold=True), Run(" en "), Run(NAMES[4], italic=True), Run(" waren er."))
            ),
            Listing(tuple((Run(name),) for name in NAMES), numbered=True),
            Table(LONG, ("Naam", "Aantal", "Toelichting"), rows, widths=(2, 1, 5), numeric=frozenset({1})),
            Paragraph((Run("Wat de tabel laat zien."),)),
            Figure(LONG, tuple((f"{name} {LONG}"[:80], n + 1) for n, name in enumerate(NAMES)), "Staven per naam."),
        ),
    )


def _wide() -> Section:
    header = ("Thema", *(f"Jeugdbescherming {n}" for n in range(11)))
    rows = tuple((Cell(LONG[:60]), *(Cell(str(n)) for n in range(11))) for _ in range(30))
    table = Table("Een brede tabel", header, rows, numeric=frozenset(range(1, 12)))
    return Section("Breed", items=(Paragraph((Run("De tabel is breed."),)), table))


def _asked() -> Section:
    series = (Series("Nieuw", tuple(range(12, 0, -1))), Series("Al bekend", tuple(range(12))))
    labels = tuple(f"Sessie {n}" for n in range(1, 13))
    figure = Figure("Nieuwe thema’s per sessie", (), "Elke sessie minder nieuw.", LINES, labels, series, "Sessie")
    return Section("Op zijn kant", 2, (Paragraph((Run("Gevraagd."),)), figure, figure.table()), landscape=True)


def _theme(number: int) -> Section:
    said = EXPLANATION if number == 0 else "Kort.\n- een\n- twee\n1. drie\n2. vier"
    parts = (("", said), (NAMES[0], NAMES[1]), ("Nodig", LONG))
    card = Card(LONG, f"RH-{number:03}", f"rh-{number}", parts, f"Trefwoorden: {', '.join(NAMES)}", LONG, NAMES[1])
    return Section(f"Thema {number} {LONG}"[: 300 if number % 10 == 0 else 40], 2 if number % 2 else 1, (card,))
