"""The server behind a real nginx: addresses under a path, logging in, who asks, forms of other sites."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.server.conftest import PASSWORD

from waqai.server.auth import Accounts
from waqai.store import open_store

CONF = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{front};
{location}
  }}
}}
"""
READER = "127.0.0.2"
PUBLIC = "https://desk.example.org:8443/waqai"
DOCS = Path(__file__).parents[2] / "docs" / "server.md"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def documented(back: int) -> str:
    """The location that docs/server.md tells to write, for a server on another port, and TLS ended elsewhere."""
    found = re.search(r"location /waqai/ {.*?^}", DOCS.read_text("utf-8"), re.S | re.M)
    assert found
    return found[0].replace("127.0.0.1:8000", f"127.0.0.1:{back}").replace("$scheme", "https")


@pytest.fixture(scope="module")
def front(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, Path]]:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None:
        pytest.skip("NOT TESTED behind nginx: it is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    library, port, back = folder / "library.db", free_port(), free_port()
    shutil.copy(made, library)
    (folder / "nginx.conf").write_text(CONF.format(folder=folder, front=port, location=documented(back)))
    serve = [sys.executable, "-m", "waqai", "serve", "--library", library, "--port", str(back), "--public-url", PUBLIC]
    with (
        subprocess.Popen(serve, stderr=subprocess.PIPE) as server,
        subprocess.Popen([nginx, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL) as proxy,
    ):
        assert server.stderr
        server.stderr.readline()
        headers = {"host": "desk.example.org:8443", "accept-language": "en"}
        # Another address of this computer, to tell the reader from the proxy.
        reader = httpx.HTTPTransport(local_address=READER)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=30, transport=reader) as client:
            for _ in range(100):
                try:
                    client.get("/waqai/healthz").raise_for_status()
                    break
                except httpx.HTTPError:
                    time.sleep(0.1)
            yield client, library
        proxy.terminate()
        server.terminate()


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def logged_in(client: httpx.Client, origin: str = "https://desk.example.org:8443") -> httpx.Response:
    page = client.get("/waqai/login")
    # The cookie is for HTTPS alone, which this client does not speak to the proxy.
    cookie = page.headers["set-cookie"].partition(";")[0]
    form = {"csrf": hidden(page.text, "csrf"), "name": "سلمى", "password": PASSWORD, "next": "/about"}
    return client.post("/waqai/login", data=form, headers={"origin": origin, "cookie": cookie})


def asked_from(library: Path) -> list[str]:
    """The addresses in the audit log, the latest first."""
    store = open_store(str(library))
    found = [note["client"] for note in Accounts(store).notes()]
    store.close()
    return found


def test_pages_live_under_the_path_of_the_proxy(front: tuple[httpx.Client, Path]) -> None:
    client, _ = front
    page = client.get("/waqai/login")
    assert page.status_code == 200
    assert "max-age" in page.headers["strict-transport-security"]
    assert all(part in page.headers["set-cookie"] for part in ("Secure", "HttpOnly", "Path=/waqai"))
    local = re.findall(r'(?:href|src|action)="(/[^"]*)"', page.text)
    assert len(local) > 15
    assert all(address.startswith("/waqai/") for address in local)
    assert client.get(next(a for a in local if ".css" in a)).status_code == 200
    closed = client.get("/waqai/timeline?state=SYR")
    assert (closed.status_code, closed.headers["location"]) == (303, "/waqai/login?next=%2Ftimeline%3Fstate%3DSYR")
    assert client.get("/waqai/api/v1/events").status_code == 401


def test_a_login_and_its_links(front: tuple[httpx.Client, Path]) -> None:
    client, library = front
    answer = logged_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/waqai/about")
    cookie = {"cookie": answer.headers["set-cookie"].partition(";")[0]}
    page = client.get("/waqai/today.json", headers=cookie).json()
    assert page["permalink"].startswith(f"{PUBLIC}/today?day=")
    part = client.get("/waqai/api/v1/events?limit=1", headers=cookie)
    assert part.headers["link"].startswith("</waqai/api/v1/events?limit=1&after=")
    assert asked_from(library)[0] == READER


def test_who_asks_is_whom_the_proxy_saw(front: tuple[httpx.Client, Path]) -> None:
    client, library = front
    page = client.get("/waqai/login")
    form = {"csrf": hidden(page.text, "csrf"), "name": "nobody", "password": "guess"}
    cookie = page.headers["set-cookie"].partition(";")[0]
    client.post("/waqai/login", data=form, headers={"cookie": cookie, "x-forwarded-for": "203.0.113.9"})
    assert set(asked_from(library)) == {READER}


def test_a_form_of_another_site_and_another_name_are_refused(front: tuple[httpx.Client, Path]) -> None:
    client, _ = front
    assert logged_in(client, origin="https://evil.example").status_code == 403
    assert client.get("/waqai/login", headers={"host": "evil.example"}).status_code == 400
