"""Reports of sport, weather, products, culture and the like hold no event."""

import json
from pathlib import Path

import pytest

import waqai

LINES = (Path(__file__).parent / "no-events.jsonl").read_text(encoding="utf-8").splitlines()
REPORTS = [json.loads(line) for line in LINES]
MINIMUM = 30


def test_there_are_enough() -> None:
    assert len(REPORTS) >= MINIMUM


@pytest.mark.parametrize("report", REPORTS, ids=[str(report["id"]) for report in REPORTS])
def test_no_event(report: dict[str, str]) -> None:
    record = waqai.read(report["text"], published=report.get("published"))
    assert [(e.type, e.act, [report["text"][v.start : v.end] for v in e.evidence]) for e in record.events] == []
