"""Feeds and sitemaps: the addresses of the pages they list."""

import io
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from msgspec import Struct


class Item(Struct, frozen=True):
    """A page that a feed or sitemap lists.

    Attributes:
        url: its address.
        published: the day the feed says it was published, in the feed's own time zone.
    """

    url: str
    published: str | None = None


def feed_items(data: bytes, base: str = "") -> list[Item]:
    """The items of an RSS or Atom feed, in its order, each once.

    Args:
        data: the feed.
        base: its address, for items that have only a path.
    """
    import feedparser  # type: ignore[import-untyped,unused-ignore]

    found: dict[str, Item] = {}
    for entry in feedparser.parse(io.BytesIO(data)).entries:
        if link := entry.get("link"):
            url = urljoin(base, str(link))
            found.setdefault(url, Item(url, _day(entry.get("published") or entry.get("updated") or "")))
    return list(found.values())


def _day(said: str) -> str | None:
    """The day of "Fri, 17 Oct 2025 23:30:00 +0300" or "2025-10-17T23:30+03:00", as written: a zone does not move it."""
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError):
        pass
    import datetime

    try:
        return datetime.date.fromisoformat(said[:10]).isoformat()
    except ValueError:
        return None


def sitemap_links(data: bytes) -> tuple[list[str], list[str]]:
    """Addresses of the pages of a sitemap, and of the sitemaps that it lists; entities are never expanded."""
    from lxml import etree

    pages: list[str] = []
    maps: list[str] = []
    options = {"resolve_entities": False, "no_network": True, "recover": True, "huge_tree": False}
    for _event, element in etree.iterparse(io.BytesIO(data), tag="{*}loc", **options):
        parent = etree.QName(element.getparent()).localname
        (maps if parent == "sitemap" else pages).append((element.text or "").strip())
        element.clear()
    return pages, maps
