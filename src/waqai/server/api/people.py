"""People, organisations and groups; offices with dates; who met whom."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from waqai.server.api.answers import fresh_view, reply
from waqai.server.api.asked import Code, Id, Iso, Limit, Offset, Since, Until, Words
from waqai.server.api.contract import answers
from waqai.server.days import day
from waqai.server.people import find_people, offices, person_with_offices
from waqai.server.shapes import Contacts, Entities, Offices, Person

router = APIRouter(tags=["people"])
Kind = Literal["person", "org", "group", "state", "role", "place"]


@router.get("/entities", responses=answers(Entities))
def entities(
    request: Request,
    q: Annotated[Words | None, Query(description="A name or part of one, in any spelling.")] = None,
    kind: Annotated[list[Kind], Query(max_length=6)] = ["person", "org", "group"],  # noqa: B006
    country: Annotated[Iso | None, Query()] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """People, organisations and groups, those in most events first."""
    with fresh_view(request) as view:
        items = find_people(view, q, kind, country, limit, offset)
        return reply(request, Entities(items))


@router.get("/persons", responses=answers(Entities))
def persons(
    request: Request,
    q: Annotated[Words | None, Query(description="A name or part of one, in any spelling.")] = None,
    country: Annotated[Iso | None, Query()] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """People, those in most events first."""
    with fresh_view(request) as view:
        return reply(request, Entities(find_people(view, q, ["person"], country, limit, offset)))


@router.get("/persons/{id}", responses=answers(Person))
def person(request: Request, id: Id, since: Since = None, until: Until = None) -> Response:
    """A person: every name, offices with dates, whom they met; their events are `/events?entity=`."""
    with fresh_view(request) as view:
        first, last = day("since", since), day("until", until, last=True)
        return reply(request, person_with_offices(view, id, since=first, until=last))


@router.get("/tenures", responses=answers(Offices))
def tenures(
    request: Request,
    country: Annotated[Iso | None, Query()] = None,
    office: Annotated[Code | None, Query()] = None,
    person: Annotated[Words | None, Query(description="Id of a person.")] = None,
    limit: Limit = 200,
) -> Response:
    """Who is seen in which office, from when to when."""
    with fresh_view(request) as view:
        return reply(request, Offices(offices(view, country=country, office=office, person=person, limit=limit)))


@router.get("/contacts", responses=answers(Contacts))
def contacts(
    request: Request,
    entity: Annotated[Words, Query(description="Id of a person, organisation or state.")],
    since: Since = None,
    until: Until = None,
    limit: Limit = 100,
) -> Response:
    """Whom somebody met, called or visited, the most often first."""
    with fresh_view(request) as view:
        first, last = day("since", since), day("until", until, last=True)
        resolved = view.resolve_entity(entity) or entity
        return reply(request, Contacts(view.contacts(resolved, since=first, until=last, limit=limit)))
