"""An entry of the wrong shape is named in one line, with what to write instead, and nothing is compiled."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from shape import wrong_shape

ROOT = Path(__file__).resolve().parents[2]

GOOD: dict[str, Any] = {
    "id": "consult.sample", "verb": "زار / يزور", "type": "CONSULT", "object": ["@forces", "مدينة"], "source": "waqai",
    "examples": [{"text": "زار الوزير المدينة"}],
}  # fmt: skip


def test_a_good_entry_has_nothing_wrong() -> None:
    assert wrong_shape(GOOD, {"forces": ["قوات"]}) is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"verb": "زار"}, "«زار» is not past / present"),
        ({"verb": ["زار / يزور"]}, "verb: one value is asked for"),
        ({"verb": None}, "can match nothing"),
        ({"object": ["@armies"]}, "@armies is no class"),
        ({"object": ["فتح @armies"]}, "@armies is no class"),
        ({"object": {"مدينة": "بلدة"}}, "object: words are asked for"),
        ({"type": None}, "type is missing"),
        ({"examples": []}, "examples is missing"),
        ({"objects": ["مدينة"]}, "«objects» is no field"),
        ({"object": ["مغادرة القوات"], "not": ["قوات"]}, "object: «مغادرة القوات» holds a word of `not`"),
        ({"noun": ["زيارة"], "not": ["الزيارة"]}, "noun: «زيارة» holds a word of `not`"),
        ({"not": ["زار"]}, "verb: «زار» holds a word of `not`"),
    ],
)
def test_what_is_wrong_is_said(change: dict[str, Any], said: str) -> None:
    assert said in (wrong_shape(GOOD | change, {"forces": ["قوات"]}) or "")


@pytest.mark.parametrize(
    "change",
    [
        {"object": ["@forces"], "not": ["قوات"]},  # a veto takes a word out of a class
        {"not": ["زار"], "skip": ["زار"]},
        {"object": ["قوات"], "not": ["قوات الاحتياط"]},
    ],
)
def test_a_veto_that_leaves_what_is_asked_for_is_no_fault(change: dict[str, Any]) -> None:
    assert wrong_shape(GOOD | change, {"forces": ["قوات"]}) is None


def test_a_list_item_that_is_no_entry_is_said() -> None:
    assert "is no entry" in (wrong_shape("زار / يزور", {}) or "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- زار / يزور\n", "aid.yaml:?: «زار / يزور» is no entry"),
        (
            "- id: aid.sample\n  verb: منح\n  type: AID\n  source: me\n  examples: [{text: منح}]\n",
            "aid.yaml:aid.sample: verb",
        ),
        ("- id: [aid\n", "aid.yaml, line"),
        ("- id: aid.sample\n  id: aid.other\n", "«id» stands here for the second time"),
    ],
)
def test_the_compile_step_names_the_entry_and_writes_nothing(tmp_path: Path, line: str, said: str) -> None:
    for folder in ("resources", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    compiled = tmp_path / "src" / "waqai" / "data" / "lexicon.json"
    compiled.parent.mkdir(parents=True)
    before = b"compiled before"
    compiled.write_bytes(before)
    with (tmp_path / "resources" / "ar" / "triggers" / "aid.yaml").open("a", encoding="utf-8") as file:
        file.write(line)
    run = subprocess.run(
        [sys.executable, str(tmp_path / "tools" / "compile_resources.py")], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert compiled.read_bytes() == before
