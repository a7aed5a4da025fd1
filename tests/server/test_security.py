"""What stands before every request."""

from starlette.testclient import TestClient


def test_every_answer_has_the_headers(client: TestClient) -> None:
    for path in ("/api/v1/openapi.json", "/nowhere"):
        headers = client.get(path).headers
        assert "'unsafe-inline'" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_another_name_for_this_computer_opens_nothing(client: TestClient) -> None:
    refused = client.get("/api/v1/openapi.json", headers={"Host": "evil.example"})
    assert refused.status_code == 400
    assert refused.headers["content-type"] == "application/problem+json"


def test_a_large_body_is_refused_before_it_is_read(client: TestClient) -> None:
    assert client.post("/login", content=b"x" * 2_000_001).status_code == 413


def test_a_body_without_a_length_is_cut_off(client: TestClient) -> None:
    def chunks() -> object:
        for _ in range(300):
            yield b"name=" + b"x" * 10_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=chunks(), headers=headers).status_code == 413
