"""Hours and parts of the day."""

from waqai.time.calendars import shift_days
from waqai.time.context import Context
from waqai.time.dates import resolve_month_day
from waqai.time.reading import Reading, day_name, of_day
from waqai.time.scan import Found
from waqai.time.weekdays import resolve_deictic

# TIMEX3 has no dawn and no late afternoon.
PART_VALUE = {"MO": "TMO", "DAWN": "TMO", "MI": "TMI", "AF": "TAF", "EV": "TEV", "NI": "TNI", "MIDNIGHT": "T24:00"}
# Tokens back to which a sentence is looked through.
SENTENCE = 80
FRACTION = {2: 30, 4: 15, 3: 20}


def at_part(reading: Reading, part: str | None) -> Reading:
    """A day's morning, noon, evening …; a day without a part stays a DATE."""
    if part is None or reading.granularity != "day":
        return reading
    reading.value += PART_VALUE[part]
    reading.type, reading.granularity = "TIME", "time"
    return reading


def part_of(found: Found) -> str | None:
    """The part of day the expression names, before or after the day."""
    return found.value("tod") or found.value("toda") or found.value("tod2") or found.value("am") or _pm(found)


def _pm(found: Found) -> str | None:
    return "EV" if found.has("pm") else None


def base_day(found: Found, context: Context) -> Reading:
    """The day of an hour that names none: the nearest day named before in the sentence, else publication's."""
    reach = max(-1, found.first - SENTENCE)
    start = next((n for n in range(found.first - 1, reach, -1) if found.lexed.tokens[n].kind == "STOP"), reach)
    for other, reading in reversed(context.readings):
        if other.first < start:
            break
        if reading.granularity in ("day", "time") and reading.first:
            return Reading(
                reading.first.isoformat(), "DATE", reading.first, reading.first, "day", "previous expression",
                f"on {day_name(reading.first)}, the day named before",
            )  # fmt: skip
    if context.dct is None:
        return Reading("XXXX-XX-XX", because="on an unknown day")
    return Reading(
        context.dct.isoformat(),
        "DATE",
        context.dct,
        context.dct,
        "day",
        "dct",
        f"on the day of publication, {day_name(context.dct)}",
    )


def resolve_part(found: Found, context: Context) -> Reading:
    """«مساءً», «صباحا», with no day beside it."""
    day = of_day(context.dct, "dct", "of the day of publication") if found.has("pre") else base_day(found, context)
    return at_part(day, found.value("toda"))


def resolve_tonight(found: Found, context: Context) -> Reading:
    """«الليلة», «الليلة الماضية», «الليلة نفسها»."""
    relation = found.relation("rel", "pre")
    steps = {"last": -1, "last2": -2, "next": 1, "following": 1, "preceding": -1}
    if relation in ("same", "following", "preceding", "that"):
        previous = context.previous("day", "time")
        base, anchor = (previous.first if previous else None), "previous expression"
    else:
        base, anchor = context.dct, "dct"
    day = shift_days(base, steps.get(relation or "", 0)) if base else None
    if day is None or base is None:
        return Reading("XXXX-XX-XXTNI", "TIME", granularity="time", because="a night of an unknown day")
    why = f"the {relation or 'present'} night, seen from {day_name(base)}"
    reading = Reading(f"{day.isoformat()}TNI", "TIME", day, day, "time", anchor, why)
    if found.value("part") == "MID":
        after = shift_days(day, 1) or day
        reading.value, reading.first, reading.last = f"{after.isoformat()}T00:00", day, after
    return reading


def resolve_overnight(found: Found, context: Context) -> Reading:
    """«خلال الليل», «طوال الليل»: the night into the day of publication."""
    day = context.dct
    before = shift_days(day, -1) if day is not None else None
    if day is None or before is None:
        return Reading("XXXX-XX-XXTNI", "TIME", granularity="time", because="a night of an unknown day")
    return Reading(f"{before.isoformat()}TNI", "TIME", before, day, "time", "dct", f"the night into {day_name(day)}")


def resolve_night_between(found: Found, context: Context) -> Reading:
    """«ليل السبت الأحد»: the night from one day to the next."""
    reading = at_part(resolve_deictic(found, context), found.value("tod"))
    if reading.last is not None:
        reading.last = shift_days(reading.last, 1)
        reading.because += ", into the day after"
    return reading


def resolve_midnight(found: Found, context: Context) -> Reading:
    """«منتصف الليل», «منتصف النهار»."""
    named = found.has("deic") or found.has("wd2")
    reading = resolve_deictic(found, context) if named else base_day(found, context)
    reading.value += f"T{found.number('at')}:00"
    reading.type, reading.granularity = "TIME", "time"
    return reading


def resolve_clock(found: Found, context: Context) -> Reading:
    """«الساعة 10:45 صباح اليوم», «الساعة الثالثة بعد الظهر بتوقيت دمشق»."""
    if found.has("d"):
        reading = resolve_month_day(found, context)
    elif found.has("deic") or found.has("wd2"):
        reading = resolve_deictic(found, context)
    else:
        reading = base_day(found, context)
    hour, minute, second = clock_of(found)
    hour = in_24(hour, part_of(found))
    problem = None if hour <= 24 and minute < 60 else f"there is no hour {hour}:{minute:02d}"
    seconds = f":{second:02d}" if second is not None else ""
    reading.value += f"T{hour:02d}:{minute:02d}{seconds}"
    reading.type, reading.granularity = "TIME", "time"
    reading.problem = problem or reading.problem
    reading.zone = zone_of(found)
    if any(t.kind == "APPR" for t in found.lexed.tokens[found.first : found.last + 1]):
        reading.mod, reading.approx = "APPROX", True
    return reading


def clock_of(found: Found) -> tuple[int, int, int | None]:
    """Hour, minute and second as said, before the part of day is applied."""
    token = found.token("h")
    if token is not None and token.kind == "CLOCK":
        parts = [int(p) for p in token.value.split(":")]
        return parts[0], parts[1], parts[2] if len(parts) > 2 else None
    hour = found.number("h") or 0
    minute = 0
    fraction = found.token("min")
    if fraction is not None:
        minute = int(fraction.value) if fraction.kind == "MINF" else FRACTION.get(int(fraction.value), 0)
    minute += found.number("minn") or 0
    less = found.token("less")
    if less is not None:
        back = FRACTION.get(int(less.value), 0) if less.kind in ("HALFU", "QTR") else int(less.value)
        hour, minute = (hour - 1) % 24, 60 - back
    return hour, minute, None


def in_24(hour: int, part: str | None) -> int:
    """The hour of the day: «8 مساء» is 20."""
    if part in ("AF", "EV") or (part == "MI" and hour < 10) or (part == "NI" and 6 <= hour < 12):
        return hour + 12 if hour < 12 else hour
    if part in ("MO", "DAWN") and hour == 12:
        return 0
    return 24 if part in ("NI", "MIDNIGHT") and hour == 12 else hour


def zone_of(found: Found) -> str | None:
    """The zone the words give, by IANA name."""
    for token in found.lexed.tokens[found.first : found.last + 1]:
        if token.kind in ("ZPLACE", "ZABBR", "ZLOCAL"):
            return str(token.value)
    return None
