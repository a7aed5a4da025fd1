"""A library in a database: transactions, schema version, checks. What differs between backends is in theirs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from waqai.errors import BadValue, LibraryBusy, LibraryError, LibraryTooNew
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.linking import Linking
from waqai.store.migrations import FIRST, MIGRATIONS, Migration, migrate, newest
from waqai.store.views import VIEWS


class Database:
    """A library behind an SQLAlchemy engine.

    Args:
        engine: the engine.
        where: the library as the user names it.
        migrations: the schema's history.
    """

    views: type[Asking] = Asking
    writers: type[Linking] = Linking

    def __init__(self, engine: Engine, where: str, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self.engine = engine
        self.where = where
        try:
            self._open(migrations)
        except BaseException:
            engine.dispose()
            raise

    def _open(self, migrations: Sequence[Migration]) -> None:
        version = self._version()
        if version is not None and version == newest(migrations):
            return
        if version is not None and version > newest(migrations):
            raise LibraryTooNew(
                f"{self.where}: written by a newer Waqai (schema {version}, this one knows {newest(migrations)}):"
                " install that version"
            )
        with self._transaction(write=True) as connection:
            version = self._version_in(connection)
            if version is None:
                self._create(connection)
                version = newest(migrations)
            else:
                version = migrate(connection, max(version, FIRST), migrations)
            self._put_views(connection)
            connection.execute(t.meta.delete().where(t.meta.c.key == "schema"))
            connection.execute(t.meta.insert().values(key="schema", value=str(version)))

    def _version(self) -> int | None:
        with self._transaction() as connection:
            return self._version_in(connection)

    def _version_in(self, connection: Connection) -> int | None:
        if not inspect(connection).has_table("meta"):
            return None
        value = connection.execute(select(t.meta.c.value).where(t.meta.c.key == "schema")).scalar()
        return int(value) if value else None

    def _create(self, connection: Connection) -> None:
        t.METADATA.create_all(connection)
        self._create_index(connection)

    def _create_index(self, connection: Connection) -> None:
        raise NotImplementedError

    def _put_views(self, connection: Connection) -> None:
        for name, query in VIEWS.items():
            connection.execute(text(f'DROP VIEW IF EXISTS "{name}"'))
            connection.execute(text(f'CREATE VIEW "{name}" AS {query}'))

    @contextmanager
    def view(self) -> Iterator[Asking]:
        """Read at one moment; writers are not held up."""
        with self._transaction() as connection:
            yield self.views(connection)

    @contextmanager
    def writer(self) -> Iterator[Linking]:
        """Write in one transaction; other writers wait."""
        with self._transaction(write=True) as connection:
            yield self.writers(connection)

    @contextmanager
    def _transaction(self, write: bool = False) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                self._begin(connection, write)
                try:
                    yield connection
                except BaseException:
                    connection.rollback()
                    raise
                connection.commit()
        except DBAPIError as error:
            raise self._explain(error) from error

    def _begin(self, connection: Connection, write: bool) -> None:
        raise NotImplementedError

    def _explain(self, error: DBAPIError) -> LibraryError:
        """A database's error as one line with what to do."""
        said = str(error.orig).strip().splitlines()[0]
        for words, kind, advice in REASONS:
            if words in said:
                return kind(f"{self.where}: {advice}")
        return LibraryError(f"{self.where}: {said}: run `waqai library check`")

    def check(self) -> list[str]:
        """What is wrong with it, in one line each."""
        with self._transaction() as connection:
            wrong = self._integrity(connection)
            r, d, e = t.reports.c, t.documents.c, t.events.c
            for found, line in (
                (select(r.id).where(r.document.not_in(select(d.n))), "reports of documents that are not there"),
                (select(e.id).where(e.id.not_in(select(r.linked))), "events without any report"),
                (select(e.id).where(e.quad.is_(None)), "events as computed by an older Waqai"),
                (
                    select(r.id).where(
                        r.current, r.linked.not_in(select(e.id)), r.document.not_in(select(t.pending.c.document))
                    ),
                    "reports without their event",
                ),
                (
                    select(d.n).where(d.n.not_in(select(t.observations.c.document))),
                    "documents that were never read",
                ),
            ):
                count = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
                if count:
                    wrong.append(f"{count} {line}: run `waqai library rebuild`")
        return wrong

    def _integrity(self, connection: Connection) -> list[str]:
        raise NotImplementedError

    def backup(self, target: Path) -> None:
        """Copy the library while it is in use."""
        raise NotImplementedError

    def sql(self, query: str, limit: int) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Answer a query that only reads: column names and rows."""
        raise NotImplementedError

    def close(self) -> None:
        """Give back what is held."""
        self.engine.dispose()


REASONS: tuple[tuple[str, type[LibraryError], str], ...] = (
    ("database is locked", LibraryBusy, "another program is writing to it for too long: try again, or end that one"),
    ("lock timeout", LibraryBusy, "another program is writing to it for too long: try again, or end that one"),
    ("disk is full", LibraryError, "the disk is full: nothing was lost; free some space and run the same again"),
    ("No space left", LibraryError, "the disk is full: nothing was lost; free some space and run the same again"),
    ("readonly database", LibraryError, "cannot be written: give yourself the right to write the file and its folder"),
    ("unable to open database file", LibraryError, "cannot be opened: check that its folder exists and may be written"),
    ("not a database", LibraryError, "is not a library: choose another file"),
    ("malformed", LibraryError, "is damaged: restore a backup, then run `waqai library check`"),
    ("disk I/O error", LibraryError, "the disk cannot be read or written: check the disk, then run the same again"),
    ("onnection refused", LibraryError, "no PostgreSQL server answers there: start it, or correct the address"),
    ("password authentication failed", LibraryError, "the server refuses the user or password: correct the address"),
    ("does not exist", LibraryError, "there is no such database: create it with `createdb`"),
)


def bad_query(error: Exception) -> BadValue:
    """A query that cannot be answered, in one line."""
    said = str(getattr(error, "orig", error)).strip().splitlines()[0]
    return BadValue(f"the query cannot be answered ({said}): the views are {', '.join(VIEWS)}")
