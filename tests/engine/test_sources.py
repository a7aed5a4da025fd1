"""Folders, globs, tables, archives and addresses become documents; what fails is listed with why."""

import csv
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.engine.site import TEXT as SAID
from tests.engine.site import Site, page, running

from waqai.engine.ingest import Summary, ingest
from waqai.engine.sources import count_of, documents_of
from waqai.pipeline.acquire import Given
from waqai.reader import Reader
from waqai.store import open_store

TEXT = SAID.format("التعاون")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(TEXT)
    (made / "copy.txt").write_text(TEXT)
    (made / "en.txt").write_text("The ministers met in Damascus on Friday and talked about trade between them.")
    (made / "empty.txt").write_text(" ")
    (made / "archive.tar.gz").write_bytes(gzip.compress(b"x" * 100))
    (made / "picture.png").write_bytes(b"\x89PNG\r\n")
    with (made / "t.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([["text", "published"], [TEXT, "2025-10-17"], [TEXT, "17/10/2025"]])
    return made


def test_a_kind_of_failure_is_named_without_what_stands_in_brackets() -> None:
    summary = Summary()
    summary.fail("malformed JSON (invalid character (byte 13)): correct the line")
    assert summary.why == {"malformed JSON": 1}


def test_everything_is_counted_and_a_second_run_adds_nothing(folder: Path, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "library.db"))
    first = ingest(store, documents_of([str(folder)], Given()))
    assert (first.added, first.duplicate, first.language, first.failed, first.linked) == (2, 1, 1, 2, 2)
    assert first.why == {"the file is empty": 1, "publication date is not an ISO date": 1}
    with store.view() as view:
        assert sorted(r.kind for r in view.refusals()) == ["duplicate", "failed", "failed", "language"]
        before = view.content_hash()
    again = ingest(store, documents_of([str(folder / "*.*")], Given()))
    assert (again.added, again.known) == (0, 2)
    with store.view() as view:
        assert view.content_hash() == before
    store.close()


