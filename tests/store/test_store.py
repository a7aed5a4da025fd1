"""One body of tests over every backend."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.libraries import FIDAN, SHAIBANI, document, event, record

from waqai.errors import BadValue, LibraryError, LibraryTooNew
from waqai.model.library import Correction, Judgement, Refusal
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database
from waqai.store.migrations import MIGRATIONS
from waqai.text.search import index_text, query_terms

CALL = "بحث وزير الخارجية أسعد الشيباني مع نظيره التركي هاكان فيدان التعاون"


def add(store: Database, said: str = CALL, **given: str) -> int:
    doc = document(said, **given)
    with store.writer() as writer:
        number = writer.add_document(doc, "a.txt", index_text(doc.text, {"انقره"}))
        assert number is not None
        writer.add_observation(number, record(doc, event("e1", FIDAN, SHAIBANI)), "0.1.0")
    return number


def test_a_document_comes_back_as_it_was(store: Database) -> None:
    number = add(store)
    with store.view() as view:
        kept = view.documents([number])[number]
        assert kept.document == document(CALL)
        assert view.document(kept.key) == kept == view.document(kept.document.id)
        assert view.record(number) == record(kept.document, event("e1", FIDAN, SHAIBANI))
        assert view.pending(10) == [number]


def test_the_same_document_is_kept_once(store: Database) -> None:
    add(store)
    with store.writer() as writer:
        assert writer.add_document(document(CALL), "b.txt", "") is None
        assert writer.add_document(document(CALL, outlet="الأناضول"), "b.txt", "") is not None


def test_a_reading_that_says_the_same_adds_nothing(store: Database) -> None:
    number = add(store)
    doc = document(CALL)
    one, other = record(doc, event("e1", FIDAN, SHAIBANI)), record(doc, event("e1", FIDAN))
    with store.writer() as writer:
        assert not writer.add_observation(number, one, "0.2.0")
        assert writer.add_observation(number, other, "0.2.0")
        assert writer.add_observation(number, one, "0.3.0")
    with store.view() as view:
        assert view.counts()["observations"] == 3
        assert view.record(number) == one


def test_a_failed_transaction_leaves_nothing(store: Database) -> None:
    with pytest.raises(ZeroDivisionError), store.writer() as writer:
        writer.add_document(document(CALL), "a.txt", "")
        raise ZeroDivisionError
    with store.view() as view:
        assert view.counts()["documents"] == 0


@pytest.mark.parametrize(
    "query", ["وزير", "الوزير", "والوزير", "الخارجيّة", "للخارجية", "فيدان", "هاكان الشيبانى", "أنقرة"]
)
def test_search_forgives_spelling_and_particles(store: Database, query: str) -> None:
    number = add(store, CALL + " والوزير بأنقرة")
    with store.view() as view:
        assert [k.n for k in view.search(query_terms(query), Filter(), 10)] == [number]
        assert view.search(query_terms("طهران"), Filter(), 10) == []


@pytest.mark.parametrize("query", ["'", '"', "a:b*", "& | !", "NOT", ") (", "\\"])
def test_search_takes_any_characters(store: Database, query: str) -> None:
    add(store)
    with store.view() as view:
        assert view.search(query_terms(query), Filter(), 10) == []


def test_the_newest_is_found_first(store: Database) -> None:
    for day in ("2025-10-03", "2025-10-05", "2025-10-04"):
        add(store, published=day)
    with store.view() as view:
        found = view.search(query_terms("وزير"), Filter(), 10)
    assert [k.document.published for k in found] == ["2025-10-05", "2025-10-04", "2025-10-03"]


def test_refusals_are_listed_once_and_count_tries(store: Database) -> None:
    for _ in range(2):
        with store.writer() as writer:
            writer.refuse(Refusal(source="a.jsonl", where="a.jsonl:3", kind="failed", why="malformed"))
    with store.view() as view:
        assert [(r.where, r.tries) for r in view.refusals()] == [("a.jsonl:3", 2)]
    with store.writer() as writer:
        writer.accept("a.jsonl:3")
    with store.view() as view:
        assert view.refusals() == []


def test_the_ledger_keeps_who_when_and_why(store: Database) -> None:
    line = Correction(action="edit", target="e1", author="سلمى", field="place", value={"name": "أنقرة"}, why="خطأ")
    judged = Judgement(kind="event", left="a", right="b", verdict="same", score=1, reasons=("x",), author="سلمى")
    with store.writer() as writer:
        number = writer.add_correction(line)
        writer.put_judgements([judged], number)
    with store.view() as view:
        kept = view.corrections("e1")[0]
        assert (kept.author, kept.value, kept.why) == ("سلمى", {"name": "أنقرة"}, "خطأ")
        assert datetime.datetime.fromisoformat(kept.made)
        assert [j.author for j in view.judgements("a", people_only=True)] == ["سلمى"]
    with store.writer() as writer:
        writer.withdraw_judgements(number)
        assert writer.judgements() == []


def test_a_reader_sees_one_moment(store: Database) -> None:
    add(store)
    with store.view() as view:
        assert view.counts()["documents"] == 1
        add(store, published="2025-10-18")
        assert view.counts()["documents"] == 1


def test_sql_reads_the_views_and_nothing_else(store: Database) -> None:
    add(store)
    names, rows = store.sql("SELECT n, outlet FROM document", 10)
    assert (names, rows) == (["n", "outlet"], [(1, "سانا")])
    for query in ("DELETE FROM documents", "DROP VIEW document", "nonsense", "UPDATE documents SET text = ''"):
        with pytest.raises(BadValue, match="the views are"):
            store.sql(query, 10)
    with store.view() as view:
        assert view.counts()["documents"] == 1


def test_every_view_answers(store: Database) -> None:
    from waqai.store.views import VIEWS

    for name in VIEWS:
        store.sql(f'SELECT * FROM "{name}"', 1)


def test_content_hash_depends_on_content_only(store: Database) -> None:
    with store.view() as view:
        empty = view.content_hash()
    add(store)
    with store.view() as view:
        assert view.content_hash() == view.content_hash() != empty


def test_check_finds_nothing_wrong_and_what_is(store: Database) -> None:
    add(store)
    assert store.check() == []
    with store.writer() as writer:
        writer.connection.execute(text("DELETE FROM observations"))
    assert store.check() == ["1 documents that were never read: run `waqai library rebuild`"]


def test_a_newer_library_says_so(store: Database, address: str) -> None:
    with store.writer() as writer:
        writer.connection.execute(text("UPDATE meta SET value = '999' WHERE key = 'schema'"))
    with pytest.raises(LibraryTooNew, match="newer Waqai"):
        open_store(address)


def test_an_older_library_is_migrated_once(store: Database, address: str) -> None:
    def add_colour(connection) -> None:  # type: ignore[no-untyped-def]
        connection.execute(text("ALTER TABLE documents ADD COLUMN colour TEXT"))

    add(store)
    options = {"migrations": (*MIGRATIONS, add_colour)}
    for _ in range(2):
        again = type(store)(Path(address) if "//" not in address else address, **options)  # type: ignore[arg-type, call-arg]
        with again.view() as view:
            assert view.counts()["documents"] == 1
        again.close()
    with pytest.raises(LibraryTooNew):
        open_store(address)


def test_a_backup_is_a_library(store: Database, address: str, tmp_path: Path) -> None:
    add(store)
    target = tmp_path / "copy.db"
    with store.writer() as writer:
        writer.add_document(document(CALL, outlet="x"), "b", "")
        store.backup(target)
    with pytest.raises(BadValue, match="already there"):
        store.backup(target)
    if "//" in address:
        assert target.read_bytes().startswith(b"PGDMP")
        return
    copy = open_store(str(target))
    with copy.view() as view:
        assert view.counts()["documents"] == 1
    assert copy.check() == []
    copy.close()


def test_what_is_no_library_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database at all, only text " * 50)
    with pytest.raises(LibraryError, match="is not a library"):
        open_store(str(tmp_path / "text.db"))
    with pytest.raises(LibraryError, match="is a folder"):
        open_store(str(tmp_path))
    with pytest.raises(LibraryError, match="there is no library there"):
        open_store(str(tmp_path / "none.db"), must_exist=True)
    with pytest.raises(LibraryError, match="no PostgreSQL server answers"):
        open_store("postgresql://waqai@127.0.0.1:9/none")


def test_sql_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.store.sqlite.QUERY_SECONDS", 0)
    library = open_store(str(tmp_path / "library.db"))
    with pytest.raises(BadValue, match="interrupted"):
        library.sql("WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) FROM a", 1)
    library.close()


def test_an_empty_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(LibraryError, match="there is no library there"):
        open_store(str(tmp_path / "empty"), must_exist=True)
