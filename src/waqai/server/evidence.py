"""An event with the words that tell it: what the API, the pages and MCP show of one event."""

from msgspec.structs import replace

from waqai.engine.review import version
from waqai.errors import NotFound
from waqai.model.library import Kept, Report
from waqai.model.record import Event, Record
from waqai.server.shapes import Decision, EventWithEvidence, Told, summary
from waqai.store.asking import Asking

REPORTS = 200
"""So many reports of one event are shown; the event counts them all."""


def event_with_evidence(view: Asking, id_: str, *, trace: bool = False) -> EventWithEvidence:
    """An event, each document's account of it, and its history.

    Args:
        view: the library.
        id_: a public id, also one that was merged since.
        trace: keep the rule behind every value.

    Raises:
        NotFound: there is no such event.
    """
    event = view.event(id_)
    if event is None:
        raise NotFound(f"event «{id_[:60]}» is not in the library: look for it among the events")
    reports = view.reports_of([event.id])[event.id][:REPORTS]
    numbers = [report.document for report in reports]
    records, documents, firsts = view.records(numbers), view.documents(numbers), view.firsts(numbers)
    told = [_told(r, documents[r.document], records.get(r.document), firsts.get(r.document), trace) for r in reports]
    lines = view.history(event.id)
    undone = {line.undoes for line in lines if line.undoes}
    history = [Decision(line=line, undone=line.n in undone) for line in lines]
    return EventWithEvidence(event=event, version=version(view, event.id), reports=told, history=history)


def _told(report: Report, kept: Kept, record: Record | None, first: int | None, trace: bool) -> Told:
    text = kept.document.text
    return Told(
        id=report.id,
        document=summary(kept),
        origin=report.origin,
        copy_of=first if first != kept.n else None,
        event=_event(record, report, trace),
        passages=[text[start:end] for start, end in report.evidence],
    )


def _event(record: Record | None, report: Report, trace: bool) -> Event | None:
    found = next((e for e in record.events if e.id == report.event), None) if record else None
    return found if found is None or trace else replace(found, trace=())
