"""Linking what waits: a batch of documents a transaction, in order of arrival, so that a rerun does the same."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from waqai import __version__
from waqai.engine.accords import derive_accords, link_accords
from waqai.engine.identity import ledger_merges
from waqai.engine.links import write_found, write_stated
from waqai.engine.parties import SIDES, keep_parties
from waqai.model.library import Kept, Linked, Name, Report
from waqai.model.record import Entity, Record
from waqai.pipeline.link.assign import Candidates, assign
from waqai.pipeline.link.blocks import looked_up_keys, stored_keys
from waqai.pipeline.link.consensus import consensus
from waqai.pipeline.link.copies import DAYS, fingerprints, likeness
from waqai.pipeline.link.features import reports_of
from waqai.pipeline.link.levels import with_scores
from waqai.pipeline.link.names import entity_id, name_block, offices_of, settle, tokens
from waqai.store.database import Database
from waqai.store.linking import Linking

BATCH = 100
IN_BLOCK = 60
__all__ = ["__version__", "derive", "link_pending", "rebuild"]


def link_pending(store: Database, batch: int = BATCH, progress: Callable[[int], None] | None = None) -> int:
    """Link every document that waits; how many there were.

    Args:
        store: the library.
        batch: documents in one transaction.
        progress: told after each transaction how many are done.
    """
    done = 0
    while True:
        with store.writer() as writer:
            numbers = writer.take_pending(batch)
            if numbers:
                _link(writer, numbers)
                writer.linked(numbers)
        if not numbers:
            return done
        done += len(numbers)
        if progress:
            progress(done)


def rebuild(store: Database, progress: Callable[[int], None] | None = None) -> int:
    """Compute all that is derived again, from documents, readings and the ledger."""
    with store.writer() as writer:
        writer.forget_derived()
    return link_pending(store, progress=progress)


def _link(writer: Linking, numbers: list[int]) -> None:
    records = dict(writer.records(numbers).items())
    kept = writer.documents(numbers)
    firsts = _find_copies(writer, [kept[n] for n in numbers])
    entities = _settle_names(writer, [records[n] for n in numbers if n in records])
    old = writer.reports_of_documents(numbers)
    new: dict[int, list[Report]] = {}
    for n in numbers:
        fresh = reports_of(records[n], n, kept[n].key, entities) if n in records else []
        new[n] = _keep_ids(fresh, [report for report, _ in old.get(n, [])])
    writer.put_tenures({n: [t for t in r.tenures if t.person in entities] for n, r in records.items()})
    reports = [report for n in numbers for report in new[n]]
    accords = link_accords(writer, {n: records[n] for n in numbers if n in records}, kept)
    touched = _assign(writer, reports, old, firsts)
    derive(writer, sorted(touched), accords)


def _find_copies(writer: Linking, documents: list[Kept]) -> dict[int, int]:
    """Find copies of what came before, and remember the fingerprints of all."""
    prints = {k.n: fingerprints(k.document.text) for k in documents}
    seen = writer.fingerprint_matches(sorted({p for of in prints.values() for p in of}), 20)
    known = writer.documents(sorted({n for of in seen.values() for n in of}))
    known.update((k.n, k) for k in documents)
    first_of = writer.firsts(list(known))
    rows = []
    for k in documents:
        near = sorted({n for p in prints[k.n] for n in seen.get(p, ()) if n < k.n and _days_apart(k, known[n]) <= DAYS})
        scored = [(likeness(k.document.text, known[n].document.text), -n) for n in near[-20:]]
        score, other = max(scored, default=(0.0, 0))
        if score:
            first_of[k.n] = first_of.get(-other, -other)
            rows.append((k.n, first_of[k.n], score))
        for p in prints[k.n]:
            seen.setdefault(p, []).append(k.n)
    writer.put_copies(rows)
    writer.put_fingerprints([(p, n) for n, of in prints.items() for p in of])
    return first_of


def _days_apart(a: Kept, b: Kept) -> int:
    import datetime

    try:
        one, other = (datetime.date.fromisoformat(k.document.published or "") for k in (a, b))
    except ValueError:
        return 0
    return abs((one - other).days)


def _settle_names(writer: Linking, records: list[Record]) -> dict[str, str]:
    """Give the names of records to entities: known ones, those that people made one, or new ones."""
    entities = [entity for record in records for entity in record.entities]
    known = writer.names(list(dict.fromkeys(e.id for e in entities)))
    unknown = [e for e in entities if e.id not in known]
    near = writer.names_in_blocks(sorted({name_block(e) for e in unknown}))
    held = writer.offices_held(sorted({name.entity for name in near if name.kind == "person"}))
    new = settle([(e, offices_of(r)) for r in records for e in r.entities], known, near, held)
    merges = ledger_merges(writer.corrections())
    if merges:
        new = [replace(name, entity=merges.get(name.entity, name.entity)) for name in new]
    writer.put_names(new, _rows_of(new, entities, near))
    writer.put_entities([replace(e, id=a) for a, e in _gone(merges, new, entities)], merges)
    return {o: n.entity for o, n in known.items()} | {n.observed: n.entity for n in new}


def _rows_of(new: list[Name], entities: list[Entity], near: list[Name]) -> list[Entity]:
    """Entities that are new, and those known by a single word so far that now have a full name."""
    first = {e.id: e for e in reversed(entities)}
    longest: dict[str, int] = {}
    for name in near:
        longest[name.entity] = max(longest.get(name.entity, 0), len(tokens(name.name)))
    rows: dict[str, Entity] = {}
    for name in new:
        before = longest.get(name.entity, 0)
        if before == 0 or (before == 1 < len(tokens(name.name))):
            rows[name.entity] = replace(first[name.observed], id=name.entity)
        longest[name.entity] = max(before, len(tokens(name.name)), 1)
    return list(rows.values())


def _gone(merges: dict[str, str], new: list[Name], entities: list[Entity]) -> list[tuple[str, Entity]]:
    """Entities that people merged into others, met again: what their old ids lead from."""
    first = {e.id: e for e in reversed(entities)}
    met = {entity_id(first[name.observed]): first[name.observed] for name in new}
    return [(gone, met[gone]) for gone in merges if gone in met]


def _keep_ids(fresh: list[Report], old: list[Report]) -> list[Report]:
    """Give a new reading's reports the ids of the old ones they continue, so that links and corrections hold."""
    ids = {report.id for report in old}
    free = [o for o in old if o.id not in {f.id for f in fresh}]
    out = []
    for report in fresh:
        if report.id not in ids:
            near = [o for o in free if o.type == report.type and _overlap(o, report)]
            if near:
                best = max(
                    near,
                    key=lambda o: (o.act == report.act, o.start == report.start, -abs(o.position - report.position)),
                )
                free.remove(best)
                report = replace(report, id=best.id)
        out.append(report)
    return out


