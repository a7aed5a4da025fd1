"""Weeks, months, years."""

from datetime import date, timedelta

from waqai.time.calendars import (
    Span,
    hijri_month,
    hijri_year,
    month_span,
    shift_days,
    shift_months,
    week_span,
    week_value,
    year_span,
)
from waqai.time.context import Context, tense
from waqai.time.dates import choose, is_hijri, recurrences, relative_year, year_of
from waqai.time.reading import Reading, day_name, of_day, of_span
from waqai.time.scan import Found
from waqai.time.weekdays import nth_weekday

STEPS = {"last": -1, "last2": -2, "preceding": -1, "next": 1, "next2": 2, "following": 1}


ANAPHORIC = frozenset({"same", "that", "following", "preceding"})


# Which thirds of a period «مطلع», «منتصف», «أواخر» cover.
PARTS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


def narrowed(reading: Reading, part: str | None) -> Reading:
    """A period's start, middle or end: a `mod`, and fewer days."""
    if part is None:
        return reading
    reading.mod, reading.approx = part, True
    reading.because = f"{part.lower()} of: {reading.because}"
    if reading.first is None or reading.last is None or part not in PARTS:
        return reading
    days = (reading.last - reading.first).days + 1
    first, last = reading.first, reading.last
    low, high = PARTS[part]
    reading.first = shift_days(first, days * low // 3)
    reading.last = last if high == 3 else shift_days(first, max(days * high // 3 - 1, days * low // 3))
    return reading


def resolve_month(found: Found, context: Context) -> Reading:
    """«سبتمبر/أيلول الماضي», «مطلع مارس 2024», «شهر رمضان المقبل»."""
    month, hijri = found.number("m") or 0, is_hijri(found)
    year, anchor, why = year_of(found, context)
    stated = found.number("y") or found.number("y2") or found.number("yw")
    relation = found.relation("mrel")
    if year is None and relation in ("same", "that"):
        year, anchor, why = relative_year("same", context)
    if hijri and stated is None:
        year = None
    if hijri and year is not None and year > 1700:
        inside = [y for y, s in recurrences(month, None, True, date(year, 7, 1)) if s[0].year == year]
        year = inside[0] if inside else None
    if year is not None:
        return narrowed(_month_of(year, month, hijri, anchor, why), found.value("part"))
    if context.dct is None:
        value = f"XXXX-{month:02d}"
        return narrowed(
            Reading(value, granularity="month", because="no year is stated, no publication date"), found.value("part")
        )
    options = recurrences(month, None, hijri, context.dct)
    when = None if relation else tense(found, dates=True)
    current = not hijri and relation == "this"
    dct = context.dct
    if not options:
        return Reading(f"XXXX-{month:02d}", granularity="month", because="outside the table of the Islamic calendar")
    span = (month_span(dct.year, month) if current else None) or choose([s for _, s in options], dct, relation, when)
    year = dct.year if current else next(y for y, s in options if s == span)
    why = f"the {relation or when or 'nearest'} such month, seen from {day_name(dct)}"
    return narrowed(_month_of(year, month, hijri, "dct", why), found.value("part"))


def month_reading(year: int, month: int, anchor: str, why: str) -> Reading:
    """A Gregorian month of a year."""
    return _month_of(year, month, False, anchor, why)


def _month_of(year: int, month: int, hijri: bool, anchor: str, why: str) -> Reading:
    span = hijri_month(year, month) if hijri else month_span(year, month)
    reading = of_span(f"{year:04d}-{month:02d}", span, "month", anchor, why)
    if hijri:
        reading.calendar, reading.approx = "hijri", True
        reading.because += "; converted from the Islamic calendar (Umm al-Qura), a sighting may differ by a day"
    return reading


def resolve_period(found: Found, context: Context) -> Reading:
    """«الأسبوع الماضي», «هذا الشهر», «العام نفسه», «مطلع العقد المقبل»."""
    token = found.token("u") or found.token("u2")
    unit = token.value[0] if token else "Y"
    relation = found.relation("rel", "pre") or "this"
    stated = found.number("y")
    if unit == "Y" and stated is not None:
        return narrowed(of_span(f"{stated:04d}", year_span(stated), "year", "none", "stated"), found.value("part"))
    base, anchor = context.dct, "dct"
    if relation in ANAPHORIC:
        base, anchor = antecedent(unit, context), "previous expression"
    reading = period_at(unit, base, STEPS.get(relation, 0), relation, anchor)
    part = found.token("part")
    # «آخر الشهر», «أول العام»
    named = {"LASTN": "END", "ORDI": "START"}.get(part.kind, str(part.value)) if part else None
    return narrowed(reading, named)


def antecedent(unit: str, context: Context) -> date | None:
    """The day of the nearest expression before that is fine enough for a week, a month or a year."""
    finer = {"W": ("day", "time", "week"), "M": ("day", "time", "week", "month")}
    wider = ("day", "time", "week", "month", "season", "quarter", "year", "decade")
    previous = context.previous(*finer.get(unit, wider))
    return None if previous is None else previous.first or previous.last


def period_at(unit: str, base: date | None, step: int, relation: str, anchor: str) -> Reading:
    """The week, month, year, decade or century `step` away from the one `base` lies in."""
    granularity = {"W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}[unit]
    if base is None:
        value = {"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}[unit]
        return Reading(value, granularity=granularity, because=f"the {relation} {granularity} of an unknown date")
    why = f"the {relation} {granularity}, seen from {day_name(base)}"
    value, span = _unit_span(unit, base, step)
    return of_span(value, span, granularity, anchor, why)


def _unit_span(unit: str, base: date, step: int) -> tuple[str, Span | None]:
    if unit == "W":
        day = shift_days(base, 7 * step) or base
        return week_value(day), week_span(day)
    if unit == "M":
        month = shift_months(date(base.year, base.month, 1), step) or base
        return f"{month:%Y-%m}", month_span(month.year, month.month)
    years = {"Y": 1, "DE": 10, "CE": 100}[unit]
    start = base.year // years * years + years * step
    digits = {"Y": 4, "DE": 3, "CE": 2}[unit]
    return f"{max(start, 0) // years:0{digits}d}", year_span(start, years)


def resolve_weekend(found: Found, context: Context) -> Reading:
    """«نهاية الأسبوع الماضي»: Saturday and Sunday of the ISO week, as TIMEX3 has it."""
    relation = found.relation("rel", "pre")
    base, anchor = context.dct, "dct"
    if relation in ANAPHORIC:
        base, anchor = antecedent("W", context), "previous expression"
    if base is None:
        return Reading("XXXX-WXX-WE", granularity="week", because="a weekend of an unknown week")
    step = STEPS.get(relation or "", 0)
    if relation is None and tense(found) == "past" and base.isoweekday() < 6:
        step = -1
    monday, sunday = week_span(shift_days(base, 7 * step) or base)
    span = (shift_days(monday, 5) or monday, sunday)
    why = f"weekend of the {relation or 'nearest'} week, seen from {day_name(base)}"
    reading = of_span(f"{week_value(monday)}-WE", span, "week", anchor, why)
    return reading


def resolve_year(found: Found, context: Context) -> Reading:
    """«عام 1998», «العام الجاري 2025», «2011», «عام 1446هـ», «عام 586 قبل الميلاد»."""
    year = found.number("y") or 0
    era = found.value("era")
    if year < 100 and era is None:
        year += 1900 if year >= 40 else 2000
    if era == "bc":
        return Reading(f"BC{year:04d}", granularity="year", because="before the common era")
    if era == "h" or (era is None and 1300 <= year <= 1460 and not found.has("cur") and _hijri_near(found)):
        reading = of_span(f"{year:04d}", hijri_year(year), "year", "none", "stated, in the Islamic calendar")
        reading.calendar, reading.approx = "hijri", True
    else:
        reading = of_span(f"{year:04d}", year_span(year), "year", "none", "stated")
    return narrowed(reading, found.value("part"))


def _hijri_near(found: Found) -> bool:
    tokens = found.lexed.tokens
    return any(t.kind in ("HMARK", "HIJ") for t in tokens[max(0, found.first - 6) : found.last + 4])


def resolve_nth_week(found: Found, context: Context) -> Reading:
    """«الأسبوع الأول من نوفمبر»: seven days of the month, not an ISO week."""
    relation = found.relation("drel")
    base = context.dct if relation not in ANAPHORIC else antecedent("M", context)
    step = STEPS.get(relation or "", 0)
    reading = period_at("M", base, step, relation, "dct") if relation else resolve_month(found, context)
    number = found.number("nw") or 1
    if reading.first and reading.last:
        first, last = reading.first, reading.last
        reading.first = last - timedelta(days=6) if found.has("last") else first + timedelta(days=7 * (number - 1))
        reading.last = min(last, reading.first + timedelta(days=6))
        if reading.first > last:
            reading.first, reading.last, reading.problem = None, None, f"a month has no week {number}"
    reading.mod = "END" if found.has("last") or number > 3 else "START" if number == 1 else "MID"
    reading.approx = True
    return reading


def resolve_nth_weekday(found: Found, context: Context) -> Reading:
    """«أول أحد من مايو», «آخر جمعة في رمضان», «أول يوم من رمضان»."""
    month = resolve_month(found, context)
    last = found.has("last") or found.has("lasti")
    number = -1 if last else found.number("nw") or found.number("nwi") or 1
    weekday = found.number("wd") or found.number("wi")
    if month.first is None or month.last is None:
        return month
    if weekday is None:
        day = month.last if last else shift_days(month.first, number - 1)
    elif month.calendar is None:
        return nth_weekday(month.first, weekday, number, month.anchor)
    else:
        start, sign = (month.last, -1) if last else (month.first, 1)
        offset = sign * (sign * (weekday - start.isoweekday()) % 7)
        day = shift_days(start, offset + (0 if last else 7 * (number - 1)))
    reading = of_day(day, month.anchor, f"counted within: {month.because}")
    reading.calendar, reading.approx = month.calendar, month.approx
    return reading
