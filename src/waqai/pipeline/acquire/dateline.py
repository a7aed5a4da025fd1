"""The publication date that a page or a dateline shows only in words («الثلاثاء 21 تشرين الأول 2025»)."""

import re
from collections.abc import Iterator
from typing import Any

from waqai.text.dateline import dateline_of
from waqai.text.fold import fold

YEAR = re.compile(r"(?:19|20|١٩|٢٠|۲۰|13|14|١٤)[0-9٠-٩۰-۹]{2}")
MAX_LINE = 90
MAX_OPENING = 400
MAX_LINES = 400
DATE_CLASS = re.compile(r"date|time|publish|posted|تاريخ", re.I)
FURNITURE = re.compile(r"foot|copyright|menu|nav|related|sidebar|widget|comment|most-?read", re.I)
COPYRIGHT = re.compile(r"©|copyright|حقوق|جميع الحقوق|\(c\)", re.I)
SKIPPED = {"script", "style", "noscript", "footer", "nav", "select", "head", "aside"}
SPACES = re.compile(r"\s+")


def date_in_page(tree: Any) -> tuple[str, str] | None:
    """The first full date that stands on a short line of its own.

    Lines of elements that call themselves a date come first, then the others from the top. Footers, menus and
    lines of copyright are never looked at, and a day without its year is not enough.

    Args:
        tree: the page as an lxml tree.

    Returns:
        The ISO date and the line it stands in, or `None`.
    """
    lines = list(_lines(tree))
    for _named, line in sorted(lines, key=lambda pair: not pair[0]):
        if day := _whole_day(line):
            return day, line
    return None


def date_in_dateline(text: str) -> tuple[str, str] | None:
    """The full date in the dateline that opens a text: «باماكو 24 نوفمبر 2026 (رويترز) - ».

    Args:
        text: a text as received.

    Returns:
        The ISO date and the dateline, or `None` where there is no dateline or no year in it.
    """
    opening = text[:MAX_OPENING]
    if not YEAR.search(opening):
        return None
    folded = fold(opening)
    start, end = dateline_of(folded.text)
    said = opening[slice(*folded.span(start, end))] if end else ""
    day = _whole_day(said)
    return (day, said.strip(" -–—")) if day else None


def _lines(tree: Any) -> Iterator[tuple[bool, str]]:
    """Short texts that hold a year, each with whether its element is called a date."""
    found = 0
    for element in tree.iter():
        if not isinstance(element.tag, str) or _is_furniture(element):
            continue
        for text in (element.text, *(child.tail for child in element)):
            line = SPACES.sub(" ", text or "").strip()
            if line and len(line) <= MAX_LINE and YEAR.search(line) and not COPYRIGHT.search(line):
                yield element.tag == "time" or bool(DATE_CLASS.search(_label(element))), line
                found += 1
                if found == MAX_LINES:
                    return


def _is_furniture(element: Any) -> bool:
    chain = (element, *element.iterancestors())
    return any(e.tag in SKIPPED or (e.tag != "body" and FURNITURE.search(_label(e))) for e in chain)


def _label(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _whole_day(line: str) -> str | None:
    from waqai.time import tag

    # Without an anchor, only a date that stands by itself has days: "yesterday" and a bare weekday have none.
    for timex in tag(line, None):
        if timex.granularity in ("day", "time") and timex.first and timex.first == timex.last:
            return timex.first
    return None
