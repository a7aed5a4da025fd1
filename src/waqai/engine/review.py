"""What people decide about events: a ledger line each, applied whenever the event is computed."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from waqai.engine.edits import FIELDS, check_edit, settle
from waqai.engine.identity import (
    is_accord_merge,
    is_entity_merge,
    merge_accords,
    merge_entities,
    part_accords,
    part_entities,
)
from waqai.engine.parties import SIDES, resolved, with_parties
from waqai.errors import BadValue, Conflict, NotFound
from waqai.model.library import Correction, Judgement, Linked
from waqai.store.asking import Asking
from waqai.store.database import Database
from waqai.store.linking import Linking

__all__ = ["FIELDS", "REVIEWS", "apply_corrections", "changes_since", "check_version", "correct", "undo", "version"]
REVIEWS = {"accept": "accepted", "reject": "rejected", "unsure": "unsure"}


def apply_corrections(event: Linked, mine: Sequence[Correction], every: Sequence[Correction]) -> Linked:
    """The event as people left it; what was undone does not count."""
    undone = {c.undoes for c in every if c.undoes}
    for line in mine:
        if line.n in undone:
            continue
        if line.action in REVIEWS:
            event = msgspec.structs.replace(event, review=REVIEWS[line.action])
        elif line.action == "edit" and line.field:
            edited = tuple(dict.fromkeys((*event.edited, line.field)))
            event = msgspec.structs.replace(event, edited=edited)
            if line.field in SIDES:
                event = with_parties(event, line.field, line.value)
                continue
            value = tuple(line.value) if isinstance(line.value, list) else line.value
            event = settle(msgspec.structs.replace(event, **{line.field: value}))
    return event


def version(view: Asking, event: str) -> str:
    """What an event is now, in short: a hash of it, its reports and its ledger, and the ledger's last number.

    Whoever decides on an event says which version they saw, so that two people do not overwrite each other.

    Args:
        view: the library.
        event: id of an event of now.
    """
    return versions(view, [event])[event]


def versions(view: Asking, events: Sequence[str]) -> dict[str, str]:
    """The versions of several events of now."""
    found, reports = {e.id: e for e in view.linked_events(events) if e.reports}, view.reports_of(events)
    out = {}
    for id_ in events:
        lines = view.history(id_)
        seen = msgspec.json.encode([found.get(id_), {id_: reports[id_]}, lines], order="sorted")
        out[id_] = f"{hashlib.sha256(seen).hexdigest()[:16]}.{lines[-1].n if lines else 0}"
    return out


def changes_since(view: Asking, event: str, seen: str) -> list[Correction]:
    """The lines of an event's ledger that were written after a version of it."""
    last = seen.rpartition(".")[2]
    return [line for line in view.history(event) if not last.isdigit() or line.n > int(last)]


def check_version(view: Asking, event: str, seen: str) -> None:
    """Make sure that an event is still what somebody saw.

    Raises:
        Conflict: it is not.
    """
    if version(view, event) != seen:
        who = list(dict.fromkeys(line.author for line in changes_since(view, event, seen)))
        by = f"by {', '.join(who)}" if who else "by new or newly read reports"
        raise Conflict(f"event «{event}» was changed {by} since you saw it: look at it again, then decide")


