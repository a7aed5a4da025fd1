"""An event as lists show it: what, who, when, where, and how well it is told."""

import math
from collections.abc import Sequence

from msgspec import Struct

from waqai.model.library import Linked
from waqai.ontology import load_ontology
from waqai.server.pages.words import Words
from waqai.store.asking import Asking

LEVELS = ("head", "minister", "envoy", "official", "")
"""Ranks of the highest office of an event, the highest first; "" where no office is named."""
PAGES = {"person": "person", "org": "organisation", "organisation": "organisation", "group": "organisation"}


class Party(Struct, frozen=True, kw_only=True):
    """One side of an event.

    Attributes:
        latin: the name in Latin letters, where it is known.
        page: the kind of page it has: "state", "person", "organisation"; "" where it has none.
    """

    id: str
    side: str
    kind: str
    name: str
    latin: str | None = None
    country: str | None = None
    office: str | None = None
    page: str = ""

    def named(self, w: Words) -> str:
        """The name as a language has it."""
        if self.kind == "state" and self.country:
            return w.country(self.country)
        if self.kind == "place":
            return w.place(self.name, self.country)
        return self.name if w.rtl else self.latin or w.body(self.name, self.country)


class Entry(Struct, frozen=True, kw_only=True):
    """An event in a list.

    Attributes:
        quad: PLOVER's quad class, 1 to 4: co-operation and conflict, in words and in deeds.
        intensity: PLOVER's score, −10 to 10.
        sources: independent sources.
    """

    id: str
    type: str
    act: str
    mode: str | None
    status: str
    quad: int
    intensity: float
    start: str | None
    end: str | None
    granularity: str | None
    place: str | None
    country: str | None
    parties: tuple[Party, ...]
    topics: tuple[str, ...]
    reports: int
    sources: int
    copies: int
    contested: bool
    review: str
    confidence: float

    @property
    def actors(self) -> list[Party]:
        """Those who did it."""
        return [party for party in self.parties if party.side == "actor"]

    @property
    def recipients(self) -> list[Party]:
        """Those it was done to."""
        return [party for party in self.parties if party.side != "actor"]

    def heading(self, w: Words) -> str:
        """Who did what to whom, and when: the event as a title or a citation has it."""
        sides = [w.joined([party.named(w) for party in side]) for side in (self.actors, self.recipients) if side]
        who = w.toward.join(sides if self.actors else ["", *sides]).strip()
        what = w.act(self.type, self.act)
        said = f"{what}: {who}" if who else what
        return w.joined([said, *([w.when(self.start, self.end, self.granularity)] if self.start else [])])


def quad_of(type_: str) -> int:
    """The quad class of a type."""
    return load_ontology().types[type_].quad


def importance(event: Linked) -> float:
    """What puts an event higher on a page: independent sources, the level of those who met, how grave it is.

    A source more counts less the more there are. Contradiction makes an event worth seeing.
    """
    told = math.sqrt(event.sources) * 2
    rank = (4 - LEVELS.index(event.level)) * 1.2
    return told + rank + abs(event.intensity) / 4 + event.contested * 1.5 + (event.status != "planned")


def latin_names(view: Asking, ids: Sequence[str]) -> dict[str, str]:
    """Names in Latin letters by id, of those whose name is known so."""
    known = view.entities_by_id(list(dict.fromkeys(ids)))
    return {id_: entity.latin for id_, entity in known.items() if entity.latin}


def entries(view: Asking, events: Sequence[Linked]) -> tuple[Entry, ...]:
    """Events as lists show them, in their order."""
    known = view.entities_by_id(list(dict.fromkeys(p.entity for event in events for p in event.parties)))
    latin = {id_: entity.latin for id_, entity in known.items()}
    return tuple(_entry(event, latin) for event in events)


def entry(view: Asking, event: Linked) -> Entry:
    """One event as lists show it."""
    return entries(view, [event])[0]


def _entry(event: Linked, latin: dict[str, str | None]) -> Entry:
    parties = tuple(
        Party(
            id=p.entity,
            side=p.side,
            kind=p.kind,
            name=p.name,
            latin=latin.get(p.entity),
            country=p.country,
            office=p.office,
            page=_page(p.kind, p.country, p.entity in latin),
        )
        for p in event.parties
    )
    return Entry(
        id=event.id,
        type=event.type,
        act=event.act,
        mode=event.mode,
        status=event.status,
        quad=event.quad,
        intensity=event.intensity,
        start=event.start,
        end=event.end,
        granularity=event.granularity,
        place=event.place,
        country=event.country,
        parties=parties,
        topics=event.topics,
        reports=event.reports,
        sources=event.sources,
        copies=event.copies,
        contested=event.contested,
        review=event.review,
        confidence=event.confidence,
    )


def _page(kind: str, country: str | None, known: bool) -> str:
    if kind == "state":
        return "state" if country else ""
    return PAGES.get(kind, "") if known else ""
