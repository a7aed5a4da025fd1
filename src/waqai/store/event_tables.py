"""The tables of what is linked: events and who takes part in them.

An event itself lies in `event_data`; `events` has only what events are found and counted by, so that reading all of
them reads little. `pairs` and `appearances` repeat some of it for the same reason: one table answers most questions.
"""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()
# SQLite numbers rows by itself only in a column called INTEGER.
BIG = BigInteger().with_variant(Integer, "sqlite")

events = Table(
    "events",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Text),
    *(Column(name, Text) for name in ("end", "granularity", "place", "country")),
    *(Column(name, Integer, nullable=False) for name in ("reports", "sources", "copies")),
    Column("confidence", Float, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("review", Text, nullable=False),
    Column("quad", Integer),
    Column("intensity", Float),
    Column("level", Text),
    Column("agreement", Text, index=True),
    # What is counted of every event is read from these alone.
    Index("events_start", "start", "type", "review", "reports", "end", "quad", "intensity"),
    Index("events_values", "level", "type", "act", "status", "review", "reports"),
    Index("events_review", "review", "reports"),
    sqlite_with_rowid=False,
)

event_data = Table(
    "event_data",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

event_parties = Table(
    "event_parties",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("side", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Column("office", Text),
)

# Who takes part in which event, once: a state by its code, an entity by its id; "" is the start of what has no date.
appearances = Table(
    "appearances",
    METADATA,
    Column("who", Text, primary_key=True),
    Column("start", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("state", Boolean, nullable=False),
    Column("shown", Boolean, nullable=False),
    Index("appearances_event", "event"),
    sqlite_with_rowid=False,
)

# Two states of an event; `end` is the last day of its time, as far as it is known.
pairs = Table(
    "pairs",
    METADATA,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("start", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("end", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("quad", Integer),
    Column("intensity", Float),
    Column("shown", Boolean, nullable=False),
    Index("pairs_event", "event"),
    sqlite_with_rowid=False,
)

event_links = Table(
    "event_links",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("rel", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("stated", Boolean, nullable=False),
    Index("event_links_other", "other"),
)

changes = Table(
    "changes",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("n", BIG, nullable=False, unique=True),
    Column("at", Text, nullable=False),
)
