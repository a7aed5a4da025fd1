"""The schema's versions. A library remembers its version; opening it runs what is missing, in one transaction.

To change the schema: change `tables.py`, append a function here that does the same to an older library, and keep a
small library of the version before in `tests/store/`. A new library starts at the newest version.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from waqai.store.migrations import second, third

Migration = Callable[[Connection], None]

MIGRATIONS: Sequence[Migration] = (second.upgrade, third.upgrade)
"""The first one leads from version 1 to version 2."""

FIRST = 1


def newest(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The version that this Waqai writes."""
    return FIRST + len(migrations)


def migrate(connection: Connection, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Bring a library from `version` to the newest one.

    Args:
        connection: in a transaction.
        version: the version it has.
        migrations: all there are, oldest first.

    Returns:
        The version it has now.
    """
    for step in migrations[version - FIRST :]:
        step(connection)
    return newest(migrations)
