"""W3C Web Annotation: each passage and each party, date and place, with quote and position selectors."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from waqai.export.base import Losses
from waqai.model import Event, Record
from waqai.ontology import label

AROUND = 32
"""Code points before and after a quotation, so that it is found again in a page that changed."""


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One AnnotationPage. Positions count code points, as the standard says."""
    stream.write(b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[')
    before = b"\n"
    for record in records:
        losses.add("tenures not written", len(record.tenures))
        losses.add("agreements not written", len(record.agreements))
        for event in record.events:
            for item in _items(record, event):
                stream.write(before + msgspec.json.encode(item))
                before = b",\n"
    stream.write(b"\n]}\n")


def _items(record: Record, event: Event) -> Iterator[dict[str, Any]]:
    base = f"urn:waqai:event:{event.id}"
    says = f"{label('type', event.type)} · {label('act', event.act)} · {event.status}"
    spans: list[tuple[str, str, tuple[int, int] | None]] = [
        *(("event", says, (p.start, p.end)) for p in event.evidence),
        *(("actor", p.name, p.span) for p in event.actors),
        *(("recipient", p.name, p.span) for p in event.recipients),
        *(("topic", t.text, t.span) for t in event.topics),
        *(("source", s.text, s.span) for s in event.sources),
    ]
    if event.when:
        spans.append(("date", f"{event.when.start}/{event.when.end}", event.when.span))
    if event.where:
        spans.append(("place", event.where.name, event.where.span))
    for n, (role, value, span) in enumerate(spans, 1):
        if span is not None:
            yield {
                "id": f"{base}:{record.document.id}:{n}",
                "type": "Annotation",
                "motivation": "classifying" if role == "event" else "identifying",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": role},
                    {"type": "TextualBody", "purpose": "describing", "value": value},
                    {"type": "SpecificResource", "source": base, "purpose": "linking"},
                ],
                "target": _target(record, span),
            }


def _target(record: Record, span: tuple[int, int]) -> dict[str, Any]:
    start, end = span
    text = record.document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    source = record.document.url or f"urn:waqai:document:{record.document.id}"
    return {"source": source, "selector": [quote, position]}
