"""Reading events, reports and what `waqai search` finds, on any backend."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from waqai.model.library import Correction, Kept, Linked, Report
from waqai.store import tables as t
from waqai.store.base import Filter
from waqai.store.reading import Reading
from waqai.store.rows import DECODE_LINKED, DECODE_REPORT, chunks, correction

MATCHES = 2_000
"""Of so many newest matches a search with filters takes its answers."""


class Asking(Reading):
    """Reads through one connection."""

    def resolve(self, id_: str) -> str | None:
        """The public id that `id_` leads to now: an event's id is the id of its first report, and stays one's."""
        row = self.connection.execute(select(t.reports.c.linked).where(t.reports.c.id == id_)).first()
        return str(row.linked) if row else None

    def event(self, id_: str) -> Linked | None:
        """The event with a public id, also one that was merged since."""
        now = self.resolve(id_)
        found = self.events(Filter(ids=(now,))) if now else []
        return found[0] if found else None

    def events(self, chosen: Filter, limit: int | None = None, newest: bool = False) -> list[Linked]:
        """Events in order of date; those without date last."""
        if chosen.ids is not None and len(chosen.ids) > 400:
            return [e for part in chunks(chosen.ids) for e in self.events(_only(chosen, part), limit, newest)]
        e = t.events.c
        order = e.start.desc().nulls_last() if newest else e.start.asc().nulls_last()
        query = select(e.data).where(*event_conditions(chosen)).order_by(order, e.id)
        if limit is not None:
            query = query.limit(limit)
        return [DECODE_LINKED(row.data) for row in self._all(query)]

    def reports_of(self, events: Sequence[str]) -> dict[str, list[Report]]:
        """Current reports of events, in order of arrival."""
        out: dict[str, list[Report]] = {event: [] for event in events}
        r = t.reports.c
        for part in chunks(list(out)):
            query = select(r.linked, r.data).where(r.linked.in_(part), r.current).order_by(r.document, r.n)
            for row in self._all(query):
                out[row.linked].append(DECODE_REPORT(row.data))
        return out

    def history(self, event: str) -> list[Correction]:
        """The lines of the ledger that decide on an event, also under the ids it had before, oldest first."""
        c = t.corrections.c
        mine = select(t.reports.c.id).where(t.reports.c.linked == event)
        query = select(t.corrections).where(c.target.in_(mine)).order_by(c.n)
        return [correction(row) for row in self._all(query)]

    def firsts(self, numbers: Sequence[int]) -> dict[int, int]:
        """Document → the first printing of its text, where it is a copy."""
        out: dict[int, int] = {}
        c = t.copies.c
        for part in chunks(numbers):
            out.update((x.document, x.first) for x in self._all(select(t.copies).where(c.document.in_(part))))
        return out

    def search(self, terms: Sequence[Sequence[str]], chosen: Filter, limit: int) -> list[Kept]:
        """Documents with all the terms and an event that the filter lets through, the newest first."""
        filtered = chosen != Filter()
        numbers = self._matches(terms, MATCHES if filtered else limit) if terms else None
        if filtered:
            numbers = self._with_events(numbers, chosen, limit)
        found = self.documents(numbers or [])
        ordered = sorted(found.values(), key=lambda k: (k.document.published or "", k.n), reverse=True)
        return ordered[:limit]

    def _with_events(self, numbers: list[int] | None, chosen: Filter, limit: int) -> list[int]:
        r = t.reports.c
        query = (
            select(r.document)
            .join(t.events, t.events.c.id == r.linked)
            .where(r.current, *event_conditions(chosen))
            .group_by(r.document)
            .order_by(r.document.desc())
        )
        if numbers is None:
            return [row.document for row in self._all(query.limit(limit))]
        out: list[int] = []
        for part in chunks(numbers):
            out.extend(row.document for row in self._all(query.where(r.document.in_(part))))
            if len(out) >= limit:
                break
        return out

    def _matches(self, terms: Sequence[Sequence[str]], limit: int) -> list[int]:
        """Numbers of documents that have all the terms, the latest first; each backend has its own."""
        raise NotImplementedError

    def find_entities(self, words: Sequence[str], kinds: Sequence[str], limit: int = 20) -> list[Any]:
        """Entities with a name that has all the folded words; those in more events first."""
        n, p = t.names.c, t.event_parties.c
        said = select(func.count()).select_from(t.event_parties).where(p.entity == t.entities.c.id).scalar_subquery()
        padded = " " + n.folded + " "
        query = (
            select(t.entities, said.label("events"))
            .where(
                t.entities.c.id.in_(
                    select(n.entity).where(*(padded.contains(f" {word} ", autoescape=True) for word in words))
                )
            )
            .order_by(said.desc(), t.entities.c.id)
            .limit(limit)
        )
        if kinds:
            query = query.where(t.entities.c.kind.in_(kinds))
        return list(self._all(query))

    def names_of(self, entity: str) -> list[str]:
        """Every name that documents give an entity."""
        query = select(t.names.c.name).where(t.names.c.entity == entity).distinct().order_by(t.names.c.name)
        return [row.name for row in self._all(query)]

    def tenures(self, *conditions: ColumnElement[bool], limit: int = 200) -> list[Any]:
        """Who is seen in which office, from when to when, in how many documents."""
        s, n = t.seen_tenures.c, t.names.c
        query: Select[Any] = (
            select(
                n.entity.label("person"),
                t.entities.c.name,
                s.office,
                s.country,
                s.organisation,
                func.min(s.seen).label("first_seen"),
                func.max(s.seen).label("last_seen"),
                func.count(s.document.distinct()).label("reports"),
            )
            .join_from(t.seen_tenures, t.names, n.observed == s.person)
            .join(t.entities, t.entities.c.id == n.entity)
            .where(~s.former, *conditions)
            .group_by(n.entity, t.entities.c.name, s.office, s.country, s.organisation)
            .order_by(s.country, s.office, func.min(s.seen))
            .limit(limit)
        )
        return list(self._all(query))


def _only(chosen: Filter, ids: Sequence[str]) -> Filter:
    import msgspec

    return msgspec.structs.replace(chosen, ids=tuple(ids))


def event_conditions(chosen: Filter) -> list[ColumnElement[bool]]:
    """The conditions of a filter on `events`."""
    e = t.events.c
    out: list[ColumnElement[bool]] = [e.reports > 0]
    for column, values in ((e.type, chosen.types), (e.act, chosen.acts), (e.status, chosen.statuses)):
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
