"""The REST API, version 1. `docs/server.md` says how to ask; `/api/v1/openapi.json` says what there is."""

from fastapi import APIRouter, Depends, FastAPI, Request
from starlette.responses import Response

from waqai import __version__
from waqai.server.api import agreements, corrections, documents, events, exporting, people, reading, states
from waqai.server.api.answers import SHARED, NotModified, fresh_view, reply
from waqai.server.api.asked import only_known_names
from waqai.server.api.contract import answers, describe
from waqai.server.auth import may_read
from waqai.server.problems import answer
from waqai.server.reviewing import Stale
from waqai.server.shapes import Stats

router = APIRouter(prefix="/api/v1", dependencies=[Depends(may_read), Depends(only_known_names)])
for part in (events, documents, people, states, agreements, corrections, reading, exporting):
    router.include_router(part.router)
alias = APIRouter(prefix="/api", dependencies=[Depends(may_read), Depends(only_known_names)], include_in_schema=False)
alias.include_router(reading.router)


@router.get("/stats", tags=["library"], responses=answers(Stats))
def stats(request: Request) -> Response:
    """How much there is of everything."""
    with fresh_view(request) as view:
        return reply(request, Stats(__version__, view.counts()))


def install(app: FastAPI) -> None:
    """Put the API into an application."""
    app.include_router(router)
    app.include_router(alias)
    describe(app)

    @app.exception_handler(NotModified)
    async def _same(_request: Request, error: NotModified) -> Response:
        return Response(status_code=304, headers={"ETag": error.etag, **SHARED})

    @app.exception_handler(Stale)
    async def _stale(request: Request, error: Stale) -> Response:
        return answer(request, 409, str(error), version=error.now, event=error.event, changes=error.changes)
