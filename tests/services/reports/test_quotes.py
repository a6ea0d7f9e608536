from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services.reports.quotes import literal, telling


def block(number: int, **fields: object) -> Block:
    name = f"RH-{number:03d}"
    made = {"workshop": "a", "title": f"Titel {number}", "explanation": f"Uitleg {number}.", **fields}
    return Block(name, name, number, **made)  # type: ignore[arg-type]


def text(said: Block, at: int = 340) -> str:
    return "".join(run.text for run in literal(said, at).runs)


def test_a_quote_keeps_every_letter_and_leads_to_its_block() -> None:
    quote = literal(block(1, explanation="Eén zin.\nEn nog een: “zo”."))

    assert "".join(run.text for run in quote.runs) == "«\u00a0Eén zin. En nog een: “zo”.\u00a0» (RH-001)"
    assert quote.role == "quote"
    assert [run.link for run in quote.runs] == ["", "b-RH-001", ""]


def test_a_long_quote_is_cut_after_a_sentence_and_says_so() -> None:
    long = block(1, explanation="Eerste zin. Tweede zin. Derde zin die niet meer past.")

    assert text(long, 24) == "«\u00a0Eerste zin. Tweede zin. […]\u00a0» (RH-001)"
    assert text(block(2, explanation="woord " * 100), 20).endswith("woord […]\u00a0» (RH-002)")


def test_a_block_without_words_of_its_own_is_quoted_by_its_title() -> None:
    assert text(block(1, explanation="")) == "«\u00a0Titel 1\u00a0» (RH-001)"


def test_marked_blocks_come_first_then_other_sessions_then_votes() -> None:
    blocks = [
        block(1, votes=9),
        block(2, votes=8),
        block(3, workshop="b", votes=1),
        block(4, exemplary=True),
        block(5, explanation=""),
    ]

    assert [one.number for one in telling(blocks, 3)] == [4, 3, 1]
    assert [one.number for one in telling(blocks, 9)] == [4, 3, 1, 2]
