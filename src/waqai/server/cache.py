"""Answers to readers who are not logged in, kept while the library is unchanged: many look at the same pages."""

import time
from collections import OrderedDict
from http.cookies import CookieError, SimpleCookie

from anyio import Lock, to_thread
from msgspec import Struct
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.server.auth.sessions import COOKIE
from waqai.server.today import today
from waqai.store.database import Database
from waqai.store.paging import stamp

KEPT_BYTES, LARGEST = 32_000_000, 500_000
FRESH_SECONDS = 1.0
"""For so long the library is not asked again whether it changed."""
Key = tuple[str, ...]


class Kept(Struct, frozen=True):
    """An answer: its first message, its body, and the route that made it."""

    start: Message
    body: bytes
    route: object


class Cache:
    """ASGI middleware: answers again what was answered before.

    Only whole answers (200) to GET without login, key or condition are kept, and none that sets a cookie or says
    `no-store`. Everything is forgotten when the library changes, and at midnight.

    Args:
        app: what comes after it.
        store: the library.
    """

    def __init__(self, app: ASGIApp, store: Database) -> None:
        self.app = app
        self.store = store
        self.kept: OrderedDict[Key, Kept] = OrderedDict()
        self.size = 0
        self.seen = ""
        self.asked = -FRESH_SECONDS
        self.asking = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        key = _key(scope) if scope["type"] == "http" else None
        if key is None:
            await self.app(scope, receive, send)
            return
        seen = await self._refresh()
        found = self.kept.get(key)
        if found:
            self.kept.move_to_end(key)
            scope["route"] = found.route
            await send({**found.start, "headers": list(found.start["headers"])})
            await send({"type": "http.response.body", "body": found.body})
            return
        await self._answer(key, seen, scope, receive, send)

    async def _refresh(self) -> str:
        async with self.asking:
            if time.monotonic() - self.asked >= FRESH_SECONDS:
                now = f"{await to_thread.run_sync(self._stamp)} {today()}"
                if now != self.seen:
                    self.kept.clear()
                    self.size = 0
                self.seen, self.asked = now, time.monotonic()
            return self.seen

    def _stamp(self) -> str:
        with self.store.view() as view:
            return stamp(view)

    async def _answer(self, key: Key, seen: str, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}
        parts: list[bytes] = []
        fits = True

        async def watched(message: Message) -> None:
            nonlocal start, fits
            if message["type"] == "http.response.start":
                start = {**message, "headers": list(message["headers"])}
                fits = _may_be_kept(start)
            elif fits:
                parts.append(message.get("body", b""))
                fits = sum(map(len, parts)) <= LARGEST
                if not message.get("more_body", False) and fits and seen == self.seen:
                    self._keep(key, Kept(start, b"".join(parts), scope.get("route")))
            await send(message)

        await self.app(scope, receive, watched)

    def _keep(self, key: Key, answer: Kept) -> None:
        before = self.kept.pop(key, None)
        self.size += len(answer.body) - (len(before.body) if before else 0)
        self.kept[key] = answer
        while self.size > KEPT_BYTES:
            _, dropped = self.kept.popitem(last=False)
            self.size -= len(dropped.body)


def _key(scope: Scope) -> Key | None:
    """What tells two answers apart; `None` where an answer must not be kept."""
    if scope["method"] != "GET" or not scope["path"] or "/static/" in scope["path"]:
        return None
    headers = Headers(scope=scope)
    if any(name in headers for name in ("authorization", "if-none-match", "range")):
        return None
    cookie = headers.get("cookie", "")
    if COOKIE in cookie:
        return None
    try:
        language = SimpleCookie(cookie).get("lang") if cookie else None
    except CookieError:
        return None
    return (
        scope["path"],
        scope["query_string"].decode("latin-1"),
        scope["scheme"],
        headers.get("host", ""),
        language.value if language else "",
        headers.get("accept-language", ""),
        "gzip" if "gzip" in headers.get("accept-encoding", "") else "",
    )


def _may_be_kept(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    private = "set-cookie" in headers or "no-store" in headers.get("cache-control", "")
    return start["status"] == 200 and not private
