"""JSON-LD: events in schema.org and SEM, where they were read in PROV-O, one graph."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from waqai import __version__
from waqai.export.base import Losses
from waqai.model import Entity, Event, Record
from waqai.model.merged import counted
from waqai.ontology import label

CONTEXT = {
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "plover": "urn:plover:",
    "waqai": "urn:waqai:",
}
ENTITY_TYPE = {"person": "schema:Person", "state": "schema:Country", "place": "schema:Place"}
SCHEMA_STATUS = {"planned": "schema:EventScheduled"}
READER = f"urn:waqai:version:{__version__}"
Node = dict[str, Any]


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One document with one graph."""
    stream.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":[\n')
    agent = {"@id": READER, "@type": "prov:SoftwareAgent", "schema:name": f"Waqai {__version__}"}
    stream.write(msgspec.json.encode(agent))
    for record in records:
        losses.add("tenures not written", len(record.tenures))
        losses.add("agreements not written", len(record.agreements))
        for node in _nodes(record):
            stream.write(b",\n" + msgspec.json.encode({k: v for k, v in node.items() if v not in (None, [], "")}))
    stream.write(b"\n]}\n")


def _iri(kind: str, value: str) -> str:
    return f"urn:waqai:{kind}:{quote(value, safe='-._~')}"


def _nodes(record: Record) -> Iterator[Node]:
    document = record.document
    yield {
        "@id": _iri("document", document.id),
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "schema:headline": _words(document.title),
        "schema:url": document.url,
        "schema:inLanguage": document.language,
        "schema:publisher": {"@type": "schema:Organization", "schema:name": document.outlet}
        if document.outlet
        else None,
        "schema:datePublished": _date(document.published),
        "schema:identifier": document.sha256,
    }
    for entity in record.entities:
        yield _entity(entity)
    for event in record.events:
        yield _event(record, event)


def _entity(entity: Entity) -> Node:
    same = {"@id": f"http://www.wikidata.org/entity/{entity.wikidata}"} if entity.wikidata else None
    return {
        "@id": _iri("entity", entity.id),
        "@type": [ENTITY_TYPE.get(entity.kind, "schema:Organization"), "sem:Actor"],
        "schema:name": _words(entity.name),
        "schema:alternateName": [_words(alias) for alias in entity.aliases] + ([entity.latin] if entity.latin else []),
        "schema:sameAs": same,
        "waqai:country": entity.country,
        "waqai:sector": entity.sector,
    }


def _event(record: Record, event: Event) -> Node:
    when, text, told = event.when, record.document.text, counted(event)
    documents = [telling.document for telling in told.told] or [record.document.id]
    actors = [{"@id": _iri("entity", p.entity)} for p in event.actors]
    recipients = [{"@id": _iri("entity", p.entity)} for p in event.recipients]
    return {
        "@id": _iri("event", event.id),
        "@type": ["schema:Event", "sem:Event", "prov:Entity"],
        "sem:eventType": {"@id": f"plover:{event.type}"},
        "schema:name": _words(label("act", event.act, "ar")),
        "schema:additionalType": event.act,
        "schema:eventStatus": {"@id": SCHEMA_STATUS[event.status]} if event.status in SCHEMA_STATUS else None,
        "waqai:status": event.status,
        "waqai:mode": event.mode,
        "waqai:context": list(event.contexts),
        "sem:hasActor": actors + recipients,
        "schema:organizer": actors,
        "schema:attendee": recipients,
        "schema:startDate": _date(when.start) if when else None,
        "schema:endDate": _date(when.end) if when else None,
        "sem:hasTimeStamp": _date(when.start) if when else None,
        "waqai:granularity": when.granularity if when else None,
        "sem:hasPlace": _place(event),
        "schema:location": _place(event),
        "schema:about": [_words(topic.text) for topic in event.topics],
        "waqai:saidBy": [_words(source.text) for source in event.sources],
        "schema:description": [_words(text[p.start : p.end]) for p in event.evidence],
        "waqai:evidence": [f"{p.start}-{p.end}" for p in event.evidence],
        "waqai:link": [{"waqai:rel": x.rel, "waqai:to": {"@id": _iri("event", x.event)}} for x in event.links],
        "waqai:confidence": event.confidence,
        "waqai:reports": told.reports,
        "waqai:independentSources": told.sources,
        "prov:wasDerivedFrom": [{"@id": _iri("document", id_)} for id_ in documents],
        "prov:wasAttributedTo": {"@id": READER},
    }


def _place(event: Event) -> Node | None:
    where = event.where
    if where is None:
        return None
    iri = f"https://sws.geonames.org/{where.geonames}/" if where.geonames else _iri("place", where.name)
    node: Node = {"@id": iri, "@type": ["schema:Place", "sem:Place"], "schema:name": _words(where.name)}
    if where.lat is not None and where.lon is not None:
        node["schema:latitude"], node["schema:longitude"] = where.lat, where.lon
    return node


def _words(text: str | None) -> Node | None:
    return {"@value": text, "@language": "ar"} if text else None


def _date(value: str | None) -> Node | None:
    return {"@value": value[:10], "@type": "xsd:date"} if value else None
