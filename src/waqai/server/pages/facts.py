"""The facts of an event with their words: each value once, under it every report that states it and where."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from waqai.model.library import Report
from waqai.model.record import Event, Interval, Participant, Place, Record, Span, Trace

LONGEST = 220


class Quote(Struct, frozen=True, kw_only=True):
    """Words that a value rests on.

    Attributes:
        document: number of the document.
        outlet: who published it.
        text: the words, cut where they are long.
        rule: the rule or lexicon entry that made the value.
        because: the reason, in English.
        inferred: the words do not say it, it follows from them.
    """

    document: int
    outlet: str | None
    text: str
    start: int | None = None
    end: int | None = None
    rule: str = ""
    because: str = ""
    inferred: bool = False


class Fact(Struct, frozen=True, kw_only=True):
    """A value of an event.

    Attributes:
        field: "type", "status", "when", "where", "actor", "recipient", "topic", "source", "context".
        value: the value as programs know it: a code, a name, a day.
        more: what belongs to it: last day and granularity of a time, state of a place, office and state of a party.
        latin: a party's name in Latin letters, where it is known.
    """

    field: str
    value: str
    more: tuple[str, ...] = ()
    latin: str | None = None
    quotes: tuple[Quote, ...] = ()


class Stated(Struct, frozen=True):
    """A value as one record has it."""

    field: str
    value: str
    more: tuple[str, ...]
    span: Span | None
    paths: tuple[str, ...]
    inferred: bool = False
    because: str | None = None
    entity: str = ""


def facts(reports: Sequence[Report], records: Mapping[int, Record], outlets: Mapping[int, str | None]) -> list[Fact]:
    """The facts of an event from all of its reports, in the order of a card."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Quote]] = {}
    latin: dict[tuple[str, str, tuple[str, ...]], str | None] = {}
    for report in reports:
        event = event_of(report, records)
        if event is None:
            continue
        text = records[report.document].document.text
        known = {entity.id: entity.latin for entity in records[report.document].entities}
        for stated in values(event):
            quote = _quote(stated, event, text, report.document, outlets.get(report.document))
            key = (stated.field, stated.value, stated.more)
            found.setdefault(key, []).append(quote)
            latin[key] = latin.get(key) or known.get(stated.entity)
    order = list(dict.fromkeys(FIELDS))
    keys = sorted(found, key=lambda key: order.index(key[0]))
    return [Fact(field=key[0], value=key[1], more=key[2], latin=latin[key], quotes=tuple(found[key])) for key in keys]


FIELDS = ("act", "status", "when", "where", "actor", "recipient", "topic", "source", "context")


def event_of(report: Report, records: Mapping[int, Record]) -> Event | None:
    """The event of a record that a report is the account of."""
    record = records.get(report.document)
    if record and report.position < len(record.events) and record.events[report.position].id == report.event:
        return record.events[report.position]
    return next((e for e in record.events if e.id == report.event), None) if record else None


def values(event: Event) -> Iterator[Stated]:
    """Every value that an event of a record states."""
    yield Stated("act", event.act, (event.type, event.mode or ""), None, ("act", "type", "mode"))
    yield Stated("status", event.status, (), None, ("status",))
    if event.when and event.when.start:
        yield _when(event.when)
    if event.where:
        yield _where(event.where)
    for side, people in (("actor", event.actors), ("recipient", event.recipients)):
        for at, one in enumerate(people):
            yield _party(side, f"{side}s[{at}]", one)
    for at, topic in enumerate(event.topics):
        yield Stated("topic", " ".join(topic.text.split()), (), topic.span, (f"topics[{at}]",))
    for at, source in enumerate(event.sources):
        more = (source.kind, *source.via)
        yield Stated("source", " ".join(source.text.split()), more, source.span, (f"sources[{at}]",))
    if event.contexts:
        yield Stated("context", event.contexts[0], event.contexts[1:], None, ("contexts",))


def _when(when: Interval) -> Stated:
    more = (when.end or "", when.granularity)
    return Stated("when", when.start or "", more, when.span, ("when",), when.inferred, when.because)


def _where(where: Place) -> Stated:
    more = (where.country or "",)
    return Stated("where", where.name, more, where.span, ("where",), where.inferred, where.because)


def _party(side: str, path: str, one: Participant) -> Stated:
    more = (one.office or "", one.country or "", one.sector or "")
    paths = (path, f"{path}.office", f"{path}.country")
    return Stated(side, one.name, more, one.span, paths, one.inferred, one.because, one.entity)


def _quote(stated: Stated, event: Event, text: str, document: int, outlet: str | None) -> Quote:
    traces = [trace for path in stated.paths for trace in event.trace if trace.field == path]
    span = stated.span or next((trace.span for trace in traces if trace.span), None)
    first = traces[0] if traces else Trace(field="", rule="")
    return Quote(
        document=document,
        outlet=outlet,
        text=short(text, span) if span else "",
        start=span[0] if span else None,
        end=span[1] if span else None,
        rule=first.rule,
        because=stated.because or first.because,
        inferred=stated.inferred,
    )


def short(text: str, span: Span, longest: int = LONGEST) -> str:
    """The words of a span on one line, cut at a word."""
    found = " ".join(text[span[0] : span[1]].split())
    return found if len(found) <= longest else found[:longest].rsplit(" ", 1)[0] + " …"
