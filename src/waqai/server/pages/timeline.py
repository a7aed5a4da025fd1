"""Timeline: every event that the filters let through, as bars over time and as a list."""

from collections import Counter

from msgspec import Struct

from waqai.server.pages.charts import ends, unit_of
from waqai.server.pages.entries import Entry, entries
from waqai.server.pages.filters import Chosen, chosen
from waqai.server.pages.frame import Ask, Table
from waqai.store.asking import Asking
from waqai.store.showing import count_events, histogram, page_of_events

SHOWN = 50
YEAR, MONTH, DAY = 4, 7, 10
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
    """How many events of each type every day, month or year has.

    Months are counted first, because a large library is read once then: only a short time is counted again by days.
    """
    wanted = picked.filter()
    rows = [row for row in histogram(view, wanted, MONTH) if _inside(row[0], picked)]
    if rows:
        unit = unit_of(ends(rows[0][0])[0], ends(rows[-1][0])[0])
        if unit == DAY:
            rows = [row for row in histogram(view, wanted, DAY) if _inside(row[0], picked)]
        elif unit == YEAR:
            years = Counter[tuple[str, str]]()
            for period, type_, many in rows:
                years[period[:YEAR], type_] += many
            rows = [(period, type_, many) for (period, type_), many in years.items()]
    return Table("over_time", ("period", "type", "events"), tuple(rows))


def _inside(period: str, picked: Chosen) -> bool:
    """Events that began before the chosen time are listed, but stand outside its picture."""
    first, last = ends(period)
    return (not picked.since or last >= picked.since) and (not picked.until or first <= picked.until)
