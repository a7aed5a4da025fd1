"""Pair: what two states did with one another."""

from msgspec import Struct
from msgspec.structs import replace

from waqai.errors import BadValue
from waqai.model.accord import LinkedAccord
from waqai.model.counts import Contact
from waqai.ontology import load_ontology
from waqai.server.pages.charts import unit_of
from waqai.server.pages.entries import LEVELS, Entry, entries, latin_names
from waqai.server.pages.frame import Ask, Table
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.showing import count_events, events_after, intensities, levels, page_of_events, reach

SHOWN, NEXT, MEETERS = 25, 3, 20
TOLD, AHEAD = ("happened", "ongoing"), ("planned", "proposed", "conditional")


class PairPage(Struct, frozen=True, kw_only=True):
    """Two states.

    Attributes:
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
    happened = replace(wanted, statuses=TOLD)
    found = page_of_events(view, wanted, SHOWN)
    last = next((e for e in page_of_events(view, happened, 1) if e.start), None)
    coming = events_after(view, replace(wanted, statuses=AHEAD), last.start if last else None, NEXT)
    shown = {e.id: e for e in entries(view, [*found, *coming, *([last] if last else [])])}
    people = tuple(view.meetings(a, b, limit=MEETERS))
    return PairPage(
        a=a,
        b=b,
        total=count_events(view, wanted),
        last=shown[last.id] if last else None,
        next=tuple(shown[e.id] for e in coming),
        intensity=intensity(view, happened),
        levels=contacts(view, happened),
        people=people,
        latin=latin_names(view, [id_ for c in people for id_ in (c.entity, c.who or "")]),
        agreements=tuple(view.agreements((a, b), limit=SHOWN)),
        events=tuple(shown[e.id] for e in found),
    )


def intensity(view: Asking, happened: Filter) -> Table:
    """PLOVER's scores by period and quad class."""
    span = reach(view, happened)
    rows = intensities(view, happened, unit_of(*span)) if span else []
    return Table("intensity", ("period", "quad", "intensity"), tuple((p, str(q), round(v, 2)) for p, q, v in rows))


def contacts(view: Asking, happened: Filter) -> Table:
    """Meetings, visits, calls and talks by the highest level that took part."""
    found = {level: rest for level, *rest in levels(view, replace(happened, types=("CONSULT",)))}
    rows = tuple((name or "none", *found[name]) for name in LEVELS if name in found)
    return Table("levels", ("level", "contacts", "last"), rows)
