"""The door: checks what is asked, makes the chart, renders it with the packaged font."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.errors import BadValue
from waqai.model import Record

KINDS = ("timeline", "pair", "network", "calendar")
LOCALE = {"ar": "ar-EG", "en": "en-US"}
"""Names of months."""
VEGA_LITE = "5.21"
SCALE = 2
MISSING = "pictures need vl-convert and a font: pip install 'waqai[plots]'"
Chart = Callable[[Iterable[Record], tuple[str, ...], str], dict[str, Any]]


def plot(
    kind: str, records: Iterable[Record], output: str | Path, states: tuple[str, ...] = (), lang: str = "ar"
) -> None:
    """Draw records.

    Args:
        kind: one of `KINDS`.
        records: what to draw.
        output: a `.png` or `.svg` file.
        states: ISO 3166 alpha-3; only events in which all of them take part. A `pair` needs two.
        lang: "ar" draws from right to left, "en" from left to right.

    Raises:
        BadValue: an argument cannot be, the file cannot be written, there is nothing to draw, or the extra is missing.
    """
    suffix = Path(output).suffix.lower()
    if kind not in KINDS:
        raise BadValue(f"plot {kind}: unknown; choose one of {', '.join(KINDS)}")
    if suffix not in (".png", ".svg"):
        raise BadValue(f"-o {output}: the name must end in .png or .svg")
    if lang not in ("ar", "en"):
        raise BadValue(f"--lang {lang}: choose ar or en")
    if kind == "pair" and len(states) != 2:
        raise BadValue("plot pair needs two states: --between TUR,SYR")
    from waqai.plot import charts, network

    made: dict[str, Chart] = {
        "timeline": charts.timeline,
        "pair": charts.pair,
        "calendar": charts.calendar,
        "network": network.network,
    }
    picture = render(made[kind](records, states, lang), suffix, lang)
    try:
        Path(output).write_bytes(picture)
    except OSError as error:
        raise BadValue(f"{output}: cannot be written ({(error.strerror or '').lower()}): choose another file") from None


def render(spec: dict[str, Any], suffix: str, lang: str) -> bytes:
    """A Vega-Lite chart as PNG or SVG; the same chart gives the same bytes."""
    convert = _converter()
    locale = {"time_format_locale": LOCALE[lang], "vl_version": VEGA_LITE}
    if suffix == ".png":
        return bytes(convert.vegalite_to_png(spec, scale=SCALE, **locale))
    return str(convert.vegalite_to_svg(spec, **locale)).encode("utf-8")


@lru_cache(maxsize=1)
def _converter() -> Any:
    try:
        import fontpkg_ibm_plex_sans_arabic as font
        import vl_convert
    except ModuleNotFoundError:
        raise BadValue(MISSING) from None
    for folder in sorted({file.parent for file in Path(font.__file__).parent.rglob("*.[ot]tf")}):
        vl_convert.register_font_directory(str(folder))
    return vl_convert
