"""From text to expressions: find, reckon, tie ranges together, open what «منذ» and «حتى» leave open."""

from collections.abc import Callable
from datetime import date

from waqai.errors import BadValue
from waqai.text.fold import Folded
from waqai.time import clocks, dates, durations, parts, periods, sets, weekdays
from waqai.time.calendars import safe_date, shift_days
from waqai.time.checks import accept, in_name
from waqai.time.context import Context
from waqai.time.lexer import lex
from waqai.time.reading import Reading, day_name, of_day
from waqai.time.scan import Found, scan
from waqai.time.timex import Timex
from waqai.time.weekdays import weekday_near

Resolver = Callable[[Found, Context], Reading]


def _with_part(resolve: Resolver) -> Resolver:
    """A day, and the part of day named with it."""
    return lambda found, context: clocks.at_part(resolve(found, context), clocks.part_of(found))


RESOLVERS: dict[str, Resolver] = {
    "day_month": dates.resolve_month_day,
    "day_month_tod": _with_part(dates.resolve_month_day),
    "weekday_date": _with_part(dates.resolve_weekday_date),
    "weekday_numeric": _with_part(dates.resolve_weekday_date),
    "numeric": dates.resolve_numeric,
    "day_of_month": dates.resolve_day_of_month,
    "deictic": _with_part(weekdays.resolve_deictic),
    "weekday_deictic": _with_part(weekdays.resolve_deictic),
    "this_day": weekdays.resolve_deictic,
    "this_day_of_year": dates.resolve_this_day_of_year,
    "nth_week": periods.resolve_nth_week,
    "nth_weekday": periods.resolve_nth_weekday,
    "weekday": _with_part(weekdays.resolve_weekday),
    "night_between": clocks.resolve_night_between,
    "overnight": clocks.resolve_overnight,
    "same_day": _with_part(weekdays.resolve_same_day),
    "day_part_alone": clocks.resolve_part,
    "tonight": clocks.resolve_tonight,
    "midnight": clocks.resolve_midnight,
    "month": periods.resolve_month,
    "month_single": periods.resolve_month,
    "period": periods.resolve_period,
    "period_part": periods.resolve_period,
    "weekend": periods.resolve_weekend,
    "year": periods.resolve_year,
    "bare_year": periods.resolve_year,
    "quarter": parts.resolve_quarter,
    "half_month": parts.resolve_half_month,
    "season": parts.resolve_season,
    "decade": parts.resolve_decade,
    "decade_nth": parts.resolve_decade,
    "century": parts.resolve_century,
    "clock": clocks.resolve_clock,
    "clock_md": clocks.resolve_clock,
    "duration": durations.resolve_duration,
    "ago": lambda found, context: durations.resolve_shift(found, context, -1),
    "later": lambda found, context: durations.resolve_shift(found, context, 1),
    "shifted": durations.resolve_shifted,
    "shifted_post": durations.resolve_shifted,
    "window": durations.resolve_window,
    "window_last": durations.resolve_window,
    "first_months": durations.resolve_first_months,
    "set_weekday": sets.resolve_set_weekday,
    "set_each": sets.resolve_set_each,
    "set_every": sets.resolve_set_every,
    "set_part": sets.resolve_set_part,
    "set_adverb": sets.resolve_set_value,
    "set_times": sets.resolve_set_value,
    "reference": sets.resolve_reference,
    "feast": sets.resolve_feast,
}
JOINING = frozenset({"AND", "TO", "UNTIL", "DASH", "OR", "UD", "COMMA", "FROM", "BAA", "LAM"})
LINKS = frozenset({"AND", "TO", "UNTIL", "DASH", "OR"})
DAY_RULES = frozenset({"day_month", "weekday_date", "list_day"})


def publication(dct: str | None) -> date | None:
    """The day of publication from its ISO form; a time after the day is ignored."""
    if dct is None:
        return None
    try:
        return date.fromisoformat(dct[:10])
    except ValueError as error:
        raise BadValue(f"publication date {dct!r} is not an ISO 8601 day; give it as YYYY-MM-DD") from error


