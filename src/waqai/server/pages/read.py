"""Read: a report that somebody pastes or drops, with its record, at once; nothing of it is kept."""

from itertools import islice
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import Response
from msgspec import Struct

from waqai.errors import UnreadableDocument, WaqaiError
from waqai.model.document import Document
from waqai.model.record import Record
from waqai.pipeline.acquire import Given, acquire_bytes, build_document
from waqai.reader import is_arabic
from waqai.server.auth import check_csrf
from waqai.server.pages.frame import language, render
from waqai.server.pages.layers import layered
from waqai.server.pages.report import ReportPage, agreements, told_events
from waqai.server.reading import ReadingRoom

router = APIRouter(include_in_schema=False)
Field = Annotated[str, Form()]


class ReadPage(Struct, frozen=True, kw_only=True):
    """What was typed, and what became of it."""

    text: str = ""
    published: str = ""
    outlet: str = ""
    error: str = ""
    foreign: bool = False
    report: ReportPage | None = None


@router.get("/read")
def form(request: Request) -> Response:
    """The empty form."""
    return render(request, "read", language(request), m=ReadPage())


@router.post("/read", dependencies=[Depends(check_csrf)])
async def read(
    request: Request,
    text: Field = "",
    published: Field = "",
    outlet: Field = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """The record of the report, in the page; nothing is written."""
    room: ReadingRoom = request.app.state.reading_room
    try:
        found = await _document(text, file, Given(published=published or None, outlet=outlet or None))
        said = {name: getattr(found, name) for name in ("published", "outlet", "title", "url")}
        record = await room.read(found.text, **said)
    except WaqaiError as error:
        shown = ReadPage(text=text, published=published, outlet=outlet, error=str(error))
        return await to_thread.run_sync(_show, request, 400, shown)
    document = record.document
    shown = ReadPage(
        text=text,
        published=document.published or "",
        outlet=document.outlet or "",
        foreign=not is_arabic(document),
        report=unkept(record),
    )
    return await to_thread.run_sync(_show, request, 200, shown)


def _show(request: Request, status: int, shown: ReadPage) -> Response:
    return render(request, "read", language(request), status=status, m=shown)


async def _document(text: str, file: UploadFile | None, given: Given) -> Document:
    """The report that was typed, or the first of the file that was sent."""
    if file is None or not file.filename:
        return build_document(text, given)
    data = await file.read()
    items = await to_thread.run_sync(lambda: list(islice(acquire_bytes(str(file.filename), data, given), 1)))
    if not items or items[0].document is None:
        raise UnreadableDocument((items and items[0].error) or "the file is empty: nothing to read")
    return items[0].document


def unkept(record: Record) -> ReportPage:
    """A record that is in no library, as a page of a report."""
    return ReportPage(
        n=0,
        document=record.document,
        version="",
        source="",
        added="",
        first=None,
        text=layered(record),
        events=told_events(record),
        tenures=record.tenures,
        agreements=agreements(record),
    )
