"""Reading documents, readings, the ledger and the counts of a library, on any backend."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from waqai.model.library import Correction, Feed, Judgement, Kept, Linked, Observed, Refusal
from waqai.model.record import Record
from waqai.store import tables as t
from waqai.store.rows import DECODE_LINKED, chunks, correction, judgement, kept, unpack_record

PAGE = 500
MAX_TRIES = 5
"""What failed so often is not tried again by itself; `waqai ingest --retry` does."""


class Reading:
    """Reads through one connection.

    Args:
        connection: in a transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def _all(self, query: Any) -> Sequence[Any]:
        return self.connection.execute(query).all()

    def document(self, key: str) -> Kept | None:
        """The document with a number, key or sender's id; the first where several have it."""
        d = t.documents.c
        by_number = [d.n == int(key)] if key.isascii() and key.isdigit() and len(key) < 16 else []
        for condition in (d.key == key, d.id == key, *by_number):
            row = self.connection.execute(select(t.documents).where(condition).order_by(d.n).limit(1)).first()
            if row:
                return kept(row)
        return None

    def documents(self, numbers: Sequence[int]) -> dict[int, Kept]:
        """Documents by number."""
        out: dict[int, Kept] = {}
        for part in chunks(list(numbers)):
            rows = self._all(select(t.documents).where(t.documents.c.n.in_(part)))
            out.update((row.n, kept(row)) for row in rows)
        return out

    def known(self, keys: Sequence[str]) -> dict[str, str]:
        """Of these keys, those in the library, with the source each came from."""
        out: dict[str, str] = {}
        for part in chunks(list(keys)):
            rows = self._all(select(t.documents.c.key, t.documents.c.source).where(t.documents.c.key.in_(part)))
            out.update((row.key, row.source) for row in rows)
        return out

    def known_sources(self, sources: Sequence[str]) -> set[str]:
        """Of these sources, those that a document was taken from, or that were refused for good."""
        d, r = t.documents.c, t.refusals.c
        out: set[str] = set()
        for part in chunks(list(sources)):
            out.update(row.source for row in self._all(select(d.source).where(d.source.in_(part))))
            refused = select(r.place).where(r.place.in_(part), (r.kind != "failed") | (r.tries >= MAX_TRIES))
            out.update(row.place for row in self._all(refused))
        return out

    def all_documents(self, after: int = 0) -> Iterator[Kept]:
        """Every document in order of arrival, a page at a time."""
        while True:
            query = select(t.documents).where(t.documents.c.n > after).order_by(t.documents.c.n).limit(PAGE)
            rows = self._all(query)
            yield from map(kept, rows)
            if len(rows) < PAGE:
                return
            after = rows[-1].n

    def observation(self, document: int) -> Observed | None:
        """The latest reading of a document."""
        found = self.documents([document]).get(document)
        o = t.observations.c
        query = select(t.observations).where(o.document == document).order_by(o.n.desc()).limit(1)
        row = self.connection.execute(query).first()
        if found is None or row is None:
            return None
        record = unpack_record(row.record, found.document)
        return Observed(n=row.n, document=document, version=row.version, record=record)

    def record(self, document: int) -> Record | None:
        """The latest record of a document, with its text."""
        observed = self.observation(document)
        return observed.record if observed else None

    def records(self, numbers: Sequence[int]) -> dict[int, Record]:
        """The latest records of documents."""
        out: dict[int, Record] = {}
        found = self.documents(numbers)
        o = t.observations.c
        for part in chunks(list(numbers)):
            latest = select(func.max(o.n)).where(o.document.in_(part)).group_by(o.document)
            for row in self._all(select(t.observations).where(o.n.in_(latest))):
                out[row.document] = unpack_record(row.record, found[row.document].document)
        return out

    def events_by_id(self, ids: Sequence[str]) -> list[Linked]:
        """Events without their links, in the order of their ids; what is not there is left out."""
        d, found = t.event_data.c, dict[str, Linked]()
        for part in chunks(ids):
            rows = self._all(select(d.event, d.data).where(d.event.in_(part)))
            found.update((row.event, DECODE_LINKED(row.data)) for row in rows)
        return [found[id_] for id_ in ids if id_ in found]

    def pending(self, limit: int) -> list[int]:
        """Numbers of documents that wait to be linked, the oldest first."""
        query = select(t.pending.c.document).order_by(t.pending.c.document).limit(limit)
        return [row.document for row in self._all(query)]

    def refusals(self) -> list[Refusal]:
        """What was not taken in."""
        r = t.refusals.c
        rows = self._all(select(t.refusals).order_by(r.kind, r.place))
        return [Refusal(source=x.source, where=x.place, kind=x.kind, why=x.why, at=x.at, tries=x.tries) for x in rows]

    def feeds(self) -> list[Feed]:
        """The feeds that are followed, and what their servers said."""
        return [Feed(**dict(row._mapping)) for row in self._all(select(t.feeds).order_by(t.feeds.c.url))]

    def corrections(self, target: str | None = None) -> list[Correction]:
        """The ledger, oldest first."""
        query = select(t.corrections).order_by(t.corrections.c.n)
        if target is not None:
            query = query.where(t.corrections.c.target == target)
        return [correction(row) for row in self._all(query)]

    def judgements(self, id_: str | None = None, people_only: bool = False) -> list[Judgement]:
        """Judgements not withdrawn, about one thing or all."""
        j = t.judgements.c
        query = select(t.judgements).where(~j.withdrawn).order_by(j.n)
        if people_only:
            query = query.where(~j.machine)
        if id_ is not None:
            query = query.where((j.left == id_) | (j.right == id_))
        return [judgement(row) for row in self._all(query)]

    def counts(self) -> dict[str, int]:
        """How many of everything there are."""
        out = {}
        tables = (t.documents, t.observations, t.pending, t.refusals, t.judgements, t.corrections, t.agreements)
        for table in tables:
            out[table.name] = int(self.connection.execute(select(func.count()).select_from(table)).scalar_one())
        entities = select(func.count()).select_from(t.entities).where(t.entities.c.merged.is_(None))
        out["entities"] = int(self.connection.execute(entities).scalar_one())
        e = t.events.c
        totals = self.connection.execute(
            select(
                func.count(),
                func.sum(e.reports),
                func.count().filter(e.reports > 1),
                func.sum(e.copies),
                func.count().filter(e.contested, e.review != "rejected"),
            ).where(e.reports > 0)
        ).one()
        names = ("events", "reports", "events_of_many_reports", "copied_reports", "contested")
        out.update((name, int(total or 0)) for name, total in zip(names, totals, strict=True))
        return out

    def content_hash(self) -> str:
        """Hash of all that is kept and derived; times of day and row numbers of machine work are left out."""
        digest = hashlib.sha256()
        d, o, j, c = t.documents.c, t.observations.c, t.judgements.c, t.corrections.c
        for query in (
            select(d.key, d.sha256, d.published, d.source).order_by(d.key),
            select(d.key, o.digest, o.version).join_from(t.documents, t.observations).order_by(d.key, o.n),
            select(t.reports.c.id, t.reports.c.linked, t.reports.c.current).order_by(t.reports.c.id),
            select(t.event_data).order_by(t.event_data.c.event),
            select(t.event_links).order_by(*t.event_links.c),
            select(t.agreements.c.id, t.agreements.c.data).order_by(t.agreements.c.id),
            select(t.entities).order_by(t.entities.c.id),
            select(t.names).order_by(t.names.c.observed),
            select(j.kind, j.left, j.right, j.verdict, j.score, j.author, j.withdrawn).order_by(*list(j)[1:7]),
            select(c.action, c.target, c.field, c.value, c.why, c.author, c.undoes).order_by(c.n),
        ):
            for row in self.connection.execute(query.execution_options(yield_per=PAGE)):
                digest.update(repr(tuple(row)).encode())
        return digest.hexdigest()
