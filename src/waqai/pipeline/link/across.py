"""Ties between events of different documents: what was planned leads to what was held; a contact follows another."""

import datetime
from collections.abc import Sequence

from msgspec import Struct

from waqai.model.library import Linked, Report
from waqai.pipeline.link.blocks import MEETING, SIGNING, act_group
from waqai.pipeline.link.features import content_words
from waqai.pipeline.link.score import SAME, score

PLANNED = frozenset(["planned", "proposed"])
DONE = frozenset(["happened", "ongoing"])
CONTACTS = MEETING | {"call", "visit"}
PLANNABLE = CONTACTS | SIGNING | {"exercise", "opening"}
FINE = frozenset(["day", "time"])
PLAN_DAYS = 31
"""A plan of no more days than these may be what was held in them."""
FOLLOW_DAYS = 21
FOLLOW_PEOPLE = 2
FOLLOW_WORDS = 2
FOLLOW_SHARE = 0.5


def is_plan(event: Linked) -> bool:
    """Whether it announces something that may be found held."""
    days = _days(event)
    return (
        event.status in PLANNED
        and event.act in PLANNABLE
        and days is not None
        and (days[1] - days[0]).days <= PLAN_DAYS
    )


def is_contact(event: Linked) -> bool:
    """Whether it may follow, or be followed by, another contact."""
    return event.status in DONE and event.act in CONTACTS and event.granularity in FINE and _days(event) is not None


class Tied(Struct, frozen=True):
    """An event with what comparing it needs, computed once.

    Attributes:
        days: first and last day, `None` where the words give none.
        report: the event as if one document told it.
        people: those of its parties that are persons.
    """

    event: Linked
    days: tuple[datetime.date, datetime.date] | None
    report: Report
    people: frozenset[str]

    @classmethod
    def of(cls, event: Linked) -> "Tied":
        """Of an event."""
        people = frozenset(p.entity for p in event.parties if p.kind == "person")
        return cls(event, _days(event), _as_report(event), people)


def ties_of(tied: Tied, near: Sequence[Tied]) -> list[tuple[str, str]]:
    """Relations of an event to others.

    Args:
        tied: the event.
        near: events of the same two states, from three weeks before it to the last day of a plan.

    Returns:
        (relation, id of the other event): a plan `results-in` what was held, a contact `follows-up` the last one of the
        same people about the same things.
    """
    if is_plan(tied.event):
        held = _held(tied, near)
        return [("results-in", held.id)] if held else []
    if is_contact(tied.event):
        before = _before(tied, near)
        return [("follows-up", before.id)] if before else []
    return []


def _held(plan: Tied, near: Sequence[Tied]) -> Linked | None:
    """The best of what was held on the days of the plan."""
    group = act_group(plan.event.act)
    found = []
    for other in near:
        if other.event.status not in DONE or act_group(other.event.act) != group:
            continue
        if plan.days and other.days and other.days[0] <= plan.days[1] and plan.days[0] <= other.days[1]:
            found.append((score(plan.report, other.report).total, other.event))
    best = max(found, key=lambda item: (item[0], item[1].id), default=None)
    return best[1] if best and best[0] >= SAME else None


def _before(tied: Tied, near: Sequence[Tied]) -> Linked | None:
    """The last contact of the same people about the same things, on an earlier day."""
    found = []
    for other in near:
        if len(tied.people & other.people) < FOLLOW_PEOPLE or not tied.days or not other.days:
            continue
        earlier = 0 < (tied.days[0] - other.days[1]).days <= FOLLOW_DAYS
        if earlier and is_contact(other.event) and _same_matter(tied.report, other.report):
            found.append(other.event)
    return max(found, key=lambda other: (other.start or "", other.id), default=None)


def _same_matter(a: Report, b: Report) -> bool:
    one, other = set(a.words), set(b.words)
    common = len(one & other)
    return common >= FOLLOW_WORDS and common >= FOLLOW_SHARE * max(len(one), len(other))


def _days(event: Linked) -> tuple[datetime.date, datetime.date] | None:
    try:
        start = datetime.date.fromisoformat(event.start or "")
        return start, datetime.date.fromisoformat(event.end or event.start or "")
    except ValueError:
        return None


def _as_report(event: Linked) -> Report:
    """The event as if one document told it, to be compared."""
    return Report(
        document=0, position=0, event=event.id, id=event.id, type=event.type, act=event.act, status=event.status,
        start=event.start, end=event.end, granularity=event.granularity, place=event.place, country=event.country,
        geonames=event.geonames, parties=event.parties, words=content_words(" ".join(event.topics)),
    )  # fmt: skip


def key_pair(event: Linked) -> tuple[str, str] | None:
    """The two states under which an event looks for others: the first two of the alphabet."""
    states = sorted({party.country for party in event.parties if party.country})
    return (states[0], states[1]) if len(states) > 1 else None
