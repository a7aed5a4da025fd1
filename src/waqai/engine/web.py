"""Addresses to documents: a page, or every page that a feed or sitemap lists."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from waqai.errors import WaqaiError
from waqai.fetch import Fetched, Fetcher, Item, feed_items, sitemap_links
from waqai.pipeline.acquire import Acquired, Given
from waqai.pipeline.acquire.page import read_page

MAX_MAPS = 50
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)[\s>]", re.I)
START = 2_000


class Web:
    """Fetches pages through one fetcher, so that a host's pause holds over all of them.

    Args:
        allowed: private hosts that may be fetched.
        taken: of addresses that a feed or sitemap lists, those that need not be fetched again.
        fetcher: who fetches; one is made without it.
    """

    def __init__(
        self,
        allowed: Iterable[str] = (),
        taken: Callable[[Sequence[str]], set[str]] = lambda urls: set(),
        fetcher: Fetcher | None = None,
    ) -> None:
        self.fetcher = fetcher or Fetcher(allowed)
        self.taken = taken

    def close(self) -> None:
        """Give back the connections."""
        self.fetcher.client.close()

    def documents(self, url: str, given: Given) -> Iterator[Acquired]:
        """The documents at an address: of a page, an RSS or Atom feed, or a sitemap.

        Args:
            url: the address.
            given: what the user says about all of them.
        """
        waiting, maps, seen = deque([Item(url)]), 0, {url}
        while waiting:
            item = waiting.popleft()
            try:
                found = self.fetcher.fetch(item.url)
            except WaqaiError as error:
                yield Acquired(item.url, None, str(error))
                continue
            start = found.data[:START]
            listed: list[Item] = []
            if FEED.search(start):
                listed = feed_items(found.data, found.url)
            elif SITEMAP.search(start):
                pages, more = sitemap_links(found.data)
                more = more[: max(0, MAX_MAPS - maps)]
                maps += len(more)
                listed = [Item(link) for link in pages]
                waiting += self._unseen([Item(link) for link in more], seen)
            else:
                yield dated_page(item, found, given)
            new = self._unseen(listed, seen)
            taken = self.taken([other.url for other in new])
            yield from (Acquired(other.url, None) for other in new if other.url in taken)
            waiting += [other for other in new if other.url not in taken]

    def _unseen(self, items: list[Item], seen: set[str]) -> list[Item]:
        new = [item for item in items if item.url not in seen]
        seen.update(item.url for item in new)
        return new


def dated_page(item: Item, found: Fetched, given: Given) -> Acquired:
    """The document of a page; what the feed says of it counts where the page itself does not tell."""
    made = page(item.url, found.url, found.data, given)
    if made.document is None or made.document.published or not item.published:
        return made
    return page(item.url, found.url, found.data, given.over(Given(published=item.published)))


def page(where: str, url: str, data: bytes, given: Given) -> Acquired:
    """The document of a page.

    Args:
        where: how it is named in the library.
        url: its address.
        data: the page as it came.
        given: what the user says about it.
    """
    try:
        return Acquired(where, read_page(data, given.over(Given(url=url))))
    except WaqaiError as error:
        return Acquired(where, None, str(error))
