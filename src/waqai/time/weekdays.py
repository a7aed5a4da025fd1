"""Days named from publication or from the expression before: «الأحد الماضي», «أمس الجمعة», «اليوم التالي»."""

from datetime import date, timedelta

from waqai.time.calendars import (
    shift_days,
)
from waqai.time.context import Context, tense
from waqai.time.reading import Reading, day_name, of_day
from waqai.time.scan import Found

# How many days a copy may be dated off the text: by one such word, by several that agree.
OFF_BY, OFF_BY_SEVERAL = 2, 3
NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_near(dct: date, weekday: int, relation: str | None, future: bool) -> date | None:
    """The day a weekday means, seen from `dct`."""
    back = (dct.isoweekday() - weekday) % 7
    ahead = (weekday - dct.isoweekday()) % 7
    days = {
        "last": -(back or 7), "last2": -(back or 7) - 7, "preceding": -(back or 7),
        "next": ahead or 7, "next2": (ahead or 7) + 7, "following": ahead or 7,
    }.get(relation or "", ahead if future else -back)  # fmt: skip
    if relation == "this":
        days = weekday - dct.isoweekday()
    return shift_days(dct, days)


def resolve_weekday(found: Found, context: Context, relation: str | None = None) -> Reading:
    """A weekday by itself: the nearest past one, unless an adjective or the clause says otherwise."""
    token = found.token("wd2") or found.token("wd")
    weekday = int(token.value) if token else 1
    relation = relation or found.relation("wrel")
    week = found.relation("weekrel", "weekthis")
    dct = context.dct
    if dct is None:
        return Reading(f"XXXX-WXX-{weekday}", because=f"{NAMES[weekday]} of an unknown week: no publication date")
    if week in ("last", "next", "this", "last2", "next2"):
        weeks = {"last": -1, "next": 1, "last2": -2, "next2": 2}.get(week, 0)
        day = shift_days(dct, weekday - dct.isoweekday() + 7 * weeks)
        return of_day(day, "dct weekday", f"{NAMES[weekday]} of the {week} week, seen from {day_name(dct)}")
    if relation in ("same", "following", "preceding", "that"):
        return _weekday_after(context, weekday, relation)
    when = tense(found) if relation is None else None
    if relation is None and when is None and (named := _named_before(found, context, weekday)) is not None:
        return of_day(named, "previous expression", f"the {NAMES[weekday]} named before, {day_name(named)}")
    future = when == "future"
    day = weekday_near(dct, weekday, relation, future)
    if relation is None and day == dct:
        return of_day(day, "dct weekday", f"the day of publication itself, {day_name(dct)}")
    word = {"next": "next", "next2": "second next", "last2": "last but one", "this": "this week's"}.get(
        relation or "", "next" if future else "last"
    )
    side = "after" if word in ("next", "second next") else "before"
    return of_day(day, "dct weekday", f"{word} {NAMES[weekday]} {side} publication on {day_name(dct)}")


def _named_before(found: Found, context: Context, weekday: int) -> date | None:
    """The day ahead that the document leads to: «محادثات الجمعة» after «الجمعة المقبل»."""
    for other, reading in reversed(context.readings):
        if (
            context.dct is None
            or reading.first is None
            or reading.granularity not in ("day", "time")
            or reading.anchor != "dct weekday"
        ):
            continue
        if reading.first.isoweekday() == weekday and reading.first > context.dct:
            return reading.first
        between = found.lexed.tokens[other.last : found.first]
        if reading.first > context.dct and not any(t.word == "\n" for t in between):
            return weekday_near(reading.first, weekday, None, True)
        return None
    return None


def _weekday_after(context: Context, weekday: int, relation: str) -> Reading:
    """«الأحد التالي»: from the expression before."""
    previous = context.previous("day", "time")
    if previous is None or previous.first is None:
        return Reading(f"XXXX-WXX-{weekday}", because="points to an expression before, and there is none")
    step = {"same": "this", "that": "this"}.get(relation, relation)
    day = weekday_near(previous.first, weekday, step, False)
    return of_day(day, "previous expression", f"the {relation} {NAMES[weekday]}, seen from {day_name(previous.first)}")


