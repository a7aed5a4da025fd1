"""What a library counts: by period, by pair, by state, by entity; on any backend."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import case, func, select

from waqai.model.counts import Change, EntityCount, PairCount, PeriodCount, StateCount
from waqai.store import tables as t
from waqai.store.base import Filter
from waqai.store.conditions import event_conditions
from waqai.store.reading import Reading

LENGTHS = {"day": 10, "month": 7, "year": 4}
E = t.events.c
SHOWN = (E.reports > 0, E.review != "rejected")
COOPERATION = func.sum(case((E.quad <= 2, 1), else_=0))
CONFLICT = func.sum(case((E.quad >= 3, 1), else_=0))
INTENSITY = func.coalesce(func.avg(E.intensity), 0.0)
# Of an event without a date "" is kept in `pairs`; it is no first day.
FIRST, LAST = func.min(func.nullif(E.start, "")), func.max(E.start)


class Counting(Reading):
    """Reads through one connection."""

    def last_change(self) -> int:
        """Number of the latest change of any event: while it stays, no answer differs."""
        return int(self.connection.execute(select(func.coalesce(func.max(t.changes.c.n), 0))).scalar_one())

    def changes(self, after: int = 0, limit: int = 1_000) -> list[Change]:
        """Events written since a change, each once, in order of their last writing.

        An id that `resolve` leads elsewhere, or nowhere, is of an event that was merged or is told no more.
        """
        c = t.changes.c
        rows = self._all(select(t.changes).where(c.n > after).order_by(c.n).limit(limit))
        return [Change(n=row.n, event=row.event, at=row.at) for row in rows]

    def by_period(self, chosen: Filter, unit: str = "day") -> list[PeriodCount]:
        """Dated events by the day, month or year they began, in order.

        Args:
            chosen: which events.
            unit: "day", "month" or "year".
        """
        period = func.substr(E.start, 1, LENGTHS[unit])
        query = (
            select(period.label("period"), func.count().label("events"), COOPERATION, CONFLICT, INTENSITY)
            .where(*event_conditions(chosen), E.start.is_not(None))
            .group_by(period)
            .order_by(period)
        )
        return [
            PeriodCount(period=p, events=n, cooperation=good, conflict=bad, intensity=round(float(score), 3))
            for p, n, good, bad, score in self._all(query)
        ]

    def by_value(self, chosen: Filter, field: str) -> dict[str, int]:
        """Events by "type", "act", "status" or "level", the most first."""
        column = E[field]
        query = select(column, func.count().label("n")).where(*event_conditions(chosen)).group_by(column)
        rows = self._all(query.order_by(func.count().desc(), column))
        return {str(value): n for value, n in rows if value}

    def pairs(
        self,
        states: Sequence[str] = (),
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> list[PairCount]:
        """Pairs of states with their numbers, the most events first.

        Args:
            states: both are among these; empty for all.
            since: first day.
            until: last day.
            limit: at most so many.
        """
        p = t.pairs.c
        query = (
            select(p.a, p.b, func.count().label("events"), COOPERATION, CONFLICT, INTENSITY, FIRST, LAST)
            .join_from(t.pairs, t.events, E.id == p.event)
            .where(*SHOWN)
            .group_by(p.a, p.b)
            .order_by(func.count().desc(), p.a, p.b)
        )
        if states:
            query = query.where(p.a.in_(states), p.b.in_(states))
        if since:
            query = query.where(func.coalesce(E.end, E.start) >= since)
        if until:
            query = query.where(E.start <= until)
        return [_pair(row) for row in self._all(query if limit is None else query.limit(limit))]

    def states(self) -> list[StateCount]:
        """States that take part in events, those in most first."""
        p = t.event_parties.c
        events = func.count(p.event.distinct())
        query = (
            select(p.country, events, FIRST, LAST)
            .join_from(t.event_parties, t.events, E.id == p.event)
            .where(*SHOWN, p.country.is_not(None))
            .group_by(p.country)
            .order_by(events.desc(), p.country)
        )
        return [StateCount(country=c, events=n, first=first, last=last) for c, n, first, last in self._all(query)]

    def entities(
        self, kinds: Sequence[str], country: str | None = None, limit: int = 100, offset: int = 0
    ) -> list[EntityCount]:
        """Entities of some kinds, those in most events first.

        Args:
            kinds: "person", "org", "group", "state", "role".
            country: of this state only.
            limit: at most so many.
            offset: so many are left out first.
        """
        n, p = t.entities.c, t.event_parties.c
        events = func.count(p.event.distinct())
        query = (
            select(n.id, n.kind, n.name, n.latin, n.country, n.sector, events, LAST)
            .join_from(t.entities, t.event_parties, p.entity == n.id)
            .join(t.events, E.id == p.event)
            .where(*SHOWN, n.kind.in_(kinds), n.merged.is_(None))
            .group_by(n.id, n.kind, n.name, n.latin, n.country, n.sector)
            .order_by(events.desc(), n.id)
            .limit(limit)
            .offset(offset)
        )
        if country:
            query = query.where(n.country == country)
        return [EntityCount(**dict(zip(EntityCount.__struct_fields__, row, strict=True))) for row in self._all(query)]


def _pair(row: Any) -> PairCount:
    a, b, n, good, bad, score, first, last = row
    return PairCount(
        a=a, b=b, events=n, cooperation=good, conflict=bad, intensity=round(float(score), 3), first=first, last=last
    )
