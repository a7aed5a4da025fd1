"""What a route asks: who is this, may they, did the request come from our own page."""

from collections.abc import Callable
from urllib.parse import urlsplit

from anyio import to_thread
from fastapi import HTTPException, Request

from waqai.server.auth.accounts import User
from waqai.server.auth.sessions import KEY, Session, Signer
from waqai.server.settings import Settings

SAFE = ("GET", "HEAD", "OPTIONS")


def _session(request: Request) -> Session:
    session: Session = request.scope[KEY]
    return session


def _bearer(request: Request) -> str | None:
    kind, _, key = request.headers.get("authorization", "").partition(" ")
    return key.strip() if kind.lower() == "bearer" and key.strip() else None


def current_user(request: Request) -> User | None:
    """Who is logged in, by cookie or by a program's key; asked of the library once a request."""
    if not hasattr(request.state, "user"):
        signer: Signer = request.app.state.signer
        key = _bearer(request)
        session = _session(request)
        name, stamp = signer.read_key(key) if key else (session.user, session.stamp)
        user = request.app.state.accounts.get(name) if name else None
        request.state.user = user if user and user.stamp == stamp else None
    found: User | None = request.state.user
    return found


def require_role(role: str) -> Callable[[Request], User]:
    """A dependency: the user, who has at least this role.

    Args:
        role: "reader", "reviewer" or "admin".
    """

    def required(request: Request) -> User:
        user = current_user(request)
        if user is None:
            raise HTTPException(401, "log in first", headers={"WWW-Authenticate": "Bearer"})
        if not user.may(role):
            raise HTTPException(403, f"you are {user.role}, this needs {role}: ask an administrator")
        return user

    return required


async def may_read(request: Request) -> None:
    """A dependency: reading is open here, or a reader is logged in."""
    settings: Settings = request.app.state.settings
    if not settings.reading_open:
        await to_thread.run_sync(require_role("reader"), request)


def csrf_token(request: Request) -> str:
    """What a form of this page has to carry (field `csrf`, or header `X-CSRF-Token`)."""
    session = _session(request)
    if not session.id:
        session.begin()
    signer: Signer = request.app.state.signer
    return signer.token(session)


def same_origin(request: Request) -> bool:
    """Whether the browser says that the request comes from our own pages; programs say nothing."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin is None:
        return True
    settings: Settings = request.app.state.settings
    own = {request.headers.get("host", "")}
    if settings.public_url:
        own.add(urlsplit(settings.public_url).netloc)
    return urlsplit(origin).netloc in own


async def check_csrf(request: Request) -> None:
    """A dependency of every route that writes: our own page sent this, or a program with its key.

    Raises:
        HTTPException: 403, where it did not.
    """
    if request.method in SAFE or _bearer(request):
        return
    if not same_origin(request):
        raise HTTPException(403, "sent from another site")
    given = request.headers.get("x-csrf-token")
    if given is None and request.headers.get("content-type", "").startswith(
        ("application/x-www-form-urlencoded", "multipart/form-data")
    ):
        field = (await request.form()).get("csrf")
        given = field if isinstance(field, str) else None
    session = _session(request)
    signer: Signer = request.app.state.signer
    if not given or not signer.knows(session, given):
        raise HTTPException(403, "the form is too old: load the page again")
