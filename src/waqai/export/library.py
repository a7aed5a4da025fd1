"""Records of a library for export: each event once, as all its reports tell it, in the record of the first of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from waqai.model.accord import LinkedAccord
from waqai.model.library import Linked, PartyRef, Report
from waqai.model.merged import Counted, MergedEvent, Telling
from waqai.model.record import Agreement, Entity, Event, Interval, Link, Participant, Place, Record, Tenure
from waqai.pipeline.link.features import outlet_key
from waqai.store.asking import Asking
from waqai.store.base import Filter

PAGE = 100


def library_records(view: Asking, chosen: Filter | None = None, *, per_report: bool = False) -> Iterator[Record]:
    """The records of a library, in order of arrival, with the library's ids of events, entities and agreements.

    Args:
        view: the library.
        chosen: only these events; then only documents that tell one.
        per_report: every document with all it tells, in its own words; else each event once, as all its reports tell
            it, in the record of the first document that tells it.
    """
    if chosen == Filter():
        chosen = None
    numbers = (kept.n for kept in view.all_documents()) if chosen is None else iter(view.documents_telling(chosen))
    while page := list(islice(numbers, PAGE)):
        yield from _page(view, page, chosen, per_report)


class _Known(Struct):
    """What the documents of a page refer to.

    Attributes:
        reports: document → its reports by id in the record, with the event each belongs to.
        events: event → as the library knows it.
        tellings: document → how it is named among those that tell an event.
        entities: id in the record → entity of the library.
        accords: document → id in the record → agreement of the library.
    """

    reports: dict[int, dict[str, tuple[Report, str]]]
    events: dict[str, Linked]
    tellings: dict[int, Telling]
    entities: dict[str, Entity]
    accords: dict[int, dict[str, LinkedAccord]]


def _page(view: Asking, numbers: Sequence[int], chosen: Filter | None, per_report: bool) -> Iterator[Record]:
    records = view.records(numbers)
    known = _known(view, records, chosen or Filter())
    for n in numbers:
        if n not in records:
            continue
        record = _record(records[n], n, known, per_report)
        if chosen is None or record.events:
            yield record


def _known(view: Asking, records: Mapping[int, Record], chosen: Filter) -> _Known:
    reports = {
        n: {report.event: (report, event) for report, event in of}
        for n, of in view.reports_of_documents(list(records)).items()
    }
    ids = sorted({event for of in reports.values() for _, event in of.values()})
    events = {event.id: event for event in view.events(replace(chosen, ids=tuple(ids)))}
    documents = view.documents(sorted({n for event in events.values() for n in event.documents}))
    copies = view.firsts(list(documents))
    tellings = {
        n: Telling(
            document=kept.document.id,
            outlet=kept.document.outlet,
            published=kept.document.published,
            url=kept.document.url,
            copy=copies.get(n, n) != n,
        )
        for n, kept in documents.items()
    }
    accounts = view.accord_reports_of_documents(list(records))
    accords = {a.id: a for a in view.agreements(ids=sorted({home for of in accounts.values() for _, home in of}))}
    by_document = {n: {r.agreement: accords[home] for r, home in of if home in accords} for n, of in accounts.items()}
    observed = list(dict.fromkeys(entity.id for record in records.values() for entity in record.entities))
    return _Known(reports, events, tellings, view.entities_of(observed), by_document)


def _record(record: Record, n: int, known: _Known, per_report: bool) -> Record:
    reports = known.reports.get(n, {})
    public = {id_: event for id_, (_, event) in reports.items()}
    events: list[Event] = []
    for event in record.events:
        linked = known.events.get(public.get(event.id, ""))
        if linked is None:
            continue
        if per_report:
            events.append(_own(event, linked, public, known))
        elif min(linked.documents, default=n) == n:
            events.append(_merged(event, linked, known))
    entities: dict[str, Entity] = {}
    for observed in record.entities:
        home = known.entities.get(observed.id, observed)
        before = entities.get(home.id, replace(home, mentions=()))
        entities[home.id] = replace(before, mentions=(*before.mentions, *observed.mentions))
    for event in events:
        for party in (*event.actors, *event.recipients):
            entities.setdefault(party.entity, _entity(party))
    return replace(
        record,
        entities=tuple(entities.values()),
        tenures=tuple(_tenure(tenure, known) for tenure in record.tenures),
        events=tuple(events),
        agreements=_agreements(record, n, known, per_report),
    )


def _own(event: Event, linked: Linked, public: Mapping[str, str], known: _Known) -> Event:
    """What this document tells of an event, with the library's ids."""
    links = (Link(link.rel, public[link.event]) for link in event.links if link.event in public)
    actors, recipients = (tuple(_mapped(p, known) for p in side) for side in (event.actors, event.recipients))
    return replace(
        event, id=linked.id, links=tuple(links), actors=actors, recipients=recipients, agreement=linked.agreement
    )


