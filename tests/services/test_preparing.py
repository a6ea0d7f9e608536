from datetime import date

import pytest

from bouwstenen_app.domain.formats import Format, FormatStep, of_workshop
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import ONLY_COUNT, PREPARING, Workshop
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import WorkshopRow


def _made(store: Store, **fields: object) -> str:
    return store.do("Sessie", preparing.create_workshop, **fields).result  # type: ignore[arg-type]


def _read(store: Store, workshop: str) -> Workshop:
    return store.read(preparing.workshop, workshop)


def test_a_session_has_a_title_a_date_a_region_and_its_rounds(empty_store: Store) -> None:
    made = _made(
        empty_store,
        title="  Werksessie \x07 zorg en straf ",
        on=date(2026, 11, 24),
        region="Kennemerland",
        rounds=("Wat werkt al?", "Waar knelt het?"),
    )

    read = _read(empty_store, made)
    assert (read.title, read.date, read.region) == ("Werksessie zorg en straf", date(2026, 11, 24), "Kennemerland")
    assert [(step.number, step.name) for step in read.rounds] == [(1, "Wat werkt al?"), (2, "Waar knelt het?")]
    assert read.state == PREPARING


def test_a_session_without_a_title_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem, match="titel"):
        _made(empty_store, title="   ")
    made = _made(empty_store, title="Proef")
    with pytest.raises(Problem, match="titel"):
        empty_store.do("Titel", preparing.edit_workshop, made, title="\t")
    assert _read(empty_store, made).title == "Proef"


