"""The contract of a library: what every backend offers, and nothing of how."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from waqai.model.accord import AccordReport, LinkedAccord
from waqai.model.counts import Change, Contact, EntityCount, PairCount, PairSummary, PeriodCount, StateCount
from waqai.model.document import Document
from waqai.model.library import Correction, Feed, Judgement, Kept, Linked, Name, Observed, Refusal, Report
from waqai.model.record import Entity, Record, Tenure
from waqai.store.filters import Filter

__all__ = ["Filter", "Store", "View", "Writer"]


class View(Protocol):
    """Reading a library, at one moment."""

    def document(self, key: str) -> Kept | None:
        """The document with a number, key or sender's id."""

    def documents(self, numbers: Sequence[int]) -> dict[int, Kept]:
        """Documents by number."""

    def known(self, keys: Sequence[str]) -> dict[str, str]:
        """Of these keys, those in the library, with the source each came from."""

    def known_sources(self, sources: Sequence[str]) -> set[str]:
        """Of these sources, those that a document was taken from, or that were refused for good."""

    def all_documents(self, after: int = 0) -> Iterator[Kept]:
        """Every document in order of arrival."""

    def observation(self, document: int) -> Observed | None:
        """The latest reading of a document."""

    def record(self, document: int) -> Record | None:
        """The latest record of a document, with its text."""

    def pending(self, limit: int) -> list[int]:
        """Numbers of documents that wait to be linked, the oldest first."""

    def refusals(self) -> list[Refusal]:
        """What was not taken in."""

    def search(self, terms: Sequence[Sequence[str]], chosen: Filter, limit: int) -> list[Kept]:
        """Documents with all the terms, the newest first."""

    def events(self, chosen: Filter, limit: int | None = None, newest: bool = False) -> list[Linked]:
        """Events in order of date; those without date last."""

    def event(self, id_: str) -> Linked | None:
        """The event with a public id, also one that was merged since."""

    def resolve(self, id_: str) -> str | None:
        """The public id that `id_` leads to now."""

    def reports_of(self, events: Sequence[str]) -> dict[str, list[Report]]:
        """Current reports of events, in order of arrival."""

    def corrections(self, target: str | None = None) -> list[Correction]:
        """The ledger, oldest first."""

    def history(self, event: str) -> list[Correction]:
        """The lines of the ledger that decide on an event, also under the ids it had before, oldest first."""

    def judgements(self, id_: str | None = None, people_only: bool = False) -> list[Judgement]:
        """Judgements not withdrawn, about one thing or all."""

    def resolve_entity(self, id_: str) -> str | None:
        """The entity that `id_` leads to now, also where it was merged since."""

    def find_entities(self, words: Sequence[str], kinds: Sequence[str], limit: int = 20) -> list[EntityCount]:
        """Entities with a name that has all the folded words; those in more events first."""

    def names_of(self, entity: str) -> list[str]:
        """Every name that documents give an entity."""

    def entities(
        self, kinds: Sequence[str], country: str | None = None, limit: int = 100, offset: int = 0
    ) -> list[EntityCount]:
        """Entities of some kinds ("person", "org", "group"), those in most events first."""

    def states(self) -> list[StateCount]:
        """States that take part in events, those in most first."""

    def pairs(
        self,
        states: Sequence[str] = (),
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> list[PairCount]:
        """Pairs of states with their numbers, the most events first; with `states` both are among these."""

    def pair_summary(
        self, a: str, b: str, *, today: str, since: str | None = None, until: str | None = None, people: int = 20
    ) -> PairSummary:
        """What two states did with one another; `next` is what is planned from `today` on."""

    def contacts(
        self, entity: str, *, since: str | None = None, until: str | None = None, limit: int = 100
    ) -> list[Contact]:
        """Whom somebody met, called or visited, the most often first; their own delegation is left out."""

    def meetings(
        self, a: str, b: str, *, since: str | None = None, until: str | None = None, limit: int = 100
    ) -> list[Contact]:
        """Who of one state met, called or visited whom of another, the most often first."""

    def by_period(self, chosen: Filter, unit: str = "day") -> list[PeriodCount]:
        """Dated events by the "day", "month" or "year" they began, in order."""

    def by_value(self, chosen: Filter, field: str) -> dict[str, int]:
        """Events by "type", "act", "status" or "level", the most first."""

    def agreements(
        self,
        parties: Sequence[str] = (),
        *,
        stages: Sequence[str] = (),
        kinds: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        limit: int | None = None,
    ) -> list[LinkedAccord]:
        """Agreements that all of `parties` are parties of, the one told of last first."""

    def agreement(self, id_: str) -> LinkedAccord | None:
        """The agreement with a public id, or with the id of any document's account of it."""

    def accord_reports(self, agreements: Sequence[str]) -> dict[str, list[AccordReport]]:
        """Current accounts of agreements, in order of arrival."""

    def last_change(self) -> int:
        """Number of the latest change of any event: while it stays, no answer differs."""

    def changes(self, after: int = 0, limit: int = 1_000) -> list[Change]:
        """Events written since a change, each once, in order of writing; `resolve` tells what became of one."""

    def feeds(self) -> list[Feed]:
        """The feeds that are followed, and what their servers said."""

    def counts(self) -> dict[str, int]:
        """How many of everything there are."""

    def content_hash(self) -> str:
        """Hash of all that is kept and derived; times of day are left out."""


class Writer(View, Protocol):
    """Writing to a library: one transaction, seen by others when it ends well, never when it does not."""

    def add_document(self, document: Document, source: str, words: str) -> int | None:
        """Keep a document; its number, or `None` where it is already there."""

    def add_observation(self, number: int, record: Record, version: str) -> bool:
        """Keep what a reader saw in a document and have it linked; whether it is new."""

    def refuse(self, refusal: Refusal) -> None:
        """Note what was not taken in, once."""

    def accept(self, where: str) -> None:
        """Forget a refusal: it was taken in after all."""

    def add_correction(self, correction: Correction) -> int:
        """Append to the ledger."""

    def take_pending(self, limit: int) -> list[int]:
        """Numbers of documents to link next, kept from other linkers until the transaction ends."""

    def linked(self, numbers: Sequence[int]) -> None:
        """These documents wait no more."""

    def reports_of_documents(self, numbers: Sequence[int]) -> dict[int, list[tuple[Report, str]]]:
        """Reports, also those no longer read, each with its event."""

    def reports_in_blocks(self, keys: Sequence[int], limit: int) -> dict[int, list[int]]:
        """Block → numbers of its reports, the latest `limit`."""

    def events_of_reports(self, numbers: Sequence[int]) -> dict[int, str]:
        """Report number → event."""

    def put_reports(self, reports: Sequence[tuple[Report, str, bool]], keys: Mapping[str, Sequence[int]]) -> None:
        """Write reports (with event, and whether still read) and the blocks of each."""

    def move_reports(self, ids: Sequence[str], event: str) -> None:
        """Give reports to another event."""

    def fingerprint_matches(self, keys: Sequence[int], limit: int) -> dict[int, list[int]]:
        """Fingerprint → documents that have it."""

    def put_fingerprints(self, rows: Sequence[tuple[int, int]]) -> None:
        """Write (fingerprint, document)."""

    def firsts(self, numbers: Sequence[int]) -> dict[int, int]:
        """Document → the first printing of its text."""

    def put_copies(self, rows: Sequence[tuple[int, int, float]]) -> None:
        """Write (document, first, score)."""

    def names(self, observed: Sequence[str]) -> dict[str, Name]:
        """Names by id in the records."""

    def names_in_blocks(self, blocks: Sequence[str]) -> list[Name]:
        """Names that may be one."""

    def put_names(self, names: Sequence[Name], entities: Sequence[Entity]) -> None:
        """Write names, and the entities that are new."""

    def put_tenures(self, seen: Mapping[int, Sequence[Tenure]]) -> None:
        """Write the tenures seen in documents in place of those seen before."""

    def put_judgements(self, judgements: Sequence[Judgement], correction: int | None = None) -> None:
        """Append judgements; with a correction they are a person's."""

    def withdraw_judgements(self, correction: int) -> None:
        """Take back the judgements of a correction."""

    def put_events(self, events: Sequence[Linked], gone: Iterable[str]) -> None:
        """Write events in place of those with their ids; drop the `gone`."""

    def put_links(self, rows: Sequence[tuple[str, str, str]], stated: bool) -> None:
        """Write (event, relation, other event); `stated` by a document, or found by linking."""

    def accords_in_blocks(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """Block → the agreements of its accounts, in order of arrival."""

    def accord_reports_of_documents(self, numbers: Sequence[int]) -> dict[int, list[tuple[AccordReport, str]]]:
        """Accounts of agreements, also those no longer told, each with its agreement."""

    def put_accord_reports(
        self, reports: Sequence[tuple[AccordReport, str, bool]], keys: Mapping[str, Sequence[str]]
    ) -> None:
        """Write accounts (with agreement, and whether still told) and the blocks of each."""

    def put_agreements(self, agreements: Sequence[LinkedAccord], gone: Iterable[str]) -> None:
        """Write agreements in place of those with their ids; drop the `gone`."""

    def put_feed(self, feed: Feed) -> None:
        """Remember what the server of a feed said."""

    def forget_derived(self) -> None:
        """Empty what can be rebuilt, and have every document linked again."""


class Store(Protocol):
    """A library."""

    where: str

    def view(self) -> AbstractContextManager[View]:
        """Read at one moment; writers are not held up."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Write in one transaction; other writers wait."""

    def backup(self, target: Path) -> None:
        """Copy the library while it is in use."""

    def check(self) -> list[str]:
        """What is wrong with it, in one line each."""

    def sql(self, query: str, limit: int) -> tuple[list[str], list[tuple[object, ...]]]:
        """Answer a query that only reads: column names and rows."""

    def close(self) -> None:
        """Give back what is held."""
