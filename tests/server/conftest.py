import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.libraries import FIDAN, SAFADI, SHAIBANI, document, event, record

from waqai.engine.linker import link_pending
from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store import open_store
from waqai.store.database import Database
from waqai.text.search import index_text

PASSWORD = "correct horse battery"
HOME = "http://localhost"
TEXTS = {
    "سانا": "بحث وزير الخارجية أسعد الشيباني مع نظيره التركي هاكان فيدان التعاون في اتصال هاتفي أمس",
    "الأناضول": "أجرى هاكان فيدان مكالمة مع الشيباني تناولت عودة اللاجئين وفتح المعابر بين البلدين",
}


def keep(store: Database, text: str, *events: object, **given: str) -> int:
    doc = document(text, **given)
    with store.writer() as writer:
        number = writer.add_document(doc, "a.txt", index_text(doc.text))
        assert number is not None
        writer.add_observation(number, record(doc, *events), "0.1.0")  # type: ignore[arg-type]
    return number


def filled(opened: Database) -> None:
    for outlet, text in TEXTS.items():
        keep(opened, text, event(f"e-{outlet}", FIDAN, SHAIBANI, place="أنقرة"), outlet=outlet)
    keep(opened, "اجتمع الصفدي والشيباني", event("m", SAFADI, SHAIBANI, act="meeting", day="2025-10-19"))
    link_pending(opened)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with users, made once: a hash of a password is slow to make."""
    path = tmp_path_factory.mktemp("made") / "library.db"
    opened = open_store(str(path))
    filled(opened)
    for name, role in (("ريم", "reader"), ("سلمى", "reviewer"), ("هند", "admin")):
        Accounts(opened).add(name, PASSWORD, role)
    copy = path.with_name("copy.db")
    opened.backup(copy)
    opened.close()
    return copy


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "library.db"
    shutil.copy(made, path)
    opened = open_store(str(path))
    yield opened
    opened.close()


@pytest.fixture
def accounts(store: Database) -> Accounts:
    return Accounts(store)


@pytest.fixture
def app(store: Database) -> FastAPI:
    return create_app(Settings(), store)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url=HOME, raise_server_exceptions=False, follow_redirects=False) as opened:
        yield opened
