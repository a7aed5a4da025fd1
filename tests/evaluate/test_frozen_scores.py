"""Hand-made gold and records, and the figures that the reference scorer gave for them once."""

import json
from pathlib import Path

import pytest

from waqai.errors import UnreadableDocument
from waqai.evaluate import evaluate_files
from waqai.evaluate.names import same_name
from waqai.evaluate.show import report_json, report_lines

DATA = Path(__file__).parent / "data"


def test_figures_are_the_frozen_ones() -> None:
    report = evaluate_files(str(DATA / "gold.jsonl"), str(DATA / "pred.jsonl"))
    assert json.loads(report_json(report)) == json.loads((DATA / "scores.json").read_text(encoding="utf-8"))
    shown = [*report.misses, *report_lines(report)]
    assert shown == (DATA / "scores.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("هاكان فيدان", "فيدان", True),
        ("الرئيس أحمد الشرع", "احمد الشرع", True),
        ("مرهف أبو قصرة", "اللواء مرهف أبو قصرة", True),
        ("وزارة الخارجية التركية", "وزارة الدفاع التركية", True),
        ("هاكان فيدان", "هاكان شكر", False),
        ("السيد", "فيدان", False),
        ("", "", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize("line", ["{oops", '{"text": "a"}', '{"id": 1, "text": "a", "events": 5}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"id": 1, "text": "a"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=r"gold\.jsonl:2: "):
        evaluate_files(str(path), str(DATA / "pred.jsonl"))
