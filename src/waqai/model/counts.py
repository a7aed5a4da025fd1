"""What a library is asked to count: by day, by pair, by person. No logic here."""

from msgspec import Struct

from waqai.model.accord import LinkedAccord
from waqai.model.library import Linked


class PeriodCount(Struct, frozen=True, kw_only=True):
    """Events of a day, month or year.

    Attributes:
        period: "2025-10-17", "2025-10" or "2025".
        cooperation: events of quad classes 1 and 2.
        conflict: events of quad classes 3 and 4.
        intensity: mean of their PLOVER scores.
    """

    period: str
    events: int
    cooperation: int
    conflict: int
    intensity: float


class PairCount(Struct, frozen=True, kw_only=True):
    """What two states did with one another, in numbers; `a` comes before `b` in the alphabet."""

    a: str
    b: str
    events: int
    cooperation: int
    conflict: int
    intensity: float
    first: str | None
    last: str | None


class StateCount(Struct, frozen=True, kw_only=True):
    """A state and its events."""

    country: str
    events: int
    first: str | None
    last: str | None


class EntityCount(Struct, frozen=True, kw_only=True):
    """A person, organisation or other entity and its events."""

    id: str
    kind: str
    name: str
    latin: str | None
    country: str | None
    sector: str | None
    events: int
    last: str | None


class Office(Struct, frozen=True, kw_only=True):
    """Somebody seen in an office, first and last when, in how many documents."""

    person: str
    name: str
    office: str
    country: str | None
    organisation: str | None
    first_seen: str | None
    last_seen: str | None
    reports: int


class Contact(Struct, frozen=True, kw_only=True):
    """Somebody whom somebody met or called: how often, first and last when.

    Attributes:
        entity: the other one.
        office: of the other one, as last told.
        who: the one, where it is not the one asked for.
    """

    entity: str
    name: str
    country: str | None
    office: str | None
    events: int
    first: str | None
    last: str | None
    who: str | None = None
    who_name: str | None = None


class Change(Struct, frozen=True, kw_only=True):
    """An event that was written: its id then, in the order of writing; the id leads to the event it is in now."""

    n: int
    event: str
    at: str


class PairSummary(Struct, frozen=True, kw_only=True):
    """What two states did with one another.

    Attributes:
        count: events, first and last day, co-operation and conflict.
        types: events by type.
        acts: events by act.
        statuses: events by status.
        levels: contacts that happened, by rank of the highest office.
        months: by month.
        people: who met whom, the most often first.
        agreements: those both are parties of.
        latest: the last contacts that happened.
        next: what is planned from the day on that was asked for.
    """

    count: PairCount
    types: dict[str, int]
    acts: dict[str, int]
    statuses: dict[str, int]
    levels: dict[str, int]
    months: tuple[PeriodCount, ...]
    people: tuple[Contact, ...]
    agreements: tuple[LinkedAccord, ...]
    latest: tuple[Linked, ...]
    next: tuple[Linked, ...]
