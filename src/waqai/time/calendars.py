"""Pure reckoning with days: weeks, months, seasons, Islamic dates, Easter."""

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY = timedelta(days=1)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or `None` where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """`day` moved, or `None` beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """`day` moved by months, kept inside the month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_span(year: int, month: int) -> Span | None:
    """First and last day of a month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_span(year: int, month: int, count: int) -> Span | None:
    """First and last day of `count` months from the given one."""
    first = month_span(year, month)
    end = shift_months(first[0], count - 1) if first else None
    if first is None or end is None:
        return None
    return first[0], date(end.year, end.month, monthrange(end.year, end.month)[1])


def year_span(year: int, years: int = 1) -> Span | None:
    """First and last day of one or more years."""
    first, last = safe_date(year, 1, 1), safe_date(year + years - 1, 12, 31)
    return (first, last) if first and last else None


def week_span(day: date) -> Span:
    """Monday and Sunday of the ISO week of `day`."""
    monday = day - timedelta(days=day.isoweekday() - 1) if day.toordinal() > 7 else day
    return monday, shift_days(monday, 6) or monday


def week_value(day: date) -> str:
    """The ISO week, as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_span(year: int, season: str) -> Span | None:
    """Meteorological season; winter begins in the December of `year`."""
    return months_span(year, SEASONS[season], 3)


def season_of(day: date) -> tuple[int, str]:
    """The season a day lies in; January belongs to the winter of the year before."""
    if day.month < 3:
        return day.year - 1, "WI"
    return day.year, {1: "SP", 2: "SU", 3: "FA", 4: "WI"}[day.month // 3]


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Gregorian day of an Islamic one in the Umm al-Qura calendar (1343-1500); sightings may differ by a day."""
    from hijridate import Hijri

    try:
        g = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(g.year, g.month, g.day)


def hijri_month(year: int, month: int) -> Span | None:
    """Gregorian first and last day of an Islamic month."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + month // 12, month % 12 + 1, 1)
    return (first, after - DAY) if first and after else None


def hijri_year(year: int) -> Span | None:
    """Gregorian first and last day of an Islamic year, by table where there is one, else by the mean year."""
    first, after = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    if first and after:
        return first, after - DAY
    start = date(622, 7, 19).toordinal() + round((year - 1) * 354.36707)
    return (date.fromordinal(start), date.fromordinal(start + 354)) if 0 < year < 9000 else None


def hijri_year_of(day: date) -> int | None:
    """The Islamic year a day lies in."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date | None:
    """Western Easter (the Gregorian computus)."""
    if not 1583 <= year <= 9999:
        return None
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
