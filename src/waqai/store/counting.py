"""What a library counts: by period, by pair, by state, by entity; on any backend."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Subquery, case, func, select

from waqai.model.counts import Change, EntityCount, PairCount, PeriodCount, StateCount
from waqai.store import tables as t
from waqai.store.base import Filter
from waqai.store.conditions import E, sifted, within
from waqai.store.reading import Reading

VALUES = ("level", "type", "act", "status")
LENGTHS = {"day": 10, "month": 7, "year": 4}
COOPERATION = func.sum(case((E.quad <= 2, 1), else_=0))
CONFLICT = func.sum(case((E.quad >= 3, 1), else_=0))
INTENSITY = func.coalesce(func.avg(E.intensity), 0.0)


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
        period, s = func.substr(E.start, 1, LENGTHS[unit]), sifted(chosen, columns=True)
        query = (
            select(period.label("period"), func.count().label("events"), COOPERATION, CONFLICT, INTENSITY)
            .select_from(s.rows)
            .where(*s.conditions, E.start.is_not(None))
            .group_by(period)
            .order_by(period)
        )
        return [
            PeriodCount(period=p, events=n, cooperation=good, conflict=bad, intensity=round(float(score), 3))
            for p, n, good, bad, score in self._all(query)
        ]

    def by_value(self, chosen: Filter, field: str) -> dict[str, int]:
        """Events by "type", "act", "status" or "level", the most first."""
        return self.by_values(chosen, (field,))[field]

    def by_values(self, chosen: Filter, fields: Sequence[str]) -> dict[str, dict[str, int]]:
        """The same for several fields, for which the events are read once."""
        # In the order of an index that has them all.
        fields = sorted(fields, key=VALUES.index)
        columns, s = [E[field] for field in fields], sifted(chosen, columns=True)
        query = select(*columns, func.count()).select_from(s.rows).where(*s.conditions).group_by(*columns)
        counts: dict[str, Counter[str]] = {field: Counter() for field in fields}
        for *values, many in self._all(query):
            for field, value in zip(fields, values, strict=True):
                if value:
                    counts[field][str(value)] += many
        return {
            field: dict(sorted(count.items(), key=lambda item: (-item[1], item[0]))) for field, count in counts.items()
        }

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
        good, bad = (func.sum(case((test, 1), else_=0)) for test in (p.quad <= 2, p.quad >= 3))
        # Of an event without a date "" is kept; it is no first day.
        first, last = (func.nullif(of, "") for of in (func.min(func.nullif(p.start, "")), func.max(p.start)))
        query = (
            select(p.a, p.b, func.count(), good, bad, func.coalesce(func.avg(p.intensity), 0.0), first, last)
            .where(p.shown, *within(since, until))
            .group_by(p.a, p.b)
            .order_by(func.count().desc(), p.a, p.b)
        )
        if states:
            query = query.where(p.a.in_(states), p.b.in_(states))
        return [_pair(row) for row in self._all(query if limit is None else query.limit(limit))]

    def states(self) -> list[StateCount]:
        """States that take part in events, those in most first."""
        a, other, events = t.appearances.c, t.appearances.alias("other").c, func.count()
        dated = select(other.start).where(other.who == a.who, other.shown, other.start != "").limit(1)
        # The two ends are looked up: they are the first and the last of a state's rows.
        first, last = (dated.order_by(by).scalar_subquery() for by in (other.start.asc(), other.start.desc()))
        query = select(a.who, events, first, last).where(a.state, a.shown).group_by(a.who)
        query = query.order_by(events.desc(), a.who)
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
        n = t.entities.c
        conditions = [n.kind.in_(kinds), n.merged.is_(None), *([n.country == country] if country else [])]
        a = appearing(select(n.id).where(*conditions))
        query = (
            select(n.id, n.kind, n.name, n.latin, n.country, n.sector, a.c.events, a.c.last)
            .join_from(t.entities, a, a.c.who == n.id)
            .where(*conditions)
            .order_by(a.c.events.desc(), n.id)
            .limit(limit)
            .offset(offset)
        )
        return [EntityCount(**dict(zip(EntityCount.__struct_fields__, row, strict=True))) for row in self._all(query)]


def appearing(among: Select[Any]) -> Subquery:
    """Of entities: `who`, in how many `events` they appear, and the `last` day."""
    a = t.appearances.c
    query = select(a.who, func.count().label("events"), func.nullif(func.max(a.start), "").label("last"))
    return query.where(a.who.in_(among), a.shown).group_by(a.who).subquery()


def _pair(row: Any) -> PairCount:
    a, b, n, good, bad, score, first, last = row
    return PairCount(
        a=a, b=b, events=n, cooperation=good, conflict=bad, intensity=round(float(score), 3), first=first, last=last
    )
