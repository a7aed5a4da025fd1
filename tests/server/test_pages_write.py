"""Pages that take something: reading a report, deciding on events, two reviewers at once, logging in on the way."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.demo import EXAMPLES, build, find
from tests.server.conftest import HOME

from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store.database import Database

PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "library.db"
    store = build(path)
    for name, role in (("reem", "reviewer"), ("omar", "reviewer"), ("rana", "reader")):
        Accounts(store).add(name, PASSWORD, role)
    copy = path.with_name("copy.db")
    store.backup(copy)
    store.close()
    return copy


@pytest.fixture
def store(original: Path, tmp_path: Path) -> Iterator[Database]:
    from shutil import copyfile

    from waqai.store import open_store

    copyfile(original, tmp_path / "library.db")
    opened = open_store(str(tmp_path / "library.db"))
    yield opened
    opened.close()


@pytest.fixture
def app(store: Database) -> FastAPI:
    return create_app(Settings(), store)


def visitor(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=HOME, headers={"accept-language": "en"})


def logged_in(app: FastAPI, name: str) -> TestClient:
    person = visitor(app)
    form = fields(person.get("/login").text)
    person.post("/login", data={**form, "name": name, "password": PASSWORD})
    assert name in person.get("/about").text
    return person


def fields(page: str) -> dict[str, str]:
    """The first of each hidden field of a page."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return dict(reversed(found))


@pytest.fixture
def reem(app: FastAPI) -> TestClient:
    return logged_in(app, "reem")


def call(store: Database) -> Any:
    """The call of 17 October: of what was read as one, what most reports tell."""
    found = [e for e in find(store, "TUR", "SYR") if e.act == "call" and e.start == "2025-10-17"]
    return max(found, key=lambda e: (e.reports, e.id))


def call_of(store: Database, id_: str) -> Any:
    with store.view() as view:
        return view.event(id_)


def decide(person: TestClient, event: str, action: str, seen: dict[str, str] | None = None, **more: Any) -> Any:
    form = seen or fields(person.get(f"/review/{event}").text)
    given = {"csrf": form["csrf"], "version": form["version"], "action": action}
    return person.post(f"/review/{event}", data={**given, **more}, follow_redirects=False)


def test_deciding_needs_a_reviewer(app: FastAPI, store: Database) -> None:
    event = call(store).id
    page = visitor(app).get(f"/review/{event}").text
    assert "Deciding needs a login" in page
    assert 'name="action"' not in page
    reader = logged_in(app, "rana")
    assert "Your account only reads" in reader.get(f"/review/{event}").text
    csrf = fields(reader.get("/read").text)["csrf"]
    assert reader.post(f"/review/{event}", data={"csrf": csrf, "action": "accept", "version": "x.0"}).status_code == 403
    stranger = visitor(app)
    csrf = fields(stranger.get("/read").text)["csrf"]
    assert stranger.post(f"/review/{event}", data={"csrf": csrf, "action": "accept"}).status_code == 401
    assert call(store).review == ""


