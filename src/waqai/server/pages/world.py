"""The projection of the map: Equal Earth, as `static/world.svg` was drawn with it.

Source: Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2018.
"""

import math

WIDTH, HEIGHT = 2000.0, 974.0
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = math.sqrt(3) / 2
SCALE = WIDTH / 2 / (math.pi / (M * A1))


def project(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to a point of the map, from its upper left corner."""
    t = math.asin(M * math.sin(math.radians(lat)))
    squared = t * t
    sixth = squared**3
    slope = A1 + 3 * A2 * squared + sixth * (7 * A3 + 9 * A4 * squared)
    x = math.radians(lon) * math.cos(t) / (M * slope)
    y = t * (A1 + A2 * squared + sixth * (A3 + A4 * squared))
    return WIDTH / 2 + x * SCALE, HEIGHT / 2 - y * SCALE


def window(south_west: tuple[float, float], north_east: tuple[float, float]) -> tuple[float, float, float, float]:
    """The part of the map between two corners given as (longitude, latitude): x, y, width, height."""
    west, south, east, north = *south_west, *north_east
    middle = (west + east) / 2
    corners = [project(lon, lat) for lon in (west, middle, east) for lat in (south, north)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top
