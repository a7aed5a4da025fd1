"""A library in PostgreSQL: the same tables, `simple` text search over the same words. Extra `pg`."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from waqai.errors import BadValue, LibraryError
from waqai.store.asking import Asking
from waqai.store.database import Database, bad_query
from waqai.store.linking import Linking

LOCK = 0x7761_7161  # "waqa": one writer at a time, as in SQLite, so that order and results are the same
WAIT = "60s"
MATCH = text("SELECT n FROM words WHERE words @@ to_tsquery('simple', :query) ORDER BY n DESC LIMIT :limit")


class PostgresView(Asking):
    """Reads a library in PostgreSQL."""

    def _matches(self, terms: Sequence[Sequence[str]], limit: int) -> list[int]:
        query = " & ".join("(" + " | ".join(f"'{form}'" for form in forms) + ")" for forms in terms)
        return [row[0] for row in self.connection.execute(MATCH, {"query": query, "limit": limit})]


class PostgresWriter(PostgresView, Linking):
    """Writes a library in PostgreSQL."""

    def _index(self, number: int, words: str) -> None:
        insert = text("INSERT INTO words (n, words) VALUES (:n, to_tsvector('simple', :words))")
        self.connection.execute(insert, {"n": number, "words": words})


class PostgresStore(Database):
    """A library in a PostgreSQL database.

    Args:
        url: "postgresql://user@host/database".
    """

    views = PostgresView
    writers = PostgresWriter

    def __init__(self, url: str, **options: Any) -> None:
        try:
            import psycopg  # noqa: F401
        except ImportError:
            raise LibraryError("PostgreSQL needs the extra «pg»: pip install 'waqai[pg]'") from None
        self.url = make_url(url).set(drivername="postgresql+psycopg")
        engine = create_engine(self.url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
        super().__init__(engine, self.url.render_as_string(hide_password=True), **options)

    def _begin(self, connection: Connection, write: bool) -> None:
        if write:
            # The lock is had before the transaction looks: what it sees is what the writer before it left.
            connection.execution_options(isolation_level="READ COMMITTED")
            connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        else:
            connection.execute(text("SET TRANSACTION READ ONLY"))

    def _create_index(self, connection: Connection) -> None:
        connection.execute(text("CREATE TABLE words (n BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)"))
        connection.execute(text("CREATE INDEX words_words ON words USING gin (words)"))

    def _integrity(self, connection: Connection) -> list[str]:
        missing = connection.execute(
            text("SELECT count(*) FROM documents WHERE n NOT IN (SELECT n FROM words)")
        ).scalar()
        return [f"{missing} documents that search cannot find: restore a backup"] if missing else []

    def backup(self, target: Path) -> None:
        """Write a dump with `pg_dump` while the library is in use."""
        if target.exists():
            raise BadValue(f"{target}: is already there: name a new file")
        url = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        try:
            command = ["pg_dump", "--format=custom", f"--file={target}", f"--dbname={url}"]
            subprocess.run(command, check=True, capture_output=True, text=True)
        except FileNotFoundError:
            raise LibraryError("the program `pg_dump` is missing: install PostgreSQL's client programs") from None
        except subprocess.CalledProcessError as error:
            target.unlink(missing_ok=True)
            said = (error.stderr or "").strip().splitlines()[:1]
            raise LibraryError(f"{target}: the backup could not be written ({''.join(said)})") from None

    def sql(self, query: str, limit: int) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Answer a query that only reads: column names and rows."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SET TRANSACTION READ ONLY"))
                connection.execute(text("SET LOCAL statement_timeout = '30s'"))
                result = connection.exec_driver_sql(query)
                rows = result.fetchmany(limit) if result.returns_rows else []
                names = list(result.keys()) if result.returns_rows else []
                connection.rollback()
                return names, [tuple(row) for row in rows]
        except DBAPIError as error:
            raise bad_query(error) from None
