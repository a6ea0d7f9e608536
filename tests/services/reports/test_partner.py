"""The extract for one partner: about them, asked of them, working with them, and no name of a place."""

from tests.services.reports.made import cards, made, said, titles

from bouwstenen_app.services import boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def test_it_has_three_parts_and_every_block_about_the_partner(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection(query="domein:politie"))
    report = made(example_store, "partneruittreksel", "politie")
    told = said(report, "Wat gaat over u")

    assert titles(report) == ["Wat gaat over u", "Wat wordt van u gevraagd", "Wat werkt al met u"]
    assert f"gaan {len(blocks)} bouwstenen over u" in told
    assert all(block.spoken_id in told for block in blocks)


def test_the_team_says_whose_move_it_is(example_store: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection(query="domein:politie"))
    bundle = example_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id]).result
    said_of = {"title": "Eén lijn", "next_step": "Morgen bellen."}
    example_store.do("Tekst", bundling.edit_bundle, bundle, owner="De politie, samen met de gemeente", **said_of)
    told = said(made(example_store, "partneruittreksel", "politie"), "Wat wordt van u gevraagd")
    assert "K-01 Eén lijn: Morgen bellen." in told
    example_store.do("Tekst", bundling.edit_bundle, bundle, owner="De gemeente")
    assert "U bent aan zet" not in made(example_store, "partneruittreksel", "politie").text()


def test_what_works_is_told_in_their_words(example_store: Store) -> None:
    good = example_store.read(boards.select_blocks, Selection(query="domein:politie soort:werkt-goed"))
    report = made(example_store, "partneruittreksel", "politie")
    best = max(good, key=lambda block: block.votes)
    card = next(one for one in cards(report) if one.spoken_id == best.spoken_id)

    assert card.parts[0] == ("", best.explanation)
    assert card.provenance.startswith("Herkomst: Regio")


def test_no_place_and_no_location_of_any_session_is_named(example_store: Store) -> None:
    text = made(example_store, "partneruittreksel").text()
    for place in ("Oudersluis", "Duinrade", "Veenhaven", "De Sluiswachter", "Het Baken", "Turfschip"):
        assert place not in text


def test_a_partner_about_whom_little_is_said_has_fewer_parts(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Klein").result
    empty_store.do("Vast", capturing.capture, "Alleen dit @politie", workshop=workshop)
    report = made(empty_store, "partneruittreksel", "politie")
    assert titles(report) == ["Wat gaat over u"]
    assert "In 1 sessie gaat 1 bouwsteen over u. Draagvlak: eenmaal genoemd." in report.text()


def test_of_one_block_it_is_told_what_it_is_about_and_a_step_has_its_number_before_the_full_stop(
    empty_store: Store,
) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Klein").result
    empty_store.do("Vast", capturing.capture, "Dit @politie !werkt-goed >> Bel elkaar.", workshop=workshop)
    text = made(empty_store, "partneruittreksel", "politie").text()

    assert "Die gaat over wat al werkt." in text
    assert "Bel elkaar (" in text