def parquet(rows: list[dict[str, object]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as files

    stream = io.BytesIO()
    columns = {name: [row.get(name) for row in rows] for name in {name: 0 for row in rows for name in row}}
    files.write_table(pyarrow.table(columns), stream)
    return stream.getvalue()


def table(rows: list[dict[str, object]]) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list({name: 0 for row in rows for name in row}))
    writer.writeheader()
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def lines(rows: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


OURS = [
    {"text": TEXT, "published": "2025-10-17", "outlet": "سانا"},
    {"text": TEXT + " انتهى", "published": "2025-10-18"},
]
NGEC = [
    {"id": "1", "event_text": TEXT, "pub_date": "2025-10-17", "publisher": "سانا", "headline": "بحث"},
    {"id": "2", "event_text": TEXT + " انتهى", "date": "2025-10-18"},
]


@pytest.mark.parametrize("rows", [OURS, NGEC], ids=["ours", "ngec"])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("suffix", "write"), [(".jsonl", lines), (".csv", table), (".parquet", parquet)])
def test_tables_give_their_rows(tmp_path: Path, suffix: str, write, packed: bool, rows) -> None:  # type: ignore[no-untyped-def]
    data = write(rows)
    path = tmp_path / f"reports{suffix}{'.gz' * packed}"
    path.write_bytes(gzip.compress(data) if packed else data)
    found = list(documents_of([str(path)], Given()))
    documents = [item.document for item in found if item.document]
    assert [d.published for d in documents] == ["2025-10-17", "2025-10-18"]
    assert documents[0].outlet == "سانا"
    assert [item.where for item in found] == [f"{path}:1", f"{path}:2"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.tar.gz", gzip.compress(b"x", mtime=0), "an archive of what Waqai does not read («.tar»)"),
        ("a.txt.gz", b"not packed at all", "cannot be read (not a gzipped file"),
        ("a.jsonl.gz", gzip.compress(lines(OURS), mtime=0)[:-30], "cannot be read (compressed file ended"),
        ("a.csv", b"a,b\n1,2\n", "no column «text», only a, b"),
        ("a.parquet", b"PAR1 nothing", "the table cannot be read"),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\nnonsense", mtime=0), "an archive without any answer"),
        ("none.txt", None, "cannot be opened (no such file"),
        ("none.csv", None, "cannot be read (no such file"),
        ("none.warc", None, "cannot be read (no such file"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:12] else "",
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    found = list(documents_of([str(tmp_path / name)], Given()))
    assert why in (found[-1].error or "")


def test_how_many_there_are(folder: Path) -> None:
    assert count_of([str(folder)]) == 4 + 2
    assert count_of(["http://example.org/feed"]) is None


def warc(damaged: bool = False) -> bytes:
    """Two pages, a picture and a page that was moved, as crawlers write them; the first perhaps changed since."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    stream = io.BytesIO()
    for url, kind, body in (
        ("http://a/1", "200 OK\r\nContent-Type: text/html", page("التعاون", "2025-10-17")),
        ("http://a/2", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        ("http://a/3", "301 Moved\r\nContent-Type: text/html", b"<html>moved</html>"),
        ("http://a/4", "200 OK\r\nContent-Type: text/html", page("المياه", "2025-10-18")),
    ):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(f"HTTP/1.1 {kind}\r\n\r\n".encode() + body)
        record.write(stream, checksum_data=True)
    data = stream.getvalue()
    return data.replace("التعاون".encode(), "التعاين".encode(), 1) if damaged else data


def test_a_web_archive_gives_its_pages_and_counts_what_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc())
    found = list(documents_of([str(path)], Given()))
    assert [(i.document.url, i.document.published) for i in found if i.document] == [
        ("http://a/1", "2025-10-17"),
        ("http://a/4", "2025-10-18"),
    ]
    path.write_bytes(warc(damaged=True))
    store = open_store(str(tmp_path / "library.db"))
    done = ingest(store, documents_of([str(path)], Given()), reader=Reader(use_model=False))
    assert (done.added, done.failed) == (1, 1)
    assert done.why == {"a record whose digest does not fit what it holds": 1}
    store.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        site.publish("1", "التعاون", date="2025-10-17")
        site.publish("2", "المياه")
        site.pages["/secret/1"] = page("سر")
        yield site


@pytest.mark.parametrize("listing", ["feed", "sitemap.xml"])
def test_a_feed_or_sitemap_gives_its_pages(site: Site, listing: str) -> None:
    found = list(documents_of([f"{site.address}/{listing}"], Given(), ["127.0.0.1"]))
    assert {item.document.url for item in found if item.document} == {f"{site.address}/1", f"{site.address}/2"}
    (refused,) = documents_of([f"{site.address}/{listing}"], Given())
    assert "private address" in (refused.error or "")


def test_robots_and_missing_pages_are_said(site: Site) -> None:
    urls = [f"{site.address}/secret/1", f"{site.address}/none"]
    refused, missing = (item.error or "" for item in documents_of(urls, Given(), ["127.0.0.1"]))
    assert "robots.txt does not allow it" in refused
    assert "the server answers 404" in missing
    site.broken.add("/robots.txt")
    (closed,) = documents_of([f"{site.address}/1"], Given(), ["127.0.0.1"])
    assert "robots.txt: the server answers 503" in (closed.error or "")


def test_the_command_retries_what_failed_and_asks_for_nothing_twice(site: Site, tmp_path: Path) -> None:
    library = str(tmp_path / "library.db")

    def waqai(*arguments: str) -> tuple[int, dict[str, int], str]:
        base = [sys.executable, "-m", "waqai", "ingest", *arguments, "--library", library, "--no-model"]
        run = subprocess.run(
            [*base, "--quiet", "--summary", "json", "--allow-host", "127.0.0.1"], capture_output=True, check=False
        )
        return run.returncode, json.loads(run.stdout), run.stderr.decode()

    broken = site.pages.pop("/2")
    code, done, said = waqai(f"{site.address}/feed")
    assert (code, done["added"], done["failed"]) == (1, 1, 1)
    assert said == f"waqai: {site.address}/2: {site.address}/2: the server answers 404\n"
    site.pages["/2"] = broken
    code, done, said = waqai("--retry")
    assert (code, done["added"], said) == (0, 1, "")
    code, done, _ = waqai(f"{site.address}/feed")
    assert (code, done["added"], done["known"], site.asked["/1"]) == (0, 0, 2, 1)
