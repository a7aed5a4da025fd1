"""Sentences and words: where they end, what is a dateline, and that every word says its offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.model import Document
from waqai.pipeline.analyze import Analysis, analyze
from waqai.text.fold import fold_word

PIECES = st.sampled_from(
    ["وقال", "الوزيرُ", " ", "\n", ".", "؟", "3.5", "(أ ب)", " - ", "أنقرة", "ﻻ", "ـــ", "‏", "«", "»"]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def read(text: str) -> Analysis:
    return analyze(Document(id="x", text=text))


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text).sentences]


@given(TEXTS)
def test_every_word_is_what_its_span_says(text: str) -> None:
    last = 0
    for sentence in read(text).sentences:
        assert sentence.start == sentence.spans[0][0]
        assert sentence.end == sentence.spans[-1][1]
        for word, (start, end) in zip(sentence.words, sentence.spans, strict=True):
            assert last <= start < end <= len(text)
            assert word in fold_word(text[start:end])
            last = start


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وصل الوزير. التقى الرئيس.", 2),
        ("وصل الوزير\nالتقى الرئيس", 2),
        ("هل وصل الوزير؟ نعم", 2),
        ("بلغت 3.5 مليارات دولار", 1),
        ("نظمتها ت.غ في أنقرة", 1),
        ("«وصل الوزير.» ثم غادر", 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("التقى وزير الخارجية الفرنسي جان-نويل بارو نظيره.", ""),
        ("أنقرة - بحث الوزير الملف", "أنقرة - "),
        ("مدريد (رويترز) – قال الوزير إن", "مدريد (رويترز) – "),
        ("دمشق 17 أكتوبر (سانا) - استقبل الرئيس", "دمشق 17 أكتوبر (سانا) - "),
        ("نيالا (السودان) 9 مايو أيار (رويترز) - قال شهود", "نيالا (السودان) 9 مايو أيار (رويترز) - "),
        ("مومباسا، كينيا 4 أغسطس 2017 (شينخوا) انطلقت المناورات", "مومباسا، كينيا 4 أغسطس 2017 (شينخوا) "),
        ("نخجوان (أذربيجان) (رويترز) - التقى ممثلون", "نخجوان (أذربيجان) (رويترز) - "),
        ("نواكشوط 3-2-2024 (وما) - غادر الرئيس", "نواكشوط 3-2-2024 (وما) - "),
        ("دمشق (سانا) التقى الوزير", "دمشق (سانا) "),
        ("باريس (أ ف ب) أعلنت الحكومة", "باريس (أ ف ب) "),
        ("أعلنت القيادة المركزية الأمريكية (سنتكوم) أنها قصفت", ""),
        ("قالت قوات سوريا الديمقراطية (قسد) إن", ""),
        ("(أبيدجان) – قالت المنظمة إن", "(أبيدجان) – "),
        ("قتل 12 جنديا (بينهم ضابط) في هجوم (أمس) على قاعدة", ""),
        ("زار الوزير في 12 مايو الماضي (برفقة وفد) موسكو", ""),
        ("بحث الوزير الملف مع نظيره", ""),
        ("قال وزير الدفاع الكيني -في بيان- إن القوات انسحبت", ""),
        ("وأعلن الجيش النيجري: نفذت قواتنا ضربة", ""),
        ("استقبل الرئيس اليوم (الجمعة) وفدا", ""),
        ("قمة في لومي\n\nلومي (رويترز) - بدأت أعمال القمة", "لومي (رويترز) - "),
        ("بدأت القمة أمس.\nلومي (رويترز) - بدأت أعمال القمة", ""),
    ],
)
def test_a_dateline_is_told_from_the_sentence(text: str, dateline: str) -> None:
    span = read(text).dateline
    assert (text[slice(*span)] if span else "") == dateline


def test_ali_with_its_dots_is_a_name() -> None:
    sentence = read("قال علي لاريجاني على المنصة").sentences[0]
    assert sentence.ali == {1}
