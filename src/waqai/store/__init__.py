"""Keeping a library: one contract (`base`), in a file (SQLite) or on a server (PostgreSQL). Knows no Arabic."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.store.database import Database

SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")
FILE = "library.db"
VARIABLE = "WAQAI_LIBRARY"


def default_library() -> str:
    """Where a library is kept when nobody says: `WAQAI_LIBRARY`, or a file in the user's data folder."""
    if said := os.environ.get(VARIABLE):
        return said
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return str(base / "waqai" / FILE)


def open_store(where: str | None = None, *, must_exist: bool = False) -> "Database":
    """Open a library, making it where there is none.

    Args:
        where: a file, or "postgresql://user@host/database"; `None` is `default_library()`.
        must_exist: do not make one.

    Raises:
        LibraryError: it cannot be opened, or does not exist.
    """
    where = where or default_library()
    if where.startswith(SCHEMES):
        from waqai.store.postgres import PostgresStore

        return PostgresStore(where.replace("postgres://", "postgresql://", 1))
    from waqai.errors import LibraryError
    from waqai.store.sqlite import SqliteStore

    # An empty file would become a library, and all that was asked of it be empty too.
    if must_exist and not (Path(where).exists() and (Path(where).is_dir() or Path(where).stat().st_size)):
        raise LibraryError(f"{where}: there is no library there: fill one with `waqai ingest`, or give --library")
    return SqliteStore(Path(where))
