"""One event as one flat row: the columns of CSV and Parquet."""

from msgspec import Struct

from waqai.export.base import Losses
from waqai.export.facts import passages
from waqai.export.text import joined, line
from waqai.model import Document, Event, Participant, Record
from waqai.model.merged import counted
from waqai.ontology import code_event, label

Value = str | int | float | bool | None


class Column(Struct, frozen=True):
    """A column: its name and kind, "text", "int" or "float"."""

    name: str
    kind: str = "text"


SIDES = ("actor", "recipient")
COLUMNS = (
    *(Column(n) for n in ("event_id", "document_id", "type", "mode", "act", "act_ar", "status", "contexts")),
    *(Column(n) for n in ("date_start", "date_end", "date_granularity", "date_text", "place", "place_country")),
    Column("lat", "float"),
    Column("lon", "float"),
    Column("geonames", "int"),
    *(Column(f"{s}_{n}") for s in SIDES for n in ("names", "countries", "sectors", "offices", "texts", "entities")),
    *(Column(n) for n in ("topics", "said_by", "said_by_kinds", "agreement", "links", "cameo")),
    *(Column(n, "int") for n in ("quad",)),
    *(Column(n, "float") for n in ("intensity", "goldstein", "confidence")),
    *(Column(n, "int") for n in ("reports", "independent_sources", "copies")),
    *(Column(n) for n in ("origins", "contested", "review", "disagreements")),
    *(Column(n) for n in ("evidence", "evidence_offsets", "published", "outlet", "url")),
)


def rows(record: Record, losses: Losses) -> list[dict[str, Value]]:
    """The rows of a record."""
    losses.add("agreements' provisions, aims and signatories not written: use jsonl", len(record.agreements))
    losses.add("tenures not written: use jsonl or followthemoney", len(record.tenures))
    return [_row(record, event) for event in record.events]


def _row(record: Record, event: Event) -> dict[str, Value]:
    document, coded, when, where = record.document, code_event(event), event.when, event.where
    return {
        "event_id": event.id,
        "document_id": document.id,
        "type": event.type,
        "mode": event.mode,
        "act": event.act,
        "act_ar": label("act", event.act, "ar"),
        "status": event.status,
        "contexts": joined(event.contexts),
        "date_start": when.start if when else None,
        "date_end": when.end if when else None,
        "date_granularity": when.granularity if when else None,
        "date_text": when.text if when else None,
        "place": where.name if where else None,
        "place_country": where.country if where else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "geonames": where.geonames if where else None,
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        "topics": joined(topic.text for topic in event.topics),
        "said_by": joined(source.text for source in event.sources),
        "said_by_kinds": joined(source.kind for source in event.sources),
        "agreement": event.agreement,
        "links": joined(f"{link.rel}:{link.event}" for link in event.links),
        "cameo": coded.cameo,
        "quad": coded.quad,
        "intensity": coded.intensity,
        "goldstein": coded.goldstein,
        "confidence": event.confidence,
        **_told(document, event),
        "evidence": line(passages(event, document.text)),
        "evidence_offsets": joined(f"{p.start}-{p.end}" for p in event.evidence),
        "published": document.published,
        "outlet": document.outlet,
        "url": document.url,
    }


def _told(document: Document, event: Event) -> dict[str, Value]:
    """From how many reports and sources it is known, and where they differ."""
    told = counted(event)
    return {
        "reports": told.reports,
        "independent_sources": told.sources,
        "copies": told.copies,
        "origins": joined(told.origins or [document.outlet]),
        "contested": "yes" if told.contested else "",
        "review": told.review,
        "disagreements": joined(f"{field}: {_said(values)}" for field, values in told.disagreements.items()),
    }


def _said(values: dict[str, tuple[str, ...]]) -> str:
    return " / ".join(f"{value} ({', '.join(who)})" for value, who in values.items())


def _side(side: str, parties: tuple[Participant, ...]) -> dict[str, Value]:
    # One value for each party, empty ones too: the n-th of every column is the same party.
    columns: dict[str, list[str | None]] = {
        "names": [p.name for p in parties],
        "countries": [p.country for p in parties],
        "sectors": [p.sector for p in parties],
        "offices": [p.office for p in parties],
        "texts": [p.text for p in parties],
        "entities": [p.entity for p in parties],
    }
    return {f"{side}_{n}": ";".join(line(v).replace(";", ",") for v in values) for n, values in columns.items()}
