"""Following feeds of a real server on this machine."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.engine.site import Site, running

from waqai.engine.watch import Round, look
from waqai.fetch import Fetcher
from waqai.reader import Reader
from waqai.store import open_store
from waqai.store.database import Database


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        site.publish("1", "التعاون", date="2025-10-17")
        site.publish("2", "المياه", feed_date="Fri, 17 Oct 2025 23:30:00 +0300")
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = open_store(str(tmp_path / "library.db"))
    yield opened
    opened.close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(["127.0.0.1"], pause=0.0)
    yield made
    made.client.close()


def counts(done: Round) -> tuple[int, int, int, int]:
    return done.pages.added, done.pages.failed, done.unchanged, len(done.failed)


def test_new_pages_are_taken_in_and_old_ones_not_fetched_again(store: Database, site: Site, fetcher: Fetcher) -> None:
    feeds, reader = [f"{site.address}/feed"], Reader(use_model=False)
    assert counts(look(store, feeds, fetcher, reader=reader)) == (2, 0, 0, 0)
    with store.view() as view:
        assert [k.document.published for k in view.all_documents()] == ["2025-10-17", "2025-10-17"]
        assert view.pending(1) == []
    assert counts(look(store, [], fetcher, reader=reader)) == (0, 0, 1, 0)
    site.publish("3", "الحدود")
    assert counts(look(store, [], fetcher, reader=reader)) == (1, 0, 0, 0)
    assert (site.asked["/1"], site.asked["/3"], site.asked["/robots.txt"]) == (1, 1, 1)


def test_a_page_that_failed_is_asked_for_again(store: Database, site: Site, fetcher: Fetcher) -> None:
    reader = Reader(use_model=False)
    site.pages.pop("/2")
    assert counts(look(store, [f"{site.address}/feed"], fetcher, reader=reader)) == (1, 1, 0, 0)
    with store.view() as view:
        assert [(r.source, r.tries) for r in view.refusals()] == [(f"{site.address}/2", 1)]
    site.pages["/2"] = site.pages["/1"].replace("التعاون".encode(), "الماء".encode())
    assert counts(look(store, [], fetcher, reader=reader)) == (1, 0, 1, 0)
    with store.view() as view:
        assert view.refusals() == []


def test_a_feed_that_fails_is_left_alone_for_a_while(store: Database, site: Site, fetcher: Fetcher) -> None:
    site.broken.add("/feed")
    assert counts(look(store, [f"{site.address}/feed"], fetcher)) == (0, 0, 0, 1)
    done = look(store, [], fetcher)
    assert (done.asked, done.waiting) == (0, 1)
    site.broken.clear()
    assert counts(look(store, [], fetcher, every=0.5, reader=Reader(use_model=False))) == (2, 0, 0, 0)


def test_what_is_no_feed_says_so(store: Database, site: Site, fetcher: Fetcher) -> None:
    done = look(store, [f"{site.address}/1"], fetcher)
    assert "no RSS or Atom feed" in done.failed[f"{site.address}/1"]


def test_stopped_in_the_middle_it_asks_for_all_again(store: Database, site: Site, fetcher: Fetcher) -> None:
    reader, feeds = Reader(use_model=False), [f"{site.address}/feed"]
    done = look(store, feeds, fetcher, reader=reader, stopped=lambda: site.asked["/2"] > 0)
    assert counts(done) == (1, 0, 0, 0)
    assert counts(look(store, feeds, fetcher, reader=reader)) == (1, 0, 0, 0)


def command(site: Site, tmp_path: Path, *more: str) -> list[str]:
    library = str(tmp_path / "library.db")
    base = [sys.executable, "-m", "waqai", "watch", f"{site.address}/feed", "--library", library]
    return [*base, "--allow-host", "127.0.0.1", "--no-model", *more]


def test_once_for_timers(site: Site, tmp_path: Path) -> None:
    run = subprocess.run(
        command(site, tmp_path, "--once", "--quiet", "--summary", "json"), capture_output=True, check=False
    )
    done = json.loads(run.stdout)
    assert (run.returncode, done["pages"]["added"], run.stderr) == (0, 2, b"")
    site.broken.add("/feed")
    run = subprocess.run(command(site, tmp_path, "--once", "--quiet"), capture_output=True, check=False)
    assert run.returncode == 1
    assert "the server answers 503" in run.stderr.decode()


@pytest.mark.parametrize("wanted", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(site: Site, tmp_path: Path, wanted: int) -> None:
    child = subprocess.Popen(command(site, tmp_path, "--every", "60"), stderr=subprocess.PIPE)
    assert child.stderr is not None
    assert b"2 added" in child.stderr.readline(), "it has looked once, and waits"
    os.kill(child.pid, wanted)
    _, said = child.communicate(timeout=60)
    assert (child.returncode, said) == (0, b"")
    store = open_store(str(tmp_path / "library.db"))
    assert store.check() == []
    store.close()


def test_private_hosts_are_refused_unless_named(site: Site, tmp_path: Path) -> None:
    run = subprocess.run([*command(site, tmp_path)[:-3], "--once", "--quiet"], capture_output=True, check=False)
    assert run.returncode == 1
    assert "is a private address: allow it by name" in run.stderr.decode()
    assert not site.asked
