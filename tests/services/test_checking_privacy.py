from collections.abc import Sequence
from datetime import date

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import SUMMARY, usual
from bouwstenen_app.domain.report import Card, Listing, Paragraph, Report, Run, Section, Table, TitlePage, WallCard
from bouwstenen_app.domain.report import Cell as TableCell
from bouwstenen_app.services import boards, capturing, checking_privacy, preparing, reporting
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.services.reporting import Recipe
from bouwstenen_app.storage.store import Store


def _looked(report: Report, known: Sequence[str] = ()) -> tuple[Noticed, ...]:
    return _end(checking_privacy.look(report, known))


def _end(work: checking_privacy.Told) -> tuple[Noticed, ...]:
    while True:
        try:
            assert isinstance(next(work), Progress)
        except StopIteration as end:
            noticed: tuple[Noticed, ...] = end.value
            return noticed


def _report(*items: object, **rest: object) -> Report:
    return Report(TitlePage("Rapport"), (Section("Kop", items=items),), **rest)  # type: ignore[arg-type]


def test_what_stands_in_a_block_is_noticed_with_the_field_it_belongs_to(example_store: Store) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    example_store.do(
        "Vastgelegd", capturing.capture, "Bel moeder vb: Zij is te bereiken op 06-12345678", workshop=workshop.id
    )
    block = next(b for b in example_store.read(boards.select_blocks, boards.Selection()) if b.title == "Bel moeder")

    noticed = _looked(example_store.read(reporting.consolidated, Recipe(on=date(2026, 11, 24))))
    red = [one for one in noticed if one.red]

    assert [one.finding.text for one in red] == ["06-12345678"]
    assert red[0].source == f"block:{block.id}:example"
    assert red[0].where == f"{block.spoken_id} Bel moeder"
    assert red[0].text[red[0].finding.start : red[0].finding.end] == "06-12345678"


def test_the_example_has_nothing_that_points_to_one_person(example_store: Store) -> None:
    assert _looked(example_store.read(reporting.consolidated, Recipe(on=date(2026, 11, 24)))) == ()


def test_every_place_where_text_can_stand_is_looked_at() -> None:
    mail = "kees@ziggo.nl"
    report = Report(
        TitlePage(f"a {mail}", author=f"b {mail}"),
        (
            Section(
                f"c {mail}",
                items=(
                    Paragraph((Run("d kees@"), Run("ziggo.nl")), source="text:d"),
                    Listing(((Run(f"e {mail}"),),)),
                    Table(f"f {mail}", (f"g {mail}",), ((TableCell(f"h {mail}"),),)),
                    Card(f"i {mail}", "RH-001", "a", (("Voorbeeld", f"j {mail}"),), minority=f"k {mail}"),
                ),
            ),
        ),
        cards=(WallCard(title=f"l {mail}", text=f"m {mail}"),),
    )

    assert "".join(one.text[0] for one in _looked(report)) == "abcdefghijklm"


def test_a_passage_that_stands_in_two_places_is_said_once() -> None:
    twice = Paragraph((Run("Bel 06-12345678"),))

    assert len(_looked(_report(twice, twice))) == 1


def test_names_that_the_workspace_knows_are_no_alarm() -> None:
    report = _report(Paragraph((Run("Wijkagent Filomeen ging mee, en moeder Fatima."),)))

    assert [one.finding.text for one in _looked(report, ["Filomeen"])] == ["Fatima"]


def test_what_was_noticed_is_told_in_a_sentence() -> None:
    assert "niets gevonden" in checking_privacy.told(())
    amber = _looked(_report(Paragraph((Run("moeder Fatima"),))))
    assert checking_privacy.told(amber) == "1 mogelijke naam of zeldzaam detail: kijk of het zo kan."
    both = _looked(_report(Paragraph((Run("moeder Fatima, 06-12345678"),))))
    assert checking_privacy.told(both) == (
        "1 persoonsgegeven gevonden, en 1 mogelijke naam. Haal ze weg, of schrijf op waarom ze mogen blijven staan."
    )


def test_it_can_be_stopped_on_the_way() -> None:
    work = checking_privacy.look(_report(*[Paragraph((Run(f"Regel {n}"),)) for n in range(500)]))
    steps = [next(work) for _ in range(3)]
    work.close()

    assert [step.done for step in steps] == [0, 50, 100]


def test_the_data_behind_a_report_are_looked_at_in_every_field(example_store: Store) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    example_store.do(
        "Vastgelegd", capturing.capture, "Bel moeder vb: Zij is te bereiken op 06-12345678", workshop=workshop.id
    )
    block = next(b for b in example_store.read(boards.select_blocks, boards.Selection()) if b.title == "Bel moeder")
    recipe = usual(SUMMARY.slug)
    read = example_store.read(reporting.material, recipe)
    known = {*checking_privacy.no_persons(read)}

    assert _end(checking_privacy.look(reporting.build(read, recipe), known)) == ()
    found = _end(checking_privacy.look_at_data(reporting.data(read, recipe), known))
    assert [(one.finding.text, one.where, one.red) for one in found] == [
        ("06-12345678", f"Bouwstenen {block.spoken_id}", True)
    ]
