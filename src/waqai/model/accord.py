"""Agreements across documents: what each document says of one, and what the library makes of it. No logic here."""

from msgspec import Struct

from waqai.model.record import Span


class Clause(Struct, frozen=True):
    """An aim, provision or amount of an agreement, and the words of the document that says so."""

    text: str
    document: int
    span: Span


class AccordReport(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document's account of one agreement: what linking compares.

    Attributes:
        id: stable; the first account of an agreement gives it its public id.
        document: number of its document.
        agreement: id of the agreement in the record.
        words: folded content words of its title.
        parties: alpha-3 codes of states, names of bodies.
        stage: how far the document says it has come.
        published: publication date of the document.
        origin: who it was had from.
    """

    id: str
    document: int
    agreement: str
    kind: str
    title: str | None = None
    words: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    stage: str = "signed"
    signed: str | None = None
    place: str | None = None
    aims: tuple[Clause, ...] = ()
    provisions: tuple[Clause, ...] = ()
    amounts: tuple[Clause, ...] = ()
    published: str | None = None
    origin: str = ""
    evidence: tuple[Span, ...] = ()


class Stage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far an agreement had come, by when.

    Attributes:
        stage: "negotiated", "agreed", "initialled", "signed", "acceded", "ratified", "in-force", "amended" …
        status: "happened", or "planned" where it was only announced.
        day: the day it came so far, `None` where no document gives it.
        told: the first day it was printed.
        event: public id of the event, where it is one.
        origins: independent sources that say so.
    """

    stage: str
    status: str = "happened"
    day: str | None = None
    told: str | None = None
    event: str | None = None
    origins: tuple[str, ...] = ()


class LinkedAccord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An agreement of a library, told by one or more documents.

    Attributes:
        id: public id; it never stops working.
        title: the fullest title that documents give.
        titles: every title.
        parties: alpha-3 codes of states, names of bodies.
        stage: the latest that happened.
        stages: every stage with its day, in order.
        documents: numbers of the documents.
        sources: how many independent ones.
        events: public ids of its events: talks on it, its signing, its ratification.
        disagreements: field → value → origins that say so.
    """

    id: str
    kind: str
    title: str | None = None
    titles: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    stage: str = "signed"
    stages: tuple[Stage, ...] = ()
    signed: str | None = None
    place: str | None = None
    aims: tuple[Clause, ...] = ()
    provisions: tuple[Clause, ...] = ()
    amounts: tuple[Clause, ...] = ()
    origins: tuple[str, ...] = ()
    documents: tuple[int, ...] = ()
    sources: int = 0
    events: tuple[str, ...] = ()
    disagreements: dict[str, dict[str, tuple[str, ...]]] = {}
