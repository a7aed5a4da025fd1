"""Parts of years and more than years: quarters, halves, seasons, decades, centuries."""

from datetime import date, timedelta

from waqai.time.calendars import (
    hijri_year,
    months_span,
    season_of,
    season_span,
    year_span,
)
from waqai.time.context import Context, tense
from waqai.time.dates import choose, year_of
from waqai.time.periods import ANAPHORIC, STEPS, antecedent, narrowed, period_at, resolve_month
from waqai.time.reading import Reading, day_name, of_span
from waqai.time.scan import Found


def resolve_quarter(found: Found, context: Context) -> Reading:
    """«الربع الثالث من 2025», «النصف الأول من العام الجاري», «الربع الأخير»."""
    parts = found.number("q") or 4
    year, anchor, why = year_of(found, context)
    if year is None:
        year, anchor = (context.dct.year, "dct") if context.dct else (None, "none")
        why = f"of the year of publication, {year}"
    number = parts if found.has("last") else found.number("qn") or 1
    if found.has("qrel"):
        return _quarter_relative(parts, STEPS.get(found.relation("qrel") or "", 0), context)
    if year is not None and not (found.has("y") or found.has("yrel") or found.has("ythis") or found.has("dy")):
        year = _nearest_quarter(parts, number, context, tense(found))
    if year is None:
        value = {4: f"XXXX-Q{number}", 2: f"XXXX-H{number}"}.get(parts, "XXXX")
        return Reading(value, granularity="quarter", because="of an unknown year")
    return _quarter(parts, number, year, anchor, why)


def _quarter(parts: int, number: int, year: int, anchor: str, why: str) -> Reading:
    length = 12 // parts
    span = months_span(year, 1 + length * (number - 1), length) if 1 <= number <= parts else None
    value = {4: f"{year:04d}-Q{number}", 2: f"{year:04d}-H{number}"}.get(parts, f"{year:04d}")
    reading = of_span(value, span, "quarter", anchor, why)
    if parts == 3:
        reading.mod = {1: "START", 2: "MID", 3: "END"}.get(number)
    if span is None:
        reading.problem = f"a year has no part {number} of {parts}"
    return reading


def _nearest_quarter(parts: int, number: int, context: Context, when: str | None) -> int:
    """Without a year: this year's, or last year's where this year's is still ahead and nothing says so."""
    dct = context.dct or date(1, 1, 1)
    start = 1 + 12 // parts * (number - 1)
    return dct.year - 1 if start > dct.month and when != "future" and dct.year > 1 else dct.year


def _quarter_relative(parts: int, step: int, context: Context) -> Reading:
    if context.dct is None:
        return Reading("XXXX-QX", granularity="quarter", because="counts from an unknown date")
    index = context.dct.year * parts + (context.dct.month - 1) * parts // 12 + step
    return _quarter(parts, index % parts + 1, index // parts, "dct", f"seen from {day_name(context.dct)}")


def resolve_half_month(found: Found, context: Context) -> Reading:
    """«النصف الثاني من سبتمبر», «الثلث الأخير من رمضان», «النصف الأول من الشهر الجاري»."""
    parts = found.number("q") or 2
    number = parts if found.has("last") else found.number("qn") or 1
    relation = found.relation("drel")
    if found.has("cn") or found.has("crel") or found.has("cthis"):
        reading = resolve_century(found, context)
    elif relation:
        base = context.dct if relation not in ANAPHORIC else antecedent("M", context)
        reading = period_at("M", base, STEPS.get(relation, 0), relation, "dct")
    else:
        reading = resolve_month(found, context)
    if reading.first and reading.last:
        first, days = reading.first, (reading.last - reading.first).days + 1
        reading.first = first + timedelta(days=days * (number - 1) // parts)
        reading.last = first + timedelta(days=days * number // parts - 1)
    reading.mod = "START" if number == 1 else "END" if number == parts else "MID"
    return reading


def resolve_season(found: Found, context: Context) -> Reading:
    """«صيف 2024», «الصيف الماضي», «هذا الشتاء»."""
    season = found.value("s") or "SU"
    year, anchor, why = year_of(found, context)
    dct = context.dct
    if year is None:
        if dct is None:
            return Reading(f"XXXX-{season}", granularity="season", because="of an unknown year")
        relation = found.relation("rel", "pre")
        now_year, now = season_of(dct)
        spans = [(y, s) for y in range(now_year - 3, now_year + 4) if (s := season_span(y, season))]
        when = None if relation else tense(found, dates=True)
        span = choose([s for _, s in spans], dct, None if relation == "this" and now == season else relation, when)
        year = next(y for y, s in spans if s == span)
        anchor, why = "dct", f"the {relation or when or 'nearest'} such season, seen from {day_name(dct)}"
    reading = of_span(f"{year:04d}-{season}", season_span(year, season), "season", anchor, why)
    reading.approx = True
    return narrowed(reading, found.value("part"))


def century_of(found: Found, context: Context) -> int | None:
    """The first two digits of the century named: «القرن التاسع عشر» gives 18."""
    if found.has("cn"):
        return (found.number("cn") or 1) - 1
    relation = found.relation("crel") or "this"
    year = context.dct.year if context.dct else 2000
    # «القرن الماضي» in undated text is still the twentieth: nobody alive means another.
    return year // 100 + STEPS.get(relation, 0)


def resolve_century(found: Found, context: Context) -> Reading:
    """«القرن التاسع عشر», «القرن الماضي», «القرن الخامس قبل الميلاد»."""
    century = century_of(found, context) or 0
    era = found.value("cera")
    if era == "bc":
        return Reading(f"BC{century:02d}", granularity="century", because="before the common era")
    if era == "h":
        spans = (hijri_year(century * 100 + 1), hijri_year(century * 100 + 100))
        span = (spans[0][0], spans[1][1]) if spans[0] and spans[1] else None
        reading = of_span(f"{century:02d}", span, "century", "none", "an Islamic century")
        reading.calendar = "hijri"
        return reading
    anchor = "none" if found.has("cn") else "dct"
    reading = of_span(
        f"{century:02d}", year_span(century * 100, 100), "century", anchor, f"the years {century}00-{century}99"
    )
    return narrowed(reading, found.value("part"))


def resolve_decade(found: Found, context: Context) -> Reading:
    """«تسعينيات القرن الماضي», «الثمانينيات», «العقد الثاني من القرن الحالي»."""
    tens = found.number("dec")
    if tens is None:
        tens = 90 if not found.number("dn") else ((found.number("dn") or 1) - 1) * 10
    stated = found.has("cn") or found.has("crel") or found.has("cthis")
    century = (century_of(found, context) or 0) if stated else 19
    start = century * 100 + tens
    why = "of the century named" if stated else "of the twentieth century, none is named"
    reading = of_span(f"{start // 10:03d}", year_span(start, 10), "decade", "none", why)
    return narrowed(reading, found.value("part"))
