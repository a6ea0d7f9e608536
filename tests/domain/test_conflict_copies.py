import pytest

from bouwstenen_app.domain.conflict_copies import conflict_copies

NAME = "najaar.bouwstenen"


@pytest.mark.parametrize(
    "copy",
    [
        "najaar (conflicted copy 2026-11-30).bouwstenen",
        "najaar (Jan's conflicted copy 2026-11-30).bouwstenen",
        "najaar (conflicterend exemplaar van LAPTOP 2026-11-30).bouwstenen",
        "najaar (conflicted copy 2026-11-30 101500).bouwstenen",
        "najaar_conflict-20261130-101500.bouwstenen",
        "najaar.sync-conflict-20261130-101500-ABCDEFG.bouwstenen",
        "najaar (conflict).bouwstenen",
        "najaar [Conflict].Bouwstenen",
    ],
)
def test_a_name_that_says_so_is_a_copy_anywhere(copy: str) -> None:
    assert conflict_copies(NAME, [NAME, copy], synced=False) == (copy,)


@pytest.mark.parametrize(
    "copy",
    [
        "najaar-LAPTOP-12.bouwstenen",
        "najaar-DESKTOP-AB12CD.bouwstenen",
        "najaar-MacBook-van-Mies.bouwstenen",
        "najaar (1).bouwstenen",
        "najaar 2.bouwstenen",
    ],
)
def test_a_name_that_a_person_may_have_given_is_one_only_in_a_synced_folder(copy: str) -> None:
    assert conflict_copies(NAME, [NAME, copy], synced=True) == (copy,)
    assert conflict_copies(NAME, [NAME, copy], synced=False) == ()


@pytest.mark.parametrize(
    "other",
    [
        "voorjaar (conflicted copy).bouwstenen",
        "najaar (conflicted copy).docx",
        "najaar-oud.bouwstenen",
        "najaar 2026-11-30.bouwstenen",
        "najaar en voorjaar.bouwstenen",
        "conflict.bouwstenen",
    ],
)
def test_another_file_is_none(other: str) -> None:
    assert conflict_copies(NAME, [NAME, other], synced=True) == ()
