"""GeoJSON (RFC 7946): a point for each event whose place has coordinates."""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from waqai.export.base import Losses
from waqai.export.facts import countries_of
from waqai.model import Event, Record
from waqai.model.merged import counted
from waqai.ontology import label


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One FeatureCollection; every status is kept, as a property."""
    stream.write(b'{"type":"FeatureCollection","features":[')
    before = b"\n"
    for record in records:
        for event in record.events:
            if event.where is None or event.where.lat is None or event.where.lon is None:
                losses.add("events left out: no place with coordinates")
                continue
            losses.add("topics not written", len(event.topics))
            losses.add("sources (who says so) not written", len(event.sources))
            stream.write(before + msgspec.json.encode(_feature(record, event)))
            before = b",\n"
    stream.write(b"\n]}\n")


def _feature(record: Record, event: Event) -> dict[str, Any]:
    where, when = event.where, event.when
    point = [where.lon, where.lat] if where else None
    return {
        "type": "Feature",
        "id": f"{record.document.id}/{event.id}",
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            "type": event.type,
            "mode": event.mode,
            "act": event.act,
            "label": label("act", event.act),
            "label_ar": label("act", event.act, "ar"),
            "status": event.status,
            "start": when.start if when else None,
            "end": when.end if when else None,
            "granularity": when.granularity if when else None,
            "place": where.name if where else None,
            "country": where.country if where else None,
            "actors": [p.name for p in event.actors],
            "recipients": [p.name for p in event.recipients],
            "countries": countries_of((*event.actors, *event.recipients)),
            "confidence": event.confidence,
            "reports": counted(event).reports,
            "independent_sources": counted(event).sources,
            "url": record.document.url,
            "document": record.document.id,
        },
    }
