"""States and pairs of states."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from waqai.errors import BadValue
from waqai.model.counts import PairSummary
from waqai.server.api.answers import fresh_view, reply
from waqai.server.api.asked import Iso, Limit, Since, State, Until
from waqai.server.api.contract import answers
from waqai.server.days import day
from waqai.server.shapes import Contacts, Pairs, States
from waqai.server.today import today

router = APIRouter(tags=["states"])


@router.get("/states", responses=answers(States))
def states(request: Request) -> Response:
    """States that take part in events, those in most first."""
    with fresh_view(request) as view:
        return reply(request, States(view.states()))


@router.get("/pairs", responses=answers(Pairs))
def pairs(
    request: Request,
    state: Annotated[list[Iso], Query(max_length=200, description="Both are among these.")] = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    limit: Limit = 100,
) -> Response:
    """Pairs of states with their numbers, those with most events first."""
    with fresh_view(request) as view:
        first, last = day("since", since), day("until", until, last=True)
        among = [s.upper() for s in state]
        return reply(request, Pairs(view.pairs(among, since=first, until=last, limit=limit)))


@router.get("/pairs/{a}/{b}", responses=answers(PairSummary))
def pair(request: Request, a: State, b: State, since: Since = None, until: Until = None, on: Since = None) -> Response:
    """What two states did with one another; `next` is what is planned from the day `on` (today without it)."""
    with fresh_view(request) as view:
        first, last = day("since", since), day("until", until, last=True)
        one, other = _two(a, b)
        on = day("on", on) or today()
        return reply(request, view.pair_summary(one, other, today=on, since=first, until=last))


@router.get("/pairs/{a}/{b}/meetings", responses=answers(Contacts))
def meetings(
    request: Request, a: State, b: State, since: Since = None, until: Until = None, limit: Limit = 100
) -> Response:
    """Who of one state met, called or visited whom of the other, the most often first."""
    with fresh_view(request) as view:
        first, last = day("since", since), day("until", until, last=True)
        one, other = _two(a, b)
        return reply(request, Contacts(view.meetings(one, other, since=first, until=last, limit=limit)))


def _two(a: str, b: str) -> tuple[str, str]:
    if a.upper() == b.upper():
        raise BadValue(f"«{a}» twice is no pair: give two states")
    return a.upper(), b.upper()
