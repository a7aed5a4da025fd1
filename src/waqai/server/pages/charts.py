"""Geometry of the charts, drawn as SVG by the templates: no script, no size that changes, the same on paper.

Time runs from right to left in Arabic. Co-operation stands above the line, conflict below it.
"""

import math
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from waqai.server.pages.entries import quad_of
from waqai.server.pages.words import Words
from waqai.server.pages.world import project, window

LEFT, RIGHT, TOP, BOTTOM = 12, 46, 14, 30
MIN_TICK = 74.0
LETTER = 7.0


class Bar(Struct, frozen=True):
    """A rectangle of a chart; `quad` is its colour, `said` what it says."""

    x: float
    y: float
    width: float
    height: float
    quad: int
    said: str


class Tick(Struct, frozen=True):
    """A mark of an axis."""

    at: float
    text: str


class Frame(Struct, frozen=True):
    """The size of a chart in pixels, how many bars have room in it, and for how many it is made at least."""

    width: int
    height: int
    bars: int
    least: int


WIDE, NARROW = Frame(960, 220, 400, 12), Frame(360, 240, 48, 6)
"""For a desk, and for a phone, where letters made smaller could not be read."""


class Bars(Struct, frozen=True):
    """A chart of bars over time.

    Attributes:
        zero: height of the line that bars stand on.
        bins: (x, width, first day, last day) of every period, for choosing with the pointer.
        begin: where its lines begin.
        end: where they end.
        numbers: where the numbers of the axis stand.
    """

    bars: tuple[Bar, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    zero: float
    bins: tuple[tuple[float, float, str, str], ...]
    width: int
    height: int
    begin: int
    end: int
    numbers: int


def unit_of(first: str, last: str) -> int:
    """How many letters of a day make a period so that a chart has neither too few bars nor too many."""
    length = (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
    return 10 if length <= 100 else 7 if length <= 366 * 30 else 4


def periods(first: str, last: str, unit: int) -> list[str]:
    """Every period from the first to the last."""
    if unit == 4:
        return [f"{year:04d}" for year in range(int(first[:4]), int(last[:4]) + 1)]
    if unit == 7:
        months = range(_months(first), _months(last) + 1)
        return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in months]
    day, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    return [(day + timedelta(days=n)).isoformat() for n in range((end - day).days + 1)]


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def ends(period: str) -> tuple[str, str]:
    """The first and the last day of a period."""
    if len(period) == 10:
        return period, period
    if len(period) == 4:
        return f"{period}-01-01", f"{period}-12-31"
    year, month = int(period[:4]), int(period[5:7])
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"{period}-01", (following - timedelta(days=1)).isoformat()


def time_bars(rows: Sequence[tuple[str, str, float]], w: Words, frame: Frame = WIDE) -> Bars | None:
    """Bars of (period, type or quad class, value): co-operation upwards, conflict downwards.

    Args:
        rows: values of one period and class are added up.
        w: words of the language.
        frame: where there is no room for every period, months or years stand together.
    """
    if not rows:
        return None
    rows = _fitting(rows, frame.bars) if frame is NARROW else rows
    sums: dict[tuple[str, int], float] = {}
    for period, kind, value in rows:
        quad = int(kind) if kind.isdigit() else quad_of(kind)
        sums[period, quad] = sums.get((period, quad), 0) + abs(value)
    found = sorted({period for period, _ in sums})
    every = periods(found[0], found[-1], len(found[0]))[-frame.bars :]
    above = max((sums.get((p, 1), 0) + sums.get((p, 2), 0) for p in every), default=0)
    below = max((sums.get((p, 3), 0) + sums.get((p, 4), 0) for p in every), default=0)
    step, top, bottom = _scale(above, below)
    tall = frame.height - TOP - BOTTOM
    one = tall / ((top + bottom) or 1)
    zero = TOP + top * one
    slot = (frame.width - LEFT - RIGHT) / max(len(every), frame.least)
    bins, bars = [], []
    for number, period in enumerate(every):
        x = _x(number, slot, w.rtl, frame)
        bins.append((round(x, 2), round(slot, 2), *ends(period)))
        bars += _stack(period, x, slot, zero, one, sums, w)
    values = [n * step for n in range(-round(bottom / step), round(top / step) + 1)]
    up = tuple(Tick(round(zero - v * one, 2), w.number(abs(v))) for v in values)
    begin, end = (LEFT, frame.width - RIGHT) if w.rtl else (RIGHT, frame.width - LEFT)
    return Bars(
        tuple(bars), _ticks(every, slot, w, frame), up, round(zero, 2), tuple(bins), frame.width, frame.height,
        begin=begin, end=end, numbers=end + 8 if w.rtl else begin - 8,
    )  # fmt: skip


def _fitting(rows: Sequence[tuple[str, str, float]], most: int) -> list[tuple[str, str, float]]:
    """The rows by day, month or year, the finest that has no more periods than fit."""
    days = [row[0] for row in rows]
    units = [unit for unit in (10, 7, 4) if unit <= len(days[0])]
    fit = next((u for u in units if len(periods(min(days)[:u], max(days)[:u], u)) <= most), units[-1])
    return [(period[:fit], kind, value) for period, kind, value in rows]


def _x(number: int, slot: float, rtl: bool, frame: Frame) -> float:
    return frame.width - RIGHT - (number + 1) * slot if rtl else RIGHT + number * slot


def _stack(
    period: str, x: float, slot: float, zero: float, one: float, sums: dict[tuple[str, int], float], w: Words
) -> list[Bar]:
    gap = min(3.0, slot * 0.18)
    out = []
    for quads, sign in (((2, 1), -1), ((4, 3), 1)):
        at = zero
        for quad in quads:
            value = sums.get((period, quad), 0)
            if value:
                tall = value * one
                y = at - tall if sign < 0 else at
                said = f"{w.day(period)} · {w.t(f'quad.{quad}')}: {round(value, 1):g}"
                out.append(Bar(round(x + gap / 2, 2), round(y, 2), round(slot - gap, 2), round(tall, 2), quad, said))
                at += sign * tall
    return out


def _scale(above: float, below: float) -> tuple[int, float, float]:
    """Step of the axis and its two ends: whole numbers, four steps or so."""
    rough = max(above + below, 1) / 4
    power = 10 ** math.floor(math.log10(rough)) if rough >= 1 else 1
    step = next(int(power * m) for m in (1, 2, 5, 10) if power * m >= rough)
    return step, math.ceil(above / step) * step or (0 if below else step), math.ceil(below / step) * step


def _ticks(every: list[str], slot: float, w: Words, frame: Frame) -> tuple[Tick, ...]:
    """Names under the bars, as many as fit."""
    each = max(1, math.ceil(MIN_TICK / slot))
    out = []
    for number, period in enumerate(every):
        if number % each == 0:
            text = period if len(period) == 4 else w.day(period)
            if len(period) == 10:
                text = f"{int(period[8:])} {w.month(period[5:7])}"
            out.append(Tick(round(_x(number, slot, w.rtl, frame) + slot / 2, 2), text))
    return tuple(out)


class Spot(Struct, frozen=True):
    """A circle of the map; `shown` is its name in the page's language, `named` says whether that has room."""

    x: float
    y: float
    r: float
    name: str
    shown: str
    many: int
    quad: int
    named: bool


class Map(Struct, frozen=True):
    """A part of the world with its circles; `one` is a pixel of the widest screen in units of the map."""

    x: float
    y: float
    width: float
    height: float
    one: float
    spots: tuple[Spot, ...]


AREAS = {
    "mena": ((-14.0, 8.0), (66.0, 43.0)),
    "levant": ((31.0, 28.0), (52.0, 40.0)),
    "world": ((-170.0, -56.0), (179.0, 80.0)),
}


def world_map(rows: Sequence[tuple[str, str | None, float, float, int, int]], area: str, w: Words) -> Map:
    """The map of (name, state, latitude, longitude, how many, quad class), the largest circles first."""
    left, above, width, height = window(*AREAS[area])
    one = width / 960
    most = max((row[4] for row in rows), default=1)
    spots: list[Spot] = []
    taken: list[tuple[float, float, float]] = []
    for name, state, lat, lon, many, quad in rows:
        at_x, at_y = project(lon, lat)
        if left <= at_x <= left + width and above <= at_y <= above + height:
            radius = (4 + 18 * math.sqrt(many / most)) * one
            shown = w.place(name, state)
            half, top = len(shown) * LETTER * one / 2, at_y - radius - 10 * one
            named = not any(abs(x - at_x) < half + w and abs(y - top) < 16 * one for x, y, w in taken)
            if named:
                taken.append((at_x, top, half))
            spots.append(Spot(round(at_x, 2), round(at_y, 2), round(radius, 2), name, shown, many, quad, named))
    return Map(round(left, 1), round(above, 1), round(width, 1), round(height, 1), round(one, 4), tuple(spots))
