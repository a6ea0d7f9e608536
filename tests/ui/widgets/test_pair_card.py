"""Two blocks side by side."""

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY
from bouwstenen_app.ui.widgets.pair_card import GROUP, TOGETHER, PairCard, Shown, Side

FIRST = Block("a", "RH-001", 1, "w", "Huisverbod en dan stilte", votes=3)
SECOND = Block("b", "DZ-002", 2, "v", "Na het huisverbod is het stil", "Tien dagen.", next_step="Bel op dag negen.")


def shown(*, bundles: tuple[str, str] = ("", ""), also: tuple[Block, ...] = ()) -> Shown:
    first = Side(FIRST, "Rivierenhoek", "Van signaal naar samen", bundles[0], ())
    second = Side(SECOND, "", "Kantelmomenten", bundles[1], (), title=((7, 17),))
    return Shown("a b", first, second, "lijkt 80 % · delen: huisverbod", also)


def test_both_blocks_are_shown_in_full_with_where_they_come_from(theme: Theme) -> None:
    card = PairCard(theme)
    card.show_pair(shown())
    first, second = card.sides

    assert first.source.text == "RH-001 · Rivierenhoek · Van signaal naar samen · 3 stemmen"
    assert second.source.text == "DZ-002 · Kantelmomenten · 0 stemmen"
    assert second.title.marked == ["huisverbod"]
    assert (second.explanation.text, second.next_step.text) == ("Tien dagen.", "Bel op dag negen.")
    assert first.explanation.isHidden()
    assert card.accessibleName().endswith("lijkt 80 % · delen: huisverbod")


def test_it_says_what_together_means_when_a_block_is_in_a_bundle(theme: Theme) -> None:
    card = PairCard(theme)
    card.show_pair(shown(bundles=("", "K-03")))
    assert card.what.text == "DZ-002 zit in bundel K-03: samen zet RH-001 erbij."

    card.show_pair(shown(bundles=("K-01", "K-03")))
    assert card.what.text == "Beide zitten in een bundel: samen maakt van K-01 en K-03 één bundel."

    card.show_pair(shown())
    assert card.what.isHidden()


def test_a_group_is_offered_only_when_others_are_like_both(theme: Theme) -> None:
    card = PairCard(theme)
    card.show_pair(shown())
    assert card.buttons[GROUP].isHidden()

    card.show_pair(shown(also=(Block("c", "NV-003", 3, "u", "Stil na tien dagen"),)))
    assert card.buttons[GROUP].text() == "Alle 3 samen"
    assert card.what.text == "Ook NV-003 lijkt op allebei: “Stil na tien dagen”."


def test_only_the_card_in_hand_asks_for_attention(theme: Theme) -> None:
    card = PairCard(theme)
    assert card.buttons[TOGETHER].kind == ""
    card.set_current(current=True)
    assert card.buttons[TOGETHER].kind == PRIMARY
    card.set_current(current=False)
    assert card.buttons[TOGETHER].kind == ""
