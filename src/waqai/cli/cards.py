"""A record as cards for people: rows of pieces, not yet coloured or wrapped."""

from collections.abc import Iterator

from msgspec import Struct

from waqai.cli.messages import Messages
from waqai.lexicon.english import english_body, english_place
from waqai.model import Agreement, Entity, Event, Interval, Participant, Place, Record, Source
from waqai.ontology import label
from waqai.reader import is_arabic

PRECISION = {"month": 7, "year": 4}
"""How much of an ISO date says all there is to say, for granularities that are whole calendar units."""


class Piece(Struct, frozen=True):
    """Words of one style: "" plain, "quoted" (from the report), "strong", "dim", or a status."""

    text: str
    style: str = ""


class Row(Struct, frozen=True):
    """One line of a card: a label and what stands beside it. A heading has no label."""

    label: str
    pieces: tuple[Piece, ...]
    heading: bool = False


def record_rows(record: Record, where: str, messages: Messages) -> Iterator[Row]:
    """The rows of a record: a head for the document, a card for each event."""
    yield from _document_rows(record, where, messages)
    for number, event in enumerate(record.events, 1):
        yield Row("", ())
        yield from event_rows(record, event, number, messages)


def _document_rows(record: Record, where: str, messages: Messages) -> Iterator[Row]:
    document = record.document
    if document.title:
        yield Row("", (Piece(document.title, "quoted"),), heading=True)
    date = f"{messages.label('published')} {document.published}" if document.published else messages.label("no_date")
    about = [Piece(where, "strong"), Piece(f" · {date}", "dim")]
    if document.outlet:
        about += [Piece(" · ", "dim"), Piece(document.outlet, "quoted")]
    yield Row("", tuple(about), heading=True)
    if not is_arabic(document):
        yield Row("", (Piece(messages.label("not_arabic").format(language=document.language)),), heading=True)
    elif not record.events:
        yield Row("", (Piece(messages.label("no_events")),), heading=True)


def event_rows(record: Record, event: Event, number: int, messages: Messages) -> Iterator[Row]:
    """The card of one event.

    Args:
        record: the record it belongs to; resolves ids.
        event: the event.
        number: its place in the record, from 1.
        messages: the words to use.
    """
    status = Piece(messages.word("STATUSES", event.status), event.status)
    confidence = Piece(f" · {event.confidence:.0%}", "dim")
    title = Piece(messages.word("ACTS", event.act), "strong")
    yield Row(str(number), (title, Piece(" · ", "dim"), status, confidence), heading=True)
    yield Row(messages.label("type"), (Piece(_type(event, messages), "dim"),))
    host = "host" if event.mode == "visit" or event.act == "visit" else "recipients"
    latin = {entity.id: _latin(entity) for entity in record.entities if entity.kind in SPELLED}
    for key, side in (("actors", event.actors), (host, event.recipients)):
        for at, one in enumerate(side):
            row = participant_pieces(one, messages, latin.get(one.entity))
            yield Row(messages.label(key) if at == 0 else "", row)
    yield Row(messages.label("when"), when_pieces(event.when, messages))
    if event.where:
        yield Row(messages.label("where"), place_pieces(event.where, messages))
    for at, topic in enumerate(event.topics):
        yield Row(messages.label("topics") if at == 0 else "", (Piece(flat(topic.text), "quoted"),))
    for at, source in enumerate(event.sources):
        yield Row(messages.label("sources") if at == 0 else "", _source_pieces(source, record, messages))
    yield from _agreement_rows(record, event, messages)
    yield from _link_rows(record, event, messages)


SPELLED = ("person", "org")
"""Kinds of entity whose names a reader without Arabic wants in Latin letters; states have English names anyway."""


def _latin(entity: Entity) -> str | None:
    return entity.latin or (english_body(entity.name) if entity.kind == "org" else None)


def flat(text: str) -> str:
    """Words of the report on one line."""
    return " ".join(text.split())


def _type(event: Event, messages: Messages) -> str:
    words = [messages.word("TYPES", event.type)]
    if event.mode:
        words.append(messages.mode(event.type, event.mode))
    return " · ".join([*words, messages.words("CONTEXTS", event.contexts)] if event.contexts else words)


def participant_pieces(one: Participant, messages: Messages, latin: str | None = None) -> tuple[Piece, ...]:
    """A participant: in English the name in Latin letters and what they are, so that the Arabic name ends the line."""
    state = messages.state(one.country)
    what = messages.office(one.office) if one.office else None
    if not what and one.sector not in (None, "GOV"):
        what = messages.word("SECTORS", one.sector)
    described = messages.separator.join(part for part in (what, state) if part and part != one.name)
    if latin and messages.language == "en":
        described = messages.separator.join(part for part in (latin, described) if part)
    inferred = f" ({messages.label('inferred')})" if one.inferred else ""
    name = Piece(flat(one.name), "quoted")
    if messages.language == "ar":
        return (name, Piece(f" — {described}" if described else "", "dim"), Piece(inferred, "dim"))
    return (Piece(f"{described}{inferred} — " if described or inferred else "· ", "dim"), name)