def test_times_are_computed_from_the_start_and_the_minutes(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef", rounds=("Een", "Twee"))
    empty_store.do("Begin", preparing.edit_workshop, made, start_time="13:00")
    first, second = _read(empty_store, made).rounds
    empty_store.do("Duur", preparing.edit_round, first.id, minutes=35)

    assert [step.start for step in _read(empty_store, made).rounds] == ["13:00", "13:35"]
    assert second.start == "13:00"


def test_the_letters_follow_the_region_until_there_are_blocks(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef", region="Rivierenhoek")
    assert _read(empty_store, made).region_code == "RH"

    empty_store.do("Regio", preparing.edit_workshop, made, region="Noorderveen")
    assert _read(empty_store, made).region_code == "NV"

    empty_store.do("Bouwsteen", capturing.capture, "Een bouwsteen", workshop=made)
    empty_store.do("Regio", preparing.edit_workshop, made, region="Duinstreek")
    assert _read(empty_store, made).region_code == "NV"
    assert empty_store.read(boards.blocks_of, made)[0].spoken_id == "NV-001"


def test_sessions_of_one_region_share_their_letters(empty_store: Store) -> None:
    one = _made(empty_store, title="Een", region="Noorderveen")
    other = _made(empty_store, title="Twee", region="Noorderveen")
    elsewhere = _made(empty_store, title="Drie", region="Noordervaart")

    codes = [_read(empty_store, made).region_code for made in (one, other, elsewhere)]
    assert codes[0] == codes[1] != codes[2]


def test_a_session_goes_to_the_bin_with_its_blocks_and_comes_back(example_store: Store) -> None:
    first = example_store.read(preparing.workshops)[0]
    example_store.do("Weg", preparing.remove_workshops, [first.id])

    assert len(example_store.read(preparing.workshops)) == 2
    assert example_store.read(boards.blocks_of, first.id) == ()

    example_store.undo()
    assert example_store.read(preparing.workshop, first.id).blocks == first.blocks


def test_a_session_is_named_by_its_title_or_by_a_beginning_that_fits_one(empty_store: Store) -> None:
    one = _made(empty_store, title="Zorg en straf")
    other = _made(empty_store, title="Zorg en straf, tweede keer")

    for title in ("Zorg en straf", "  zorg  EN straf "):
        assert empty_store.read(preparing.named, title).id == one
    assert empty_store.read(preparing.named, "zorg en straf, tw").id == other
    with pytest.raises(Problem, match=r"Er zijn 2 sessies die “zorg” heten\. Geef de hele titel"):
        empty_store.read(preparing.named, "zorg")
    for title in ("", "straf"):
        with pytest.raises(Problem, match="Er is geen sessie"):
            empty_store.read(preparing.named, title)


def test_sessions_in_the_bin_are_not_named(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef")
    empty_store.do("Weg", preparing.remove_workshops, [made])

    with pytest.raises(Problem, match="Er is geen sessie “Proef”"):
        empty_store.read(preparing.named, "Proef")


def test_sessions_come_newest_date_first_with_the_number_of_their_blocks(empty_store: Store) -> None:
    for title, day in (("Oud", 1), ("Nieuw", 30), ("Midden", 15)):
        made = _made(empty_store, title=title, on=date(2026, 11, day))
    empty_store.do("Twee", capturing.capture_lines, ["Een", "Twee"], workshop=made)
    block = empty_store.read(boards.blocks_of, made)[0]
    empty_store.do("Weg", capturing.remove_blocks, [block.id])

    found = empty_store.read(preparing.workshops)
    assert [(w.title, w.blocks) for w in found] == [("Nieuw", 0), ("Midden", 1), ("Oud", 0)]


def test_every_field_of_a_session_can_be_edited(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef")
    fields = {
        "title": "Anders",
        "start_time": "13:30",
        "minutes": 90,
        "place": "Oudersluis",
        "location": "Buurtcentrum",
        "facilitator_role": "begeleider",
        "co_facilitator_role": "verslaglegger",
        "client_role": "gemeente",
        "main_question": "Hoe dan?",
        "participants": 24,
        "tables": 6,
        "vote_rule": "4 stemmen",
        "state": "bezig",
    }
    empty_store.do("Alles", preparing.edit_workshop, made, date="2026-11-24", agreements=["Geen namen"], **fields)

    read = _read(empty_store, made)
    assert {name: getattr(read, name) for name in fields} == fields
    assert (read.date, read.agreements) == (date(2026, 11, 24), ("Geen namen",))


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("date", "24-11-2026", date(2026, 11, 24)),
        ("date", "24 november 2026", date(2026, 11, 24)),
        ("date", " ", None),
        ("start_time", "9.30", "09:30"),
        ("start_time", "13", "13:00"),
        ("start_time", "", ""),
    ],
)
def test_a_date_and_a_time_are_kept_in_one_way(empty_store: Store, field: str, typed: str, kept: object) -> None:
    made = _made(empty_store, title="Proef", on=date(2026, 1, 1))
    empty_store.do("Anders", preparing.edit_workshop, made, **{field: typed})

    assert getattr(_read(empty_store, made), field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("date", "ooit", "“ooit” is geen datum"),
        ("date", "31-02-2026", "“31-02-2026” is geen datum"),
        ("start_time", "half twee", "“half twee” is geen tijd"),
        ("start_time", "25:00", "“25:00” is geen tijd"),
    ],
)
def test_a_date_or_time_that_is_none_is_a_problem_and_changes_nothing(
    empty_store: Store, field: str, typed: str, sentence: str
) -> None:
    made = _made(empty_store, title="Proef")
    before = _read(empty_store, made)
    with pytest.raises(Problem, match=sentence):
        empty_store.do("Anders", preparing.edit_workshop, made, title="Anders", **{field: typed})

    assert _read(empty_store, made) == before


def test_a_date_or_time_of_another_program_does_not_stop_the_reading(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef")
    odd = {made: {"date": "ooit", "start_time": "half twee"}}
    empty_store.do("Vreemd", lambda session: journal.update_rows(session, WorkshopRow, odd))
    read = _read(empty_store, made)

    assert (read.date, read.rounds[0].start) == (None, "")


def test_a_field_that_a_session_does_not_have_is_a_mistake_of_ours(empty_store: Store) -> None:
    made = _made(empty_store, title="Proef")

    with pytest.raises(TypeError, match="titel"):
        empty_store.do("Anders", preparing.edit_workshop, made, titel="x")
    with pytest.raises(KeyError, match="naam"):
        empty_store.do("Anders", preparing.edit_round, _read(empty_store, made).rounds[0].id, naam="x")


def test_a_session_that_is_not_there_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem, match="Deze sessie is er niet meer"):
        empty_store.read(preparing.workshop, "weg")
    with pytest.raises(Problem, match="Deze sessie is er niet meer"):
        empty_store.do("Anders", preparing.edit_workshop, "weg", title="x")


def test_words_from_outside_are_cleaned_on_their_way_in(empty_store: Store) -> None:
    made = _made(empty_store, title="Caf\udce9 \x00 zaal", region="No\x07ord\r\n")
    read = _read(empty_store, made)

    assert (read.title, read.region) == ("Caf zaal", "Noord")


def test_a_session_is_made_after_a_format_in_one_step(empty_store: Store) -> None:
    steps = (
        FormatStep("Opening", "Waarom?", "Plenair", 10, gathers=False),
        FormatStep("Wat werkt al?", "Wanneer lukte het?", "Tafels", 25, beamer=ONLY_COUNT),
        FormatStep("Pauze", minutes=10, gathers=False),
        FormatStep("Waar knelt het?", "Waar?", "Tafels", 25),
    )
    format = Format("Proef", steps, 90, "", "Hoe dan?", "Stil", ("Geen namen",), votes_each=4, votes_stack=False)
    made = empty_store.do(
        "Sessie", preparing.create_from_format, format, title="Dinsdag", on=date(2026, 11, 24), region="Noorderveen"
    ).result

    read = _read(empty_store, made)
    assert (read.title, read.region_code, read.minutes, read.state) == ("Dinsdag", "NV", 90, PREPARING)
    assert (read.main_question, read.vote_rule, read.agreements) == ("Hoe dan?", "Stil", ("Geen namen",))
    assert (read.votes_each, read.votes_stack) == (4, False)
    assert [step.number for step in read.rounds] == [None, 1, None, 2]
    assert of_workshop(read, "Proef") == format

    empty_store.undo()
    assert empty_store.read(preparing.workshops) == ()
    empty_store.redo()
    assert _read(empty_store, made) == read


def test_a_copy_has_what_was_prepared_and_nothing_of_what_happened(example_store: Store) -> None:
    earlier = example_store.read(preparing.workshops)[0]
    made = example_store.do(
        "Kopie", preparing.copy_workshop, earlier.id, title="Vervolg", on=date(2026, 12, 1)
    ).result

    copy = _read(example_store, made)
    assert (copy.title, copy.date, copy.state) == ("Vervolg", date(2026, 12, 1), PREPARING)
    assert (copy.blocks, copy.attendance, copy.clusters, copy.participants) == (0, (), (), 0)
    assert not copy.fictional
    for name in (*preparing.PREPARED, "region", "region_code", "agreements"):
        assert getattr(copy, name) == getattr(earlier, name)
    assert of_workshop(copy, "x") == of_workshop(earlier, "x")
    assert not {step.id for step in copy.rounds} & {step.id for step in earlier.rounds}
    assert _read(example_store, earlier.id) == earlier

    example_store.undo()
    assert len(example_store.read(preparing.workshops)) == 3


def test_only_a_session_that_is_there_is_copied(empty_store: Store) -> None:
    with pytest.raises(Problem, match="niet meer"):
        empty_store.do("Kopie", preparing.copy_workshop, "0" * 32, title="Vervolg")


def test_headings_are_the_same_sessions_with_less(example_store: Store) -> None:
    every = example_store.read(preparing.workshops)

    assert [(w.id, w.title, w.date, w.region) for w in example_store.read(preparing.headings)] == [
        (w.id, w.title, w.date, w.region) for w in every
    ]


def test_sessions_in_which_something_was_captured_are_counted(empty_store: Store) -> None:
    full, _ = _made(empty_store, title="Vol"), _made(empty_store, title="Leeg")
    captured = empty_store.do("Vast", capturing.capture, "Eén ding", workshop=full).result
    assert captured is not None
    assert empty_store.read(preparing.sessions_held) == 1

    empty_store.do("Weg", capturing.remove_blocks, [captured.block])
    assert empty_store.read(preparing.sessions_held) == 0
