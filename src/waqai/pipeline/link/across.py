"""Ties between events of different documents: what was planned leads to what was held; a contact follows another."""

import datetime
from collections.abc import Sequence

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


def ties_of(event: Linked, near: Sequence[Linked]) -> list[tuple[str, str]]:
    """Relations of an event to others.

    Args:
        event: the event.
        near: events of the same two states, from three weeks before it to a day after it.

    Returns:
        (relation, id of the other event): a plan `results-in` what was held, a contact `follows-up` the last one of the
        same people about the same things.
    """
    if is_plan(event):
        held = _held(event, near)
        return [("results-in", held.id)] if held else []
    if is_contact(event):
        before = _before(event, near)
        return [("follows-up", before.id)] if before else []
    return []


def _held(plan: Linked, near: Sequence[Linked]) -> Linked | None:
    """The best of what was held on the days of the plan."""
    mine = _as_report(plan)
    days = _days(plan)
    found = []
    for other in near:
        when = _days(other)
        if days is None or when is None or other.status not in DONE or act_group(other.act) != act_group(plan.act):
            continue
        if when[0] <= days[1] and days[0] <= when[1]:
            found.append((score(mine, _as_report(other)).total, other))
    best = max(found, key=lambda item: (item[0], item[1].id), default=None)
    return best[1] if best and best[0] >= SAME else None


def _before(event: Linked, near: Sequence[Linked]) -> Linked | None:
    """The last contact of the same people about the same things, on an earlier day."""
    days = _days(event)
    mine = _as_report(event)
    found = []
    for other in near:
        when = _days(other)
        if days is None or when is None or not is_contact(other):
            continue
        if 0 < (days[0] - when[1]).days <= FOLLOW_DAYS and _same_matter(mine, _as_report(other)):
            found.append(other)
    return max(found, key=lambda other: (other.start or "", other.id), default=None)


def _same_matter(a: Report, b: Report) -> bool:
    one, other = set(a.words), set(b.words)
    common = len(one & other)
    if common < FOLLOW_WORDS or common < FOLLOW_SHARE * max(len(one), len(other)):
        return False
    people = {p.entity for p in a.parties if p.kind == "person"} & {p.entity for p in b.parties if p.kind == "person"}
    return len(people) >= FOLLOW_PEOPLE


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
