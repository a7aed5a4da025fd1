"""Agreements with their stages, provisions and sources."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from waqai.errors import NotFound
from waqai.server.api.answers import fresh_view, reply
from waqai.server.api.asked import Code, Id, Limit, Words
from waqai.server.api.contract import answers
from waqai.server.shapes import Agreements, AgreementWithReports, summary
from waqai.store.base import Filter

router = APIRouter(tags=["agreements"])


@router.get("/agreements", responses=answers(Agreements))
def agreements(
    request: Request,
    party: Annotated[list[Words], Query(max_length=20, description="All are parties: alpha-3 codes, bodies.")] = [],  # noqa: B006
    stage: Annotated[list[Code], Query(max_length=20)] = [],  # noqa: B006
    kind: Annotated[list[Code], Query(max_length=20)] = [],  # noqa: B006
    limit: Limit = 50,
) -> Response:
    """Agreements, the one told of last first."""
    with fresh_view(request) as view:
        return reply(request, Agreements(view.agreements(party, stages=stage, kinds=kind, limit=limit)))


@router.get("/agreements/{id}", responses=answers(AgreementWithReports))
def agreement(request: Request, id: Id) -> Response:
    """An agreement, what each document says of it, and its events."""
    with fresh_view(request) as view:
        found = view.agreement(id)
        if found is None:
            raise NotFound(f"agreement «{id[:60]}» is not in the library: look for it among the agreements")
        kept = view.documents(found.documents)
        shown = AgreementWithReports(
            agreement=found,
            reports=view.accord_reports([found.id])[found.id],
            documents=[summary(kept[n]) for n in found.documents if n in kept],
            events=view.events(Filter(ids=found.events)),
        )
        return reply(request, shown)
