"""Records as followthemoney entities: what `followthemoney` and `statements` both write."""

import hashlib
from collections.abc import Iterable, Iterator

from msgspec import Struct

from waqai.export.base import Losses
from waqai.export.facts import passages
from waqai.export.icalendar import summary
from waqai.export.text import line
from waqai.model import Entity, Event, Record, Tenure
from waqai.model.merged import counted
from waqai.ontology import country, label

SCHEMA = {"person": "Person", "state": "PublicBody", "org": "Organization", "group": "Organization", "place": "Address"}
DATASET = "waqai"
Values = dict[str, list[str | None]]
GOVERNMENT = frozenset(["GOV", "MIL", "COP", "SPY", "JUD", "LEG"])


class Proxy(Struct, frozen=True):
    """An entity: property → values. A property without a value is absent."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    seen: str | None


def proxies(record: Record, losses: Losses) -> Iterator[Proxy]:
    """Article, people and organisations, offices held, events. The same entity in two reports has one id."""
    document = record.document
    article = f"{DATASET}-doc-{_hash(document.id)}"
    text: Values = {"title": [document.title], "bodyText": [document.text], "publishedAt": [document.published]}
    about: Values = {
        "publisher": [document.outlet],
        "sourceUrl": [document.url],
        "language": [_language(document.language)],
    }
    yield _proxy(record, article, "Article", {**text, **about})
    known = {entity.id for entity in record.entities}
    for entity in record.entities:
        yield _entity(record, entity, article)
    for tenure in record.tenures:
        yield from _tenure(record, tenure, article, known)
    for event in record.events:
        losses.add("event fields written as keywords (type, mode, act, status): followthemoney has no property")
        losses.add("offsets of passages not written: the words are", len(event.evidence))
        losses.add("links between events not written", len(event.links))
        yield _event(record, event, article, known)
    losses.add("agreements not written", len(record.agreements))


def _proxy(record: Record, id: str, schema: str, properties: Values) -> Proxy:
    kept = {name: [v for v in dict.fromkeys(map(line, values)) if v] for name, values in properties.items()}
    published = record.document.published
    return Proxy(id, schema, {n: v for n, v in sorted(kept.items()) if v}, published[:10] if published else None)


def _id(entity: str) -> str:
    return f"{DATASET}-{_hash(entity)}"


def _hash(*parts: str) -> str:
    return hashlib.sha1("\0".join(parts).encode(), usedforsecurity=False).hexdigest()[:20]


def _iso2(iso3: str | None) -> str:
    return country(iso3).iso2.lower()


def _language(tag: str | None) -> str | None:
    return {"ar": "ara"}.get((tag or "").split("-")[0])


def _entity(record: Record, entity: Entity, article: str) -> Proxy:
    schema = SCHEMA.get(entity.kind, "LegalEntity")
    if entity.kind == "org" and entity.sector in GOVERNMENT:
        schema = "PublicBody"
    names: Values = {
        "name": [entity.name],
        "alias": [entity.latin, *entity.aliases],
        "country": [_iso2(entity.country)],
    }
    proof: Values = {"proof": [article], "wikidataId": [entity.wikidata]}
    return _proxy(record, _id(entity.id), schema, {**names, **proof})


def _tenure(record: Record, tenure: Tenure, article: str, known: set[str]) -> Iterator[Proxy]:
    if tenure.person not in known:
        return
    place = tenure.organisation or tenure.country or ""
    post = f"{DATASET}-post-{_hash(tenure.office, place)}"
    name = " · ".join(x for x in (label("office", tenure.office), label("country", tenure.country)) if x)
    yield _proxy(record, post, "Position", {"name": [name], "country": [_iso2(tenure.country)]})
    held: Values = {
        "holder": [_id(tenure.person)],
        "post": [post],
        "date": [tenure.seen],
        "status": ["ended" if tenure.former else "current"],
        "description": [tenure.text],
        "proof": [article],
    }
    yield _proxy(record, f"{DATASET}-held-{_hash(tenure.person, post, tenure.seen or '')}", "Occupancy", held)


def _event(record: Record, event: Event, article: str, known: set[str]) -> Proxy:
    when, where = event.when, event.where
    words = [event.type, f"{event.type}-{event.mode}" if event.mode else None, event.act, f"status:{event.status}"]
    values: Values = {
        "name": [summary(event)],
        "startDate": [when.start if when else None],
        "endDate": [when.end if when else None],
        "location": [where.name if where else None],
        "country": [_iso2(where.country) if where else None],
        "organizer": [_id(p.entity) for p in event.actors if p.entity in known],
        "involved": [_id(p.entity) for p in event.recipients if p.entity in known],
        "keywords": [*words, *event.contexts],
        "summary": [topic.text for topic in event.topics],
        "description": [passages(event, record.document.text)],
        "notes": [*(source.text for source in event.sources), *_told(event)],
        "sourceUrl": [record.document.url],
        "publisher": [record.document.outlet],
        "proof": [f"{DATASET}-doc-{_hash(t.document)}" for t in counted(event).told] or [article],
        "recordId": [event.id],
    }
    return _proxy(record, f"{DATASET}-event-{_hash(record.document.id, event.id)}", "Event", values)


def _told(event: Event) -> list[str]:
    told = counted(event)
    return [f"{told.sources} independent sources, {told.reports} reports"] if told.told else []


def all_proxies(records: Iterable[Record], losses: Losses) -> Iterator[Proxy]:
    """Of every record, as they come."""
    for record in records:
        yield from proxies(record, losses)