def _merged(event: Event, linked: Linked, known: _Known) -> MergedEvent:
    """The event as all its reports tell it, with the words and offsets of this document."""
    own = {p.entity: p for p in (_mapped(p, known) for p in (*event.actors, *event.recipients))}
    actors, recipients = (
        tuple(_participant(party, own) for party in linked.parties if party.side == side)
        for side in ("actor", "recipient")
    )
    told = tuple(known.tellings[n] for n in linked.documents if n in known.tellings)
    merged = Counted(
        reports=linked.reports,
        sources=linked.sources,
        copies=linked.copies,
        origins=_named(linked.origins, [s.text for s in event.sources], told),
        contested=linked.contested,
        review=linked.review,
        disagreements=linked.disagreements,
        told=told,
    )
    return MergedEvent(
        id=linked.id, type=linked.type, mode=linked.mode, act=linked.act, contexts=linked.contexts,
        status=linked.status,
        when=_when(event, linked), where=_where(event, linked), actors=actors, recipients=recipients,
        topics=event.topics, sources=event.sources, agreement=linked.agreement,
        links=tuple(Link(rel, other) for rel, other in linked.links), evidence=event.evidence,
        confidence=linked.confidence, trace=event.trace, merged=merged,
    )  # fmt: skip


def _named(origins: Sequence[str], cited: Sequence[str], told: Sequence[Telling]) -> tuple[str, ...]:
    """Independent sources by the names that they print, or are cited by."""
    names = {outlet_key(name): name for name in (*cited, *(t.outlet for t in told)) if name}
    return tuple(names.get(key, key) for key in origins)


def _when(event: Event, linked: Linked) -> Interval | None:
    if not linked.start and not linked.end:
        return None
    own = event.when
    if own and (own.start or "")[:10] == (linked.start or "") and own.granularity == linked.granularity:
        return own
    return Interval(start=linked.start, end=linked.end, granularity=linked.granularity or "day")


def _where(event: Event, linked: Linked) -> Place | None:
    if event.where and event.where.name == linked.place:
        return event.where
    if not linked.place:
        return None
    return Place(name=linked.place, country=linked.country, lat=linked.lat, lon=linked.lon, geonames=linked.geonames)


def _participant(party: PartyRef, own: Mapping[str, Participant]) -> Participant:
    said = own.get(party.entity)
    if said:
        return replace(said, name=party.name, office=said.office or party.office)
    return Participant(
        entity=party.entity, name=party.name, country=party.country, sector=party.sector, office=party.office
    )


def _mapped(party: Participant, known: _Known) -> Participant:
    home = known.entities.get(party.entity)
    return replace(party, entity=home.id) if home else party


def _entity(party: Participant) -> Entity:
    kind = "person" if party.office else "state" if party.country else "org"
    return Entity(id=party.entity, kind=kind, name=party.name, country=party.country, sector=party.sector)


def _tenure(tenure: Tenure, known: _Known) -> Tenure:
    home = known.entities.get(tenure.person)
    return replace(tenure, person=home.id) if home else tenure


def _agreements(record: Record, n: int, known: _Known, per_report: bool) -> tuple[Agreement, ...]:
    out = []
    for agreement in record.agreements:
        accord = known.accords.get(n, {}).get(agreement.id)
        if accord is None:
            continue
        if per_report:
            out.append(replace(agreement, id=accord.id))
        elif min(accord.documents) == n:
            out.append(
                replace(
                    agreement,
                    id=accord.id,
                    kind=accord.kind,
                    title=accord.title,
                    parties=accord.parties,
                    signatories=accord.signatories,
                    stage=accord.stage,
                    signed=accord.signed,
                    place=accord.place,
                )
            )
    return tuple(out)
