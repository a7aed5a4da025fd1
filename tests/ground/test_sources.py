"""Who an event is known from, over the whole report."""

import pytest

import waqai


def sources(text: str, act: str) -> list[str]:
    """The sources of the first event of an act."""
    found = [e for e in waqai.read(text, published="2025-10-17").events if e.act == act]
    return [s.text for s in found[0].sources]


def test_a_spokesman_tells_of_what_was_told_before() -> None:
    text = (
        "قتل أربعون شخصا في هجوم على سوق في مأرب أمس، بحسب مسعفين. "
        "وقال المتحدث باسم التحالف أحمد عسيري إن الهجوم لم يستهدف مدنيين."
    )
    assert sources(text, "attack") == ["مسعفين", "أحمد عسيري"]


def test_one_body_is_not_named_twice() -> None:
    text = (
        "بحثت قطر وغانا في الدوحة تعزيز التعاون، بحسب ما أعلنت وزارة الخارجية القطرية. "
        "وقالت الوزارة إن الجانبين ناقشا الملف السوداني خلال اللقاء."
    )
    assert sources(text, "meeting") == ["وزارة الخارجية القطرية"]


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        # what one decides and announces oneself is one's deed
        ("قالت حكومة مولدوفا إنها أمرت بطرد خمسة دبلوماسيين روس.", "expulsion", []),
        # a strike that an army tells of itself is its word
        ("قال الجيش الكيني إنه قصف مواقع المسلحين في لامو.", "attack", ["الجيش الكيني"]),
        # who denies a deed is known as its denier
        ("نفى المتحدث باسم الجيش السوداني نبيل عبد الله قصف المدينة.", "attack", ["نبيل عبد الله"]),
        # set off by a comma, the noun is what the sentence tells
        (
            "وأودت المواجهات بين الجيش ومسلحين، التي بدأت أمس، بحياة 55 شخصا، بحسب مركز طب الطوارئ.",
            "clash",
            ["مركز طب الطوارئ"],
        ),
    ],
)
def test_a_source_is_who_tells_what_others_do(text: str, act: str, expected: list[str]) -> None:
    assert sources(text, act) == expected
