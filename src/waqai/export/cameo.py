"""CAMEO dyads as PETRARCH writes them: date, source, target, code, issues, ids, url, story source, words."""

from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.facts import actor_code, dyads, event_day, note_common, note_counts, passages, state_ids, told_events
from waqai.export.text import joined
from waqai.export.tsv import write_row
from waqai.model import Record

COLUMNS = (
    *("date", "source", "target", "code", "issues", "ids", "url", "story_source"),
    *("source_text", "target_text", "event_text"),
)
UNKNOWN = "---"
"""How PETRARCH writes an actor without a code."""


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One line for each pair of codes; no header. Columns are `COLUMNS`."""
    for record in records:
        states, document = state_ids(record), record.document
        for event, coded in told_events(record, losses):
            note_common(event, losses)
            note_counts(event, losses)
            losses.add("places not written: no column", event.where is not None)
            day = event_day(event, losses).replace("-", "")
            seen: set[tuple[str, str, str]] = set()
            for dyad in dyads(event, coded.cameo):
                key = (
                    actor_code(dyad.source, states) or UNKNOWN,
                    actor_code(dyad.target, states) or UNKNOWN,
                    dyad.code,
                )
                if key in seen:
                    continue
                seen.add(key)
                words = [dyad.source.name, dyad.target.name if dyad.target else "", passages(event, document.text)]
                ids = f"{document.id}_{event.id}"
                write_row(stream, [day, *key, joined(event.contexts), ids, document.url, document.outlet, *words])
