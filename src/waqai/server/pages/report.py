"""Report: a document's text with what was read in it, both ways linked with the events of the library."""

import msgspec
from msgspec import Struct

from waqai.errors import NotFound
from waqai.model.accord import LinkedAccord
from waqai.model.document import Document
from waqai.model.library import Linked
from waqai.model.record import Event, Record, Tenure
from waqai.server.pages.entries import Entry, Party, entries
from waqai.server.pages.frame import Ask
from waqai.server.pages.layers import Layered, layered
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.base import Filter


class Told(Struct, frozen=True, kw_only=True):
    """An event of the record.

    Attributes:
        n: its number in the record, from 1.
        event: the event of the library it is a report of; `None` where it waits to be linked, or nothing is kept.
        passages: the words that tell it.
    """

    n: int
    act: str
    type: str
    status: str
    start: str | None
    end: str | None
    granularity: str | None
    place: str | None
    who: tuple[Party, ...]
    confidence: float
    event: Entry | None = None


class ReportPage(Struct, frozen=True, kw_only=True):
    """A document and its record; `n` is 0 where nothing is kept."""

    n: int
    document: Document
    version: str
    source: str
    added: str
    first: int | None
    text: Layered
    events: tuple[Told, ...]
    tenures: tuple[Tenure, ...]
    agreements: tuple[tuple[str, str, str], ...]

    def heading(self, w: Words) -> str:
        """What it is called."""
        return self.document.title or w.t("report.untitled", n=self.n)


def report_page(view: Asking, ask: Ask) -> ReportPage:
    """The document with a number or key."""
    kept = view.document(ask.path["id"])
    if kept is None:
        raise NotFound(f"report «{ask.path['id']}» is not in the library: search for its words")
    observed = view.observation(kept.n)
    record = observed.record if observed else Record(document=kept.document)
    found = view.events(Filter(documents=(kept.n,)))
    shown = {e.id: e for e in entries(view, found)}
    homes = {
        report.position: event
        for event, reports in view.reports_of([e.id for e in found]).items()
        for report in reports
        if report.document == kept.n
    }
    events = tuple(
        msgspec.structs.replace(told, event=shown.get(homes.get(told.n - 1, ""))) for told in told_events(record)
    )
    first = view.firsts([kept.n]).get(kept.n)
    return ReportPage(
        n=kept.n,
        document=kept.document,
        version=observed.version if observed else "",
        source=kept.source,
        added=kept.added,
        first=first if first != kept.n else None,
        text=layered(record),
        events=events,
        tenures=record.tenures,
        agreements=tuple((a.id, a.kind, a.title or "") for a in kept_agreements(view, found)),
    )


def _parties(event: Event, record: Record) -> tuple[Party, ...]:
    """Who takes part, each once, with the name in Latin letters where the record has it."""
    known = {entity.id: entity for entity in record.entities}
    sides = [("actor", p) for p in event.actors] + [("recipient", p) for p in event.recipients]
    out: dict[str, Party] = {}
    for side, p in sides:
        entity = known.get(p.entity)
        kind, latin = (entity.kind, entity.latin) if entity else ("", None)
        found = Party(id=p.entity, side=side, kind=kind, name=p.name, latin=latin, country=p.country, office=p.office)
        out.setdefault(p.name, found)
    return tuple(out.values())


def kept_agreements(view: Asking, events: list[Linked]) -> list[LinkedAccord]:
    """The agreements of the library that events are about."""
    ids = list(dict.fromkeys(e.agreement for e in events if e.agreement))
    return view.agreements(ids=ids) if ids else []


def told_events(record: Record) -> tuple[Told, ...]:
    """The events of a record as a list shows them."""
    return tuple(
        Told(
            n=number,
            act=event.act,
            type=event.type,
            status=event.status,
            start=event.when.start if event.when else None,
            end=event.when.end if event.when else None,
            granularity=event.when.granularity if event.when else None,
            place=event.where.name if event.where else None,
            who=_parties(event, record),
            confidence=event.confidence,
        )
        for number, event in enumerate(record.events, 1)
    )


def agreements(record: Record) -> tuple[tuple[str, str, str], ...]:
    """(id, kind, title) of a record's agreements."""
    return tuple((a.id, a.kind, a.title or "") for a in record.agreements)
