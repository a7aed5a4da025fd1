"""What several formats ask of an event: its day, its parties two by two, codes of the field."""

import hashlib
from collections.abc import Iterable, Iterator

from msgspec import Struct

from waqai.export.base import Losses
from waqai.model import Event, Participant, Record
from waqai.model.merged import MergedEvent
from waqai.ontology import Coded, code_event, country

MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE", "SUPPORT"])
"""Types whose sides, where all are actors, did it with one another."""
TOLD = frozenset(["happened", "ongoing"])
FINE = frozenset(["day", "time"])


class Dyad(Struct, frozen=True):
    """One side towards another; `target` is `None` where the words name none. `code` is CAMEO."""

    source: Participant
    target: Participant | None
    code: str


def told_events(record: Record, losses: Losses) -> Iterator[tuple[Event, Coded]]:
    """Events that a format without a status may hold as fact.

    A planned meeting is AGREE, which is itself something done, and is kept. What else is planned, proposed, conditional
    or denied is left out and counted: written down without its status it would say that it happened.
    """
    for event in record.events:
        if is_told(event):
            yield event, code_event(event)
        else:
            losses.add(f"{event.status} events left out: the format would show them as having happened")


def is_told(event: Event) -> bool:
    """Whether the event may be counted among what happened; see `told_events`."""
    return event.status in TOLD or (event.type == "AGREE" and event.status != "denied")


def event_day(event: Event, losses: Losses) -> str:
    """The first day, "" where the words give none; says when it is only the first of a longer time."""
    if event.when is None or event.when.start is None:
        losses.add("events without a date in the text: the date is left empty, not guessed")
        return ""
    if event.when.granularity not in FINE or event.when.start[:10] != (event.when.end or event.when.start)[:10]:
        losses.add("dates less precise than a day or over several days: the first day is written")
    return event.when.start[:10]


def dyads(event: Event, code: str) -> Iterator[Dyad]:
    """The event two by two.

    Recipients: every actor towards every recipient. A visit gives the pair 042 (make) and 043 (host), one each way.
    Actors only, of a mutual type: each towards each of another state, both ways. Otherwise actors towards nobody.
    """
    if event.recipients:
        for source in event.actors:
            for target in event.recipients:
                yield Dyad(source, target, code)
                if code == "042":
                    yield Dyad(target, source, "043")
        return
    pairs = [(a, b) for a in event.actors for b in event.actors if a.entity != b.entity and _apart(a, b)]
    if event.type in MUTUAL and pairs:
        yield from (Dyad(a, b, code) for a, b in pairs)
    else:
        yield from (Dyad(a, None, code) for a in event.actors)


def _apart(a: Participant, b: Participant) -> bool:
    return a.country is None or a.country != b.country


def actor_code(who: Participant | None, states: frozenset[str]) -> str:
    """CAMEO actor code: state, then sector ("TURGOV"); the state alone is the state itself.

    Args:
        who: the party.
        states: ids of the record's entities that are states.
    """
    if who is None:
        return ""
    code = country(who.country).cameo
    return code if who.entity in states else code + (who.sector or "")


def state_ids(record: Record) -> frozenset[str]:
    """Ids of the entities that are states."""
    return frozenset(e.id for e in record.entities if e.kind == "state")


def number(*parts: str) -> int:
    """A number below 2^60 from parts, the same each time: for formats whose ids are numbers."""
    return int(hashlib.sha256("\0".join(parts).encode()).hexdigest()[:15], 16)


def first_offset(event: Event) -> int:
    """Where the first passage starts."""
    return min((passage.start for passage in event.evidence), default=0)


def passages(event: Event, text: str) -> str:
    """The words that tell the event."""
    return " … ".join(text[p.start : p.end] for p in event.evidence)


def note_common(event: Event, losses: Losses) -> None:
    """Count what no table of the field has a column for."""
    losses.add("sources (who says so) not written: no column", len(event.sources))
    losses.add("topics not written: no column", len(event.topics))
    losses.add("links between events not written: no column", len(event.links))
    losses.add("references to an agreement not written: no column", event.agreement is not None)


def note_counts(event: Event, losses: Losses) -> None:
    """Count what a table without columns for it does not say: from how many sources an event is known."""
    if isinstance(event, MergedEvent):
        losses.add("numbers of reports and of independent sources not written: no column")
        losses.add("disagreements not written: no column", len(event.merged.disagreements))


def countries_of(parties: Iterable[Participant]) -> list[str]:
    """States of the parties, each once."""
    return list(dict.fromkeys(p.country for p in parties if p.country))
