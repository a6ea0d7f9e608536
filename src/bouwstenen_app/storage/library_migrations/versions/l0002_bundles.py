"""Bundles and their blocks for reporting tools; blocks and bundles are named anew by who publishes next."""

from alembic import op

revision = "l0002"
down_revision = "l0001"

UNCHECKED = "ALTER TABLE change DROP CONSTRAINT change_step_id_fkey"
"""Lines come in one transaction with their step; asking for every line again took a third of publishing."""
UNNAMED = "UPDATE held SET fields = fields - 'label' WHERE table_name = 'block'"

VIEWS = """
CREATE VIEW bijdrage AS
SELECT c.fields->>'bundle_id' AS bundel, c.fields->>'block_id' AS bouwsteen,
    (c.fields->>'position')::int AS volgorde
FROM held c
JOIN held b ON b.table_name = 'block' AND b.id = c.fields->>'block_id' AND NOT (b.fields->>'removed')::boolean
WHERE c.table_name = 'contribution' AND NOT (c.fields->>'removed')::boolean;
COMMENT ON VIEW bijdrage IS 'One row per block that is in a bundle; a block is in one bundle at most.';

CREATE VIEW bundel AS
SELECT k.id, k.fields->>'label' AS nummer, k.fields->>'title' AS titel, k.fields->>'explanation' AS toelichting,
    k.fields->>'why' AS waarom, k.fields->>'next_step' AS volgende_stap, k.fields->>'owner' AS wie,
    k.fields->>'status' AS status, k.fields->>'release' AS vrijgave,
    coalesce(i.bouwstenen, 0) AS bouwstenen, coalesce(i.stemmen, 0) AS stemmen, coalesce(i.sessies, 0) AS sessies
FROM held k
LEFT JOIN (
    SELECT c.bundel, count(*) AS bouwstenen, sum((b.fields->>'votes')::int) AS stemmen,
        count(DISTINCT b.fields->>'workshop_id') AS sessies
    FROM bijdrage c JOIN held b ON b.table_name = 'block' AND b.id = c.bouwsteen GROUP BY c.bundel
) i ON i.bundel = k.id
WHERE k.table_name = 'bundle' AND NOT (k.fields->>'removed')::boolean;
COMMENT ON VIEW bundel IS 'One row per bundle, with what is in it.';

CREATE OR REPLACE VIEW bouwsteen AS
SELECT b.id, b.fields->>'label' AS nummer, b.fields->>'title' AS titel, b.fields->>'explanation' AS toelichting,
    b.fields->>'example' AS voorbeeld, b.fields->>'next_step' AS volgende_stap,
    (b.fields->>'votes')::int AS stemmen, b.fields->>'status' AS status, b.fields->>'release' AS vrijgave,
    s.titel AS sessie, s.datum, s.regio,
    t.domeinen, t.themas, t.soorten, k.fields->>'label' AS bundel
FROM held b JOIN sessie s ON s.id = b.fields->>'workshop_id'
LEFT JOIN (
    SELECT bouwsteen,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'domein') AS domeinen,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'thema') AS themas,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'soort') AS soorten
    FROM tag GROUP BY bouwsteen
) t ON t.bouwsteen = b.id
LEFT JOIN bijdrage c ON c.bouwsteen = b.id
LEFT JOIN held k ON k.table_name = 'bundle' AND k.id = c.bundel AND NOT (k.fields->>'removed')::boolean
WHERE b.table_name = 'block' AND NOT (b.fields->>'removed')::boolean;
"""

GRANTS = """
DO $$
DECLARE role name;
BEGIN
    FOR role IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = 'bouwsteen' AND privilege_type = 'SELECT'
        AND grantee <> 'PUBLIC'
    LOOP
        EXECUTE format('GRANT SELECT ON bijdrage, bundel TO %I', role);
    END LOOP;
END $$
"""
"""Who could read the views, can read these."""


def upgrade() -> None:
    """Add the views, in the schema that the connection works in."""
    op.execute(UNCHECKED)
    op.execute(UNNAMED)
    op.execute(VIEWS)
    op.execute(GRANTS)
