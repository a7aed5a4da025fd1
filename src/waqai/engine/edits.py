"""What an edit may put into which field of an event, and what follows from it."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from waqai.engine.parties import check_parties
from waqai.errors import BadValue
from waqai.model.library import Linked
from waqai.ontology import load_ontology

GRANULARITIES = ("time", "day", "week", "month", "season", "quarter", "year", "decade", "century")
MAX_WORDS, MAX_TOPICS = 500, 50


def check_edit(field: str | None, value: Any) -> Any:
    """The value as an event keeps it.

    Args:
        field: one of `FIELDS`.
        value: what somebody gave for it; `None` or "" empties the field.

    Raises:
        BadValue: there is no such field, or the value cannot be one of it.
    """
    check = FIELDS.get(field or "")
    if check is None:
        raise BadValue(f"field «{field}» cannot be edited: choose one of {', '.join(FIELDS)}")
    return check(str(field), value)


def settle(event: Linked) -> Linked:
    """The event with what edits imply: its end is not before its start, its mode is one of its type."""
    change: dict[str, Any] = {}
    if event.start and (event.end is None or event.end < event.start):
        change["end"] = event.start
    if event.start is None and event.end is not None:
        change["end"] = None
    if event.start and event.granularity is None:
        change["granularity"] = "day"
    if event.mode and f"{event.type}-{event.mode}" not in load_ontology().modes:
        change["mode"] = None
    return msgspec.structs.replace(event, **change) if change else event


def _one_of(values: Callable[[], tuple[str, ...]], optional: bool = False) -> Callable[[str, Any], str | None]:
    def check(field: str, value: Any) -> str | None:
        if optional and value in (None, ""):
            return None
        if value not in values():
            raise BadValue(f"{field} «{_shown(value)}» is not known: choose one of {', '.join(values())}")
        return str(value)

    return check


def _labels(kind: str) -> Callable[[], tuple[str, ...]]:
    return lambda: tuple(load_ontology().labels[kind])


def _modes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(key.partition("-")[2] for key in load_ontology().modes))


def _day(field: str, value: Any) -> str | None:
    if value in (None, ""):
        return None
    try:
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise BadValue(f"{field} «{_shown(value)}» is no day: write it as 2025-10-17") from None


def _words(field: str, value: Any) -> str | None:
    if value in (None, ""):
        return None
    if not isinstance(value, str) or len(value) > MAX_WORDS or not value.isprintable():
        raise BadValue(f"{field} «{_shown(value)}» cannot be: give words on one line, {MAX_WORDS} characters at most")
    return value


def _topics(field: str, value: Any) -> list[str]:
    topics = [value] if isinstance(value, str) and value else value or []
    if not isinstance(topics, list | tuple) or len(topics) > MAX_TOPICS:
        raise BadValue(f"{field} «{_shown(value)}» cannot be: give a list of words, {MAX_TOPICS} at most")
    return [topic for topic in (_words(field, topic) for topic in topics) if topic]


def _state(field: str, value: Any) -> str | None:
    return _one_of(lambda: tuple(load_ontology().countries), optional=True)(field, value)


def _shown(value: Any) -> str:
    return str(value)[:60]


FIELDS: Mapping[str, Callable[[str, Any], Any]] = {
    "type": _one_of(lambda: tuple(load_ontology().types)),
    "mode": _one_of(_modes, optional=True),
    "act": _one_of(_labels("act")),
    "status": _one_of(_labels("status")),
    "start": _day,
    "end": _day,
    "granularity": _one_of(lambda: GRANULARITIES, optional=True),
    "place": _words,
    "country": _state,
    "topics": _topics,
    "actors": check_parties,
    "recipients": check_parties,
}
"""Field → what makes a value of it from what somebody gave."""
