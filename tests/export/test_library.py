"""From a library each event is exported once, with the number of its reports and of its independent sources."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.libraries import FIDAN, SHAIBANI, document, event, record

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.engine.review import correct
from waqai.export import FORMATS, export, find_format
from waqai.export.library import library_records
from waqai.model import Agreement
from waqai.model.merged import counted
from waqai.reader import Result
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database

LONG = (
    "بحث وزير الخارجية أسعد الشيباني مع نظيره التركي هاكان فيدان"
    " في اتصال هاتفي التعاون الأمني بين البلدين والتطورات في المنطقة"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """A call in three reports, one of them a copy; a meeting in one; one event that a person rejected."""
    opened = open_store(str(tmp_path / "library.db"))
    accord = Agreement(id="x", kind="memorandum", title="مذكرة المياه", parties=("SYR", "TUR"))
    signing = event("s", FIDAN, SHAIBANI, type_="SUPPORT", act="signing", day="2025-10-20", agreement="x")
    records = [
        record(document(LONG, outlet="سانا"), event("a", FIDAN, SHAIBANI)),
        record(document(LONG + " وفق بيان", outlet="الوطن"), event("b", FIDAN, SHAIBANI)),
        record(document("اتصال بين الوزيرين", outlet="رويترز"), event("c", FIDAN, SHAIBANI)),
        record(document("وقعا مذكرة", "2025-10-20"), signing, agreements=(accord,)),
        record(document("خطأ", "2025-10-22"), event("e", FIDAN, SHAIBANI, act="talks", day="2025-10-22")),
    ]
    keep(opened, [Result(f"{n}", r) for n, r in enumerate(records)], Summary())
    link_pending(opened)
    with opened.view() as view:
        (wrong,) = view.events(Filter(acts=("talks",)))
    correct(opened, "reject", wrong.id, "سلمى")
    yield opened
    opened.close()


@pytest.fixture
def written(store: Database) -> Callable[[str], str]:
    def run(name: str) -> str:
        stream, chosen = io.BytesIO(), find_format(name)
        with store.view() as view:
            export(library_records(view, per_report=chosen.texts), chosen, stream)
        return stream.getvalue().decode("utf-8-sig")

    return run


def test_each_event_is_there_once(store: Database) -> None:
    with store.view() as view:
        records = list(library_records(view))
        linked = {e.id: e for e in view.events(Filter())}
    events = [e for r in records for e in r.events]
    assert [(counted(e).reports, counted(e).sources, counted(e).copies) for e in events] == [(3, 2, 1), (1, 1, 0)]
    assert {e.id for e in events} == set(linked)
    assert [t.outlet for t in counted(events[0]).told] == ["سانا", "الوطن", "رويترز"]
    (accord,) = [a for r in records for a in r.agreements]
    assert events[1].agreement == accord.id
    people = {p.entity for e in events for p in e.actors}
    assert people <= {entity.id for r in records for entity in r.entities}
    assert all(person.startswith("n") for person in people), "entities have the library's ids"


def test_each_report_in_its_own_words(store: Database) -> None:
    with store.view() as view:
        records = list(library_records(view, per_report=True))
    assert [len(r.events) for r in records] == [1, 1, 1, 1, 0]
    assert len({r.events[0].id for r in records[:3]}) == 1


def test_only_what_is_asked_for(store: Database) -> None:
    with store.view() as view:
        records = list(library_records(view, Filter(acts=("signing",))))
    assert [[e.act for e in r.events] for r in records] == [["signing"]]


def test_formats_say_from_how_many_sources(written: Callable[[str], str]) -> None:
    first = next(csv.DictReader(io.StringIO(written("csv"))))
    assert (first["reports"], first["independent_sources"], first["copies"]) == ("3", "2", "1")
    assert first["origins"] == "سانا;رويترز"
    call = written("gdelt").splitlines()[0].split("\t")
    assert call[31:34] == ["3", "2", "3"]
    (line,) = [json.loads(line) for line in written("jsonl").splitlines()[:1]]
    assert line["events"][0]["merged"]["sources"] == 2
    assert "X-WAQAI-SOURCES:2" in written("icalendar")
    graph = json.loads(written("jsonld"))["@graph"]
    (node,) = [n for n in graph if n.get("waqai:reports") == 3]
    assert node["waqai:independentSources"] == 2
    assert len(node["prov:wasDerivedFrom"]) == 3
    (told,) = [e for e in map(json.loads, written("followthemoney").splitlines()) if "3 reports" in str(e)]
    assert len(told["properties"]["proof"]) == 3


@pytest.mark.parametrize("name", [f.name for f in FORMATS])
def test_every_format_takes_a_library(store: Database, name: str, tmp_path: Path) -> None:
    with store.view() as view:
        target = tmp_path / f"out{find_format(name).suffix}"
        export(library_records(view, per_report=find_format(name).texts), find_format(name), target)
    assert target.stat().st_size


def test_what_has_no_column_is_said(store: Database) -> None:
    with store.view() as view:
        losses = export(library_records(view), find_format("polecat"), io.BytesIO())
    assert "2 × numbers of reports and of independent sources not written: no column" in losses.lines()


def test_sources_go_by_the_names_they_print(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "desk.db"))
    told = record(document("نص", outlet="وكالة النهر"), event("a", FIDAN, SHAIBANI))
    keep(opened, [Result("a", told)], Summary())
    link_pending(opened)
    with opened.view() as view:
        [only] = [e for r in library_records(view) for e in r.events]
    opened.close()
    assert counted(only).origins == ("وكالة النهر",)
