"""Days as people ask for them: a day, a month or a year, which is a range with two ends."""

import re
from calendar import monthrange
from datetime import date

from waqai.errors import BadValue

FORM = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
DAY = re.compile(FORM)


def day(name: str, value: str | None, *, last: bool = False) -> str | None:
    """A day, from a day, a month or a year.

    Args:
        name: what it was asked as, for the error.
        value: "2025-10-17", "2025-10" or "2025".
        last: take the end of a month or a year, not its beginning.

    Raises:
        BadValue: it is none of these, or the calendar does not have it.
    """
    if value is None:
        return None
    if not DAY.fullmatch(value):
        raise BadValue(f"{name}={value[:40]}: not a date: write it as 2025-10-17, 2025-10 or 2025")
    year, month, *rest = [int(part) for part in value.split("-")] + ([] if "-" in value else [12 if last else 1])
    try:
        first = date(year, month, rest[0] if rest else 1)
        if last and not rest:
            first = first.replace(day=monthrange(year, month)[1])
        return first.isoformat()
    except ValueError:
        raise BadValue(f"{name}={value}: there is no such day") from None
