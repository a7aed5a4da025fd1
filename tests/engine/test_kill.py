"""Killed at any moment, and run again: nothing lost, nothing twice. Two writers and a reader at once: the same."""

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from tests.libraries import FIDAN, SAFADI, SHAIBANI, document, event, record

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.errors import LibraryBusy, LibraryError
from waqai.model import Record
from waqai.model.library import Refusal
from waqai.reader import Result
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.sqlite import SqliteStore

KILLS = 50
LINK_KILLS = 25
DOCUMENTS = 160
fork = multiprocessing.get_context("fork")


def made(first: int = 0) -> list[Record]:
    out = []
    for n in range(first, first + DOCUMENTS):
        day = f"2025-{n // 56 % 12 + 1:02}-{n // 2 % 28 + 1:02}"
        others = (SHAIBANI, SAFADI)[n // 4 % 2]
        happened = event(f"e{n}", FIDAN, others, day=day, act="meeting", place="أنقرة", country="TUR")
        out.append(record(document(f"نص رقم {n} عن اللقاء", day, f"outlet {n % 3}"), happened))
    return out


def take_in(path: str, records: list[Record]) -> None:
    store = open_store(path)
    results = [Result(f"d:{r.document.id}", r) for r in records]
    with store.view() as view:
        known = view.counts()["documents"]
    keep(store, results[:known], Summary())
    for at in range(0, len(results), 16):
        keep(store, results[at : at + 16], Summary())
    link_pending(store, batch=16)
    store.close()


def content(path: str) -> tuple[str, list[str], int]:
    store = open_store(path)
    with store.view() as view:
        out = view.content_hash(), store.check(), view.counts()["documents"]
    store.close()
    return out


def test_fifty_kills_leave_the_same_library(tmp_path: Path) -> None:
    records = made()
    whole = str(tmp_path / "whole.db")
    began = time.monotonic()
    take_in(whole, records)
    needed = time.monotonic() - began
    expected, choose, killed = content(whole), random.Random(3), 0
    for n in range(3 * KILLS):
        path = str(tmp_path / f"{n}.db")
        child = fork.Process(target=take_in, args=(path, records))
        child.start()
        time.sleep(choose.uniform(0, needed))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        if child.exitcode != -signal.SIGKILL:  # it was done before; the machine is faster now than it was
            needed *= 0.8
        killed += child.exitcode == -signal.SIGKILL
        take_in(path, records)
        assert content(path) == expected, f"kill {n}"
        if killed == KILLS:
            return
    pytest.fail(f"only {killed} children were killed at work")


def link(path: str) -> None:
    store = open_store(path)
    link_pending(store, batch=8)
    store.close()


def test_kills_during_linking_leave_the_same_library(tmp_path: Path) -> None:
    records = made()
    kept, whole = str(tmp_path / "kept.db"), str(tmp_path / "whole.db")
    store = open_store(kept)
    keep(store, [Result(f"d:{r.document.id}", r) for r in records], Summary())
    store.close()
    shutil.copy(kept, whole)
    began = time.monotonic()
    link(whole)
    needed = time.monotonic() - began
    expected, choose, killed = content(whole), random.Random(5), 0
    for n in range(4 * LINK_KILLS):
        path = str(tmp_path / f"{n}.db")
        shutil.copy(kept, path)
        child = fork.Process(target=link, args=(path,))
        child.start()
        time.sleep(choose.uniform(0, needed))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        if child.exitcode != -signal.SIGKILL:
            needed *= 0.8
        killed += child.exitcode == -signal.SIGKILL
        link(path)
        assert content(path) == expected, f"kill {n}"
        if killed == LINK_KILLS:
            return
    pytest.fail(f"only {killed} children were killed at work")


def test_two_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "library.db")
    store = open_store(path)
    children = [fork.Process(target=take_in, args=(path, made(first))) for first in (0, 1000)]
    for child in children:
        child.start()
    while any(child.is_alive() for child in children):
        with store.view() as view:
            view.events(Filter(), 20)
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    assert store.check() == []
    with store.view() as view:
        assert view.counts()["documents"] == 2 * DOCUMENTS
        assert view.pending(1) == []
    store.close()


def test_a_locked_library_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    open_store(str(path)).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = SqliteStore(path, busy_ms=50)
    with pytest.raises(LibraryBusy, match="another program is writing"), store.writer():
        pass
    other.execute("ROLLBACK")
    other.close()
    store.close()


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "library.db")
    records = made()
    take_in(path, records[:20])
    store = open_store(path)
    with store.writer() as writer:
        pages = writer.connection.exec_driver_sql("PRAGMA page_count").scalar()
    with pytest.raises(LibraryError, match="disk is full"), store.writer() as writer:
        writer.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for n, r in enumerate(records[20:]):
            number = writer.add_document(r.document, str(n), "كلمة " * 500)
            writer.add_observation(number or 0, r, "x")
    store.close()
    take_in(path, records)
    assert content(path)[1:] == ([], DOCUMENTS)


def write_without_rights(path: str, said: Connection) -> None:
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        with open_store(path).writer() as writer:
            writer.refuse(Refusal(source="a", where="a", kind="failed", why="b"))
        said.send("written")
    except LibraryError as error:
        said.send(str(error))


def test_a_folder_that_may_only_be_read_says_so() -> None:
    # Not in pytest's own folder: that of root is closed to others.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "library.db"
        take_in(str(path), made()[:1])
        path.chmod(0o444)
        folder.chmod(0o555)
        for target, why in (
            (folder / "new" / "library.db", "choose another"),
            (folder / "other.db", "cannot be opened: check that its folder exists and may be written"),
            (path, "cannot be written: give yourself the right to write the file and its folder"),
        ):
            heard, said = fork.Pipe(duplex=False)
            child = fork.Process(target=write_without_rights, args=(str(target), said))
            child.start()
            child.join()
            assert heard.poll(), f"{target}: the child said nothing"
            assert why in heard.recv()
        folder.chmod(0o755)
        path.chmod(0o644)
        assert content(str(path))[1:] == ([], 1)


def test_a_clock_that_goes_back_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "library.db")
    records = made()[:40]
    take_in(path, records)
    from waqai.store import linking, writing

    for module in (linking, writing):
        monkeypatch.setattr(module, "now", lambda: "1999-12-31T23:59:59+00:00")
    store = open_store(path)
    with store.view() as view:
        last = view.last_change()
    more = made(1000)[:40]
    keep(store, [Result(f"d:{r.document.id}", r) for r in more], Summary())
    link_pending(store)
    with store.view() as view:
        changed = view.changes(last)
        assert [c.n for c in changed] == sorted(c.n for c in changed), "order is by number, not by the clock"
        assert {c.at[:4] for c in changed} == {"1999"}
        assert view.counts()["documents"] == 80
    store.close()
    other = str(tmp_path / "other.db")
    take_in(other, records)
    take_in(other, records + more)
    assert content(path) == content(other)