def written_on(founds: list[Found], dct: date | None) -> date | None:
    """The day a text counts from: where all its «اليوم الاثنين», «أمس الأحد» are as many days off, not the date given.

    A page is dated by its last change or by who copied it, often a day after it was written.

    Args:
        founds: the expressions of the text.
        dct: the day of publication as given.
    """
    if dct is None:
        return None
    off = []
    for found in founds:
        token, beside = found.token("deic"), found.token("wd") or found.token("wdp")
        if token is not None and beside is not None:
            days = (int(beside.value) - (shift_days(dct, int(token.value)) or dct).isoweekday()) % 7
            off.append(days - 7 if days > OFF_BY_SEVERAL else days)
    agreed = len(set(off)) == 1 and abs(off[0]) <= (OFF_BY_SEVERAL if len(off) > 1 else OFF_BY)
    return shift_days(dct, off[0]) if agreed else dct


def resolve_deictic(found: Found, context: Context) -> Reading:
    """«اليوم», «أمس الجمعة»: publication's day moved; a weekday beside it that differs by a day corrects it."""
    token = found.token("deic")
    if token is None:
        return resolve_weekday(found, context)
    beside = found.token("wd") or found.token("wdp")
    if context.dct is None:
        value = f"XXXX-WXX-{beside.value}" if beside else "XXXX-XX-XX"
        return Reading(value, because="counts from the publication date, which is unknown")
    given = context.given or context.dct
    day = shift_days(given, int(token.value))
    reading = of_day(day, "dct", f"{_offset(int(token.value))} publication on {day_name(given)}")
    named = shift_days(context.dct, int(token.value))
    if day is None or named is None or (beside is None and named == day):
        return reading
    if beside is not None and day.isoweekday() != beside.value:
        reading.problem = f"{reading.value} is a {NAMES[day.isoweekday()]}, the text says {NAMES[beside.value]}"
        near = (shift_days(day, n) or day for n in (-1, 0, 1))
        named = named if named != day else next((d for d in near if d.isoweekday() == beside.value), day)
    if named != day:
        reading.value, reading.first, reading.last = named.isoformat(), named, named
        reading.because += f", corrected by the weekday to {day_name(named)}"
    return reading


def _offset(days: int) -> str:
    names = {0: "the day of", -1: "the day before", -2: "two days before", 1: "the day after", 2: "two days after"}
    return names.get(days, f"{days:+d} days from")


def resolve_same_day(found: Found, context: Context) -> Reading:
    """«في اليوم نفسه», «اليوم التالي»: from the last day named before."""
    relation = found.relation("rel", "pre") or "same"
    previous = context.previous("day", "time")
    anchor = None if previous is None else previous.last or previous.first
    if anchor is None:
        return Reading("XXXX-XX-XX", because="points to a day named before, and there is none")
    step = {"following": 1, "preceding": -1}.get(relation, 0)
    return of_day(shift_days(anchor, step), "previous expression", f"the {relation} day, seen from {day_name(anchor)}")


def nth_weekday(month: date, weekday: int, number: int, anchor: str) -> Reading:
    """The `number`th such weekday of a month, the last one for -1, counted from its first day `month`."""
    first = month + timedelta(days=(weekday - month.isoweekday()) % 7)
    days = [d for n in range(5) if (d := first + timedelta(days=7 * n)).month == month.month]
    if number > len(days):
        reading = Reading(f"{month:%Y-%m}", granularity="month", anchor=anchor, because="counted within the month")
        reading.problem = f"{month:%Y-%m} has no {number}th {NAMES[weekday]}"
        return reading
    return of_day(days[number - 1 if number > 0 else -1], anchor, f"{NAMES[weekday]} number {number} of {month:%Y-%m}")
