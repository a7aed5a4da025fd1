"""Entries of the lexicon ask for their object nouns in every number."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import waqai

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from compile_triggers import NUMBERS, in_all_numbers, noun_numbers, plural_cases


def test_one_number_of_a_noun_asks_for_all() -> None:
    entry = in_all_numbers({"object": ["السفير", "قلق بالغ"]}, noun_numbers())
    assert entry["object"] == ["السفير", "سفير", "سفراء", "قلق بالغ"]


def test_sound_plurals_stand_in_their_cases() -> None:
    assert plural_cases("مسؤولون") == ["مسؤولون", "مسؤولين", "مسؤولو", "مسؤولي"]
    assert plural_cases("سفراء") == ["سفراء"]


def test_no_noun_has_two_lines() -> None:
    lines = [line.split("\t")[0] for line in NUMBERS.read_text(encoding="utf-8").splitlines() if "\t" in line]
    assert sorted(lines) == sorted(set(lines))


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("أوقف الدرك التشادي إماما ومؤذنين في سار", "COERCE", "إماما"),
        ("رحّلت السلطات في غانا أمس ما يربو على ثلاثة آلاف مالي", "COERCE", "ثلاثة آلاف مالي"),
        ("أدانت نقابة الصحفيين توقيف عدد من السياسيين المعارضين في كوناكري", "COERCE", "عدد من السياسيين"),
    ],
)
def test_whoever_is_detained_is_the_object(text: str, kind: str, recipient: str) -> None:
    events = [e for e in waqai.read(text, published="2025-03-04").events if e.type == kind]
    assert recipient in [p.text for e in events for p in e.recipients]
