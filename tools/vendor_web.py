"""Fetch the fonts and borders that pages are made with, and write them where the package takes them from.

    python tools/vendor_web.py           fetch from the npm registry, check, write
    python tools/vendor_web.py --check   compare what is there with the hashes below

Needs `npm` for fetching only. Nothing here runs in a browser or at run time.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import itertools

from waqai.server.pages.world import HEIGHT, WIDTH, project

STATIC = Path(__file__).parents[1] / "src" / "waqai" / "server" / "static"
FONTS = "@fontsource/ibm-plex-sans-arabic@5.3.0"
BORDERS = "world-atlas@2.0.2"
TARBALLS = {
    FONTS: "282f301531ee62f317673553a3cd4ff9d0bc7bebfd5d9bcfe82ce2db9b64ff47",
    BORDERS: "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
}
FILES = [
    f"ibm-plex-sans-arabic-{script}-{weight}-normal.woff2" for script in ("arabic", "latin") for weight in (400, 600)
]
NEAR = 0.8
"""Points of a border nearer than this to the one before are left out: two pixels at the closest zoom."""


def fetch(package: str, folder: Path) -> tarfile.TarFile:
    name = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()
    data = (folder / name).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != TARBALLS[package]:
        sys.exit(f"{package}: hash {found}, expected {TARBALLS[package]}: see what changed before writing it down")
    return tarfile.open(folder / name)


def member(archive: tarfile.TarFile, name: str) -> bytes:
    found = archive.extractfile(f"package/{name}")
    if found is None:
        sys.exit(f"{name} is not in the package")
    return found.read()


def world_svg(topology: dict[str, Any]) -> str:
    """Land and borders as two paths, from TopoJSON of Natural Earth."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    used: Counter[int] = Counter()
    land: list[str] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            used.update(i if i >= 0 else ~i for i in ring)
            points: list[tuple[float, float]] = []
            for i in ring:
                part = arcs[i] if i >= 0 else arcs[~i][::-1]
                points += part[1 if points else 0 :]
            if len(set(points)) > 2:
                land.append(_path(points) + "z")
    borders = [_path(arcs[i]) for i, times in sorted(used.items()) if times > 1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}">'
        f'<path id="land" d="{"".join(land)}"/><path id="borders" fill="none" d="{"".join(borders)}"/></svg>\n'
    )


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    (kx, ky), (x0, y0) = transform["scale"], transform["translate"]
    x = y = 0
    out: list[tuple[float, float]] = []
    for number, (dx, dy) in enumerate(arc):
        x, y = x + dx, y + dy
        point = project(x * kx + x0, y * ky + y0)
        last = number == len(arc) - 1
        if not out or last or abs(point[0] - out[-1][0]) + abs(point[1] - out[-1][1]) >= NEAR:
            out.append((round(point[0], 1), round(point[1], 1)))
    return out


def _path(points: list[tuple[float, float]]) -> str:
    """Relative moves, which are shorter than absolute ones; counted in tenths so that no error adds up."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    if len(set(tenths)) == 1:
        return ""  # a line to nowhere is an error, and nothing after it would be drawn
    out = [f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l"]
    for (x, y), (x2, y2) in itertools.pairwise(tenths):
        dx, dy = (x2 - x) / 10, (y2 - y) / 10
        if dx or dy:
            out.append(f"{_short(dx)}{'' if dy < 0 else ' '}{_short(dy)} ")
    return "".join(out).replace(" -", "-").rstrip()


def _short(value: float) -> str:
    return f"{value:g}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:g}"


def write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fonts = fetch(FONTS, Path(folder))
        for name in FILES:
            (STATIC / "fonts" / name).write_bytes(member(fonts, f"files/{name}"))
        (STATIC / "fonts" / "LICENSE").write_bytes(member(fonts, "LICENSE"))
        borders = fetch(BORDERS, Path(folder))
        svg = world_svg(json.loads(member(borders, "countries-50m.json")))
        (STATIC / "world.svg").write_text(svg, encoding="utf-8")
        (STATIC / "world.LICENSE").write_bytes(member(borders, "LICENSE"))
    (STATIC / "VENDORED.json").write_text(json.dumps(listing(), indent=1) + "\n", encoding="utf-8")


def listing() -> dict[str, Any]:
    """What is in the folder, from which package, with which hash."""
    names = {**{f"fonts/{name}": FONTS for name in [*FILES, "LICENSE"]}, "world.svg": BORDERS, "world.LICENSE": BORDERS}
    return {
        name: {"from": package, "sha256": hashlib.sha256((STATIC / name).read_bytes()).hexdigest()}
        for name, package in names.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only compare hashes")
    if parser.parse_args().check:
        if listing() != json.loads((STATIC / "VENDORED.json").read_text(encoding="utf-8")):
            sys.exit("static/ does not match VENDORED.json: run tools/vendor_web.py")
    else:
        write()


if __name__ == "__main__":
    main()