def test_a_form_from_elsewhere_is_refused(reem: TestClient, store: Database) -> None:
    event = call(store).id
    form = fields(reem.get(f"/review/{event}").text)
    for wrong in ({**form, "csrf": "guessed"}, {k: v for k, v in form.items() if k != "csrf"}):
        assert reem.post(f"/review/{event}", data={**wrong, "action": "accept"}).status_code == 403
    sent = {**form, "action": "accept"}
    assert reem.post(f"/review/{event}", data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert call(store).review == ""


def test_accept_leads_on_and_can_be_undone(reem: TestClient, store: Database) -> None:
    event = call(store).id
    answer = decide(reem, event, "accept", why="two ministries say so")
    assert answer.status_code == 303
    assert call(store).review == "accepted"
    target = answer.headers["location"]
    assert re.match(r"/review/\w+\?done=accept", target)
    assert event not in target.partition("?")[0]
    page = reem.get(target).text
    assert "Accepted." in page
    undo = fields(page)
    assert reem.post(f"/review/{event}/undo", data={"csrf": undo["csrf"], "n": undo["n"]}).status_code == 200
    assert call(store).review == ""
    history = reem.get(f"/event/{event}").text
    assert "two ministries say so" in history
    assert "taken back" in history


def test_an_edit_writes_what_changed_and_nothing_else(reem: TestClient, store: Database) -> None:
    event = call(store)
    values = {"act": "talks", "start": "2025-10-16", "end": "2025-10-16", "place": "", "type": "CONSULT"}
    was = {
        "was_act": "call",
        "was_start": "2025-10-17",
        "was_end": "2025-10-17",
        "was_place": "",
        "was_type": "CONSULT",
    }
    assert decide(reem, event.id, "edit", **values, **was).status_code == 303
    with store.view() as view:
        lines = view.history(event.id)
        now = view.event(event.id)
    assert [(line.field, line.value) for line in lines] == [
        ("act", "talks"),
        ("start", "2025-10-16"),
        ("end", "2025-10-16"),
    ]
    assert now is not None
    assert (now.act, now.start, now.edited) == ("talks", "2025-10-16", ("act", "start", "end"))
    assert "corrected" in reem.get(f"/event/{event.id}").text
    same = decide(reem, event.id, "edit", act="talks", was_act="talks")
    assert same.status_code == 422


def party_fields(page: str) -> dict[str, list[str]]:
    """What the form for parties would send, as lists."""
    found = re.findall(r'<input (?:type="hidden" )?name="((?:actors|recipients)_\w+)" value="([^"]*)"', page)
    out: dict[str, list[str]] = {}
    for name, value in found:
        out.setdefault(name, []).append(html.unescape(value))
    return out


@pytest.mark.parametrize(
    ("lang", "office", "state", "name"),
    [("en", "Defence minister", "Turkey", "Yasar Guler"), ("ar", "وزير الدفاع", "تركيا", "يشار غولر")],
)
def test_the_form_corrects_an_actor(
    reem: TestClient, store: Database, lang: str, office: str, state: str, name: str
) -> None:
    event = call(store)
    form = party_fields(reem.get(f"/review/{event.id}?lang={lang}").text)
    assert len(form["actors_name"]) == len(event.parties) + 1
    assert decide(reem, event.id, "edit", **form).status_code == 422  # nothing was changed
    at = next(n for n, country in enumerate(form["actors_country"]) if country == state)
    form["actors_name"][at], form["actors_office"][at] = name, office
    assert decide(reem, event.id, "edit", **form).status_code == 303
    now = call(store)
    assert now.edited == ("actors",)
    changed = next(p for p in now.parties if p.country == "TUR")
    assert (changed.name, changed.office, changed.kind) == (name, "defence-minister", "person")
    rest = [p for p in now.parties if p.country != "TUR"]
    assert rest == [p for p in event.parties if p.country != "TUR"]
    page = reem.get(f"/review/{event.id}").text
    assert f"{name} ({office}" in page


def test_a_party_is_added_and_taken_out(reem: TestClient, store: Database) -> None:
    event = call(store)
    form = party_fields(reem.get(f"/review/{event.id}?lang=en").text)
    form["actors_name"][0] = ""
    form["recipients_name"][-1], form["recipients_country"][-1] = "Ayman Safadi", "JOR"
    assert decide(reem, event.id, "edit", **form).status_code == 303
    now = call_of(store, event.id)
    assert [p.name for p in now.parties if p.side == "actor"] == [p.name for p in event.parties[1:]]
    (added,) = [p for p in now.parties if p.side == "recipient"]
    assert (added.name, added.country) == ("أيمن الصفدي", "JOR")
    assert now.edited == ("actors", "recipients")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"actors_office": "Wizard"}, "office «Wizard» is not known"),
        ({"actors_country": "Narnia"}, "country «Narnia» is not known"),
        ({"actors_was": "[]"}, "the form is not whole"),
    ],
)
def test_a_party_that_cannot_be_is_said(reem: TestClient, store: Database, change: dict[str, str], said: str) -> None:
    event = call(store)
    form = party_fields(reem.get(f"/review/{event.id}?lang=en").text)
    for field, value in change.items():
        form[field][0] = value
    answer = decide(reem, event.id, "edit", **form)
    assert answer.status_code == 422
    assert said in html.unescape(answer.text)
    del form["actors_name"][-1]
    assert "the form is not whole" in decide(reem, event.id, "edit", **form).text


def test_merge_and_split(reem: TestClient, store: Database) -> None:
    one, two = [e.id for e in find(store, "QAT", "IRN") if e.act == "call"]
    page = reem.get(f"/review/{one}").text
    [choice] = re.findall(rf'value="({two}\|[^"]+)"', page)
    answer = decide(reem, one, "merge", other=choice)
    assert answer.status_code == 303
    [both] = [e for e in find(store, "QAT", "IRN") if e.act == "call"]
    assert both.reports == 2
    assert reem.get(f"/event/{two}").status_code == reem.get(f"/event/{one}").status_code == 200
    reports = re.findall(r'name="reports" value="(\w+)"', reem.get(f"/review/{both.id}").text)
    assert len(reports) == 2
    assert decide(reem, both.id, "split", reports=reports).status_code == 422
    assert decide(reem, both.id, "split", reports=reports[1]).status_code == 303
    assert len([e for e in find(store, "QAT", "IRN") if e.act == "call"]) == 2


def test_two_reviewers_do_not_overwrite_each_other(app: FastAPI, store: Database, reem: TestClient) -> None:
    omar = logged_in(app, "omar")
    event = call(store).id
    seen = fields(omar.get(f"/review/{event}").text)
    assert decide(reem, event, "reject", why="a rumour").status_code == 303
    late = decide(omar, event, "accept", seen, why="I saw it")
    assert late.status_code == 409
    for words in ("This event changed before you decided", "a rumour", "reem", "I saw it"):
        assert words in late.text
    with store.view() as view:
        assert [line.author for line in view.history(event)] == ["reem"]
    again = fields(late.text)
    assert again["version"] != seen["version"]
    assert omar.post(f"/review/{event}", data=again, follow_redirects=False).status_code == 303
    with store.view() as view:
        now = view.event(event)
        assert now is not None
        assert now.review == "accepted"
        assert [line.author for line in view.history(event)] == ["reem", "omar"]


