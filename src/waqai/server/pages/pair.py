"""Pair: what two states did with one another."""

from collections import Counter, defaultdict

from msgspec import Struct

from waqai.errors import BadValue
from waqai.model.accord import LinkedAccord
from waqai.model.counts import Contact
from waqai.model.library import Linked
from waqai.ontology import load_ontology
from waqai.server.pages.charts import unit_of
from waqai.server.pages.entries import LEVELS, Entry, entries, latin_names
from waqai.server.pages.frame import Ask, Table
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.showing import count_events, page_of_events

MOST = 3_000
SHOWN = 25
MEETERS = 20
TOLD = ("happened", "ongoing")


class PairPage(Struct, frozen=True, kw_only=True):
    """Two states.

    Attributes:
        total: all events of the two; the figures below are taken from the latest `MOST`.
        last: the last event that happened.
        next: planned, proposed or conditional events after it.
        latin: names of people in Latin letters, where they are known.
        intensity: period, quad class, PLOVER's scores added up.
        levels: level of contact, how many, the last day.
    """

    a: str
    b: str
    total: int
    last: Entry | None
    next: tuple[Entry, ...]
    intensity: Table
    levels: Table
    people: tuple[Contact, ...]
    latin: dict[str, str]
    agreements: tuple[LinkedAccord, ...]
    events: tuple[Entry, ...]

    def heading(self, w: Words) -> str:
        """What it is called."""
        return w.t("pair.title", a=w.country(self.a), b=w.country(self.b))


def state_code(value: str) -> str:
    """The code of a state.

    Raises:
        BadValue: there is no such state.
    """
    code = value.upper()
    if code not in load_ontology().labels["country"]:
        raise BadValue(f"state «{value[:40]}» is not known: write its three letters, as in TUR")
    return code


def pair_page(view: Asking, ask: Ask) -> PairPage:
    """The two states of the address."""
    a, b = state_code(ask.path["a"]), state_code(ask.path["b"])
    if a == b:
        raise BadValue(f"a pair needs two states, not {a} twice")
    wanted = Filter(states=(a, b))
    found = page_of_events(view, wanted, MOST)
    happened = [e for e in found if e.status in TOLD and e.start]
    last = happened[0] if happened else None
    coming = [e for e in reversed(found) if e.status not in (*TOLD, "denied") and _after(e, last)]
    shown = {e.id: e for e in entries(view, [*found[:SHOWN], *coming[:3], *([last] if last else [])])}
    people = tuple(view.meetings(a, b, limit=MEETERS))
    return PairPage(
        a=a,
        b=b,
        total=count_events(view, wanted) if len(found) == MOST else len(found),
        last=shown[last.id] if last else None,
        next=tuple(shown[e.id] for e in coming[:3]),
        intensity=intensity(happened),
        levels=contacts(happened),
        people=people,
        latin=latin_names(view, [id_ for c in people for id_ in (c.entity, c.who or "")]),
        agreements=tuple(view.agreements((a, b), limit=SHOWN)),
        events=tuple(shown[e.id] for e in found[:SHOWN]),
    )


def _after(event: Linked, last: Linked | None) -> bool:
    return last is None or event.start is None or event.start > (last.start or "")


def intensity(events: list[Linked]) -> Table:
    """PLOVER's scores by period and quad class."""
    days = [e.start for e in events if e.start]
    sums: defaultdict[tuple[str, int], float] = defaultdict(float)
    if days:
        unit = unit_of(min(days), max(days))
        for event in events:
            sums[(event.start or "")[:unit], event.quad] += event.intensity
    rows = tuple((period, str(quad), round(value, 2)) for (period, quad), value in sorted(sums.items()))
    return Table("intensity", ("period", "quad", "intensity"), rows)


def contacts(events: list[Linked]) -> Table:
    """Meetings, visits, calls and talks by the highest level that took part."""
    many: Counter[str] = Counter()
    last: dict[str, str] = {}
    for event in events:
        if event.type == "CONSULT":
            many[event.level] += 1
            last[event.level] = max(last.get(event.level, ""), event.start or "")
    rows = tuple((name or "none", many[name], last[name] or None) for name in LEVELS if many[name])
    return Table("levels", ("level", "contacts", "last"), rows)
