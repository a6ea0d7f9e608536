"""The tables about documents: recipes, texts of the writer, editions, and what reviewers say of them."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bouwstenen_app.storage.rows import ID, Journaled, list_column, number_column, row_of, text_column


class RecipeRow(Journaled):
    """What a person chose for a report: its kind, its title page, which blocks, which sections in which order."""

    __tablename__ = "recipe"
    kind: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    title: Mapped[str] = text_column()
    subtitle: Mapped[str] = text_column()
    edition: Mapped[str] = text_column()
    author: Mapped[str] = text_column()
    circulation: Mapped[str] = text_column()
    query: Mapped[str] = text_column()
    about: Mapped[list[str]] = list_column()
    workshops: Mapped[list[str]] = list_column()
    releases: Mapped[list[str]] = list_column()
    sections: Mapped[list[str]] = list_column()
    chapters: Mapped[str] = text_column()
    reply_before: Mapped[str] = text_column()
    position: Mapped[int] = number_column()


class PassageRow(Journaled):
    """A text of the writer in a report: under a heading, or in the place of a generated one (``replaced``)."""

    __tablename__ = "passage"
    __table_args__ = (Index("ix_passage_recipe", "recipe_id"),)
    recipe_id: Mapped[str] = mapped_column(ID, row_of("recipe"))
    key: Mapped[str] = text_column()
    text: Mapped[str] = text_column()
    replaced: Mapped[str] = text_column()


class EditionRow(Journaled):
    """A document that was made: what kind, when, of how many blocks, and what was decided to let through."""

    __tablename__ = "edition"
    recipe_id: Mapped[str | None] = mapped_column(ID, row_of("recipe"), default=None)
    kind: Mapped[str] = text_column()
    made_at: Mapped[str] = text_column()
    blocks: Mapped[int] = number_column()
    findings: Mapped[int] = number_column()
    reason: Mapped[str] = text_column()


class ReviewRow(Journaled):
    """A copy of a document that came back. The id is derived from what is in the file: it is read once."""

    __tablename__ = "review"
    edition_id: Mapped[str] = text_column()
    kind: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    read_at: Mapped[str] = text_column()


class RemarkRow(Journaled):
    """A comment or a change of a reviewer, and what was done with it."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_review", "review_id"), Index("ix_remark_subject", "subject"))
    review_id: Mapped[str] = mapped_column(ID, row_of("review"))
    kind: Mapped[str] = text_column()
    subject: Mapped[str] = text_column()
    field: Mapped[str] = text_column()
    heading: Mapped[str] = text_column()
    quote: Mapped[str] = text_column()
    before: Mapped[str] = text_column()
    after: Mapped[str] = text_column()
    text: Mapped[str] = text_column()
    author: Mapped[str] = text_column()
    date: Mapped[str] = text_column()
    outcome: Mapped[str] = text_column()
    answer: Mapped[str] = text_column()
    position: Mapped[int] = number_column()
