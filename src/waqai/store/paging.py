"""Long lists of a library in parts, from where the part before ended. Functions of an open view."""

import hashlib

from sqlalchemy import ColumnElement, and_, func, or_, select

from waqai.errors import BadValue
from waqai.model.library import Kept, Linked
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.conditions import Sifted, sifted

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
    start, id_ = _place(after)
    s = sifted(chosen)
    found: list[tuple[str, str]] = []
    if after is None or start:
        dated = [*s.conditions, s.start > "", *([_beyond(s, start, id_, newest)] if after else [])]
        order = s.start.desc() if newest else s.start.asc()
        query = select(s.start, s.event).select_from(s.rows).where(*dated).order_by(order, s.event).limit(limit + 1)
        found = [(row[0], row[1]) for row in view.connection.execute(query)]
    if len(found) <= limit:
        undated = [*s.conditions, s.undated, *([s.event > id_] if after and not start else [])]
        rest = select(s.event).select_from(s.rows).where(*undated).order_by(s.event).limit(limit + 1 - len(found))
        found += [("", row[0]) for row in view.connection.execute(rest)]
    ends = "~".join(found[limit - 1]) if len(found) > limit else None
    return view.linked_events([event for _, event in found[:limit]]), ends


def _place(after: str | None) -> tuple[str, str]:
    if after is None:
        return "", ""
    start, mark, id_ = after.partition("~")
    if not mark or not id_ or not after.isprintable() or len(after) > 200:
        raise BadValue(f"after «{after[:60]}» is not what a list gave as «next»: begin without it")
    return start, id_


def _beyond(s: Sifted, start: str, id_: str, newest: bool) -> ColumnElement[bool]:
    # The first condition lets the index be used; the second decides within a day.
    on_or_beyond, beyond = (s.start <= start, s.start < start) if newest else (s.start >= start, s.start > start)
    return and_(on_or_beyond, or_(beyond, s.event > id_))


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
