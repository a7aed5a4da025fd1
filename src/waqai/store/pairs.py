"""Two states, and people who meet: who did what with whom; on any backend."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from waqai.model.counts import Contact, PairCount, PairSummary
from waqai.model.library import Linked
from waqai.store import tables as t
from waqai.store.accords import Accords
from waqai.store.base import Filter
from waqai.store.conditions import SHOWN, E
from waqai.store.rows import chunks

CONTACTS = ("CONSULT",)
DONE = ("happened", "ongoing")
AHEAD = ("planned", "proposed")
SHOWN_EVENTS = 5
FIRST, LAST = func.min(E.start), func.max(E.start)


class Pairs(Accords):
    """Reads through one connection."""

    def pair_summary(
        self, a: str, b: str, *, today: str, since: str | None = None, until: str | None = None, people: int = 20
    ) -> PairSummary:
        """What two states did with one another.

        Args:
            a: alpha-3 code of one state.
            b: of the other.
            today: planned events from this day on are next.
            since: first day.
            until: last day.
            people: at most so many pairs of people.
        """
        one, other = sorted((a, b))
        chosen = Filter(states=(one, other), since=since, until=until)
        none = PairCount(a=one, b=other, events=0, cooperation=0, conflict=0, intensity=0.0, first=None, last=None)
        contacts = Filter(states=(one, other), since=since, until=until, types=CONTACTS, statuses=DONE)
        ahead = Filter(states=(one, other), since=today, statuses=AHEAD)
        values = self.by_values(chosen, ("type", "act", "status"))
        return PairSummary(
            count=next(iter(self.pairs((one, other), since=since, until=until)), none),
            types=values["type"],
            acts=values["act"],
            statuses=values["status"],
            levels=self.by_value(contacts, "level"),
            months=tuple(self.by_period(chosen, "month")),
            people=tuple(self.meetings(one, other, since=since, until=until, limit=people)),
            agreements=tuple(self.agreements((one, other), limit=20)),
            latest=tuple(self.events(contacts, SHOWN_EVENTS, newest=True)),
            next=tuple(self.events(ahead, SHOWN_EVENTS)),
        )

    def events(self, chosen: Filter, limit: int | None = None, newest: bool = False) -> list[Linked]:
        """Events in order of date; those without date last."""
        raise NotImplementedError

    def contacts(
        self, entity: str, *, since: str | None = None, until: str | None = None, limit: int = 100
    ) -> list[Contact]:
        """Whom somebody met, called or visited, the most often first; their own delegation is left out."""
        abroad = (OTHER.c.country.is_(None)) | (ONE.c.country.is_(None)) | (OTHER.c.country != ONE.c.country)
        mine = select(t.appearances.c.event).where(t.appearances.c.who == entity)
        query = self._meetings(mine, since, until, limit).where(ONE.c.entity == entity, abroad)
        return [_contact(row) for row in self._all(query)]

    def meetings(
        self, a: str, b: str, *, since: str | None = None, until: str | None = None, limit: int = 100
    ) -> list[Contact]:
        """Who of one state met, called or visited whom of another, the most often first."""
        met = select(t.pairs.c.event).where(t.pairs.c.a == min(a, b), t.pairs.c.b == max(a, b))
        query = self._meetings(met, since, until, limit).where(ONE.c.country == a, OTHER.c.country == b)
        return [_contact(row, who=True) for row in self._all(query)]

    def _meetings(self, among: Select[Any], since: str | None, until: str | None, limit: int) -> Select[Any]:
        one, other, e = ONE.c, OTHER.c, t.events.c
        count = func.count(e.id.distinct())
        # No plain column: SQLite would begin with every contact there is, not with those of the two.
        kind = func.coalesce(e.type, "")
        query = (
            select(
                other.entity, THEM.c.name, THEM.c.country, func.max(other.office), count, FIRST, LAST, one.entity,
                WHO.c.name,
            )
            .join_from(t.events, ONE, one.event == e.id)
            .join(OTHER, (other.event == e.id) & (other.entity != one.entity))
            .join(THEM, THEM.c.id == other.entity)
            .join(WHO, WHO.c.id == one.entity)
            .where(e.id.in_(among), *SHOWN, kind.in_(CONTACTS), e.status.in_(DONE))
            .where(THEM.c.kind == "person", WHO.c.kind == "person")
            .group_by(other.entity, THEM.c.name, THEM.c.country, one.entity, WHO.c.name)
            .order_by(count.desc(), LAST.desc(), other.entity, one.entity)
            .limit(limit)
        )  # fmt: skip
        if since:
            query = query.where(e.start >= since)
        if until:
            query = query.where(e.start <= until)
        return query

    def _with_links(self, events: list[Linked]) -> list[Linked]:
        """Events with their links to others and from them, each other one by the id it has now."""
        import msgspec

        there: dict[str, list[tuple[str, str]]] = {}
        back: dict[str, list[tuple[str, str]]] = {}
        for part in chunks([event.id for event in events]):
            for event, rel, other in self._links_of(part):
                there.setdefault(event, []).append((rel, other))
                back.setdefault(other, []).append((rel, event))
        replace = msgspec.structs.replace
        return [
            replace(e, links=tuple(there.get(e.id, ())), linked_from=tuple(back.get(e.id, ())))
            if e.id in there or e.id in back
            else e
            for e in events
        ]

    def _links_of(self, ids: Sequence[str]) -> list[tuple[str, str, str]]:
        link, to, of = t.event_links.c, t.reports.alias(), t.reports.alias()
        # Both ends lead to where their reports are now: a merge does not leave a link behind.
        ends = select(of.c.linked, link.rel, to.c.linked).join_from(t.event_links, to, to.c.id == link.other)
        ends = ends.join(of, of.c.id == link.event)
        rows = [*self._all(ends.where(link.event.in_(ids))), *self._all(ends.where(to.c.linked.in_(ids)))]
        return sorted({(a, rel, b) for a, rel, b in map(tuple, rows) if a != b})


ONE, OTHER = t.event_parties.alias("one"), t.event_parties.alias("other")
THEM, WHO = t.entities.alias("them"), t.entities.alias("who")


def _contact(row: Any, who: bool = False) -> Contact:
    entity, name, country, office, events, first, last, one, one_name = row
    return Contact(
        entity=entity, name=name, country=country, office=office, events=events, first=first, last=last,
        who=one if who else None, who_name=one_name if who else None,
    )  # fmt: skip
