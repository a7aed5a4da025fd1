"""The server over PostgreSQL: the same answers, users and corrections."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.libraries import start_postgres
from tests.server.conftest import HOME, PASSWORD, filled
from tests.store.conftest import fresh_database

from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store import open_store


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    yield from start_postgres()


@pytest.fixture
def desk(postgres: str) -> Iterator[TestClient]:
    store = open_store(fresh_database(postgres, "server"))
    filled(store)
    user = Accounts(store).add("سلمى", PASSWORD, "reviewer")
    app = create_app(Settings(), store)
    key = app.state.signer.key(user.name, user.stamp)
    with TestClient(app, HOME, headers={"Authorization": f"Bearer {key}"}) as client:
        yield client
    store.close()


def test_reading_and_correcting(desk: TestClient) -> None:
    for path in (
        "documents",
        "states",
        "pairs",
        "persons",
        "entities",
        "tenures?country=SYR",
        "agreements",
        "corrections",
    ):
        assert desk.get(f"/api/v1/{path}").status_code == 200, path
    parts = [desk.get("/api/v1/events?limit=1").json()]
    parts.append(desk.get("/api/v1/events", params={"limit": 1, "after": parts[0]["next"]}).json())
    assert [e["act"] for part in parts for e in part["items"]] == ["meeting", "call"]
    event = parts[1]["items"][0]["id"]
    shown = desk.get(f"/api/v1/events/{event}").json()
    body = {"action": "edit", "field": "place", "value": "دمشق", "version": shown["version"]}
    assert desk.post(f"/api/v1/events/{event}/corrections", json=body).status_code == 201
    assert desk.post(f"/api/v1/events/{event}/corrections", json=body).status_code == 409
    assert desk.get(f"/api/v1/events/{event}").json()["event"]["place"] == "دمشق"
    assert [n["action"] for n in Accounts(desk.app.state.store).notes()] == ["edit"]  # type: ignore[attr-defined]
    assert len(desk.get("/api/v1/events.jsonl").text.splitlines()) == 2
    assert desk.get("/healthz").status_code == 200
    assert "waqai_library_documents 3" in desk.get("/metrics").text


@pytest.mark.parametrize("said", ["'", "\\", "%", "a:b*", "& | !"])
def test_words_are_never_a_query(desk: TestClient, said: str) -> None:
    for path in ("/search", "/persons"):
        assert desk.get("/api/v1" + path, params={"q": said}).json()["items"] == []
