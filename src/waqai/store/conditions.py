"""A filter as conditions: on which rows the events that it lets through are found."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from waqai.store import tables as t
from waqai.store.base import Filter

E = t.events.c
SHOWN = (E.reports > 0, E.review != "rejected")


class Sifted(Struct, frozen=True):
    """The events of a filter: select from `rows` under `conditions`.

    Attributes:
        rows: a table, or two joined, with a row for each event.
        event: the column of its id.
        start: of its first day; of what has no date "" or `NULL`, as `undated` asks for.
    """

    rows: FromClause
    event: ColumnElement[Any]
    start: ColumnElement[Any]
    undated: ColumnElement[bool]
    conditions: tuple[ColumnElement[bool], ...]

    def order(self, newest: bool) -> tuple[ColumnElement[Any], ...]:
        """By date, what has none last."""
        if newest:
            return self.start.desc().nulls_last(), self.event
        return func.nullif(self.start, "").asc().nulls_last(), self.event


def sifted(chosen: Filter, columns: bool = False) -> Sifted:
    """Where to find the events that a filter lets through.

    Where it names states or an entity, their own rows lead: they lie in order of date. Where it names nothing else, the
    events themselves need not be looked at.

    Args:
        chosen: the filter.
        columns: the columns of `events` are asked for.
    """
    states = sorted(set(chosen.states))
    if chosen.ids is not None or not (states or chosen.entities):
        return Sifted(t.events, E.id, E.start, E.start.is_(None), tuple(event_conditions(chosen)))
    mine: tuple[ColumnElement[bool], ...]
    if len(states) > 1:
        rows, p, mine = t.pairs, t.pairs.c, (t.pairs.c.a == states[0], t.pairs.c.b == states[1])
        more = _paired(pair for pair in combinations(states, 2) if pair != (states[0], states[1]))
        rest = [*more, *_who((), chosen.entities), *_other(chosen)]
    else:
        led, others = (states[0], chosen.entities) if states else (chosen.entities[0], chosen.entities[1:])
        rows, p, mine = t.appearances, t.appearances.c, (t.appearances.c.who == led,)
        rest = [*_who((), others), *_other(chosen)]
    alone = chosen in (Filter(states=chosen.states), Filter(entities=chosen.entities[:1])) and len(states) < 3
    if alone and not columns:
        return Sifted(rows, p.event, p.start, p.start == "", (*mine, p.shown))
    joined = rows.join(t.events, E.id == p.event)
    return Sifted(joined, p.event, p.start, p.start == "", (*mine, *rest))


def event_conditions(chosen: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter on `events`."""
    return [*_who(chosen.states, chosen.entities), *_other(chosen)]


def _other(chosen: Filter) -> Iterable[ColumnElement[bool]]:
    yield E.reports > 0
    for column, values in (
        (E.type, chosen.types),
        (E.act, chosen.acts),
        (E.status, chosen.statuses),
        (E.level, chosen.levels),
        (E.agreement, chosen.agreements),
        (E.place, chosen.places),
    ):
        if values:
            yield column.in_(values)
    if chosen.ids is not None:
        yield E.id.in_(chosen.ids)
    if chosen.since:
        yield func.coalesce(E.end, E.start) >= chosen.since
    if chosen.until:
        yield E.start <= chosen.until
    if chosen.sources:
        yield E.sources >= chosen.sources
    yield E.review != "rejected" if chosen.review is None else E.review == chosen.review
    if chosen.contested is not None:
        yield E.contested == chosen.contested
    yield from _where(chosen)


def _where(chosen: Filter) -> Iterable[ColumnElement[bool]]:
    if chosen.place:
        yield E.place == chosen.place
    if chosen.country:
        yield E.country == chosen.country
    if chosen.offices:
        p = t.event_parties.c
        yield select(p.event).where(and_(p.event == E.id, or_(*(p.office == o for o in chosen.offices)))).exists()
    if chosen.documents is not None:
        r = t.reports.c
        yield E.id.in_(select(r.linked).where(r.document.in_(chosen.documents), r.current))


def _who(states: tuple[str, ...], entities: tuple[str, ...]) -> Iterable[ColumnElement[bool]]:
    a = t.appearances.c
    named = sorted(set(states))
    yield from _paired(combinations(named, 2))
    for who in (*(named if len(named) == 1 else ()), *entities):
        yield E.id.in_(select(a.event).where(a.who == who))


def _paired(pairs: Iterable[tuple[str, str]]) -> Iterable[ColumnElement[bool]]:
    for a, b in pairs:
        yield E.id.in_(select(t.pairs.c.event).where(t.pairs.c.a == a, t.pairs.c.b == b))


def pair_conditions(chosen: Filter) -> list[ColumnElement[bool]] | None:
    """The conditions of a filter on `pairs` alone; `None` where these do not have what it asks for."""
    p = t.pairs.c
    if chosen != Filter(types=chosen.types, since=chosen.since, until=chosen.until):
        return None
    out: list[ColumnElement[bool]] = [p.shown]
    if chosen.types:
        out.append(p.type.in_(chosen.types))
    return out + within(chosen.since, chosen.until)


def within(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """The conditions of a time on `pairs`."""
    p = t.pairs.c
    out: list[ColumnElement[bool]] = [p.end >= since] if since else []
    return [*out, p.start != "", p.start <= until] if until else out
