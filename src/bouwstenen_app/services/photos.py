"""Photos: taken in, given to a block, named, put in the bin, and asked for.

A picture is kept once, however many photos show it. Photos are never erased, only marked removed, and a picture
comes in with its photo in one step: so no picture is ever without a photo, and there is nothing to sweep.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.photos import Photo, Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, PhotoRow, PictureRow, WorkshopRow


def add_photos(
    session: Work, pictures: Sequence[Picture], *, workshop: str, block: str | None = None
) -> tuple[str, ...]:
    """Keep pictures as photos of a session, or of a block in it; return the ids of the photos, in that order."""
    if session.scalar(select(WorkshopRow.id).where(WorkshopRow.id == workshop)) is None:
        raise Problem("Deze sessie is er niet meer. Kies een andere sessie en voeg de foto opnieuw toe.")
    last = journal.last_number(session, PhotoRow, PhotoRow.position, PhotoRow.workshop_id == workshop)
    _keep(session, pictures)
    rows = [
        {
            "id": session.new_id(),
            "workshop_id": workshop,
            "picture_id": picture.id,
            "block_id": block,
            "width": picture.width,
            "height": picture.height,
            "position": last + place,
        }
        for place, picture in enumerate(pictures, start=1)
    ]
    journal.insert_rows(session, PhotoRow, rows)
    return tuple(str(row["id"]) for row in rows)


def give_photos(session: Work, photos: Sequence[str], number: int | None) -> str:
    """Give photos to the block with this number in their session, or back to the session; return its title."""
    block, title = (None, "") if number is None else _numbered(session, photos, number)
    journal.update_rows(session, PhotoRow, {photo: {"block_id": block} for photo in photos})
    return title


def rename_photo(session: Work, photo: str, name: str) -> None:
    """Call a photo something; an empty name takes its name away."""
    cleaned = " ".join(clean(name).text.split())
    journal.update_rows(session, PhotoRow, {photo: {"name": cleaned}})


def remove_photos(session: Work, photos: Sequence[str]) -> None:
    """Put photos in the bin."""
    journal.update_rows(session, PhotoRow, {photo: {"removed": True} for photo in photos})


def restore_photos(session: Work, photos: Sequence[str]) -> None:
    """Take photos out of the bin."""
    journal.update_rows(session, PhotoRow, {photo: {"removed": False} for photo in photos})


def photos_of(session: Session, workshop: str) -> tuple[Photo, ...]:
    """Return the photos of a session and of the blocks in it, in the order in which they came."""
    return _read(session, PhotoRow.workshop_id == workshop)


def photos_of_block(session: Session, block: str) -> tuple[Photo, ...]:
    """Return the photos that belong to one block."""
    return _read(session, PhotoRow.block_id == block)


def picture(session: Session, identity: str) -> bytes:
    """Return the bytes of a picture; a Problem when this file does not have it."""
    data = session.scalar(select(PictureRow.data).where(PictureRow.id == identity))
    if data is None:
        raise Problem("Deze foto staat niet in deze werkmap. Voeg hem opnieuw toe vanaf je telefoon of camera.")
    return data


def stored_bytes(session: Session) -> int:
    """Return how large all pictures of the workspace are together, those in the bin included."""
    return session.scalar(select(func.sum(func.length(PictureRow.data)))) or 0


def _read(session: Session, condition: ColumnElement[bool]) -> tuple[Photo, ...]:
    query = select(
        PhotoRow.id,
        PhotoRow.workshop_id,
        PhotoRow.picture_id,
        func.coalesce(PhotoRow.block_id, ""),
        PhotoRow.name,
        PhotoRow.width,
        PhotoRow.height,
        PhotoRow.position,
        PhotoRow.removed,
    )
    rows = session.execute(query.where(condition, ~PhotoRow.removed).order_by(PhotoRow.position, PhotoRow.id))
    return tuple(Photo(*row) for row in rows)


def _keep(session: Work, pictures: Sequence[Picture]) -> None:
    wanted = {picture.id: picture for picture in pictures}
    known = set(session.scalars(select(PictureRow.id).where(PictureRow.id.in_(wanted))))
    session.add_all(
        PictureRow(id=identity, format=picture.format, data=picture.data)
        for identity, picture in wanted.items()
        if identity not in known
    )
    session.flush()


def _numbered(session: Work, photos: Sequence[str], number: int) -> tuple[str, str]:
    """Return the id and title of the block with a number in the session of these photos, or a Problem."""
    workshop = session.scalar(select(PhotoRow.workshop_id).where(PhotoRow.id.in_(photos)).limit(1))
    query = select(BlockRow.id, BlockRow.title).where(
        BlockRow.workshop_id == workshop, BlockRow.number == number, ~BlockRow.removed
    )
    found = session.execute(query).first()
    if found is None:
        raise Problem("Deze sessie heeft geen bouwsteen {number}. Kies een nummer uit de lijst.", number=number)
    return found[0], found[1]
