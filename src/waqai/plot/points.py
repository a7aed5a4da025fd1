"""What a picture shows: one point an event, in words of the picture's language."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from waqai.export.facts import FINE, TOLD, countries_of, is_told
from waqai.model import Event, Record
from waqai.ontology import code_event, label

LONGEST = 44
COARSE = frozenset(["season", "quarter", "year", "decade", "century"])


class Point(Struct, frozen=True):
    """An event as a picture needs it.

    Attributes:
        told: it counts among what was done.
        done: it happened.
        exact: it is dated to a day.
    """

    day: str
    last: str
    type: str
    what: str
    quad: int
    intensity: float
    told: bool
    done: bool
    exact: bool


def events_of(records: Iterable[Record], states: tuple[str, ...]) -> Iterator[Event]:
    """Events in which all of `states` take part; each event once, however many reports tell it."""
    seen: set[str] = set()
    for record in records:
        for event in record.events:
            taking_part = countries_of((*event.actors, *event.recipients))
            if event.id not in seen and all(state in taking_part for state in states):
                seen.add(event.id)
                yield event


def points(records: Iterable[Record], states: tuple[str, ...], lang: str) -> list[Point]:
    """Dated events in order of their day; what is dated to a season or longer has no place in a picture of days."""
    found = [
        _point(event, event.when.start[:10], (event.when.end or event.when.start)[:10], lang)
        for event in events_of(records, states)
        if event.when and event.when.start and event.when.granularity not in COARSE
    ]
    return sorted(found, key=lambda p: (p.day, p.type, p.what))


def _point(event: Event, day: str, last: str, lang: str) -> Point:
    parties = tuple(countries_of((*event.actors, *event.recipients)))
    coded = code_event(event)
    told = label("act", event.act, lang) if event.act != "other" else label("type", event.type, lang)
    sides = ("، " if lang == "ar" else ", ").join(label("country", c, lang) for c in parties)
    status = "" if event.status == "happened" else f" ({label('status', event.status, lang)})"
    return Point(
        day=day,
        last=last,
        type=label("type", event.type, lang),
        what=shorten(f"{told}{status}: {sides}" if sides else told + status),
        quad=coded.quad,
        intensity=coded.intensity,
        told=is_told(event),
        done=event.status in TOLD,
        exact=event.when is not None and event.when.granularity in FINE,
    )


def shorten(text: str) -> str:
    """Text that fits beside its point."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
