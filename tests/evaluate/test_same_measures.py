"""`waqai evaluate` is the project's scorer: its figures are those of `score.py`, to the digit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from waqai.evaluate import evaluate_files
from waqai.evaluate.show import report_json

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "benchmarks" / "gold" / "reports-a.jsonl"
SCORER = ROOT.parent / "shared" / "gold" / "score.py"


def as_prediction(gold: dict) -> dict:
    """A record that says just what the gold says."""
    events = []
    for event in gold["events"]:
        text = gold["text"]
        start = max(0, text.find(event["trigger"]))
        events.append(
            {
                **{k: event.get(k) for k in ("type", "mode", "act", "status", "actors", "recipients", "sources")},
                "when": event.get("date"),
                "where": event.get("place"),
                "evidence": [{"start": start, "end": start + len(event["trigger"])}],
            }
        )
    return {
        "document": {"id": gold["id"]},
        "events": events,
        "agreements": gold["agreements"],
        "tenures": gold["tenures"],
    }


def written(path: Path, spoil: bool) -> Path:
    """Predictions made from the gold; spoilt ones lose every third event and turn dates and offices."""
    lines = []
    for n, line in enumerate(GOLD.read_text(encoding="utf-8").splitlines()):
        record = as_prediction(json.loads(line))
        if spoil:
            record["events"] = [e for k, e in enumerate(record["events"]) if (k + n) % 3]
            for event in record["events"][::2]:
                event["when"] = {"start": "2000-01-01", "end": "2000-01-01"}
        lines.append(json.dumps(record, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    report = evaluate_files(str(GOLD), str(written(tmp_path / "same.jsonl", spoil=False)))
    assert (report.events.F1, report.facts.F1, report.tenures.F1) == (1.0, 1.0, 1.0)


def test_spoilt_predictions_score_what_they_deserve(tmp_path: Path) -> None:
    report = evaluate_files(str(GOLD), str(written(tmp_path / "spoilt.jsonl", spoil=True)))
    assert report.events.P == 1.0
    assert 0.6 < report.events.R < 0.75
    assert report.by_fact["date"].F1 < report.by_fact["status"].F1


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer beside the repository is not here")
@pytest.mark.parametrize("spoil", [False, True])
def test_figures_are_those_of_the_scorer(tmp_path: Path, spoil: bool) -> None:
    predictions = written(tmp_path / "pred.jsonl", spoil=spoil)
    command = [sys.executable, str(SCORER), str(GOLD), str(predictions), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert json.loads(report_json(evaluate_files(str(GOLD), str(predictions)))) == theirs
