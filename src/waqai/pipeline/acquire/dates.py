"""Publication dates as they are given to us: ISO 8601, or one line saying what is wrong."""

import datetime
import re

from waqai.errors import BadValue

ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)


def check_date(value: str) -> str:
    """The day of an ISO date or date-time, as written: a zone does not move it.

    Args:
        value: "2025-10-17" or "2025-10-17T21:04:00+03:00".

    Returns:
        The day, "2025-10-17".

    Raises:
        BadValue: `value` is no ISO date, or a day that the calendar does not have.
    """
    match = ISO_DATE.fullmatch(value.strip())
    if not match:
        raise BadValue(f"publication date «{value}» is not an ISO date: write it as 2025-10-17")
    try:
        return datetime.date.fromisoformat(match[1]).isoformat()
    except ValueError:
        raise BadValue(f"publication date «{value}» is not a day of the calendar: correct it") from None
