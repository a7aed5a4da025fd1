"""Temporal expressions: ours beside dateparser and Duckling, on the same sentences, in one run.

usage: bench_time.py [--gold FILE.jsonl] [--seconds 3]

Without --gold it reads `time/wire.txt` beside this file. A gold file has one JSON object a line: id, dct, text, timexes
with start, end, type, value and optionally alt and alt_spans. Needs the extra `bench`; a tagger that is not installed
is left out and named.
"""

import argparse
import json
import re
import time
from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from waqai.time import tag
from waqai.time.marked import read_file

WIRE = Path(__file__).parent / "time" / "wire.txt"
# Start, end, and the values the answer may be taken to mean.
Guess = tuple[int, int, tuple[str, ...]]
Tagger = Callable[[str, str], list[Guess]]
PACKAGES = {"dateparser": "dateparser", "Duckling": "pyduckling-native-phihos"}  # the second: not for every platform


def ours(text: str, dct: str) -> list[Guess]:
    """Waqai."""
    return [(t.start, t.end, (t.value,)) for t in tag(text, dct)]


def dateparser_tagger() -> Tagger:
    """dateparser's `search_dates`; it returns the words it found, looked up in the text from left to right.

    It answers with a moment and does not say whether it means the day, the month or the year: any of them is let count.
    """
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    def run(text: str, dct: str) -> list[Guess]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(dct), "PREFER_DATES_FROM": "past"}
        out: list[Guess] = []
        at = 0
        for words, moment in search_dates(text, languages=["ar"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                year, week, _ = moment.isocalendar()
                clock = f"{moment:%Y-%m-%dT%H:%M}"
                out.append(
                    (start, at, (f"{moment:%Y-%m-%d}", f"{moment:%Y-%m}", f"{moment:%Y}", f"{year}-W{week:02d}", clock))
                )
        return out

    return run


def duckling_tagger() -> Tagger:
    """Duckling's dimensions of time and duration for Arabic."""
    import duckling  # type: ignore[import-untyped]

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    language = duckling.parse_lang("AR")
    locale = duckling.parse_locale("AR", duckling.default_locale_lang(language))
    dimensions = duckling.parse_dimensions(["time", "duration"])

    def run(text: str, dct: str) -> list[Guess]:
        stamp = int(datetime.fromisoformat(dct + "T12:00:00+00:00").timestamp())
        reference = duckling.parse_ref_time(zones, "UTC", stamp)
        context = duckling.Context(reference, locale)
        return [(f["start"], f["end"], (duckling_value(f),)) for f in duckling.parse(text, context, dimensions, False)]

    return run


def duckling_value(found: dict[str, Any]) -> str:
    """TIMEX3 for what Duckling returns, no finer than the grain it tells."""
    value = found["value"]
    if found["dim"] == "duration":
        unit = value.get("unit", "day")
        letter = {"minute": "M", "second": "S", "hour": "H"}.get(unit)
        return f"PT{value['value']}{letter}" if letter else f"P{value['value']}{unit[0].upper()}"
    point = value.get("from") or value.get("to") or value if value.get("type") == "interval" else value
    moment, grain = str(point.get("value", "")), point.get("grain", "day")
    if grain == "week":
        year, week, _ = datetime.fromisoformat(moment[:10]).isocalendar()
        return f"{year}-W{week:02d}"
    return moment[: {"year": 4, "month": 7, "quarter": 7, "day": 10}.get(grain, 16)]


def load_gold(path: Path | None) -> list[dict[str, Any]]:
    """Sentences with what is right in them: accepted spans and values by expression."""
    if path is None:
        return [
            {
                "text": s.text,
                "dct": s.dct,
                "gold": [{"spans": {(e.start, e.end)}, "values": {norm(v) for v in e.values}} for e in s.expected],
            }
            for s in read_file(WIRE)
        ]
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = []
        for t in row["timexes"]:
            others = [a["value"] if isinstance(a, dict) else a for a in t.get("alt", [])]
            spans = {(t["start"], t["end"]), *(tuple(s) for s in t.get("alt_spans", []))}
            gold.append(
                {"spans": spans, "values": {norm(v) for v in [t["value"], *others]}, "opt": t.get("opt", False)}
            )
        rows.append({"text": row["text"], "dct": row["dct"], "gold": gold})
    return rows


def norm(value: str) -> str:
    """Equal lengths spelled alike, as TimeML has it."""
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value.upper())
    if m := re.fullmatch(r"PT(\d+)H", value):
        value = f"P{int(m[1]) // 24}D" if int(m[1]) % 24 == 0 else value
    for pattern, scale, unit in ((r"P(\d+)W", 7, "D"), (r"P(\d+)DE", 10, "Y"), (r"P(\d+)CE", 100, "Y")):
        if m := re.fullmatch(pattern, value):
            return f"P{int(m[1]) * scale}{unit}"
    if m := re.fullmatch(r"P(\d+)M", value):
        return f"P{int(m[1]) // 12}Y" if int(m[1]) % 12 == 0 else value
    return value


def right(guess: Guess, gold: dict[str, Any]) -> bool:
    """Whether an answer has an accepted value."""
    return any(norm(value) in gold["values"] for value in guess[2])


def score(rows: list[dict[str, Any]], guesses: list[list[Guess]]) -> dict[str, float]:
    """Strict (extent), relaxed (overlap) and value F1, and how many sentences without an expression got one."""
    strict = relaxed = value = asked = given = false = 0
    for row, found in zip(rows, guesses, strict=True):
        gold, left = [g for g in row["gold"] if not g.get("opt")], list(found)
        asked += len(gold)
        given += len(found)
        false += bool(found) and not gold
        for g in gold:
            overlapping = [f for f in left if any(f[0] < e and s < f[1] for s, e in g["spans"])]
            if not overlapping:
                continue
            best = max(overlapping, key=lambda f: (right(f, g), f[:2] in g["spans"]))
            left.remove(best)
            relaxed += 1
            strict += best[:2] in g["spans"]
            value += right(best, g)
    half = (asked + given) / 2 or 1
    return {"strict": strict / half, "relaxed": relaxed / half, "value": value / half, "false": false}


def speed(run: Tagger, rows: list[dict[str, Any]], seconds: float) -> float:
    """Characters a second, over whole rounds of the sentences for at least `seconds`."""
    start, chars = time.perf_counter(), 0
    while True:
        for row in rows:
            run(row["text"], row["dct"])
            chars += len(row["text"])
        passed = time.perf_counter() - start
        if passed >= seconds:
            return chars / passed


def taggers() -> dict[str, Tagger]:
    """Every tagger that is installed."""
    found: dict[str, Tagger] = {"Waqai": ours}
    for name, module, make in (
        ("dateparser", "dateparser", dateparser_tagger),
        ("Duckling", "duckling", duckling_tagger),
    ):
        if find_spec(module) is None:
            print(f"{name} is not installed: pip install {PACKAGES[name]}")
        else:
            found[name] = make()
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--seconds", type=float, default=3)
    args = parser.parse_args()
    rows = load_gold(args.gold)
    negatives = sum(not row["gold"] for row in rows)
    asked = sum(len(row["gold"]) for row in rows)
    print(f"{args.gold or WIRE.name}: {len(rows)} sentences, {asked} expressions, {negatives} without any\n")
    heads = ("strict F1", "relaxed F1", "value F1", "false in neg.")
    print(f"{'':12} {heads[0]} {heads[1]} {heads[2]} {heads[3]} {'chars/s':>10} {'ratio':>6}")
    ours_speed = 0.0
    for name, run in taggers().items():
        s = score(rows, [run(row["text"], row["dct"]) for row in rows])
        rate = speed(run, rows, args.seconds)
        ours_speed = ours_speed or rate
        print(
            f"{name:12} {s['strict']:9.3f} {s['relaxed']:10.3f} {s['value']:8.3f} {s['false']:>7.0f} of {negatives:<3} "
            f"{rate:10,.0f} {rate / ours_speed:6.3f}"
        )


if __name__ == "__main__":
    main()
