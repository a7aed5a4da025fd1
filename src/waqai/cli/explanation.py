"""What `waqai explain` shows: each value of an event with its words, its rule and the reason."""

import re
from collections.abc import Iterator

from msgspec import Struct

from waqai.cli.cards import Piece, Row, flat, interval_text
from waqai.cli.messages import Messages
from waqai.model import Event, Participant, Record, Trace
from waqai.model.record import Span

MAX_WORDS = 160


class Value(Struct, frozen=True):
    """One value of an event.

    Attributes:
        field: its path, as traces name it ("when", "actors[0].office").
        shown: the value in words.
        span: the words of the report that it rests on, where the value itself carries them.
        because: the reason that the value itself carries.
    """

    field: str
    shown: str
    span: Span | None = None
    because: str | None = None


def explanation_rows(record: Record, number: int, messages: Messages) -> Iterator[Row]:
    """The rows that explain one event.

    Args:
        record: a record.
        number: which event of it, from 1.
        messages: the words to use.
    """
    event = record.events[number - 1]
    text = record.document.text
    title = Piece(f"{messages.label('event')} {number}: {messages.word('ACTS', event.act)}", "strong")
    yield Row("", (title, Piece(f" · {event.id}", "dim")), heading=True)
    told: set[int] = set()
    for value in event_values(event, messages):
        yield Row("", ())
        yield Row("", (Piece(f"{_field(value.field, messages)}: ", "dim"), Piece(value.shown, "strong")), heading=True)
        traces = [(at, t) for at, t in enumerate(event.trace) if t.field == value.field]
        told.update(at for at, _ in traces)
        yield from _value_rows(value, [t for _, t in traces], text, messages)
    for at, trace in enumerate(event.trace):
        if at not in told:
            yield Row("", ())
            yield Row("", (Piece(f"{_field(trace.field, messages)}:", "dim"),), heading=True)
            yield from _trace_rows(trace, text, messages, None)
    yield Row("", ())
    for at, passage in enumerate(event.evidence):
        words = _words(text, (passage.start, passage.end))
        yield Row(messages.label("evidence") if at == 0 else "", words)


def event_values(event: Event, messages: Messages) -> Iterator[Value]:
    """Every value that an event states, in the order of its card."""
    traced = {trace.field for trace in event.trace}
    yield Value("type", _code(event.type, messages.word("TYPES", event.type), messages))
    if event.mode:
        yield Value("mode", _code(event.mode, messages.mode(event.type, event.mode), messages))
    yield Value("act", _code(event.act, messages.word("ACTS", event.act), messages))
    yield Value("status", _code(event.status, messages.word("STATUSES", event.status), messages))
    if event.contexts:
        contexts = [_code(code, messages.word("CONTEXTS", code), messages) for code in event.contexts]
        yield Value("contexts", messages.separator.join(contexts))
    if event.when:
        days = interval_text(event.when, messages) if event.when.start or event.when.end else messages.label("unknown")
        yield Value("when", f"{days} ({event.when.granularity})", event.when.span, event.when.because)
    if event.where:
        place = ", ".join(part for part in (event.where.name, event.where.country) if part)
        yield Value("where", place, event.where.span, event.where.because)
    for side, people in (("actors", event.actors), ("recipients", event.recipients)):
        for at, one in enumerate(people):
            yield from _participant_values(f"{side}[{at}]", one, traced)
    for at, topic in enumerate(event.topics):
        yield Value(f"topics[{at}]", flat(topic.text), topic.span)
    yield Value("confidence", f"{event.confidence:.2f}")
    for at, source in enumerate(event.sources):
        kind = messages.word("KINDS", source.kind) if messages.language == "ar" else source.kind
        yield Value(f"sources[{at}]", f"{flat(source.text)} ({kind})", source.span)


def _code(code: str, word: str, messages: Messages) -> str:
    """A code of the record, in Arabic behind its word."""
    return f"{word} ({code})" if messages.language == "ar" else code


def _field(path: str, messages: Messages) -> str:
    """Where a value stands, as traces name it; in Arabic behind its words: «الأطراف 1، المنصب (actors[0].office)»."""
    if messages.language != "ar":
        return path
    parts = [messages.field(*part) for part in re.findall(r"(\w+)(?:\[(\d+)\])?", path)]
    return f"{messages.separator.join(parts)} ({path})"


def _participant_values(path: str, one: Participant, traced: set[str]) -> Iterator[Value]:
    """The participant, and what it is: on a line of its own where a rule of its own made it."""
    parts = {f"{path}.{name}": getattr(one, name) for name in ("office", "country", "sector")}
    known = {field: value for field, value in parts.items() if value}
    same = [value for field, value in known.items() if field not in traced]
    yield Value(path, " · ".join([flat(one.name), *same]), one.span, one.because)
    yield from (Value(field, value) for field, value in known.items() if field in traced)


def _value_rows(value: Value, traces: list[Trace], text: str, messages: Messages) -> Iterator[Row]:
    if not traces:
        if value.span:
            yield Row(messages.label("words"), _words(text, value.span))
        if value.because:
            yield Row(messages.label("because"), (Piece(messages.reason(value.because)),))
        if not value.span and not value.because:
            yield Row("", (Piece(messages.label("no_trace"), "dim"),))
    for trace in traces:
        yield from _trace_rows(trace, text, messages, value)


def _trace_rows(trace: Trace, text: str, messages: Messages, value: Value | None) -> Iterator[Row]:
    span = trace.span or (value.span if value else None)
    if span:
        yield Row(messages.label("words"), _words(text, span))
    yield Row(messages.label("rule"), (Piece(trace.rule),))
    because = trace.because or (value.because if value else None)
    if because:
        yield Row(messages.label("because"), (Piece(messages.reason(because)),))


def _words(text: str, span: Span) -> tuple[Piece, ...]:
    words = flat(text[span[0] : span[1]])
    if len(words) > MAX_WORDS:
        words = words[:MAX_WORDS].rsplit(" ", 1)[0] + " …"
    return (Piece(f"{span[0]}–{span[1]} ", "dim"), Piece(f"«{words}»", "quoted"))
