"""When a frame was: the temporal expression of its clause, the nearest first; never that of another clause."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from waqai.pipeline.detect import Found, TimeMention
from waqai.pipeline.extract.heads import Head

POINTS = ("DATE", "TIME")
CONTENT_MARKS = frozenset(["ان", "انه", "انها", "بان", "بانه", "انهم", "انهما"])
UNTIL_REACH = 24
NEAR = 6
HOURS_APART = 2
UP_TO = frozenset(["حتي", "وحتي", "وتستمر", "ويستمر"])
UNTIL = frozenset(["وتستمر", "ويستمر", "تستمر", "يستمر", "وتتواصل", "ويتواصل"])
ENDING = frozenset(["وتختتم", "ويختتم", "وتنتهي", "وينتهي", "ويختتمها", "وتختم"])
# What may have happened long before it is told of.
DATED_APART = frozenset(("CONSULT", "ASSAULT", "COERCE", "AID", "MOBILIZE"))
# «أمهل القوات في سبتمبر حتى نهاية العام»: the end is the term that is set.
TERMED = frozenset(("REQUEST", "THREATEN", "SANCTION"))
# «خارطة طريق للفترة 2023-2025»: the years of a title.
PERIODS = frozenset(["للفتره", "للاعوام", "للسنوات", "لعامي", "للعامين"])
RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذان", "اللتان"])
CHARGES = frozenset(("ACCUSE", "THREATEN", "REJECT"))
AFTER = frozenset(["بعد", "عقب", "اثر", "منذ", "قبل", "غداه", "عشيه", "قبيل"])
JUST_AFTER = frozenset(["بعد", "عقب", "اثر"])
LEADING = frozenset(["في", "من", "عن", "علي", "الي"])
NOUN_REACH = 4
RELATIVE_REACH = 5
ASIDE = frozenset(["وهي", "وهو", "وهم"])
# «أمهل السفير أمس، بعدما رفض ...», «فيما طوقت الشرطة ...»: what follows has a day of its own, or none.
OTHER_TIME = frozenset(["بعدما", "فيما", "بينما", "وفيما", "وبينما"])


class Reach(Struct, frozen=True):
    """A stretch of words."""

    start: int
    end: int


def clause_of(found: Found, heads: list[Head], head: Head, governor: Head) -> Reach:
    """The words that belong to a head: from the verb before it that is not its governor, to the next verb after it."""
    start, end = found.sentence.skip, len(found.sentence.words)
    first, last = min(head.i, governor.i), max(head.j, governor.j)
    for h in heads:
        if not h.verb or h is governor or h is head:
            continue
        if h.j <= first:
            start = h.i
        elif h.i >= last and not _aside(found, last, h.i):
            end = h.i
            break
    words = found.sentence.words
    end = next((k for k in range(last, end) if words[k] in OTHER_TIME), end)
    for k in range(first - 1, start, -1):
        if words[k] in CONTENT_MARKS or (words[k] in OTHER_TIME and _told_before(heads, k)):
            start = k
            break
    return Reach(start, end)


def _hours(found: Found, t: TimeMention) -> bool:
    """«من التاسعة مساء حتى السادسة صباحا»: hours that no day is named with."""
    clocks = [o for o in found.times if o.timex.rule == "clock"]
    return t in clocks and any(o is not t and min(abs(o.i - t.j), abs(t.i - o.j)) <= HOURS_APART for o in clocks)


def _aside(found: Found, start: int, k: int) -> bool:
    """«انتزعت الحركة، وهي جماعة تساند المعارضة، بلدة»: a verb set between commas ends no clause."""
    words = found.sentence.words
    opened = any(words[n] in ASIDE or (words[n] in RELATIVES and words[n - 1] == "،") for n in range(start, k))
    return opened and "،" in words[k:]


def _told_before(heads: list[Head], k: int) -> bool:
    """Whether the clause before word `k` tells an event, so that its day is its own («صار الميدان ساحة حرب بعدما»)."""
    return any(h.i < k and h.verb and (h.trigger is not None or h.light is not None) for h in heads)


def time_of(found: Found, heads: list[Head], head: Head, governor: Head) -> TimeMention | None:
    """The temporal expression nearest to the head in its clause, one after it before one in front of it."""
    reach = clause_of(found, heads, head, governor)
    inside = [
        t
        for t in found.times
        if t.timex.type in POINTS
        and t.timex.first
        and reach.start <= t.i < reach.end
        and not _limit(found, heads, t, head)
        and not _of_relative(found, t, head, governor)
    ]
    if not head.verb and _apart(found, heads, head, governor):
        inside = [t for t in inside if t.i >= head.i]
    if head.verb and head.conj == "و":
        # «تنشر سفنا منذ مايو، وقصفت قاربا»: since when one thing lasts is not when the other was done.
        inside = [t for t in inside if t.timex.last or t.i > head.i]
    if not inside and head.verb and head.conj == "و":
        before = [h for h in heads if h.verb and h.j <= head.i and not _describing(found, h)]
        if before:
            told = time_of(found, [h for h in heads if h is not head], before[-1], before[-1])
            return told if told is None or (told.i < head.i and told.timex.last) else None
    if not inside and head.trigger and head.trigger.type not in DATED_APART:
        announced = _announcement(found, heads, reach.start)
        if announced is not None:
            return announced
    if not inside and found.sentence.words[reach.start] in OTHER_TIME:
        return None
    if not inside:
        fronted = [t for t in found.times if t.timex.type in POINTS and t.timex.first and t.j <= reach.start]
        return fronted[-1] if fronted and head.verb and _fronted(found, fronted[-1], head) else None
    # «حظر التنقل ليلا ابتداء من يوم الجمعة»: a part of the day alone says when of the day.
    inside = [t for t in inside if t.timex.rule != "day_part_alone"] or inside
    inside = [t for t in inside if not _hours(found, t)]
    if not inside:
        return None
    nearest = min(inside, key=lambda t: _distance(found, heads, t, head, governor))
    if head.trigger is not None and head.trigger.type in TERMED:
        return nearest
    return _whole_range(found, nearest, next((h.i for h in heads if h.i > head.i and h.trigger), len(found.matches)))


def _apart(found: Found, heads: list[Head], head: Head, governor: Head) -> bool:
    """«قررت أمس الرد إثر هجوم ...», «بحثوا اليوم آثار هجمات شنتها ...»: the noun tells what was before."""
    verbs = {h.i for h in heads if h.verb}
    met = head.trigger is not None and head.trigger.type == "CONSULT"
    for k in range(head.i - 1, max(found.sentence.skip - 1, head.i - NOUN_REACH), -1):
        word = found.sentence.words[k]
        if k in verbs or not word.isalpha():
            return False
        if word in AFTER or word.removeprefix("و") in AFTER:
            # «وقّعا الاتفاق عقب لقاء»: contacts are of the day of what is done after them.
            return _told_before(heads, k) and not (met and word in JUST_AFTER)
        if word in LEADING:
            # «في اتصال أجراه», «في غارة شنها»: what the verb before tells, told once more.
            return governor.i > head.i and not (word == "في" and (met or k == head.i - 1))
    return False


def _of_relative(found: Found, t: TimeMention, head: Head, governor: Head) -> bool:
    """«رفضت الاعتراف بالفوز الذي أعلن في تموز»: the day of a relative clause that no comma closes before it."""
    last = max(head.j, governor.j)
    if t.i <= last or governor.i > head.i:
        return False
    words = found.sentence.words
    start = last if head.verb else last + RELATIVE_REACH
    opened = next((k for k in range(t.i - 1, start - 1, -1) if words[k] in RELATIVES), None)
    if opened is None:
        return False
    # «بالتصريحات التي توعد فيها، الأحد، بضرب ...»: commas around the day close nothing.
    closed = "،" in words[opened : t.i] and (words[opened - 1] == "،" or words[t.i - 1] != "،")
    return not closed


def _describing(found: Found, h: Head) -> bool:
    """A verb of a relative clause: its day is its own."""
    return h.i > 0 and found.sentence.words[h.i - 1] in RELATIVES


def _limit(found: Found, heads: list[Head], t: TimeMention, head: Head) -> bool:
    """«طالبهم بالمغادرة قبل الخميس», «المحتجز منذ 26 يوليو»: a term ends or a state begins, no more."""
    if t.i and found.sentence.words[t.i - 1] == "الي" and not t.timex.range_first:
        # «أجلت الجلسة إلى الجمعة»
        return True
    if t.i == 0 or t.i < head.i:
        return t.i > 1 and found.sentence.words[t.i - 1] == "منذ" and _describes(found, t.i - 2)
    if _of_content(heads, t, head):
        return True
    before = found.sentence.words[t.i - 1]
    if before in PERIODS:
        return True
    spoken = head.trigger is not None and head.trigger.type not in DATED_APART and head.tense != "future"
    if before == "منذ":
        return _describes(found, t.i - 2)
    return spoken and before in ("قبل", "بحلول", "حتي", "نهايه", "موفي")


def _of_content(heads: list[Head], t: TimeMention, head: Head) -> bool:
    """«اتهمت روسيا بشن هجوم يوم الأحد»: the day is that of the deed, not of the word about it."""
    if head.trigger is None or head.trigger.type not in CHARGES:
        return False
    return any(head.j <= o.i < t.i and o.trigger is not None and o.trigger.type in DATED_APART for o in heads)


def _describes(found: Found, k: int) -> bool:
    """«الموقوف منذ»: a participle that says how long somebody has been what he is, no part of a name."""
    named = any(m.i <= k < m.j and m.kind != "group" for m in found.mentions)
    return found.sentence.words[k].startswith("الم") and not named


def _announcement(found: Found, heads: list[Head], content: int) -> TimeMention | None:
    """«أعلنت الرئاسة مساء السبت أن ... قررت»: a decision told without a day is of the day it is announced."""
    if found.sentence.words[content] not in CONTENT_MARKS:
        return None
    verb = next((h for h in reversed(heads) if h.verb and h.j <= content), None)
    if verb is None or not verb.report:
        return None
    times = [t for t in found.times if t.timex.type in POINTS and t.timex.first and verb.i <= t.i < content]
    return times[0] if times else None


def _whole_range(found: Found, t: TimeMention, stop: int) -> TimeMention:
    """«يومي 11 و12 فبراير», «من 4 حتى 14 أغسطس»: an expression that is one end of a range stands for the whole.

    `stop` is where another event is told, whose end no later words are.
    """
    following = next((o for o in found.times if o.i == t.j), None)
    if t.timex.rule == "list_day" and following is not None and following.timex.last:
        return TimeMention(t.i, following.j, replace(t.timex, last=_whole_range(found, following, stop).timex.last))
    if following is not None and _next_day(t, following):
        return TimeMention(t.i, following.j, replace(t.timex, last=following.timex.last))
    if t.timex.range_first and t.timex.range_last:
        return TimeMention(t.i, t.j, replace(t.timex, first=t.timex.range_first, last=t.timex.range_last))
    for other in found.times:
        between = found.sentence.words[t.j : other.i]
        last = other.timex.last
        if other.i < t.j or len(between) > UNTIL_REACH or not last or not t.timex.first or last <= t.timex.first:
            continue
        ends = other.i < stop and not ENDING.isdisjoint(between)
        until = other.timex.first is None and not (UNTIL if len(between) > NEAR else UP_TO).isdisjoint(between)
        if until or ends:
            return TimeMention(t.i, t.j, replace(t.timex, last=last))
    return t


def _next_day(t: TimeMention, following: TimeMention) -> bool:
    """«السبت والأحد»: a day and the one after it, named together."""
    days = [x.timex.first for x in (t, following) if x.timex.first and x.timex.first == x.timex.last]
    return len(days) == 2 and date.fromisoformat(days[0]) + timedelta(1) == date.fromisoformat(days[1])


def _fronted(found: Found, t: TimeMention, head: Head) -> bool:
    """At the opening of the sentence; the day of a dateline is only that of the verb right behind it."""
    skip = found.sentence.skip
    return skip <= t.i <= skip + 3 or (t.i < skip and head.i == skip)


def _distance(found: Found, heads: list[Head], t: TimeMention, head: Head, governor: Head) -> int:
    anchor = min((head, governor), key=lambda h: abs(h.i - t.i))
    gap = t.i - anchor.j if t.i >= anchor.j else anchor.i - t.j + 2
    between = sum(1 for h in heads if h.trigger and h is not head and min(anchor.j, t.i) <= h.i < max(anchor.i, t.i))
    return gap + 12 * between
