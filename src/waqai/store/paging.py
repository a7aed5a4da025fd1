"""Long lists of a library in parts, from where the part before ended. Functions of an open view."""

import hashlib

from msgspec.structs import replace
from sqlalchemy import ColumnElement, and_, func, or_, select

from waqai.errors import BadValue
from waqai.model.library import Kept, Linked
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.conditions import event_conditions

STAMP = select(
    *(select(func.max(of.c.n)).scalar_subquery() for of in (t.documents, t.observations, t.corrections, t.changes)),
    select(func.min(t.pending.c.document)).scalar_subquery(),
)


def stamp(view: Asking) -> str:
    """What differs whenever an answer might: hash of the last numbers of all that is kept, and of what waits."""
    row = view.connection.execute(STAMP).one()
    return hashlib.sha256(repr(tuple(row)).encode()).hexdigest()[:16]


def events_part(
    view: Asking, chosen: Filter, limit: int, after: str | None = None, newest: bool = True
) -> tuple[list[Linked], str | None]:
    """Events in order of date, those without one last, and where the next part begins.

    Args:
        view: the library.
        chosen: which events.
        limit: at most so many.
        after: what the part before gave; `None` is the first part.
        newest: the newest first.

    Raises:
        BadValue: `after` is nothing that a part gave.
    """
    e = t.events.c
    start, id_ = _place(after)
    conditions = event_conditions(chosen)
    found: list[tuple[str | None, str]] = []
    if after is None or start:
        dated = [*conditions, e.start.is_not(None), *([_beyond(start, id_, newest)] if after else [])]
        order = e.start.desc() if newest else e.start.asc()
        query = select(e.start, e.id).where(*dated).order_by(order, e.id).limit(limit + 1)
        found = [(row.start, row.id) for row in view.connection.execute(query)]
    if len(found) <= limit:
        undated = [*conditions, e.start.is_(None), *([e.id > id_] if after and not start else [])]
        query = select(e.start, e.id).where(*undated).order_by(e.id).limit(limit + 1 - len(found))
        found += [(row.start, row.id) for row in view.connection.execute(query)]
    more = len(found) > limit
    found = found[:limit]
    ids = tuple(event for _, event in found)
    by_id = {event.id: event for event in view.events(replace(chosen, ids=ids))} if ids else {}
    ends = f"{found[-1][0] or ''}~{found[-1][1]}" if more else None
    return [by_id[id_] for id_ in ids], ends


def _place(after: str | None) -> tuple[str, str]:
    if after is None:
        return "", ""
    start, mark, id_ = after.partition("~")
    if not mark or not id_ or not after.isprintable() or len(after) > 200:
        raise BadValue(f"after «{after[:60]}» is not what a list gave as «next»: begin without it")
    return start, id_


def _beyond(start: str, id_: str, newest: bool) -> ColumnElement[bool]:
    e = t.events.c
    # The first condition lets the index be used; the second decides within a day.
    on_or_beyond, beyond = (e.start <= start, e.start < start) if newest else (e.start >= start, e.start > start)
    return and_(on_or_beyond, or_(beyond, e.id > id_))


def documents_part(
    view: Asking,
    limit: int,
    after: int | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    outlet: str | None = None,
) -> tuple[list[Kept], int | None]:
    """Documents, the last that arrived first, and where the next part begins."""
    d = t.documents.c
    query = select(d.n).order_by(d.n.desc()).limit(limit + 1)
    if after is not None:
        query = query.where(d.n < after)
    if since:
        query = query.where(d.published >= since)
    if until:
        query = query.where(d.published <= until)
    if outlet:
        query = query.where(d.outlet == outlet)
    numbers = [row.n for row in view.connection.execute(query)]
    found = view.documents(numbers[:limit])
    return [found[n] for n in numbers[:limit]], numbers[limit - 1] if len(numbers) > limit else None
