"""Ties between the events of one document: parts of a visit, what a meeting led to, what a reaction answers."""

from msgspec.structs import replace

from waqai.model import Event, Link, Record

HELD = ("meeting", "talks", "signing", "credentials", "exchange-of-messages", "conference")
REACTIONS = frozenset(("ACCUSE", "REJECT", "THREATEN", "SANCTION"))


def link(record: Record) -> Record:
    """Tie the events of one document together.

    Args:
        record: the record of a document, its events in the order of the text.

    Returns:
        The record with links: a meeting or signing is part of the visit it falls in, a signing results from the
        meeting it was signed at, a reaction follows what it reacts to.
    """
    links: dict[str, list[Link]] = {e.id: list(e.links) for e in record.events}
    for n, event in enumerate(record.events):
        for other in record.events:
            if other is event:
                continue
            if _part_of(event, other):
                links[event.id].append(Link("part-of", other.id))
            elif _signed_at(event, other):
                links[other.id].append(Link("results-in", event.id))
        if event.type in REACTIONS and (cause := _reacted_to(event, record.events[:n])):
            links[event.id].append(Link("follows-up", cause.id))
    return replace(record, events=tuple(replace(e, links=tuple(links[e.id])) for e in record.events))


def _people(event: Event) -> set[str]:
    return {p.entity for p in (*event.actors, *event.recipients)}


def _country_of_place(event: Event) -> str | None:
    return event.where.country if event.where else None


def _same_days(a: Event, b: Event) -> bool:
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return True
    return a.when.start <= (b.when.end or b.when.start) and b.when.start <= (a.when.end or a.when.start)


def _part_of(event: Event, visit: Event) -> bool:
    """A meeting held by the visitor in the state visited, on its days."""
    if visit.act != "visit" or event.act not in HELD or event.status != visit.status:
        return False
    host = {p.country for p in visit.recipients} | {_country_of_place(visit)}
    there = _country_of_place(event) in host or _country_of_place(event) is None
    return there and _same_days(event, visit) and bool({p.entity for p in visit.actors} & _people(event))


def _signed_at(signing: Event, meeting: Event) -> bool:
    """A signing by the states of those who met, on the day they met."""
    if signing.act != "signing" or meeting.act not in ("meeting", "talks", "summit"):
        return False
    states = {p.country for p in signing.actors} - {None}
    dated = signing.when is not None and meeting.when is not None
    return dated and _same_days(signing, meeting) and len(states & {p.country for p in meeting.actors}) >= 2


def _reacted_to(event: Event, before: tuple[Event, ...]) -> Event | None:
    """What the one reacted against had just done, where the reaction says no more than that it reacts."""
    against = {p.entity for p in event.recipients if p.inferred}
    return next((e for e in reversed(before) if against & {p.entity for p in e.actors}), None)
