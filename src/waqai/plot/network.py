"""States as circles, events between them as lines; placed by networkx."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from waqai.errors import BadValue
from waqai.export.facts import countries_of, is_told
from waqai.model import Record
from waqai.ontology import code_event, label
from waqai.plot.points import events_of
from waqai.plot.style import QUAD_COLORS, WORDS, chart, require, set_rtl

STATES = 40
SEED = 7
Pairs = dict[tuple[str, str], Counter[str]]


def network(records: Iterable[Record], states: tuple[str, ...], lang: str) -> dict[str, Any]:
    """The `STATES` states with the most events, and how many events each two share."""
    degree, pairs = _count(records, states)
    require(pairs)
    kept = {state for state, _ in sorted(degree.items(), key=lambda item: (-item[1], item[0]))[:STATES]}
    shared = {pair: count for pair, count in sorted(pairs.items()) if kept.issuperset(pair)}
    places = _place(sorted(kept), shared)
    names = (WORDS[lang]["cooperation"], WORDS[lang]["conflict"])
    lines = [_line(a, b, count, places, names) for (a, b), count in shared.items()]
    circles = [
        {"x": x, "y": y, "name": set_rtl(label("country", state, lang), lang), "events": degree[state]}
        for state, (x, y) in places.items()
    ]
    body = {"width": 820, "height": 620, "layer": _layers(circles, lines, names, lang)}
    return chart(lang, WORDS[lang]["network"], WORDS[lang]["shown"].format(len(kept), len(degree)), **body)


def _count(records: Iterable[Record], states: tuple[str, ...]) -> tuple[Counter[str], Pairs]:
    degree: Counter[str] = Counter()
    pairs: Pairs = {}
    for event in events_of(records, states):
        if not is_told(event):
            continue
        parties = countries_of((*event.actors, *event.recipients))
        kind = "cooperation" if code_event(event).quad <= 2 else "conflict"
        for a, b in combinations(sorted(parties), 2):
            pairs.setdefault((a, b), Counter())[kind] += 1
            degree.update((a, b))
    return degree, pairs


def _place(states: list[str], shared: Pairs) -> dict[str, tuple[float, float]]:
    try:
        import networkx as nx
        import numpy as np  # noqa: F401  # networkx needs it to place things
    except ModuleNotFoundError:
        raise BadValue("plot network needs networkx and numpy: pip install 'waqai[plots]'") from None
    graph = nx.Graph()
    graph.add_nodes_from(states)
    graph.add_edges_from(shared)
    # Parts that nothing joins fly apart without a light thread to the middle.
    graph.add_edges_from(("", state, {"weight": 0.15}) for state in states)
    found = nx.spring_layout(graph, seed=SEED, k=2.2 / max(1, len(states)) ** 0.5, iterations=300)
    return {state: (round(float(found[state][0]), 4), round(float(found[state][1]), 4)) for state in states}


def _line(
    a: str, b: str, count: Counter[str], places: dict[str, tuple[float, float]], names: tuple[str, str]
) -> dict[str, Any]:
    (x, y), (x2, y2) = places[a], places[b]
    mostly = names[0] if count["cooperation"] >= count["conflict"] else names[1]
    return {"x": x, "y": y, "x2": x2, "y2": y2, "events": count.total(), "mostly": mostly}


def _layers(circles: list[Any], lines: list[Any], names: tuple[str, str], lang: str) -> list[dict[str, Any]]:
    def axis(field: str) -> dict[str, Any]:
        return {"field": field, "type": "quantitative", "axis": None, "scale": {"zero": False, "padding": 40}}

    order = list(reversed(names)) if lang == "ar" else list(names)
    colors = {names[0]: QUAD_COLORS[2], names[1]: QUAD_COLORS[4]}
    scale = {"domain": order, "range": [colors[name] for name in order]}
    color = {"field": "mostly", "type": "nominal", "scale": scale, "legend": {"title": None, "orient": "bottom"}}
    width = {"field": "events", "type": "quantitative", "scale": {"range": [1, 7]}, "legend": None}
    size = {"field": "events", "type": "quantitative", "scale": {"range": [60, 900]}, "legend": None}
    at = {"x": axis("x"), "y": axis("y")}
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    halo = {"type": "text", "fontSize": 13, "dy": -25, "stroke": "white", "strokeWidth": 4, "strokeJoin": "round"}
    text = {"text": {"field": "name", "type": "nominal"}}
    return [
        {
            "data": {"values": lines},
            "mark": {"type": "rule", "opacity": 0.55},
            "encoding": {**at, **ends, "color": color, "strokeWidth": width},
        },
        {
            "data": {"values": circles},
            "mark": {"type": "circle", "color": "#333", "opacity": 1},
            "encoding": {**at, "size": size},
        },
        {"data": {"values": circles}, "mark": halo, "encoding": {**at, **text}},
        {"data": {"values": circles}, "mark": {"type": "text", "fontSize": 13, "dy": -25}, "encoding": {**at, **text}},
    ]
