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


@pytest.fixture(params=["sqlite", "postgres"])
def libraries(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """A library of version 1 (four documents, three events, an agreement signed, one correction), and a new one."""
    if request.param == "sqlite":
        path = tmp_path / "old.db"
        path.write_bytes(gzip.decompress((DATA / "version-1.db.gz").read_bytes()))
        return str(path), str(tmp_path / "new.db")
    from tests.store.conftest import fresh_database

    address = fresh_database(request.getfixturevalue("postgres"), "version_1")
    dump = gzip.decompress((DATA / "version-1.sql.gz").read_bytes())
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", address], input=dump, check=True, capture_output=True)
    return address, fresh_database(request.getfixturevalue("postgres"), "version_new")


def columns(store: Database) -> dict[str, set[str]]:
    from sqlalchemy import inspect

    looked = inspect(store.engine)
    return {name: {column["name"] for column in looked.get_columns(name)} for name in looked.get_table_names()}


def test_an_older_library_opens_and_is_rebuilt(libraries: tuple[str, str]) -> None:
    store, new = map(open_store, libraries)
    with store.view() as view:
        events = view.events(Filter())
        assert [(e.act, e.reports, e.place) for e in events if e.act == "call"] == [("call", 2, "أنقرة")]
        assert view.counts()["documents"] == 4
        assert view.agreements() == []
    assert any("older Waqai: run `waqai library rebuild`" in line for line in store.check())
    rebuild(store)
    assert store.check() == []
    with store.view() as view:
        assert {e.id for e in view.events(Filter())} == {e.id for e in events}
        assert [e.place for e in view.events(Filter(acts=("call",)))] == ["أنقرة"]
        (accord,) = view.agreements(["SYR", "TUR"])
        assert [stage.day for stage in accord.stages if stage.stage == "signed"] == ["2025-08-13"]
        assert view.pair_summary("SYR", "TUR", today="2025-10-20").levels == {"minister": 1}
    assert columns(store).items() >= columns(new).items(), "a migrated library lacks what a new one has"
    store.close()
    new.close()
