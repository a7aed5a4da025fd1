"""Corrections through the API: deciding, taking back, two reviewers at once."""

from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.server.conftest import HOME

from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store.database import Database


@pytest.fixture
def desk(store: Database) -> dict[str, TestClient]:
    app = create_app(Settings(), store)
    out = {}
    for name in ("سلمى", "هند"):
        user = Accounts(store).get(name)
        assert user is not None
        headers = {"Authorization": f"Bearer {app.state.signer.key(user.name, user.stamp)}"}
        out[name] = TestClient(app, base_url=HOME, headers=headers, raise_server_exceptions=False)
    return out


@pytest.fixture
def one(desk: dict[str, TestClient]) -> TestClient:
    return desk["سلمى"]


def seen(client: TestClient, act: str) -> tuple[str, str]:
    event = client.get("/api/v1/events", params={"act": act}).json()["items"][0]["id"]
    return event, client.get(f"/api/v1/events/{event}").json()["version"]


def post(client: TestClient, event: str, version: str, action: str, **more: Any) -> Any:
    return client.post(f"/api/v1/events/{event}/corrections", json={"action": action, "version": version, **more})


def test_an_edit_is_written_and_undone(one: TestClient) -> None:
    event, version = seen(one, "call")
    written = post(one, event, version, "edit", field="place", value="دمشق", why="بيان الوزارة")
    assert written.status_code == 201
    shown = one.get(f"/api/v1/events/{event}").json()
    assert (shown["event"]["place"], shown["event"]["edited"]) == ("دمشق", ["place"])
    assert shown["version"] == written.json()["version"]
    (line,) = shown["history"]
    assert (line["line"]["author"], line["line"]["why"], line["undone"]) == ("سلمى", "بيان الوزارة", False)
    assert one.post(f"/api/v1/corrections/{line['line']['n']}/undo", json={}).status_code == 201
    again = one.get(f"/api/v1/events/{event}").json()
    assert again["event"]["place"] == "أنقرة"
    assert [entry["undone"] for entry in again["history"]] == [True, False]
    assert one.post(f"/api/v1/corrections/{line['line']['n']}/undo", json={}).status_code == 404


def test_the_parties_of_an_event_are_corrected(one: TestClient) -> None:
    event, version = seen(one, "call")
    given = [
        {"name": "هاكان فيدان", "office": "foreign-minister", "country": "TUR"},
        {"name": "أيمن الصفدي", "office": "foreign-minister", "country": "JOR"},
    ]
    assert post(one, event, version, "edit", field="actors", value=given).status_code == 201
    shown = one.get(f"/api/v1/events/{event}").json()
    parties = shown["event"]["parties"]
    assert [(p["name"], p["office"], p["country"]) for p in parties] == [tuple(p.values()) for p in given]
    assert [e["id"] for e in one.get("/api/v1/events?state=TUR&state=JOR").json()["items"]] == [event]
    assert one.get("/api/v1/events?state=TUR&state=SYR").json()["items"] == []
    assert [p["name"] for p in shown["history"][0]["line"]["value"]] == ["هاكان فيدان", "أيمن الصفدي"]


def test_two_reviewers_do_not_overwrite_each_other(desk: dict[str, TestClient]) -> None:
    event, version = seen(desk["هند"], "call")
    assert post(desk["سلمى"], event, version, "edit", field="start", value="2025-10-16").status_code == 201
    late = post(desk["هند"], event, version, "reject")
    assert late.status_code == 409
    told = late.json()
    assert "changed by سلمى" in told["detail"]
    assert [(c["author"], c["field"], c["value"]) for c in told["changes"]] == [("سلمى", "start", "2025-10-16")]
    assert told["event"]["start"] == "2025-10-16"
    assert post(desk["هند"], event, told["version"], "reject").status_code == 201
    assert desk["هند"].get("/api/v1/events", params={"act": "call"}).json()["items"] == []
    assert desk["هند"].get(f"/api/v1/events/{event}").json()["event"]["review"] == "rejected"


def test_a_merge_and_a_split(one: TestClient) -> None:
    (call, seen_call), (meeting, seen_meeting) = seen(one, "call"), seen(one, "meeting")
    stale = post(one, call, seen_call, "merge", value=meeting, other_version="old.0")
    assert stale.status_code == 409
    merged = post(one, call, seen_call, "merge", value=meeting, other_version=seen_meeting)
    assert merged.status_code == 201, merged.text
    event = merged.json()["event"]
    whole = one.get(f"/api/v1/events/{event}").json()
    assert whole["event"]["reports"] == 3
    assert one.get(f"/api/v1/events/{meeting}").json()["event"]["id"] == event
    split = post(one, event, whole["version"], "split", value=[whole["reports"][0]["id"]])
    assert split.status_code == 201
    assert len(one.get("/api/v1/events").json()["items"]) == 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"action": "edit"}, "names no field"),
        ({"action": "edit", "field": "colour", "value": "red"}, "cannot be edited"),
        ({"action": "edit", "field": "start", "value": "soon"}, "is no day"),
        ({"action": "edit", "field": "actors", "value": "فيدان"}, "give a list such as"),
        (
            {"action": "edit", "field": "actors", "value": [{"name": "فيدان", "country": "TR"}]},
            "write its three letters",
        ),
        ({"action": "merge"}, "names no other event"),
        ({"action": "split", "value": "x"}, "give their ids as a list"),
        ({"action": "accept", "value": "x"}, "takes no value"),
        ({"action": "accept", "field": "place"}, "takes no field"),
        ({"action": "accept", "why": "ن" * 1_001}, "give 1000 at most"),
        ({"action": "delete"}, "the body is not what is asked for"),
        ({"action": "accept", "author": "هند"}, "the body is not what is asked for"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(one: TestClient, body: dict[str, Any], said: str) -> None:
    event, version = seen(one, "call")
    answer = one.post(f"/api/v1/events/{event}/corrections", json={"version": version, **body})
    assert answer.status_code == 422
    assert said in answer.json()["detail"]
    assert one.get("/api/v1/corrections").json()["items"] == []


def test_the_ledger_the_latest_first(one: TestClient) -> None:
    event, version = seen(one, "call")
    for action in ("unsure", "accept"):
        version = post(one, event, version, action).json()["version"]
    lines = one.get("/api/v1/corrections", params={"event": event}).json()["items"]
    assert [line["action"] for line in lines] == ["accept", "unsure"]
    assert post(one, "nowhere", version, "accept").status_code == 404
