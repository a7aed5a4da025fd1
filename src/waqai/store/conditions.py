"""A filter as conditions on the table of events."""

from collections.abc import Iterable
from itertools import combinations

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from waqai.store import tables as t
from waqai.store.base import Filter


def event_conditions(chosen: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter on `events`."""
    e = t.events.c
    out: list[ColumnElement[bool]] = [e.reports > 0]
    for column, values in (
        (e.type, chosen.types),
        (e.act, chosen.acts),
        (e.status, chosen.statuses),
        (e.level, chosen.levels),
        (e.agreement, chosen.agreements),
    ):
        if values:
            out.append(column.in_(values))
    if chosen.ids is not None:
        out.append(e.id.in_(chosen.ids))
    if chosen.since:
        out.append(func.coalesce(e.end, e.start) >= chosen.since)
    if chosen.until:
        out.append(e.start <= chosen.until)
    if chosen.sources:
        out.append(e.sources >= chosen.sources)
    if chosen.review is not None:
        out.append(e.review == chosen.review)
    else:
        out.append(e.review != "rejected")
    if chosen.contested is not None:
        out.append(e.contested == chosen.contested)
    out.extend(_where(chosen))
    out.extend(_who(chosen))
    if chosen.documents is not None:
        r = t.reports.c
        out.append(e.id.in_(select(r.linked).where(r.document.in_(chosen.documents), r.current)))
    return out


def _where(chosen: Filter) -> Iterable[ColumnElement[bool]]:
    if chosen.places:
        yield t.events.c.place.in_(chosen.places)
    if chosen.place:
        yield t.events.c.place == chosen.place
    if chosen.country:
        yield t.events.c.country == chosen.country


def _who(chosen: Filter) -> Iterable[ColumnElement[bool]]:
    e, p = t.events.c, t.event_parties.c
    states = sorted(set(chosen.states))
    for a, b in combinations(states, 2):
        yield e.id.in_(select(t.pairs.c.event).where(t.pairs.c.a == a, t.pairs.c.b == b))
    if len(states) == 1:
        yield e.id.in_(select(p.event).where(p.country == states[0]))
    for entity in chosen.entities:
        yield e.id.in_(select(p.event).where(p.entity == entity))
    if chosen.offices:
        yield exists().where(and_(p.event == e.id, or_(*(p.office == office for office in chosen.offices))))
