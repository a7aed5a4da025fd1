"""Corrections: the ledger, deciding on an event, taking a decision back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from waqai.server.api.answers import body_of, fresh_view, reply
from waqai.server.api.asked import Id, Limit, Number, Words
from waqai.server.api.contract import answers, takes
from waqai.server.auth import User, check_csrf, require_role
from waqai.server.auth.routes import client
from waqai.server.library import library
from waqai.server.reviewing import decide, take_back
from waqai.server.shapes import Conflicting, Correcting, Ledger, Undoing, Written

router = APIRouter(tags=["corrections"])
REVIEWER = require_role("reviewer")
Reviewer = Annotated[User, Depends(REVIEWER)]
# Who it is comes before what they send: a stranger's body is not looked at.
WRITES = [Depends(REVIEWER), Depends(check_csrf)]


@router.get("/corrections", responses=answers(Ledger))
def corrections(
    request: Request,
    event: Annotated[Words | None, Query(description="Only those of this event.")] = None,
    limit: Limit = 100,
) -> Response:
    """The ledger of corrections, the latest first."""
    with fresh_view(request) as view:
        lines = view.history(view.resolve(event) or event) if event else view.corrections()
        return reply(request, Ledger(lines[::-1][:limit]))


@router.post(
    "/events/{id}/corrections",
    status_code=201,
    responses=answers(Written, 201, changed=False, _409=Conflicting),
    openapi_extra=takes(Correcting),
    dependencies=WRITES,
)
def correct(request: Request, id: Id, user: Reviewer, asked: Annotated[Correcting, body_of(Correcting)]) -> Response:
    """Decide on an event; 409 says what changed since the `version` that was seen."""
    return reply(request, decide(library(request), user, client(request), id, asked), 201)


@router.post(
    "/corrections/{n}/undo",
    status_code=201,
    responses=answers(Written, 201, changed=False),
    openapi_extra=takes(Undoing),
    dependencies=WRITES,
)
def undo(request: Request, n: Number, user: Reviewer, asked: Annotated[Undoing, body_of(Undoing)]) -> Response:
    """Take a correction back."""
    return reply(request, take_back(library(request), user, client(request), n, asked.why), 201)
