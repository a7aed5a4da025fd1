"""The API over a small library: what it answers, in parts, unchanged, wrongly asked."""

import csv
import io
import json
import sys
import zipfile
from itertools import permutations
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.libraries import FIDAN, SAFADI, SHAIBANI, event, person
from tests.server.conftest import keep

from waqai.engine.linker import link_pending
from waqai.store.database import Database

V1 = "/api/v1"


def get(client: TestClient, path: str, **params: Any) -> Any:
    answer = client.get(V1 + path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_events_come_newest_first(client: TestClient) -> None:
    found = get(client, "/events")
    assert [(e["start"], e["act"], e["reports"]) for e in found["items"]] == [
        ("2025-10-19", "meeting", 1),
        ("2025-10-17", "call", 2),
    ]
    assert found["next"] is None


@pytest.mark.parametrize(
    ("params", "acts"),
    [
        ({"state": "tur"}, ["call"]),
        ({"state": ["SYR", "JOR"]}, ["meeting"]),
        ({"act": ["call", "visit"]}, ["call"]),
        ({"since": "2025-10-18"}, ["meeting"]),
        ({"until": "2025-10-18"}, ["call"]),
        ({"since": "2025-10"}, ["meeting", "call"]),
        ({"since": "2025-11"}, []),
        ({"until": "2025-10"}, ["meeting", "call"]),
        ({"until": "2025-09"}, []),
        ({"since": "2025", "until": "2025"}, ["meeting", "call"]),
        ({"since": "2026"}, []),
        ({"sources": 2}, ["call"]),
        ({"place": "أنقرة"}, ["call"]),
        ({"status": "planned"}, []),
        ({"review": "rejected"}, []),
        ({"order": "oldest"}, ["call", "meeting"]),
    ],
)
def test_filters(client: TestClient, params: dict[str, Any], acts: list[str]) -> None:
    assert [e["act"] for e in get(client, "/events", **params)["items"]] == acts


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_list_in_parts_is_the_whole_list(client: TestClient, store: Database, order: str) -> None:
    for n, (one, other) in enumerate(permutations(("EGY", "SAU", "QAT", "IRQ"), 2)):
        day = None if n % 4 == 0 else f"2025-11-{1 + n % 3:02}"
        parties = (person(f"وزير {n}", one, "foreign-minister"), person(f"نظير {n}", other, "foreign-minister"))
        keep(store, f"تقرير آخر رقم {n}", event(f"x{n}", *parties, day=day, act="talks"))
    link_pending(store)
    whole = [e["id"] for e in get(client, "/events", order=order, limit=200)["items"]]
    parts: list[str] = []
    after: dict[str, str] = {}
    while True:
        part = get(client, "/events", order=order, limit=3, **after)
        parts += [e["id"] for e in part["items"]]
        if part["next"] is None:
            break
        after = {"after": part["next"]}
    assert parts == whole
    assert len(set(parts)) == len(parts) > 9


def test_the_next_part_is_linked(client: TestClient) -> None:
    answer = client.get(V1 + "/events?limit=1")
    link = answer.headers["link"]
    assert link.endswith('; rel="next"')
    following = client.get(link[1:].split(">")[0]).json()
    assert [e["act"] for e in following["items"]] == ["call"]


def test_an_event_has_its_words(client: TestClient) -> None:
    (call,) = get(client, "/events", act="call")["items"]
    shown = get(client, f"/events/{call['id']}")
    assert shown["event"] == call
    assert [told["document"]["outlet"] for told in shown["reports"]] == ["سانا", "الأناضول"]
    for told in shown["reports"]:
        text = get(client, f"/documents/{told['document']['n']}")["text"]
        spans = [text[part["start"] : part["end"]] for part in told["event"]["evidence"]]
        assert told["passages"] == spans
        assert told["event"]["trace"] == []


def test_a_document_has_its_text_events_and_record(client: TestClient) -> None:
    first = get(client, "/documents")["items"][-1]
    shown = get(client, f"/documents/{first['n']}")
    assert shown["text"].startswith("بحث وزير الخارجية")
    assert [e["act"] for e in shown["events"]] == ["call"]
    assert get(client, f"/documents/{first['n']}/record")["document"]["text"] == shown["text"]


def test_documents_in_parts(client: TestClient) -> None:
    one = get(client, "/documents", limit=2)
    other = get(client, "/documents", limit=2, after=one["next"])
    assert [d["n"] for d in one["items"] + other["items"]] == [3, 2, 1]
    assert other["next"] is None


def test_search_forgives_spelling(client: TestClient) -> None:
    assert [d["n"] for d in get(client, "/search", q="الشيبانى فيدان")["items"]] == [2, 1]
    assert get(client, "/search", q="طهران")["items"] == []
    assert get(client, "/search", q="!")["items"] == []


def test_people_offices_and_contacts(client: TestClient) -> None:
    (found,) = get(client, "/persons", q="الشيباني")["items"]
    shown = get(client, f"/persons/{found['id']}")
    assert [(o["office"], o["country"]) for o in shown["offices"]] == [("foreign-minister", "SYR")]
    assert {c["name"] for c in shown["contacts"]} == {"هاكان فيدان", "أيمن الصفدي"}
    assert get(client, "/contacts", entity=found["id"])["items"] == shown["contacts"]
    assert [o["name"] for o in get(client, "/tenures", country="JOR")["items"]] == ["أيمن الصفدي"]
    assert len(get(client, "/entities", country="TUR")["items"]) == 1


def test_states_and_pairs(client: TestClient) -> None:
    assert get(client, "/states")["items"][0]["country"] == "SYR"
    assert {(p["a"], p["b"]) for p in get(client, "/pairs")["items"]} == {("JOR", "SYR"), ("SYR", "TUR")}
    summary = get(client, "/pairs/tur/syr", on="2025-10-01")
    assert (summary["count"]["events"], summary["acts"]) == (1, {"call": 1})
    assert [c["name"] for c in get(client, "/pairs/TUR/SYR/meetings")["items"]]
    assert client.get(V1 + "/pairs/TUR/tur").status_code == 422


def test_counts_and_stats(client: TestClient) -> None:
    counts = get(client, "/counts", unit="year")
    assert [(p["period"], p["events"]) for p in counts["items"]] == [("2025", 2)]
    assert counts["acts"] == {"call": 1, "meeting": 1}
    assert get(client, "/stats")["counts"]["documents"] == 3


def test_what_is_unchanged_is_not_sent_again(client: TestClient, store: Database) -> None:
    first = client.get(V1 + "/events")
    etag = {"If-None-Match": first.headers["etag"]}
    same = client.get(V1 + "/events", headers=etag)
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == first.headers["etag"]
    assert client.get(V1 + "/events?limit=1", headers=etag).status_code == 200
    keep(store, "تقرير جديد", event("new", FIDAN, SAFADI, act="visit"))
    assert client.get(V1 + "/events", headers=etag).status_code == 200
    link_pending(store)
    assert len(client.get(V1 + "/events", headers=etag).json()["items"]) == 3


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/events/nowhere", 404, "is not in the library"),
        ("/documents/99", 404, "is not in the library"),
        ("/persons/nobody", 404, "is not in the library"),
        ("/agreements/none", 404, "is not in the library"),
        ("/export/xls", 404, "choose one of jsonl"),
        ("/nowhere", 404, "Not Found"),
        ("/events?limit=0", 422, "query.limit"),
        ("/events?since=17.10.2025", 422, "write it as 2025-10-17, 2025-10 or 2025"),
        ("/events?since=1760659200", 422, "not a date"),
        ("/events?since=2025-02-30", 422, "no such day"),
        ("/events?until=2025-13", 422, "no such day"),
        ("/events?sates=SYR", 422, "«sates» in the query is not known: choose from limit, after, order, state,"),
        ("/states?lang=ar", 422, "this address takes none"),
        ("/events?state=Syria", 422, "query.state.0"),
        ("/events?after=x", 422, "is not what a list gave"),
        ("/search", 422, "query.q"),
        ("/search?q=%00", 422, "query.q"),
        ("/documents/1e9", 422, "path.n"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(V1 + path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert said in answer.json()["detail"]
    assert answer.json()["status"] == status


def test_events_as_lines(client: TestClient) -> None:
    answer = client.get(V1 + "/events.jsonl?state=SYR")
    assert [json.loads(line)["act"] for line in answer.text.splitlines()] == ["call", "meeting"]
    assert answer.headers["content-disposition"] == 'attachment; filename="events.jsonl"'


def test_exports(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(V1 + "/export/csv").content.decode("utf-8-sig"))))
    assert [row["act"] for row in rows] == ["call", "meeting"]
    each = client.get(V1 + "/export/csv?reports=1").content.decode("utf-8-sig")
    assert [row["act"] for row in csv.DictReader(io.StringIO(each))] == ["call", "call", "meeting"]
    chosen = client.get(V1 + "/export/jsonl?act=meeting").text.splitlines()
    assert [json.loads(line)["document"]["text"] for line in chosen] == ["اجتمع الصفدي والشيباني"]
    with zipfile.ZipFile(io.BytesIO(client.get(V1 + "/export/brat").content)) as archive:
        assert len(archive.namelist()) == 6
    # Every slot was given back.
    assert [client.get(V1 + "/export/tsv").status_code for _ in range(4)] == [404] * 4
    assert [client.get(V1 + "/export/gdelt").status_code for _ in range(4)] == [200] * 4


def test_a_format_whose_extra_is_missing_is_said(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = client.get(V1 + "/export/parquet")
    assert answer.status_code == 422
    assert "waqai[parquet]" in answer.json()["detail"]


TEXT = "بحث وزير الخارجية التركي هاكان فيدان مع نظيره السوري أسعد الشيباني في اتصال هاتفي، الجمعة، التعاون"


@pytest.mark.parametrize("path", ["/api/v1/read", "/api/read"])
def test_a_report_is_read_and_nothing_kept(client: TestClient, path: str) -> None:
    answer = client.post(path, json={"text": TEXT, "published": "2025-10-17"})
    assert answer.status_code == 200, answer.text
    record = answer.json()
    assert [(e["act"], e["when"]["start"]) for e in record["events"]] == [("call", "2025-10-17")]
    assert "trace" not in record["events"][0]
    assert get(client, "/stats")["counts"]["documents"] == 3


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"text": ""}, "no text in it"),
        ({"text": "نص", "published": "yesterday"}, "is not an ISO date"),
        ({"text": "ن" * 200_001}, "200000 at most"),
        ({"txt": "نص"}, "the body is not what is asked for"),
        ({"text": 5}, "the body is not what is asked for"),
    ],
)
def test_a_text_that_cannot_be_read_is_said(client: TestClient, body: dict[str, Any], said: str) -> None:
    answer = client.post("/api/v1/read", json=body)
    assert answer.status_code == 422
    assert said in answer.json()["detail"]


def test_a_body_that_is_no_json(client: TestClient) -> None:
    json_type = {"content-type": "application/json"}
    assert client.post("/api/v1/read", content=b"{", headers=json_type).status_code == 422
    assert client.post("/api/v1/read", content=b"\xff\xfe", headers=json_type).status_code == 422
    assert client.post("/api/v1/read", content=b"{}", headers={"content-type": "text/plain"}).status_code == 415


def test_every_value_of_a_shape_is_described(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    names = set(described["components"]["schemas"])
    refs = set(json.dumps(described).split('"#/components/schemas/')[1:])
    assert {ref.split('"')[0] for ref in refs} <= names
    assert SHAIBANI.name not in json.dumps(described)
