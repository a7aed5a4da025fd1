"""The tables of a library; `docs/library.md` describes them. SQLite and PostgreSQL have the same ones.

Kept for ever: documents, observations, judgements, corrections. Derived from them, and rebuilt by
`waqai library rebuild`: everything else. `pending` and `refusals` are work to do.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()
# SQLite numbers rows by itself only in a column called INTEGER.
BIG = BigInteger().with_variant(Integer, "sqlite")

meta = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

documents = Table(
    "documents",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("published", Text, index=True),
    Column("outlet", Text),
    Column("url", Text),
    Column("title", Text),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("added", Text, nullable=False),
    sqlite_autoincrement=True,
)

observations = Table(
    "observations",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("document", BIG, ForeignKey("documents.n"), nullable=False),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("added", Text, nullable=False),
    UniqueConstraint("document", "digest"),
    sqlite_autoincrement=True,
)

pending = Table("pending", METADATA, Column("document", BIG, primary_key=True, autoincrement=False))

refusals = Table(
    "refusals",
    METADATA,
    Column("place", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("tries", Integer, nullable=False),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("machine", Boolean, nullable=False),
    Column("correction", BIG),
    Column("withdrawn", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,
)

corrections = Table(
    "corrections",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False, index=True),
    Column("field", Text),
    Column("value", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("undoes", BIG),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", BIG, nullable=False, index=True),
    Column("linked", Text, nullable=False, index=True),
    Column("current", Boolean, nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

blocks = Table(
    "blocks",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("report", BIG, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

fingerprints = Table(
    "fingerprints",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("document", BIG, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    METADATA,
    Column("document", BIG, primary_key=True, autoincrement=False),
    Column("first", BIG, nullable=False, index=True),
    Column("score", Float, nullable=False),
)

entities = Table(
    "entities",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("latin", Text),
    Column("country", Text),
    Column("sector", Text),
    Column("wikidata", Text),
)

names = Table(
    "names",
    METADATA,
    Column("observed", Text, primary_key=True),
    Column("entity", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("folded", Text, nullable=False, index=True),
    Column("block", Text, nullable=False, index=True),
)

seen_tenures = Table(
    "seen_tenures",
    METADATA,
    Column("document", BIG, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("country", Text),
    Column("organisation", Text),
    Column("seen", Text),
    Column("text", Text),
    Column("former", Boolean, nullable=False),
    Index("seen_tenures_office", "country", "office"),
)

seen_agreements = Table(
    "seen_agreements",
    METADATA,
    Column("document", BIG, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("agreement", Text, nullable=False, index=True),
    Column("block", Text, nullable=False, index=True),
    Column("data", LargeBinary, nullable=False),
)

events = Table(
    "events",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Text, index=True),
    Column("end", Text),
    Column("granularity", Text),
    Column("place", Text),
    Column("country", Text),
    Column("reports", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("review", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("events_type_start", "type", "start"),
)

event_parties = Table(
    "event_parties",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("side", Text, nullable=False),
    Column("entity", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("country", Text, index=True),
    Column("sector", Text),
    Column("office", Text),
)

pairs = Table(
    "pairs",
    METADATA,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("start", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Index("pairs_event", "event"),
    sqlite_with_rowid=False,
)

event_links = Table(
    "event_links",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("rel", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Index("event_links_other", "other"),
)

DERIVED = (
    event_links,
    pairs,
    event_parties,
    events,
    seen_agreements,
    seen_tenures,
    names,
    entities,
    copies,
    fingerprints,
    blocks,
)
"""Tables that a rebuild empties. Reports stay: their ids are what public ids and corrections hold on to."""

VIEWS = {
    "document": "SELECT n, key, id, published, outlet, url, title, language, text, source, added FROM documents",
    "event": 'SELECT id, type, mode, act, status, start, "end", granularity, place, country, reports, sources, copies,'
    " confidence, contested, review FROM events WHERE reports > 0",
    "event_party": "SELECT event, side, entity, name, country, sector, office FROM event_parties",
    "event_report": 'SELECT linked AS event, id AS report, document FROM reports WHERE "current"',
    "event_link": "SELECT event, rel, other FROM event_links",
    "pair": "SELECT a, b, start, event FROM pairs",
    "entity": "SELECT id, kind, name, latin, country, sector, wikidata FROM entities",
    "entity_name": "SELECT entity, name, kind, country FROM names",
    "tenure": "SELECT n.entity AS person, min(t.name) AS name, t.office, t.country, t.organisation,"
    " min(t.seen) AS first_seen, max(t.seen) AS last_seen, count(DISTINCT t.document) AS reports"
    " FROM seen_tenures t JOIN names n ON n.observed = t.person WHERE NOT t.former"
    " GROUP BY n.entity, t.office, t.country, t.organisation",
    "copy": "SELECT document, first, score FROM copies WHERE document <> first",
    "judgement": 'SELECT n, kind, "left", "right", verdict, score, reasons, author, made, withdrawn FROM judgements',
    "correction": "SELECT n, action, target, field, value, why, author, made, undoes FROM corrections",
    "refusal": "SELECT source, place, kind, why, at, tries FROM refusals",
}
"""What `waqai sql` may be asked; documented in `docs/library.md`, kept while the tables change."""
