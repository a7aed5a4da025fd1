"""Pages over the example library: what they show, in which language, with which words; that nothing in them runs."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient
from tests.demo import build, find
from tests.libraries import FIDAN, SHAIBANI, event
from tests.server.conftest import HOME, keep

from waqai.engine.linker import link_pending
from waqai.server.app import create_app
from waqai.server.settings import Settings
from waqai.store import open_store
from waqai.store import tables as t
from waqai.store.database import Database

LANGUAGES = {"ar": "rtl", "en": "ltr"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    store = build(tmp_path_factory.mktemp("demo") / "library.db")
    yield store
    store.close()


@pytest.fixture(scope="module")
def site(demo: Database) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), demo), base_url=HOME) as opened:
        yield opened


@pytest.fixture(scope="module")
def addresses(demo: Database) -> dict[str, str]:
    with demo.view() as view:
        organisation = view.connection.execute(select(t.entities.c.id).where(t.entities.c.kind == "org")).scalar()
        [pact] = view.agreements(("EGY", "SAU"))
    [meeting] = [e for e in find(demo, "JOR", "SYR") if e.reports == 3]
    return {
        "today": "/today?day=2025-10-05",
        "timeline": "/timeline?state=SYR&type=CONSULT&since=2025-10&until=2025",
        "event": f"/event/{meeting.id}",
        "report": "/report/2",
        "pair": "/pair/JOR/SYR",
        "state": "/state/TUR",
        "person": f"/person/{next(p.entity for p in meeting.parties if p.kind == 'person')}",
        "organisation": f"/organisation/{organisation}",
        "agreement": f"/agreement/{pact.id}",
        "network": "/network",
        "map": "/map?area=levant",
        "search": "/search?q=الصفدي",
        "queue": "/review",
        "review": f"/review/{meeting.id}",
        "about": "/about",
    }


PAGES = [
    "today",
    "timeline",
    "event",
    "report",
    "pair",
    "state",
    "person",
    "organisation",
    "agreement",
    "network",
    "map",
    "search",
    "queue",
    "review",
    "about",
]
FORMS = ("/read", "/login")


class Checker(HTMLParser):
    """Collects what a strict CSP forbids, ids that are there twice, and the language of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.html: dict[str, str | None] = {}
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "html":
            self.html = values
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if (values.get("href") or "").startswith("#"):
            self.targets.append(str(values["href"])[1:])


def checked(text: str) -> Checker:
    checker = Checker()
    checker.feed(text)
    return checker


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_page_in_both_languages(site: TestClient, addresses: dict[str, str], name: str, lang: str) -> None:
    answer = site.get(addresses[name], headers={"cookie": f"lang={lang}"})
    assert answer.status_code == 200
    found = checked(answer.text)
    assert (found.html["lang"], found.html["dir"]) == (lang, LANGUAGES[lang])
    assert found.inline == []
    assert len(found.ids) == len(set(found.ids))
    assert set(found.targets) <= set(found.ids)
    assert "None" not in re.sub(r"<[^>]*>", "", answer.text)


@pytest.mark.parametrize("name", ["event", "pair", "state", "person", "network", "map", "agreement"])
def test_english_pages_keep_arabic_for_quotations_alone(site: TestClient, addresses: dict[str, str], name: str) -> None:
    page = site.get(addresses[name], headers={"cookie": "lang=en"}).text.partition("<main")[2].partition("</main")[0]
    page = re.sub(
        r'<(q|blockquote|p class="about"|h1|li|a)[^>]*lang="ar"[^>]*>.*?</(q|blockquote|p|h1|li|a)>', "", page
    )
    quoted = re.findall(r'<bdi lang="ar">([^<]*)</bdi>', page)
    # Titles, the words of sources and provisions, and the invented outlets of the examples are in no list.
    for arabic in ("دمشق", "بيروت", "أنقرة", "القاهرة", "وزارة الخارجية", "الجيش اللبناني"):
        assert not any(arabic == said or said.startswith(arabic + " ") for said in quoted), (arabic, quoted)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", FORMS)
