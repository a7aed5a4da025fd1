"""Health and metrics, for whoever watches over the server (Prometheus)."""

import time

from fastapi import APIRouter, Depends, HTTPException, Request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from sqlalchemy import text
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.errors import WaqaiError
from waqai.server.auth import require_role
from waqai.server.library import library
from waqai.server.settings import Settings

router = APIRouter(include_in_schema=False)
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10)


class Meters:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        labels = ("method", "route", "status")
        self.requests = Counter("waqai_requests_total", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "waqai_request_seconds", "Time to the last byte.", ("route",), buckets=BOUNDS, registry=self.registry
        )


class Metering:
    """ASGI middleware: counts requests by route, never by path, so that visitors cannot make labels."""

    def __init__(self, app: ASGIApp, meters: Meters) -> None:
        self.app = app
        self.meters = meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, begun = 500, time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            route = route_of(scope)
            self.meters.requests.labels(scope["method"], route, str(status)).inc()
            self.meters.seconds.labels(route).observe(time.perf_counter() - begun)


def route_of(scope: Scope) -> str:
    """The route that answered, with the prefix that FastAPI leaves out of it."""
    path: str | None = getattr(scope.get("route"), "path", None)
    if path is None:
        return "none"
    asked = str(scope["path"]).removeprefix(scope.get("root_path", ""))
    prefix = next((p for p in ("/api/v1", "/api") if asked.startswith(p + "/")), "")
    return path if path.startswith(prefix) else prefix + path


def _watcher(request: Request) -> None:
    settings: Settings = request.app.state.settings
    if not settings.private:
        require_role("reader")(request)


@router.get("/healthz")
def health(request: Request) -> Response:
    """Whether the library answers."""
    try:
        with library(request).view() as view:
            view.connection.execute(text("SELECT 1"))
    except WaqaiError:
        raise HTTPException(503, "the library does not answer") from None
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


@router.get("/metrics", dependencies=[Depends(_watcher)])
def metrics(request: Request) -> Response:
    """Counters of requests, of the process and of the library."""
    meters: Meters = request.app.state.meters
    with library(request).view() as view:
        counts = view.counts()
    held = "".join(f"# TYPE waqai_library_{name} gauge\nwaqai_library_{name} {n}\n" for name, n in counts.items())
    sent = {"Cache-Control": "no-store"}
    return Response(generate_latest(meters.registry) + held.encode(), 200, sent, CONTENT_TYPE_PLAIN_0_0_4)
