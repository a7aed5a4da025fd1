"""Event: its facts, who tells it, where they differ, what came before and after, what people decided."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from waqai.engine.review import version
from waqai.errors import NotFound
from waqai.model.accord import LinkedAccord
from waqai.model.library import Correction, Linked, Report
from waqai.model.record import Record
from waqai.pipeline.link.features import outlet_key
from waqai.server.pages.entries import Entry, entries, entry
from waqai.server.pages.facts import Fact, event_of, facts, short
from waqai.server.pages.frame import Ask
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.showing import events_by_id

NEAR_DAYS = 3
MOST = 8


class Account(Struct, frozen=True, kw_only=True):
    """One report of an event: who printed it, what it says in which words."""

    report: str
    document: int
    title: str | None
    outlet: str | None
    published: str | None
    copy: bool
    status: str
    start: str | None
    place: str | None
    said_by: tuple[str, ...]
    words: tuple[str, ...]


class Origin(Struct, frozen=True, kw_only=True):
    """An independent source, and everybody who has the event from it."""

    key: str
    name: str
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    accounts: tuple[Account, ...]


class Side(Struct, frozen=True, kw_only=True):
    """One value of a disagreement, who says so, and in which words."""

    value: str
    said: str
    origins: tuple[str, ...]
    words: tuple[str, ...]


class Disagreement(Struct, frozen=True, kw_only=True):
    """What reports say differently.

    Attributes:
        field: "status", "date", "place", "number", "holder".
        of: what is counted; the office and state.
    """

    field: str
    of: tuple[str, ...]
    sides: tuple[Side, ...]


class Line(Struct, frozen=True, kw_only=True):
    """A line of the ledger, and whether it still holds."""

    n: int
    action: str
    field: str | None
    value: str
    author: str
    made: str
    why: str
    undoes: int | None
    undone: bool


class Related(Struct, frozen=True, kw_only=True):
    """Another event and how it belongs here; `out` where this one says so."""

    relation: str
    out: bool
    event: Entry


class EventPage(Struct, frozen=True, kw_only=True):
    """An event.

    Attributes:
        moved: the id asked for was merged into this event.
        version: what it is now, in short; a correction names the one it saw.
        agreements: the agreement it is about.
    """

    event: Entry
    moved: bool
    edited: tuple[str, ...]
    facts: tuple[Fact, ...]
    origins: tuple[Origin, ...]
    disagreements: tuple[Disagreement, ...]
    related: tuple[Related, ...]
    history: tuple[Line, ...]
    agreements: tuple[LinkedAccord, ...]
    version: str

    def heading(self, w: Words) -> str:
        """What it is called."""
        return self.event.heading(w)


def event_page(view: Asking, ask: Ask) -> EventPage:
    """The event with an id, also one that was merged since."""
    return read_event(view, ask.path["id"])


def read_event(view: Asking, id_: str) -> EventPage:
    """Everything the library knows of an event."""
    event = view.event(id_)
    if event is None:
        raise NotFound(f"event «{id_}» is not in the library: look for it on the timeline")
    reports = view.reports_of([event.id])[event.id]
    records = view.records([r.document for r in reports])
    outlets = {n: record.document.outlet for n, record in records.items()}
    firsts = view.firsts([r.document for r in reports])
    grouped = origins(reports, records, firsts)
    names = {origin.key: origin.name for origin in grouped}
    history = ledger(view, event.id)
    links = [(rel, other, True) for rel, other in event.links] + [
        (rel, other, False) for rel, other in event.linked_from
    ]
    others = events_by_id(view, [other for _, other, _ in links])
    shown = {e.id: e for e in entries(view, list(others.values()))}
    return EventPage(
        event=entry(view, event),
        moved=event.id != id_,
        edited=event.edited,
        facts=tuple(facts(reports, records, outlets)),
        origins=grouped,
        disagreements=disagreements(view, event, reports, records, names),
        related=tuple(Related(relation=r, out=out, event=shown[o]) for r, o, out in links if o in shown),
        history=history,
        agreements=tuple(view.agreements(ids=[event.agreement])) if event.agreement else (),
        version=version(view, event.id),
    )


def ledger(view: Asking, event: str) -> tuple[Line, ...]:
    """The lines about an event, those of events that were merged into it too, oldest first."""
    mine = view.history(event)
    undone = {c.undoes for c in mine if c.undoes}
    return tuple(ledger_line(c, c.n in undone) for c in mine)


def ledger_line(c: Correction, undone: bool) -> Line:
    """A line of the ledger as pages show it."""
    return Line(
        n=c.n,
        action=c.action,
        field=c.field,
        value=line_value(c.value),
        author=c.author,
        made=c.made,
        why=c.why,
        undoes=c.undoes,
        undone=undone,
    )


def line_value(value: object) -> str:
    """What a line of the ledger puts into a field, as text; what is more than text as JSON."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode() if value else ""


