"""Timeline, pair and calendar as Vega-Lite."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from waqai.model import Record
from waqai.ontology import label
from waqai.plot.points import Point, points
from waqai.plot.style import QUADS, WEEKDAYS, WORDS, chart, quad_color, require, reversed_in, set_rtl, side

ROWS = 50
LABELLED = 14
YEARS = 6
MIDDLE = 0.5


def timeline(records: Iterable[Record], states: tuple[str, ...], lang: str) -> dict[str, Any]:
    """One row an event, the first day on top, its words beside it; the last `ROWS` where there are more."""
    found = points(records, states, lang)
    require(found)
    shown = found[-ROWS:]
    middle = _middle(shown)
    rows = [{**_row(p, lang), "n": n, "late": p.day > middle} for n, p in enumerate(shown)]
    y = {"field": "n", "type": "ordinal", "axis": None}
    x = {"field": "day", "type": "temporal", "scale": {**reversed_in(lang), "nice": True}, "axis": _days(shown, lang)}
    # A hollow point has not happened: planned, proposed, conditional, denied.
    layers: list[dict[str, Any]] = [
        {
            "transform": [{"filter": f"datum.done === {str(done).lower()}"}],
            "mark": {"type": "point", "filled": done, "size": 80, "opacity": 1, "strokeWidth": 2},
            "encoding": {"color": quad_color(lang)},
        }
        for done in (True, False)
    ]
    # Words run from the point to the emptier side, so that none leaves the picture.
    for late in (True, False):
        left = late == (lang == "en")
        mark = {"type": "text", "fontSize": 12, "align": "right" if left else "left", "dx": -10 if left else 10}
        layers.append(
            {"transform": [{"filter": f"datum.late === {str(late).lower()}"}], "mark": mark, "encoding": _words()}
        )
    body = {
        "data": {"values": rows},
        "width": 760,
        "height": {"step": 24},
        "encoding": {"x": x, "y": y},
        "layer": layers,
    }
    return chart(lang, WORDS[lang]["timeline"], _shown(len(shown), len(found), lang), **body)


def pair(records: Iterable[Record], states: tuple[str, ...], lang: str) -> dict[str, Any]:
    """Events of two states over time: above the line co-operation, below it conflict, by PLOVER's intensity."""
    found = [p for p in points(records, states, lang) if p.told]
    require(found)
    rows = [_row(p, lang) for p in found]
    middle = _middle(found)
    named = {id(p) for p in sorted(found, key=lambda p: (-abs(p.intensity), p.day))[:LABELLED]}
    seen: Counter[tuple[str, float]] = Counter()
    for row, p in zip(rows, found, strict=True):
        seen[p.day, p.intensity] += 1
        row.update(
            words=set_rtl(p.type, lang) if id(p) in named and seen[p.day, p.intensity] == 1 else "", late=p.day > middle
        )
    x = {"field": "day", "type": "temporal", "scale": {**reversed_in(lang), "nice": True}, "axis": _days(found, lang)}
    axis = {"orient": side(lang), "title": WORDS[lang]["intensity"], "tickCount": 5}
    y = {"field": "intensity", "type": "quantitative", "scale": {"domain": [-10, 10]}, "axis": axis}
    layers: list[dict[str, Any]] = [
        {"data": {"values": [{}]}, "mark": {"type": "rule", "color": "#888"}, "encoding": {"y": {"datum": 0}}},
        {
            "mark": {"type": "rule", "opacity": 0.4},
            "encoding": {"x": x, "y": y, "y2": {"datum": 0}, "color": quad_color(lang)},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 0.85},
            "encoding": {"x": x, "y": y, "color": quad_color(lang)},
        },
        {"mark": {"type": "text", "fontSize": 11, "dy": -12}, "encoding": {"x": x, "y": y, **_words()}},
    ]
    names = (label("country", state, lang) for state in states)
    body = {"data": {"values": rows}, "width": 760, "height": 340, "layer": layers}
    return chart(lang, WORDS[lang]["pair"].format(*names), _shown(len(found), len(found), lang), **body)