def test_form_in_both_languages(site: TestClient, path: str, lang: str) -> None:
    found = checked(site.get(path, params={"lang": lang}).text)
    assert found.html["lang"] == lang
    assert found.inline == []


@pytest.mark.parametrize("name", PAGES)
def test_page_as_json(site: TestClient, addresses: dict[str, str], name: str) -> None:
    path, _, query = addresses[name].partition("?")
    body = site.get(f"{path}.json?{query}").json()
    assert body["page"] == name
    assert body["permalink"] == str(site.get(addresses[name]).url)
    assert body["permalink"] in body["citation"]
    assert body["content"]


def test_the_permalink_of_today_shows_the_same_day_tomorrow(site: TestClient) -> None:
    body = site.get("/today.json").json()
    day = body["content"]["day"]
    assert body["permalink"].endswith(f"/today?day={day}")
    assert f'href="{body["permalink"]}"' in site.get("/today").text
    assert site.get("/today.json?day=2025-10-05").json()["permalink"].endswith("/today?day=2025-10-05")


def test_the_citation_of_an_event_says_who_did_what_to_whom(site: TestClient, addresses: dict[str, str]) -> None:
    said = {
        lang: site.get(f"{addresses['event']}.json", headers={"cookie": f"lang={lang}"}).json()["citation"]
        for lang in LANGUAGES
    }
    assert "«لقاء: أيمن الصفدي، أسعد الشيباني، 5 أكتوبر 2025»" in said["ar"]
    assert "“Meeting: Ayman Safadi, Asaad al-Shaibani, 5 October 2025”" in said["en"]
    title = re.search("<title>(.*?) ·", site.get(addresses["event"], headers={"cookie": "lang=ar"}).text)
    assert title
    assert title[1] in said["ar"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("pair", "Jordan and Syria"), ("state", "Turkey"), ("search", "الصفدي"), ("report", "“")],
)
def test_the_citation_names_what_is_cited(site: TestClient, addresses: dict[str, str], name: str, said: str) -> None:
    path, _, query = addresses[name].partition("?")
    citation = site.get(f"{path}.json?{query}", headers={"cookie": "lang=en"}).json()["citation"]
    assert said in citation
    assert f"“{name.title()}”" not in citation


def test_address_chooses_the_language_and_keeps_it(site: TestClient) -> None:
    fresh = TestClient(site.app, base_url=HOME)
    assert checked(fresh.get("/about", headers={"accept-language": "en-GB"}).text).html["lang"] == "en"
    assert checked(fresh.get("/about?lang=ar", headers={"accept-language": "en"}).text).html["lang"] == "ar"
    assert checked(fresh.get("/about", headers={"accept-language": "en"}).text).html["lang"] == "ar"


def test_first_page_is_today(site: TestClient) -> None:
    assert site.get("/").url.path == "/today"
    assert "19 أكتوبر 2025" in site.get("/today?lang=ar").text


def test_today_tells_new_from_told_again(site: TestClient) -> None:
    day = site.get("/today.json?day=2025-10-06").json()["content"]
    assert (day["before"], day["after"], day["documents"]) == ("2025-10-05", "2025-10-08", 1)
    assert {e["act"] for e in day["changed"]} >= {"meeting"}
    again = {e["id"] for e in day["changed"]}
    before = site.get("/today.json?day=2025-10-05").json()["content"]
    assert again <= {e["id"] for e in before["new"]}


def test_facts_quote_the_exact_words(site: TestClient, addresses: dict[str, str]) -> None:
    content = site.get(addresses["event"] + ".json").json()["content"]
    texts = {n: site.get(f"/report/{n}.json").json()["content"]["document"]["text"] for n in (2, 3, 4)}
    quotes = [quote for fact in content["facts"] for quote in fact["quotes"] if quote["text"]]
    assert len(quotes) > 15
    for quote in quotes:
        assert texts[quote["document"]][quote["start"] : quote["end"]] == quote["text"]


