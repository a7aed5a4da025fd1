"""What people decided as gold: texts with the events that they accepted or mended, to measure readers with."""

from collections.abc import Iterator
from typing import Any

from waqai.export.library import PAGE
from waqai.model.library import Linked
from waqai.model.record import Event, Participant, Record
from waqai.store.asking import Asking
from waqai.store.base import Filter

HEAD_WORDS = 6
DECIDED = frozenset(["accepted", "rejected"])


def gold_documents(view: Asking) -> Iterator[dict[str, Any]]:
    """The documents of a library about which a person decided something, in the form of a gold file.

    An event that was accepted or edited is asked for (`core`), one that was rejected is absent, and what nobody decided
    on is neither asked for nor punished.

    Args:
        view: the library.
    """
    reviewed = [*view.events(Filter(review="accepted")), *view.events(Filter(review="rejected"))]
    edited = {line.target for line in view.corrections() if line.action == "edit"}
    ids = sorted({e.id for e in reviewed} | {home for id_ in edited if (home := view.resolve(id_))})
    numbers = sorted({r.document for of in view.reports_of(ids).values() for r in of})
    for at in range(0, len(numbers), PAGE):
        page = numbers[at : at + PAGE]
        homes = {n: {r.event: home for r, home in of} for n, of in view.reports_of_documents(page).items()}
        known = _known(view, sorted({home for of in homes.values() for home in of.values()}))
        for n, record in view.records(page).items():
            yield _document(record, {id_: known[home] for id_, home in homes.get(n, {}).items() if home in known})


def _known(view: Asking, ids: list[str]) -> dict[str, Linked]:
    reviews = (None, "rejected")
    return {e.id: e for review in reviews for e in view.events(Filter(ids=tuple(ids), review=review))}


def _document(record: Record, linked: dict[str, Linked]) -> dict[str, Any]:
    document = record.document
    events = [
        _event(n, event, linked[event.id], document.text)
        for n, event in enumerate(record.events, 1)
        if event.id in linked and linked[event.id].review != "rejected"
    ]
    return {
        "id": document.id, "outlet": document.outlet, "published": document.published, "title": document.title,
        "text": document.text, "events": events,
    }  # fmt: skip


def _event(n: int, event: Event, linked: Linked, text: str) -> dict[str, Any]:
    when, where = event.when, event.where
    values: dict[str, Any] = {
        "type": event.type,
        "mode": event.mode,
        "act": event.act,
        "status": event.status,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "topics": [topic.text for topic in event.topics],
    }
    values |= {field: getattr(linked, field) for field in linked.edited if field in values}
    start, end, place, country = (values.pop(field) for field in ("start", "end", "place", "country"))
    return {
        "n": n,
        **values,
        "contexts": list(event.contexts),
        "date": {"start": start, "end": end} if start else None,
        "place": {"name": place, "country": country} if place or country else None,
        "actors": _parties("actors", event.actors, linked),
        "recipients": _parties("recipients", event.recipients, linked),
        "sources": [{"text": s.text, "kind": s.kind, "country": s.country} for s in event.sources],
        "where_said": [" ".join(text[p.start : p.end].split()[:HEAD_WORDS]) for p in event.evidence],
        "core": linked.review in DECIDED or bool(linked.edited),
    }


def _parties(field: str, read: tuple[Participant, ...], linked: Linked) -> list[dict[str, Any]]:
    """Those of one side: as they were read, or as a person gave them."""
    if field not in linked.edited:
        return [_party(p) for p in read]
    return [
        {"name": p.name, "country": p.country, "sector": p.sector, "office": p.office, "inferred": False}
        for p in linked.parties
        if f"{p.side}s" == field
    ]


def _party(party: Participant) -> dict[str, Any]:
    return {
        "name": party.name, "country": party.country, "sector": party.sector, "office": party.office,
        "inferred": party.inferred,
    }  # fmt: skip
