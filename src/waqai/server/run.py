"""Running the application: one process, with bounds on connections that are slow or too many."""

import asyncio
import socket
import sys

import uvicorn

from waqai.errors import BadValue
from waqai.server.app import create_app
from waqai.server.connections import Bounded
from waqai.server.settings import Settings

CONNECTIONS = 500
"""Connections at once; the next ones are answered 503. A process may often open 1,024 files, no more."""
KEEP_ALIVE = 5
"""Seconds that an idle connection is kept."""


def run(settings: Settings) -> None:
    """Serve until interrupted.

    Raises:
        BadValue: the address cannot be had.
        LibraryError: the library cannot be opened.
    """
    app = create_app(settings)
    listening = _listen(settings)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"waqai: {app.state.store.where} at {settings.public_url or f'http://{shown}:{port}/'}\n")
    sys.stderr.flush()
    config = uvicorn.Config(
        app,
        http=Bounded,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        root_path=settings.root_path,
        proxy_headers=settings.public_url is not None,
        forwarded_allow_ips="127.0.0.1,::1",
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    asyncio.run(server.serve(sockets=[listening]))


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, or asyncio leaves on what makes the second part of an answer wait 40 ms for the first.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(2048)
    except OSError as error:
        reason = (error.strerror or "unknown").lower()
        where = f"{settings.host}:{settings.port}"
        raise BadValue(f"{where}: cannot be listened on ({reason}): choose another --host or --port") from None
    return listening
