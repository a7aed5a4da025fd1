"""Lengths of time, and points a length away."""

from datetime import date

from waqai.time.calendars import month_span, shift_days, shift_months, week_value, year_span
from waqai.time.context import Context, tense
from waqai.time.dates import year_of
from waqai.time.reading import Reading, day_name
from waqai.time.scan import Found

GRANULARITY = {
    "H": "time", "MI": "time", "S": "time", "D": "day", "NI": "day", "W": "week", "M": "month", "Y": "year",
    "DE": "decade", "CE": "century",
}  # fmt: skip
# A unit in smaller ones, for halves, thirds and quarters.
SMALLER = {
    "H": (60, "MI"), "MI": (60, "S"), "D": (24, "H"), "W": (7, "D"), "M": (30, "D"), "Y": (12, "M"), "DE": (10, "Y"),
    "CE": (100, "Y"),
}  # fmt: skip
YEARS = {"Y": 1, "DE": 10, "CE": 100}
Length = tuple[int | None, str]


def spell(length: Length) -> str:
    """TIMEX3 value of a length; `X` where the number is not told."""
    number, unit = length
    count = "X" if number is None else str(number)
    if unit in ("H", "MI", "S"):
        return f"PT{count}{'M' if unit == 'MI' else unit}"
    return f"P{count}{'D' if unit == 'NI' else unit}"


def length_of(found: Found) -> Length:
    """The number and unit that «ثلاثة أيام», «يومين», «نصف ساعة», «عام ونصف» say."""
    unit_token = next((t for n in ("u", "dual", "us", "uf", "bare") if (t := found.token(n))), None)
    unit = unit_token.value[0] if unit_token else "D"
    if found.has("dual"):
        number: int | None = 2
    elif found.has("frac"):
        size, smaller = SMALLER.get(unit, (1, unit))
        return size // (found.number("frac") or 2), smaller
    elif found.has("n"):
        number = found.number("n")
    else:
        plain = unit_token is not None and unit_token.value[1] == 1 and not found.has("few")
        number = (found.number("one") or 1) if plain else None
    return _longer(found, (number, unit))