def test_copies_stand_with_whom_they_copy(site: TestClient, addresses: dict[str, str]) -> None:
    content = site.get(addresses["event"] + ".json").json()["content"]
    outlets = [[a["outlet"] for a in origin["accounts"]] for origin in content["origins"]]
    assert outlets == [["وكالة النهر", "قناة الأفق"], ["صحيفة المرسى"]]
    assert content["event"]["sources"] == 2


def test_disagreement_stands_side_by_side(site: TestClient, demo: Database) -> None:
    [denied] = find(demo, "IRQ", "TUR", contested=True)
    [found] = site.get(f"/event/{denied.id}.json").json()["content"]["disagreements"]
    sides = {side["value"]: side for side in found["sides"]}
    assert found["field"] == "status"
    assert sides["denied"]["origins"] == ["وكالة الساحل"]
    assert sides["happened"]["origins"] == ["صحيفة المرسى"]
    assert "نفت وزارة الخارجية العراقية" in sides["denied"]["words"][0]
    page = site.get(f"/event/{denied.id}?lang=en").text
    assert page.index("Did it happen?") < page.index("Facts with their words")


def test_layers_cover_the_text_and_lead_both_ways(site: TestClient) -> None:
    content = site.get("/report/2.json").json()["content"]
    text, layers = content["document"]["text"], content["text"]
    pieces = [piece for paragraph in layers["paragraphs"] for piece in paragraph]
    assert "".join(piece["text"] for piece in pieces) == text.replace("\n", "")
    for note in layers["notes"]:
        assert text[note["start"] : note["end"]] == note["words"]
        first = next(piece for piece in pieces if piece["n"] == note["piece"])
        assert note["n"] in first["notes"]
        assert note["words"].startswith(first["text"][: len(note["words"])])
    assert {note["layer"] for note in layers["notes"]} == {"people", "time", "place", "events", "sources"}
    page = checked(site.get("/report/2").text)
    assert {f"note-{n['n']}" for n in layers["notes"]} <= set(page.ids)


def test_timeline_is_filtered_by_its_address(site: TestClient, demo: Database) -> None:
    every = site.get("/timeline.json").json()["content"]
    some = site.get("/timeline.json?state=TUR&state=SYR&type=CONSULT").json()["content"]
    both = [e.id for e in find(demo, "TUR", "SYR", types=("CONSULT",))]
    assert every["total"] == len(every["events"]) > some["total"] == len(both) >= 2
    assert sorted(e["id"] for e in some["events"]) == sorted(both)
    assert sum(row[2] for row in some["over_time"]["rows"]) == sum(1 for e in some["events"] if e["start"])
    none = site.get("/timeline?since=2031&lang=en")
    assert "No events with these filters" in none.text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("since=yesterday", "since=yesterday: not a date"),
        ("since=2025-02-30", "there is no such day"),
        ("state=ZZZ", "state=ZZZ: not known"),
        ("type=nonsense", "type=nonsense: not known"),
        ("offset=-1", "offset=-1: not a whole number"),
        ("sources=٣", "not a whole number"),
    ],
)
def test_what_cannot_be_asked_is_said(site: TestClient, query: str, says: str) -> None:
    page = site.get(f"/timeline?{query}&lang=en")
    assert page.status_code == 422
    assert says in page.text
    problem = site.get(f"/timeline.json?{query}")
    assert problem.status_code == 422
    assert problem.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/event/none",
        "/report/99",
        "/person/x",
        "/organisation/x",
        "/agreement/x",
        "/pair/TUR/TUR",
        "/state/X1",
        "/no",
    ],
)
def test_what_is_not_there_is_said(site: TestClient, path: str) -> None:
    answer = site.get(path, params={"lang": "ar"})
    assert answer.status_code in (404, 422)
    assert checked(answer.text).html["lang"] == "ar"


def test_table_comes_as_a_file(site: TestClient) -> None:
    answer = site.get("/timeline.csv?table=over_time")
    assert answer.headers["content-disposition"] == 'attachment; filename="waqai-over_time.csv"'
    lines = answer.text.splitlines()
    assert lines[0] == "\ufeffperiod,type,events"
    assert len(lines) == 1 + len(site.get("/timeline.json").json()["content"]["over_time"]["rows"])
    assert site.get("/timeline.csv?table=other").status_code == 404


