"""Logging in, roles, forms of our own pages only, the audit log."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import APIRouter, FastAPI, Request
from starlette.testclient import TestClient
from tests.server.conftest import HOME, PASSWORD

from waqai.errors import BadValue, LibraryError, NotFound
from waqai.server.app import create_app, signer_of
from waqai.server.auth import Accounts, csrf_token
from waqai.server.auth.routes import local_path
from waqai.server.rates import Rates
from waqai.server.settings import Settings
from waqai.store import open_store
from waqai.store.database import Database

Opener = Callable[..., TestClient]


def with_form(app: FastAPI) -> FastAPI:
    """The application with a page that shows the token of a form, as pages do."""
    forms = APIRouter()

    @forms.get("/form")
    def form(request: Request) -> str:
        return csrf_token(request)

    app.include_router(forms)
    return app


@pytest.fixture
def opened(store: Database, accounts: Accounts) -> Opener:
    assert accounts.ready()

    def open_client(settings: Settings | None = None, home: str = HOME) -> TestClient:
        told = settings or Settings()
        app = with_form(create_app(told, store))
        return TestClient(app, home, root_path=told.root_path, follow_redirects=False, raise_server_exceptions=False)

    return open_client


def token(client: TestClient) -> str:
    return str(client.get("/form").json())


def login(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> str:
    form = {"name": name, "password": password, "csrf": token(client), **more}
    answer = client.post("/login", data=form)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def correct(client: TestClient, **more: object) -> int:
    event = client.get("/api/v1/events?act=call").json()["items"][0]["id"]
    version = client.get(f"/api/v1/events/{event}").json()["version"]
    body = {"action": "accept", "version": version, **more}
    headers = {"X-CSRF-Token": token(client)}
    return client.post(f"/api/v1/events/{event}/corrections", json=body, headers=headers).status_code


@pytest.mark.parametrize(("name", "status"), [(None, 401), ("ريم", 403), ("سلمى", 201), ("هند", 201)])
def test_only_reviewers_correct(opened: Opener, name: str | None, status: int) -> None:
    client = opened()
    if name:
        assert login(client, name) == "/"
    assert correct(client) == status


def test_a_login_is_a_new_session_in_a_guarded_cookie(opened: Opener) -> None:
    client = opened()
    token(client)
    before = client.cookies["waqai_session"]
    form = {"name": "سلمى", "password": PASSWORD, "csrf": token(client)}
    cookie = client.post("/login", data=form).headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Lax", "Path=/"))
    assert before not in cookie


def test_behind_a_proxy_cookies_are_secure_and_paths_have_its_prefix(opened: Opener) -> None:
    client = opened(Settings(public_url="https://desk.example/waqai"), "https://desk.example/waqai")
    form = {"name": "سلمى", "password": PASSWORD, "csrf": token(client), "next": "/review"}
    answer = client.post("/login", data=form, headers={"Origin": "https://desk.example"})
    assert answer.headers["location"] == "/waqai/review"
    assert "; Secure" in answer.headers["set-cookie"]
    assert "Path=/waqai" in answer.headers["set-cookie"]
    assert "strict-transport-security" in answer.headers


def test_where_others_reach_it_reading_needs_a_login(opened: Opener) -> None:
    client = opened(Settings(host="0.0.0.0", rate=0))
    for path in ("/api/v1/events", "/api/v1/export/csv", "/metrics"):
        assert client.get(path).status_code == 401, path
    assert client.post("/api/v1/read", json={"text": "نص"}).status_code == 401
    assert client.get("/healthz").json() == {"status": "ok"}
    login(client, "ريم")
    assert client.get("/api/v1/events").status_code == 200


@pytest.mark.parametrize(
    ("name", "password"), [("سلمى", "wrong password"), ("nobody", PASSWORD), ("", ""), ("سلمى", "")]
)
def test_a_wrong_login_leads_back(opened: Opener, name: str, password: str) -> None:
    client = opened()
    assert login(client, name, password, next="/review") == "/login?next=/review&error=wrong"
    assert correct(client) == 401


def test_many_attempts_are_stopped(opened: Opener) -> None:
    client = opened()
    client.app.state.logins = Rates(1, 3)  # type: ignore[attr-defined]
    assert [login(client, "سلمى", "wrong")[-5:] for _ in range(4)] == ["wrong", "wrong", "wrong", "=busy"]
    assert login(client, "هند").endswith("error=busy")


def test_logging_out_ends_the_session(opened: Opener) -> None:
    client = opened()
    login(client, "سلمى")
    assert client.post("/logout", data={"csrf": token(client)}).status_code == 303
    assert correct(client) == 401


@pytest.mark.parametrize("change", ["role", "password", "removed", "sessions"])
def test_a_changed_user_is_logged_out(opened: Opener, accounts: Accounts, change: str) -> None:
    client = opened()
    login(client, "سلمى")
    {
        "role": lambda: accounts.set_role("سلمى", "admin"),
        "password": lambda: accounts.set_password("سلمى", PASSWORD + "!"),
        "removed": lambda: accounts.remove("سلمى"),
        "sessions": lambda: accounts.end_sessions("سلمى"),
    }[change]()
    assert correct(client) == 401


def test_a_removed_user_made_again_has_no_old_sessions(opened: Opener, accounts: Accounts) -> None:
    client = opened()
    login(client, "سلمى")
    accounts.remove("سلمى")
    accounts.add("سلمى", PASSWORD, "admin")
    assert correct(client) == 401


def test_a_forged_cookie_is_worth_nothing(opened: Opener) -> None:
    client = opened()
    login(client, "سلمى")
    real = client.cookies["waqai_session"]
    body, _, signature = real.rpartition(".")
    # Its first letter: the last one holds spare bits of base64, so that another letter there may be the same signature.
    other = f"{body}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}"
    for forged in (other, "x" + real, "", "a.b.c", "\x7f" * 10):
        assert client.get("/api/v1/events", headers={"Cookie": f"waqai_session={forged}"}).status_code == 200
        said = {"action": "accept", "version": ""}
        answer = client.post("/api/v1/events/x/corrections", json=said, headers={"Cookie": f"waqai_session={forged}"})
        assert answer.status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-CSRF-Token": "0123456789abcdef.0123456789abcdef0123456789abcdef"},
        {"X-CSRF-Token": "."},
        {"Sec-Fetch-Site": "cross-site", "X-CSRF-Token": "real"},
        {"Sec-Fetch-Site": "same-site", "X-CSRF-Token": "real"},
        {"Origin": "https://evil.example", "X-CSRF-Token": "real"},
        {"Origin": "null", "X-CSRF-Token": "real"},
    ],
)
def test_another_site_cannot_write(opened: Opener, headers: dict[str, str]) -> None:
    client = opened()
    login(client, "سلمى")
    event = client.get("/api/v1/events?act=call").json()["items"][0]["id"]
    version = client.get(f"/api/v1/events/{event}").json()["version"]
    sent = {k: token(client) if v == "real" else v for k, v in headers.items()}
    body = {"action": "reject", "version": version}
    assert client.post(f"/api/v1/events/{event}/corrections", json=body, headers=sent).status_code == 403
    assert client.get("/api/v1/corrections").json()["items"] == []


def test_another_site_cannot_log_somebody_in_or_out(opened: Opener) -> None:
    client = opened()
    form = {"name": "سلمى", "password": PASSWORD, "csrf": token(client)}
    assert client.post("/login", data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/login", data={"name": "سلمى", "password": PASSWORD}).status_code == 403
    login(client, "سلمى")
    assert client.post("/logout").status_code == 403
    assert (
        client.post("/api/v1/read", json={"text": "نص"}, headers={"Origin": "https://evil.example"}).status_code == 403
    )


def test_the_token_of_another_session_is_worth_nothing(opened: Opener) -> None:
    client, other = opened(), opened()
    login(client, "سلمى")
    stolen = token(other)
    assert client.post("/logout", data={"csrf": stolen}).status_code == 403


def test_a_program_acts_with_its_key(opened: Opener, accounts: Accounts) -> None:
    client = opened(Settings(host="0.0.0.0", rate=0))
    app: FastAPI = client.app  # type: ignore[assignment]
    user = accounts.get("سلمى")
    assert user is not None
    client.headers["Authorization"] = f"Bearer {app.state.signer.key(user.name, user.stamp)}"
    assert correct(client) == 201
    client.headers["Authorization"] = f"Bearer {app.state.signer.key(user.name, user.stamp + 1)}"
    assert client.get("/api/v1/events").status_code == 401
    accounts.set_password("سلمى", PASSWORD + "!")
    client.headers["Authorization"] = f"Bearer {app.state.signer.key(user.name, user.stamp)}"
    assert client.get("/api/v1/events").status_code == 401


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", ""]
)
def test_a_login_leads_nowhere_else(opened: Opener, target: str) -> None:
    assert local_path(target) == "/"
    assert login(opened(), "سلمى", next=target) == "/"


def test_the_audit_log_says_who_did_what(opened: Opener, accounts: Accounts) -> None:
    client = opened()
    login(client, "سلمى", "wrong password")
    login(client, "سلمى")
    assert correct(client) == 201
    noted = [(line["who"], line["action"], line["done"]) for line in accounts.notes()]
    assert noted == [("سلمى", "accept", True), ("سلمى", "login", True), ("سلمى", "login", False)]
    assert not any(PASSWORD in str(line) for line in accounts.notes())


def test_passwords_are_kept_as_argon2_hashes(store: Database, accounts: Accounts) -> None:
    with store.view() as view:
        hashes = [row[0] for row in view.connection.exec_driver_sql("SELECT hash FROM users")]
    assert all(re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$", h) for h in hashes)
    assert len(set(hashes)) == 3


@pytest.mark.parametrize(
    ("name", "password", "role"),
    [
        ("سلمى", PASSWORD, "reader"),
        ("a b", PASSWORD, "reader"),
        ("", PASSWORD, "reader"),
        ("x", "short", "reader"),
        ("x", PASSWORD, "owner"),
    ],
)
def test_a_user_that_cannot_be_is_refused(accounts: Accounts, name: str, password: str, role: str) -> None:
    with pytest.raises(BadValue):
        accounts.add(name, password, role)
    with pytest.raises(NotFound):
        accounts.set_role("nobody", "reader")
    assert len(accounts.all()) == 3


def test_a_key_made_while_the_server_runs_opens_it(tmp_path: Path) -> None:
    path = str(tmp_path / "new.db")
    store = open_store(path)
    app = create_app(Settings(host="0.0.0.0", rate=0), store)
    elsewhere = Accounts(open_store(path))
    user = elsewhere.add("سلمى", PASSWORD, "reader")
    key = signer_of(elsewhere).key(user.name, user.stamp)
    client = TestClient(app, HOME, headers={"Authorization": f"Bearer {key}"})
    assert client.get("/api/v1/events").status_code == 200


def test_a_library_that_cannot_be_written_is_served_for_reading(store: Database) -> None:
    class ReadOnly(Accounts):
        def prepare(self) -> str:
            raise LibraryError("cannot be written")

        def secret(self) -> str | None:
            return None

    assert signer_of(ReadOnly(store)).key("a", 1) != signer_of(ReadOnly(store)).key("a", 1)


def test_a_secret_of_the_environment_must_be_long(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAQAI_SECRET", "short")
    with pytest.raises(BadValue, match="at least 32"):
        create_app(Settings(), store)
