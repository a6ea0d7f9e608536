"""Erasing in a library: what was erased is found quickly, and who contributes may take lines away."""

from alembic import op

revision = "l0003"
down_revision = "l0002"

INDEX = "CREATE INDEX ix_change_erased ON change (table_name) WHERE table_name = 'erasure'"

GRANTS = """
DO $$
DECLARE role name;
BEGIN
    FOR role IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = 'change' AND privilege_type = 'INSERT'
        AND grantee <> 'PUBLIC'
    LOOP
        EXECUTE format('GRANT UPDATE ON step, change TO %I', role);
        EXECUTE format('GRANT DELETE ON change, picture, held, named TO %I', role);
    END LOOP;
END $$
"""
"""Who could contribute, can take away what was erased."""


def upgrade() -> None:
    """Add the index and the rights, in the schema that the connection works in."""
    op.execute(INDEX)
    op.execute(GRANTS)
