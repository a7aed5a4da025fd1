"""Users and the audit log: side tables in the library's database, made when it is first served or has a user."""

import re
import secrets
import threading
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
    update,
)

from waqai.errors import BadValue, NotFound
from waqai.store.database import Database
from waqai.store.migrations import FIRST, Migration, migrate, newest
from waqai.store.rows import now
from waqai.store.tables import BIG, meta

ROLES = ("reader", "reviewer", "admin")
"""Each may do what those before it may."""
NAME = re.compile(r"[\w][\w.@-]{0,63}")
MIN_PASSWORD, MAX_PASSWORD = 10, 1_000
HASHING = threading.BoundedSemaphore(2)
"""A hash takes 64 MB for as long as it is computed."""
MIGRATIONS: Sequence[Migration] = ()
"""Changes of the tables below, as in `waqai.store.migrations`."""

METADATA = MetaData()
users = Table(
    "users",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("stamp", Integer, nullable=False),
    Column("made", Text, nullable=False),
)
audit = Table(
    "audit",
    METADATA,
    Column("n", BIG, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("done", Boolean, nullable=False),
    sqlite_autoincrement=True,
)


class User(Struct, frozen=True):
    """Someone who may log in.

    Attributes:
        role: one of `ROLES`.
        stamp: changes with password, role and "log out everywhere"; a session with another one has ended.
    """

    name: str
    role: str
    stamp: int
    made: str = ""

    def may(self, role: str) -> bool:
        """Whether this user has a role or a higher one."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Accounts:
    """The users of a library.

    Args:
        store: the library.
    """

    def __init__(self, store: Database) -> None:
        self.store = store
        self._ready = False

    def ready(self) -> bool:
        """Whether there are the tables: without them nobody can log in."""
        if not self._ready:
            with self.store.view() as view:
                self._ready = inspect(view.connection).has_table("users")
        return self._ready

    def prepare(self) -> str:
        """Make the tables, or bring those of an older Waqai up to date; the secret that cookies are signed with."""
        with self.store.writer() as writer:
            connection = writer.connection
            said = connection.execute(select(meta.c.value).where(meta.c.key == "accounts")).scalar()
            METADATA.create_all(connection)
            version = migrate(connection, int(said), MIGRATIONS) if said else newest(MIGRATIONS)
            _put_meta(connection, "accounts", str(max(version, FIRST)))
            secret = connection.execute(select(meta.c.value).where(meta.c.key == "secret")).scalar()
            if secret is None:
                secret = secrets.token_urlsafe(32)
                _put_meta(connection, "secret", secret)
        return str(secret)

    def secret(self) -> str | None:
        """What cookies are signed with, where the tables are made."""
        with self.store.view() as view:
            value = view.connection.execute(select(meta.c.value).where(meta.c.key == "secret")).scalar()
        return str(value) if value else None

    def get(self, name: str) -> User | None:
        """The user of a name."""
        if not self.ready():
            return None
        with self.store.view() as view:
            row = view.connection.execute(select(users).where(users.c.name == name)).first()
        return _user(row) if row else None

    def all(self) -> list[User]:
        """Every user, by name."""
        if not self.ready():
            return []
        with self.store.view() as view:
            return [_user(row) for row in view.connection.execute(select(users).order_by(users.c.name))]

    def add(self, name: str, password: str, role: str) -> User:
        """Add a user.

        Raises:
            BadValue: the name is taken or cannot be, the password is too short, there is no such role.
        """
        if not NAME.fullmatch(name):
            raise BadValue(f"user «{name}» cannot be: letters, digits and . @ - _, 64 at most")
        hashed = _hash(password)
        self.prepare()
        # Not 1: a user removed and made again is not the one whose sessions are still about.
        stamp = secrets.randbelow(2**30)
        values = {"name": name, "role": _checked(role), "hash": hashed, "stamp": stamp, "made": now()}
        with self.store.writer() as writer:
            if writer.connection.execute(select(users.c.name).where(users.c.name == name)).first():
                raise BadValue(f"user «{name}» is there already: `waqai user password` or `waqai user role` changes it")
            writer.connection.execute(insert(users).values(values))
        return User(name, role, stamp)

    def remove(self, name: str) -> None:
        """Remove a user; what they decided stays in the ledger."""
        self._must_exist(name)
        with self.store.writer() as writer:
            writer.connection.execute(delete(users).where(users.c.name == name))

    def set_role(self, name: str, role: str) -> None:
        """Give a user another role; their sessions end."""
        self._change(name, role=_checked(role))

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password; their sessions end."""
        self._change(name, hash=_hash(password))

    def end_sessions(self, name: str) -> None:
        """Log a user out everywhere."""
        self._change(name)

    def _change(self, name: str, **values: Any) -> None:
        self._must_exist(name)
        with self.store.writer() as writer:
            where = users.c.name == name
            writer.connection.execute(update(users).where(where).values(stamp=users.c.stamp + 1, **values))

    def _must_exist(self, name: str) -> None:
        if self.get(name) is None:
            raise NotFound(f"user «{name}» is not there: `waqai user list` shows who is")

    def verify(self, name: str, password: str) -> User | None:
        """The user, where the password is theirs; as slow for a name that is not there."""
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, InvalidHashError

        row = None
        if self.ready():
            with self.store.view() as view:
                row = view.connection.execute(select(users).where(users.c.name == name)).first()
        try:
            with HASHING:
                PasswordHasher().verify(row.hash if row else NOBODY, password[:MAX_PASSWORD])
        except (Argon2Error, InvalidHashError):
            return None
        return _user(row) if row else None

    def note(self, who: str, action: str, target: str = "", client: str = "", done: bool = True) -> None:
        """Write a line of the audit log."""
        values = {
            "at": now(),
            "who": who[:64],
            "action": action,
            "target": target[:200],
            "client": client,
            "done": done,
        }
        if self.ready():
            with self.store.writer() as writer:
                writer.connection.execute(insert(audit).values(values))

    def notes(self, limit: int = 100) -> list[dict[str, Any]]:
        """The audit log, the latest first."""
        if not self.ready():
            return []
        with self.store.view() as view:
            rows = view.connection.execute(select(audit).order_by(audit.c.n.desc()).limit(limit))
            return [dict(row._mapping) for row in rows]


NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$2zZcVKHQEUI2kePAPrMkTQ$hZn4NcL9FaY6vbxA6c3gAu9k4Fe2hHAiO3pqBPY7VTM"
"""The hash of a password nobody has: checking it takes as long as checking a real one."""


def _hash(password: str) -> str:
    from argon2 import PasswordHasher

    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise BadValue(f"the password has {len(password)} characters: give at least {MIN_PASSWORD}")
    with HASHING:
        return PasswordHasher().hash(password)


def _checked(role: str) -> str:
    if role not in ROLES:
        raise BadValue(f"role «{role}» is not known: choose one of {', '.join(ROLES)}")
    return role


def _user(row: Any) -> User:
    return User(row.name, row.role, row.stamp, row.made)


def _put_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))
