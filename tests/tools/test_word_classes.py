"""A class of words may stand in an entry alone or behind a word."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from compile_triggers import with_classes

CLASSES = {"gates": ["معبر", "المجال الجوي"]}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["سلم"], ["سلم"]),
        (["@gates"], ["معبر", "المجال الجوي"]),
        (["فتح @gates"], ["فتح معبر", "فتح المجال الجوي", "فتح المعبر"]),
        (["تشغيل", "@gates"], ["تشغيل", "معبر", "المجال الجوي"]),
    ],
)
def test_a_class_stands_for_its_words_alone_and_behind_a_word(asked: list[str], words: list[str]) -> None:
    assert with_classes({"object": asked, "not": []}, CLASSES)["object"] == words
