"""Answers kept for readers who are not logged in: the same bytes, and never somebody else's or an old one."""

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.libraries import FIDAN, SAFADI, event
from tests.server.conftest import HOME, keep

from waqai.engine.linker import link_pending
from waqai.server import cache
from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store.database import Database


@pytest.fixture
def made(store: Database) -> tuple[FastAPI, list[str]]:
    """The application, and the paths that it really computed."""
    app = create_app(Settings(), store)
    computed: list[str] = []

    class Counted:
        def __init__(self, inner: Any) -> None:
            self.inner = inner

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http":
                computed.append(scope["path"])
            await self.inner(scope, receive, send)

    # The first of the list is outermost; behind the cache comes what it saves.
    at = next(n for n, middleware in enumerate(app.user_middleware) if middleware.cls is cache.Cache)
    app.user_middleware.insert(at + 1, type(app.user_middleware[0])(Counted))
    return app, computed


@pytest.fixture(autouse=True)
def always_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "FRESH_SECONDS", 0.0)


def test_the_second_reader_gets_the_same_bytes(made: tuple[FastAPI, list[str]]) -> None:
    app, computed = made
    with TestClient(app, HOME) as client:
        answers = [client.get("/api/v1/events") for _ in range(3)]
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].headers == answers[2].headers
    assert computed == ["/api/v1/events"]


def test_a_change_is_seen_at_once(made: tuple[FastAPI, list[str]], store: Database) -> None:
    with TestClient(made[0], HOME) as client:
        assert len(client.get("/api/v1/events").json()["items"]) == 2
        keep(store, "تقرير جديد", event("new", FIDAN, SAFADI, act="visit"))
        link_pending(store)
        assert len(client.get("/api/v1/events").json()["items"]) == 3


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "en"},
        {"Cookie": "lang=en"},
        {"Accept-Encoding": "identity"},
        {"Host": "127.0.0.1"},
        {"If-None-Match": 'W/"other"'},
        {"Cookie": "waqai_session=x"},
    ],
)
def test_another_reader_is_not_given_the_first_ones(made: tuple[FastAPI, list[str]], headers: dict[str, str]) -> None:
    app, computed = made
    with TestClient(app, HOME, headers={"Accept-Language": "ar"}) as client:
        client.get("/today")
        client.get("/today", headers=headers)
    assert computed == ["/today"] * 2


def test_what_a_user_sees_is_not_kept(made: tuple[FastAPI, list[str]], store: Database) -> None:
    app, computed = made
    user = Accounts(store).get("سلمى")
    assert user is not None
    key = {"Authorization": f"Bearer {app.state.signer.key(user.name, user.stamp)}"}
    with TestClient(app, HOME) as client:
        assert "سلمى" in client.get("/today", headers=key).text
        assert "سلمى" not in client.get("/today").text
    assert computed == ["/today"] * 2


@pytest.mark.parametrize("path", ["/login", "/api/v1/export/csv", "/healthz", "/nowhere", "/api/v1/events/nowhere"])
def test_what_must_be_made_each_time_is(made: tuple[FastAPI, list[str]], path: str) -> None:
    app, computed = made
    with TestClient(app, HOME) as client:
        client.get(path)
        client.cookies.clear()
        client.get(path)
    assert computed == [path] * 2


def test_it_stays_small(made: tuple[FastAPI, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT_BYTES", 2_000)
    app, computed = made
    with TestClient(app, HOME) as client:
        for n in range(1, 4):
            client.get(f"/api/v1/documents/{n}")
        first = client.get("/api/v1/documents/1")
    assert first.status_code == 200
    assert computed.count("/api/v1/documents/1") == 2
