"""Network and map: states and what they share, places and what happened there; filtered like the timeline."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from waqai.errors import BadValue
from waqai.server.pages.charts import AREAS
from waqai.server.pages.entries import quad_of
from waqai.server.pages.filters import Chosen, chosen
from waqai.server.pages.frame import Ask, Table
from waqai.server.pages.graph import place
from waqai.store.asking import Asking
from waqai.store.showing import count_events, places, ties

PAIRS, STATES, FEW, PLACES = 120, 32, 14, 300
COOPERATION, CONFLICT = (1, 2), (3, 4)


class Knot(Struct, frozen=True, kw_only=True):
    """A state of the network; x and y lie between −1 and 1."""

    state: str
    events: int
    x: float
    y: float


class Thread(Struct, frozen=True, kw_only=True):
    """What two states share."""

    a: str
    b: str
    cooperation: int
    conflict: int

    @property
    def many(self) -> int:
        """All of it."""
        return self.cooperation + self.conflict


class NetworkPage(Struct, frozen=True, kw_only=True):
    """States and their ties; `few` are those with most, placed for a phone."""

    chosen: Chosen
    total: int
    knots: tuple[Knot, ...]
    few: tuple[Knot, ...]
    threads: tuple[Thread, ...]
    ties: Table


class MapPage(Struct, frozen=True, kw_only=True):
    """Places; `without` events say no place."""

    chosen: Chosen
    area: str
    total: int
    without: int
    places: Table


def network_page(view: Asking, ask: Ask) -> NetworkPage:
    """The pairs of states with most events, of those that the filters let through."""
    picked = chosen(ask)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for a, b, type_, many in ties(view, picked.filter(), PAIRS):
        side = "cooperation" if quad_of(type_) in COOPERATION else "conflict"
        counts.setdefault((a, b), Counter())[side] += many
    degree: Counter[str] = Counter()
    for (a, b), of in counts.items():
        degree.update({a: of.total(), b: of.total()})
    kept = [state for state, _ in sorted(degree.items(), key=lambda item: (-item[1], item[0]))[:STATES]]
    shared = {pair: of for pair, of in sorted(counts.items()) if set(pair) <= set(kept)}
    placed = [_placed(kept[:many], shared, degree) for many in (STATES, FEW)]
    most = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    rows = tuple((a, b, of["cooperation"], of["conflict"]) for (a, b), of in most)
    return NetworkPage(
        chosen=picked,
        total=count_events(view, picked.filter()),
        knots=placed[0],
        few=placed[1],
        threads=tuple(
            Thread(a=a, b=b, cooperation=of["cooperation"], conflict=of["conflict"]) for (a, b), of in shared.items()
        ),
        ties=Table(
            "ties",
            ("state_a", "state_b", "cooperation", "conflict"),
            rows,
        ),
    )


def _placed(
    states: list[str], shared: Mapping[tuple[str, str], Counter[str]], degree: Mapping[str, int]
) -> tuple[Knot, ...]:
    weights = {pair: of.total() for pair, of in shared.items() if set(pair) <= set(states)}
    return tuple(Knot(state=s, events=degree[s], x=x, y=y) for s, (x, y) in place(states, weights).items())


def map_page(view: Asking, ask: Ask) -> MapPage:
    """The places with most events, of those that the filters let through."""
    picked = chosen(ask)
    area = ask.one("area") or "mena"
    if area not in AREAS:
        raise BadValue(f"area={area[:40]}: not known; one of {', '.join(AREAS)}")
    found = places(view, picked.filter(), PLACES)
    total = count_events(view, picked.filter())
    rows = tuple(
        (name, country, one.lat, one.lon, many, quad_of(one.type))
        for name, country, many, one in found
        if one.lat is not None and one.lon is not None
    )
    return MapPage(
        chosen=picked,
        area=area,
        total=total,
        without=max(0, total - sum(int(row[4]) for row in rows)),
        places=Table("places", ("place", "state", "latitude", "longitude", "events", "quad"), rows),
    )
