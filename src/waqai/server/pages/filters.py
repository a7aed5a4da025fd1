"""Filters that live in the address: the same for timeline, network, map and review."""

from msgspec import Struct

from waqai.errors import BadValue
from waqai.ontology import load_ontology
from waqai.server.days import day
from waqai.server.pages.frame import Ask
from waqai.store.base import Filter

MAX_SOURCES = 50


class Chosen(Struct, frozen=True, kw_only=True):
    """What was chosen, as the form shows it again.

    Attributes:
        since: first day.
        until: last day.
        sources: at least so many independent sources.
        contested: only events that some deny.
    """

    states: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    place: str | None = None
    sources: int = 0
    contested: bool = False

    def filter(self) -> Filter:
        """What the library is asked."""
        return Filter(
            states=self.states,
            types=self.types,
            acts=self.acts,
            statuses=self.statuses,
            since=self.since,
            until=self.until,
            place=self.place,
            sources=self.sources,
            contested=True if self.contested else None,
        )

    @property
    def any(self) -> bool:
        """Whether anything is chosen."""
        return self != Chosen()


def chosen(ask: Ask) -> Chosen:
    """What an address chooses.

    Raises:
        BadValue: a value that cannot be, with those that can.
    """
    labels = load_ontology().labels
    return Chosen(
        states=_known("state", ask.many("state"), labels["country"]),
        types=_known("type", ask.many("type"), labels["type"]),
        acts=_known("act", ask.many("act"), labels["act"]),
        statuses=_known("status", ask.many("status"), labels["status"]),
        since=day("since", ask.one("since")),
        until=day("until", ask.one("until"), last=True),
        place=ask.one("place"),
        sources=ask.number("sources", 0, MAX_SOURCES),
        contested=ask.one("contested") is not None,
    )


def _known(name: str, values: tuple[str, ...], allowed: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    for value in values:
        if value not in allowed and value.upper() not in allowed:
            raise BadValue(f"{name}={value[:40]}: not known; one of {', '.join(list(allowed)[:12])} …")
    return tuple(dict.fromkeys(value if value in allowed else value.upper() for value in values))
