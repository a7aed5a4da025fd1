"""A report's text with its layers: people, time, place, events, sources; what each piece of words stands for."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from waqai.model.record import Event, Record, Span
from waqai.server.pages.facts import Stated, values

LAYERS = ("people", "time", "place", "events", "sources")
LAYER_OF = {"actor": "people", "recipient": "people", "when": "time", "where": "place", "source": "sources"}


class Note(Struct, frozen=True, kw_only=True):
    """What some words stand for.

    Attributes:
        n: its number in the text's order, from 1.
        field: as in `Fact`; "entity" for a name that no event uses, "trigger" for the words that tell an event.
        events: numbers of the events in the record that have it, from 1.
        piece: number of the first piece of text under it.
    """

    n: int
    layer: str
    field: str
    value: str
    more: tuple[str, ...]
    start: int
    end: int
    words: str
    rule: str = ""
    because: str = ""
    inferred: bool = False
    events: tuple[int, ...] = ()
    entity: str = ""
    latin: str | None = None
    piece: int = 0


class Piece(Struct, frozen=True):
    """A run of text under the same notes.

    Attributes:
        n: its number, from 1.
        notes: numbers of the notes over it, the shortest first.
        layers: their layers.
        told: numbers of the events that a passage over it tells.
        begins: numbers of the events whose passage begins here.
    """

    n: int
    text: str
    notes: tuple[int, ...]
    layers: tuple[str, ...]
    told: tuple[int, ...]
    begins: tuple[int, ...]


class Layered(Struct, frozen=True, kw_only=True):
    """The text in paragraphs of pieces, and the notes over it."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    notes: tuple[Note, ...]


def layered(record: Record) -> Layered:
    """The text of a record with everything that was read in it."""
    text = record.document.text
    found = sorted(_merged(_notes(record)), key=_order)
    passages = [(p.start, p.end, number) for number, e in enumerate(record.events, 1) for p in e.evidence]
    cuts = {0, len(text)}
    cuts.update(at for n in found for at in (n.start, n.end))
    cuts.update(at for start, end, _ in passages for at in (start, end))
    cuts.update(at for i, letter in enumerate(text) if letter == "\n" for at in (i, i + 1))
    points = sorted(at for at in cuts if 0 <= at <= len(text))
    paragraphs: list[list[Piece]] = [[]]
    first: dict[int, int] = {}
    number = 0
    for start, end in itertools.pairwise(points):
        if text[start:end] == "\n":
            paragraphs.append([])
            continue
        number += 1
        piece = _piece(number, text[start:end], (start, end), found, passages)
        for note in piece.notes:
            first.setdefault(note, number)
        paragraphs[-1].append(piece)
    notes = tuple(_numbered(note, n, first.get(n, 0)) for n, note in enumerate(found, 1))
    return Layered(paragraphs=tuple(tuple(p) for p in paragraphs if any(x.text.strip() for x in p)), notes=notes)


def _merged(notes: Iterable[Note]) -> Iterable[Note]:
    """One note for what several events have in common."""
    out: dict[tuple[int, int, str, str, str], Note] = {}
    for note in notes:
        key = (note.start, note.end, note.layer, note.field, note.value)
        before = out.get(key)
        out[key] = replace(before, events=(*before.events, *note.events)) if before else note
    return out.values()


def _order(note: Note) -> tuple[int, int, str, str]:
    return note.start, -note.end, note.layer, note.value


def _numbered(note: Note, n: int, piece: int) -> Note:
    return replace(note, n=n, piece=piece)


def _piece(
    number: int, text: str, span: Span, notes: Sequence[Note], passages: Sequence[tuple[int, int, int]]
) -> Piece:
    start, end = span
    over = [(note.end - note.start, n) for n, note in enumerate(notes, 1) if note.start <= start and end <= note.end]
    mine = tuple(n for _, n in sorted(over))
    told = tuple(dict.fromkeys(e for a, b, e in passages if a <= start and end <= b))
    begins = tuple(dict.fromkeys(e for a, _, e in passages if a == start))
    return Piece(number, text, mine, tuple(dict.fromkeys(notes[n - 1].layer for n in mine)), told, begins)


def _notes(record: Record) -> Iterable[Note]:
    text = record.document.text
    used: set[Span] = set()
    latin = {e.id: e.latin for e in record.entities}
    homes: Mapping[Span, str] = {span: e.id for e in record.entities for span in e.mentions}
    for number, event in enumerate(record.events, 1):
        yield from _triggers(event, number, text)
        for stated in values(event):
            if stated.span and (layer := LAYER_OF.get(stated.field)):
                used.add(stated.span)
                entity = stated.entity or homes.get(stated.span, "")
                yield _note(stated, event, number, layer, text, entity, latin.get(entity))
    for one in record.entities:
        layer = "place" if one.kind == "place" else "people"
        for start, end in one.mentions:
            if not any(a <= start and end <= b for a, b in used):
                yield Note(
                    n=0,
                    layer=layer,
                    field="entity",
                    value=one.name,
                    more=(one.kind, one.country or "", one.sector or ""),
                    start=start,
                    end=end,
                    words=text[start:end],
                    entity=one.id,
                    latin=one.latin,
                )


def _note(stated: Stated, event: Event, number: int, layer: str, text: str, entity: str, latin: str | None) -> Note:
    trace = next((t for path in stated.paths for t in event.trace if t.field == path), None)
    start, end = stated.span or (0, 0)
    return Note(
        n=0,
        layer=layer,
        field=stated.field,
        value=stated.value,
        more=stated.more,
        start=start,
        end=end,
        words=text[start:end],
        rule=trace.rule if trace else "",
        because=stated.because or (trace.because if trace else ""),
        inferred=stated.inferred,
        events=(number,),
        entity=entity,
        latin=latin,
    )


def _triggers(event: Event, number: int, text: str) -> Iterable[Note]:
    """The words that tell the event: those that its type and its act rest on."""
    spans = {t.span: t for t in reversed(event.trace) if t.field in ("type", "act") and t.span}
    for (start, end), trace in spans.items():
        yield Note(
            n=0,
            layer="events",
            field="act",
            value=event.act,
            more=(event.type, event.mode or ""),
            start=start,
            end=end,
            words=text[start:end],
            rule=trace.rule,
            because=trace.because,
            events=(number,),
        )
