"""What pages ask of a library beyond `View`: counts, pages of a list, who meets whom. Functions of an open view."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import and_, case, distinct, exists, func, or_, select

from waqai.model.library import Linked
from waqai.model.record import Entity
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.conditions import event_conditions
from waqai.store.rows import DECODE_LINKED, chunks


class Told(Struct, frozen=True, kw_only=True):
    """When documents told of an event: publication day of the first and the last of them."""

    first: str | None
    last: str | None


def count_events(view: Asking, chosen: Filter) -> int:
    """How many events a filter lets through."""
    query = select(func.count()).select_from(t.events).where(*event_conditions(chosen))
    return int(view.connection.execute(query).scalar_one())


def page_of_events(view: Asking, chosen: Filter, limit: int, offset: int = 0, newest: bool = True) -> list[Linked]:
    """Events in order of date, those without one last, from `offset` on."""
    e = t.events.c
    order = e.start.desc().nulls_last() if newest else e.start.asc().nulls_last()
    query = select(e.data).where(*event_conditions(chosen)).order_by(order, e.id).limit(limit).offset(offset)
    return [DECODE_LINKED(row.data) for row in view.connection.execute(query)]


def reach(view: Asking, chosen: Filter) -> tuple[str, str] | None:
    """The first and the last day with an event."""
    e = t.events.c
    query = select(func.min(e.start), func.max(e.start)).where(e.start.is_not(None), *event_conditions(chosen))
    first, last = view.connection.execute(query).one()
    return (first, last) if first else None


def histogram(view: Asking, chosen: Filter, length: int) -> list[tuple[str, str, int]]:
    """(period, type, how many), the period being the first `length` letters of the day: 4 year, 7 month, 10 day."""
    e = t.events.c
    period = func.substr(e.start, 1, length).label("period")
    query = (
        select(period, e.type, func.count())
        .where(e.start.is_not(None), *event_conditions(chosen))
        .group_by(period, e.type)
        .order_by(period, e.type)
    )
    return [(row[0], row[1], int(row[2])) for row in view.connection.execute(query)]


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
        select(e.id, e.data).where(e.id.in_(ids), e.review != "rejected").order_by(e.sources.desc(), e.id).limit(limit)
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
    return [(DECODE_LINKED(row.data), told[row.id]) for row in found]


def ties(view: Asking, chosen: Filter, limit: int) -> list[tuple[str, str, str, int]]:
    """(state, state, type, how many) of the pairs of states with events, those with most first."""
    p, e = t.pairs.c, t.events.c
    join = select(p.a, p.b).join(t.events, e.id == p.event).where(*event_conditions(chosen))
    top = join.group_by(p.a, p.b).order_by(func.count().desc(), p.a, p.b).limit(limit).subquery()
    query = (
        select(p.a, p.b, e.type, func.count())
        .join(t.events, e.id == p.event)
        .join(top, and_(top.c.a == p.a, top.c.b == p.b))
        .where(*event_conditions(chosen))
        .group_by(p.a, p.b, e.type)
        .order_by(p.a, p.b, e.type)
    )
    return [(row[0], row[1], row[2], int(row[3])) for row in view.connection.execute(query)]


def places(view: Asking, chosen: Filter, limit: int) -> list[tuple[str, str | None, int, Linked]]:
    """(place, state, how many, one of its events) of the places with events, those with most first."""
    e = t.events.c
    query = (
        select(e.place, e.country, func.count().label("many"), func.min(e.id).label("one"))
        .where(e.place.is_not(None), *event_conditions(chosen))
        .group_by(e.place, e.country)
        .order_by(func.count().desc(), e.place)
        .limit(limit)
    )
    rows = view.connection.execute(query).all()
    one = {event.id: event for event in _events(view, [row.one for row in rows])}
    return [(row.place, row.country, int(row.many), one[row.one]) for row in rows]


def _events(view: Asking, ids: Sequence[str]) -> list[Linked]:
    e = t.events.c
    return [
        DECODE_LINKED(row.data)
        for part in chunks(list(ids))
        for row in view.connection.execute(select(e.data).where(e.id.in_(part)))
    ]


def events_by_id(view: Asking, ids: Sequence[str]) -> dict[str, Linked]:
    """Events by id; what is not there is left out."""
    return {event.id: event for event in _events(view, ids)}


def entities_by_id(view: Asking, ids: Sequence[str]) -> dict[str, Entity]:
    """Entities by id; what is not there is left out."""
    c = t.entities.c
    out: dict[str, Entity] = {}
    for part in chunks(list(ids)):
        for row in view.connection.execute(select(t.entities).where(c.id.in_(part))):
            out[row.id] = Entity(
                id=row.id,
                kind=row.kind,
                name=row.name,
                latin=row.latin,
                country=row.country,
                sector=row.sector,
                wikidata=row.wikidata,
            )
    return out


def companions(view: Asking, entity: str, limit: int) -> list[tuple[str, int, str | None]]:
    """(entity, how many events shared, the last day) of those who stand beside an entity in events."""
    mine, other, e = t.event_parties.alias("mine"), t.event_parties.alias("other"), t.events.c
    query = (
        select(other.c.entity, func.count(distinct(e.id)), func.max(e.start))
        .select_from(mine)
        .join(other, and_(other.c.event == mine.c.event, other.c.entity != mine.c.entity))
        .join(t.events, e.id == mine.c.event)
        .where(mine.c.entity == entity, e.reports > 0, e.review != "rejected", e.status.in_(("happened", "ongoing")))
        .group_by(other.c.entity)
        .order_by(func.count(distinct(e.id)).desc(), other.c.entity)
        .limit(limit)
    )
    return [(row[0], int(row[1]), row[2]) for row in view.connection.execute(query)]


def partners(view: Asking, state: str, limit: int) -> list[tuple[str, int, str | None]]:
    """(state, how many events, the last day) of the states that a state has events with."""
    p, e = t.pairs.c, t.events.c
    other = case((p.a == state, p.b), else_=p.a).label("other")
    query = (
        select(other, func.count(), func.max(e.start))
        .join(t.events, e.id == p.event)
        .where(or_(p.a == state, p.b == state), e.reports > 0, e.review != "rejected")
        .group_by(other)
        .order_by(func.count().desc(), other)
        .limit(limit)
    )
    return [(row[0], int(row[1]), row[2]) for row in view.connection.execute(query)]


def organisations_of(view: Asking, state: str, limit: int) -> list[tuple[str, str, int]]:
    """(id, name, how many events) of a state's organisations."""
    c, p = t.entities.c, t.event_parties.c
    said = select(func.count(distinct(p.event))).where(p.entity == c.id).scalar_subquery()
    query = (
        select(c.id, c.name, said.label("many"))
        .where(c.country == state, c.kind.in_(("org", "organisation", "group")), exists().where(p.entity == c.id))
        .order_by(said.desc(), c.id)
        .limit(limit)
    )
    return [(row[0], row[1], int(row[2])) for row in view.connection.execute(query)]


def queue(view: Asking, chosen: Filter, limit: int, offset: int = 0) -> list[Linked]:
    """Events nobody has decided on, those first that are doubtful and matter.

    Doubt: what is missing to certainty, and whether reports contradict one another. Weight: how many independent
    sources tell it, five at most. A finer order is not worth reading every event for.
    """
    e = t.events.c
    doubt = (1.05 - e.confidence) + case((e.contested, 0.6), else_=0.0) + case((e.start.is_(None), 0.1), else_=0.0)
    weight = 1.0 + case((e.sources > 5, 5), else_=e.sources) * 0.25
    query = select(e.data).where(*event_conditions(chosen)).order_by((doubt * weight).desc(), e.id)
    return [DECODE_LINKED(row.data) for row in view.connection.execute(query.limit(limit).offset(offset))]


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