def when_pieces(when: Interval | None, messages: Messages) -> tuple[Piece, ...]:
    """A date as precise as the words are, and the words."""
    if when is None or not (when.start or when.end):
        words = (Piece(" "), Piece(f"«{flat(when.text)}»", "quoted")) if when and when.text else ()
        return (Piece(messages.label("unknown"), "dim"), *words)
    text = interval_text(when, messages)
    inferred = f" ({messages.label('inferred')})" if when.inferred else ""
    words = (Piece(" — ", "dim"), Piece(f"«{flat(when.text)}»", "quoted")) if when.text else ()
    return (Piece(text), Piece(inferred, "dim"), *words)


def interval_text(when: Interval, messages: Messages) -> str:
    """The days of an interval: "2025-10-17", "2025-09", "2025-10-06 to 2025-10-12"."""
    start, end = when.start, when.end
    about = f"{messages.label('about')} " if when.approx else ""
    if start and end:
        kept = PRECISION.get(when.granularity)
        if kept and start[:kept] == end[:kept]:
            return about + start[:kept]
        if start == end:
            return about + start
    return f"{about}{start or '…'} {messages.label('to')} {end or '…'}"


def place_pieces(place: Place, messages: Messages) -> tuple[Piece, ...]:
    """A place and its state; in English the name that lists have for it goes first."""
    state = messages.state(place.country)
    inferred = f" ({messages.label('inferred')})" if place.inferred else ""
    if messages.language == "ar":
        beside = f" ({state})" if state and state != place.name else ""
        return (Piece(place.name, "quoted"), Piece(beside + inferred, "dim"))
    # «عمان» in Oman is the state, though a list has the city of that name in another.
    is_state = place.name == label("country", place.country, "ar")
    known = state if is_state else english_place(place.name, place.country)
    described = messages.separator.join(part for part in dict.fromkeys((known, state)) if part)
    return (Piece(f"{described}{inferred} — " if described or inferred else "", "dim"), Piece(place.name, "quoted"))


def _source_pieces(source: Source, record: Record, messages: Messages) -> tuple[Piece, ...]:
    named = english_body(source.text) if messages.language == "en" and source.kind == "organisation" else None
    kind = named or messages.word("KINDS", source.kind)
    state = messages.state(source.country)
    described = messages.separator.join(part for part in (kind, state) if part)
    names = {entity.id: entity.name for entity in record.entities}
    via: list[Piece] = []
    for hop in source.via:
        via += [Piece(f" {messages.label('via')} ", "dim"), Piece(flat(names.get(hop, hop)), "quoted")]
    text = Piece(flat(source.text), "quoted")
    if messages.language == "ar":
        return (text, Piece(f" ({described})", "dim"), *via)
    return (Piece(f"{described} — ", "dim"), text, *via)


def _agreement_rows(record: Record, event: Event, messages: Messages) -> Iterator[Row]:
    agreement = next((a for a in record.agreements if a.id == event.agreement), None)
    if agreement is None:
        return
    title = flat(agreement.title or "")
    kind = Piece(messages.word("KINDS", agreement.kind) + (" — " if title else ""), "dim")
    yield Row(messages.label("agreement"), (kind, Piece(title, "quoted")))
    if agreement.parties:
        parties = messages.separator.join(_party(p, record, messages) for p in agreement.parties)
        yield Row(messages.label("parties"), (Piece(parties),))
    for key, clauses in _clauses(agreement):
        for at, clause in enumerate(clauses):
            yield Row(messages.label(key) if at == 0 else "", (Piece("· ", "dim"), Piece(flat(clause), "quoted")))


def _clauses(agreement: Agreement) -> list[tuple[str, list[str]]]:
    groups = (("aims", agreement.aims), ("provisions", agreement.provisions), ("amounts", agreement.amounts))
    return [(key, [clause.text for clause in group]) for key, group in groups]


def _party(party: str, record: Record, messages: Messages) -> str:
    entity = next((e for e in record.entities if e.id == party), None)
    return entity.name if entity else messages.state(party) or party


def _link_rows(record: Record, event: Event, messages: Messages) -> Iterator[Row]:
    numbers = {other.id: number for number, other in enumerate(record.events, 1)}
    words = [messages.word("LINKS", link.rel).format(numbers.get(link.event, "?")) for link in event.links]
    if words:
        yield Row(messages.label("links"), (Piece(messages.separator.join(words), "dim"),))
