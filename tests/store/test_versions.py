"""A library that an older Waqai wrote opens, keeps what it holds, and gets what is new when it is rebuilt."""

import gzip
import subprocess
from pathlib import Path

import pytest

from waqai.engine.linker import rebuild
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database

DATA = Path(__file__).parent / "data"


@pytest.fixture(params=["sqlite 1", "sqlite 2", "postgres 1", "postgres 2"])
def libraries(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """A library of an older version (four documents, three events, an agreement), and a new one."""
    backend, version = request.param.split()
    if backend == "sqlite":
        path = tmp_path / "old.db"
        path.write_bytes(gzip.decompress((DATA / f"version-{version}.db.gz").read_bytes()))
        return str(path), str(tmp_path / "new.db")
    from tests.store.conftest import fresh_database

    address = fresh_database(request.getfixturevalue("postgres"), f"version_{version}")
    dump = gzip.decompress((DATA / f"version-{version}.sql.gz").read_bytes())
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", address], input=dump, check=True, capture_output=True)
    return address, fresh_database(request.getfixturevalue("postgres"), "version_new")


@pytest.fixture
def old(request: pytest.FixtureRequest) -> str:
    """The version of the older library."""
    return str(request.node.callspec.params["libraries"].split()[1])


def indexes(store: Database) -> dict[str, dict[str, list[str | None]]]:
    from sqlalchemy import inspect

    looked = inspect(store.engine)
    return {
        table: {str(index["name"]): index["column_names"] for index in looked.get_indexes(table)}
        for table in looked.get_table_names()
    }


def counted(store: Database) -> list[object]:
    """What is asked of the tables that repeat others."""
    with store.view() as view:
        return [
            *(view.states(), view.pairs(), view.entities(("person", "org")), view.tenures()),
            view.pair_summary("SYR", "TUR", today="2025-10-20"),
            [view.events(Filter(entities=(e.id,))) for e in view.entities(("person",))],
            [view.events(Filter(states=states)) for states in (("SYR",), ("SYR", "TUR"))],
        ]


def columns(store: Database) -> dict[str, set[str]]:
    from sqlalchemy import inspect

    looked = inspect(store.engine)
    return {name: {column["name"] for column in looked.get_columns(name)} for name in looked.get_table_names()}


def test_an_older_library_opens_and_is_rebuilt(libraries: tuple[str, str], old: str) -> None:
    store, new = map(open_store, libraries)
    before = counted(store)
    with store.view() as view:
        events = view.events(Filter())
        assert [(e.act, e.reports, e.place) for e in events if e.act == "call"] == [("call", 2, "أنقرة")]
        assert view.counts()["documents"] == 4
        assert len(view.agreements()) == (0 if old == "1" else 1)
    assert any("older Waqai: run `waqai library rebuild`" in line for line in store.check()) == (old == "1")
    rebuild(store)
    assert old == "1" or counted(store) == before
    assert store.check() == []
    with store.view() as view:
        assert {e.id for e in view.events(Filter())} == {e.id for e in events}
        assert [e.place for e in view.events(Filter(acts=("call",)))] == ["أنقرة"]
        (accord,) = view.agreements(["SYR", "TUR"])
        assert [stage.day for stage in accord.stages if stage.stage == "signed"] == ["2025-08-13"]
        assert view.pair_summary("SYR", "TUR", today="2025-10-20").levels == {"minister": 1}
    assert columns(store).items() >= columns(new).items(), "a migrated library lacks what a new one has"
    assert indexes(store) == indexes(new)
    store.close()
    new.close()
