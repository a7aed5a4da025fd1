"""Pictures: drawn, the same each time, Arabic from right to left."""

from pathlib import Path

import pytest

from waqai.errors import BadValue
from waqai.model import Document, Event, Interval, Participant, Record
from waqai.plot import KINDS, plot

pytest.importorskip("vl_convert")
pytest.importorskip("fontpkg_ibm_plex_sans_arabic")
pytest.importorskip("numpy")

PNG = b"\x89PNG"


def event(n: int, status: str, *states: str) -> Event:
    day = f"2025-10-{n:02}"
    actors = tuple(Participant(entity=state, name=state, country=state) for state in states)
    when = Interval(start=day, end=day, granularity="day")
    return Event(id=f"e{n}", type="CONSULT", act="meeting", status=status, when=when, actors=actors)


RECORD = Record(
    document=Document(id="d", text="نص"),
    events=(
        event(3, "happened", "TUR", "SYR"),
        event(9, "denied", "TUR", "IRQ"),
        event(17, "happened", "TUR", "SYR", "IRQ"),
    ),
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_kind_is_drawn_the_same_twice(kind: str, lang: str, tmp_path: Path) -> None:
    states = ("TUR", "SYR") if kind == "pair" else ()
    made = []
    for name in ("a.svg", "b.svg", "c.png"):
        plot(kind, [RECORD], tmp_path / name, states, lang)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert b"IBM Plex Sans Arabic" in made[0]
    assert made[2].startswith(PNG)
    assert ("تركيا" in made[0].decode()) == (lang == "ar" and kind != "calendar")


def test_what_was_denied_is_said_in_words(tmp_path: Path) -> None:
    plot("timeline", [RECORD], tmp_path / "a.svg")
    assert "لقاء (منفي): تركيا، العراق" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_nothing_to_draw_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="nothing to draw"):
        plot("timeline", [], tmp_path / "a.svg")
