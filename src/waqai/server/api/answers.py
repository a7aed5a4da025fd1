"""Answers in JSON with an ETag, and 304 where the asker has it already."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from fastapi import Depends, HTTPException, Request
from starlette.responses import Response

from waqai import __version__
from waqai.server.library import library
from waqai.store.asking import Asking
from waqai.store.paging import stamp

JSON = "application/json"
SHARED = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}


class NotModified(Exception):
    """The asker has what we would answer."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


@contextmanager
def fresh_view(request: Request) -> Iterator[Asking]:
    """A view of the library; what the answer depends on becomes its ETag, and the asker may have it already.

    The library's stamp and our version stand for every answer, so that nothing is computed to find it unchanged. The
    view is opened in the thread that uses it: opened by a dependency, requests would hold every connection while they
    wait for the threads that others hold while they wait for a connection.

    Raises:
        NotModified: what the asker has is what we would answer.
    """
    with library(request).view() as view:
        seen = f"{stamp(view)} {__version__} {request.url.path} {request.url.query}"
        request.state.etag = f'W/"{hashlib.sha256(seen.encode()).hexdigest()[:20]}"'
        if matches(request.headers.get("if-none-match"), request.state.etag):
            raise NotModified(request.state.etag)
        yield view


def matches(header: str | None, etag: str) -> bool:
    """Whether a list of ETags names this one; weak and strong are not told apart, as RFC 9110 asks for reading."""
    if header is None:
        return False
    given = [tag.strip().removeprefix("W/") for tag in header.split(",")]
    return "*" in given or etag.removeprefix("W/") in given


def reply(request: Request, value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON."""
    etag = getattr(request.state, "etag", None)
    sent = {**SHARED, **({"ETag": etag} if etag else {}), **(headers or {})}
    return Response(msgspec.json.encode(value), status, sent, media_type=JSON)


def next_link(request: Request, after: str | int | None) -> dict[str, str]:
    """The header that leads to the next part of a list."""
    if after is None:
        return {}
    url = request.url.include_query_params(after=after)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}


def body_of(kind: type[Any]) -> Any:
    """A dependency: the request's JSON body as a record of a kind; 415 or 422 where it is not one."""

    async def parsed(request: Request) -> Any:
        content = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content != JSON:
            raise HTTPException(415, f"send the body as {JSON}")
        try:
            return msgspec.json.decode(await request.body(), type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise HTTPException(422, f"the body is not what is asked for ({error})") from None

    return Depends(parsed)
