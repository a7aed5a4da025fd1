"""POLECAT: 40 columns in its order, tab-separated, one event a row, several values separated by semicolons."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from waqai import __version__
from waqai.export.base import Losses
from waqai.export.facts import countries_of, event_day, note_common, note_counts, told_events
from waqai.export.text import joined
from waqai.export.tsv import write_row
from waqai.model import Entity, Event, Participant, Record
from waqai.ontology import Coded, country, label

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations"),
    *("Story Locations", "Language", "Version"),
)
PLACE_COLUMNS = 10
Value = str | int | float | None


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One event a row, under POLECAT's header."""
    write_row(stream, COLUMNS)
    for record in records:
        people = {e.id: e for e in record.entities}
        story = _story(record)
        for event, coded in told_events(record, losses):
            note_common(event, losses)
            note_counts(event, losses)
            write_row(stream, [*_head(event, coded, losses), *_parties(event, people), *_place(event), *story])


def _head(event: Event, coded: Coded, losses: Losses) -> list[Value]:
    day = event_day(event, losses)
    return [event.id, day, event.type, event.mode, coded.intensity, coded.quad, joined(event.contexts)]


def _parties(event: Event, entities: dict[str, Entity]) -> Iterator[Value]:
    for parties in (event.actors, event.recipients):
        sectors = [p.sector for p in parties if p.sector]
        yield joined(_latin(p, entities) for p in parties)
        yield joined(countries_of(parties))
        yield joined(country(c).cow for c in countries_of(parties))
        yield sectors[0] if sectors else ""
        yield joined(sectors)
        yield joined(label("office", p.office) for p in parties)
        yield joined(p.text or p.name for p in parties)
        yield ""


def _latin(party: Participant, entities: dict[str, Entity]) -> str:
    entity = entities.get(party.entity)
    return (entity.latin if entity else None) or party.name


def _place(event: Event) -> list[Value]:
    where = event.where
    if where is None:
        return [""] * PLACE_COLUMNS
    city = where.name if where.geonames and where.lat is not None else ""
    raw = where.text or where.name
    return [where.name, city, "", "", where.country, where.lat, where.lon, str(where.geonames or ""), raw, ""]


def _story(record: Record) -> list[Value]:
    def names(*kinds: str) -> str:
        return joined(e.name for e in record.entities if e.kind in kinds)

    document = record.document
    people, groups, places = names("person"), names("org", "group"), names("state", "place")
    return [document.outlet, document.published, people, groups, places, document.language, f"waqai {__version__}"]
