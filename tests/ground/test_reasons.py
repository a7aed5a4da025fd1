"""What `explain` says of roles and sources: where the words put whom."""

import pytest

import waqai
from waqai.model import Event


def _told(text: str) -> Event:
    return waqai.read(text, published="2025-03-04").events[0]


@pytest.mark.parametrize(
    ("text", "field", "because"),
    [
        ("التقى وزير الخارجية العماني نظيره الكيني في مسقط.", "actors[0]", "the subject of «التقى»"),
        ("أدانت تونس الهجوم على السفارة.", "actors[0]", "the subject of «أدانت»"),
        ("اتهمت كينيا الصومال بخرق الاتفاق.", "recipients[0]", "the object of «اتهمت»"),
        ("قُتل ثلاثة جنود من قبل حركة الشباب قرب كيسمايو.", "actors[0]", "who did what the passive «قُتل» tells"),
        ("عُقدت محادثات بين النرويج وقبرص في أوسلو.", "actors[0]", "behind «بين», with «عُقدت»"),
        ("بحث الرئيس الغاني مع رئيس وزراء بنين أمن الحدود.", "actors[1]", "behind «مع», with «بحث»"),
    ],
)
def test_a_role_has_the_slot_that_it_comes_from(text: str, field: str, because: str) -> None:
    assert {t.field: t.because for t in _told(text).trace}[field] == because


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("قالت وزارة الخارجية الغانية إن الرئيس زار باريس.", "who says what is told here"),
        ("زار الرئيس الغاني باريس، بحسب وزارة الخارجية الفرنسية.", "named behind words like «بحسب»"),
    ],
)
def test_a_source_has_its_rule_and_reason(text: str, because: str) -> None:
    source = next(t for t in _told(text).trace if t.field == "sources[0]")
    assert source.rule.startswith("attribution:")
    assert source.because == because


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("استهدف الجيش المالي معسكرا في كيدال بطائرة مسيرة.", "drone", "مسيرة"),
        ("تباحث وزير الري الغاني هاتفيا مع نظيره الكيني.", "phone", "هاتفيا"),
        ("شنت طائرات مالية غارة على كيدال.", "aerial", "طائرات"),
    ],
)
def test_a_mode_is_shown_by_the_word_that_says_it(text: str, mode: str, words: str) -> None:
    event = _told(text)
    trace = next(t for t in event.trace if t.field == "mode")
    assert event.mode == mode
    assert trace.span is not None
    assert text[trace.span[0] : trace.span[1]] == words
