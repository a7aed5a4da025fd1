"""Writing documents, readings, refusals and the ledger of a library, on any backend."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Table, delete, insert, select, update

from waqai.model.document import Document
from waqai.model.library import Correction, Feed, Judgement, Refusal
from waqai.model.record import Record
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.rows import document_key, now, pack_record


class Writing(Asking):
    """Writes through one connection, in the transaction it is in."""

    def _put(self, table: Table, rows: Sequence[dict[str, Any]], keep: bool = False) -> None:
        """Insert rows in place of those with the same primary key, or (`keep`) only where there are none."""
        if not rows:
            return
        from sqlalchemy.dialects import postgresql, sqlite

        make = postgresql.insert if self.connection.dialect.name == "postgresql" else sqlite.insert
        statement: Any = make(table)
        keys = list(table.primary_key.columns)
        rest = {c.name: statement.excluded[c.name] for c in table.columns if c not in keys and c.name in rows[0]}
        if keep or not rest:
            statement = statement.on_conflict_do_nothing()
        else:
            statement = statement.on_conflict_do_update(index_elements=keys, set_=rest)
        self.connection.execute(statement, list(rows))

    def _insert_one(self, table: Table, values: dict[str, Any]) -> int:
        key = self.connection.execute(insert(table).values(values)).inserted_primary_key
        return int(key[0]) if key else 0

    def add_document(self, document: Document, source: str, words: str) -> int | None:
        """Keep a document; its number, or `None` where it is already there.

        Args:
            document: the document.
            source: where it was taken from.
            words: its words as `waqai.text.search.index_text` gives them.
        """
        key = document_key(document)
        if self.known([key]):
            return None
        values = {
            "key": key,
            "id": document.id,
            "sha256": document.sha256 or "",
            "published": document.published,
            "outlet": document.outlet,
            "url": document.url,
            "title": document.title,
            "language": document.language,
            "text": document.text,
            "notes": msgspec.json.encode(document.notes).decode(),
            "source": source,
            "added": now(),
        }
        number = self._insert_one(t.documents, values)
        self._index(number, words)
        return number

    def _index(self, number: int, words: str) -> None:
        """Have the full-text search find a document; each backend has its own."""
        raise NotImplementedError

    def add_observation(self, number: int, record: Record, version: str) -> bool:
        """Keep what a reader saw in a document and have it linked; whether it is new.

        A version that saw the same as the one before adds nothing.
        """
        data, digest = pack_record(record)
        o = t.observations.c
        latest = select(o.digest, o.n).where(o.document == number).order_by(o.n.desc()).limit(1)
        row = self.connection.execute(latest).first()
        if row and row.digest == digest:
            return False
        # A reading that says again what an older one said becomes the latest.
        values = {"document": number, "version": version, "digest": digest, "record": data, "added": now()}
        if row and self.connection.execute(select(o.n).where(o.document == number, o.digest == digest)).first():
            values["digest"] = f"{digest}+{row.n}"
        self.connection.execute(insert(t.observations).values(values))
        self.await_linking([number])
        return True

    def await_linking(self, numbers: Sequence[int]) -> None:
        """Have documents linked again."""
        self._put(t.pending, [{"document": n} for n in numbers], keep=True)

    def refuse(self, refusal: Refusal) -> None:
        """Note what was not taken in, once; a second failure of the same thing counts the tries."""
        row = self.connection.execute(select(t.refusals.c.tries).where(t.refusals.c.place == refusal.where)).first()
        tries = row.tries + 1 if row else 1
        values = {"source": refusal.source, "kind": refusal.kind, "why": refusal.why, "at": now(), "tries": tries}
        self._put(t.refusals, [{"place": refusal.where, **values}])

    def accept(self, where: str) -> None:
        """Forget a refusal: it was taken in after all."""
        self.connection.execute(delete(t.refusals).where(t.refusals.c.place == where))

    def put_feed(self, feed: Feed) -> None:
        """Remember what the server of a feed said."""
        self._put(t.feeds, [msgspec.structs.asdict(feed)])

    def add_correction(self, correction: Correction) -> int:
        """Append to the ledger; the number of the line."""
        values = {
            "action": correction.action,
            "target": correction.target,
            "field": correction.field,
            "value": msgspec.json.encode(correction.value).decode(),
            "why": correction.why,
            "author": correction.author,
            "made": correction.made or now(),
            "undoes": correction.undoes,
        }
        return self._insert_one(t.corrections, values)

    def put_judgements(self, judgements: Sequence[Judgement], correction: int | None = None) -> None:
        """Append judgements; with a correction they are a person's."""
        rows = [
            {
                "kind": j.kind,
                "left": j.left,
                "right": j.right,
                "verdict": j.verdict,
                "score": round(j.score, 3),
                "reasons": msgspec.json.encode(j.reasons).decode(),
                "author": j.author,
                "made": j.made or now(),
                "machine": correction is None,
                "correction": correction,
                "withdrawn": False,
            }
            for j in judgements
        ]
        if rows:
            self.connection.execute(insert(t.judgements), rows)

    def withdraw_judgements(self, correction: int) -> None:
        """Take back the judgements of a correction."""
        self.connection.execute(
            update(t.judgements).where(t.judgements.c.correction == correction).values(withdrawn=True)
        )

    def withdraw_machine_judgements(self, ids: Sequence[str]) -> None:
        """Take back what the machine judged of reports that are linked anew."""
        j = t.judgements.c
        if ids:
            where = (j.machine, ~j.withdrawn, j.left.in_(ids))
            self.connection.execute(update(t.judgements).where(*where).values(withdrawn=True))
