"""What whoever watches over the server sees."""

from pathlib import Path

from starlette.testclient import TestClient

from waqai.store.database import Database


def test_requests_are_counted_by_route_not_by_path(client: TestClient) -> None:
    for path in ("/api/v1/documents/1", "/api/v1/documents/2", "/api/v1/documents/99", "/some/where", "/else/where"):
        client.get(path)
    text = client.get("/metrics").text
    assert 'waqai_requests_total{method="GET",route="/api/v1/documents/{n}",status="200"} 2.0' in text
    assert 'waqai_requests_total{method="GET",route="/api/v1/documents/{n}",status="404"} 1.0' in text
    assert 'waqai_requests_total{method="GET",route="none",status="404"} 2.0' in text
    assert "waqai_library_events 2\n" in text
    assert "where" not in text


def test_a_library_that_is_gone_is_not_well(client: TestClient, store: Database) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    store.close()
    path = Path(store.where)
    path.unlink()
    path.mkdir()
    assert client.get("/healthz").status_code == 503
