"""State, person, organisation: offices with their dates, contacts, events."""

from collections.abc import Sequence

from msgspec import Struct

from waqai.errors import NotFound
from waqai.model.counts import Office
from waqai.model.record import Entity
from waqai.server.pages.entries import Entry, entries, latin_names
from waqai.server.pages.filters import Chosen
from waqai.server.pages.frame import Ask, Table
from waqai.server.pages.pair import state_code
from waqai.server.pages.timeline import over_time
from waqai.server.pages.words import Words
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.showing import (
    companions,
    count_events,
    organisations_of,
    page_of_events,
    partners,
)

SHOWN = 25
MOST = 40


class Holding(Struct, frozen=True, kw_only=True):
    """A person seen in an office, from the first to the last day it was said, in so many documents."""

    person: str
    name: str
    office: str
    country: str | None
    organisation: str | None
    organisation_name: str | None
    first: str | None
    last: str | None
    reports: int


class Contact(Struct, frozen=True, kw_only=True):
    """Somebody who stands in the same events."""

    id: str
    name: str
    latin: str | None
    kind: str
    country: str | None
    many: int
    last: str | None


class StatePage(Struct, frozen=True, kw_only=True):
    """A state; `partners` is state, how many events, last day."""

    code: str
    total: int
    partners: Table
    holders: tuple[Holding, ...]
    latin: dict[str, str]
    organisations: tuple[tuple[str, str, int], ...]
    over_time: Table
    events: tuple[Entry, ...]

    def heading(self, w: Words) -> str:
        """What it is called."""
        return w.country(self.code)


class EntityPage(Struct, frozen=True, kw_only=True):
    """A person or an organisation.

    Attributes:
        names: every name that documents give it.
        holdings: offices of the person; people in offices of the organisation.
    """

    entity: Entity
    total: int
    names: tuple[str, ...]
    holdings: tuple[Holding, ...]
    latin: dict[str, str]
    contacts: tuple[Contact, ...]
    events: tuple[Entry, ...]

    def heading(self, w: Words) -> str:
        """What it is called."""
        return self.entity.name if w.rtl else self.entity.latin or w.body(self.entity.name, self.entity.country)


def state_page(view: Asking, ask: Ask) -> StatePage:
    """The state of the address."""
    code = state_code(ask.path["code"])
    wanted = Filter(states=(code,))
    holders = holdings(view, view.tenures(country=code, limit=MOST))
    return StatePage(
        code=code,
        total=count_events(view, wanted),
        partners=Table("partners", ("state", "events", "last"), tuple(partners(view, code, MOST))),
        holders=holders,
        latin=latin_names(view, [h.person for h in holders]),
        organisations=tuple(organisations_of(view, code, MOST)),
        over_time=over_time(view, Chosen(states=(code,))),
        events=entries(view, page_of_events(view, wanted, SHOWN)),
    )


def person_page(view: Asking, ask: Ask) -> EntityPage:
    """The person with an id."""
    return _entity_page(view, ask.path["id"], ("person",))


def organisation_page(view: Asking, ask: Ask) -> EntityPage:
    """The organisation or group with an id."""
    return _entity_page(view, ask.path["id"], ("org", "organisation", "group"))


def _entity_page(view: Asking, id_: str, kinds: tuple[str, ...]) -> EntityPage:
    entity = view.entity_now(id_)
    if entity is None or entity.kind not in kinds:
        raise NotFound(f"{kinds[0]} «{id_}» is not in the library: search for the name")
    wanted = Filter(entities=(entity.id,))
    if entity.kind == "person":
        rows = view.tenures(person=entity.id, limit=MOST)
    else:
        mine = view.connection.execute(t.names.select().where(t.names.c.entity == entity.id)).all()
        rows = view.tenures(organisations=[row.observed for row in mine], limit=MOST)
    held = holdings(view, rows)
    contacts = met(view, entity.id) if entity.kind == "person" else beside(view, entity.id)
    return EntityPage(
        entity=entity,
        total=count_events(view, wanted),
        names=tuple(view.names_of(entity.id)),
        holdings=held,
        latin=latin_names(view, [entity.id, *(h.person for h in held), *(c.id for c in contacts)]),
        contacts=contacts,
        events=entries(view, page_of_events(view, wanted, SHOWN)),
    )


def holdings(view: Asking, rows: Sequence[Office]) -> tuple[Holding, ...]:
    """What `Asking.tenures` gives, with the names of organisations."""
    homes = {id_: view.entity_now(id_) for id_ in {row.organisation for row in rows if row.organisation}}
    out = []
    for row in rows:
        home = homes.get(row.organisation) if row.organisation else None
        out.append(
            Holding(
                person=row.person,
                name=row.name,
                office=row.office,
                country=row.country,
                organisation=home.id if home else None,
                organisation_name=home.name if home else row.organisation,
                first=row.first_seen,
                last=row.last_seen,
                reports=row.reports,
            )
        )
    return tuple(out)


def met(view: Asking, person: str) -> tuple[Contact, ...]:
    """Whom a person met, called or visited, most often first."""
    return tuple(
        Contact(id=c.entity, name=c.name, latin=None, kind="person", country=c.country, many=c.events, last=c.last)
        for c in view.contacts(person, limit=MOST)
    )


def beside(view: Asking, entity: str) -> tuple[Contact, ...]:
    """Those who stand in the same events, most often first."""
    found = companions(view, entity, MOST)
    known = view.entities_by_id([id_ for id_, _, _ in found])
    return tuple(
        Contact(
            id=id_,
            name=known[id_].name,
            latin=known[id_].latin,
            kind=known[id_].kind,
            country=known[id_].country,
            many=many,
            last=last,
        )
        for id_, many, last in found
        if id_ in known
    )