def test_merging_minds_the_other_event_too(app: FastAPI, store: Database, reem: TestClient) -> None:
    one, two = [e.id for e in find(store, "QAT", "IRN") if e.act == "call"]
    page = reem.get(f"/review/{one}").text
    [choice] = re.findall(rf'value="({two}\|[^"]+)"', page)
    assert decide(logged_in(app, "omar"), two, "reject").status_code == 303
    assert decide(reem, one, "merge", fields(page), other=choice).status_code == 409


def test_queue_has_the_contested_one_first_and_loses_what_is_decided(reem: TestClient, store: Database) -> None:
    before = reem.get("/review.json").json()["content"]
    assert before["events"][0]["contested"]
    first = before["events"][0]["id"]
    assert before["counts"] == {"": len(before["events"])}
    decide(reem, first, "unsure")
    after = reem.get("/review.json").json()["content"]
    assert first not in [e["id"] for e in after["events"]]
    assert after["counts"]["unsure"] == 1


def test_an_unknown_action_is_refused(reem: TestClient, store: Database) -> None:
    assert decide(reem, call(store).id, "delete").status_code == 422
    assert decide(reem, "none", "accept", fields(reem.get(f"/review/{call(store).id}").text)).status_code == 404


@pytest.fixture
def reading(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url=HOME, headers={"accept-language": "en"}) as opened:
        yield opened


def report_text() -> str:
    import json

    line = EXAMPLES.read_text(encoding="utf-8").splitlines()[1]
    return str(json.loads(line)["text"])


def test_reading_keeps_nothing(reading: TestClient, store: Database) -> None:
    with store.view() as view:
        before = view.content_hash()
    csrf = fields(reading.get("/read").text)["csrf"]
    page = reading.post("/read", data={"csrf": csrf, "text": report_text(), "published": "2025-10-05"}).text
    assert "5 October 2025" in page
    assert "أيمن الصفدي" in page
    assert 'id="note-1"' in page
    with store.view() as view:
        assert view.content_hash() == before


def test_a_file_is_read_like_a_text(reading: TestClient) -> None:
    csrf = fields(reading.get("/read").text)["csrf"]
    files = {"file": ("report.txt", report_text().encode("windows-1256"), "text/plain")}
    page = reading.post("/read", data={"csrf": csrf, "published": "2025-10-05"}, files=files).text
    assert "5 October 2025" in page


@pytest.mark.parametrize(
    ("data", "file", "says"),
    [
        ({"text": ""}, None, "nothing to read"),
        ({"text": "نص", "published": "غداً"}, None, "غداً"),
        ({}, b"%PDF-1.7 \x00\x01", "PDF"),
        ({}, b"\x00" * 500, "not text"),
    ],
)
def test_what_cannot_be_read_is_said(reading: TestClient, data: dict[str, str], file: bytes | None, says: str) -> None:
    csrf = fields(reading.get("/read").text)["csrf"]
    files = {"file": ("a.txt", file, "text/plain")} if file else None
    answer = reading.post("/read", data={"csrf": csrf, **data}, files=files)
    assert answer.status_code == 400
    assert says in answer.text


def test_foreign_text_is_said(reading: TestClient) -> None:
    csrf = fields(reading.get("/read").text)["csrf"]
    text = "The minister of foreign affairs met his counterpart in Ankara on Friday to discuss water."
    assert "not in Arabic" in reading.post("/read", data={"csrf": csrf, "text": text}).text


def test_reading_needs_its_form(reading: TestClient) -> None:
    assert reading.post("/read", data={"text": report_text()}).status_code == 403


def test_where_reading_is_closed_the_way_leads_to_the_login_and_back(store: Database) -> None:
    closed = TestClient(create_app(Settings(open=False), store), base_url=HOME, headers={"accept-language": "en"})
    answer = closed.get("/timeline?state=TUR", follow_redirects=False)
    assert answer.headers["location"] == "/login?next=%2Ftimeline%3Fstate%3DTUR"
    form = fields(closed.get(answer.headers["location"]).text)
    assert form["next"] == "/timeline?state=TUR"
    back = closed.post("/login", data={**form, "name": "rana", "password": PASSWORD})
    assert back.url.path == "/timeline"
    assert closed.get("/timeline.json").status_code == 200
    assert TestClient(closed.app, base_url=HOME).get("/timeline.json").status_code == 401
    wrong = closed.post("/login", data={**fields(closed.get("/login").text), "name": "rana", "password": "no"})
    assert "The name or the password is wrong." in wrong.text
