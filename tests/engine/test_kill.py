"""Killed at any moment, and run again: nothing lost, nothing twice. Two writers and a reader at once: the same."""

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from tests.libraries import FIDAN, SAFADI, SHAIBANI, document, event, record

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.errors import LibraryBusy, LibraryError
from waqai.model import Record
from waqai.reader import Result
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.sqlite import SqliteStore

KILLS = 50
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
