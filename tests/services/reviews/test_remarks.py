"""The remarks beside what stands here now."""

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.reviews import Comment, Copy
from bouwstenen_app.services import boards, reviewing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reviews.remarks import remark, remarks
from bouwstenen_app.storage.store import Store


def test_remarks_are_asked_by_file_and_by_subject_in_the_order_of_the_document(example_store: Store) -> None:
    first, second = example_store.read(boards.select_blocks, Selection())[:2]
    comments = tuple(
        Comment(text, heading=block.spoken_id, position=place)
        for place, (text, block) in enumerate((("a", second), ("b", first), ("c", second)))
    )
    done = example_store.do("Gelezen", reviewing.read_back, Copy("x", comments=comments), "een.docx").result
    example_store.do("Gelezen", reviewing.read_back, Copy("y", comments=(Comment("d"),)), "twee.docx")

    assert [one.text for one in example_store.read(remarks, review=done.review)] == ["a", "b", "c"]
    assert [one.text for one in example_store.read(remarks, subject=f"block:{second.id}")] == ["a", "c"]
    assert len(example_store.read(remarks)) == 4
    assert example_store.read(reviewing.open_counts) == {
        f"block:{second.id}": 2, f"block:{first.id}": 1, "": 1,
    }  # fmt: skip
    assert {one.remarks for one in example_store.read(reviewing.reviews)} == {3, 1}


def test_one_remark_is_asked_with_the_recipe_of_its_document(example_store: Store) -> None:
    example_store.do("Gelezen", reviewing.read_back, Copy("y", comments=(Comment("d"),)), "twee.docx")
    [known] = example_store.read(remarks)

    found, recipe = example_store.read(remark, known.id)

    assert found == known
    assert recipe
    with pytest.raises(Problem, match="niet meer"):
        example_store.read(remark, "weg")
