"""People and their offices: what the API and MCP show of them."""

from collections.abc import Sequence

from waqai.errors import NotFound
from waqai.model.counts import EntityCount, Office
from waqai.server.shapes import Person
from waqai.store import tables as t
from waqai.store.asking import Asking
from waqai.text.fold import fold_word


def find_people(
    view: Asking, name: str | None, kinds: Sequence[str], country: str | None, limit: int, offset: int = 0
) -> list[EntityCount]:
    """Entities by name and state, those in most events first.

    Args:
        view: the library.
        name: words of a name, in any spelling; `None` is any.
        kinds: "person", "org", "group" …
        country: alpha-3 code.
        limit: at most so many.
        offset: leave out so many.
    """
    state = country.upper() if country else None
    if not name:
        return view.entities(kinds, state, limit, offset)
    words = fold_word(name).split()
    found = view.find_entities(words, kinds, 500) if words else []
    return [e for e in found if state is None or e.country == state][offset : offset + limit]


def offices(
    view: Asking, *, country: str | None = None, office: str | None = None, person: str | None = None, limit: int = 200
) -> list[Office]:
    """Who is seen in which office, from when to when, in how many documents."""
    state = country.upper() if country else None
    return view.tenures(country=state, office=office, person=person, limit=limit)


def person_with_offices(
    view: Asking, id_: str, *, since: str | None = None, until: str | None = None, limit: int = 100
) -> Person:
    """A person with names, offices and contacts.

    Args:
        view: the library.
        id_: id of the person, also one that was merged since.
        since: contacts not before this day.
        until: contacts not after this day.
        limit: at most so many contacts.

    Raises:
        NotFound: there is no such person.
    """
    now = view.resolve_entity(id_)
    row = view.connection.execute(t.entities.select().where(t.entities.c.id == now, t.entities.c.kind == "person"))
    found = row.first()
    if found is None:
        raise NotFound(f"person «{id_[:60]}» is not in the library: look for the name among the persons")
    return Person(
        id=found.id,
        name=found.name,
        country=found.country,
        names=view.names_of(found.id),
        offices=offices(view, person=found.id),
        contacts=view.contacts(found.id, since=since, until=until, limit=limit),
    )
