"""What a library keeps beside the records: reports of events, judgements, corrections. No logic lives here."""

from msgspec import Struct

from waqai.model.document import Document
from waqai.model.record import Record


class Kept(Struct, frozen=True, kw_only=True):
    """A document of a library.

    Attributes:
        n: its number, in order of arrival.
        key: hash of text, outlet and publication date: what makes it the same document again.
        document: the document.
        source: where it was taken from ("dev.jsonl:12").
        added: when, UTC.
    """

    n: int
    key: str
    document: Document
    source: str
    added: str


class Observed(Struct, frozen=True, kw_only=True):
    """What one version of the reader saw in a document of a library."""

    n: int
    document: int
    version: str
    record: Record


class Name(Struct, frozen=True):
    """A name as documents have it, and the entity it belongs to.

    Attributes:
        observed: id of the entity in the records.
        entity: id of the entity in the library.
        block: what names that may be one have in common.
    """

    observed: str
    entity: str
    kind: str
    name: str
    country: str | None
    folded: str
    block: str


class PartyRef(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One side of a report: the entity with the office and state it has there."""

    side: str
    entity: str
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    kind: str = "person"


class Told(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one report tells of an event, and what the library shows of it: the fields that both have.

    Attributes:
        id: of a report: stable, and the first report of an event gives the event its public id.
        start: first day, `None` where the words give none.
        end: last day.
        links: relation and id of the other event, in the record or in the library.
        agreement: id of the agreement; in a report, that of the document's account of it.
    """

    id: str
    type: str
    act: str
    status: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    granularity: str | None = None
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    parties: tuple[PartyRef, ...] = ()
    topics: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    agreement: str | None = None
    confidence: float = 1.0


class Report(Told, frozen=True, kw_only=True, omit_defaults=True):
    """One document's account of one event: what linking compares.

    Attributes:
        document: number of its document.
        position: place of the event in the record.
        event: id of the event in the record.
        words: folded content words of its topics.
        numbers: (what is counted, how many) in its passages.
        clock: hour of the day, where the words give one.
        again: the words say that it is another one of the same day ("a second call").
        published: publication date of the document.
        outlet: who published it.
        origin: who it was had from: the agency named, the first printer of a copied text, or the outlet.
        evidence: the passages.
    """

    document: int
    position: int
    event: str
    words: tuple[str, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    clock: int | None = None
    again: bool = False
    published: str | None = None
    outlet: str | None = None
    origin: str = ""
    evidence: tuple[tuple[int, int], ...] = ()


class Judgement(Struct, frozen=True, kw_only=True):
    """Whether two things are one, by whom and why.

    Attributes:
        kind: "event" (two reports), "entity" (two observed names), "copy" (two documents), "agreement".
        verdict: "same", "different", "unsure".
        author: "waqai VERSION", or a person.
    """

    kind: str
    left: str
    right: str
    verdict: str
    score: float
    reasons: tuple[str, ...]
    author: str
    made: str = ""


class Correction(Struct, frozen=True, kw_only=True):
    """One line of the ledger of people's corrections; never changed, only undone by a later one.

    Attributes:
        action: "accept", "reject", "edit", "merge", "split", "unsure", "undo".
        target: event id.
        field: what an edit changes.
        value: the new value of an edit; the reports that a merge or split moves.
        undoes: number of the correction that an undo takes back.
    """

    action: str
    target: str
    author: str
    n: int = 0
    field: str | None = None
    value: object = None
    why: str = ""
    made: str = ""
    undoes: int | None = None


class Refusal(Struct, frozen=True, kw_only=True):
    """Something that was not taken in, and why.

    Attributes:
        source: what was asked for; giving it again retries.
        where: the thing inside it ("dev.jsonl:12").
        kind: "failed", "language", "empty", "duplicate".
    """

    source: str
    where: str
    kind: str
    why: str
    at: str = ""
    tries: int = 1


class Linked(Told, frozen=True, kw_only=True, omit_defaults=True):
    """An event of a library, told by one or more reports: what people and programs are shown.

    Attributes:
        id: public id; it never stops working.
        origins: who it was had from, each independent source once.
        reports: how many documents tell it.
        sources: how many independent ones.
        copies: how many of the reports only repeat another's text.
        contested: some reports deny what others say happened.
        review: what people said of it: "accepted", "rejected", "unsure" or "".
        disagreements: field → value → origins that say so.
        edited: fields a person changed.
        documents: numbers of the documents.
        quad: quad class of its type, 1 to 4; 1 and 2 are co-operation, 3 and 4 conflict.
        intensity: PLOVER's score of its mode or type.
        level: rank of the highest office named: "head", "minister", "envoy", "official" or "".
        linked_from: links of other events to this one.
    """

    origins: tuple[str, ...] = ()
    reports: int = 0
    sources: int = 0
    copies: int = 0
    contested: bool = False
    review: str = ""
    disagreements: dict[str, dict[str, tuple[str, ...]]] = {}
    edited: tuple[str, ...] = ()
    documents: tuple[int, ...] = ()
    quad: int = 0
    intensity: float = 0.0
    level: str = ""
    linked_from: tuple[tuple[str, str], ...] = ()


class Feed(Struct, frozen=True, kw_only=True):
    """A feed that is followed, and what its server said last time.

    Attributes:
        etag: the server's mark of what it sent.
        modified: when that changed, in the server's words.
        checked: when it was last asked, UTC.
        failures: how often in a row it could not be had.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    checked: str = ""
    failures: int = 0
    why: str = ""
