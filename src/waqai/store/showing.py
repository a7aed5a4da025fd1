"""What pages ask of a library beyond `View`: counts, pages of a list, who meets whom. Functions of an open view."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import and_, case, distinct, func, or_, select

from waqai.model.library import Linked
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.conditions import event_conditions, pair_conditions, sifted
from waqai.store.counting import appearing
from waqai.store.rows import chunks


class Told(Struct, frozen=True, kw_only=True):
    """When documents told of an event: publication day of the first and the last of them."""

    first: str | None
    last: str | None


def count_events(view: Asking, chosen: Filter) -> int:
    """How many events a filter lets through."""
    s = sifted(chosen)
    query = select(func.count()).select_from(s.rows).where(*s.conditions)
    return int(view.connection.execute(query).scalar_one())


def page_of_events(view: Asking, chosen: Filter, limit: int, offset: int = 0, newest: bool = True) -> list[Linked]:
    """Events in order of date, those without one last, from `offset` on."""
    s = sifted(chosen)
    query = select(s.event).select_from(s.rows).where(*s.conditions).order_by(*s.order(newest))
    return view.events_by_id([row[0] for row in view.connection.execute(query.limit(limit).offset(offset))])


def reach(view: Asking, chosen: Filter) -> tuple[str, str] | None:
    """The first and the last day with an event."""
    s = sifted(chosen)
    dated = select(s.start).select_from(s.rows).where(s.start > "", *s.conditions).limit(1)
    first, last = (view.connection.execute(dated.order_by(by)).scalar() for by in (s.start.asc(), s.start.desc()))
    return (first, last) if first and last else None


def histogram(view: Asking, chosen: Filter, length: int) -> list[tuple[str, str, int]]:
    """(period, type, how many), the period being the first `length` letters of the day: 4 year, 7 month, 10 day."""
    e, s = t.events.c, sifted(chosen, columns=True)
    period = func.substr(e.start, 1, length).label("period")
    query = (
        select(period, e.type, func.count())
        .select_from(s.rows)
        .where(e.start.is_not(None), *s.conditions)
        .group_by(period, e.type)
        .order_by(period, e.type)
    )
    return [(row[0], row[1], int(row[2])) for row in view.connection.execute(query)]


def intensities(view: Asking, chosen: Filter, length: int) -> list[tuple[str, int, float]]:
    """(period, quad class, PLOVER's scores added up), the period as in `histogram`."""
    e, s = t.events.c, sifted(chosen, columns=True)
    period = func.substr(e.start, 1, length).label("period")
    query = select(period, e.quad, func.sum(e.intensity)).select_from(s.rows).where(e.start.is_not(None), *s.conditions)
    rows = view.connection.execute(query.group_by(period, e.quad).order_by(period, e.quad))
    return [(row[0], int(row[1] or 0), float(row[2] or 0)) for row in rows]


def levels(view: Asking, chosen: Filter) -> list[tuple[str, int, str | None]]:
    """(rank of the highest office named, how many events, the last day)."""
    e, s = t.events.c, sifted(chosen, columns=True)
    level = func.coalesce(e.level, "").label("rank")
    query = select(level, func.count(), func.max(e.start)).select_from(s.rows).where(*s.conditions).group_by(level)
    return [(row[0], int(row[1]), row[2]) for row in view.connection.execute(query)]


def events_after(view: Asking, chosen: Filter, day: str | None, limit: int) -> list[Linked]:
    """Events that begin after a day, the next first, and then those without a date."""
    s = sifted(chosen, columns=True)
    later = or_(s.start > (day or ""), s.undated)
    query = select(s.event).select_from(s.rows).where(later, *s.conditions).order_by(*s.order(newest=False))
    return view.events_by_id([row[0] for row in view.connection.execute(query.limit(limit))])


def days(view: Asking, until: str | None, limit: int) -> list[tuple[str, int]]:
    """The latest days with publications, not after `until`, and how many documents each has."""
    d = t.documents.c
    query = select(d.published, func.count()).where(d.published.is_not(None)).group_by(d.published)
    if until:
        query = query.where(d.published <= until)
    rows = view.connection.execute(query.order_by(d.published.desc()).limit(limit))
    return [(row[0], int(row[1])) for row in rows]


def day_after(view: Asking, day: str) -> str | None:
    """The next day with publications."""
    d = t.documents.c
    return view.connection.execute(select(func.min(d.published)).where(d.published > day)).scalar()


def told_on(view: Asking, day: str, limit: int) -> list[tuple[Linked, Told]]:
    """Events that documents of a day tell, each with when it was told first and last."""
    r, d, e = t.reports.c, t.documents.c, t.events.c
    ids = select(r.linked).join(t.documents, d.n == r.document).where(d.published == day, r.current).distinct()
    found = view.connection.execute(
        select(e.id).where(e.id.in_(ids), e.review != "rejected").order_by(e.sources.desc(), e.id).limit(limit)
    ).all()
    told: dict[str, Told] = {}
    for part in chunks([row.id for row in found]):
        query = (
            select(r.linked, func.min(d.published), func.max(d.published))
            .join(t.documents, d.n == r.document)
            .where(r.linked.in_(part), r.current)
            .group_by(r.linked)
        )
        told.update((row[0], Told(first=row[1], last=row[2])) for row in view.connection.execute(query))
    return [(event, told[event.id]) for event in view.events_by_id([row.id for row in found])]


def ties(view: Asking, chosen: Filter, limit: int) -> list[tuple[str, str, str, int]]:
    """(state, state, type, how many) of the pairs of states with events, those with most first."""
    p, conditions = t.pairs.c, pair_conditions(chosen)
    query = select(p.a, p.b, p.type, func.count()).group_by(p.a, p.b, p.type).order_by(p.a, p.b, p.type)
    if conditions is None:
        found = event_conditions(chosen)
        query = query.join_from(t.pairs, t.events, t.events.c.id == p.event).where(*found)
    else:
        query = query.where(*conditions)
    rows = [(row[0], row[1], row[2], int(row[3])) for row in view.connection.execute(query)]
    many: Counter[tuple[str, str]] = Counter()
    for a, b, _, n in rows:
        many[a, b] += n
    top = set(sorted(many, key=lambda pair: (-many[pair], pair))[:limit])
    return [row for row in rows if row[:2] in top]


def places(view: Asking, chosen: Filter, limit: int) -> list[tuple[str, str | None, int, Linked]]:
    """(place, state, how many, one of its events) of the places with events, those with most first."""
    e, s = t.events.c, sifted(chosen, columns=True)
    query = (
        select(e.place, e.country, func.count().label("many"), func.min(e.id).label("one"))
        .select_from(s.rows)
        .where(e.place.is_not(None), *s.conditions)
        .group_by(e.place, e.country)
        .order_by(func.count().desc(), e.place)
        .limit(limit)
    )
    rows = view.connection.execute(query).all()
    one = events_by_id(view, [row.one for row in rows])
    return [(row.place, row.country, int(row.many), one[row.one]) for row in rows]


def events_by_id(view: Asking, ids: Sequence[str]) -> dict[str, Linked]:
    """Events by id; what is not there is left out."""
    return {event.id: event for event in view.events_by_id(ids)}


def companions(view: Asking, entity: str, limit: int) -> list[tuple[str, int, str | None]]:
    """(entity, how many events shared, the last day) of those who stand beside an entity in events."""
    mine, other, e = t.appearances, t.event_parties.alias("other"), t.events.c
    query = (
        select(other.c.entity, func.count(distinct(e.id)), func.max(e.start))
        .select_from(mine)
        .join(other, and_(other.c.event == mine.c.event, other.c.entity != entity))
        .join(t.events, e.id == mine.c.event)
        .where(mine.c.who == entity, mine.c.shown, e.status.in_(("happened", "ongoing")))
        .group_by(other.c.entity)
        .order_by(func.count(distinct(e.id)).desc(), other.c.entity)
        .limit(limit)
    )
    return [(row[0], int(row[1]), row[2]) for row in view.connection.execute(query)]


def partners(view: Asking, state: str, limit: int) -> list[tuple[str, int, str | None]]:
    """(state, how many events, the last day) of the states that a state has events with."""
    p = t.pairs.c
    other = case((p.a == state, p.b), else_=p.a).label("other")
    query = (
        select(other, func.count(), func.nullif(func.max(p.start), ""))
        .where(or_(p.a == state, p.b == state), p.shown)
        .group_by(other)
        .order_by(func.count().desc(), other)
        .limit(limit)
    )
    return [(row[0], int(row[1]), row[2]) for row in view.connection.execute(query)]


def organisations_of(view: Asking, state: str, limit: int) -> list[tuple[str, str, int]]:
    """(id, name, how many events) of a state's organisations."""
    c = t.entities.c
    a = appearing(select(c.id).where(c.country == state, c.kind.in_(("org", "organisation", "group"))))
    query = select(c.id, c.name, a.c.events).join_from(a, t.entities, c.id == a.c.who)
    query = query.order_by(a.c.events.desc(), c.id).limit(limit)
    return [(row[0], row[1], int(row[2])) for row in view.connection.execute(query)]


def queue(view: Asking, chosen: Filter, limit: int, offset: int = 0) -> list[Linked]:
    """Events nobody has decided on, those first that are doubtful and matter.

    Doubt: what is missing to certainty, and whether reports contradict one another. Weight: how many independent
    sources tell it, five at most. A finer order is not worth reading every event for.
    """
    e = t.events.c
    doubt = (1.05 - e.confidence) + case((e.contested, 0.6), else_=0.0) + case((e.start.is_(None), 0.1), else_=0.0)
    weight = 1.0 + case((e.sources > 5, 5), else_=e.sources) * 0.25
    s = sifted(chosen, columns=True)
    query = select(e.id).select_from(s.rows).where(*s.conditions).order_by((doubt * weight).desc(), e.id)
    return view.events_by_id([row.id for row in view.connection.execute(query.limit(limit).offset(offset))])


def review_counts(view: Asking) -> dict[str, int]:
    """How many events have each decision; "" is none yet."""
    e = t.events.c
    rows = view.connection.execute(select(e.review, func.count()).where(e.reports > 0).group_by(e.review))
    return {row[0]: int(row[1]) for row in rows}


def versions(view: Asking) -> list[tuple[str, int]]:
    """(version of the reader, how many readings)."""
    o = t.observations.c
    rows = view.connection.execute(select(o.version, func.count()).group_by(o.version).order_by(o.version))
    return [(row[0], int(row[1])) for row in rows]


def outlets(view: Asking, limit: int) -> list[tuple[str | None, int]]:
    """(outlet, how many documents), the most first."""
    d = t.documents.c
    rows = view.connection.execute(
        select(d.outlet, func.count()).group_by(d.outlet).order_by(func.count().desc(), d.outlet).limit(limit)
    )
    return [(row[0], int(row[1])) for row in rows]