def correct(
    store: Database,
    action: str,
    target: str,
    author: str,
    *,
    field: str | None = None,
    value: Any = None,
    why: str = "",
    seen: Mapping[str, str] | None = None,
) -> int:
    """Write a line of the ledger and apply it; the line's number.

    Args:
        store: the library.
        action: "accept", "reject", "unsure", "edit", "merge" (`value`: the other event), "split" (`value`: report ids).
        target: event id, as shown or as it was before merging; of a merge also the id of an entity or agreement.
        author: who decides.
        field: what an edit changes.
        value: its new value.
        why: the reason, in words.
        seen: event id → the `version` that the decider saw of it.

    Raises:
        NotFound: there is no such event.
        BadValue: the field or the value cannot be.
        Conflict: an event of `seen` is not as it was seen.
    """
    from waqai.engine.linker import derive

    with store.writer() as writer:
        event = writer.resolve(target)
        if event is None and action == "merge" and writer.resolve_entity(target):
            number, touched = merge_entities(writer, target, str(value), author, why)
            derive(writer, touched)
            return number
        if event is None and action == "merge" and writer.agreements_of([target]):
            number, touched, accords = merge_accords(writer, target, str(value), author, why)
            derive(writer, touched, accords)
            return number
        if event is None:
            raise NotFound(f"event «{target}» is not in the library: find its id with `waqai events`")
        for id_, of in (seen or {}).items():
            check_version(writer, writer.resolve(id_) or id_, of)
        payload: Any = _moves(writer, action, event, value) if action in ("merge", "split") else None
        if action == "edit":
            given = check_edit(field, value)
            payload = resolved(writer, str(field), given) if field in SIDES else given
        line = Correction(action=action, target=event, author=author, field=field, value=payload, why=why)
        number = writer.add_correction(line)
        touched = _move(writer, number, line) if action in ("merge", "split") else [event]
        derive(writer, touched)
    return number


def undo(store: Database, number: int, author: str, why: str = "") -> int:
    """Take back a line of the ledger; the number of the new line."""
    from waqai.engine.linker import derive, link_pending

    with store.writer() as writer:
        lines = {c.n: c for c in writer.corrections()}
        line = lines.get(number)
        if line is None or line.action == "undo" or any(c.undoes == number for c in lines.values()):
            raise NotFound(f"correction {number} is not there to undo: list them with `waqai corrections`")
        new = writer.add_correction(
            Correction(action="undo", target=line.target, author=author, why=why, undoes=number)
        )
        touched, accords = [writer.resolve(line.target) or line.target], list[str]()
        if is_entity_merge(line):
            part_entities(writer, line)
            touched = []
        elif is_accord_merge(line):
            touched, accords = part_accords(writer, line)
        elif line.action in ("merge", "split") and isinstance(line.value, dict):
            writer.withdraw_judgements(number)
            writer.move_reports(line.value["moved"], line.value["from"])
            touched = [line.value["from"], line.value["to"]]
        derive(writer, touched, accords)
    if is_entity_merge(line):
        link_pending(store)
    return new


def _moves(writer: Linking, action: str, event: str, value: Any) -> dict[str, Any]:
    """Which reports go from which event to which; the older event keeps its id."""
    if action == "split":
        mine = [r.id for r in writer.reports_of([event])[event]]
        chosen = [id_ for id_ in mine if id_ in set(value)]
        if not chosen or len(chosen) == len(mine):
            raise BadValue(f"a split takes some of the event's reports, not all: {', '.join(mine)}")
        moved = [id_ for id_ in mine if id_ not in chosen] if event in chosen else chosen
        return {"moved": moved, "from": event, "to": moved[0], "stay": [i for i in mine if i not in moved]}
    other = writer.resolve(str(value))
    if other is None or other == event:
        raise NotFound(f"event «{value}» is no other event of the library: find its id with `waqai events`")
    both = writer.reports_of([event, other])
    old, new = sorted((event, other), key=lambda e: (both[e][0].document, e) if both[e] else (0, e))
    return {"moved": [r.id for r in both[new]], "from": new, "to": old, "stay": [r.id for r in both[old]]}


def _move(writer: Linking, number: int, line: Correction) -> list[str]:
    value: Any = line.value
    verdict = "same" if line.action == "merge" else "different"
    stay = value["stay"][:1] if verdict == "same" else value["stay"]
    pairs = [(a, b) for a in value["moved"] for b in stay]
    writer.put_judgements(
        [
            Judgement(
                kind="event", left=a, right=b, verdict=verdict, score=1.0, reasons=(line.why,), author=line.author
            )
            for a, b in pairs
        ],
        number,
    )
    writer.move_reports(value["moved"], value["to"])
    return [value["from"], value["to"]]
