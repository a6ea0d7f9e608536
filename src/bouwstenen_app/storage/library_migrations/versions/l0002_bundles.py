"""Bundles and their blocks for reporting tools; a row of one line is read from the journal, the others are held."""

from alembic import op

revision = "l0002"
down_revision = "l0001"

LINES = """
ALTER TABLE change DROP CONSTRAINT change_step_id_fkey, DROP CONSTRAINT change_pkey;
CREATE INDEX ix_change_step ON change (step_id);
DROP INDEX ix_change_row;
CREATE INDEX ix_change_row ON change USING hash (row_id);
CREATE INDEX ix_change_bundled ON change (table_name) WHERE table_name IN ('bundle', 'contribution');
"""
"""Lines come with their step in one transaction, and a step comes once: asking that of every line took as long.

Rows are at random places, which a tree of keys likes less than a hash.
"""

TABLES = """
CREATE TABLE plain (table_name text PRIMARY KEY, fields jsonb NOT NULL);
COMMENT ON TABLE plain IS 'What a line of a new row leaves out, by table.';
CREATE TABLE named (
    id text COLLATE "C" PRIMARY KEY,
    region text NOT NULL,
    prefix text NOT NULL,
    number integer NOT NULL,
    label text NOT NULL
);
CREATE INDEX ix_named_region ON named (region);
COMMENT ON TABLE named IS 'How people call blocks and bundles. The region: letters without those of a laptop.';
INSERT INTO named
SELECT id, '?', fields->>'prefix', (fields->>'number')::int, '' FROM held WHERE table_name = 'block';
CREATE VIEW row_now AS
SELECT table_name, id, fields FROM held
UNION ALL
SELECT c.table_name, c.row_id, p.fields || c.after::jsonb FROM change c JOIN plain p USING (table_name)
WHERE c.before IS NULL AND NOT EXISTS (SELECT FROM held h WHERE h.table_name = c.table_name AND h.id = c.row_id);
COMMENT ON VIEW row_now IS 'Every row as it counts now.';
COMMENT ON TABLE held IS 'Rows of which there is more than one line, folded from the journal by the program.';
"""

VIEWS = """
CREATE OR REPLACE VIEW sessie AS
SELECT id, fields->>'title' AS titel, nullif(fields->>'date', '')::date AS datum, fields->>'region' AS regio,
    fields->>'place' AS plaats, (fields->>'participants')::int AS deelnemers, fields->>'state' AS stand
FROM row_now WHERE table_name = 'workshop' AND NOT (fields->>'removed')::boolean;

CREATE OR REPLACE VIEW code AS
SELECT c.id, d.fields->>'slug' AS dimensie, c.fields->>'slug' AS code, c.fields->>'name' AS naam,
    c.fields->>'parent_id' AS hoort_onder, c.fields->>'definition' AS omschrijving
FROM row_now c JOIN row_now d ON d.table_name = 'dimension' AND d.id = c.fields->>'dimension_id'
WHERE c.table_name = 'code' AND NOT (c.fields->>'removed')::boolean;

CREATE OR REPLACE VIEW tag AS
SELECT t.fields->>'block_id' AS bouwsteen, t.fields->>'code_id' AS code_id, c.dimensie, c.code, c.naam
FROM row_now t JOIN code c ON c.id = t.fields->>'code_id'
WHERE t.table_name = 'tagging' AND NOT (t.fields->>'removed')::boolean;

CREATE VIEW bijdrage AS
SELECT c.fields->>'bundle_id' AS bundel, c.fields->>'block_id' AS bouwsteen,
    (c.fields->>'position')::int AS volgorde
FROM row_now c
JOIN row_now b ON b.table_name = 'block' AND b.id = c.fields->>'block_id' AND NOT (b.fields->>'removed')::boolean
WHERE c.table_name = 'contribution' AND NOT (c.fields->>'removed')::boolean;
COMMENT ON VIEW bijdrage IS 'One row per block that is in a bundle; a block is in one bundle at most.';

CREATE VIEW bundel AS
SELECT k.id, n.label AS nummer, k.fields->>'title' AS titel, k.fields->>'explanation' AS toelichting,
    k.fields->>'why' AS waarom, k.fields->>'next_step' AS volgende_stap, k.fields->>'owner' AS wie,
    k.fields->>'status' AS status, k.fields->>'release' AS vrijgave,
    coalesce(i.bouwstenen, 0) AS bouwstenen, coalesce(i.stemmen, 0) AS stemmen, coalesce(i.sessies, 0) AS sessies
FROM row_now k LEFT JOIN named n USING (id)
LEFT JOIN (
    SELECT c.bundel, count(*) AS bouwstenen, sum((b.fields->>'votes')::int) AS stemmen,
        count(DISTINCT b.fields->>'workshop_id') AS sessies
    FROM bijdrage c JOIN row_now b ON b.table_name = 'block' AND b.id = c.bouwsteen GROUP BY c.bundel
) i ON i.bundel = k.id
WHERE k.table_name = 'bundle' AND NOT (k.fields->>'removed')::boolean;
COMMENT ON VIEW bundel IS 'One row per bundle, with what is in it.';

CREATE OR REPLACE VIEW bouwsteen AS
SELECT b.id, n.label AS nummer, b.fields->>'title' AS titel, b.fields->>'explanation' AS toelichting,
    b.fields->>'example' AS voorbeeld, b.fields->>'next_step' AS volgende_stap,
    (b.fields->>'votes')::int AS stemmen, b.fields->>'status' AS status, b.fields->>'release' AS vrijgave,
    s.titel AS sessie, s.datum, s.regio,
    t.domeinen, t.themas, t.soorten, k.nummer AS bundel
FROM row_now b JOIN sessie s ON s.id = b.fields->>'workshop_id' LEFT JOIN named n ON n.id = b.id
LEFT JOIN (
    SELECT bouwsteen,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'domein') AS domeinen,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'thema') AS themas,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'soort') AS soorten
    FROM tag GROUP BY bouwsteen
) t ON t.bouwsteen = b.id
LEFT JOIN bijdrage c ON c.bouwsteen = b.id LEFT JOIN bundel k ON k.id = c.bundel
WHERE b.table_name = 'block' AND NOT (b.fields->>'removed')::boolean;
"""

GRANTS = """
DO $$
DECLARE role name;
BEGIN
    FOR role IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = 'held' AND privilege_type = 'SELECT'
        AND grantee <> 'PUBLIC'
    LOOP
        EXECUTE format('GRANT SELECT ON plain, named, row_now, bijdrage, bundel TO %I', role);
    END LOOP;
    FOR role IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = 'held' AND privilege_type = 'UPDATE'
        AND grantee <> 'PUBLIC'
    LOOP
        EXECUTE format('GRANT INSERT, UPDATE ON plain, named TO %I', role);
    END LOOP;
END $$
"""
"""Who could read or contribute, still can."""


def upgrade() -> None:
    """Change the tables and add the views, in the schema that the connection works in."""
    for statements in (LINES, TABLES, VIEWS, GRANTS):
        op.execute(statements)
