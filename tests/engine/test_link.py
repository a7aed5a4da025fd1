"""From records to events: linking, copies, disagreements, corrections that survive re-reading and rebuilding."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.libraries import FIDAN, SAFADI, SHAIBANI, document, event, person, record, role

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending, rebuild
from waqai.engine.review import correct, undo
from waqai.model import Event, Record
from waqai.pipeline.link.features import outlet_key
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
    opened = open_store(str(tmp_path / "library.db"))
    yield opened
    opened.close()


def told(text: str, outlet: str, *events: Event, published: str = "2025-10-17") -> Record:
    return record(document(text, published, outlet), *events)


def put(store: Database, *records: Record) -> None:
    keep(store, [Result(f"{n}:{r.document.id}", r) for n, r in enumerate(records)], Summary())
    link_pending(store)


def events(store: Database) -> list[tuple[int, int, int]]:
    with store.view() as view:
        return [(e.reports, e.sources, e.copies) for e in view.events(Filter())]


def test_two_outlets_one_call(store: Database) -> None:
    put(
        store,
        told("نص أول", "سانا", event("a", FIDAN, SHAIBANI)),
        told("نص ثان", "رويترز", event("b", SHAIBANI, role("foreign-minister", "TUR"))),
    )
    assert events(store) == [(2, 2, 0)]


def test_a_copy_is_no_source(store: Database) -> None:
    put(
        store,
        told(LONG, "سانا", event("a", FIDAN, SHAIBANI)),
        told(LONG + " وفق بيان", "الوطن", event("b", FIDAN, SHAIBANI)),
    )
    assert events(store) == [(2, 1, 1)]


@pytest.mark.parametrize(
    "other",
    [
        event("b", FIDAN, SHAIBANI, act="meeting", day="2025-10-18"),
        event("b", FIDAN, SAFADI, act="meeting"),
        event("b", FIDAN, SHAIBANI, act="call"),
        event("b", FIDAN, person("مرهف أبو قصرة", "SYR", "defence-minister"), act="meeting"),
    ],
)
def test_what_is_not_one(store: Database, other: Event) -> None:
    put(store, told("نص أول", "سانا", event("a", FIDAN, SHAIBANI, act="meeting")), told("نص ثان", "رويترز", other))
    assert events(store) == [(1, 1, 0), (1, 1, 0)]


def test_happened_and_denied_stay_side_by_side(store: Database) -> None:
    put(
        store,
        told("نص أول", "سانا", event("a", FIDAN, SHAIBANI)),
        told("نص ثان", "رويترز", event("b", FIDAN, SHAIBANI, status="denied")),
    )
    with store.view() as view:
        (found,) = view.events(Filter())
    assert found.contested
    assert found.disagreements["status"] == {"happened": ("سانا",), "denied": ("رويترز",)}


def two(store: Database) -> tuple[str, str]:
    put(store, told("نص أول", "سانا", event("a", FIDAN, SHAIBANI)), told("نص ثان", "رويترز", event("b", FIDAN, SAFADI)))
    with store.view() as view:
        one, other = sorted(view.events(Filter()), key=lambda e: e.documents)
    return one.id, other.id


def test_merge_keeps_both_ids_and_can_be_undone(store: Database) -> None:
    one, other = two(store)
    line = correct(store, "merge", other, "سلمى", value=one, why="واحد")
    with store.view() as view:
        assert view.resolve(other) == one
        assert view.event(other).reports == 2  # type: ignore[union-attr]
    rebuild(store)
    assert events(store) == [(2, 2, 0)]
    undo(store, line, "سلمى")
    assert events(store) == [(1, 1, 0), (1, 1, 0)]
    rebuild(store)
    assert events(store) == [(1, 1, 0), (1, 1, 0)]


def test_a_split_survives_a_rebuild(store: Database) -> None:
    put(
        store,
        told("نص أول", "سانا", event("a", FIDAN, SHAIBANI)),
        told("نص ثان", "رويترز", event("b", FIDAN, SHAIBANI)),
    )
    with store.view() as view:
        (found,) = view.events(Filter())
        ids = [r.id for r in view.reports_of([found.id])[found.id]]
    correct(store, "split", found.id, "سلمى", value=[ids[1]])
    assert events(store) == [(1, 1, 0), (1, 1, 0)]
    rebuild(store)
    assert events(store) == [(1, 1, 0), (1, 1, 0)]


def test_an_edit_survives_re_reading(store: Database) -> None:
    one, _ = two(store)
    correct(store, "edit", one, "سلمى", field="place", value="أنقرة")
    correct(store, "accept", one, "سلمى")
    with store.writer() as writer:
        writer.add_observation(1, told("نص أول", "سانا", event("new", FIDAN, SHAIBANI, topics=("الحدود",))), "9")
    link_pending(store)
    with store.view() as view:
        found = view.event(one)
    assert found is not None
    assert (found.place, found.review, found.edited, found.topics) == ("أنقرة", "accepted", ("place",), ("الحدود",))


def test_a_rebuild_changes_nothing(store: Database) -> None:
    two(store)
    with store.view() as view:
        before = view.content_hash()
    rebuild(store)
    with store.view() as view:
        assert view.content_hash() == before
    assert store.check() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وكالة الأناضول", "الأناضول"),
        ("وكالة فرانس برس", "فرانس برس"),
        ("نقلا عن وكالة النهر", "النهر"),
        ("قناة الجزيرة", "الجزيرة"),
        ("وكالة أنباء الإمارات", "أنباء الإمارات"),
    ],
)
def test_an_outlet_is_one_source_with_the_word_agency_and_without(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


def test_outlets_keep_first_letters_that_are_no_particles() -> None:
    assert outlet_key("فرانس برس") == "فرانس برس"
    assert len({outlet_key(name) for name in ("واس", "وام", "وفا", "سانا")}) == 4
