"""What went wrong, to whoever asked: problem+json (RFC 9457) to programs, a page to people."""

import http
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from waqai.errors import BadValue, Conflict, LibraryBusy, NotFound, UnreadableDocument, WaqaiError

PROBLEM = "application/problem+json"
STATUS: tuple[tuple[type[WaqaiError], int], ...] = (
    (NotFound, 404),
    (Conflict, 409),
    (BadValue, 422),
    (UnreadableDocument, 422),
    (LibraryBusy, 503),
)


def problem(status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> Response:
    """An answer that says what is wrong and what to do."""
    title = http.HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return Response(msgspec.json.encode(body), status, headers, media_type=PROBLEM)


def for_programs(request: Request) -> bool:
    """Whether the answer is for a program: below /api, for who watches the server, or a page asked for as JSON."""
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    return path.startswith("/api/") or path.endswith(".json") or path in ("/metrics", "/healthz")


def answer(request: Request, status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> Response:
    """The problem as the asker wants it; pages may have set `app.state.error_page(request, status, detail)`."""
    page = getattr(request.app.state, "error_page", None)
    if page is None or for_programs(request):
        return problem(status, detail, headers, **more)
    response: Response = page(request, status, detail)
    response.headers.update(headers or {})
    return response


def handle_errors(app: FastAPI) -> None:
    """Have every error answered in one line that tells nothing of the inside."""

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        return answer(request, error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        wrong = [{"at": ".".join(map(str, e["loc"])), "what": e["msg"]} for e in error.errors()]
        detail = "; ".join(f"{e['at']}: {e['what']}" for e in wrong[:3])
        return answer(request, 422, detail, errors=wrong)

    @app.exception_handler(WaqaiError)
    async def _ours(request: Request, error: WaqaiError) -> Response:
        status = next((status for kind, status in STATUS if isinstance(error, kind)), 500)
        return answer(request, status, str(error), {"Retry-After": "5"} if status == 503 else None)

    @app.exception_handler(Exception)
    async def _unknown(request: Request, _error: Exception) -> Response:
        return answer(request, 500, "a fault of Waqai: the server's log has it")
