"""The application: one library, shown as pages and as an API.

`server/pages/__init__.py` offers `router`, and `install(app)` that sets `app.state.error_page`, mounts the static
files and whatever else pages need once.
"""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from os import environ

from anyio import to_thread
from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from waqai import __version__
from waqai.errors import BadValue, LibraryError
from waqai.server import api
from waqai.server.auth import Accounts, may_read
from waqai.server.auth.routes import router as login_router
from waqai.server.auth.sessions import Sessions, Signer
from waqai.server.cache import Cache
from waqai.server.metrics import Metering, Meters
from waqai.server.metrics import router as metrics_router
from waqai.server.problems import handle_errors
from waqai.server.rates import Rates
from waqai.server.reading import ReadingRoom
from waqai.server.security import Guard
from waqai.server.settings import Settings
from waqai.store import open_store
from waqai.store.database import Database

THREADS = 6
"""Requests at work at once: fewer than the connections of the library's pool (15), which exports use too."""
LOGINS = 10
"""Attempts to log in, a minute, from one address or as one user."""
SECRET = "WAQAI_SECRET"


def create_app(settings: Settings | None = None, store: Database | None = None) -> FastAPI:
    """The application of one library.

    Args:
        settings: what the server is told.
        store: an open library; else the one that the settings name is opened, and closed at the end.

    Raises:
        LibraryError: the library cannot be opened.
    """
    settings = settings or Settings()
    own = store is None
    opened = store or open_store(settings.library, must_exist=True)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield
        if own:
            opened.close()

    app = FastAPI(
        title="Waqai",
        version=__version__,
        summary="The record of what states and officials did with one another, read from Arabic news reports.",
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    # Set, not passed: FastAPI warns of the parameter, for those whose proxy they do not know.
    app.root_path = settings.root_path
    app.state.settings, app.state.store = settings, opened
    app.state.accounts = Accounts(opened)
    app.state.signer = signer_of(app.state.accounts, settings.session_hours)
    app.state.logins = Rates(LOGINS, LOGINS)
    app.state.meters = Meters()
    handle_errors(app)
    app.state.reading_room = ReadingRoom()
    app.include_router(metrics_router)
    app.include_router(login_router)
    api.install(app)
    if find_spec("waqai.server.pages"):
        _include_pages(app)
    _add_middleware(app, settings, opened)
    return app


def _add_middleware(app: FastAPI, settings: Settings, store: Database) -> None:
    """What stands before the routes; the last one added is the first to see a request."""
    app.add_middleware(Sessions, settings=settings)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=4)
    app.add_middleware(Cache, store=store)
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(Metering, meters=app.state.meters)


def _include_pages(app: FastAPI) -> None:
    from importlib import import_module

    pages = import_module("waqai.server.pages")
    app.include_router(pages.router, dependencies=[Depends(may_read)])
    if hasattr(pages, "install"):
        pages.install(app)


def signer_of(accounts: Accounts, hours: int = 12) -> Signer:
    """Who signs cookies and keys: with the secret of the environment or of the library, which is given one.

    Raises:
        BadValue: the environment's secret is too short.
    """
    said = environ.get(SECRET)
    if said is not None and len(said) < 32:
        raise BadValue(f"{SECRET} has {len(said)} characters: give at least 32")
    if said is None:
        try:
            said = accounts.secret() or accounts.prepare()
        except LibraryError:
            # A library that cannot be written has no users, and nobody can log in: any secret does.
            said = secrets.token_urlsafe(32)
    return Signer(said, hours)
