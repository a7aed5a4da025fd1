"""What stands before every request: headers, host, size of the body, number of requests."""

import time

from anyio import fail_after
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.server.problems import problem
from waqai.server.rates import Rates, client_key
from waqai.server.settings import Settings

# No inline script or style can run, and nothing is fetched from elsewhere. A library that writes a fixed `<style>`
# of its own is let through by the hash of those words alone.
STYLE_HASHES: tuple[str, ...] = ()
CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        " ".join(("style-src 'self'", *STYLE_HASHES)),
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
HSTS = "max-age=31536000"
GAP_SECONDS, BODY_SECONDS = 15.0, 120.0
"""How long a body may keep us waiting for its next part, and for all of it."""


class Guard:
    """ASGI middleware: refuses wrong hosts and large bodies, adds the headers.

    Args:
        app: what comes after it.
        settings: what the server was told.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.headers = HEADERS | ({"strict-transport-security": HSTS} if settings.secure else {})
        self.rates = Rates(settings.requests_a_minute, max(60, settings.requests_a_minute // 4))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refuse(Headers(scope=scope)) or self._too_many(scope)
        if refused:
            await refused(scope, receive, with_headers)
            return
        await self.app(scope, self._bounded(receive), with_headers)

    def _too_many(self, scope: Scope) -> Response | None:
        client = scope.get("client")
        wait = self.rates.wait(client_key(client[0])) if client else 0
        return problem(429, f"too many requests: try again in {wait} s", {"Retry-After": str(wait)}) if wait else None

    def _refuse(self, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        if self.settings.hosts and name not in self.settings.hosts:
            return problem(400, "this server is not reached by that name: start it with --public-url")
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return problem(400, "Content-Length is no number")
        if int(length) > self.settings.max_body:
            return problem(413, self._too_large(), {"Connection": "close"})
        return None

    def _too_large(self) -> str:
        return f"the body is over {self.settings.max_body} bytes: send less"

    def _bounded(self, receive: Receive) -> Receive:
        taken, whole, begun = 0, False, time.monotonic()

        async def bounded() -> Message:
            nonlocal taken, whole
            if whole:
                return await receive()
            left = min(GAP_SECONDS, begun + BODY_SECONDS - time.monotonic())
            try:
                with fail_after(left):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, "the body comes too slowly", {"Connection": "close"}) from None
            whole = not message.get("more_body", False)
            taken += len(message.get("body", b""))
            if taken > self.settings.max_body:
                raise HTTPException(413, self._too_large(), {"Connection": "close"})
            return message

        return bounded
