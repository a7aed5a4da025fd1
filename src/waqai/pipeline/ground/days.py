"""Days that are counted from others: «بعد خمسة أيام من», «غداة», «زيارة تستمر يومين», «مطلع الشهر»."""

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec.structs import replace

from waqai.pipeline.detect import Found, TimeMention
from waqai.pipeline.extract import Extracted, Frame
from waqai.pipeline.ground.draft import Draft

LENGTH = re.compile(r"P(\d{1,2})([DW])$")
PARTS = frozenset(["START", "MID", "END"])
FROM = frozenset(["من", "علي", "عن"])
# «غداة الهجوم» is the day after it, «عشية القمة» the day before it.
NEXT_DAY = {"غداه": -1, "عشيه": 1}
NOUN_REACH = 3
VAGUE = frozenset(["اقل", "اكثر", "نحو", "قرابه", "حوالي"])
LASTING_REACH = 10
BEGINNING = frozenset(["ابتداء", "اعتبارا", "بدءا", "انطلاقا", "بدايه"])
NTH = ("الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
ORDINALS = {word: n for n, word in enumerate(NTH, 2)}
OPENING_REACH = 8
LONG_AGO = 4


def whole(t: TimeMention) -> TimeMention:
    """«مطلع الشهر المقبل», «أواخر مارس»: nobody knows how far a beginning goes, so that it is the month, about."""
    x = t.timex
    if x.mod not in PARTS or x.calendar or x.rule == "half_month" or not (x.first and x.last):
        return t
    first, last = date.fromisoformat(x.first), date.fromisoformat(x.last)
    if x.granularity == "month" and len(x.value) == 7:
        first, last = first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    elif x.granularity == "year" and len(x.value) == LONG_AGO:
        first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    elif x.granularity == "week" and not x.value.endswith("WE"):
        first, last = first - timedelta(first.weekday()), last + timedelta(6 - last.weekday())
    else:
        return t
    return replace(t, timex=replace(x, first=first.isoformat(), last=last.isoformat(), approx=True))


def counted(draft: Draft, drafts: list[Draft], extracted: Extracted) -> tuple[TimeMention, str] | None:
    """«بعد خمسة أيام من توقيع ...», «غداة هجوم»: the day that the day of the sentence tells.

    Args:
        draft: an event without a date.
        drafts: all events of the document, the first of them its lead.
        extracted: the sentences with their times.
    """
    for frame in draft.frames:
        found = extracted.detected.found[frame.sentence]
        away = _away(found, frame)
        if frame.head.verb or away is None:
            continue
        at, days = away
        told = [t for t in found.times if t.j <= at + 1 and _first(t) is not None]
        base = told[-1] if told else drafts[0].when if frame.sentence > 0 and at < OPENING_REACH else None
        day = _first(base) if base is not None else None
        if base is None or day is None:
            return None
        moved = (day + timedelta(days)).isoformat()
        timex = replace(base.timex, first=moved, last=moved, granularity="day", mod=None)
        return replace(base, timex=timex), f"{abs(days)} day(s) {'after' if days > 0 else 'before'} {day.isoformat()}"
    return None


def _away(found: Found, frame: Frame) -> tuple[int, int] | None:
    """Where the words that count begin before a noun, and how many days the noun lies from what they are said of."""
    words, h = found.sentence.words, frame.head
    for k in range(h.i - 1, max(-1, h.i - NOUN_REACH), -1):
        if words[k].removeprefix("و") in NEXT_DAY:
            return k, NEXT_DAY[words[k].removeprefix("و")]
        if words[k] in FROM:
            t = next((t for t in found.times if t.j == k and t.timex.rule in ("later", "ago")), None)
            days = _length(t) if t is not None and VAGUE.isdisjoint(words[t.i : k]) else 0
            return (t.i, -days if t.timex.rule == "later" else days) if t is not None and days else None
    return None


def lasting(draft: Draft, extracted: Extracted) -> tuple[TimeMention, str] | None:
    """«زيارة تستمر يومين», «غادر الخميس بعد محادثات استمرت خمسة أيام»: from the first day to the last.

    Args:
        draft: an event of one day, or one told as over before a day of its sentence.
        extracted: the sentences with their times.
    """
    grammar = extracted.detected.lexicon.grammar
    if (running := _running(draft, extracted)) is not None:
        return running
    for frame in draft.frames:
        found, h = extracted.detected.found[frame.sentence], frame.head
        words = found.sentence.words
        lengths = (t for t in found.times if h.j <= t.i < h.j + LASTING_REACH and t.timex.type == "DURATION")
        length = next((t for t in lengths if words[t.i - 1] in grammar["lasting_words"] or _begins(words, t)), None)
        days = _length(length) if length is not None else 0
        if length is None or days < 2:
            continue
        # «وغادر البلاد بعد زيارة استغرقت ثلاثة أيام»: the head's own word may say that it is over.
        before = {w.removeprefix("و") for w in words[max(0, h.i - OPENING_REACH) : h.i + 1]}
        counts_on = words[length.i - 1] in grammar["lasting_from_words"] or _begins(words, length)
        near = {w.removeprefix("و") for w in words[max(0, h.i - 2) : h.i + 1]}
        over = not grammar["last_day_words"].isdisjoint(near if counts_on else before)
        base = draft.when or next((t for t in reversed(found.times) if over and t.j <= h.i and _day(t)), None)
        day = _day(base) if base is not None else None
        if base is None or day is None or not (over or counts_on or not grammar["first_day_words"].isdisjoint(before)):
            continue
        first, last = (day - timedelta(days - 1), day) if over else (day, day + timedelta(days - 1))
        timex = replace(base.timex, first=first.isoformat(), last=last.isoformat())
        return replace(base, timex=timex), f"{days} days {'to' if over else 'from'} {day.isoformat()}"
    return None


def _begins(words: list[str], t: TimeMention) -> bool:
    """«إضراب لأربعة أيام ابتداء من غد»: a length that the words behind it count from a day on."""
    return words[t.i].startswith("ل") and not BEGINNING.isdisjoint(words[t.j : t.j + 2])


def _running(draft: Draft, extracted: Extracted) -> tuple[TimeMention, str] | None:
    """«لليوم الثالث على التوالي، الجمعة»: the days up to the one named."""
    day = _day(draft.when) if draft.when is not None else None
    for frame in draft.frames if day is not None else ():
        words = extracted.detected.found[frame.sentence].sentence.words
        for k in range(frame.head.i, min(len(words) - 1, frame.head.j + LASTING_REACH)):
            days = ORDINALS.get(words[k + 1], 0) if words[k] == "لليوم" else 0
            if days and day is not None and draft.when is not None:
                first = (day - timedelta(days - 1)).isoformat()
                timex = replace(draft.when.timex, first=first)
                return replace(draft.when, timex=timex), f"day {days} of it is {day.isoformat()}"
    return None


def _length(t: TimeMention) -> int:
    """How many days a length of days or weeks is; 0 for others."""
    m = LENGTH.match(t.timex.value)
    return int(m[1]) * (7 if m[2] == "W" else 1) if m else 0


def _day(t: TimeMention) -> date | None:
    """The day of an expression that denotes one."""
    x = t.timex
    return date.fromisoformat(x.first) if x.first and x.first == x.last else None


def _first(t: TimeMention) -> date | None:
    """The first day of an expression that counts in days."""
    x = t.timex
    return date.fromisoformat(x.first) if x.first and x.granularity in ("day", "time") else None
