"""What is time and what only looks like it. A rule's match stands if its check agrees."""

from collections.abc import Callable

from waqai.time.check_days import (
    check_clock,
    check_day_month,
    check_day_of_month,
    check_day_part,
    check_deictic,
    check_feast,
    check_month,
    check_numeric,
    check_overnight,
    check_set_each,
    check_tonight,
    check_weekday,
)
from waqai.time.check_lengths import check_duration, check_set_times, check_set_weekday, check_shift, check_window_last
from waqai.time.check_periods import (
    check_bare_year,
    check_decade,
    check_half_month,
    check_nth_weekday,
    check_period,
    check_period_part,
    check_quarter,
    check_season,
    check_year,
)
from waqai.time.check_words import TEMPORAL, word_in
from waqai.time.scan import Found

NAMED_RULES = frozenset(
    {
        "day_month",
        "list_day",
        "month",
        "month_single",
        "numeric",
        "weekday_numeric",
        "bare_year",
        "feast",
        "duration",
        "weekday_date",
        "year",
    }
)


def accept(found: Found) -> bool:
    """Whether a match is time at all."""
    check = CHECKS.get(found.rule)
    return check is None or check(found)


def in_name(found: Found) -> bool:
    """«شارع 26 يوليو», «حركة 23 مارس», «ثورة 25 يناير»."""
    if found.rule not in NAMED_RULES:
        return False
    before = found.before()
    if before is not None and before.kind in ("QUOTE", "LPAR"):
        before = found.before(2)
    if before is None or before.kind in TEMPORAL:
        return False
    if word_in(before, "name_heads") and not (found.rule == "duration" and not found.has("n")):
        return found.rule not in ("bare_year", "year") or not word_in(before, "year_heads")
    dated = any(found.has(name) for name in ("y", "y2", "yrel", "mrel", "ythis"))
    return (
        found.rule in ("day_month", "list_day", "month", "month_single")
        and not dated
        and word_in(before, "event_heads")
    )


def check_reference(found: Found) -> bool:
    """«بعد شهر من الآن» is one expression."""
    before, unit = found.before(), found.before(2)
    return before is None or unit is None or before.kind != "FROM" or not unit.kind.startswith("U")


CHECKS: dict[str, Callable[[Found], bool]] = {
    "day_month": check_day_month,
    "day_month_tod": check_day_month,
    "weekday_date": check_day_month,
    "weekday_numeric": check_numeric,
    "numeric": check_numeric,
    "day_of_month": check_day_of_month,
    "list_day": check_day_of_month,
    "deictic": check_deictic,
    "weekday": check_weekday,
    "day_part_alone": check_day_part,
    "overnight": check_overnight,
    "tonight": check_tonight,
    "month": check_month,
    "month_single": check_month,
    "period": check_period,
    "period_part": check_period_part,
    "year": check_year,
    "bare_year": check_bare_year,
    "quarter": check_quarter,
    "half_month": check_half_month,
    "nth_week": check_half_month,
    "nth_weekday": check_nth_weekday,
    "set_each": check_set_each,
    "season": check_season,
    "decade": check_decade,
    "clock": check_clock,
    "clock_md": check_clock,
    "duration": check_duration,
    "ago": check_shift,
    "later": check_shift,
    "window_last": check_window_last,
    "set_weekday": check_set_weekday,
    "set_times": check_set_times,
    "feast": check_feast,
    "reference": check_reference,
}
