"""Fetching pages and feeds: politely (robots.txt, a pause between requests) and safely (public addresses only)."""

from waqai.fetch.client import Fetched, Fetcher, FetchError
from waqai.fetch.lists import Item, feed_items, sitemap_links

__all__ = ["FetchError", "Fetched", "Fetcher", "Item", "feed_items", "sitemap_links"]
