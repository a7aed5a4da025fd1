"""What a page says about itself: title, outlet, publication date, address; its meta tags first, then its JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from waqai.errors import BadValue
from waqai.pipeline.acquire.dateline import date_in_page
from waqai.pipeline.acquire.dates import check_date
from waqai.pipeline.acquire.outlets import outlet_of_host

TITLE_KEYS = ("og:title", "twitter:title")
OUTLET_KEYS = ("og:site_name", "application-name", "dc.publisher", "publisher")
DATE_KEYS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
URL_KEYS = ("og:url", "twitter:url")
ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage")
SEPARATORS = re.compile(r"\s[-–—|•]\s")
SPACES = re.compile(r"\s+")


class PageHead(Struct, frozen=True, kw_only=True):
    """What was found about a page.

    Attributes:
        title: headline.
        outlet: who published it.
        published: day of publication.
        published_from: where that was found, in words.
        url: address of the page.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_from: str | None = None
    url: str | None = None


def read_head(tree: Any) -> PageHead:
    """Collect what a page says about itself.

    Args:
        tree: the page as an lxml tree.
    """
    metas = _metas(tree)
    articles = list(_articles(tree))
    url = _first(metas, URL_KEYS) or _attribute(tree, "//link[@rel='canonical']/@href")
    publisher = (a.get("publisher") for a in articles)
    outlet = _first(metas, OUTLET_KEYS) or _clean(next((p.get("name") for p in publisher if isinstance(p, dict)), None))
    published, how = _published(tree, metas, articles)
    return PageHead(
        title=_title(tree, metas, articles, outlet),
        outlet=outlet or outlet_of_host(url),
        published=published,
        published_from=how,
        url=url,
    )


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = _clean(meta.get("content"))
        if key and value:
            metas.setdefault(key.lower(), value)
    return metas


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that describe an article, articles proper first."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found.extend(_objects(json.loads(script, strict=False)))
        except (ValueError, RecursionError):
            continue
    for wanted in ARTICLE_TYPES:
        yield from (o for o in found if wanted in _types(o))


def _types(thing: dict[str, Any]) -> list[str]:
    value = thing.get("@type")
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []))


def _title(tree: Any, metas: dict[str, str], articles: list[dict[str, Any]], outlet: str | None) -> str | None:
    """The headline: a `<title>` often carries the site's name behind a dash or bar, so it comes last."""
    plain = _clean(tree.findtext(".//title"))
    headings = [_clean(h.text_content()) for h in tree.iter("h1")]
    named = _attribute(tree, "//*[contains(concat(' ', @class, ' '), ' title ')]//text()[normalize-space()]")
    whole = plain if plain and not SEPARATORS.search(plain) else None
    headline = _clean(next((a.get("headline") for a in articles if a.get("headline")), None))
    choices = [_first(metas, TITLE_KEYS), headline, whole, headings[0] if len(headings) == 1 else None, named, plain]
    title = next((c for c in choices if c), None)
    if title and outlet and (parts := SEPARATORS.split(title))[-1] == outlet and len(parts) > 1:
        title = title[: title.rindex(outlet)].rstrip(" -–—|•")
    return title


def _published(tree: Any, metas: dict[str, str], articles: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """The day of publication and where it stands; never a year of copyright, never a guess."""
    for key in DATE_KEYS:
        if day := _day(metas.get(key)):
            return day, f"found in the page's meta tag {key}"
    for article in articles:
        if day := _day(article.get("datePublished")):
            return day, "found in the page's JSON-LD"
    for value in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime | //article//time/@datetime"):
        if day := _day(str(value)):
            return day, "found in the page's time element"
    if found := date_in_page(tree):
        return found[0], f"found in the page's line «{found[1]}»"
    return None, None


def _day(value: object) -> str | None:
    try:
        return check_date(value) if isinstance(value, str) else None
    except BadValue:
        return None


def _first(metas: dict[str, str], keys: Iterable[str]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _attribute(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return _clean(str(found[0])) if found else None


def _clean(value: object) -> str | None:
    return SPACES.sub(" ", value).strip() or None if isinstance(value, str) else None
