"""Quality is a gate: on the project's own benchmark no measure falls under its floor (floors.json)."""

import json
from pathlib import Path

import pytest

from waqai.evaluate import GoldDocument, evaluate_with_reader, read_gold
from waqai.reader import Reader

ROOT = Path(__file__).parents[2]
FLOORS = json.loads((Path(__file__).parents[1] / "floors.json").read_text(encoding="utf-8"))


def documents(split: str) -> list[GoldDocument]:
    chosen = []
    for path in sorted((ROOT / "benchmarks" / "gold").glob("reports-*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        wanted = {str(row["id"]) for row in rows if row["split"] == split}
        chosen += [d for d in read_gold(str(path)) if str(d.id) in wanted]
    return chosen


@pytest.mark.parametrize("split", sorted(FLOORS))
def test_no_measure_is_under_its_floor(split: str) -> None:
    report = evaluate_with_reader(documents(split), Reader(use_model=False))
    reached = {name: getattr(report, name).F1 for name in ("events", "facts", "tenures", "agreements")}
    reached |= {name: score.F1 for name, score in report.by_fact.items()}
    fallen = {name: (reached.get(name), floor) for name, floor in FLOORS[split].items() if reached.get(name, 0) < floor}
    assert not fallen, f"{split}: under the floor (reached, floor): {fallen}"


def test_texts_without_political_events_yield_none() -> None:
    reader = Reader(use_model=False)
    texts = (ROOT / "tests" / "golden" / "no-events.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for line in texts:
        text = json.loads(line)
        record = reader.read(text["text"], published=text["published"])
        found += [(text["id"], e.type, e.act) for e in record.events]
    assert len(texts) >= 30
    assert found == []
