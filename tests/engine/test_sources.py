"""Folders, globs, tables and addresses become documents; what fails is listed with why."""

import csv
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from waqai.engine.ingest import ingest
from waqai.engine.sources import documents_of
from waqai.pipeline.acquire import Given
from waqai.store import open_store

TEXT = "بحث وزير الخارجية السوري أسعد الشيباني مع نظيره التركي هاكان فيدان في دمشق اليوم الجمعة التعاون بين البلدين."
BODY = f"<article><p>{TEXT}</p><p>{TEXT} وانتهى اللقاء.</p></article>"
PAGE = f"<html><head><title>بحث</title></head><body>{BODY}</body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(TEXT)
    (made / "copy.txt").write_text(TEXT)
    (made / "en.txt").write_text("The ministers met in Damascus on Friday and talked about trade between them.")
    (made / "empty.txt").write_text(" ")
    with (made / "t.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([["text", "published"], [TEXT, "2025-10-17"], [TEXT, "17/10/2025"]])
    return made


def test_everything_is_counted_and_a_second_run_adds_nothing(folder: Path, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "library.db"))
    first = ingest(store, documents_of([str(folder)], Given()))
    assert (first.added, first.duplicate, first.language, first.failed, first.linked) == (2, 1, 1, 2, 2)
    with store.view() as view:
        assert sorted(r.kind for r in view.refusals()) == ["duplicate", "failed", "failed", "language"]
        before = view.content_hash()
    again = ingest(store, documents_of([str(folder / "*.*")], Given()))
    assert (again.added, again.known) == (0, 2)
    with store.view() as view:
        assert view.content_hash() == before
    store.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    root = tmp_path / "site"
    root.mkdir()
    (root / "1.html").write_text(PAGE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    (root / "feed.xml").write_text(f"<rss><channel><item><link>{address}/1.html</link></item></channel></rss>")
    yield address
    server.shutdown()
    server.server_close()


def test_a_feed_gives_its_pages(site: str) -> None:
    (found,) = documents_of([f"{site}/feed.xml"], Given(), ["127.0.0.1"])
    assert found.document is not None
    assert found.document.url == f"{site}/1.html"
    (refused,) = documents_of([f"{site}/feed.xml"], Given())
    assert "private address" in (refused.error or "")
