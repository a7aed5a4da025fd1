"""Review: a queue of what is doubtful and matters; accept, correct, merge, split, undo; nobody overwrites another."""

from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from msgspec import Struct

from waqai.engine.review import versions
from waqai.errors import BadValue, NotFound
from waqai.server.auth import User, check_csrf, require_role
from waqai.server.auth.routes import client
from waqai.server.library import library
from waqai.server.pages.editing import VALUES, Fields, changes
from waqai.server.pages.entries import Entry, entries
from waqai.server.pages.event import EventPage, Line, ledger_line, line_value, neighbours, read_event
from waqai.server.pages.filters import Chosen, chosen
from waqai.server.pages.frame import Ask, language, page, render, root
from waqai.server.reviewing import Stale, decide, take_back
from waqai.server.shapes import Correcting, Written
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.showing import queue, review_counts

router = APIRouter(include_in_schema=False)
SHOWN = 30
DEEPEST = 100_000
PEOPLE = 60
Reviewer = Annotated[User, Depends(require_role("reviewer"))]


class QueuePage(Struct, frozen=True, kw_only=True):
    """What waits for a decision, the doubtful and weighty first."""

    chosen: Chosen
    counts: dict[str, int]
    offset: int
    events: tuple[Entry, ...]


class ReviewPage(Struct, frozen=True, kw_only=True):
    """One event to decide on.

    Attributes:
        near: events that may be the same one, each with the version a merge has to name.
        after: the next event of the queue.
        values: what the form's fields hold now.
        people: names to choose from, of those who appear most for the states of the event: (name, in Latin letters).
    """

    shown: EventPage
    near: tuple[tuple[Entry, str], ...]
    after: str | None
    values: dict[str, str]
    people: tuple[tuple[str, str | None], ...]


class ConflictPage(Struct, frozen=True, kw_only=True):
    """A decision on an event that has changed since: what changed, and what was wanted; `edits` in words."""

    shown: EventPage
    changes: tuple[Line, ...]
    action: str
    wanted: Fields
    edits: dict[str, str]


def queue_page(view: Asking, ask: Ask) -> QueuePage:
    """The queue, filtered like the timeline."""
    picked = chosen(ask)
    offset = ask.number("offset", 0, DEEPEST)
    return QueuePage(
        chosen=picked,
        counts=review_counts(view),
        offset=offset,
        events=entries(view, queue(view, _waiting(picked), SHOWN, offset)),
    )


def review_page(view: Asking, ask: Ask) -> ReviewPage:
    """One event, and the next of the queue."""
    shown = read_event(view, ask.path["id"])
    event = shown.event
    near = neighbours(view, event)
    known = versions(view, [other.id for other in near])
    return ReviewPage(
        shown=shown,
        near=tuple((other, known[other.id]) for other in near),
        after=_next(view, event.id),
        values={field: str(getattr(event, field) or "") for field in VALUES},
        people=_people(view, event),
    )


def _people(view: Asking, event: Entry) -> tuple[tuple[str, str | None], ...]:
    states = sorted({p.country for p in event.parties if p.country})[:3]
    found = [e for state in states for e in view.entities(("person",), state, PEOPLE // len(states))]
    return tuple((e.name, e.latin) for e in found)


def _waiting(picked: Chosen) -> Filter:
    return msgspec.structs.replace(picked.filter(), review="")


def _next(view: Asking, event: str) -> str | None:
    return next((e.id for e in queue(view, _waiting(Chosen()), 2) if e.id != event), None)


page(router, "/review", "queue", queue_page)
page(router, "/review/{id}", "review", review_page)


async def fields(request: Request) -> Fields:
    """The fields of the form, each with its values."""
    out: Fields = {}
    for name, value in (await request.form()).multi_items():
        if isinstance(value, str):
            out.setdefault(name, []).append(value.strip())
    return out


@router.post("/review/{id}", dependencies=[Depends(check_csrf)])
def take(request: Request, user: Reviewer, id: str, form: Annotated[Fields, Depends(fields)]) -> Response:
    """Write the decision, then show the next event; a page of its own where the event changed meanwhile."""
    try:
        written = _write(request, user, id, form)
    except Stale as stale:
        return _conflict(request, stale, id, form)
    return RedirectResponse(_onward(request, _one(form, "action"), written), 303)


def _one(form: Fields, name: str) -> str:
    return next((value for value in form.get(name, ()) if value), "")


def _write(request: Request, user: User, id_: str, form: Fields) -> Written:
    """Write what the form decides; an edit has a line of the ledger for every field."""
    action: Any = _one(form, "action")
    given: dict[str, Any] = {"action": action, "version": _one(form, "version"), "why": _one(form, "why")}
    store, sits = library(request), client(request)
    if action == "edit":
        return _edit(request, user, id_, form, given)
    if action == "merge":
        given["value"], _, known = (_one(form, "typed") or _one(form, "other")).partition("|")
        given |= {"other_version": known} if known else {}
    elif action == "split":
        given["value"] = form.get("reports", [])
    elif action not in ("accept", "reject", "unsure"):
        raise BadValue(f"action «{action[:40]}» is not known: choose one of accept, reject, unsure, edit, merge, split")
    return decide(store, user, sits, id_, Correcting(**given))


def _edit(request: Request, user: User, id_: str, form: Fields, given: dict[str, Any]) -> Written:
    """A line for every field that is not as it was shown; each names the version that the one before it left."""
    written = None
    for field, value in changes(form).items():
        written = decide(library(request), user, client(request), id_, Correcting(**given, field=field, value=value))
        given["version"] = written.version
    if written is None:
        raise BadValue("nothing was changed: write another value into a field, then save")
    return written


def _conflict(request: Request, stale: Stale, id_: str, form: Fields) -> Response:
    if stale.event is None:
        raise NotFound(f"event «{id_[:60]}» is not in the library any more: look for it on the timeline")
    with library(request).view() as view:
        shown = read_event(view, stale.event.id)
    undone = {c.undoes for c in stale.changes if c.undoes}
    found = ConflictPage(
        shown=shown,
        changes=tuple(ledger_line(c, c.n in undone) for c in stale.changes),
        action=_one(form, "action"),
        wanted={name: values for name, values in form.items() if name not in ("csrf", "version")},
        edits={field: line_value(value) for field, value in changes(form).items()},
    )
    return render(request, "conflict", language(request), status=409, m=found)


def _onward(request: Request, action: str, written: Written) -> str:
    """Where to go next: the next event of the queue; after an edit, merge or split the same event."""
    with library(request).view() as view:
        after = _next(view, written.event)
    stay = action in ("edit", "merge", "split")
    target = f"/review/{written.event}" if stay else f"/review/{after}" if after else "/review"
    return f"{root(request)}{target}?{urlencode({'done': action, 'n': written.n, 'of': written.event})}"


@router.post("/review/{id}/undo", dependencies=[Depends(check_csrf)])
def undo(request: Request, user: Reviewer, id: str, n: Annotated[int, Form()]) -> Response:
    """Take a decision back."""
    written = take_back(library(request), user, client(request), n)
    query = urlencode({"done": "undo", "of": written.event})
    return RedirectResponse(f"{root(request)}/review/{written.event}?{query}", 303)
