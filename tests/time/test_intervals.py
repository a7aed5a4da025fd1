"""Days, anchors, reasons: what the event reader takes from an expression."""

import pytest

from waqai.errors import BadValue
from waqai.text.fold import fold
from waqai.time import Timex, tag

DCT = "2025-10-17"  # a Friday


def only(text: str, dct: str | None = DCT) -> Timex:
    (timex,) = tag(text, dct)
    return timex


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("التقاه أمس", "2025-10-16", "2025-10-16"),
        ("التقاه الأسبوع الماضي", "2025-10-06", "2025-10-12"),
        ("يلتقيه هذا الأسبوع", "2025-10-13", "2025-10-19"),
        ("التقاه نهاية الأسبوع الماضي", "2025-10-11", "2025-10-12"),
        ("التقاه في سبتمبر/أيلول الماضي", "2025-09-01", "2025-09-30"),
        ("التقاه العام الماضي", "2024-01-01", "2024-12-31"),
        ("التقاه قبل أسبوعين", "2025-10-03", "2025-10-03"),
        ("التقاه قبل ثلاثة أشهر", "2025-07-01", "2025-07-31"),
        ("منذ منتصف أبريل/نيسان 2023 تدور الحرب", "2023-04-15", None),
        ("منذ مارس الماضي تدور الحرب", "2025-03-01", None),
        ("منذ ثلاثة أيام تدور الحرب", "2025-10-14", None),
        ("تستمر حتى نهاية 2026", None, "2026-12-31"),
        ("في الربع الثالث من 2025", "2025-07-01", "2025-09-30"),
        ("في النصف الأول من سبتمبر", "2025-09-01", "2025-09-15"),
        ("في تسعينيات القرن الماضي", "1990-01-01", "1999-12-31"),
        ("في القرن التاسع عشر", "1800-01-01", "1899-12-31"),
        ("مطلع الشهر الماضي", "2025-09-01", "2025-09-10"),
        ("خلال الأيام الثلاثة الماضية", "2025-10-14", "2025-10-17"),
        ("ليل الخميس الجمعة", "2025-10-16", "2025-10-17"),
        ("في شهر رمضان الماضي", "2025-03-01", "2025-03-29"),
    ],
)
def test_intervals_of_days(text: str, first: str | None, last: str | None) -> None:
    timex = only(text)
    assert (timex.first, timex.last) == (first, last), timex


def test_intervals_a_year_ago_is_told_to_the_month() -> None:
    timex = only("خطف فوق الأراضي الفرنسية قبل نحو عام", "2025-04-14")
    assert (timex.first, timex.last, timex.approx, timex.mod) == ("2024-04-01", "2024-04-30", True, "APPROX")


def test_intervals_reason_names_the_anchor() -> None:
    timex = only("والأحد الماضي، بحثت تركيا وسوريا")
    assert timex.anchor == "dct weekday"
    assert timex.because == "last Sunday before publication on Friday 2025-10-17"


def test_intervals_range_is_known_at_both_ends() -> None:
    left, right = tag("من 20 إلى 22 نوفمبر المقبل", DCT)
    assert (left.first, left.last) == ("2025-11-20", "2025-11-20")
    assert {(t.range_first, t.range_last) for t in (left, right)} == {("2025-11-20", "2025-11-22")}


def test_intervals_list_of_days_is_no_range() -> None:
    assert [t.range_first for t in tag("يومي السبت والأحد الماضيين", DCT)] == [None, None]


def test_intervals_impossible_day_is_reported_not_repaired() -> None:
    timex = only("في 31 فبراير 2025")
    assert timex.problem is not None
    assert (timex.value, timex.first, timex.last) == ("2025-02-31", None, None)


def test_intervals_weekday_that_contradicts_its_date_is_reported() -> None:
    timex = only("الخميس 17 أكتوبر 2025")
    assert timex.value == "2025-10-17"
    assert timex.problem == "2025-10-17 is a Friday, the text says Thursday"


def test_intervals_weekday_beside_today_corrects_a_print_date_off_by_one() -> None:
    timex = only("اليوم الخميس")
    assert timex.value == "2025-10-16"
    assert timex.problem is not None


def test_intervals_zone_is_kept() -> None:
    assert only("عند الساعة 18:00 بتوقيت غرينتش").zone == "UTC"
    assert only("عند الساعة 18:00 بالتوقيت المحلي").zone == "local"


def test_intervals_hijri_is_marked_as_converted() -> None:
    timex = only("بتاريخ 15 رمضان 1446هـ")
    assert (timex.calendar, timex.approx, timex.first) == ("hijri", True, "2025-03-15")


def test_intervals_without_publication_date_nothing_is_invented() -> None:
    for text in ("أمس", "الأسبوع الماضي", "الأحد", "في 5 مايو", "قبل أسبوعين", "العام الماضي", "عيد الفطر"):
        timex = only(text, None)
        assert (timex.first, timex.last, timex.anchor) == (None, None, "none"), timex


def test_intervals_given_folding_changes_nothing() -> None:
    text = "التقاهُ أمسِ الخميس"
    assert tag(text, DCT, folded=fold(text)) == tag(text, DCT)


def test_intervals_bad_publication_date_is_refused_with_its_value() -> None:
    with pytest.raises(BadValue, match="17/10/2025"):
        tag("أمس", "17/10/2025")


def test_intervals_a_text_that_names_its_own_weekday_counts_all_its_days_from_there() -> None:
    """A page is often dated by its last change, a day after it was written."""
    text = "التقى الوزير أمس الثلاثاء نظيره، وقال اليوم إن الزيارة انتهت، وسيغادر غدا الخميس."
    assert [t.value for t in tag(text, "2025-10-16")] == ["2025-10-14", "2025-10-15", "2025-10-16"]


def test_intervals_weekdays_that_do_not_agree_leave_the_print_date_as_it_is() -> None:
    text = "التقى الوزير أمس الثلاثاء نظيره، وقال اليوم الخميس إن الزيارة انتهت، وسيغادر غدا."
    assert tag(text, "2025-10-16")[-1].value == "2025-10-17"
