from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.libraries import start_postgres

from waqai.store import open_store
from waqai.store.database import Database


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    yield from start_postgres()


def fresh_database(server: str, name: str) -> str:
    engine = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://") + "postgres", isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server + name


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    return fresh_database(request.getfixturevalue("postgres"), f"t{abs(hash(request.node.name))}")


@pytest.fixture
def store(address: str) -> Iterator[Database]:
    opened = open_store(address)
    yield opened
    opened.close()
