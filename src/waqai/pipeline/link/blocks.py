"""Blocking: which reports are worth comparing. Reports of one event share a key of what, who and when."""

import datetime
import hashlib
from collections.abc import Iterator
from itertools import combinations

from waqai.model.library import Report

MEETING = frozenset(["meeting", "talks", "summit", "conference", "mediation"])
SIGNING = frozenset(["signing", "ratification", "accession"])
FORCE = frozenset(["attack", "strike", "clash"])
MAX_TOKENS = 6
MAX_MONTHS = 3
FINE_DAYS = 2
DAY = datetime.timedelta(days=1)


def family(report: Report) -> str:
    """What kind of thing happened, coarse enough that two reports of one event agree on it."""
    if report.type == "CONSULT":
        if report.act in ("call", "visit"):
            return report.act
        return "meet" if report.act in MEETING else report.act
    if report.type in ("AGREE", "SUPPORT"):
        return f"{report.type}:{act_group(report.act)}"
    return report.type


def act_group(act: str) -> str:
    """Acts that reports of one event use for one another."""
    for name, group in (("meeting", MEETING), ("signing", SIGNING), ("force", FORCE)):
        if act in group:
            return name
    return act


def tokens(report: Report) -> list[str]:
    """Who takes part: states, and those without one by themselves; without anyone, the place."""
    found = sorted({party.country or party.entity for party in report.parties})
    if found:
        return found[:MAX_TOKENS]
    return [f"at {report.place or report.country}"] if report.place or report.country else []


def stored_keys(report: Report) -> list[int]:
    """Keys under which a report is found."""
    return _keys(report, list(_stored_times(report)), stored=True)


def looked_up_keys(report: Report) -> list[int]:
    """Keys under which a report looks for others."""
    return _keys(report, list(_looked_up_times(report)), stored=False)


def _keys(report: Report, times: list[str], stored: bool) -> list[int]:
    what, who = family(report), tokens(report)
    pairs = [f"{a} {b}" for a, b in combinations(who, 2)]
    if len(who) == 1:
        # One side alone: found by reports with both, and finds them by what each of them says of one side.
        pairs = [f"one {who[0]}"] + ([] if stored else [f"any {who[0]}"])
    elif stored:
        pairs += [f"any {token}" for token in who]
    else:
        pairs += [f"one {token}" for token in who]
    return [_hash(f"{what}|{pair}|{time}") for pair in pairs for time in times]


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def is_fine(report: Report) -> bool:
    """Whether the date is known to the day, or nearly."""
    days = span(report)
    return days is not None and (days[1] - days[0]).days <= FINE_DAYS


def span(report: Report) -> tuple[datetime.date, datetime.date] | None:
    """First and last day, `None` where the words give none."""
    try:
        start = datetime.date.fromisoformat(report.start or report.end or "")
        end = datetime.date.fromisoformat(report.end or report.start or "")
    except ValueError:
        return None
    return (start, end) if start <= end else (end, start)


def published(report: Report) -> datetime.date | None:
    """Publication date."""
    try:
        return datetime.date.fromisoformat(report.published or "")
    except ValueError:
        return None


def days_between(a: str | None, b: str | None) -> int | None:
    """Days from one date to another, `None` where one is not known."""
    try:
        return abs((datetime.date.fromisoformat((a or "")[:10]) - datetime.date.fromisoformat((b or "")[:10])).days)
    except ValueError:
        return None


def _stored_times(report: Report) -> Iterator[str]:
    days = span(report)
    if days is None:
        if day := published(report):
            yield f"D{day}"
            yield f"DM{day:%Y-%m}"
        return
    if is_fine(report):
        for n in range((days[1] - days[0]).days + 1):
            yield f"D{days[0] + n * DAY}"
        yield f"DM{days[0]:%Y-%m}"
        return
    for month in _months(*days):
        yield f"M{month}"


def _looked_up_times(report: Report) -> Iterator[str]:
    days = span(report)
    if days is None:
        if day := published(report):
            for n in range(-3, 2):
                yield f"D{day + n * DAY}"
        return
    if is_fine(report):
        for n in range(-1, (days[1] - days[0]).days + 2):
            yield f"D{days[0] + n * DAY}"
        yield f"M{days[0]:%Y-%m}"
        return
    for month in _months(*days):
        yield f"M{month}"
        yield f"DM{month}"


def _months(start: datetime.date, end: datetime.date) -> Iterator[str]:
    month = start.replace(day=1)
    for _ in range(MAX_MONTHS):
        if month > end:
            return
        yield f"{month:%Y-%m}"
        month = (month + 32 * DAY).replace(day=1)
