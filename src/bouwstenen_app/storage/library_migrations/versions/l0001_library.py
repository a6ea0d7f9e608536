"""The journal of a team, the rows that follow from it, and views for reporting tools."""

from alembic import op

revision = "l0001"
down_revision = None

TABLES = """
CREATE TABLE step (
    id text COLLATE "C" PRIMARY KEY,
    laptop text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    stamp text COLLATE "C" NOT NULL,
    at text NOT NULL,
    label text NOT NULL,
    kind text NOT NULL,
    "of" text,
    seen text
);
CREATE TABLE seen (id text COLLATE "C" PRIMARY KEY, vector json NOT NULL);
CREATE TABLE change (
    step_id text COLLATE "C" NOT NULL REFERENCES step,
    position integer NOT NULL,
    table_name text NOT NULL,
    row_id text COLLATE "C" NOT NULL,
    before json,
    after json NOT NULL,
    PRIMARY KEY (step_id, position)
);
CREATE INDEX ix_change_row ON change (row_id);
CREATE TABLE picture (id text COLLATE "C" PRIMARY KEY, format text NOT NULL, data bytea NOT NULL);
CREATE TABLE held (
    table_name text NOT NULL,
    id text COLLATE "C" NOT NULL,
    fields jsonb NOT NULL,
    PRIMARY KEY (table_name, id)
);
COMMENT ON TABLE held IS 'Every row as it counts now, folded from the journal by the program.';
"""

VIEWS = """
CREATE VIEW sessie AS
SELECT id, fields->>'title' AS titel, nullif(fields->>'date', '')::date AS datum, fields->>'region' AS regio,
    fields->>'place' AS plaats, (fields->>'participants')::int AS deelnemers, fields->>'state' AS stand
FROM held WHERE table_name = 'workshop' AND NOT (fields->>'removed')::boolean;

CREATE VIEW code AS
SELECT c.id, d.fields->>'slug' AS dimensie, c.fields->>'slug' AS code, c.fields->>'name' AS naam,
    c.fields->>'parent_id' AS hoort_onder, c.fields->>'definition' AS omschrijving
FROM held c JOIN held d ON d.table_name = 'dimension' AND d.id = c.fields->>'dimension_id'
WHERE c.table_name = 'code' AND NOT (c.fields->>'removed')::boolean;

CREATE VIEW tag AS
SELECT t.fields->>'block_id' AS bouwsteen, t.fields->>'code_id' AS code_id, c.dimensie, c.code, c.naam
FROM held t JOIN code c ON c.id = t.fields->>'code_id'
WHERE t.table_name = 'tagging' AND NOT (t.fields->>'removed')::boolean;

CREATE VIEW bouwsteen AS
SELECT b.id, b.fields->>'label' AS nummer, b.fields->>'title' AS titel, b.fields->>'explanation' AS toelichting,
    b.fields->>'example' AS voorbeeld, b.fields->>'next_step' AS volgende_stap,
    (b.fields->>'votes')::int AS stemmen, b.fields->>'status' AS status, b.fields->>'release' AS vrijgave,
    s.titel AS sessie, s.datum, s.regio,
    t.domeinen, t.themas, t.soorten
FROM held b JOIN sessie s ON s.id = b.fields->>'workshop_id'
LEFT JOIN (
    SELECT bouwsteen,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'domein') AS domeinen,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'thema') AS themas,
        string_agg(naam, '; ' ORDER BY naam) FILTER (WHERE dimensie = 'soort') AS soorten
    FROM tag GROUP BY bouwsteen
) t ON t.bouwsteen = b.id
WHERE b.table_name = 'block' AND NOT (b.fields->>'removed')::boolean;
COMMENT ON VIEW bouwsteen IS 'One row per block, with its tags by name.';
"""


def upgrade() -> None:
    """Make the tables and the views, in the schema that the connection works in."""
    op.execute(TABLES)
    op.execute(VIEWS)
