"""What recurs, what only points at the present, and feasts."""

from datetime import date, timedelta

from waqai.time.calendars import easter, hijri_day, hijri_year_of, safe_date
from waqai.time.clocks import PART_VALUE
from waqai.time.context import Context, tense
from waqai.time.dates import choose, year_of
from waqai.time.durations import GRANULARITY, length_of, spelled
from waqai.time.reading import Reading, day_name, of_day
from waqai.time.scan import Found

# Feasts are talked of before they come.
FEAST_AHEAD = 3


def resolve_set_each(found: Found, context: Context) -> Reading:
    """«الجمعة من كل أسبوع», «الخامس من كل شهر», «4 أغسطس من كل عام», «مساء كل خميس»."""
    weekday = found.number("wd") or found.number("wi")
    if weekday is not None:
        value, granularity = f"XXXX-WXX-{weekday}", "day"
    elif found.has("d"):
        value, granularity = f"XXXX-{found.number('m'):02d}-{found.number('d'):02d}", "day"
    elif found.has("mo"):
        value, granularity = f"XXXX-{found.number('mo'):02d}", "month"
    else:
        value, granularity = (f"XXXX-XX-{found.number('dm'):02d}" if found.has("dm") else "XXXX-XX-XX"), "day"
    part = found.value("tod")
    return Reading(
        value + (PART_VALUE[part] if part else ""), "SET", granularity="time" if part else granularity, because="recurs"
    )


def resolve_set_weekday(found: Found, context: Context) -> Reading:
    """«كل يوم أحد», «أيام الجمعة»."""
    token = found.token("wi") or found.token("wi2") or found.token("wi3")
    value = f"XXXX-WXX-{token.value if token else 1}"
    part = found.value("toda")
    return Reading(value + (PART_VALUE[part] if part else ""), "SET", granularity="day", because="every such weekday")


def resolve_set_every(found: Found, context: Context) -> Reading:
    """«كل عام», «كل ثلاثة أشهر»."""
    return Reading(
        spelled(found), "SET", granularity=GRANULARITY[length_of(found)[1]], because="each such length of time"
    )


def resolve_set_part(found: Found, context: Context) -> Reading:
    """«كل صباح»."""
    return Reading(
        f"XXXX-XX-XX{PART_VALUE[found.value('tod') or 'MO']}", "SET", granularity="time", because="each day's"
    )


def resolve_set_value(found: Found, context: Context) -> Reading:
    """«يوميا», «مرتين في الأسبوع»."""
    per = found.token("per")
    value = found.value("set") or {"TODAY": "P1D", "OCLOCK": "PT1H"}.get(per.kind if per else "", "")
    if not value and per is not None:
        value = f"P1{per.value[0]}"
    return Reading(
        value,
        "SET",
        granularity={"D": "day", "W": "week", "M": "month", "Y": "year", "H": "time"}[value[-1]],
        because="recurs",
    )


def resolve_reference(found: Found, context: Context) -> Reading:
    """«حاليا», «مؤخرا», «قريبا»: no day."""
    return Reading(found.value("ref") or "PRESENT_REF", because="points at the time around publication")


def resolve_feast(found: Found, context: Context) -> Reading:
    """«عيد الفطر», «ثالث أيام عيد الأضحى 2024», «رأس السنة المقبلة»."""
    spec = found.value("f") or "g:01-01"
    offset = timedelta(days=(found.number("nth") or 1) - 1)
    year, anchor, why = year_of(found, context)
    stated = found.number("y")
    if stated is not None and 1300 <= stated <= 1500 and spec.startswith("h"):
        day = feast_day(spec, stated, hijri=True)
    elif year is not None:
        day = feast_day(spec, year)
    elif context.dct is not None:
        days = [(d, d) for y in range(context.dct.year - 3, context.dct.year + 4) if (d := feast_day(spec, y))]
        relation = found.relation("rel")
        when = None if relation else tense(found, dates=True)
        day = choose(days, context.dct, relation, when, FEAST_AHEAD)[0] if len(days) > 4 else None
        anchor, why = "dct", f"the {relation or when or 'nearest'} one, seen from {day_name(context.dct)}"
    else:
        value = f"XXXX-{spec[2:]}" if spec.startswith("g") else "XXXX-XX-XX"
        return Reading(value, because="a feast of an unknown year")
    reading = of_day(day + offset if day else None, anchor, why)
    if spec.startswith("h"):
        reading.calendar, reading.approx = "hijri", True
        reading.because += "; converted from the Islamic calendar (Umm al-Qura), a sighting may differ by a day"
    return reading


def feast_day(spec: str, year: int, hijri: bool = False) -> date | None:
    """The day of a feast in a Gregorian year, or in an Islamic one with `hijri`."""
    if spec.startswith("easter"):
        sunday = easter(year)
        return sunday + timedelta(days=int(spec[6:])) if sunday else None
    month, day = (int(p) for p in spec[2:].split("-"))
    if spec.startswith("g"):
        return safe_date(year, month, day)
    if hijri:
        return hijri_day(year, month, day)
    guess = hijri_year_of(date(year, 7, 1)) if 1925 <= year <= 2076 else None
    if guess is None:
        return None
    days = [d for y in (guess - 1, guess, guess + 1) if (d := hijri_day(y, month, day)) and d.year == year]
    return days[0] if days else None
