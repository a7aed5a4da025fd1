"""Reading events, reports and what `waqai search` finds, on any backend."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from waqai.model.counts import EntityCount
from waqai.model.library import Correction, Kept, Linked, Name, Report
from waqai.model.record import Entity
from waqai.store import tables as t
from waqai.store.base import Filter
from waqai.store.conditions import sifted
from waqai.store.counting import appearing
from waqai.store.rows import DECODE_REPORT, chunks, correction
from waqai.store.tenures import Tenures

ENTITY = tuple(t.entities.c[name] for name in ("id", "kind", "name", "latin", "country", "sector", "wikidata"))
MATCHES = 2_000
"""Of so many newest matches a search with filters takes its answers."""


class Asking(Tenures):
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

    def entities_by_id(self, ids: Sequence[str]) -> dict[str, Entity]:
        """Entities by id; what is not there is left out."""
        found = (self._all(select(*ENTITY).where(t.entities.c.id.in_(part))) for part in chunks(ids))
        return {row.id: Entity(**row._mapping) for rows in found for row in rows}

    def entity_now(self, id_: str) -> Entity | None:
        """The entity that `id_` leads to now, also where it was merged since."""
        now = self.resolve_entity(id_)
        return self.entities_by_id([now]).get(now) if now else None

    def state_entity(self, code: str) -> Entity | None:
        """The entity that a state is, where documents name it."""
        e = t.entities.c
        query = select(*ENTITY).where(e.kind == "state", e.country == code, e.merged.is_(None))
        row = self.connection.execute(query.order_by(e.id).limit(1)).first()
        return Entity(**row._mapping) if row else None

    def known_entities(self, ids: Sequence[str]) -> set[str]:
        """Of these ids, those of an entity."""
        e = t.entities.c
        return {row.id for part in chunks(ids) for row in self._all(select(e.id).where(e.id.in_(part)))}

    def merged_entities(self) -> dict[str, str]:
        """Entity → the one it was merged into."""
        e = t.entities.c
        return {row.id: row.merged for row in self._all(select(e.id, e.merged).where(e.merged.is_not(None)))}

    def event(self, id_: str) -> Linked | None:
        """The event with a public id, also one that was merged since or rejected."""
        now = self.resolve(id_)
        found = self.linked_events([now] if now else [])
        return found[0] if found and found[0].reports else None

    def events(self, chosen: Filter, limit: int | None = None, newest: bool = False) -> list[Linked]:
        """Events in order of date; those without date last."""
        if chosen.ids is not None and len(chosen.ids) > 400:
            return [e for part in chunks(chosen.ids) for e in self.events(_only(chosen, part), limit, newest)]
        s = sifted(chosen)
        query = select(s.event).select_from(s.rows).where(*s.conditions).order_by(*s.order(newest))
        rows = self._all(query if limit is None else query.limit(limit))
        return self.linked_events([row[0] for row in rows])

    def linked_events(self, ids: Sequence[str]) -> list[Linked]:
        """Events with their links, in the order of their ids; what is not there is left out."""
        return self._with_links(self.events_by_id(ids))

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
        found = self.entities_by_id(sorted(set(homes.values())))
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
        s = sifted(chosen)
        query = select(r.document).select_from(s.rows.join(t.reports, r.linked == s.event))
        query = query.where(r.current, *s.conditions).distinct().order_by(r.document)
        return [row.document for row in self._all(query)]

    def _with_events(self, numbers: list[int] | None, chosen: Filter, limit: int) -> list[int]:
        r, s = t.reports.c, sifted(chosen)
        query = (
            select(r.document)
            .select_from(s.rows.join(t.reports, r.linked == s.event))
            .where(r.current, *s.conditions)
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
        n = t.names.c
        padded = " " + n.folded + " "
        named = select(n.entity).where(*(padded.contains(f" {word} ", autoescape=True) for word in words))
        if kinds:
            named = named.where(n.kind.in_(kinds))
        return self._counted_entities(named, limit)

    def _counted_entities(self, named: Select[Any], limit: int) -> list[EntityCount]:
        e, a = t.entities.c, appearing(named)
        events = func.coalesce(a.c.events, 0)
        query = (
            select(e.id, e.kind, e.name, e.latin, e.country, e.sector, events, a.c.last)
            .join_from(t.entities, a, a.c.who == e.id, isouter=True)
            .where(e.id.in_(named), e.merged.is_(None))
            .order_by(events.desc(), e.id)
            .limit(limit)
        )
        return [EntityCount(**dict(zip(EntityCount.__struct_fields__, row, strict=True))) for row in self._all(query)]

    def find_latin(self, name: str, kinds: Sequence[str]) -> list[EntityCount]:
        """Entities with a name in Latin letters; those in more events first."""
        e = t.entities.c
        named = select(e.id).where(func.lower(e.latin) == name.lower(), e.kind.in_(kinds))
        return self._counted_entities(named, 20)

    def names_of(self, entity: str) -> list[str]:
        """Every name that documents give an entity."""
        query = select(t.names.c.name).where(t.names.c.entity == entity).distinct().order_by(t.names.c.name)
        return [row.name for row in self._all(query)]

    def places(self) -> list[str]:
        """Names of the places of events."""
        query = select(t.events.c.place).where(t.events.c.place.is_not(None)).distinct().order_by(t.events.c.place)
        return [row.place for row in self._all(query)]


def _only(chosen: Filter, ids: Sequence[str]) -> Filter:
    return msgspec.structs.replace(chosen, ids=tuple(ids))


def as_merged(report: Report, merged: Mapping[str, str]) -> Report:
    """A report whose parties are the entities that they were merged into."""
    if not any(party.entity in merged for party in report.parties):
        return report
    replace = msgspec.structs.replace
    return replace(report, parties=tuple(replace(p, entity=merged.get(p.entity, p.entity)) for p in report.parties))