def tag(text: str, dct: str | None = None, *, folded: Folded | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of an Arabic text.

    Args:
        text: the text as received, any Unicode.
        dct: its day of publication, `YYYY-MM-DD`; without it what counts from publication gets a partial value.
        folded: `fold(text)`, from a caller that has it; folding is about half of the work.

    Returns:
        The expressions in order of their place; none overlaps another.
    """
    lexed = lex(text, folded)
    founds = scan(lexed, accept, in_name)
    given = publication(dct)
    context = Context(weekdays.written_on(founds, given), given=given)
    readings = _read_all(founds, context)
    ranges = _ranges(founds, readings)
    return tuple(_dress(f, r, text, ranges.get(n)) for n, (f, r) in enumerate(zip(founds, readings, strict=True)))


def _read_all(founds: list[Found], context: Context) -> list[Reading]:
    """Every expression's meaning; the left end of a pair («3 و5 مايو») after its right end."""
    readings: list[Reading] = []
    at = 0
    while at < len(founds):
        end = at
        while end + 1 < len(founds) and _leans(founds[end], founds[end + 1]):
            end += 1
        group = [_right_end(founds[at], founds[end], context) if end > at else _resolve(founds[end], context)]
        for number in range(end - 1, at - 1, -1):
            group.insert(0, _lean(founds[number], founds[number + 1], group[0], context))
        readings += group
        context.readings += zip(founds[at : end + 1], group, strict=True)
        at = end + 1
    for found, reading in zip(founds, readings, strict=True):
        _open(found, reading)
    return readings


def _resolve(found: Found, context: Context) -> Reading:
    if found.rule == "list_day":
        return dates.resolve_list_day(found, None, 0)
    return RESOLVERS[found.rule](found, context)


def _right_end(left: Found, right: Found, context: Context) -> Reading:
    """«من الأحد إلى الخميس المقبل»: the Thursday after next Sunday, not one before it."""
    reading = _resolve(right, context)
    ahead = (
        right.relation("wrel") == "next"
        if right.has("wrel")
        else reading.first is not None and _is_ahead(reading, context)
    )
    token = left.token("wd2")
    if token is None or context.dct is None or not ahead or reading.type != "DATE":
        return reading
    start = weekday_near(context.dct, int(token.value), "next", True)
    later = right.token("wd2")
    if start is None or later is None or (reading.first is not None and start <= reading.first):
        return reading
    day = weekday_near(start, int(later.value), "next", True)
    return of_day(day, "dct weekday", f"the weekday after {day_name(start)}, which opens the range")


def _is_ahead(reading: Reading, context: Context) -> bool:
    return reading.first is not None and context.dct is not None and reading.first > context.dct


def _between(left: Found, right: Found) -> list[str]:
    return [t.kind for t in left.lexed.tokens[left.last + 1 : right.first]]


def _leans(left: Found, right: Found) -> bool:
    """Whether `left` needs `right` to be dated."""
    kinds = _between(left, right)
    if not kinds or len(kinds) > 3 or not set(kinds) <= JOINING:
        return False
    if left.rule == "list_day":
        return right.rule in DAY_RULES
    if not set(kinds) & LINKS:
        return False
    undated = not any(left.has(n) for n in ("y", "y2", "yrel", "mrel", "ythis", "wrel", "weekrel", "weekthis"))
    if left.rule == "weekday" or (left.rule == "deictic" and left.has("wd2")):
        return undated and (right.rule == "weekday" or (right.rule == "deictic" and right.has("wd2")))
    return (undated and left.rule.split("_")[0] == right.rule.split("_")[0] == "month") or (
        undated and left.rule == right.rule == "day_month"
    )


def _lean(left: Found, right: Found, known: Reading, context: Context) -> Reading:
    """The left end of a pair, from its right end."""
    if left.rule == "list_day":
        return dates.resolve_list_day(left, known, right.number("d") or 0)
    base = known.first
    if base is None or dates.is_hijri(left):
        return _resolve(left, context)
    if left.rule in ("weekday", "deictic"):
        token = left.token("wd2")
        day = weekday_near(base, int(token.value) if token else 1, "last", False)
        reading = of_day(day, known.anchor, f"the last such weekday before {day_name(base)}, named with it")
        return clocks.at_part(reading, clocks.part_of(left))
    month, day_number = left.number("m") or 1, left.number("d")
    earlier = (month, day_number or 1) > (base.month, base.day if day_number else 1)
    year = base.year - 1 if earlier else base.year
    why = f"year from the expression after it, {base.year}"
    if day_number is None:
        reading = periods.month_reading(year, month, known.anchor, why)
        return periods.narrowed(reading, left.value("part"))
    return of_day(safe_date(year, month, day_number), known.anchor, why)


def _open(found: Found, reading: Reading) -> None:
    """«منذ» leaves the end open, «حتى» the beginning."""
    before = found.before()
    if before is None or reading.type not in ("DATE", "TIME") or reading.value.endswith("_REF"):
        return
    if before.kind == "SINCE":
        if reading.mod == "MID" and reading.first and reading.last:
            reading.first = shift_days(reading.first, (reading.last - reading.first).days // 2)
        reading.last = None
        reading.because += "; open, from then on"
    elif before.kind == "UNTIL":
        reading.first = None
        reading.because += "; open, up to then"


def _ranges(founds: list[Found], readings: list[Reading]) -> dict[int, tuple[str | None, str | None]]:
    """The days from one end to the other, for both ends of «من … إلى …», «بين … و…», «3-5 مايو»."""
    out: dict[int, tuple[str | None, str | None]] = {}
    for n in range(len(founds) - 1):
        left, right = founds[n], founds[n + 1]
        kinds = _between(left, right)
        if not kinds or len(kinds) > 3 or not set(kinds) <= JOINING or readings[n].type not in ("DATE", "TIME"):
            continue
        before = left.before()
        head = before.kind if before is not None else ""
        if head == "QUAL":
            outer = left.before(2)
            head = outer.kind if outer is not None else ""
        closed = bool(set(kinds) & {"TO", "UNTIL", "DASH"}) or head == "BETWEEN"
        if not closed or readings[n + 1].type not in ("DATE", "TIME"):
            continue
        first = readings[n].first
        if "UNTIL" in kinds and readings[n + 1].first is None:
            until = readings[n + 1].last
            readings[n + 1].first = min(first, until) if first and until else None
        last = readings[n + 1].last
        if first and last and first <= last:
            out[n] = out[n + 1] = (first.isoformat(), last.isoformat())
    return out


def _dress(found: Found, reading: Reading, text: str, ends: tuple[str | None, str | None] | None) -> Timex:
    start, end = found.lexed.span(found.first, found.last)
    return Timex(
        start=start,
        end=end,
        text=text[start:end],
        type=reading.type,
        value=reading.value,
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        granularity=reading.granularity,
        approx=reading.approx,
        anchor=reading.anchor,
        rule=found.rule,
        because=reading.because,
        mod=reading.mod,
        problem=reading.problem,
        calendar=reading.calendar,
        zone=reading.zone,
        range_first=ends[0] if ends else None,
        range_last=ends[1] if ends else None,
    )
