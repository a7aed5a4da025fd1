"""What holds of any text and any day of publication."""

import itertools
import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.time import Timex, tag
from waqai.time.marked import Sentence, read_file

SENTENCES = list(read_file(Path(__file__).with_name("expressions.txt")))
WORDS = sorted({word for s in SENTENCES for word in re.split(r"(\s)", s.text) if word.strip()})
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=4),
    st.sampled_from(["ـ", "\u064b", "\u200f", "\n", "ﻻ", "٢٠٢٥", "31", "-", "/", "("]),
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)]))
DEICTIC = [
    "أمس", "اليوم", "غدا", "بعد غد", "أول من أمس", "الأحد", "الأحد الماضي", "السبت المقبل", "الأسبوع الماضي",
    "هذا الأسبوع",    "قبل ثلاثة أيام", "مساء أمس", "الليلة الماضية", "نهاية الأسبوع الماضي", "سيصل الاثنين",
]  # fmt: skip


def span_of(value: str) -> tuple[date, date] | None:
    """The days of a plain TIMEX3 date value."""
    value = value.split("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value), date.fromisoformat(value)
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday + timedelta(days=5 if m[3] else 0), monday + timedelta(days=6)
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return date(int(m[1]), int(m[2]), 1), date(int(m[1]), int(m[2]), monthrange(int(m[1]), int(m[2]))[1])
    if m := re.fullmatch(r"(\d{4})", value):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
    return None


def day_of(iso: str | None) -> date:
    assert iso is not None
    return date.fromisoformat(iso)


def check(timex: Timex, text: str) -> None:
    assert text[timex.start : timex.end] == timex.text
    assert timex.text.strip() == timex.text
    if timex.first and timex.last:
        assert timex.first <= timex.last
    if (
        timex.problem is None
        and timex.calendar is None
        and timex.type in ("DATE", "TIME")
        and (span := span_of(timex.value))
    ):
        # The interval is the value's own days, narrowed only where the words are vague («مطلع», «قبل عام»),
        # longer only where a night runs into the next day.
        first, last = (date.fromisoformat(d) if d else None for d in (timex.first, timex.last))
        exact = not timex.approx and timex.mod is None and timex.granularity != "time"
        assert first is None or (first == span[0] if exact else span[0] - timedelta(days=1) <= first <= span[1])
        assert last is None or (last == span[1] if exact else span[0] <= last <= span[1] + timedelta(days=1))


@given(TEXTS, st.none() | DAYS)
@settings(max_examples=400, deadline=None)
def test_properties_any_text_is_read_without_error_and_offsets_hold(text: str, day: date | None) -> None:
    timexes = tag(text, day.isoformat() if day else None)
    for timex in timexes:
        check(timex, text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(timexes))


@given(st.sampled_from(SENTENCES), DAYS)
@settings(max_examples=300, deadline=None)
def test_properties_any_day_of_publication_gives_a_consistent_interval(sentence: Sentence, day: date) -> None:
    text = sentence.text
    for timex in tag(text, day.isoformat()):
        check(timex, text)


@given(st.sampled_from(DEICTIC), DAYS)
@settings(max_examples=200, deadline=None)
def test_properties_a_week_later_deictic_days_are_a_week_later(words: str, day: date) -> None:
    (now,) = tag(words, day.isoformat())
    (then,) = tag(words, (day + timedelta(days=7)).isoformat())
    assert day_of(then.first) - day_of(now.first) == timedelta(days=7)
    assert day_of(then.last) - day_of(now.last) == timedelta(days=7)


@given(st.sampled_from(SENTENCES), st.sampled_from(["\u064e", "ـ", "\u200f"]))
@settings(max_examples=100, deadline=None)
def test_properties_marks_and_tatweel_change_no_value(sentence: Sentence, mark: str) -> None:
    text = sentence.text
    marked = re.sub(r"([\u0628-\u0648])(?=[\u0628-\u064a])", rf"\1{mark}", text)
    assert [t.value for t in tag(marked, "2025-10-17")] == [t.value for t in tag(text, "2025-10-17")]


@pytest.mark.parametrize(
    "piece", ["2011-", "1 و", "في 2020 و", "الساعة 10 ", "1، ", "أيام قليلة ", "كل ", "من الأحد إلى "]
)
def test_properties_monotonous_text_is_no_trap(piece: str) -> None:
    tag(piece * 3000, "2025-10-17")


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(SENTENCES))
@settings(max_examples=200, deadline=None)
def test_properties_the_calendars_ends_are_no_trap(day: date, sentence: Sentence) -> None:
    tag(sentence.text, day.isoformat())
