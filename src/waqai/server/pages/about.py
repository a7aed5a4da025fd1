"""About this data: what the library holds, which version read it, how good the reader is, what people decided."""

from importlib.resources import files

import msgspec
from msgspec import Struct

from waqai import __version__
from waqai.server.pages.frame import Ask, Table
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.showing import outlets, reach, review_counts, versions

MOST = 40


class Quality(Struct, frozen=True):
    """How the reader scored on gold, as docs/quality.md tells it; `rows` begin with the measure."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class AboutPage(Struct, frozen=True, kw_only=True):
    """The library in figures.

    Attributes:
        first: the first day with an event.
        last: the last one.
        undated: events without a date.
        unplaced: events without a place.
        reviews: decision → how many events; "" is none yet.
        versions: version of the reader, how many readings.
    """

    version: str
    counts: dict[str, int]
    first: str | None
    last: str | None
    contested: int
    reviews: dict[str, int]
    versions: Table
    outlets: Table
    states: Table
    quality: Quality


def about_page(view: Asking, ask: Ask) -> AboutPage:
    """The library as it is now."""
    span = reach(view, Filter())
    counts = view.counts()
    return AboutPage(
        version=__version__,
        counts=counts,
        first=span[0] if span else None,
        last=span[1] if span else None,
        contested=counts["contested"],
        reviews=review_counts(view),
        versions=Table("versions", ("version", "readings"), tuple(versions(view))),
        outlets=Table("outlets", ("outlet", "documents"), tuple(outlets(view, MOST))),
        states=Table("states", ("state", "events"), tuple((s.country, s.events) for s in view.states()[:MOST])),
        quality=quality(),
    )


def quality() -> Quality:
    """The table of docs/quality.md; `tools/vendor_quality.py` keeps it in the package."""
    return msgspec.json.decode((files("waqai.server") / "quality.json").read_bytes(), type=Quality)
