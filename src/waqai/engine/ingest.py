"""Taking documents in: known ones left out, read in order, kept a few a transaction, then linked."""

import re
import time
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from waqai import __version__
from waqai.engine.linker import link_pending
from waqai.errors import WaqaiError
from waqai.model.library import Refusal
from waqai.model.record import Record
from waqai.pipeline.acquire import Acquired
from waqai.reader import Reader, Result, is_arabic
from waqai.store.database import Database
from waqai.store.rows import document_key
from waqai.text.search import index_text

GROUP, SECONDS = 32, 1.0
ADDRESS = re.compile(r"^https?://\S+: ")
PARTICULARS = re.compile(r"\s*(?:«[^»]*»|\((?:[^()]|\([^()]*\))*\))")
NUMBERED = re.compile(r":\d+$")


class Summary(Struct):
    """What became of what was given.

    Attributes:
        known: there already, from the same source.
        duplicate: there already, from another source.
        language: not Arabic.
        linked: documents linked, also some of an earlier run.
        why: what was wrong with those that failed, without the particulars → how many.
    """

    given: int = 0
    added: int = 0
    known: int = 0
    duplicate: int = 0
    language: int = 0
    failed: int = 0
    linked: int = 0
    seconds: float = 0.0
    why: dict[str, int] = {}

    def join(self, other: "Summary") -> None:
        """Add the numbers of another."""
        for field in self.__struct_fields__:
            if field != "why":
                setattr(self, field, round(getattr(self, field) + getattr(other, field), 2))
        for kind, count in other.why.items():
            self.why[kind] = self.why.get(kind, 0) + count

    def fail(self, why: str) -> None:
        """Count a failure under the kind of thing that is wrong."""
        kind = PARTICULARS.sub("", ADDRESS.sub("", why)).split(": ")[0].strip()
        self.failed += 1
        self.why[kind] = self.why.get(kind, 0) + 1


def ingest(
    store: Database,
    items: Iterable[Acquired],
    *,
    reader: Reader | None = None,
    jobs: int = 1,
    link: bool = True,
    watch: Callable[[Iterable[Result]], Iterable[Result]] = iter,
    linked: Callable[[int], None] | None = None,
) -> Summary:
    """Take documents into a library; run again after any interruption, it finishes what is left.

    Args:
        store: the library.
        items: what `acquire` yields.
        reader: who reads them.
        jobs: how many processes read.
        link: link what was added.
        watch: sees every result pass.
        linked: told how many documents are linked, as linking goes on.
    """
    summary, started = Summary(), time.monotonic()
    results = (reader or Reader()).read_all(_new(store, items, summary), jobs)
    keep(store, watch(results), summary)
    if link:
        summary.linked = link_pending(store, progress=linked)
    summary.seconds = round(time.monotonic() - started, 2)
    return summary


def keep(store: Database, results: Iterable[Result], summary: Summary) -> None:
    """Keep what was read, a few documents a transaction."""
    group: list[Result] = []
    since = time.monotonic()
    for result in results:
        group.append(result)
        if len(group) >= GROUP or time.monotonic() - since > SECONDS:
            _write(store, group, summary)
            group, since = [], time.monotonic()
    if group:
        _write(store, group, summary)


def _new(store: Database, items: Iterable[Acquired], summary: Summary) -> Iterator[Acquired]:
    """What is not in the library yet; a duplicate is noted once."""
    for item in items:
        summary.given += 1
        if item.document is None and item.error is None:
            summary.known += 1
            continue
        if item.document is None:
            yield item
            continue
        key = document_key(item.document)
        with store.view() as view:
            source = view.known([key]).get(key)
        if source is None:
            yield item
        elif source == item.where:
            summary.known += 1
        else:
            summary.duplicate += 1
            with store.writer() as writer:
                writer.refuse(
                    Refusal(source=item.where, where=item.where, kind="duplicate", why=f"the same as {source}")
                )


def _write(store: Database, group: list[Result], summary: Summary) -> None:
    counts = {"added": 0, "known": 0, "duplicate": 0, "language": 0}
    with store.writer() as writer:
        for result in group:
            record, kind, why = result.record, "failed", result.error or ""
            if record is not None and not is_arabic(record.document):
                kind, why, record = "language", f"not Arabic ({record.document.language})", None
            if record is None:
                writer.refuse(Refusal(source=source_of(result.where), where=result.where, kind=kind, why=why))
                if kind == "failed":
                    summary.fail(why)
                else:
                    counts[kind] += 1
                continue
            number = writer.add_document(record.document, result.where, _words(record))
            if number is None:
                key = document_key(record.document)
                source = writer.known([key])[key]
                kind = "known" if source == result.where else "duplicate"
                if kind == "duplicate":
                    why = f"the same as {source}"
                    writer.refuse(Refusal(source=result.where, where=result.where, kind=kind, why=why))
                counts[kind] += 1
                continue
            writer.add_observation(number, record, __version__)
            writer.accept(result.where)
            counts["added"] += 1
    for name, count in counts.items():
        setattr(summary, name, getattr(summary, name) + count)


def source_of(where: str) -> str:
    """What is to be given again to have a thing again: the file of "dev.jsonl:12", an address as it stands."""
    return where if where.startswith(("http://", "https://")) else NUMBERED.sub("", where)


def _words(record: Record) -> str:
    from waqai.text.fold import fold_word

    names = {word for e in record.entities for word in fold_word(e.name).split()}
    names |= {word for e in record.events if e.where for word in fold_word(e.where.name).split()}
    title = record.document.title or ""
    return index_text(f"{title}\n{record.document.text}", names)


def reread(store: Database, reader: Reader | None = None) -> int:
    """Read every document again with this version; corrections hold. How many readings are new."""
    reader, new = reader or Reader(), 0
    with store.view() as view:
        numbers = [k.n for k in view.all_documents()]
    for at in range(0, len(numbers), GROUP):
        with store.writer() as writer:
            for n, kept in writer.documents(numbers[at : at + GROUP]).items():
                try:
                    new += writer.add_observation(n, reader.read(kept.document), __version__)
                except WaqaiError as error:
                    writer.refuse(Refusal(source=kept.source, where=kept.source, kind="failed", why=str(error)))
    link_pending(store)
    return new
