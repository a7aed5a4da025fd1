"""Addresses and web archives to documents: a page, or every page that a feed, sitemap or WARC file holds."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from waqai.errors import WaqaiError
from waqai.fetch import Fetcher, feed_links, sitemap_links
from waqai.pipeline.acquire import Acquired, Given
from waqai.pipeline.acquire.page import read_page

MAX_MAPS = 50
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)[\s>]", re.I)


def from_web(url: str, given: Given, allowed: Iterable[str] = ()) -> Iterator[Acquired]:
    """The documents at an address.

    Args:
        url: of a page, an RSS or Atom feed, or a sitemap.
        given: what the user says about all of them.
        allowed: private hosts that may be fetched.
    """
    fetcher = Fetcher(allowed)
    try:
        waiting, maps = [url], 0
        while waiting:
            at = waiting.pop(0)
            try:
                data = fetcher.fetch(at).data
                start = data[:2_000]
                if FEED.search(start):
                    waiting += feed_links(data)
                elif SITEMAP.search(start):
                    pages, more = sitemap_links(data)
                    waiting += pages + more[: max(0, MAX_MAPS - maps)]
                    maps += len(more)
                else:
                    yield _page(at, at, data, given)
            except WaqaiError as error:
                yield Acquired(at, None, str(error))
    finally:
        fetcher.client.close()


def _page(where: str, url: str, data: bytes, given: Given) -> Acquired:
    try:
        return Acquired(where, read_page(data, given.over(Given(url=url))))
    except WaqaiError as error:
        return Acquired(where, None, str(error))


def from_warc(path: str, given: Given) -> Iterator[Acquired]:
    """The pages of a WARC file; a record whose digest does not fit is an error, as a cut file has."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield Acquired(path, None, "WARC files need the package fastwarc: pip install fastwarc")
        return
    with open(path, "rb") as stream:
        records: Any = ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True, verify_digests=True
        )
        for number, record in enumerate(records, 1):
            kind = (record.http_content_type or "") if record.http_headers else ""
            if "html" in kind:
                url = record.headers.get("WARC-Target-URI") or ""
                yield _page(f"{path}:{number}", url, record.reader.read(), given)
