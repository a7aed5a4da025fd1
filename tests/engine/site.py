"""A real web site on this machine: pages, a feed and a sitemap, with what servers do to those that fetch."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TEXT = "بحث وزير الخارجية السوري أسعد الشيباني مع نظيره التركي هاكان فيدان في دمشق اليوم الجمعة {} بين البلدين."


def page(about: str, date: str = "") -> bytes:
    said = TEXT.format(about)
    meta = f'<meta property="article:published_time" content="{date}">' if date else ""
    body = f"<article><p>{said}</p><p>{said} وانتهى اللقاء.</p></article>"
    return f"<html><head><title>{about}</title>{meta}</head><body>{body}</body></html>".encode()


class Site:
    """What the site answers, changed by tests while it runs."""

    def __init__(self) -> None:
        self.address = ""
        self.pages: dict[str, bytes] = {}
        self.listed: list[tuple[str, str]] = []
        self.broken: set[str] = set()
        self.asked: Counter[str] = Counter()
        self.version = 1

    def publish(self, name: str, about: str, date: str = "", feed_date: str = "") -> None:
        """Put a page on the site and in its feed."""
        self.pages[f"/{name}"] = page(about, date)
        self.listed.insert(0, (name, feed_date))
        self.version += 1

    def answer(self, path: str, etag: str | None) -> tuple[int, bytes, dict[str, str]]:
        self.asked[path] += 1
        if path in self.broken:
            return 503, b"", {}
        if path == "/robots.txt":
            return 200, b"User-agent: *\nDisallow: /secret\n", {}
        if path == "/feed":
            mark = f'"{self.version}"'
            return (304, b"", {}) if etag == mark else (200, self.feed(), {"ETag": mark})
        if path == "/sitemap.xml":
            links = "".join(f"<url><loc>{self.address}/{name}</loc></url>" for name, _ in self.listed)
            space = "http://www.sitemaps.org/schemas/sitemap/0.9"
            return 200, f'<urlset xmlns="{space}">{links}</urlset>'.encode(), {}
        return (200, self.pages[path], {"Content-Type": "text/html"}) if path in self.pages else (404, b"", {})

    def feed(self) -> bytes:
        items = "".join(
            f"<item><link>{self.address}/{name}</link>{f'<pubDate>{date}</pubDate>' if date else ''}</item>"
            for name, date in self.listed
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode()


@contextmanager
def running() -> Iterator[Site]:
    """A site, listening."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            pass

        def do_GET(self) -> None:
            code, data, headers = site.answer(self.path, self.headers.get("If-None-Match"))
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    yield site
    server.shutdown()
    server.server_close()
