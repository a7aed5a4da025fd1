"""Sessions in a signed cookie. The cookie says who; the user's `stamp` in the library says whether it still holds."""

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer
from msgspec import Struct
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.server.settings import Settings

COOKIE = "waqai_session"
KEY = "waqai.session"


class Session(Struct):
    """One browser's session.

    Attributes:
        id: what its form tokens are made from; "" until one is needed.
        user: who is logged in, or "".
        stamp: the user's stamp at login.
        changed: a cookie has to be sent.
    """

    id: str = ""
    user: str = ""
    stamp: int = 0
    changed: bool = False

    def begin(self, user: str = "", stamp: int = 0) -> None:
        """Become a new session: its id is another, so that one fixed before login is worth nothing."""
        self.id, self.user, self.stamp, self.changed = secrets.token_urlsafe(16), user, stamp, True

    def end(self) -> None:
        """Log out."""
        self.id, self.user, self.stamp, self.changed = "", "", 0, True


class Signer:
    """Signs sessions, form tokens and the keys of programs.

    Args:
        secret: what only this server knows.
        hours: how long a session holds.
    """

    def __init__(self, secret: str, hours: int) -> None:
        self.secret = secret.encode()
        self.seconds = hours * 3600
        self.sessions = URLSafeTimedSerializer(secret, salt="session")
        self.keys = URLSafeTimedSerializer(secret, salt="key")

    def read(self, cookie: str | None) -> Session:
        """The session of a cookie; a new one where the cookie is missing, old or forged."""
        try:
            id_, user, stamp = self.sessions.loads(cookie or "", max_age=self.seconds)
            return Session(str(id_), str(user), int(stamp))
        except (BadData, ValueError, TypeError):
            return Session()

    def write(self, session: Session) -> str:
        """The cookie of a session."""
        return str(self.sessions.dumps([session.id, session.user, session.stamp]))

    def key(self, user: str, stamp: int) -> str:
        """A key for programs; it holds until the user's stamp changes."""
        return str(self.keys.dumps([user, stamp]))

    def read_key(self, key: str) -> tuple[str, int]:
        """User and stamp of a program's key; ("", 0) where it is forged."""
        try:
            user, stamp = self.keys.loads(key)
            return str(user), int(stamp)
        except (BadData, ValueError, TypeError):
            return "", 0

    def token(self, session: Session) -> str:
        """What a form of this session carries; another one each time, so that compression betrays none of it."""
        return self._token(session, secrets.token_hex(8))

    def knows(self, session: Session, token: str) -> bool:
        """Whether a form of this session was given this."""
        pad = token.partition(".")[0]
        return bool(session.id) and hmac.compare_digest(self._token(session, pad).encode(), token.encode())

    def _token(self, session: Session, pad: str) -> str:
        made = hmac.new(self.secret, f"csrf:{session.id}:{pad}".encode(), "sha256")
        return f"{pad}.{made.hexdigest()[:32]}"


class Sessions:
    """ASGI middleware: puts the request's session into its scope and sends the cookie when it changed."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        signer: Signer = scope["app"].state.signer
        session = signer.read(_cookie(scope))
        scope[KEY] = session

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and session.changed:
                headers = MutableHeaders(scope=message)
                headers.append("set-cookie", self._set_cookie(signer, session))
                headers["cache-control"] = "no-store"
            await send(message)

        await self.app(scope, receive, with_cookie)

    def _set_cookie(self, signer: Signer, session: Session) -> str:
        value, age = (signer.write(session), signer.seconds) if session.id else ("", 0)
        path = self.settings.root_path or "/"
        secure = "; Secure" if self.settings.secure else ""
        return f"{COOKIE}={value}; Path={path}; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"


def _cookie(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"cookie" and COOKIE.encode() in value:
            try:
                found: Any = SimpleCookie(value.decode("latin-1")).get(COOKIE)
            except CookieError:
                return None
            if found:
                return str(found.value)
    return None
