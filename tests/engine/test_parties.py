"""Correcting who took part: the person, the office or the state of an actor; what linking and rebuilding make of it."""

from pathlib import Path
from typing import Any

import pytest
from tests.libraries import FIDAN, SAFADI, SHAIBANI, document, event, record

from waqai.engine.linker import link_pending, rebuild
from waqai.engine.review import correct, undo
from waqai.errors import BadValue
from waqai.export.gold import gold_documents
from waqai.model.library import Linked
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database


@pytest.fixture
def store(tmp_path: Path) -> Database:
    opened = open_store(str(tmp_path / "library.db"))
    told = (("e0", FIDAN, SHAIBANI, "2025-10-17"), ("e1", SAFADI, SHAIBANI, "2025-11-20"))
    for n, (id_, one, other, day) in enumerate(told):
        doc = document(f"نص رقم {n}", published=day)
        with opened.writer() as writer:
            number = writer.add_document(doc, f"{n}.txt", "")
            assert number is not None
            writer.add_observation(number, record(doc, event(id_, one, other, day=day)), "1")
    link_pending(opened)
    return opened


def first(store: Database) -> Linked:
    with store.view() as view:
        return view.events(Filter())[0]


def parties(store: Database) -> list[tuple[str, str, str | None, str | None, str]]:
    return [(p.side, p.name, p.office, p.country, p.kind) for p in first(store).parties]


def edit(store: Database, field: str, *given: dict[str, Any]) -> int:
    return correct(store, "edit", first(store).id, "سلمى", field=field, value=list(given))


FIRST = ("actor", "هاكان فيدان", "foreign-minister", "TUR", "person")


@pytest.mark.parametrize(
    ("given", "now"),
    [
        ({"name": "أيمن الصفدي", "country": "JOR"}, ("actor", "أيمن الصفدي", None, "JOR", "person")),
        (
            {"name": "ايمن الصفدى", "office": "foreign-minister", "country": "jor"},
            ("actor", "ايمن الصفدى", "foreign-minister", "JOR", "person"),
        ),
        (
            {"name": "مظلوم عبدي", "office": "military-commander", "country": "SYR"},
            ("actor", "مظلوم عبدي", "military-commander", "SYR", "person"),
        ),
        ({"name": "قطر"}, ("actor", "قطر", None, "QAT", "state")),
        ({"name": "Jordan"}, ("actor", "الأردن", None, "JOR", "state")),
        ({"name": "هيئة المتابعة", "kind": "org"}, ("actor", "هيئة المتابعة", None, None, "org")),
    ],
)
def test_a_party_is_corrected(store: Database, given: dict[str, Any], now: tuple[object, ...]) -> None:
    edit(store, "actors", {"name": "هاكان فيدان", "office": "foreign-minister", "country": "TUR"}, given)
    assert parties(store) == [FIRST, now]
    assert first(store).edited == ("actors",)


def test_a_name_that_the_library_knows_is_the_same_person(store: Database) -> None:
    with store.view() as view:
        (safadi,) = view.find_entities(["الصفدي"], ["person"])
    edit(store, "actors", {"name": "أيمن الصفدى", "country": "JOR"})
    assert [p.entity for p in first(store).parties] == [safadi.id]
    edit(store, "actors", {"name": "غيره", "entity": safadi.id, "country": "JOR"})
    assert [p.entity for p in first(store).parties] == [safadi.id]
    with store.view() as view:
        assert [e.events for e in view.find_entities(["الصفدي"], ["person"])] == [2]
        assert [e.start for e in view.events(Filter(entities=(safadi.id,)))] == ["2025-10-17", "2025-11-20"]
        assert view.pairs()[0].events == 1


def test_one_side_leaves_the_other(store: Database) -> None:
    edit(store, "recipients", {"name": "لبنان"})
    assert [(p.side, p.name) for p in first(store).parties] == [
        ("actor", "هاكان فيدان"),
        ("actor", "أسعد الشيباني"),
        ("recipient", "لبنان"),
    ]
    edit(store, "actors")
    assert [(p.side, p.name) for p in first(store).parties] == [("recipient", "لبنان")]
    assert first(store).level == ""


def test_a_correction_of_parties_is_undone_and_survives_a_rebuild(store: Database) -> None:
    before = parties(store)
    number = edit(store, "actors", {"name": "مظلوم عبدي", "office": "military-commander", "country": "SYR"})
    after, entity = parties(store), first(store).parties[0].entity
    with store.view() as view:
        known = view.find_entities(["عبدي"], ["person"])
        assert [(e.id, e.latin, e.events) for e in known] == [(entity, known[0].latin, 1)]
        assert known[0].latin
        whole = view.content_hash()
    rebuild(store)
    assert parties(store) == after
    with store.view() as view:
        assert view.content_hash() == whole
    assert store.check() == []
    undo(store, number, "سلمى")
    assert parties(store) == before


def test_entities_that_are_made_one_are_one_in_corrected_events(store: Database) -> None:
    edit(store, "actors", {"name": "مظلوم عبدي", "country": "SYR"})
    gone = first(store).parties[0].entity
    with store.view() as view:
        (safadi,) = view.find_entities(["الصفدي"], ["person"])
    number = correct(store, "merge", safadi.id, "سلمى", value=gone)
    assert [p.entity for p in first(store).parties] == [safadi.id]
    rebuild(store)
    assert [p.entity for p in first(store).parties] == [safadi.id]
    with store.view() as view:
        assert view.resolve_entity(gone) == safadi.id
    undo(store, number, "سلمى")
    assert [p.entity for p in first(store).parties] == [gone]


def test_corrected_parties_are_asked_for_by_the_gold(store: Database) -> None:
    edit(store, "actors", {"name": "أيمن الصفدي", "office": "foreign-minister", "country": "JOR"})
    with store.view() as view:
        (text,) = gold_documents(view)
    assert [(p["name"], p["office"], p["country"]) for p in text["events"][0]["actors"]] == [
        ("أيمن الصفدي", "foreign-minister", "JOR")
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([{"name": ""}], "is no name"),
        ([{"name": "س\nص"}, {"name": "\u202e"}], "is no name"),
        ([{"name": "فيدان", "country": "XX1"}], "state «XX1»"),
        ([{"name": "فيدان", "office": "Foreign Minister"}], "office «Foreign Minister»"),
        ([{"name": "فيدان", "entity": "nobody"}], "is not in the library"),
        ([{"title": "فيدان"}], "give a list such as"),
        ("فيدان", "give a list such as"),
        ([{"name": "فيدان"}] * 51, "50 at most"),
    ],
)
def test_parties_that_cannot_be_change_nothing(store: Database, value: object, said: str) -> None:
    with pytest.raises(BadValue, match=said):
        correct(store, "edit", first(store).id, "سلمى", field="actors", value=value)
    with store.view() as view:
        assert view.corrections() == []


def test_the_command_takes_the_list_as_json(store: Database) -> None:
    given = '[{"name": "قطر"}, {"name": "هاكان فيدان", "office": "foreign-minister", "country": "TUR"}]'
    correct(store, "edit", first(store).id, "سلمى", field="actors", value=given)
    assert parties(store) == [("actor", "قطر", None, "QAT", "state"), FIRST]
