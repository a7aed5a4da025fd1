"""Days of a month: «17 أكتوبر», «13/8/2025», «الخامس من الشهر الجاري»."""

from datetime import date, timedelta

from waqai.time.calendars import (
    Span,
    hijri_day,
    hijri_month,
    hijri_year_of,
    month_span,
    safe_date,
    shift_days,
    shift_months,
)
from waqai.time.context import Context, tense
from waqai.time.lexicon import lexicon
from waqai.time.reading import Reading, day_name, of_day, of_span
from waqai.time.scan import Found
from waqai.time.weekdays import NAMES, nth_weekday

# A date without a year and without a verb that tells: ahead only if it is this many times nearer ahead than behind.
AHEAD = 6


def year_of(found: Found, context: Context) -> tuple[int | None, str, str]:
    """The year a tail states («2024», «من العام الماضي», «من العام نفسه»), what it is reckoned from, and why."""
    year = found.number("y") or found.number("y2") or found.number("yw")
    if year is not None:
        return year, "none", "the year is stated"
    relation = found.relation("yrel", "ythis")
    if relation is None:
        return None, "", ""
    return relative_year(relation, context)


def relative_year(relation: str, context: Context) -> tuple[int | None, str, str]:
    """The year that «الماضي», «المقبل», «نفسه» … make of publication's, or of the expression's before."""
    if relation in ("same", "following", "preceding", "that"):
        previous = context.previous("day", "time", "week", "month", "season", "quarter", "year")
        base = None if previous is None else previous.first or previous.last
        if base is None:
            return None, "", ""
        step = {"following": 1, "preceding": -1}.get(relation, 0)
        return base.year + step, "previous expression", f"the {relation} year, seen from {base.year}"
    if context.dct is None:
        return None, "", ""
    step = {"last": -1, "last2": -2, "next": 1, "next2": 2}.get(relation, 0)
    return context.dct.year + step, "dct", f"the {relation} year, seen from publication in {context.dct.year}"


def choose(spans: list[Span], dct: date, relation: str | None, when: str | None, ahead_by: int = AHEAD) -> Span:
    """Of the yearly recurrences of a day or month, the one that is meant."""
    behind = [s for s in spans if (s[1] < dct if relation in ("last", "last2") else s[0] <= dct)]
    ahead = [s for s in spans if (s[0] > dct if relation in ("next", "next2") else s[1] >= dct)]
    if relation in ("last", "last2", "preceding"):
        return behind[-2] if relation == "last2" and len(behind) > 1 else behind[-1]
    if relation in ("next", "next2", "following"):
        return ahead[1] if relation == "next2" and len(ahead) > 1 else ahead[0]
    if when == "past" or relation == "past":
        return behind[-1]
    if when == "future":
        return ahead[0]
    if ahead[0] == behind[-1]:
        return ahead[0]
    nearer_ahead = (ahead[0][0] - dct).days * ahead_by < (dct - behind[-1][0]).days
    return ahead[0] if nearer_ahead else behind[-1]


def recurrences(month: int, day: int | None, hijri: bool, dct: date) -> list[tuple[int, Span]]:
    """The years around `dct` and the days the month or day covers in each."""
    base = (hijri_year_of(dct) or 0) if hijri else dct.year
    out: list[tuple[int, Span]] = []
    for year in range(base - 3, base + 4):
        if day is None:
            span = hijri_month(year, month) if hijri else month_span(year, month)
        else:
            point = hijri_day(year, month, day) if hijri else safe_date(year, month, day)
            span = (point, point) if point else None
        if span:
            out.append((year, span))
    return out


def is_hijri(found: Found) -> bool:
    """Whether the month or the era is Islamic."""
    month, era = found.token("m"), found.token("era")
    return (month is not None and month.kind in ("HIJ", "HIJQ")) or (era is not None and era.value == "h")


