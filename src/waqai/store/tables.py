"""The tables of a library; `docs/library.md` describes them. SQLite and PostgreSQL have the same ones.

Kept for ever: documents, observations, judgements, corrections. Derived from them, and rebuilt by
`waqai library rebuild`: everything else. `pending` and `refusals` are work to do; `changes` says in which order events
were written, `feeds` what servers said of the feeds that are followed.
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
    Table,
    Text,
    UniqueConstraint,
)

from waqai.store.event_tables import BIG as BIG
from waqai.store.event_tables import METADATA as METADATA
from waqai.store.event_tables import appearances as appearances
from waqai.store.event_tables import changes as changes
from waqai.store.event_tables import event_data as event_data
from waqai.store.event_tables import event_links as event_links
from waqai.store.event_tables import event_parties as event_parties
from waqai.store.event_tables import events as events
from waqai.store.event_tables import pairs as pairs

meta = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

documents = Table(
    "documents",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("published", Text, index=True),
    Column("outlet", Text, index=True),
    *(Column(name, Text) for name in ("url", "title", "language")),
    *(Column(name, Text, nullable=False) for name in ("text", "notes")),
    Column("source", Text, nullable=False, index=True),
    Column("added", Text, nullable=False),
    sqlite_autoincrement=True,
)

observations = Table(
    "observations",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("document", BIG, ForeignKey("documents.n"), nullable=False),
    Column("version", Text, nullable=False, index=True),
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
    *(Column(name, Text, nullable=False) for name in ("source", "kind", "why", "at")),
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
    *(Column(name, Text, nullable=False) for name in ("value", "why", "author", "made")),
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
    *(Column(name, Text) for name in ("latin", "country", "sector", "wikidata")),
    Column("merged", Text, index=True),
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
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("country", Text),
    Column("organisation", Text),
    Column("seen", Text),
    Column("text", Text),
    Column("former", Boolean, nullable=False),
    Index("seen_tenures_person", "person", "country", "office", "organisation", "document", "former", "seen"),
    Index("seen_tenures_office", "country", "office", "person", "organisation", "document", "former", "seen"),
)

seen_agreements = Table(
    "seen_agreements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document", BIG, nullable=False, index=True),
    Column("agreement", Text, nullable=False, index=True),
    Column("current", Boolean, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

agreement_blocks = Table(
    "agreement_blocks",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("seen", Text, primary_key=True),
    sqlite_with_rowid=False,
)

agreements = Table(
    "agreements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("stage", Text, nullable=False),
    Column("signed", Text),
    Column("last", Text),
    Column("sources", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

agreement_parties = Table(
    "agreement_parties",
    METADATA,
    Column("agreement", Text, primary_key=True),
    Column("party", Text, primary_key=True, index=True),
)

feeds = Table(
    "feeds",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("checked", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("why", Text, nullable=False),
)

DERIVED = (
    event_links,
    pairs,
    appearances,
    event_parties,
    event_data,
    events,
    agreement_parties,
    agreements,
    agreement_blocks,
    seen_tenures,
    names,
    entities,
    copies,
    fingerprints,
    blocks,
)
"""Tables that a rebuild empties. Reports of events and agreements stay: public ids and corrections hold on to them."""
