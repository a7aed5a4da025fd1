"""A text may end at any word: headlines and previews are cut short, and none of them is a reason to fail."""

import json
from pathlib import Path

import pytest

from waqai import Reader

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "benchmarks" / "gold").glob("reports*.jsonl"))
STEP = 11
READER = Reader(use_model=False)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_sentence_cut_at_any_word_is_read(path: Path) -> None:
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        for sentence in json.loads(line)["text"].split("."):
            words = sentence.split()
            for end in range(1 + n % STEP, len(words), STEP):
                assert READER.read(" ".join(words[:end]), published="2025-10-17").document.text


@pytest.mark.parametrize(
    "text",
    ["درس الوزير في جامعة ابن", "أدان الوزير الكيني الهجوم، وفق تصريح للوكالة", "قصفت طائرات مطار مدينة"],
)
def test_these_ends_are_read(text: str) -> None:
    assert READER.read(text, published="2025-10-17").document.text == text
