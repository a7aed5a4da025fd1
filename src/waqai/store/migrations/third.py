"""To version 3: events apart from what they are counted by, who appears when, indexes of outlets and versions."""

from sqlalchemy import Connection, text

BEFORE = (
    "CREATE INDEX ix_documents_outlet ON documents (outlet)",
    "CREATE INDEX ix_entities_merged ON entities (merged)",
    "CREATE INDEX ix_observations_version ON observations (version)",
    "CREATE TABLE event_data (event TEXT NOT NULL PRIMARY KEY, data {bytes} NOT NULL)",
    "INSERT INTO event_data SELECT id, data FROM events",
)
# SQLite writes the rows of a table anew where they lie in order of another key.
NARROW = {
    "sqlite": (
        "CREATE TABLE events_3 (id TEXT NOT NULL, type TEXT NOT NULL, mode TEXT, act TEXT NOT NULL,"
        ' status TEXT NOT NULL, start TEXT, "end" TEXT, granularity TEXT, place TEXT, country TEXT,'
        " reports INTEGER NOT NULL, sources INTEGER NOT NULL, copies INTEGER NOT NULL, confidence FLOAT NOT NULL,"
        " contested BOOLEAN NOT NULL, review TEXT NOT NULL, quad INTEGER, intensity FLOAT, level TEXT, agreement TEXT,"
        " PRIMARY KEY (id)) WITHOUT ROWID",
        'INSERT INTO events_3 SELECT id, type, mode, act, status, start, "end", granularity, place, country, reports,'
        " sources, copies, confidence, contested, review, quad, intensity, level, agreement FROM events",
        "DROP TABLE events",
        "ALTER TABLE events_3 RENAME TO events",
        "CREATE INDEX ix_events_agreement ON events (agreement)",
    ),
    "postgresql": (
        "ALTER TABLE events DROP COLUMN data",
        "DROP INDEX ix_events_start",
        "DROP INDEX events_type_start",
    ),
}
SHOWN = "(e.reports > 0 AND e.review <> 'rejected')"
AFTER = (
    'CREATE INDEX events_start ON events (start, type, review, reports, "end", quad, intensity)',
    "CREATE INDEX events_values ON events (level, type, act, status, review, reports)",
    "CREATE INDEX events_review ON events (review, reports)",
    "DROP INDEX ix_seen_tenures_person",
    "CREATE INDEX seen_tenures_person ON seen_tenures"
    " (person, country, office, organisation, document, former, seen)",
    "DROP INDEX seen_tenures_office",
    "CREATE INDEX seen_tenures_office ON seen_tenures"
    " (country, office, person, organisation, document, former, seen)",
    "CREATE TABLE appearances (who TEXT NOT NULL, start TEXT NOT NULL, event TEXT NOT NULL, state BOOLEAN NOT NULL,"
    " shown BOOLEAN NOT NULL, PRIMARY KEY (who, start, event)){rowid}",
    "INSERT INTO appearances SELECT DISTINCT p.country, coalesce(e.start, ''), e.id, {true}, " + SHOWN + " FROM"
    " event_parties p JOIN events e ON e.id = p.event WHERE p.country IS NOT NULL",
    "INSERT INTO appearances SELECT DISTINCT p.entity, coalesce(e.start, ''), e.id, {false}, " + SHOWN + " FROM"
    " event_parties p JOIN events e ON e.id = p.event WHERE true ON CONFLICT DO NOTHING",
    "CREATE INDEX appearances_event ON appearances (event)",
    "DROP INDEX ix_event_parties_country",
    "DROP INDEX ix_event_parties_entity",
    "CREATE TABLE pairs_3 (a TEXT NOT NULL, b TEXT NOT NULL, start TEXT NOT NULL, event TEXT NOT NULL,"
    ' "end" TEXT NOT NULL, type TEXT NOT NULL, quad INTEGER, intensity {float}, shown BOOLEAN NOT NULL,'
    " PRIMARY KEY (a, b, start, event)){rowid}",
    "INSERT INTO pairs_3 SELECT p.a, p.b, p.start, p.event, coalesce(e.\"end\", e.start, ''), e.type, e.quad,"
    " e.intensity, " + SHOWN + " FROM pairs p JOIN events e ON e.id = p.event",
    "DROP TABLE pairs",
    "ALTER TABLE pairs_3 RENAME TO pairs",
    "CREATE INDEX pairs_event ON pairs (event)",
)  # fmt: skip
WORDS = {
    "sqlite": {"bytes": "BLOB", "float": "FLOAT", "true": "1", "false": "0", "rowid": " WITHOUT ROWID"},
    "postgresql": {"bytes": "BYTEA", "float": "DOUBLE PRECISION", "true": "true", "false": "false", "rowid": ""},
}


def upgrade(connection: Connection) -> None:
    """Move events apart and fill what is new from them; nothing has to be rebuilt."""
    from waqai.store.views import VIEWS

    dialect = connection.dialect.name
    # Views hold on to the tables that they read; they are made anew after this.
    for name in VIEWS:
        connection.execute(text(f'DROP VIEW IF EXISTS "{name}"'))
    for statement in (*BEFORE, *NARROW[dialect], *AFTER):
        connection.execute(text(statement.format(**WORDS[dialect])))
