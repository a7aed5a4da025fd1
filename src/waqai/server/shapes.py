"""What the API answers and takes; the OpenAPI document is made from these."""

from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from waqai.engine.parties import Given
from waqai.model.accord import AccordReport, LinkedAccord
from waqai.model.counts import Contact, EntityCount, Office, PairCount, PeriodCount, StateCount
from waqai.model.library import Correction, Kept, Linked
from waqai.model.record import Event

SUMMARY = 240
Action = Literal["accept", "reject", "unsure", "edit", "merge", "split"]


class DocumentSummary(Struct, frozen=True, kw_only=True):
    """A document without its text.

    Attributes:
        n: its number in the library.
        start: how its text begins.
    """

    n: int
    id: str
    published: str | None
    outlet: str | None
    url: str | None
    title: str | None
    language: str | None
    start: str


class Documents(Struct, frozen=True):
    """Documents, and what to give as `after` for the next ones."""

    items: list[DocumentSummary]
    next: str | None = None


class DocumentWithEvents(Struct, frozen=True, kw_only=True):
    """A document and the events it tells."""

    document: DocumentSummary
    text: str
    source: str
    added: str
    events: list[Linked]


class Events(Struct, frozen=True):
    """Events, and what to give as `after` for the next ones."""

    items: list[Linked]
    next: str | None = None


class Told(Struct, frozen=True, kw_only=True):
    """One document's account of an event.

    Attributes:
        id: id of the report.
        origin: who it was had from.
        copy_of: number of the document whose text it repeats.
        event: the event as the document's record has it, each value with its words; `null` where a later reading
            of the document no longer has it.
        passages: the words that tell it.
    """

    id: str
    document: DocumentSummary
    origin: str
    copy_of: int | None
    event: Event | None
    passages: list[str]


class Decision(Struct, frozen=True, kw_only=True):
    """A line of the ledger that decides on an event; one that was undone does not count."""

    line: Correction
    undone: bool


class EventWithEvidence(Struct, frozen=True, kw_only=True):
    """An event with the words that tell it.

    Attributes:
        version: what a correction gives back, to be sure that it is about this.
        reports: the documents' accounts, in order of arrival.
        history: the ledger's lines on it.
    """

    event: Linked
    version: str
    reports: list[Told]
    history: list[Decision]


class Conflicting(Struct, frozen=True, kw_only=True):
    """The answer (409) to a correction of an event that changed since it was seen."""

    type: str
    title: str
    status: int
    detail: str
    version: str
    event: Linked
    changes: list[Correction]


class Correcting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction.

    Attributes:
        action: what is decided.
        version: `version` of the event as it was seen.
        field: what an edit changes.
        value: an edit's new value, of `actors` and `recipients` the parties; the event to merge with; the reports to
            split off.
        other_version: `version` of the event to merge with.
        why: the reason, in words.
    """

    action: Action
    version: str
    field: str | None = None
    value: str | list[str | Given] | None = None
    other_version: str | UnsetType = UNSET
    why: str = ""


class Undoing(Struct, frozen=True, forbid_unknown_fields=True):
    """What takes a correction back."""

    why: str = ""


class Written(Struct, frozen=True):
    """A line of the ledger was written: its number, and the event that it leads to now."""

    n: int
    event: str
    version: str


class Reading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report to read; nothing of it is kept."""

    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    trace: bool = False


class Problem(Struct, frozen=True, kw_only=True):
    """What is wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Offices(Struct, frozen=True):
    """Who is seen in which office."""

    items: list[Office]


class Entities(Struct, frozen=True):
    """People, organisations and groups, those in most events first."""

    items: list[EntityCount]


class Person(Struct, frozen=True, kw_only=True):
    """A person: every name that documents give, offices with dates, whom they met."""

    id: str
    name: str
    country: str | None
    names: list[str]
    offices: list[Office]
    contacts: list[Contact]


class States(Struct, frozen=True):
    """States that take part in events, those in most first."""

    items: list[StateCount]


class Pairs(Struct, frozen=True):
    """Pairs of states, those with most events first."""

    items: list[PairCount]


class Contacts(Struct, frozen=True):
    """Who met whom, the most often first."""

    items: list[Contact]


class Agreements(Struct, frozen=True):
    """Agreements, the one told of last first."""

    items: list[LinkedAccord]


class AgreementWithReports(Struct, frozen=True, kw_only=True):
    """An agreement, what each document says of it, and its events."""

    agreement: LinkedAccord
    reports: list[AccordReport]
    documents: list[DocumentSummary]
    events: list[Linked]


class Periods(Struct, frozen=True):
    """Events by day, month or year, and by a value each."""

    items: list[PeriodCount]
    types: dict[str, int]
    acts: dict[str, int]
    statuses: dict[str, int]
    levels: dict[str, int]


class Ledger(Struct, frozen=True):
    """Corrections, the latest first."""

    items: list[Correction]


class Stats(Struct, frozen=True):
    """How much there is of everything, and the version that serves it."""

    version: str
    counts: dict[str, int]


def summary(kept: Kept) -> DocumentSummary:
    """A document without its text."""
    d = kept.document
    return DocumentSummary(
        n=kept.n,
        id=d.id,
        published=d.published,
        outlet=d.outlet,
        url=d.url,
        title=d.title,
        language=d.language,
        start=" ".join(d.text[: 2 * SUMMARY].split())[:SUMMARY],
    )


def components(*kinds: Any) -> dict[str, Any]:
    """The schemas of the kinds, and of what they hold, by name."""
    _, schemas = msgspec.json.schema_components(
        kinds, ref_template="#/components/schemas/{name}", schema_hook=_anything
    )
    return schemas


def _anything(_kind: Any) -> dict[str, Any]:
    """A correction's value may be anything that JSON has."""
    return {"description": "Any value of JSON."}