def _overlap(a: Report, b: Report) -> bool:
    return any(s < y and x < e for s, e in a.evidence for x, y in b.evidence)


def _assign(
    writer: Linking, reports: list[Report], old: dict[int, list[tuple[Report, str]]], firsts: dict[int, int]
) -> set[str]:
    """Give reports to events; the events touched."""
    keys = {report.id: looked_up_keys(report) for report in reports}
    found = writer.reports_in_blocks(sorted({k for of in keys.values() for k in of}), IN_BLOCK)
    linked = writer.events_of_reports(sorted({n for of in found.values() for n in of}))
    again = {report.id: event for of in old.values() for report, event in of}
    members = writer.reports_of(sorted({*linked.values(), *again.values()}))
    fresh = {report.id for report in reports}
    members = {e: [r for r in of if r.id not in fresh and r.id not in again] for e, of in members.items()}
    firsts |= writer.firsts(sorted({r.document for of in members.values() for r in of}))
    verdicts = {
        (min(j.left, j.right), max(j.left, j.right)): j.verdict
        for j in writer.judgements(people_only=True)
        if j.kind == "event"
    }
    event_of = {r.id: e for e, of in members.items() for r in of}
    known = Candidates(members, event_of, firsts, verdicts)
    blocks: dict[int, list[str]] = {k: [linked[n] for n in of if n in linked] for k, of in found.items()}
    stored, judgements, touched = {}, [], set(again.values())
    for report in reports:
        near = list(dict.fromkeys(e for k in keys[report.id] for e in blocks.get(k, ()) if known.events.get(e)))
        event, judged = assign(report, near, known)
        if event == report.id and (kept := again.get(report.id)) and not known.events.get(kept):
            event = kept
        known.events.setdefault(event, []).append(report)
        known.event_of[report.id] = event
        stored[report.id] = stored_keys(report)
        for k in stored[report.id]:
            blocks.setdefault(k, []).append(event)
        judgements += judged
        touched.add(event)
    writer.withdraw_machine_judgements(sorted(again))
    rows = [(report, known.event_of[report.id], True) for report in reports]
    rows += [(report, event, False) for of in old.values() for report, event in of if report.id not in fresh]
    writer.put_reports(rows, stored)
    writer.put_judgements(judgements)
    return touched


def derive(writer: Linking, events: list[str], agreements: Iterable[str] = ()) -> None:
    """Write events anew from their reports and the corrections made to them; then what follows from events."""
    from waqai.engine.review import apply_corrections

    reports = writer.reports_of(events)
    firsts = writer.firsts(sorted({r.document for of in reports.values() for r in of}))
    corrections = writer.corrections()
    homes = writer.linked_of(sorted({c.target for c in corrections}))
    accords = writer.agreements_of([r.agreement for of in reports.values() for r in of if r.agreement])
    out: list[Linked] = []
    for event, of in reports.items():
        if of:
            mine = [c for c in corrections if homes.get(c.target) == event]
            told = consensus(event, of, firsts)
            told = replace(told, agreement=accords.get(told.agreement or ""))
            told = apply_corrections(told, mine, corrections)
            if SIDES.keys() & set(told.edited):
                told = keep_parties(writer, told, ledger_merges(corrections))
            out.append(with_scores(told))
    touched = {*agreements, *writer.agreements_of_events(events), *(e.agreement for e in out if e.agreement)}
    lost = writer.found_links_to(events)
    writer.put_events(out, [event for event, of in reports.items() if not of])
    write_stated(writer, reports)
    write_found(writer, out, lost)
    derive_accords(writer, touched)
