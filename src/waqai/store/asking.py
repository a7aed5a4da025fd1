"""Reading events, reports and what `waqai search` finds, on any backend."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, func, select

from waqai.model.counts import EntityCount
from waqai.model.library import Correction, Kept, Linked, Name, Report
from waqai.model.record import Entity
from waqai.store import tables as t
from waqai.store.base import Filter
from waqai.store.conditions import event_conditions
from waqai.store.pairs import Pairs
from waqai.store.rows import DECODE_LINKED, DECODE_REPORT, chunks, correction

MATCHES = 2_000
"""Of so many newest matches a search with filters takes its answers."""


class Asking(Pairs):
    """Reads through one connection."""

    def resolve(self, id_: str) -> str | None:
        """The public id that `id_` leads to now: an event's id is the id of its first report, and stays one's."""
        row = self.connection.execute(select(t.reports.c.linked).where(t.reports.c.id == id_)).first()
        return str(row.linked) if row else None

    def resolve_entity(self, id_: str) -> str | None:
        """The entity that `id_` leads to now, also where it was merged since."""
        e = t.entities.c
        row = self.connection.execute(select(e.id, e.merged).where(e.id == id_)).first()
        return str(row.merged or row.id) if row else None

    def merged_entities(self) -> dict[str, str]:
        """Entity → the one it was merged into."""
        e = t.entities.c
        return {row.id: row.merged for row in self._all(select(e.id, e.merged).where(e.merged.is_not(None)))}

    def event(self, id_: str) -> Linked | None:
        """The event with a public id, also one that was merged since or rejected."""
        e = t.events.c
        rows = self._all(select(e.data).where(e.id == self.resolve(id_), e.reports > 0))
        found = self._with_links([DECODE_LINKED(row.data) for row in rows])
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
        return self._with_links([DECODE_LINKED(row.data) for row in self._all(query)])

    def reports_of(self, events: Sequence[str]) -> dict[str, list[Report]]:
        """Current reports of events, in order of arrival, their parties as the entities that they are now."""
        out: dict[str, list[Report]] = {event: [] for event in events}
        merged = self.merged_entities()
        r = t.reports.c
        for part in chunks(list(out)):
            query = select(r.linked, r.data).where(r.linked.in_(part), r.current).order_by(r.document, r.n)
            for row in self._all(query):
                out[row.linked].append(as_merged(DECODE_REPORT(row.data), merged))
        return out

    def history(self, event: str) -> list[Correction]:
        """The lines of the ledger that decide on an event, also under the ids it had before, oldest first."""
        c = t.corrections.c
        mine = select(t.reports.c.id).where(t.reports.c.linked == event)
        query = select(t.corrections).where(c.target.in_(mine)).order_by(c.n)
        return [correction(row) for row in self._all(query)]

    def reports_of_documents(self, numbers: Sequence[int]) -> dict[int, list[tuple[Report, str]]]:
        """Reports, also those no longer read, each with its event."""
        out: dict[int, list[tuple[Report, str]]] = {}
        r = t.reports.c
        for part in chunks(numbers):
            for row in self._all(select(r.document, r.linked, r.data).where(r.document.in_(part)).order_by(r.n)):
                out.setdefault(row.document, []).append((DECODE_REPORT(row.data), row.linked))
        return out

    def names(self, observed: Sequence[str]) -> dict[str, Name]:
        """Names by id in the records."""
        out: dict[str, Name] = {}
        for part in chunks(observed):
            rows = self._all(select(t.names).where(t.names.c.observed.in_(part)))
            out.update((row.observed, Name(*row)) for row in rows)
        return out

    def entities_of(self, observed: Sequence[str]) -> dict[str, Entity]:
        """Id of an entity in the records → the entity of the library."""
        homes = {id_: name.entity for id_, name in self.names(observed).items()}
        found: dict[str, Entity] = {}
        e = t.entities
        for part in chunks(sorted(set(homes.values()))):
            for row in self._all(
                select(e.c.id, e.c.kind, e.c.name, e.c.latin, e.c.country, e.c.sector, e.c.wikidata).where(
                    e.c.id.in_(part)
                )
            ):
                found[row.id] = Entity(**dict(row._mapping))
        return {id_: found[home] for id_, home in homes.items() if home in found}

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

    def documents_telling(self, chosen: Filter) -> list[int]:
        """Numbers of the documents that tell events, in order of arrival."""
        r = t.reports.c
        query = select(r.document).join(t.events, t.events.c.id == r.linked)
        query = query.where(r.current, *event_conditions(chosen)).distinct().order_by(r.document)
        return [row.document for row in self._all(query)]

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

    def find_entities(self, words: Sequence[str], kinds: Sequence[str], limit: int = 20) -> list[EntityCount]:
        """Entities with a name that has all the folded words; those in more events first."""
        n, p, e = t.names.c, t.event_parties.c, t.entities.c
        events = func.count(p.event.distinct())
        padded = " " + n.folded + " "
        named = select(n.entity).where(*(padded.contains(f" {word} ", autoescape=True) for word in words))
        query = (
            select(e.id, e.kind, e.name, e.latin, e.country, e.sector, events, func.max(t.events.c.start))
            .join_from(t.entities, t.event_parties, p.entity == e.id, isouter=True)
            .join(t.events, t.events.c.id == p.event, isouter=True)
            .where(e.id.in_(named), e.merged.is_(None))
            .group_by(e.id, e.kind, e.name, e.latin, e.country, e.sector)
            .order_by(events.desc(), e.id)
            .limit(limit)
        )
        if kinds:
            query = query.where(e.kind.in_(kinds))
        return [EntityCount(**dict(zip(EntityCount.__struct_fields__, row, strict=True))) for row in self._all(query)]

    def names_of(self, entity: str) -> list[str]:
        """Every name that documents give an entity."""
        query = select(t.names.c.name).where(t.names.c.entity == entity).distinct().order_by(t.names.c.name)
        return [row.name for row in self._all(query)]

    def places(self) -> list[str]:
        """Names of the places of events."""
        query = select(t.events.c.place).where(t.events.c.place.is_not(None)).distinct().order_by(t.events.c.place)
        return [row.place for row in self._all(query)]

    def tenures(
        self,
        *conditions: ColumnElement[bool],
        country: str | None = None,
        office: str | None = None,
        person: str | None = None,
        limit: int = 200,
    ) -> list[Any]:
        """Who is seen in which office, from when to when, in how many documents.

        Args:
            conditions: on the tables, for those who know them.
            country: of this state.
            office: this one.
            person: held by this entity.
            limit: at most so many.
        """
        s, n = t.seen_tenures.c, t.names.c
        wanted = ((s.country, country), (s.office, office), (n.entity, person))
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
            .where(~s.former, *conditions, *(column == value for column, value in wanted if value))
            .group_by(n.entity, t.entities.c.name, s.office, s.country, s.organisation)
            .order_by(s.country, s.office, func.min(s.seen))
            .limit(limit)
        )
        return list(self._all(query))


def _only(chosen: Filter, ids: Sequence[str]) -> Filter:
    return msgspec.structs.replace(chosen, ids=tuple(ids))


def as_merged(report: Report, merged: Mapping[str, str]) -> Report:
    """A report whose parties are the entities that they were merged into."""
    if not any(party.entity in merged for party in report.parties):
        return report
    replace = msgspec.structs.replace
    return replace(report, parties=tuple(replace(p, entity=merged.get(p.entity, p.entity)) for p in report.parties))
