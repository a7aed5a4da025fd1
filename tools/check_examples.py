"""Run the examples of the trigger files through the reader.

    python tools/check_examples.py            pass rates by file and cause; exit 1 below the floors
    python tools/check_examples.py --failures [WORD ...]  list what fails, for ids that contain a word

A positive example must yield an event of its entry's type whose actors and recipients hold the countries or names
that it states. A `none` example must yield no event from its entry. Floors: tests/resources/floors.json.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.append(str(Path(__file__).parent))
from read_yaml import read_yaml
from waqai.model import Document, Event
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import Extracted, extract
from waqai.pipeline.ground import ground
from waqai.text.fold import fold_word

ROOT = Path(__file__).parent.parent
TRIGGERS = ROOT / "resources" / "ar" / "triggers"
FLOORS = ROOT / "tests" / "resources" / "floors.json"
PUBLISHED = "2025-10-17"
UNREALISED = {
    "CONSULT": "AGREE", "AID": "AGREE", "COOPERATE": "AGREE", "SUPPORT": "AGREE", "RETREAT": "CONCEDE",
    "COERCE": "THREATEN", "ASSAULT": "THREATEN", "MOBILIZE": "THREATEN",
}  # fmt: skip
MEASURES = ("fires", "actor", "recipient", "none")


class Outcome(NamedTuple):
    """What one example came to: per measure whether it passed, and the cause where it did not."""

    file: str
    id: str
    text: str
    passed: dict[str, bool]
    cause: str


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """All entries with the names of their files."""
    for path in sorted(TRIGGERS.glob("*.yaml")):
        if path.stem != "light-verbs":
            for entry in read_yaml(path):
                yield path.stem, entry


def check(file: str, entry: dict[str, Any], example: dict[str, Any], number: int) -> Outcome:
    """Run one example."""
    document = Document(
        id=f"{entry['id']}.{number}", text=example["text"], published=PUBLISHED, sha256=f"{number:064d}"
    )
    extracted = extract(detect(analyze(document)))
    events = ground(extracted).events
    if example.get("none"):
        own = [e for e in events if f"triggers:{entry['id']}" in {t.rule for t in e.trace}]
        return Outcome(file, entry["id"], example["text"], {"none": not own}, "fires where it must not" if own else "")
    right = [e for e in events if e.type == entry["type"] or _mapped(e, entry["type"])]
    if not right:
        said = ", ".join(f"{e.type} by {e.trace[0].rule[9:]}" for e in events)
        return Outcome(file, entry["id"], example["text"], {"fires": False}, why_silent(entry, extracted, said))
    best = max((_sides(e, example, entry["type"]) for e in right), key=lambda s: sum(s.values()))
    cause = " and ".join(side for side, ok in best.items() if not ok)
    return Outcome(file, entry["id"], example["text"], {"fires": True, **best}, f"{cause} missing" if cause else "")


def _mapped(event: Event, kind: str) -> bool:
    """What is only planned is announced or threatened; what is not done is refused."""
    if event.status in ("planned", "proposed"):
        return UNREALISED.get(kind) == event.type
    return event.type == "REJECT" and kind in ("AGREE", "SUPPORT", "CONCEDE", "RETREAT") and event.status != "denied"


def _sides(event: Event, example: dict[str, Any], kind: str) -> dict[str, bool]:
    out = {}
    for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
        wanted = example.get(side) or []
        wanted = wanted if isinstance(wanted, list) else [wanted]
        if event.type == "CONSULT" and event.mode != "visit":
            parties = (*event.actors, *event.recipients)
        if wanted:
            countries = {p.country for p in parties}
            names = " ".join(fold_word(f"{p.name} {p.text or ''}") for p in parties)
            out[side] = all(w in countries if len(w) == 3 and w.isupper() else fold_word(w) in names for w in wanted)
    return out


def why_silent(entry: dict[str, Any], extracted: Extracted, said: str) -> str:
    """The stage that lost the event."""
    framed = [f.trigger.id for f in extracted.frames]
    if entry["id"] in framed:
        return f"dropped in ground ({said})" if said else "dropped in ground"
    tables = extracted.detected.lexicon.tables
    found = extracted.detected.found
    seen = {
        tables.triggers[int(m.ref)].id
        for f in found
        for ms in f.matches
        for m in ms
        if m.kind in ("verb", "noun", "phrase", "participle")
    }
    if entry["id"] not in seen:
        return "words not matched" + (f" ({said})" if said else "")
    others = ", ".join(framed)
    return f"another entry wins ({others})" if framed else "matched but no frame"


def rates(outcomes: list[Outcome]) -> dict[str, float]:
    """Percent passed by measure."""
    out = {}
    for measure in MEASURES:
        values = [o.passed[measure] for o in outcomes if measure in o.passed]
        out[measure] = round(100 * sum(values) / len(values), 1) if values else 100.0
    return out


def run() -> list[Outcome]:
    """All examples of all entries."""
    return [check(file, e, x, n) for file, e in entries() for n, x in enumerate(e["examples"])]


def report(outcomes: list[Outcome]) -> None:
    by_file: dict[str, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        by_file[o.file].append(o)
    print(f"{'file':12}" + "".join(f"{m:>11}" for m in MEASURES))
    for file, some in [*by_file.items(), ("all", outcomes)]:
        print(f"{file:12}" + "".join(f"{v:11.1f}" for v in rates(some).values()))
    for cause, n in Counter(o.cause.split(" (")[0] for o in outcomes if o.cause).most_common():
        print(f"{n:5} {cause}")


def main(argv: list[str]) -> int:
    outcomes = run()
    if "--failures" in argv:
        words = [w for w in argv if w != "--failures"]
        for o in outcomes:
            if o.cause and (not words or any(w in o.id for w in words)):
                print(f"{o.id} | {o.cause} | {o.text}")
    report(outcomes)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    below = [f"{m} {v} < {floors[m]}" for m, v in rates(outcomes).items() if v < floors.get(m, 0)]
    print(*below, sep="\n", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
