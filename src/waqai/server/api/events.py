"""Events: lists by filter, one with its evidence, counts by period."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from waqai.server.api.answers import fresh_view, next_link, reply
from waqai.server.api.asked import After, Chosen, Id, Limit, Trace
from waqai.server.api.contract import answers
from waqai.server.evidence import event_with_evidence
from waqai.server.shapes import Events, EventWithEvidence, Periods
from waqai.store.paging import events_part

router = APIRouter(tags=["events"])
FIELDS = ("type", "act", "status", "level")


@router.get("/events", responses=answers(Events))
def events(
    request: Request,
    chosen: Chosen,
    limit: Limit = 50,
    after: After = None,
    order: Literal["newest", "oldest"] = "newest",
) -> Response:
    """Events by date, those without one last; rejected ones only where asked for."""
    with fresh_view(request) as view:
        items, ends = events_part(view, chosen, limit, after, newest=order == "newest")
        return reply(request, Events(items, ends), headers=next_link(request, ends))


@router.get("/events/{id}", responses=answers(EventWithEvidence))
def event(request: Request, id: Id, trace: Trace = False) -> Response:
    """An event with each document's account, its words, and the history of corrections."""
    with fresh_view(request) as view:
        return reply(request, event_with_evidence(view, id, trace=trace))


@router.get("/counts", responses=answers(Periods))
def counts(
    request: Request,
    chosen: Chosen,
    unit: Annotated[Literal["day", "month", "year"], Query()] = "month",
) -> Response:
    """Events by period, with co-operation, conflict and intensity; and by type, act, status and level."""
    with fresh_view(request) as view:
        values = view.by_values(chosen, FIELDS)
        return reply(request, Periods(view.by_period(chosen, unit), *(values[f] for f in FIELDS)))
