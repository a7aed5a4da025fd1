"""Placing the states of the network: those that share events stand near one another."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

ROUNDS = 120
GOLDEN = math.pi * (3 - math.sqrt(5))
Point = tuple[float, float]


def place(names: Sequence[str], weights: Mapping[tuple[str, str], float]) -> dict[str, Point]:
    """Points between −1 and 1, the same ones for the same network.

    Args:
        names: those with most first; the first start in the middle.
        weights: how much two share.
    """
    return dict(zip(names, _place(tuple(names), tuple(sorted(weights.items()))), strict=True))


@lru_cache(maxsize=64)
def _place(names: tuple[str, ...], weights: tuple[tuple[tuple[str, str], float], ...]) -> tuple[Point, ...]:
    """Fruchterman and Reingold, "Graph drawing by force-directed placement", 1991."""
    count = len(names)
    number = {name: n for n, name in enumerate(names)}
    most = max((weight for _, weight in weights), default=1.0)
    edges = [(number[a], number[b], 0.35 + math.log1p(weight) / math.log1p(most)) for (a, b), weight in weights]
    xs = [math.sqrt((n + 0.5) / count) * math.cos(n * GOLDEN) for n in range(count)]
    ys = [math.sqrt((n + 0.5) / count) * math.sin(n * GOLDEN) for n in range(count)]
    ideal = 1.5 / math.sqrt(max(count, 1))
    for step in range(ROUNDS):
        _move(xs, ys, edges, ideal, heat=0.12 * (1 - step / ROUNDS) + 0.002)
    return tuple(_fit(xs, ys))


def _move(xs: list[float], ys: list[float], edges: list[tuple[int, int, float]], ideal: float, heat: float) -> None:
    count = len(xs)
    dx, dy = [-0.12 * x for x in xs], [-0.12 * y for y in ys]
    for i in range(count):
        for j in range(i):
            x, y = xs[i] - xs[j], ys[i] - ys[j]
            force = ideal * ideal / (x * x + y * y + 1e-4)
            dx[i] += x * force
            dy[i] += y * force
            dx[j] -= x * force
            dy[j] -= y * force
    for i, j, weight in edges:
        x, y = xs[i] - xs[j], ys[i] - ys[j]
        force = math.hypot(x, y) / ideal * weight * 0.5
        dx[i] -= x * force
        dy[i] -= y * force
        dx[j] += x * force
        dy[j] += y * force
    for i in range(count):
        length = math.hypot(dx[i], dy[i]) or 1
        xs[i] += dx[i] / length * min(length, heat)
        ys[i] += dy[i] / length * min(length, heat)


def _fit(xs: list[float], ys: list[float]) -> list[Point]:
    """The points stretched to the frame."""
    if not xs:
        return []
    out = []
    for values in (xs, ys):
        low, high = min(values), max(values)
        half = (high - low) / 2 or 1
        out.append([round((value - low) / half - 1, 4) if high > low else 0.0 for value in values])
    return list(zip(*out, strict=True))
