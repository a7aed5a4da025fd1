"""Feeds and sitemaps: the addresses of the pages they list."""

import io


def feed_links(data: bytes) -> list[str]:
    """Addresses of the items of an RSS or Atom feed, in its order."""
    import feedparser  # type: ignore[import-untyped,unused-ignore]

    return list(dict.fromkeys(str(e["link"]) for e in feedparser.parse(io.BytesIO(data)).entries if e.get("link")))


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
