"""Following feeds: what they newly list is taken in; servers are asked only for what changed."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from waqai.engine.ingest import Summary, ingest
from waqai.engine.web import dated_page
from waqai.errors import WaqaiError
from waqai.fetch import Fetched, Fetcher, Item, feed_items
from waqai.model.library import Feed
from waqai.pipeline.acquire import Acquired, Given
from waqai.reader import Reader, Result
from waqai.store.database import Database
from waqai.store.reading import MAX_TRIES

LONGEST_WAIT = datetime.timedelta(days=1)
MAX_ITEMS = 500
"""Of one feed at one time: what is older than so many items was there before we came, or was missed for good."""
Seen = Callable[[Iterable[Result]], Iterable[Result]]


class Round(Struct):
    """What became of one look at all feeds.

    Attributes:
        asked: feeds asked.
        unchanged: feeds of which the server said that nothing is new.
        waiting: feeds that failed lately and are left alone for a while.
        failed: address of a feed that could not be had → why.
        pages: what became of the pages.
    """

    pages: Summary
    asked: int = 0
    unchanged: int = 0
    waiting: int = 0
    failed: dict[str, str] = {}


def look(
    store: Database,
    feeds: Sequence[str],
    fetcher: Fetcher,
    *,
    given: Given | None = None,
    reader: Reader | None = None,
    every: float = 900.0,
    stopped: Callable[[], bool] = lambda: False,
    watch: Seen = iter,
) -> Round:
    """Ask every feed once, take in the pages it newly lists, and those that failed before.

    Args:
        store: the library; it remembers what the servers said.
        feeds: their addresses; those the library follows where there are none.
        fetcher: who fetches.
        given: what the user says about all pages.
        reader: who reads them.
        every: seconds between two looks; a feed that failed waits twice as long each time.
        stopped: whether to end after the page at hand; then nothing is lost, and the feed is asked again.
        watch: sees every result pass.
    """
    with store.view() as view:
        known = {feed.url: feed for feed in view.feeds()}
    done = Round(pages=Summary())
    for url in dict.fromkeys(feeds or known):
        if stopped():
            break
        feed = known.get(url, Feed(url=url))
        if _waits(feed, every):
            done.waiting += 1
            continue
        done.asked += 1
        _ask(store, feed, fetcher, done, given or Given(), reader, stopped, watch)
    return done


def _ask(
    store: Database, feed: Feed, fetcher: Fetcher, done: Round, given: Given, reader: Reader | None,
    stopped: Callable[[], bool], watch: Seen,
) -> None:  # fmt: skip
    try:
        found = fetcher.fetch(feed.url, etag=feed.etag, modified=feed.modified)
        items = [] if found.unchanged else feed_items(found.data, found.url)[:MAX_ITEMS]
        if not items and not found.unchanged:
            raise WaqaiError(f"{feed.url}: no RSS or Atom feed, or one that lists nothing: correct the address")
    except WaqaiError as error:
        done.failed[feed.url] = str(error)
        _remember(store, replace(feed, failures=feed.failures + 1, why=str(error)))
        return
    done.unchanged += found.unchanged
    with store.view() as view:
        old = [Item(r.where) for r in view.refusals() if _again(r.source, feed.url, r.tries, r.kind)]
        listed = [*items, *(item for item in old if item not in items)]
        taken = view.known_sources([item.url for item in listed])
    pages = _pages([item for item in listed if item.url not in taken], fetcher, given, stopped)
    done.pages.join(ingest(store, pages, reader=reader, watch=watch))
    if not stopped():
        # Only now: killed before, the feed is asked for all of it again.
        marks = (feed.etag, feed.modified) if found.unchanged else (found.etag, found.modified)
        _remember(store, replace(feed, etag=marks[0], modified=marks[1], failures=0, why=""))


def _again(source: str, feed: str, tries: int, kind: str) -> bool:
    """Whether a page that failed is to be asked for again with this feed: it is of the same site."""
    from urllib.parse import urlsplit

    return kind == "failed" and tries < MAX_TRIES and urlsplit(source).netloc == urlsplit(feed).netloc


def _pages(items: Sequence[Item], fetcher: Fetcher, given: Given, stopped: Callable[[], bool]) -> Iterator[Acquired]:
    for item in items:
        if stopped():
            return
        try:
            found: Fetched = fetcher.fetch(item.url)
        except WaqaiError as error:
            yield Acquired(item.url, None, str(error))
        else:
            yield dated_page(item, found, given)


def _waits(feed: Feed, every: float) -> bool:
    """Whether a feed that failed is still left alone; a clock that went back lets nothing wait."""
    if not feed.failures or not feed.checked:
        return False
    since = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(feed.checked)
    wait = min(datetime.timedelta(seconds=every * 2 ** (feed.failures - 1)), LONGEST_WAIT)
    # A second is left for clocks: a timer that fires on the minute is not to miss its turn.
    return datetime.timedelta(0) <= since < wait - datetime.timedelta(seconds=1)


def _remember(store: Database, feed: Feed) -> None:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with store.writer() as writer:
        writer.put_feed(replace(feed, checked=now))
