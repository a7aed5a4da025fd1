"""A real server over the example library, and a real browser that looks at it."""

import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from tests.demo import build

from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store.database import Database

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "out" / "pages"
PASSWORD = "correct horse battery"
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
]  # fmt: skip

# A test machine may be busy with everything else.
expect.set_options(timeout=20_000)


# For a module, not for the session: Playwright's loop runs in this thread, where other tests start loops of their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = subprocess.run([ROOT / "tests/servers/chromium.sh"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip(f"NOT TESTED in a browser: {found.stderr.strip()}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found.stdout.split()[0], args=ARGS)
        yield opened
        opened.close()


def serve(store: Database) -> Iterator[str]:
    """The address of a server that lives as long as the generator."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    # A browser that keeps a connection open must not keep the tests from ending.
    config = uvicorn.Config(create_app(Settings(), store), log_level="warning", timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    store = build(tmp_path_factory.mktemp("browser") / "library.db")
    for name in ("reem", "omar"):
        Accounts(store).add(name, PASSWORD, "reviewer")
    yield store
    store.close()


@pytest.fixture(scope="session")
def site(demo: Database) -> Iterator[str]:
    """Read only: tests that decide on events have a server of their own."""
    yield from serve(demo)


@pytest.fixture
def desk(demo: Database, tmp_path: Path) -> Iterator[str]:
    """A server over a copy that a test may change."""
    from waqai.store import open_store

    demo.backup(tmp_path / "library.db")
    store = open_store(str(tmp_path / "library.db"))
    yield from serve(store)
    store.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="en", viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()
