"""Who is one person: by name, state and office; as people decide; and what they decided as gold."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.libraries import FIDAN, SHAIBANI, document, event, person, record

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending, rebuild
from waqai.engine.review import correct, undo
from waqai.errors import NotFound
from waqai.evaluate.gold import GoldDocument
from waqai.export.gold import gold_documents
from waqai.model import Agreement, Event
from waqai.reader import Result
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database

SURNAME = person("الشيباني", "SYR", "foreign-minister")
OTHER_OFFICE = person("الشيباني", "SYR", "interior-minister")
MISSPELT = person("أسعد الشيباتي", "SYR", "foreign-minister")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = open_store(str(tmp_path / "library.db"))
    yield opened
    opened.close()


def put(store: Database, *events: Event, batch: int = 100) -> None:
    results = [Result(f"{n}", record(document(f"نص {e.id}", outlet=f"o{n}"), e)) for n, e in enumerate(events)]
    keep(store, results, Summary())
    link_pending(store, batch)


def people(store: Database) -> dict[str, int]:
    with store.view() as view:
        return {p.name: p.events for p in view.entities(["person"]) if p.country == "SYR"}


@pytest.mark.parametrize("batch", [1, 100])
@pytest.mark.parametrize("order", [1, -1])
def test_a_surname_joins_the_one_who_holds_the_office(store: Database, batch: int, order: int) -> None:
    days = ("2025-10-01", "2025-11-01")
    told = [event(f"e{n}", FIDAN, who, day=days[n]) for n, who in enumerate([SHAIBANI, SURNAME][::order])]
    put(store, *told, batch=batch)
    assert people(store) == {"أسعد الشيباني": 2}


def test_a_surname_in_another_office_is_somebody_else(store: Database) -> None:
    put(store, event("a", FIDAN, SHAIBANI), event("b", FIDAN, OTHER_OFFICE, day="2025-11-01"))
    assert people(store) == {"أسعد الشيباني": 1, "الشيباني": 1}


def test_a_surname_that_fits_two_joins_neither(store: Database) -> None:
    brother = person("كمال الشيباني", "SYR", "foreign-minister")
    told = (event("a", FIDAN, SHAIBANI), event("b", FIDAN, brother, day="2025-11-01"))
    put(store, *told, event("c", FIDAN, SURNAME, day="2025-12-01"))
    assert len(people(store)) == 3


def test_people_make_two_entities_one_and_take_it_back(store: Database) -> None:
    put(store, event("a", FIDAN, SHAIBANI), event("b", FIDAN, MISSPELT, day="2025-11-01"))
    with store.view() as view:
        one, other = (view.find_entities([name], ["person"])[0].id for name in ("الشيباني", "الشيباتي"))
        before = view.content_hash()
    number = correct(store, "merge", one, "سلمى", value=other, why="خطأ إملائي")
    assert people(store) == {"أسعد الشيباني": 2}
    with store.view() as view:
        assert view.resolve_entity(other) == one
        assert len(view.events(Filter(entities=(one,)))) == 2
        assert view.names_of(one) == ["أسعد الشيباتي", "أسعد الشيباني"]
        merged = view.content_hash()
    with pytest.raises(NotFound, match="no other entity"):
        correct(store, "merge", one, "سلمى", value=other)
    rebuild(store)
    with store.view() as view:
        assert view.content_hash() == merged
        assert view.resolve_entity(other) == one
    put(store, event("new", FIDAN, MISSPELT, day="2025-12-01"))
    assert people(store) == {"أسعد الشيباني": 3}
    undo(store, number, "سلمى")
    assert people(store) == {"أسعد الشيباني": 1, "أسعد الشيباتي": 2}
    with store.view() as view:
        assert view.resolve_entity(other) == other
        assert before != merged
    assert store.check() == []


def test_people_make_two_agreements_one_and_take_it_back(store: Database) -> None:
    records = []
    for n, (title, act, day) in enumerate(
        [("اتفاقية المياه", "signing", "2025-10-01"), ("وثيقة الأنهار", "ratification", "2025-11-01")]
    ):
        accord = Agreement(id=f"x{n}", kind="agreement", title=title, parties=("SYR", "TUR"))
        told = event(f"s{n}", FIDAN, SHAIBANI, type_="SUPPORT", act=act, day=day, agreement=f"x{n}")
        records.append(record(document(f"نص {n}", day), told, agreements=(accord,)))
    keep(store, [Result(str(n), r) for n, r in enumerate(records)], Summary())
    link_pending(store)
    with store.view() as view:
        first, second = sorted(view.agreements(), key=lambda a: a.documents)
    number = correct(store, "merge", second.id, "سلمى", value=first.id)
    for _ in range(2):
        with store.view() as view:
            (merged,) = view.agreements()
            assert (merged.id, view.agreement(second.id)) == (first.id, merged)
            assert [s.stage for s in merged.stages if s.event] == ["signed", "ratified"]
            assert len(view.events(Filter(agreements=(first.id,)))) == 2
        rebuild(store)
    undo(store, number, "سلمى")
    with store.view() as view:
        assert sorted(view.agreements(), key=lambda a: a.documents) == [first, second]


def test_what_people_decided_is_gold(store: Database) -> None:
    put(
        store,
        event("a", FIDAN, SHAIBANI),
        event("b", FIDAN, SHAIBANI, day="2025-11-01"),
        event("c", FIDAN, SHAIBANI, day="2025-12-01"),
    )
    with store.view() as view:
        accepted, rejected, _undecided = view.events(Filter())
        assert list(gold_documents(view)) == []
    correct(store, "accept", accepted.id, "سلمى")
    correct(store, "edit", accepted.id, "سلمى", field="place", value="أنقرة")
    correct(store, "reject", rejected.id, "سلمى")
    with store.view() as view:
        gold = list(gold_documents(view))
    import msgspec

    first, second = (msgspec.convert(one, GoldDocument) for one in gold)
    assert first.events is not None
    (kept,) = first.events
    assert (kept.core, kept.where.name if kept.where else None, kept.days) == (True, "أنقرة", ("2025-10-17",) * 2)
    assert second.events == ()
