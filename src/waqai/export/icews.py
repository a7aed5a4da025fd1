"""ICEWS: 20 columns, tab-separated, one row for each pair of parties. CAMEO codes are strings: '010' is not '10'."""

import re
from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.facts import Dyad, dyads, event_day, first_offset, note_common, note_counts, number, told_events
from waqai.export.tsv import write_row
from waqai.model import Event, Participant, Record
from waqai.ontology import from_cameo, label

COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
SENTENCE_END = re.compile(r"[.!?؟]\s|\n+")
Value = str | int | float | None


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One row for each pair, under ICEWS's header."""
    write_row(stream, COLUMNS)
    for record in records:
        for event, coded in told_events(record, losses):
            note_common(event, losses)
            note_counts(event, losses)
            losses.add(
                "offices not written: no column", sum(bool(p.office) for p in (*event.actors, *event.recipients))
            )
            day = event_day(event, losses)
            for dyad in dyads(event, coded.cameo):
                write_row(stream, _row(record, event, dyad, day))


def _row(record: Record, event: Event, dyad: Dyad, day: str) -> list[Value]:
    document, where, cameo = record.document, event.where, from_cameo(dyad.code)
    target = dyad.target.entity if dyad.target else ""
    return [
        str(number(document.id, event.id, dyad.source.entity, target, dyad.code)),
        day,
        *_party(dyad.source),
        cameo.label,
        dyad.code,
        f"{cameo.goldstein:.1f}",
        *_party(dyad.target),
        document.id,
        len(SENTENCE_END.findall(document.text[: first_offset(event)])) + 1,
        document.outlet,
        where.name if where else "",
        "",
        "",
        label("country", where.country) if where else "",
        where.lat if where else None,
        where.lon if where else None,
    ]


def _party(who: Participant | None) -> list[Value]:
    if who is None:
        return ["", "", ""]
    return [who.name, label("sector", who.sector), label("country", who.country)]
