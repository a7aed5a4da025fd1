"""iCalendar (RFC 5545): a whole-day entry for each dated event."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.facts import passages
from waqai.export.text import line
from waqai.model import Event, Record
from waqai.model.merged import counted
from waqai.ontology import label

STATUS = {"happened": "CONFIRMED", "ongoing": "CONFIRMED", "denied": "CANCELLED"}
COARSE = frozenset(["season", "quarter", "year", "decade", "century"])
STAMP = "19700101T000000Z"
"""For a report without a publication date: the standard wants one, and today would change the bytes."""
FOLD = 75


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One calendar; words are in Arabic as the report's are."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waqai//export//EN", "CALSCALE:GREGORIAN")
    _put(stream, head)
    for record in records:
        for event in record.events:
            if event.when is None or event.when.start is None:
                losses.add("events left out: a calendar has no place for one without a date")
            elif event.when.granularity in COARSE:
                losses.add("events left out: their date is a season or longer")
            else:
                losses.add("parties written as words only: no sector or country", len(event.actors))
                _put(stream, _entry(record, event, event.when.start, event.when.end or event.when.start))
    _put(stream, ["END:VCALENDAR"])


def _entry(record: Record, event: Event, start: str, end: str) -> Iterator[str]:
    document = record.document
    after = date.fromisoformat(end[:10]) + timedelta(days=1)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}-{_text(document.id)}@waqai"
    yield (
        f"DTSTAMP:{(document.published or '')[:10].replace('-', '')}T000000Z"
        if document.published
        else f"DTSTAMP:{STAMP}"
    )
    yield f"DTSTART;VALUE=DATE:{start[:10].replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY;LANGUAGE=ar:{_text(summary(event))}"
    if event.where:
        yield f"LOCATION;LANGUAGE=ar:{_text(event.where.name)}"
        if event.where.lat is not None and event.where.lon is not None:
            yield f"GEO:{event.where.lat};{event.where.lon}"
    yield f"DESCRIPTION;LANGUAGE=ar:{_text(passages(event, document.text))}"
    yield f"CATEGORIES:{event.type},{event.act}"
    yield f"STATUS:{STATUS.get(event.status, 'TENTATIVE')}"
    if document.url:
        yield f"URL:{line(document.url)}"
    yield f"X-WAQAI-STATUS:{event.status}"
    yield f"X-WAQAI-SOURCES:{counted(event).sources}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def summary(event: Event) -> str:
    """The event in one line of Arabic: act, actors ← recipients."""
    actors = " و".join(dict.fromkeys(p.name for p in event.actors))
    recipients = " و".join(dict.fromkeys(p.name for p in event.recipients))
    parties = " ← ".join(side for side in (actors, recipients) if side)
    told = label("act", event.act, "ar") if event.act != "other" else label("type", event.type, "ar")
    status = "" if event.status == "happened" else f" ({label('status', event.status, 'ar')})"
    return f"{told}{status}: {parties}" if parties else told + status


def _text(value: str) -> str:
    return line(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _put(stream: BinaryIO, lines: Iterable[str]) -> None:
    for text in lines:
        stream.write(b"\r\n ".join(_folded(text)) + b"\r\n")


def _folded(text: str) -> Iterator[bytes]:
    # Lines have 75 octets at most, and a fold must not cut a character in two.
    held = b""
    for char in text:
        encoded = char.encode("utf-8")
        if len(held) + len(encoded) > FOLD - 1:
            yield held
            held = b""
        held += encoded
    yield held
