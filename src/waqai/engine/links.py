"""Writing links between events: those that documents state, and those found across documents."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from waqai.model.library import Linked, Report
from waqai.pipeline.link.across import FOLLOW_DAYS, PLAN_DAYS, Tied, is_contact, is_plan, key_pair, ties_of
from waqai.store.linking import Linking

MAX_STATES = 5
"""An event of more states than these is found under none of their pairs: a summit is no contact of two."""
REACH = datetime.timedelta(max(FOLLOW_DAYS, PLAN_DAYS) + 1)
Pair = tuple[str, str]
Window = tuple[datetime.date, datetime.date]


def write_stated(writer: Linking, reports: dict[str, list[Report]]) -> None:
    """Write the relations that documents state, between the events of the library."""
    documents = writer.reports_of_documents(sorted({r.document for of in reports.values() for r in of if r.links}))
    home = {(n, r.event): event for n, of in documents.items() for r, event in of}
    rows = []
    for event, of in reports.items():
        for r in of:
            for rel, other in r.links:
                target = home.get((r.document, other))
                if target and target != event:
                    rows.append((event, rel, target))
    writer.put_links(rows, stated=True)


def write_found(writer: Linking, touched: Sequence[Linked], lost: Iterable[str]) -> None:
    """Write what is found across documents, of events touched and of those near them in time.

    Args:
        writer: the library.
        touched: events that were written anew.
        lost: events whose link led to one that was written anew.
    """
    windows: dict[Pair, list[Window]] = defaultdict(list)
    for event in [*touched, *writer.events_by_id(sorted(set(lost)))]:
        if days := _window(event):
            for pair in _pairs(event):
                windows[pair].append(days)
    found: dict[str, list[tuple[str, str]]] = {}
    for pair, of in sorted(windows.items()):
        for first, last in _joined(of):
            near = [Tied.of(e) for e in writer.events_of_pair(*pair, str(first - REACH), str(last + REACH))]
            found |= _ties(pair, near, str(first), str(last))
    writer.forget_found_links(list(found))
    writer.put_links([(event, rel, other) for event, of in found.items() for rel, other in of], stated=False)


def _ties(pair: Pair, near: list[Tied], first: str, last: str) -> dict[str, list[tuple[str, str]]]:
    """Event → its ties, of those to be tied anew: near the days of what changed, and looked up by this pair."""
    out = {}
    for tied in near:
        event = tied.event
        if key_pair(event) == pair and (event.start or "") <= last and (event.end or event.start or "") >= first:
            out[event.id] = ties_of(tied, near)
    return out


def _window(event: Linked) -> Window | None:
    """The days on which an event may be tied to this one."""
    if not (is_plan(event) or is_contact(event)) or not event.start:
        return None
    start = datetime.date.fromisoformat(event.start)
    end = datetime.date.fromisoformat(event.end or event.start)
    return start - REACH, end + REACH


def _pairs(event: Linked) -> list[Pair]:
    states = sorted({party.country for party in event.parties if party.country})
    if len(states) > MAX_STATES:
        return []
    return [(a, b) for n, a in enumerate(states) for b in states[n + 1 :]]


def _joined(windows: list[Window]) -> list[Window]:
    """Windows that touch as one."""
    out: list[Window] = []
    for first, last in sorted(windows):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out
