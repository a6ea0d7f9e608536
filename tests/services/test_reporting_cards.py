"""The card set: blocks as cards for on the wall, and empty ones."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bouwstenen_app.domain.codebook import KIND, THEME, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import findings
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, capturing, preparing, reporting
from bouwstenen_app.services.reports.cards import SHAPES
from bouwstenen_app.storage.store import Store

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def _write(report: Report, target: Path) -> Path:
    for _ in word.write(report, target, template=report_template(), now=NOW):
        pass
    return target


def test_every_block_has_one_card_by_theme(example_store: Store, codebook: Codebook) -> None:
    report = example_store.read(reporting.card_set)
    blocks = example_store.read(boards.select_blocks, boards.Selection())
    themes = list(dict.fromkeys(card.theme for card in report.cards))
    names = [code.name for code in codebook.tops(THEME)]

    assert sorted(card.spoken_id for card in report.cards) == sorted(block.spoken_id for block in blocks)
    assert themes == [name for name in names if name in themes]
    assert all(card.edge and card.kind and card.boxes for card in report.cards)
    assert report.cover.subtitle == "122 kaarten op 31 vellen"


def test_every_kind_has_a_sign_of_its_own_before_its_name(example_store: Store, codebook: Codebook) -> None:
    cards = example_store.read(reporting.card_set).cards

    assert {code.slug for code in codebook.of(KIND)} == set(SHAPES)
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert next(card.above for card in cards if card.kind == "knelpunt").endswith(" · ▼ KNELPUNT")


def test_a_text_that_is_cut_ends_in_three_dots_only(example_store: Store) -> None:
    texts = [card.text for card in example_store.read(reporting.card_set).cards if card.text.endswith("…")]

    assert texts
    assert not [text for text in texts if text[-2] in " .,;:"]


def test_what_is_held_back_has_no_card(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    block = example_store.read(boards.blocks_of, workshop.id)[0]
    example_store.do("Achtergehouden", capturing.edit_block, block.id, held_back=True)
    report = example_store.read(reporting.card_set, [workshop.id])

    assert block.spoken_id not in {card.spoken_id for card in report.cards}
    assert len(report.cards) == 40


def test_empty_cards_ask_the_question_of_each_round(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    report = example_store.read(reporting.empty_cards, [workshop.id])
    questions = [step.question for step in workshop.numbered_rounds]

    assert [card.text for card in report.cards[::4]] == questions
    assert len(report.cards) == 4 * len(questions)
    assert "werkt goed" in report.cards[0].choices


def test_a_long_question_leaves_room_for_the_rest_of_an_empty_card(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    step = workshop.numbered_rounds[0]
    example_store.do("Vraag", preparing.edit_round, step.id, name="Naam " * 40, question="Een lange vraag " * 40)
    card = example_store.read(reporting.empty_cards, [workshop.id]).cards[0]

    assert (len(card.title) <= 60, len(card.text) <= 260) == (True, True)
    assert [lines for _, lines in card.prompts] == [1, 1, 1]


def test_empty_cards_need_no_session(empty_store: Store) -> None:
    assert len(empty_store.read(reporting.empty_cards).cards) == 4
    with pytest.raises(Problem):
        empty_store.read(reporting.card_set)


def test_a_block_without_theme_or_kind_has_a_card_that_says_so(empty_store: Store) -> None:
    identity = empty_store.do("Sessie", preparing.create_workshop, title="Kaal").result
    empty_store.do("Vast", capturing.capture, f"{'lang woord ' * 30}", workshop=identity)
    (card,) = empty_store.read(reporting.card_set).cards

    assert (card.theme, card.kind, card.edge) == ("Nog zonder thema", "", "")
    assert len(card.title) <= 150


@pytest.mark.parametrize("make", [reporting.card_set, reporting.empty_cards])
def test_the_word_file_has_nothing_to_mend(example_store: Store, tmp_path: Path, make: object) -> None:
    assert findings(_write(example_store.read(make), tmp_path / "kaarten.docx")) == ()
