"""What linking reads and writes of a library, on any backend."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import delete, insert, select, update

from waqai.model.library import Linked, Name, Report
from waqai.model.record import Entity, Tenure
from waqai.store import tables as t
from waqai.store.accord_rows import AccordRows
from waqai.store.rows import chunks, now


class Linking(AccordRows):
    """Reads and writes through one connection, in the transaction it is in."""

    def take_pending(self, limit: int) -> list[int]:
        """Numbers of documents to link next; others wait until the transaction ends."""
        return self.pending(limit)

    def linked(self, numbers: Sequence[int]) -> None:
        """These documents wait no more."""
        for part in chunks(numbers):
            self.connection.execute(delete(t.pending).where(t.pending.c.document.in_(part)))

    def reports_in_blocks(self, keys: Sequence[int], limit: int) -> dict[int, list[int]]:
        """Block → numbers of its reports, the latest `limit`."""
        return self._by_key(t.blocks.c.key, t.blocks.c.report, keys, limit)

    def fingerprint_matches(self, keys: Sequence[int], limit: int) -> dict[int, list[int]]:
        """Fingerprint → documents that have it, the latest `limit`."""
        return self._by_key(t.fingerprints.c.key, t.fingerprints.c.document, keys, limit)

    def _by_key(self, key: Any, value: Any, keys: Sequence[int], limit: int) -> dict[int, list[int]]:
        out: dict[int, list[int]] = {}
        for part in chunks(keys):
            for row in self._all(select(key.label("key"), value.label("value")).where(key.in_(part))):
                out.setdefault(row.key, []).append(row.value)
        return {k: sorted(v)[-limit:] for k, v in out.items()}

    def events_of_reports(self, numbers: Sequence[int]) -> dict[int, str]:
        """Report number → event."""
        out: dict[int, str] = {}
        r = t.reports.c
        for part in chunks(numbers):
            out.update((row.n, row.linked) for row in self._all(select(r.n, r.linked).where(r.n.in_(part), r.current)))
        return out

    def linked_of(self, ids: Sequence[str]) -> dict[str, str]:
        """Report id → event."""
        out: dict[str, str] = {}
        r = t.reports.c
        for part in chunks(ids):
            out.update((row.id, row.linked) for row in self._all(select(r.id, r.linked).where(r.id.in_(part))))
        return out

    def put_reports(self, reports: Sequence[tuple[Report, str, bool]], keys: Mapping[str, Sequence[int]]) -> None:
        """Write reports (with event, and whether still read) and the blocks of each."""
        known = self._numbers([report.id for report, _, _ in reports])
        new = [(r, linked, current) for r, linked, current in reports if r.id not in known]
        if new:
            rows = [_report_row(*item) for item in new]
            self.connection.execute(insert(t.reports), rows)
        for report, linked, current in reports:
            if report.id in known:
                row = _report_row(report, linked, current)
                self.connection.execute(update(t.reports).where(t.reports.c.id == report.id).values(row))
        old = list(known.values())
        for part in chunks(old):
            self.connection.execute(delete(t.blocks).where(t.blocks.c.report.in_(part)))
        known.update(self._numbers([report.id for report, _, _ in new]))
        blocks = [{"key": key, "report": known[id_]} for id_, of in keys.items() for key in dict.fromkeys(of)]
        self._put(t.blocks, blocks, keep=True)

    def _numbers(self, ids: Sequence[str]) -> dict[str, int]:
        out: dict[str, int] = {}
        r = t.reports.c
        for part in chunks(ids):
            out.update((row.id, row.n) for row in self._all(select(r.id, r.n).where(r.id.in_(part))))
        return out

    def move_reports(self, ids: Sequence[str], event: str) -> None:
        """Give reports to another event."""
        for part in chunks(ids):
            self.connection.execute(update(t.reports).where(t.reports.c.id.in_(part)).values(linked=event))

    def put_fingerprints(self, rows: Sequence[tuple[int, int]]) -> None:
        """Write (fingerprint, document)."""
        self._put(t.fingerprints, [{"key": key, "document": n} for key, n in dict.fromkeys(rows)], keep=True)

    def put_copies(self, rows: Sequence[tuple[int, int, float]]) -> None:
        """Write (document, first, score)."""
        self._put(t.copies, [{"document": n, "first": first, "score": round(score, 3)} for n, first, score in rows])

    def names_in_blocks(self, blocks: Sequence[str]) -> list[Name]:
        """Names that may be one."""
        order = (t.names.c.observed,)
        return [
            Name(*row)
            for part in chunks(blocks)
            for row in self._all(select(t.names).where(t.names.c.block.in_(part)).order_by(*order))
        ]

    def put_names(self, names: Sequence[Name], entities: Sequence[Entity]) -> None:
        """Write names, and the entities that are new or have a fuller name."""
        self._put(t.names, [msgspec.structs.asdict(name) for name in names])
        fields = ("id", "kind", "name", "latin", "country", "sector", "wikidata")
        self._put(t.entities, [{f: getattr(e, f) for f in fields} for e in entities])

    def put_entities(self, entities: Sequence[Entity], merged: Mapping[str, str]) -> None:
        """Write entities that lead to those they were merged into."""
        fields = ("id", "kind", "name", "latin", "country", "sector", "wikidata")
        self._put(t.entities, [{**{f: getattr(e, f) for f in fields}, "merged": merged[e.id]} for e in entities])

    def put_tenures(self, seen: Mapping[int, Sequence[Tenure]]) -> None:
        """Write the tenures seen in documents in place of those seen before."""
        for part in chunks(list(seen)):
            self.connection.execute(delete(t.seen_tenures).where(t.seen_tenures.c.document.in_(part)))
        fields = ("person", "name", "office", "country", "organisation", "seen", "text", "former")
        rows = [
            {"document": number, "position": n, **{f: getattr(tenure, f) for f in fields}}
            for number, tenures in seen.items()
            for n, tenure in enumerate(tenures)
        ]
        if rows:
            self.connection.execute(insert(t.seen_tenures), rows)

    def put_events(self, events: Sequence[Linked], gone: Iterable[str]) -> None:
        """Write events in place of those with their ids; drop the `gone`."""
        ids = [*gone, *(event.id for event in events)]
        for part in chunks(ids):
            for table, column in (
                (t.events, t.events.c.id),
                (t.event_data, t.event_data.c.event),
                (t.event_parties, t.event_parties.c.event),
                (t.appearances, t.appearances.c.event),
                (t.pairs, t.pairs.c.event),
                (t.event_links, t.event_links.c.event),
            ):
                self.connection.execute(delete(table).where(column.in_(part)))
            # What a document states of an event stays with that document's; what linking found is found again.
            found = (t.event_links.c.other.in_(part), ~t.event_links.c.stated)
            self.connection.execute(delete(t.event_links).where(*found))
        for table, rows in (
            (t.events, [_event_row(event) for event in events]),
            (t.event_data, [{"event": e.id, "data": msgspec.json.encode(e, order="sorted")} for e in events]),
            (t.event_parties, [row for event in events for row in _party_rows(event)]),
            (t.appearances, [row for event in events for row in _appearance_rows(event)]),
            (t.pairs, [row for event in events for row in _pair_rows(event)]),
        ):
            if rows:
                self.connection.execute(insert(table), rows)
        self._note_changes(ids)

    def _note_changes(self, ids: Sequence[str]) -> None:
        last, at = self.last_change(), now()
        for part in chunks(ids):
            self.connection.execute(delete(t.changes).where(t.changes.c.event.in_(part)))
        rows = [{"event": id_, "n": last + k, "at": at} for k, id_ in enumerate(dict.fromkeys(ids), 1)]
        if rows:
            self.connection.execute(insert(t.changes), rows)

    def put_links(self, rows: Sequence[tuple[str, str, str]], stated: bool) -> None:
        """Write (event, relation, other event); `stated` by a document, or found by linking."""
        values = [
            {"event": event, "rel": rel, "other": other, "stated": stated} for event, rel, other in dict.fromkeys(rows)
        ]
        self._put(t.event_links, values, keep=True)

    def forget_found_links(self, events: Sequence[str]) -> None:
        """Drop the links of events that linking found."""
        link = t.event_links.c
        for part in chunks(events):
            self.connection.execute(delete(t.event_links).where(link.event.in_(part), ~link.stated))

    def found_links_to(self, events: Sequence[str]) -> set[str]:
        """Events whose links that linking found lead to one of these."""
        link, out = t.event_links.c, set[str]()
        for part in chunks(events):
            out.update(row.event for row in self._all(select(link.event).where(link.other.in_(part), ~link.stated)))
        return out

    def agreements_of_events(self, events: Sequence[str]) -> set[str]:
        """Agreements that events are about."""
        e, out = t.events.c, set[str]()
        for part in chunks(events):
            query = select(e.agreement).where(e.id.in_(part), e.agreement.is_not(None))
            out.update(row.agreement for row in self._all(query))
        return out

    def events_of_pair(self, a: str, b: str, first: str, last: str) -> list[Linked]:
        """Events of two states that begin between two days, without their links."""
        p, e = t.pairs.c, t.events.c
        query = select(p.event).join_from(t.pairs, t.events, e.id == p.event)
        query = query.where(p.a == a, p.b == b, p.start.between(first, last), e.review != "rejected")
        return self.events_by_id([row.event for row in self._all(query.order_by(p.start, e.id))])

    def names_of_entity(self, entity: str) -> list[Name]:
        """Every name that belongs to an entity."""
        query = select(t.names).where(t.names.c.entity == entity).order_by(t.names.c.observed)
        return [Name(*row) for row in self._all(query)]

    def move_names(self, observed: Sequence[str], entity: str) -> None:
        """Give names to another entity."""
        for part in chunks(observed):
            self.connection.execute(update(t.names).where(t.names.c.observed.in_(part)).values(entity=entity))

    def mark_merged(self, gone: str, into: str | None) -> None:
        """Have an entity, and those merged into it, lead to another; with `None` it stands for itself again."""
        e = t.entities.c
        if into is not None:
            self.connection.execute(update(t.entities).where(e.merged == gone).values(merged=into))
        self.connection.execute(update(t.entities).where(e.id == gone).values(merged=into))

    def events_of_entity(self, entity: str) -> list[str]:
        """Events in which an entity takes part."""
        a = t.appearances.c
        return [row.event for row in self._all(select(a.event).where(a.who == entity).order_by(a.event))]

    def documents_of_events(self, events: Sequence[str]) -> list[int]:
        """Numbers of the documents that tell events."""
        r, out = t.reports.c, set[int]()
        for part in chunks(events):
            out.update(row.document for row in self._all(select(r.document).where(r.linked.in_(part), r.current)))
        return sorted(out)

    def offices_held(self, entities: Sequence[str]) -> dict[str, set[str]]:
        """Entity → offices that documents see it in."""
        out: dict[str, set[str]] = {}
        s, n = t.seen_tenures.c, t.names.c
        query = select(n.entity, s.office).join_from(t.names, t.seen_tenures, s.person == n.observed).distinct()
        for part in chunks(entities):
            for row in self._all(query.where(n.entity.in_(part))):
                out.setdefault(row.entity, set()).add(row.office)
        return out

    def forget_derived(self) -> None:
        """Empty what can be rebuilt, and have every document linked again."""
        for table in t.DERIVED:
            self.connection.execute(delete(table))
        self.connection.execute(delete(t.judgements).where(t.judgements.c.machine))
        self.connection.execute(delete(t.pending))
        self.connection.execute(insert(t.pending).from_select(["document"], select(t.documents.c.n)))


def _report_row(report: Report, linked: str, current: bool) -> dict[str, Any]:
    data = msgspec.json.encode(report)
    return {"id": report.id, "document": report.document, "linked": linked, "current": current, "data": data}


def _event_row(event: Linked) -> dict[str, Any]:
    return {column.name: getattr(event, column.name) for column in t.events.columns}


def _party_rows(event: Linked) -> list[dict[str, Any]]:
    fields = ("side", "entity", "name", "country", "sector", "office")
    return [
        {"event": event.id, "position": n, **{f: getattr(party, f) for f in fields}}
        for n, party in enumerate(event.parties)
    ]


def _pair_rows(event: Linked) -> list[dict[str, Any]]:
    states = sorted({party.country for party in event.parties if party.country})
    start = event.start or ""
    same = {"start": start, "event": event.id, "end": event.end or start, "type": event.type, "quad": event.quad}
    same |= {"intensity": event.intensity, "shown": _shown(event)}
    return [{"a": a, "b": b, **same} for n, a in enumerate(states) for b in states[n + 1 :]]


def _appearance_rows(event: Linked) -> list[dict[str, Any]]:
    same = {"start": event.start or "", "event": event.id, "shown": _shown(event)}
    states = {party.country for party in event.parties if party.country}
    entities = {party.entity for party in event.parties} - states
    return [
        {"who": who, "state": state, **same} for of, state in ((states, True), (entities, False)) for who in sorted(of)
    ]


def _shown(event: Linked) -> bool:
    return event.reports > 0 and event.review != "rejected"
