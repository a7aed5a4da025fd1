"""What a model is asked to answer with: its schema, and reading what it sent, mended where it can be."""

import json
import re
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct

Type = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Mode = Literal[
    "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet", "disapprove", "investigate", "allege", "restrict", "arrest", "relations",
    "expel", "territory", "violence", "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize", "convict",
    "discontinue", "troops", "weapons", "police", "militia", "seize", "censor", "curfew", "martial-law", "deport",
    "withhold", "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive",
    "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
]  # fmt: skip
Act = Literal[
    "call", "meeting", "visit", "talks", "summit", "conference", "mediation", "exchange-of-messages", "credentials",
    "signing", "ratification", "accession", "appointment", "recall", "summoning", "recognition", "opening",
    "statement-of-support", "condolence", "congratulation", "condemnation", "accusation", "appeal", "demand", "refusal",
    "warning", "pledge", "delivery", "exercise", "deployment", "sanction", "expulsion", "arrest", "release",
    "withdrawal", "ceasefire", "strike", "clash", "attack", "seizure-of-control", "protest", "election", "resignation",
    "other",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "proposed", "conditional", "denied"]
PartyKind = Literal["person", "state", "organisation", "group"]
SourceKind = Literal[
    "named-person", "organisation", "unnamed-official", "agency", "outlet", "platform", "document", "reporter"
]


class Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """No more keys than those asked for: the strict mode of the schema wants it said."""


class Party(Strict, frozen=True):
    """Who takes part, in the words of the text."""

    words: str
    kind: PartyKind


class Sayer(Strict, frozen=True):
    """Who says so, in the words of the text."""

    words: str
    kind: SourceKind


class Told(Strict, frozen=True):
    """One event as the model tells it; every `words`, `trigger`, `when`, `where` and topic is a quotation."""

    trigger: str
    type: Type
    mode: Mode | None
    act: Act
    status: Status
    actors: list[Party]
    recipients: list[Party]
    when: str | None
    where: str | None
    sources: list[Sayer]
    topics: list[str]


class Answer(Strict, frozen=True):
    """All events of a report."""

    events: list[Told]


class Decoded(Struct, frozen=True):
    """The events of an answer that are well-formed, and how many were not."""

    events: tuple[Told, ...]
    refused: int


FIRST_OBJECT = re.compile(r"[{\[]")
LAST_COMMA = re.compile(r",\s*([}\]])")


def schema() -> dict[str, Any]:
    """JSON schema of an answer, as a strict `response_format` takes it: one object, references kept apart."""
    whole = msgspec.json.schema(Answer)
    parts = whole["$defs"]
    return {**parts["Answer"], "$defs": {name: part for name, part in parts.items() if name != "Answer"}}


def decode(text: str) -> Decoded | None:
    """Read an answer.

    1. the JSON in it: after a fence or a line of talk, without commas too many, closed where it was cut off
    2. its events one by one: one that is malformed is left out and counted

    Args:
        text: the answer as sent.

    Returns:
        Its events; `None` where no JSON object or array is in it.
    """
    value = _json_in(text)
    if isinstance(value, dict):
        # One event without its list, and any list under another name, are understood too.
        value = value.get("events", [value] if "trigger" in value else next(iter(value.values()), []))
    if not isinstance(value, list):
        return None
    events, refused = [], 0
    for item in value:
        try:
            events.append(msgspec.convert(_completed(item), Told))
        except msgspec.ValidationError:
            refused += 1
    return Decoded(tuple(events), refused)


def _json_in(text: str) -> Any:
    """The first JSON object or array of a text, mended if need be; `None` where there is none."""
    text = text.rsplit("</think>", 1)[-1]
    start = FIRST_OBJECT.search(text)
    if start is None:
        return None
    body = text[start.start() :]
    for attempt in (body, LAST_COMMA.sub(r"\1", body)):
        try:
            return json.JSONDecoder().raw_decode(attempt)[0]
        except json.JSONDecodeError:
            continue
    return _closed(LAST_COMMA.sub(r"\1", body))


def _closed(body: str) -> Any:
    """An answer that was cut off: all up to the last complete object, closed."""
    for end in range(len(body), 0, -1):
        if body[end - 1] != "}":
            continue
        head = body[:end]
        try:
            return json.loads(head + _closers(head))
        except json.JSONDecodeError:
            continue
    return None


def _closers(head: str) -> str:
    """The brackets that are still open, innermost first."""
    stack: list[str] = []
    quoted = escaped = False
    for c in head:
        if escaped:
            escaped = False
        elif c == "\\" and quoted:
            escaped = True
        elif c == '"':
            quoted = not quoted
        elif not quoted and c in "{[":
            stack.append("}" if c == "{" else "]")
        elif not quoted and c in "}]" and stack:
            stack.pop()
    return "".join(reversed(stack))


EMPTY: dict[str, Any] = {
    "mode": None, "act": "other", "status": "happened", "actors": [], "recipients": [], "when": None, "where": None,
    "sources": [], "topics": [],
}  # fmt: skip


def _completed(item: Any) -> Any:
    """An event with what it leaves out, and without what nobody asked for."""
    if not isinstance(item, dict):
        return item
    known = {key: value for key, value in item.items() if key in Told.__struct_fields__ and value is not None}
    if known.get("mode") not in get_args(Mode):
        known.pop("mode", None)
    if known.get("act") not in get_args(Act):
        known.pop("act", None)
    parties = {
        side: [{"words": p, "kind": "person"} if isinstance(p, str) else p for p in known.get(side, [])]
        for side in ("actors", "recipients")
        if isinstance(known.get(side), list)
    }
    return {**EMPTY, **known, **parties, "type": str(item.get("type", "")).upper()}
