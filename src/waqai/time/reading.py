"""What an expression means, before it is dressed as a `Timex`."""

from datetime import date

from msgspec import Struct

from waqai.time.calendars import Span


class Reading(Struct, gc=False):
    """The meaning of one expression; the fields are those of `Timex`, days still as dates."""

    value: str
    type: str = "DATE"
    first: date | None = None
    last: date | None = None
    granularity: str = "day"
    anchor: str = "none"
    because: str = ""
    approx: bool = False
    mod: str | None = None
    problem: str | None = None
    calendar: str | None = None
    zone: str | None = None


def day_name(day: date) -> str:
    """«Friday 2025-10-17», for reasons."""
    return f"{day:%A} {day.isoformat()}"


def of_span(value: str, span: Span | None, granularity: str, anchor: str, because: str) -> Reading:
    """A DATE over a span of days, or over none that is known."""
    first, last = span if span else (None, None)
    return Reading(value, "DATE", first, last, granularity, anchor, because)


def of_day(day: date | None, anchor: str, because: str) -> Reading:
    """A DATE of one day; without the day, a value of `X`."""
    if day is None:
        return Reading("XXXX-XX-XX", anchor="none", because=because)
    return Reading(day.isoformat(), "DATE", day, day, "day", anchor, because)
