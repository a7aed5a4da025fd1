"""Reading a report that somebody sends; nothing of it is kept."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import Response

from waqai.model.record import Record
from waqai.reader import encode_record
from waqai.server.api.answers import JSON, body_of
from waqai.server.api.contract import answers, takes
from waqai.server.auth.guard import same_origin
from waqai.server.shapes import Reading

router = APIRouter(tags=["reading"])


async def from_here(request: Request) -> None:
    """A dependency: no other site makes its visitors read texts here."""
    if not same_origin(request):
        raise HTTPException(403, "sent from another site")


async def read(request: Request, asked: Annotated[Reading, body_of(Reading)]) -> Response:
    """Read one report and answer its record; nothing is kept."""
    record = await request.app.state.reading_room.read(
        asked.text, published=asked.published, outlet=asked.outlet, title=asked.title, url=asked.url
    )
    return Response(encode_record(record, trace=asked.trace), headers={"Cache-Control": "no-store"}, media_type=JSON)


router.post(
    "/read", responses=answers(Record, changed=False), openapi_extra=takes(Reading), dependencies=[Depends(from_here)]
)(read)
