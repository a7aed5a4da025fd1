"""TimeML: the text of a document with its events and their dates marked, one file a document."""

from collections.abc import Iterator

from waqai.export.base import Losses
from waqai.export.text import xml
from waqai.model import Event, Record

MONTH, YEAR = 7, 4
CLASS = {
    "REQUEST": "I_ACTION",
    "ACCUSE": "REPORTING",
    "THREATEN": "I_ACTION",
    "AGREE": "I_ACTION",
    "REJECT": "I_ACTION",
}
Mark = tuple[int, int, str, str]


def files(record: Record, losses: Losses) -> Iterator[tuple[str, str]]:
    """The TimeML document of a record."""
    yield ".tml", _document(record, losses)


def _document(record: Record, losses: Losses) -> str:
    text, published = record.document.text, record.document.published
    dates, links, instances = _times(record), [], []
    marks: list[Mark] = [(s, e, "TIMEX3", f'tid="{tid}" type="DATE" value="{v}"') for (s, e), (tid, v) in dates.items()]
    taken = sorted(dates)
    for n, event in enumerate(record.events, 1):
        losses.add("parties, places and sources not written: TimeML has times and events only")
        span = _trigger(event, taken)
        if span is None:
            losses.add("events left out: their words overlap another mark")
            continue
        taken.append(span)
        marks.append((*span, "EVENT", f'eid="e{n}" class="{CLASS.get(event.type, "OCCURRENCE")}"'))
        polarity = "NEG" if event.status == "denied" else "POS"
        modality = "" if event.status in ("happened", "ongoing", "denied") else f' modality="{event.status}"'
        grammar = f'tense="NONE" aspect="NONE" pos="NONE" polarity="{polarity}"{modality}'
        instances.append(f'<MAKEINSTANCE eiid="ei{n}" eventID="e{n}" {grammar}/>')
        if event.when and event.when.span in dates:
            ends = f'eventInstanceID="ei{n}" relatedToTime="{dates[event.when.span][0]}"'
            links.append(f'<TLINK lid="l{n}" relType="IS_INCLUDED" {ends}/>')
    body = f"<TEXT>{_marked(text, sorted(marks))}</TEXT>\n" + "".join(f"{x}\n" for x in (*instances, *links))
    docid = f"<DOCID>{xml(record.document.id)}</DOCID>\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{docid}{_created(published)}{body}</TimeML>\n'


def _created(published: str | None) -> str:
    if not published:
        return ""
    function = 'temporalFunction="false" functionInDocument="CREATION_TIME"'
    day = xml(published)
    return f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" {function}>{day}</TIMEX3></DCT>\n'


def _times(record: Record) -> dict[tuple[int, int], tuple[str, str]]:
    """Span of each date's words → (tid, TIMEX3 value); a span inside another is left out."""
    found: dict[tuple[int, int], str] = {}
    for event in record.events:
        when = event.when
        if when and when.span and when.start and not any(_overlap(when.span, s) and s != when.span for s in found):
            found.setdefault(when.span, _value(when.start, when.granularity))
    return {span: (f"t{n}", value) for n, (span, value) in enumerate(sorted(found.items()), 1)}


def _value(start: str, granularity: str) -> str:
    cut = {"month": MONTH, "year": YEAR, "decade": YEAR - 1, "century": YEAR - 2}.get(granularity, 10)
    return start[:cut]


def _trigger(event: Event, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    # The shortest words that made the type or act; the passage where no trace was kept.
    spans = [t.span for t in event.trace if t.field in ("type", "act") and t.span]
    spans += [(p.start, p.end) for p in event.evidence]
    for span in spans:
        if span[0] < span[1] and not any(_overlap(span, other) for other in taken):
            return span
    return None


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _marked(text: str, marks: list[Mark]) -> str:
    parts, at = [], 0
    for start, end, tag, attributes in marks:
        parts += [xml(text[at:start]), f"<{tag} {attributes}>", xml(text[start:end]), f"</{tag}>"]
        at = end
    return "".join([*parts, xml(text[at:])])
