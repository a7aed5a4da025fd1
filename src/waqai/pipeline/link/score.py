"""The judgement: are two reports of one event? A sum of reasons, each with its weight; `docs/linking.md` explains."""

import math

from msgspec import Struct

from waqai.model.library import PartyRef, Report
from waqai.pipeline.link.blocks import act_group, is_fine, published, span
from waqai.pipeline.link.names import near_names

WEIGHTS = {
    "start": -1.0,
    "same day": 2.0,
    "days overlap": 1.2,
    "days apart": -5.0,
    "far apart": -9.0,
    "one date within the other": 0.7,
    "date unknown, printed within days": 0.4,
    "date unknown, printed far apart": -4.0,
    "hours apart": -3.0,
    "same act": 0.5,
    "same person": 1.5,
    "same office": 1.0,
    "same state": 0.4,
    "same body": 1.2,
    "other people of the same state": -3.5,
    "other offices of the same state": -2.5,
    "a state missing": -0.7,
    "no party shared": -4.0,
    "sides swapped": -4.0,
    "same place": 1.0,
    "other place": -1.0,
    "other country": -2.5,
    "same topics": 2.0,
    "topics touch": 0.7,
    "other topics": -2.5,
    "said to be another one": -3.5,
    "same numbers": 1.0,
    "copied text": 4.0,
}
SAME, UNSURE = 0.0, -1.2
SHARED_TOPICS = 0.34
MIN_WORDS = 2
CLOCK_HOURS = 3
MAX_PEOPLE = 2
MAX_MISSING = 3
DIRECTED = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "AID", "SUPPORT"])
MANY_STATES = 3


class Scored(Struct, frozen=True, gc=False):
    """A sum of weights and the reasons in it."""

    total: float
    reasons: tuple[str, ...]

    @property
    def chance(self) -> float:
        """The sum between 0 and 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.total))))


def score(a: Report, b: Report, copied: bool = False) -> Scored:
    """Compare two reports.

    Args:
        a: one report.
        b: the other.
        copied: their documents print the same text.
    """
    reasons = ["start", *_dates(a, b, copied), *_parties(a, b), *_places(a, b), *_matter(a, b)]
    if copied:
        reasons.append("copied text")
    if act_group(a.act) == act_group(b.act):
        reasons.append("same act")
    total = sum(WEIGHTS[reason] for reason in reasons)
    return Scored(round(total, 3), tuple(reason for reason in reasons if reason != "start"))


def _dates(a: Report, b: Report, copied: bool) -> list[str]:
    one, other = span(a), span(b)
    if one is None or other is None:
        return _undated(a, b)
    apart = max((one[0] - other[1]).days, (other[0] - one[1]).days)
    if is_fine(a) and is_fine(b):
        if apart > 0:
            # A copy printed a day later reads "today" a day later.
            near = [] if copied else ["days apart"]
            return near if apart == 1 else ["far apart"]
        out = ["same day" if one == other else "days overlap"]
        if a.clock is not None and b.clock is not None and abs(a.clock - b.clock) >= CLOCK_HOURS:
            out.append("hours apart")
        return out
    return ["one date within the other"] if apart <= 0 else ["far apart"]


def _undated(a: Report, b: Report) -> list[str]:
    one, other = span(a), span(b)
    known = one or other
    if known is None:
        days = published(a), published(b)
        if days[0] is None or days[1] is None:
            return []
        apart = abs((days[0] - days[1]).days)
    else:
        day = published(b if one else a)
        if day is None:
            return []
        apart = max((known[0] - day).days, (day - known[1]).days)
    return ["date unknown, printed within days" if apart <= 2 else "date unknown, printed far apart"]


def _parties(a: Report, b: Report) -> list[str]:
    shared: list[str] = []
    states_a, states_b = _by_state(a), _by_state(b)
    both = [state for state in states_a if state in states_b]
    for state in both:
        shared.append(_side(states_a[state], states_b[state]))
    missing = len(states_a) + len(states_b) - 2 * len(both)
    if not both and (states_a or states_b):
        shared.append("no party shared")
    if min(len(states_a), len(states_b)) < MANY_STATES:
        shared.extend(["a state missing"] * min(missing, MAX_MISSING))
    if a.type in DIRECTED and _swapped(a, b):
        shared.append("sides swapped")
    people = [reason for reason in shared if reason == "same person"]
    return [reason for reason in shared if reason != "same person"] + people[:MAX_PEOPLE]


def _by_state(report: Report) -> dict[str, list[PartyRef]]:
    out: dict[str, list[PartyRef]] = {}
    for party in report.parties:
        out.setdefault(party.country or party.entity, []).append(party)
    return out


def _side(one: list[PartyRef], other: list[PartyRef]) -> str:
    """What two reports say of the people of one state."""
    people, others = [p for p in one if p.kind == "person"], [p for p in other if p.kind == "person"]
    if any(x.entity == y.entity or near_names(x.name, y.name) for x in people for y in others):
        return "same person"
    if {x.entity for x in one} & {y.entity for y in other} and not (people and others):
        return "same body" if any(x.kind == "org" for x in one) else "same state"
    if people and others:
        return "other people of the same state"
    offices, theirs = {x.office for x in one if x.office}, {y.office for y in other if y.office}
    if offices & theirs:
        return "same office"
    return "other offices of the same state" if offices and theirs else "same state"


def _swapped(a: Report, b: Report) -> bool:
    acting, acted = _sides(a)
    actors, acted_on = _sides(b)
    return bool(acting & acted_on or acted & actors) and not (acting & actors or acted & acted_on)


def _sides(report: Report) -> tuple[set[str], set[str]]:
    actors = {p.country or p.entity for p in report.parties if p.side == "actor"}
    return actors, {p.country or p.entity for p in report.parties if p.side == "recipient"}


def _places(a: Report, b: Report) -> list[str]:
    if a.act == "call" or not (a.place or a.country) or not (b.place or b.country):
        return []
    if a.country and b.country and a.country != b.country:
        return ["other country"]
    if a.place and b.place:
        same = (a.geonames and a.geonames == b.geonames) or near_names(a.place, b.place)
        # «في سوريا» and «في دمشق» do not contradict each other.
        return ["same place"] if same else ["other place"] if _is_city(a) and _is_city(b) else []
    return []


def _is_city(report: Report) -> bool:
    return report.place is not None and report.geonames is not None


def _matter(a: Report, b: Report) -> list[str]:
    out = []
    one, other = set(a.words), set(b.words)
    if one and other:
        common = len(one & other)
        if common / min(len(one), len(other)) >= SHARED_TOPICS:
            out.append("same topics")
        elif common:
            out.append("topics touch")
        elif min(len(one), len(other)) >= MIN_WORDS:
            out.append("other topics")
    if a.again != b.again:
        out.append("said to be another one")
    counts = dict(b.numbers)
    if any(counts.get(what) == count and count > 2 for what, count in a.numbers):
        out.append("same numbers")
    return out