def test_search_finds_names_states_and_reports_in_any_spelling(site: TestClient) -> None:
    found = site.get("/search.json?q=الخارجيه السعوديّة").json()["content"]
    assert [hit["n"] for hit in found["reports"]]
    assert site.get("/search.json?q=تركيا").json()["content"]["states"] == ["TUR"]
    assert site.get("/search.json?q=Turkey").json()["content"]["states"] == ["TUR"]
    [name] = site.get("/search.json?q=فيدان").json()["content"]["names"]
    assert (name["name"], name["country"]) == ("هاكان فيدان", "TUR")
    assert "<mark>" in site.get("/search?q=الصفدي").text
    assert "لا شيء بهذه الكلمات" in site.get("/search?q=كنغر&lang=ar").text


def test_pair_tells_who_met_whom(site: TestClient, demo: Database) -> None:
    pair = site.get("/pair/TUR/SYR.json").json()["content"]
    [met] = pair["people"]
    contacts = find(demo, "TUR", "SYR", types=("CONSULT",), statuses=("happened",))
    assert (met["who_name"], met["name"], met["last"]) == ("هاكان فيدان", "أسعد الشيباني", "2025-10-17")
    assert 2 <= met["events"] <= len(contacts)
    assert pair["last"]["start"] == "2025-10-17"
    assert pair["levels"]["rows"] == [["minister", len(contacts), "2025-10-17"]]


def test_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "empty.db"))
    site = TestClient(create_app(Settings(), store), base_url=HOME)
    assert "waqai ingest" in site.get("/today").text
    for path in ("/timeline", "/network", "/map", "/review", "/about", "/pair/TUR/SYR", "/state/TUR"):
        assert site.get(path).status_code == 200
    store.close()


ATTACK = '<script>alert(1)</script><img src=x onerror="alert(2)">'


def test_nothing_from_a_report_runs(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "library.db"))
    bad = {"outlet": f"سانا {ATTACK}", "title": ATTACK, "url": "javascript:alert(3)"}
    number = keep(store, f"بحث {ATTACK} مع", event("e", FIDAN, SHAIBANI, place=ATTACK, topics=(ATTACK,)), **bad)
    link_pending(store)
    site = TestClient(create_app(Settings(), store), base_url=HOME)
    [found] = find(store, "TUR", "SYR")
    paths = ["/today", "/timeline", f"/event/{found.id}", f"/report/{number}", "/map", f"/review/{found.id}", "/about"]
    for path in [*paths, f"/search?q={ATTACK}", f"/timeline?place={ATTACK}", f"/login?next={ATTACK}"]:
        text = site.get(path).text
        assert "<script>" not in text
        assert "<img" not in text
        assert 'href="javascript' not in text
    store.close()


def test_vendored_files_are_the_ones_listed() -> None:
    import runpy
    import sys

    root = Path(__file__).parents[2]
    for tool in ("vendor_web", "compile_quality"):
        argv, sys.argv = sys.argv, [tool, "--check"]
        try:
            runpy.run_path(str(root / "tools" / f"{tool}.py"), run_name="__main__")
        finally:
            sys.argv = argv


def test_static_files_lie_in_the_package_only(site: TestClient) -> None:
    assert site.get("/static/waqai.css").status_code == 200
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"):
        assert site.get(path).status_code == 404


def test_script_is_small() -> None:
    static = Path(__file__).parents[2] / "src" / "waqai" / "server" / "static"
    assert sum(file.stat().st_size for file in static.glob("*.js")) < 300_000


def test_below_a_proxy_every_link_has_its_path(demo: Database, tmp_path: Path) -> None:
    shutil.copy(demo.where, tmp_path / "library.db")
    settings = Settings(library=str(tmp_path / "library.db"), public_url="https://desk.example.org/waqai", open=True)
    with TestClient(create_app(settings), base_url="https://desk.example.org") as site:
        text = site.get("/timeline").text
        links = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
        assert links
        assert all(link.startswith(("/waqai/", "//")) for link in links)
        assert 'href="https://desk.example.org/waqai/timeline"' in text
