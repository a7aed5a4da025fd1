"""Timeline: every event that the filters let through, as bars over time and as a list."""

from msgspec import Struct

from waqai.server.pages.charts import ends, unit_of
from waqai.server.pages.entries import Entry, entries
from waqai.server.pages.filters import Chosen, chosen
from waqai.server.pages.frame import Ask, Table
from waqai.store.asking import Asking
from waqai.store.showing import count_events, histogram, page_of_events, reach

SHOWN = 50
DEEPEST = 100_000


class Timeline(Struct, frozen=True, kw_only=True):
    """Events in order.

    Attributes:
        total: how many events the filters let through.
        offset: how many come before those shown.
        over_time: period, type, how many.
    """

    chosen: Chosen
    total: int
    offset: int
    events: tuple[Entry, ...]
    over_time: Table


def timeline(view: Asking, ask: Ask) -> Timeline:
    """What the address asks for."""
    picked = chosen(ask)
    wanted = picked.filter()
    offset = ask.number("offset", 0, DEEPEST)
    return Timeline(
        chosen=picked,
        total=count_events(view, wanted),
        offset=offset,
        events=entries(view, page_of_events(view, wanted, SHOWN, offset)),
        over_time=over_time(view, picked),
    )


def over_time(view: Asking, picked: Chosen) -> Table:
    """How many events of each type every day, month or year has."""
    wanted = picked.filter()
    found = reach(view, wanted)
    rows: list[tuple[str, str, int]] = []
    if found:
        first, last = max(found[0], picked.since or ""), min(found[1], picked.until or "9999")
        unit = unit_of(first, last if last >= first else first)
        rows = [r for r in histogram(view, wanted, unit) if _inside(r[0], picked)]
    return Table("over_time", ("period", "type", "events"), tuple(rows))


def _inside(period: str, picked: Chosen) -> bool:
    """Events that began before the chosen time are listed, but stand outside its picture."""
    first, last = ends(period)
    return (not picked.since or last >= picked.since) and (not picked.until or first <= picked.until)