def origins(reports: Sequence[Report], records: Mapping[int, Record], firsts: Mapping[int, int]) -> tuple[Origin, ...]:
    """Reports by the independent source they go back to; a copy stands under whom it copies."""
    own = {r.document: r for r in reports}
    groups: dict[str, list[Report]] = {}
    for report in reports:
        first = own.get(firsts.get(report.document, report.document), report)
        groups.setdefault(first.origin, []).append(report)
    out = []
    for key, members in groups.items():
        sources = [s for r in members if (e := event_of(r, records)) for s in e.sources]
        speakers = [s.text for s in sources if outlet_key(s.text) != key]
        via = [text for s in sources for text in s.via if outlet_key(text) != key]
        name = _origin_name(key, members, [s.text for s in sources])
        accounts = tuple(_account(r, records, firsts.get(r.document, r.document) != r.document) for r in members)
        out.append(
            Origin(
                key=key,
                name=name,
                speakers=tuple(dict.fromkeys(" ".join(text.split()) for text in speakers)),
                via=tuple(dict.fromkeys(via)),
                accounts=accounts,
            )
        )
    return tuple(out)


def _origin_name(key: str, members: Sequence[Report], sources: Sequence[str]) -> str:
    """The name that a source goes by: its own where it prints itself, else as those who cite it write it."""
    for name in (*(r.outlet for r in members), *sources):
        if name and outlet_key(name) == key:
            return name
    return members[0].outlet or f"#{members[0].document}"


def _account(report: Report, records: Mapping[int, Record], copy: bool) -> Account:
    document = records[report.document].document if report.document in records else None
    text = document.text if document else ""
    return Account(
        report=report.id,
        document=report.document,
        title=document.title if document else None,
        outlet=report.outlet,
        published=report.published,
        copy=copy,
        status=report.status,
        start=report.start,
        place=report.place,
        said_by=report.said_by,
        words=tuple(short(text, span, 400) for span in report.evidence),
    )


def disagreements(
    view: Asking,
    event: Linked,
    reports: Sequence[Report],
    records: Mapping[int, Record],
    names: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """What reports say differently, side by side with their words."""
    ids = [value for values in event.disagreements.values() for value in values]
    known = view.entities_by_id(ids)
    out = []
    for field, values in event.disagreements.items():
        kind, of = _kind(field)
        sides = []
        for value, who in values.items():
            said = known[value].name if value in known else value
            quoted = [r for r in reports if _says(r, kind, value)]
            words = [short(records[r.document].document.text, span) for r in quoted for span in r.evidence[:1]]
            shown = tuple(names.get(origin, origin) for origin in who)
            sides.append(Side(value=value, said=said, origins=shown, words=tuple(dict.fromkeys(words))))
        out.append(Disagreement(field=kind, of=of, sides=tuple(sides)))
    return tuple(out)


def _kind(field: str) -> tuple[str, tuple[str, ...]]:
    if field.startswith("number of "):
        return "number", (field.removeprefix("number of "),)
    if field.startswith("who is "):
        return "holder", tuple(field.removeprefix("who is ").rsplit(" ", 1))
    return field, ()


def _says(report: Report, kind: str, value: str) -> bool:
    if kind == "number":
        return any(str(count) == value for _, count in report.numbers)
    if kind == "holder":
        return any(party.entity == value for party in report.parties)
    said = {"status": report.status, "place": report.place, "date": report.start}
    return said.get(kind) == value


def neighbours(view: Asking, event: Entry) -> tuple[Entry, ...]:
    """Events of the same states within some days: those that may be the same one."""
    from datetime import date, timedelta

    if not event.start or len(event.start) < 10:
        return ()
    day = date.fromisoformat(event.start[:10])
    states = tuple(dict.fromkeys(p.country for p in event.parties if p.country))[:2]
    reach = timedelta(days=NEAR_DAYS)
    wanted = Filter(states=states, since=(day - reach).isoformat(), until=(day + reach).isoformat())
    found = [e for e in view.events(wanted, MOST + 1) if e.id != event.id] if states else []
    return entries(view, found[:MOST])
