"""A library in one SQLite file: write-ahead log, FTS5 over words that Waqai analysed."""

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, text

from waqai.errors import BadValue, LibraryError
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.database import Database, bad_query
from waqai.store.linking import Linking

BUSY_MS = 60_000
# A query may take as long as on PostgreSQL; SQLite asks every so many steps whether to go on.
QUERY_SECONDS = 30
STEPS = 100_000
# A server has many readers at once, linking one writer, who comes back to the same pages.
READERS_CACHE, WRITERS_CACHE = "PRAGMA cache_size=-16384", "PRAGMA cache_size=-65536"
MATCH = text("SELECT rowid FROM words WHERE words MATCH :query ORDER BY rowid DESC LIMIT :limit")


class SqliteView(Asking):
    """Reads a library in SQLite."""

    def _matches(self, terms: Sequence[Sequence[str]], limit: int) -> list[int]:
        query = " AND ".join("(" + " OR ".join(f'"{form}"' for form in forms) + ")" for forms in terms)
        return [row[0] for row in self.connection.execute(MATCH, {"query": query, "limit": limit})]


class SqliteWriter(SqliteView, Linking):
    """Writes a library in SQLite."""

    def _index(self, number: int, words: str) -> None:
        insert = text("INSERT INTO words (rowid, said) VALUES (:n, :words)")
        self.connection.execute(insert, {"n": number, "words": words})


class SqliteStore(Database):
    """A library in one file.

    Args:
        path: the file; its folder is made.
        busy_ms: how long to wait for another writer.
    """

    views = SqliteView
    writers = SqliteWriter

    def __init__(self, path: Path, busy_ms: int = BUSY_MS, **options: Any) -> None:
        self.path = path
        if path.is_dir():
            raise LibraryError(f"{path}: is a folder: name the library's file in it")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{path}: cannot be opened ({(error.strerror or '').lower()}): choose another") from None
        engine = create_engine(f"sqlite:///{path}")

        @event.listens_for(engine, "connect")
        def _connected(connection: sqlite3.Connection, _record: object) -> None:
            # Transactions are begun by `_begin`: the driver's own would start as readers and fail to become writers.
            connection.isolation_level = None
            connection.execute(f"PRAGMA busy_timeout={busy_ms}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute(READERS_CACHE)
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute("PRAGMA journal_size_limit=67108864")

        super().__init__(engine, str(path), **options)

    def _begin(self, connection: Connection, write: bool) -> None:
        if write:
            connection.exec_driver_sql(WRITERS_CACHE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    def _create_index(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE words USING fts5(said, content='', tokenize='unicode61 remove_diacritics 0')"
        )

    def _integrity(self, connection: Connection) -> list[str]:
        rows = connection.exec_driver_sql("PRAGMA quick_check").all()
        wrong = [f"damaged: {row[0]}: restore a backup" for row in rows if row[0] != "ok"]
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return wrong + [f"{len(rows)} rows point to nothing: restore a backup"] * bool(rows)

    def backup(self, target: Path) -> None:
        """Copy the library to a new file while it is in use."""
        if target.exists():
            raise BadValue(f"{target}: is already there: name a new file")
        part = target.with_name(target.name + ".part")
        try:
            with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as source, sqlite3.connect(part) as copy:
                source.backup(copy, pages=4096, sleep=0.01)
            copy.close()
            part.rename(target)
        except (sqlite3.Error, OSError) as error:
            part.unlink(missing_ok=True)
            raise LibraryError(f"{target}: the backup could not be written ({error}): choose another place") from None

    def sql(self, query: str, limit: int) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Answer a query that only reads: column names and rows."""
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.set_authorizer(_only_reads)
            deadline = time.monotonic() + QUERY_SECONDS
            connection.set_progress_handler(lambda: time.monotonic() > deadline, STEPS)
            cursor = connection.execute(query)
            return [column[0] for column in cursor.description or ()], cursor.fetchmany(limit)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise bad_query(error) from None
        finally:
            connection.close()


ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)


def _only_reads(action: int, *_details: object) -> int:
    return sqlite3.SQLITE_OK if action in ALLOWED else sqlite3.SQLITE_DENY


__all__ = ["SqliteStore", "t"]
