"""What an attacker would try, against the application and against a real server on a real socket."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import anyio
import httpx
import pytest
from starlette.testclient import TestClient
from tests.libraries import FIDAN, SAFADI, event
from tests.server.conftest import filled, keep

from waqai.engine.linker import link_pending
from waqai.server.app import create_app
from waqai.server.settings import Settings
from waqai.store import open_store
from waqai.store.database import Database

SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(1)">'
HOSTILE = [
    "' OR 1=1 --",
    "'; DROP TABLE events; --",
    '" UNION SELECT hash FROM users --',
    "%",
    "_",
    "\\",
    "*",
    "(",
    '"',
]
POST = b"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
JSON_TYPES = ("application/json", "application/problem+json")


@pytest.fixture
def hostile(store: Database) -> None:
    keep(store, f"{SCRIPT} بحث الوزيران", event("h", FIDAN, SAFADI, place=SCRIPT, act="visit"), title=SCRIPT)
    link_pending(store)


@pytest.mark.usefixtures("hostile")
def test_text_of_reports_is_never_sent_as_something_that_runs(client: TestClient) -> None:
    for path in ("/events", "/documents", "/documents/4", "/documents/4/record", "/search?q=script", "/events.jsonl"):
        answer = client.get("/api/v1" + path)
        assert SCRIPT.split('"')[0] in answer.text, path
        assert answer.headers["content-type"].split(";")[0] in ("application/json", "application/jsonl")
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/<script>alert(1)</script>", "/events/<script>alert(1)<%2Fscript>", "/search?q=x&limit=<script>"]
)
def test_what_is_asked_for_is_not_sent_back_as_a_page(client: TestClient, path: str) -> None:
    assert client.get("/api/v1" + path).headers["content-type"] in JSON_TYPES


@pytest.mark.parametrize("said", HOSTILE)
def test_words_are_never_sql(client: TestClient, store: Database, said: str) -> None:
    with store.view() as view:
        before = view.content_hash()
    for path, params in (
        ("/search", {"q": said}),
        ("/events", {"place": said}),
        ("/events", {"entity": said}),
        ("/events", {"after": f"2025-10-17~{said}"}),
        ("/persons", {"q": said}),
        ("/tenures", {"person": said}),
        ("/agreements", {"party": said}),
        ("/documents", {"outlet": said}),
        ("/corrections", {"event": said}),
    ):
        answer = client.get("/api/v1" + path, params=params)
        assert answer.status_code == 200, answer.text
        assert len(answer.json()["items"]) in ((0, 1, 2) if "after" in params else (0,))
    with store.view() as view:
        assert view.content_hash() == before


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/static/../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2f..%2fetc%2fpasswd",
        "/static/%5c..%5c..%5cetc%5cpasswd",
        "/static//etc/passwd",
        "/static/%00/etc/passwd",
        "/api/v1/export/..%2f..%2fetc%2fpasswd",
        "/api/v1/documents/..%2f..%2fetc%2fpasswd",
        "/api/v1/events/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text


def test_a_header_with_a_long_or_broken_host_is_refused(client: TestClient) -> None:
    for host in ("localhost.evil.example", "localhost@evil.example", "[::1", "", "x" * 5_000):
        assert client.get("/api/v1/stats", headers={"Host": host}).status_code == 400


def test_too_many_requests_are_told_when_to_come_again(store: Database) -> None:
    app = create_app(Settings(host="0.0.0.0", open=True, rate=1), store)
    with TestClient(app, base_url="http://localhost") as client:
        answers = [client.get("/api/v1/stats") for _ in range(70)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    assert answers[-1].headers["content-type"] == "application/problem+json"


def test_a_fault_tells_nothing_of_the_inside(store: Database) -> None:
    app = create_app(Settings(), store)

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise RuntimeError("secret at /home/somebody")

    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server in a process of its own, as `waqai serve` starts it."""
    path: Path = tmp_path_factory.mktemp("served") / "library.db"
    store = open_store(str(path))
    filled(store)
    store.close()
    command = [sys.executable, "-m", "waqai", "serve", "--library", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.search(r"http://\S+/", server.stderr.readline())
        assert found, server.stderr.read()
        yield found[0].rstrip("/")
        server.terminate()


def connect(address: str) -> socket.socket:
    host, port = address.removeprefix("http://").split(":")
    opened = socket.create_connection((host, int(port)), timeout=60)
    return opened


def test_connections_that_say_nothing_hold_nobody_up(served: str) -> None:
    with ExitStack() as held:
        for n in range(200):
            slow = held.enter_context(connect(served))
            slow.sendall(b"GET /api/v1/stats HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * (n % 20))
        assert httpx.get(served + "/api/v1/stats").status_code == 200


def test_a_request_that_never_ends_is_ended(served: str) -> None:
    with connect(served) as slow:
        slow.sendall(b"GET /api/v1/stats HTTP/1.1\r\nHost: localhost\r\n")
        # Closed (b"") or told off by the server, before our own patience of a minute ends.
        assert slow.recv(1_000)[:12] in (b"", b"HTTP/1.1 408")


def test_a_body_that_trickles_is_ended(served: str) -> None:
    with connect(served) as slow:
        slow.sendall(POST + b'Content-Length: 1000\r\n\r\n{"text": "')
        assert slow.recv(1_000)[:12] in (b"", b"HTTP/1.1 408")


def test_an_oversized_body_is_refused_on_the_wire(served: str) -> None:
    with connect(served) as large:
        large.sendall(POST + b"Content-Length: 99999999\r\n\r\n")
        assert large.recv(1_000).startswith(b"HTTP/1.1 413")


def test_headers_without_end_are_refused(served: str) -> None:
    with connect(served) as endless:
        endless.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
        try:
            for _ in range(50):
                endless.sendall(b"a" * 65_536)
                time.sleep(0)
            assert endless.recv(1_000)[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.1 431")
        except (ConnectionResetError, BrokenPipeError):
            pass


def test_many_readers_at_once_are_all_answered(served: str) -> None:
    """No request may hold a connection of the library while it waits for a thread that others hold."""
    paths = ["/api/v1/events", "/api/v1/stats", "/today", "/timeline", "/api/v1/states"] * 24

    async def main() -> list[int]:
        found: list[int] = []
        limits = httpx.Limits(max_connections=120)
        async with (
            httpx.AsyncClient(base_url=served, timeout=25, limits=limits) as client,
            anyio.create_task_group() as all_,
        ):

            async def ask(path: str) -> None:
                found.append((await client.get(path)).status_code)

            for path in paths:
                all_.start_soon(ask, path)
        return found

    assert anyio.run(main) == [200] * len(paths)


def test_a_slow_reader_of_an_export_holds_nobody_up(served: str) -> None:
    with connect(served) as slow, connect(served) as other:
        for reader in (slow, other):
            reader.sendall(b"GET /api/v1/export/jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert httpx.get(served + "/api/v1/events").status_code == 200
