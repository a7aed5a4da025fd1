"""Which events are asked for."""

from msgspec import Struct


class Filter(Struct, frozen=True, kw_only=True):
    """Which events are asked for; what is `None` or empty does not matter.

    Attributes:
        states: alpha-3 codes; an event has all of them among its parties.
        entities: ids of which an event has all.
        since: last day not before this one.
        until: first day not after this one.
        sources: at least so many independent ones.
        ids: only these.
        documents: told in one of these documents.
        places: there is one of these names.
        levels: rank of the highest office named: "head", "minister", "envoy", "official".
        agreements: about one of these agreements.
    """

    states: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    sources: int = 0
    review: str | None = None
    contested: bool | None = None
    ids: tuple[str, ...] | None = None
    documents: tuple[int, ...] | None = None
    places: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
