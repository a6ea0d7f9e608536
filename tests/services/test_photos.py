from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.photos import JPEG, Photo, Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, capturing, checking, photos, preparing
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import ChangeRow, PictureRow

FLAP = Picture(JPEG, b"\xff\xd8\xff flap" * 200, 2400, 1800)
BOARD = Picture(JPEG, b"\xff\xd8\xff bord" * 300, 1200, 900)


def _pictures(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(PictureRow)) or 0


def _added(store: Store, workshop: str, *pictures: Picture) -> tuple[str, ...]:
    return store.do("Foto’s toegevoegd", photos.add_photos, pictures, workshop=workshop).result


def test_photos_are_kept_in_the_order_in_which_they_came(empty_store: Store, workshop: str) -> None:
    first, second = _added(empty_store, workshop, FLAP, BOARD)

    assert empty_store.read(photos.photos_of, workshop) == (
        Photo(first, workshop, FLAP.id, width=2400, height=1800, position=1),
        Photo(second, workshop, BOARD.id, width=1200, height=900, position=2),
    )
    assert empty_store.read(photos.picture, FLAP.id) == FLAP.data


def test_the_same_picture_twice_is_kept_once(empty_store: Store, workshop: str) -> None:
    _added(empty_store, workshop, FLAP, FLAP)
    _added(empty_store, workshop, FLAP)

    assert len(empty_store.read(photos.photos_of, workshop)) == 3
    assert empty_store.read(_pictures) == 1
    assert empty_store.read(photos.stored_bytes) == len(FLAP.data)


def test_undo_takes_the_photo_away_and_redo_shows_it_again(empty_store: Store, workshop: str) -> None:
    (photo,) = _added(empty_store, workshop, FLAP)
    empty_store.undo()
    assert empty_store.read(photos.photos_of, workshop) == ()

    empty_store.redo()
    assert [found.id for found in empty_store.read(photos.photos_of, workshop)] == [photo]
    assert empty_store.read(photos.picture, FLAP.id) == FLAP.data


def test_the_journal_holds_no_bytes_of_a_picture(empty_store: Store, workshop: str) -> None:
    _added(empty_store, workshop, FLAP)
    lines = empty_store.read(lambda session: session.scalars(select(ChangeRow.after)).all())

    assert "flap" not in str(lines)
    assert FLAP.id in str(lines)


def test_a_photo_is_given_to_a_block_by_its_number_and_back_to_the_session(
    empty_store: Store, workshop: str, captured: Callable[..., Block]
) -> None:
    block = captured("Eerst bellen")
    (photo,) = _added(empty_store, workshop, FLAP)
    title = empty_store.do("Gegeven", photos.give_photos, [photo], 1).result

    assert title == "Eerst bellen"
    assert [found.block for found in empty_store.read(photos.photos_of_block, block.id)] == [block.id]
    assert len(empty_store.read(photos.photos_of, workshop)) == 1

    empty_store.do("Terug", photos.give_photos, [photo], None)
    assert empty_store.read(photos.photos_of_block, block.id) == ()


@pytest.mark.parametrize("number", [0, 7])
def test_a_block_that_is_not_there_is_a_problem(empty_store: Store, workshop: str, number: int) -> None:
    (photo,) = _added(empty_store, workshop, FLAP)

    with pytest.raises(Problem, match=f"geen bouwsteen {number}"):
        empty_store.do("Gegeven", photos.give_photos, [photo], number)


def test_a_block_in_the_bin_or_in_another_session_gets_no_photo(
    empty_store: Store, workshop: str, captured: Callable[..., Block]
) -> None:
    gone = captured("Eerst bellen")
    empty_store.do("Weg", capturing.remove_blocks, [gone.id])
    other = empty_store.do("Sessie", preparing.create_workshop, title="Elders").result
    empty_store.do("Bouwsteen", capturing.capture, "Hier", workshop=other)
    empty_store.do("Bouwsteen", capturing.capture, "Daar", workshop=other)
    (photo,) = _added(empty_store, workshop, FLAP)

    for number in (1, 2):
        with pytest.raises(Problem):
            empty_store.do("Gegeven", photos.give_photos, [photo], number)


def test_a_photo_gets_a_name_on_one_line(empty_store: Store, workshop: str) -> None:
    (photo,) = _added(empty_store, workshop, FLAP)
    empty_store.do("Naam", photos.rename_photo, photo, "  Flap\x07 van\ntafel 2 ")

    assert [found.name for found in empty_store.read(photos.photos_of, workshop)] == ["Flap van tafel 2"]


def test_a_photo_goes_to_the_bin_and_comes_back(empty_store: Store, workshop: str) -> None:
    first, second = _added(empty_store, workshop, FLAP, BOARD)
    empty_store.do("Weg", photos.remove_photos, [first])
    assert [found.id for found in empty_store.read(photos.photos_of, workshop)] == [second]
    assert empty_store.read(checking.totals)["Foto’s"] == 1

    empty_store.do("Terug", photos.restore_photos, [first])
    assert [found.id for found in empty_store.read(photos.photos_of, workshop)] == [first, second]


def test_a_photo_of_a_session_that_is_not_there_is_a_problem_and_leaves_nothing(empty_store: Store) -> None:
    with pytest.raises(Problem, match="niet meer"):
        empty_store.do("Toegevoegd", photos.add_photos, [FLAP], workshop="ab" * 16)

    assert empty_store.read(_pictures) == 0


def test_a_picture_that_is_not_there_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem, match="niet in deze werkmap"):
        empty_store.read(photos.picture, "ab" * 16)


def test_backups_and_copies_hold_the_pictures_too(
    empty_store: Store, workshop: str, around: Surroundings, tmp_path: Path
) -> None:
    _added(empty_store, workshop, FLAP)
    list(backups.backup_if_changed(empty_store, around))
    (backup,) = backups.backups(around, empty_store.path)
    copy = tmp_path / "kopie.bouwstenen"
    empty_store.copy_to(copy)

    for path in (backup.path, copy):
        opened = open_store(path, around)
        assert opened.read(photos.picture, FLAP.id) == FLAP.data
        assert len(opened.read(photos.photos_of, workshop)) == 1
        opened.close()


def test_a_flipped_bit_in_a_picture_is_noticed(empty_store: Store, workshop: str) -> None:
    _added(empty_store, workshop, FLAP)
    assert empty_store.faults() == ()
    empty_store.close()
    file = empty_store.path.read_bytes()
    at = file.index(b"\xff\xd8\xff flap")
    empty_store.path.write_bytes(file[: at + 4] + b"F" + file[at + 5 :])

    assert copies.faults(empty_store.path) == (f"een foto is beschadigd ({FLAP.id[:8]})",)