def resolve_month_day(found: Found, context: Context) -> Reading:
    """«8 ديسمبر/كانون الأول 2024», «13 أغسطس الماضي», «التاسع من ذي الحجة»."""
    day, month = found.number("d") or 0, found.number("m") or 0
    hijri = is_hijri(found)
    year, anchor, why = year_of(found, context)
    stated = found.number("y") or found.number("y2") or found.number("yw")
    if hijri and year is not None and stated is None:
        year = None
    if year is not None:
        return _day_of_year(year, month, day, hijri and not (stated and stated > 1700), anchor, why)
    relation = found.relation("mrel")
    if relation in ("same", "that"):
        year, anchor, why = relative_year("same", context)
        if year is not None:
            return _day_of_year(year, month, day, False, anchor, why)
    if context.dct is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}", because="no year is stated and the publication date is unknown")
    options = recurrences(month, day, hijri, context.dct)
    if not options:
        return _day_of_year(context.dct.year, month, day, hijri, "dct", "no year has this day")
    famous = None if relation or hijri else _famous(found, context.dct, month, day)
    if famous is not None:
        return famous
    if relation == "this":
        return _this_month_day(options, context.dct, month, day, hijri)
    when = tense(found, dates=True)
    span = choose([s for _, s in options], context.dct, relation, when)
    reading = of_day(span[0], "dct", f"the {relation or when or 'nearest'} such day, seen from {day_name(context.dct)}")
    return _as_hijri(reading) if hijri else reading


def _famous(found: Found, dct: date, month: int, day: int) -> Reading | None:
    """«هجمات 11 سبتمبر»: a day known without its year, where the words before say that it is meant."""
    known = lexicon().known.get(f"{month:02d}-{day:02d}")
    if known is None or known.year > dct.year or tense(found, dates=True) == "future":
        return None
    heads = [t.word for t in (found.before(), found.before(2)) if t is not None]
    if not any(head in known.heads or head[1:] in known.heads for head in heads):
        return None
    return of_day(safe_date(known.year, month, day), "none", f"the day known by this name, in {known.year}")


def _this_month_day(options: list[tuple[int, Span]], dct: date, month: int, day: int, hijri: bool) -> Reading:
    if not hijri:
        return _day_of_year(dct.year, month, day, False, "dct", f"of the current year, {dct.year}")
    span = min((s for _, s in options), key=lambda s: abs((s[0] - dct).days))
    return _as_hijri(of_day(span[0], "dct", f"nearest to publication on {day_name(dct)}"))


def _as_hijri(reading: Reading) -> Reading:
    reading.calendar, reading.approx = "hijri", True
    reading.because += "; converted from the Islamic calendar (Umm al-Qura), a sighting may differ by a day"
    return reading


def _day_of_year(year: int, month: int, day: int, hijri: bool, anchor: str, why: str) -> Reading:
    if hijri:
        point = hijri_day(year, month, day)
        if point is not None:
            return _as_hijri(of_day(point, anchor, why))
        value = f"{year:04d}-{month:02d}-{day:02d}"
        possible = 1 <= month <= 12 and 1 <= day <= 30
        reading = Reading(value, anchor=anchor, because=why, calendar="hijri")
        reading.problem = "outside the table of the Islamic calendar" if possible else "no such day"
        return reading
    point = safe_date(year, month, day)
    if point is not None:
        return of_day(point, anchor, why)
    reading = Reading(f"{year:04d}-{month:02d}-{day:02d}", anchor=anchor, because=why)
    reading.problem = f"there is no day {day} in month {month} of {year}"
    return reading


def resolve_weekday_date(found: Found, context: Context) -> Reading:
    """«الجمعة 17 أكتوبر 2025»: the date decides; a weekday that differs is reported, or chooses the year."""
    reading = resolve_numeric(found, context) if found.has("num") else resolve_month_day(found, context)
    token, day = found.token("wd"), found.token("d")
    if token is None or reading.first is None or reading.first.isoweekday() == token.value:
        return reading
    if day is not None and day.kind == "OW" and day.value <= 5:
        # «الثلاثاء الأول من أكتوبر» where the first is no Tuesday: the first Tuesday.
        return nth_weekday(reading.first.replace(day=1), int(token.value), int(day.value), reading.anchor)
    if not (found.has("num") or found.has("y") or found.has("yrel") or is_hijri(found)) and context.dct:
        years = sorted(range(-2, 3), key=abs)
        dates = [safe_date(context.dct.year + n, reading.first.month, reading.first.day) for n in years]
        right = next((d for d in dates if d and d.isoweekday() == token.value), None)
        if right is not None:
            return of_day(right, "dct", f"the nearest year in which that day is a {NAMES[token.value]}")
    reading.problem = f"{reading.value} is a {NAMES[reading.first.isoweekday()]}, the text says {NAMES[token.value]}"
    return reading


