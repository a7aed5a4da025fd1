"""Exports, sent while they are made: events as JSON Lines, records in every format of `waqai export`."""

import threading
from contextlib import ExitStack
from itertools import chain
from typing import Annotated, Any, BinaryIO

import msgspec
from fastapi import APIRouter, HTTPException, Path, Query, Request
from starlette.responses import StreamingResponse

from waqai.errors import NotFound
from waqai.export import FORMATS, Format
from waqai.export import export as write_records
from waqai.export.library import library_records
from waqai.server.api.asked import Chosen
from waqai.server.api.contract import WRONG, ref
from waqai.server.library import library
from waqai.server.problems import PROBLEM
from waqai.server.shapes import Problem
from waqai.server.streams import stream
from waqai.store.base import Filter
from waqai.store.database import Database
from waqai.store.paging import events_part

router = APIRouter(tags=["export"])
AT_ONCE = threading.BoundedSemaphore(2)
"""An export holds a connection of the library for as long as it lasts."""
PART = 200
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".zip": "application/zip",
}
TYPES |= {".jsonl": "application/jsonl", ".jsonld": "application/ld+json", ".geojson": "application/geo+json"}
TYPES |= {".ics": "text/calendar; charset=utf-8", ".parquet": "application/vnd.apache.parquet"}
SENT: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {PROBLEM: {"schema": ref(Problem)}}} for code, text in WRONG.items()
}
SENT[200] = {"description": "the file", "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/events.jsonl", responses=SENT, response_class=StreamingResponse)
def events_as_lines(request: Request, chosen: Chosen) -> StreamingResponse:
    """Events, one a line, in order of date."""
    store = library(request)

    def write(out: BinaryIO) -> None:
        with store.view() as view:
            after: str | None = None
            while True:
                items, after = events_part(view, chosen, PART, after, newest=False)
                for item in items:
                    out.write(msgspec.json.encode(item) + b"\n")
                if after is None:
                    return

    return _sent(write, "events.jsonl", ".jsonl")


@router.get("/export/{format}", responses=SENT, response_class=StreamingResponse)
def export(
    request: Request,
    format: Annotated[str, Path(max_length=40, pattern=r"^[a-z0-9]+$")],
    chosen: Chosen,
    reports: Annotated[bool, Query(description="Each report's own words; else each event once, merged.")] = False,
) -> StreamingResponse:
    """The events asked for, with the people, offices and agreements of the documents that tell them."""
    known = {f.name: f for f in FORMATS}
    if format not in known:
        raise NotFound(f"format «{format}» is not known: choose one of {', '.join(known)}")
    store, made = library(request), known[format]
    return _sent(lambda out: _write(store, chosen, made, reports, out), f"waqai{made.suffix}", made.suffix)


def _write(store: Database, chosen: Filter, format: Format, reports: bool, out: BinaryIO) -> None:
    with store.view() as view:
        asked = None if chosen == Filter() else chosen
        write_records(library_records(view, asked, per_report=reports or format.texts), format, out)


def _sent(write: Any, name: str, suffix: str) -> StreamingResponse:
    if not AT_ONCE.acquire(blocking=False):
        raise HTTPException(503, "two exports are being made: try again when one is done", {"Retry-After": "30"})
    held = ExitStack()
    held.callback(AT_ONCE.release)

    def worker(out: BinaryIO) -> None:
        # The slot is given back by the thread that used the library, however it ends.
        with held:
            write(out)

    blocks = stream(worker)
    # What cannot be exported at all fails before the first block, while an answer can still say so.
    first = next(blocks, b"")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(
        chain((first,), blocks), headers=headers, media_type=TYPES.get(suffix, "application/octet-stream")
    )
