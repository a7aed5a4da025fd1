"""To version 2: agreements across documents, what changed since, scores of events, merged entities, followed feeds."""

from sqlalchemy import Connection, text

STATEMENTS = (
    "CREATE INDEX ix_documents_source ON documents (source)",
    "DROP TABLE seen_agreements",
    "CREATE TABLE seen_agreements (id TEXT NOT NULL PRIMARY KEY, document BIGINT NOT NULL, agreement TEXT NOT NULL,"
    ' "current" BOOLEAN NOT NULL, data {bytes} NOT NULL)',
    "CREATE INDEX ix_seen_agreements_document ON seen_agreements (document)",
    "CREATE INDEX ix_seen_agreements_agreement ON seen_agreements (agreement)",
    "CREATE TABLE agreement_blocks (key TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (key, seen))",
    "CREATE TABLE agreements (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, title TEXT, stage TEXT NOT NULL,"
    ' signed TEXT, "last" TEXT, sources INTEGER NOT NULL, data {bytes} NOT NULL)',
    "CREATE TABLE agreement_parties (agreement TEXT NOT NULL, party TEXT NOT NULL, PRIMARY KEY (agreement, party))",
    "CREATE INDEX ix_agreement_parties_party ON agreement_parties (party)",
    "ALTER TABLE events ADD COLUMN quad INTEGER",
    "ALTER TABLE events ADD COLUMN intensity {float}",
    "ALTER TABLE events ADD COLUMN level TEXT",
    "ALTER TABLE events ADD COLUMN agreement TEXT",
    "CREATE INDEX ix_events_agreement ON events (agreement)",
    "ALTER TABLE event_links ADD COLUMN stated BOOLEAN NOT NULL DEFAULT {true}",
    "ALTER TABLE entities ADD COLUMN merged TEXT",
    "CREATE TABLE changes (event TEXT NOT NULL PRIMARY KEY, n BIGINT NOT NULL UNIQUE, at TEXT NOT NULL)",
    "INSERT INTO changes SELECT id, row_number() OVER (ORDER BY id), '' FROM events",
    "CREATE TABLE feeds (url TEXT NOT NULL PRIMARY KEY, etag TEXT, modified TEXT, checked TEXT NOT NULL,"
    " failures INTEGER NOT NULL, why TEXT NOT NULL)",
)
WORDS = {
    "sqlite": {"bytes": "BLOB", "float": "FLOAT", "true": "1"},
    "postgresql": {"bytes": "BYTEA", "float": "DOUBLE PRECISION", "true": "true"},
}


def upgrade(connection: Connection) -> None:
    """Add what is new. Scores and agreements of events that are there are computed by `waqai library rebuild`."""
    for statement in STATEMENTS:
        connection.execute(text(statement.format(**WORDS[connection.dialect.name])))