def spelled(found: Found) -> str:
    """TIMEX3 value of the length an expression says; «عام ونصف» is `P1Y6M`."""
    number, unit = length_of(found)
    whole = next((t.value[0] for n in ("u", "dual", "bare") if (t := found.token(n))), unit)
    if (
        not (found.has("plus") or found.has("more"))
        or number is None
        or whole not in ("Y", "M", "D", "H", "MI")
        or unit == whole
    ):
        return spell((number, unit))
    size, smaller = SMALLER[whole]
    head, tail = spell((number // size, whole)), spell((number % size, smaller))
    return head + (tail.removeprefix("PT") if head.startswith("PT") else tail.removeprefix("P"))


def _longer(found: Found, length: Length) -> Length:
    """«عام ونصف العام», «عام وثلاثة أشهر»."""
    number, unit = length
    if number is None or unit not in SMALLER:
        return length
    size, smaller = SMALLER[unit]
    if found.has("plus"):
        fraction = found.tokens("plus")[1]
        parts = {30: 2, 15: 4, 20: 3}.get(fraction.value, fraction.value)
        return number * size + size // int(parts), smaller
    if found.has("more"):
        tokens = found.tokens("more")[1:]
        count, second = (
            (tokens[0].value, tokens[-1].value[0]) if len(tokens) > 1 else (tokens[0].value[1], tokens[0].value[0])
        )
        if second == smaller:
            return number * size + int(count), smaller
    return length


def shifted(base: date, length: Length, sign: int) -> tuple[str, date | None, date | None]:
    """TIMEX3 value and days of the point a length from `base`; no finer than the unit told."""
    number, unit = (length[0] or 0) * sign, length[1]
    if unit in ("H", "MI", "S"):
        hours = {"H": number, "MI": number / 60, "S": number / 3600}[unit]
        if number and abs(hours) >= 24:
            day = shift_days(base, int(hours / 24))
            return (day.isoformat(), day, day) if day else ("XXXX-XX-XX", None, None)
        other = shift_days(base, -1 if sign < 0 else 1) or base
        return base.isoformat(), min(base, other), max(base, other)
    if unit in ("D", "NI"):
        day = shift_days(base, number)
        return (day.isoformat(), day, day) if day else ("XXXX-XX-XX", None, None)
    if unit == "W":
        day = shift_days(base, 7 * number)
        return (week_value(day), day, day) if day else ("XXXX-WXX", None, None)
    day = shift_months(base, number if unit == "M" else 12 * YEARS[unit] * number)
    if day is None:
        return "XXXX", None, None
    if unit == "M":
        return f"{day:%Y-%m}", *(month_span(day.year, day.month) or (None, None))
    if unit != "Y" or abs(number) > 5:
        return f"{day.year:04d}", *(year_span(day.year) or (None, None))
    # A few years ago is told to the month: «قبل نحو عام».
    return f"{day.year:04d}", *(month_span(day.year, day.month) or (None, None))


def resolve_duration(found: Found, context: Context) -> Reading:
    """A plain length: «ثلاثة أيام», «61 سنة». After «منذ» its first day is known, and it is still open."""
    length = length_of(found)
    reading = Reading(spelled(found), "DURATION", granularity=GRANULARITY[length[1]], because="a length of time")
    reading.mod = found.value("appr") or ("APPROX" if found.has("appr2") else None)
    before = found.before()
    if before is not None and before.kind == "SINCE" and context.dct is not None:
        back = shifted(context.dct, length, -1) if length[0] is not None else ("", None, None)
        reading.first, reading.anchor, reading.approx = back[1], "dct", True
        reading.because = f"up to now, counted back from publication on {day_name(context.dct)}"
    return reading


def resolve_shift(found: Found, context: Context, sign: int) -> Reading:
    """«قبل أسبوعين», «بعد عامين»: from publication; from an event («بعد يومين من الهجوم») it stays a length."""
    length = length_of(found)
    after = found.after()
    much = spelled(found)
    granularity = GRANULARITY[length[1]]
    if after is not None and (after.kind == "FROM" or after.word == "علي") and not _from_now(found):
        mod = "BEFORE" if sign < 0 else "AFTER"
        return Reading(
            much, "DURATION", granularity=granularity, because="counted from an event, not from a date", mod=mod
        )
    base, anchor = _base(found, context, sign)
    if length[0] is None and sign > 0 and tense(found) == "past":
        return Reading(
            much, "DURATION", granularity=granularity, because="counted from something before, not from a date"
        )
    if length[0] is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Reading(value, granularity=granularity, because="an unknown number of units away", approx=True)
    if base is None:
        return Reading(much, "DURATION", granularity=granularity, because="counted from a point that is unknown")
    value, first, last = shifted(base, length, sign)
    way = "before" if sign < 0 else "after"
    reading = Reading(value, "DATE", first, last, granularity, anchor, f"{much} {way} {day_name(base)}")
    appr = found.value("appr") or ("APPROX" if found.has("appr2") else None)
    reading.mod, reading.approx = appr, bool(appr) or granularity != "day"
    if granularity in ("week", "time"):
        reading.granularity = "day" if granularity == "time" else "week"
    return reading


def _from_now(found: Found) -> bool:
    """«من الآن» counts from publication; «من دون» and «من أجل» count from nothing."""
    after = found.after(2)
    return after is not None and (after.kind in ("REF", "TODAY") or after.word in ("دون", "غير", "اجل", "خلال"))


def _base(found: Found, context: Context, sign: int) -> tuple[date | None, str]:
    """«قبل» counts from publication; «بعد» too when it looks ahead, else from the expression before."""
    if sign < 0 or _from_now(found) or tense(found) != "past":
        if sign > 0 and tense(found) is None and context.dct is None:
            return None, "none"
        return context.dct, "dct"
    previous = context.previous("day", "time", "week", "month", "year")
    return (previous.last or previous.first, "previous expression") if previous else (None, "none")


def resolve_shifted(found: Found, context: Context) -> Reading:
    """«بعد ذلك بأسبوع», «قبلها بيومين», «بعد شهر من ذلك»: from the expression before."""
    way = found.tokens("way")[0]
    sign = -1 if way.kind.startswith("BEFORE") else 1
    length = length_of(found)
    previous = context.previous("day", "time", "week", "month", "quarter", "season", "year")
    base = None if previous is None else previous.last if sign > 0 else previous.first
    granularity = GRANULARITY[length[1]]
    if base is None or previous is None or length[0] is None:
        return Reading(
            spell(length), "DURATION", granularity=granularity, because="counted from something that is not dated"
        )
    if previous.granularity not in ("day", "time") and length[1] in ("D", "W", "H", "MI", "S", "NI"):
        return Reading(
            spell(length), "DURATION", granularity=granularity, because="counted from a day that is not known"
        )
    value, first, last = shifted(base, length, sign)
    if previous.granularity == "year" and granularity in ("year", "decade", "century"):
        first, last = year_span(int(value)) or (None, None)
    why = f"{spell(length)} {'before' if sign < 0 else 'after'} {day_name(base)}"
    return Reading(value, "DATE", first, last, granularity, "previous expression", why, granularity != "day")


def resolve_window(found: Found, context: Context) -> Reading:
    """«الأيام الثلاثة الماضية», «الساعات الـ24 المقبلة», «العامين الماضيين», «آخر 24 ساعة»."""
    if found.rule == "window_last":
        length, relation = length_of(found), "last"
    else:
        unit = next(t for n in ("wu", "wdual", "wu2", "wu3") if (t := found.token(n))).value
        number = found.number("wn") or found.number("wn2") or (2 if found.has("wdual") else None)
        length = (1 if found.has("wu3") else number, unit[0])
        relation = found.relation("wrel") or "last"
    reading = Reading(spell(length), "DURATION", granularity=GRANULARITY[length[1]], because="a stretch of time")
    dct = context.dct
    if dct is None:
        return reading
    reading.anchor, reading.approx = "dct", True
    far = shift_for_window(dct, length, 1 if relation == "next" else -1)
    if relation == "next":
        reading.first, reading.last = dct, far
    elif relation == "last":
        reading.first, reading.last = far, dct
    reading.because = f"the {relation} {spell(length)}, seen from {day_name(dct)}"
    return reading


def shift_for_window(dct: date, length: Length, sign: int) -> date | None:
    """The far end of a stretch that begins or ends at publication."""
    number, unit = length
    if number is None:
        return None
    if unit in ("M", *YEARS):
        return shift_months(dct, sign * number * 12 * YEARS[unit] if unit in YEARS else sign * number)
    days = {"D": number, "NI": number, "W": 7 * number, "H": -(-number // 24), "MI": 1, "S": 1}[unit]
    return shift_days(dct, sign * days)


def resolve_first_months(found: Found, context: Context) -> Reading:
    """«الأشهر التسعة الأولى من 2025», «الأيام العشرة الأخيرة من العام»."""
    unit, number = found.tokens("wu")[0].value[0], found.number("wn") or 1
    reading = Reading(spell((number, unit)), "DURATION", granularity=GRANULARITY[unit], because="part of a year")
    year, anchor, why = year_of(found, context)
    if year is None and context.dct is not None:
        year, anchor, why = context.dct.year, "dct", "of the year of publication"
    span = year_span(year) if year is not None else None
    if span is None or unit not in ("D", "W", "M"):
        return reading
    reading.anchor, reading.because = anchor, why
    if found.tokens("fl")[0].kind == "LASTADJ":
        start = (
            shift_months(span[1], -number) if unit == "M" else shift_days(span[1], -number * (7 if unit == "W" else 1))
        )
        reading.first, reading.last = shift_days(start, 1) if start else None, span[1]
    else:
        end = shift_months(span[0], number) if unit == "M" else shift_days(span[0], number * (7 if unit == "W" else 1))
        reading.first, reading.last = span[0], shift_days(end, -1) if end else None
    return reading
