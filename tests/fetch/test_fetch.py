"""Against a real server on this machine, allowed by name; everything private that is not is refused."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from waqai.fetch import Fetcher, FetchError, feed_items, sitemap_links
from waqai.fetch.client import is_public


class Site(BaseHTTPRequestHandler):
    tries = 0

    def log_message(self, *_args: object) -> None:
        pass

    def answer(self, data: bytes, code: int = 200, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        path = self.path
        if path == "/robots.txt":
            self.answer(b"User-agent: *\nDisallow: /secret\n")
        elif path == "/moved":
            self.answer(b"", 302, Location="/page")
        elif path == "/loop":
            self.answer(b"", 302, Location="/loop")
        elif path == "/inside":
            self.answer(b"", 302, Location="http://169.254.169.254/latest")
        elif path == "/file":
            self.answer(b"", 302, Location="file:///etc/passwd")
        elif path == "/flaky":
            Site.tries += 1
            self.answer(b"page", 503 if Site.tries < 3 else 200)
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(50):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.1)
            except OSError:
                pass
        elif path == "/large":
            self.answer(b"x" * 300_000)
        elif path == "/page" and self.headers.get("If-None-Match") == '"1"':
            self.answer(b"", 304)
        elif path in ("/page", "/secret"):
            self.answer(b"page", ETag='"1"')
        else:
            self.answer(b"", 404)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(allowed=["127.0.0.1"], pause=0.01, max_bytes=100_000, max_seconds=2.0)
    yield made
    made.client.close()


def test_a_page_comes_with_what_makes_the_next_request_conditional(site: str, fetcher: Fetcher) -> None:
    found = fetcher.fetch(f"{site}/page")
    assert (found.data, found.etag) == (b"page", '"1"')
    assert fetcher.fetch(f"{site}/page", etag=found.etag).unchanged
    assert fetcher.fetch(f"{site}/moved").url == f"{site}/page"
    assert fetcher.fetch(f"{site}/flaky").data == b"page"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/secret", "robots.txt"),
        ("/loop", "redirects"),
        ("/inside", "private address"),
        ("/file", "only http"),
        ("/slow", "takes longer"),
        ("/large", "larger than"),
        ("/none", "answers 404"),
    ],
)
def test_hostile_and_broken_servers(site: str, fetcher: Fetcher, path: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        fetcher.fetch(site + path)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "2130706433",
        "0x7f.1",
        "[::ffff:127.0.0.1]",
        "169.254.169.254",
        "0.0.0.0",
        "10.0.0.1",
    ],
)
def test_private_addresses_are_refused(host: str) -> None:
    fetcher = Fetcher(pause=0)
    with pytest.raises(FetchError):
        fetcher.fetch(f"http://{host}:9/")
    fetcher.client.close()


def test_what_is_public() -> None:
    assert is_public("1.1.1.1")
    assert not any(map(is_public, ["64:ff9b::7f00:1", "fe80::1%eth0", "224.0.0.1", "100.64.0.1", "2002:7f00:1::"]))


def test_feeds_and_sitemaps_list_their_pages() -> None:
    feed = b"<rss><channel><item><link>http://a/1</link></item><item><link>http://a/2</link></item></channel></rss>"
    assert [item.url for item in feed_items(feed)] == ["http://a/1", "http://a/2"]
    site = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a/1</loc></url></urlset>'
    assert sitemap_links(site) == (["http://a/1"], [])
