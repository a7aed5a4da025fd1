"""Corrections: what an edit may hold, and that two people do not overwrite each other."""

from pathlib import Path

import pytest
from tests.libraries import FIDAN, SHAIBANI, document, event, record

from waqai.engine.linker import link_pending
from waqai.engine.review import changes_since, correct, undo, version
from waqai.errors import BadValue, Conflict
from waqai.model.library import Linked
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database


@pytest.fixture
def store(tmp_path: Path) -> Database:
    opened = open_store(str(tmp_path / "library.db"))
    for n, day in enumerate(("2025-10-17", "2025-11-20")):
        doc = document(f"نص رقم {n}", published=day)
        with opened.writer() as writer:
            number = writer.add_document(doc, f"{n}.txt", "")
            assert number is not None
            writer.add_observation(number, record(doc, event(f"e{n}", FIDAN, SHAIBANI, day=day)), "1")
    link_pending(opened)
    return opened


def first(store: Database) -> tuple[Linked, str]:
    with store.view() as view:
        found = view.events(Filter())[0]
        return found, version(view, found.id)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("act", "meeting", "meeting"),
        ("status", "denied", "denied"),
        ("start", "2025-10-16", "2025-10-16"),
        ("start", None, None),
        ("place", "دمشق", "دمشق"),
        ("country", "SYR", "SYR"),
        ("topics", ["الحدود"], ("الحدود",)),
        ("mode", "", None),
    ],
)
def test_an_edit_is_kept(store: Database, field: str, value: object, kept: object) -> None:
    correct(store, "edit", first(store)[0].id, "سلمى", field=field, value=value)
    with store.view() as view:
        found = next(e for e in view.events(Filter()) if field in e.edited)
    assert getattr(found, field) == kept


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "x"),
        ("parties", []),
        ("act", "chat"),
        ("act", ["call"]),
        ("status", None),
        ("start", "17.10.2025"),
        ("start", "2025-02-30"),
        ("start", 5),
        ("place", ["a"]),
        ("place", "a\nb"),
        ("country", "Syria"),
        ("topics", {"a": 1}),
        ("topics", ["a" * 501]),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(store: Database, field: str, value: object) -> None:
    found, before = first(store)
    with pytest.raises(BadValue, match=field):
        correct(store, "edit", found.id, "سلمى", field=field, value=value)
    assert first(store) == (found, before)


def test_a_later_start_takes_the_end_along(store: Database) -> None:
    correct(store, "edit", first(store)[0].id, "سلمى", field="start", value="2025-10-19")
    assert (first(store)[0].start, first(store)[0].end) == ("2025-10-19", "2025-10-19")


def test_another_type_drops_the_mode_it_does_not_have(store: Database) -> None:
    correct(store, "edit", first(store)[0].id, "سلمى", field="type", value="SUPPORT")
    assert (first(store)[0].type, first(store)[0].mode) == ("SUPPORT", None)


def test_a_decision_on_what_has_changed_is_refused(store: Database) -> None:
    found, seen = first(store)
    correct(store, "edit", found.id, "سلمى", field="place", value="دمشق", seen={found.id: seen})
    with pytest.raises(Conflict, match="changed by سلمى"):
        correct(store, "reject", found.id, "هند", seen={found.id: seen})
    now, version_now = first(store)
    assert (now.place, now.review) == ("دمشق", "")
    with store.view() as view:
        assert [(c.author, c.field) for c in changes_since(view, found.id, seen)] == [("سلمى", "place")]
    correct(store, "accept", found.id, "هند", seen={found.id: version_now})
    assert first(store)[0].review == "accepted"


def test_a_merge_is_refused_when_the_other_event_has_changed(store: Database) -> None:
    with store.view() as view:
        one, other = view.events(Filter())
        seen = {e.id: version(view, e.id) for e in (one, other)}
    correct(store, "accept", other.id, "سلمى")
    with pytest.raises(Conflict):
        correct(store, "merge", one.id, "هند", value=other.id, seen=seen)


def test_undoing_changes_the_version_too(store: Database) -> None:
    found, seen = first(store)
    undo(store, correct(store, "accept", found.id, "سلمى"), "سلمى")
    assert first(store)[0] == found
    assert first(store)[1] != seen


def test_a_new_report_changes_the_version(store: Database) -> None:
    found, seen = first(store)
    doc = document("نص آخر تماما", outlet="رويترز")
    with store.writer() as writer:
        number = writer.add_document(doc, "c.txt", "")
        assert number is not None
        writer.add_observation(number, record(doc, event("f", FIDAN, SHAIBANI)), "1")
    link_pending(store)
    with pytest.raises(Conflict, match="newly read reports"):
        correct(store, "accept", found.id, "هند", seen={found.id: seen})
