"""The form-by-form table: every line of `expressions.txt` is read exactly so."""

from collections import Counter
from pathlib import Path

import pytest

from waqai.time import tag
from waqai.time.marked import Sentence, read_file, read_marked

TABLE = list(read_file(Path(__file__).with_name("expressions.txt")))


@pytest.mark.parametrize("sentence", TABLE, ids=lambda s: f"{s.category}: {s.text[:40]}")
def test_expressions_are_read_as_the_table_says(sentence: Sentence) -> None:
    got = [(t.start, t.end, t.text, t.type) for t in tag(sentence.text, sentence.dct)]
    assert got == [(e.start, e.end, e.text, e.type) for e in sentence.expected]
    for timex, expected in zip(tag(sentence.text, sentence.dct), sentence.expected, strict=True):
        assert timex.value in expected.values, timex.because


def test_expressions_table_is_large_and_balanced() -> None:
    forms = Counter(s.category for s in TABLE for _ in s.expected)
    assert sum(forms.values()) >= 150
    assert max(forms.values()) <= sum(forms.values()) / 5
    assert sum(s.category == "neg" for s in TABLE) >= 15


def test_marked_text_gives_offsets_of_the_plain_text() -> None:
    text, expected = read_marked("وصل [أمس|DATE|2025-10-16~X] إلى [3|DATE|2025-10-03].")
    assert text == "وصل أمس إلى 3."
    assert [text[e.start : e.end] for e in expected] == ["أمس", "3"]
    assert expected[0].values == ("2025-10-16", "X")