def calendar(records: Iterable[Record], states: tuple[str, ...], lang: str) -> dict[str, Any]:
    """A strip a year, a column a week, a square a day; the last `YEARS` years that have events."""
    found = [p for p in points(records, states, lang) if p.told and p.exact]
    require(found)
    years = sorted({p.day[:4] for p in found})[-YEARS:]
    counts = Counter(p.day for p in found if p.day[:4] in years)
    rows = [_square(day, count, lang) for year in years for day, count in _days_of(year, counts)]
    names = list(WEEKDAYS[lang])
    months = {"format": "%B", "tickCount": "month", "title": None, "grid": False, "labelAlign": _toward(lang)}
    x_axis = {**months, "labelOverlap": False, "labelFontSize": 10}
    x = {"field": "week", "type": "temporal", "scale": reversed_in(lang), "axis": x_axis}
    y = {
        "field": "weekday",
        "type": "ordinal",
        "sort": names,
        "axis": {"orient": side(lang), "title": None, "grid": False},
    }
    scale = {"domain": [0, max(counts.values())], "range": ["#eef2f5", "#0072B2"]}
    legend = {
        "title": WORDS[lang]["events"],
        "orient": "bottom",
        "type": "symbol",
        "symbolType": "square",
        "format": "d",
        "tickMinStep": 1,
    }
    color = {"field": "count", "type": "quantitative", "scale": scale, "legend": legend}
    mark = {"type": "rect", "stroke": "white", "strokeWidth": 1.5}
    encoding = {"x": x, "x2": {"field": "until"}, "y": y, "color": color}
    header = {"title": None, "labelAngle": 0, "labelFontSize": 14, "labelOrient": "top", "labelAnchor": _anchor(lang)}
    body = {
        "data": {"values": rows},
        "facet": {"row": {"field": "year", "type": "ordinal", "header": header}},
        "spec": {"width": 900, "height": 120, "mark": mark, "encoding": encoding},
        "resolve": {"scale": {"x": "independent"}, "axis": {"x": "independent"}},
    }
    return chart(lang, WORDS[lang]["calendar"], _shown(sum(counts.values()), len(found), lang), **body)


def _days_of(year: str, counts: Counter[str]) -> Iterable[tuple[date, int]]:
    day = date(int(year), 1, 1)
    while day.year == int(year):
        yield day, counts[day.isoformat()]
        day += timedelta(days=1)


def _square(day: date, count: int, lang: str) -> dict[str, Any]:
    of_week = day.isoweekday() % 7
    week = day - timedelta(days=of_week)
    # The last week of a year ends with it: the axis would name January again.
    until = min((week + timedelta(days=7)).isoformat(), f"{day.year}-12-31")
    weekday = WEEKDAYS[lang][of_week]
    # A day with its hour is local time to Vega; one without is Greenwich's, and moves by a day west of it.
    stamp = {"week": f"{week.isoformat()}T00:00", "until": f"{until}T00:00"}
    return {**stamp, "weekday": weekday, "count": count, "year": str(day.year)}


def _row(p: Point, lang: str) -> dict[str, Any]:
    return {
        "day": f"{p.day}T00:00",
        "words": set_rtl(p.what, lang),
        "quad": QUADS[lang][p.quad],
        "intensity": p.intensity,
        "done": p.done,
    }


def _words() -> dict[str, Any]:
    return {"text": {"field": "words", "type": "nominal"}}


def _middle(found: list[Point]) -> str:
    first, last = date.fromisoformat(found[0].day), date.fromisoformat(found[-1].day)
    return (first + (last - first) * MIDDLE).isoformat()


def _days(found: list[Point], lang: str) -> dict[str, Any]:
    length = (date.fromisoformat(found[-1].day) - date.fromisoformat(found[0].day)).days
    form = "%Y" if length > 365 * 4 else "%b %Y" if length > 120 else "%-d %b %Y"
    return {"title": None, "format": set_rtl(form, lang), "labelOverlap": True, "labelPadding": 6, "tickCount": 8}


def _shown(shown: int, found: int, lang: str) -> str:
    return WORDS[lang]["shown"].format(shown, found) if shown < found else f"{WORDS[lang]['events']}: {found}"


def _toward(lang: str) -> str:
    return "right" if lang == "ar" else "left"


def _anchor(lang: str) -> str:
    return "end" if lang == "ar" else "start"
