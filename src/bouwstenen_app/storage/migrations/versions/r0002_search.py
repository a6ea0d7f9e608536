"""Full-text search over the blocks (SQLite FTS5)."""

from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = "title, explanation, example, conditions, next_step, note"
NEW = "new.title, new.explanation, new.example, new.conditions, new.next_step, new.note"
OLD = "old.title, old.explanation, old.example, old.conditions, old.next_step, old.note"
ADD = f"INSERT INTO block_search(rowid, {COLUMNS}) VALUES (new.row, {NEW});"
DROP = f"INSERT INTO block_search(block_search, rowid, {COLUMNS}) VALUES ('delete', old.row, {OLD});"


def upgrade() -> None:
    """Make the index, fill it, and keep it equal to the blocks from then on."""
    op.execute(
        f"CREATE VIRTUAL TABLE block_search USING fts5({COLUMNS}, content='block', content_rowid='row', "
        "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    op.execute("INSERT INTO block_search(block_search, rank) VALUES ('secure-delete', 1)")
    op.execute(f"CREATE TRIGGER block_search_add AFTER INSERT ON block BEGIN {ADD} END")
    op.execute(f"CREATE TRIGGER block_search_drop AFTER DELETE ON block BEGIN {DROP} END")
    op.execute(f"CREATE TRIGGER block_search_change AFTER UPDATE OF {COLUMNS} ON block BEGIN {DROP} {ADD} END")
    op.execute("INSERT INTO block_search(block_search) VALUES ('rebuild')")
