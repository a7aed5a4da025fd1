"""The record of one document: its events, entities, tenures and agreements, each value with its words."""

from msgspec import Struct

from waqai.model.document import Document

SCHEMA = "waqai/1"
Span = tuple[int, int]
"""Half-open range of code points in `Document.text`."""


class Trace(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Why a value is what it is: the rule, lexicon entry or model that made it, and the reason in words.

    Attributes:
        field: the value explained, as a path in the event ("when", "actors[0].office").
        rule: name of the rule, lexicon entry (`file:id`) or model.
        because: the reason, in English, for people.
        span: the words it rests on.
    """

    field: str
    rule: str
    because: str = ""
    span: Span | None = None


class Evidence(Struct, frozen=True, gc=False):
    """A passage that reports an event."""

    start: int
    end: int


class Interval(Struct, frozen=True, kw_only=True, gc=False):
    """When something happened: whole days, both ends included, ISO 8601.

    Attributes:
        granularity: how precise the words are: time day week month season quarter year decade century.
        approx: the words say "about".
    """

    start: str | None
    end: str | None
    granularity: str
    text: str | None = None
    span: Span | None = None
    approx: bool = False
    inferred: bool = False
    because: str | None = None


class Place(Struct, frozen=True, kw_only=True, gc=False):
    """Where something happened."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    text: str | None = None
    span: Span | None = None
    inferred: bool = False
    because: str | None = None


class Participant(Struct, frozen=True, kw_only=True, gc=False):
    """An actor or recipient of an event, as the text names it there."""

    entity: str
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    text: str | None = None
    span: Span | None = None
    inferred: bool = False
    because: str | None = None


class Topic(Struct, frozen=True, gc=False):
    """What a contact was about."""

    text: str
    span: Span


class Source(Struct, frozen=True, kw_only=True, gc=False):
    """Who says so, and through what it came (`via`: platform, statement or outlet)."""

    text: str
    kind: str
    entity: str | None = None
    country: str | None = None
    via: tuple[str, ...] = ()
    span: Span | None = None


class Link(Struct, frozen=True, gc=False):
    """From this event to another of the record."""

    rel: str
    event: str


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """One thing that happened, is planned, proposed or denied. See `RECORD.md` section 2."""

    id: str
    type: str
    mode: str | None = None
    act: str = "other"
    contexts: tuple[str, ...] = ()
    status: str = "happened"
    when: Interval | None = None
    where: Place | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    agreement: str | None = None
    links: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    trace: tuple[Trace, ...] = ()


class Provision(Struct, frozen=True):
    """One aim or clause of an agreement."""

    text: str
    span: Span


class Agreement(Struct, frozen=True, kw_only=True):
    """A treaty, accord, memorandum or protocol."""

    id: str
    kind: str
    title: str | None = None
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    stage: str = "signed"
    signed: str | None = None
    place: str | None = None
    aims: tuple[Provision, ...] = ()
    provisions: tuple[Provision, ...] = ()
    amounts: tuple[Provision, ...] = ()
    span: Span | None = None
    evidence: tuple[Evidence, ...] = ()


class Entity(Struct, frozen=True, kw_only=True, gc=False):
    """A person, state, organisation, group or place of the document."""

    id: str
    kind: str
    name: str
    latin: str | None = None
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()


class Tenure(Struct, frozen=True, kw_only=True, gc=False):
    """A person holding an office of a state or organisation, seen in this document."""

    person: str
    name: str
    office: str
    country: str | None = None
    organisation: str | None = None
    seen: str | None = None
    text: str | None = None
    span: Span | None = None
    former: bool = False


class Record(Struct, frozen=True, kw_only=True):
    """What one document says."""

    document: Document
    schema: str = SCHEMA
    entities: tuple[Entity, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