def resolve_this_day_of_year(found: Found, context: Context) -> Reading:
    """«في مثل هذا اليوم من عام 1973»: publication's month and day in that year."""
    year = found.number("y") or 0
    if context.dct is None:
        return Reading(f"{year:04d}-XX-XX", because="the month and day of publication are unknown")
    return _day_of_year(year, context.dct.month, context.dct.day, False, "dct", "publication's day in the year stated")


def resolve_numeric(found: Found, context: Context) -> Reading:
    """«13/8/2025», «2025-08-13», «17/10», «10/2025»."""
    parts = [int(p) for p in found.value("num").replace(".", "/").replace("-", "/").split("/")]  # type: ignore[union-attr]
    token = found.token("num")
    if token is not None and token.kind == "MY":
        span = month_span(parts[1], parts[0])
        value = f"{parts[1]:04d}-{parts[0]:02d}"
        return of_span(value, span, "month", "none", "stated in digits")
    if len(parts) == 2:
        day, month = parts
        if context.dct is None:
            return Reading(
                f"XXXX-{month:02d}-{day:02d}", because="no year is stated and the publication date is unknown"
            )
        options = [s for _, s in recurrences(month, day, False, context.dct)]
        if options:
            point = choose(options, context.dct, None, tense(found, dates=True))[0]
            return of_day(point, "dct", f"the nearest such day, seen from {day_name(context.dct)}")
        return _day_of_year(context.dct.year, month, day, False, "dct", "stated in digits")
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    if year < 100:
        year += 2000 if year < 70 else 1900
    if month > 12 >= day:
        month, day = day, month
    era = found.token("era")
    hijri = 1300 <= year <= 1500 or (era is not None and era.value == "h")
    return _day_of_year(year, month, day, hijri, "none", "stated in digits")


def resolve_day_of_month(found: Found, context: Context) -> Reading:
    """«15 من الشهر الجاري», «الخامس من هذا الشهر»."""
    relation = found.relation("mrel", "mthis")
    day = found.number("d") or 0
    base, anchor = context.dct, "dct"
    if relation in ("same", "that", "following", "preceding"):
        previous = context.previous("day", "time", "month", "week")
        base, anchor = (previous.first if previous else None), "previous expression"
    if base is None:
        return Reading(f"XXXX-XX-{day:02d}", because="counts from a month that is unknown")
    steps = {"last": -1, "last2": -2, "next": 1, "next2": 2, "following": 1, "preceding": -1}
    if relation is None:
        relation = "this" if day <= base.day or tense(found, dates=True) == "future" else "last"
    month = shift_months(date(base.year, base.month, 1), steps.get(relation, 0))
    if month is None:
        return Reading(f"XXXX-XX-{day:02d}", because="beyond the calendar")
    return _day_of_year(
        month.year, month.month, day, False, anchor, f"the {relation} month, seen from {day_name(base)}"
    )


def resolve_list_day(found: Found, following: Reading | None, after: int) -> Reading:
    """«3» in «3 و5 مايو»: takes month and year from the day `after` it."""
    day = found.number("d") or 0
    if following is None or (following.first is None and "X" not in following.value):
        return Reading(f"XXXX-XX-{day:02d}", because="its month is named further on and cannot be reckoned")
    if following.first is None:
        value = following.value[:8] + f"{day:02d}" if len(following.value) == 10 else f"XXXX-XX-{day:02d}"
        return Reading(value, because="month from the expression after it")
    if following.calendar == "hijri":
        point = shift_days(following.first, day - after)
        return _as_hijri(of_day(point, following.anchor, "month and year from the expression after it"))
    base = following.first
    point = safe_date(base.year, base.month, day)
    if point and point > base and day > base.day:
        earlier = date(base.year, base.month, 1) - timedelta(days=1)
        point = safe_date(earlier.year, earlier.month, day)
    return of_day(point, following.anchor, f"month and year from the expression after it, {base.isoformat()}")
