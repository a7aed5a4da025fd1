"""When a frame was: the temporal expression of its clause, the nearest first; never that of another clause."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from waqai.pipeline.detect import Found, TimeMention
from waqai.pipeline.extract.bounds import DATED_APART, LEADING, RELATIVES, not_its_own, occurs, resumed
from waqai.pipeline.extract.heads import Head

POINTS = ("DATE", "TIME")
CONTENT_MARKS = frozenset(["ان", "انه", "انها", "بان", "بانه", "انهم", "انهما"])
CONTENT_REACH = 8
UNTIL_REACH = 24
NEAR = 6
HOURS_APART = 2
LATER, LATER_REACH = frozenset(["لاحق", "لاحقا"]), 14
UP_TO = frozenset(["حتي", "وحتي", "وتستمر", "ويستمر"])
UNTIL = frozenset(["وتستمر", "ويستمر", "تستمر", "يستمر", "وتتواصل", "ويتواصل"])
ENDING = frozenset(["وتختتم", "ويختتم", "وتنتهي", "وينتهي", "ويختتمها", "وتختم"])
EXTENDED, EXTENDED_REACH = ("تمديد", "مدد", "تجديد", "جدد"), 8
# «أمهل القوات في سبتمبر حتى نهاية العام»: the end is the term that is set.
TERMED = frozenset(("REQUEST", "THREATEN", "SANCTION"))
AFTER = frozenset(["بعد", "عقب", "اثر", "منذ", "قبل", "غداه", "عشيه", "قبيل"])
FORCE = frozenset(["ASSAULT", "COERCE", "PROTEST"])
JUST_AFTER = frozenset(["بعد", "عقب", "اثر"])
NOUN_REACH, WHERE_REACH = 4, 3
ASIDE = frozenset(["وهي", "وهو", "وهم"])
# «أمهل السفير أمس، بعدما رفض ...», «فيما طوقت الشرطة ...»: what follows has a day of its own, or none.
OTHER_TIME = frozenset(["بعدما", "فيما", "بينما", "وفيما", "وبينما"])
# «ودعا، في بيان صدر أمس، إلى فتح تحقيق», «قال -خلال لقاء جمعهما أمس- إن»
MARKS, WITHIN, INSERTED = frozenset(["،", "-"]), frozenset(["في", "خلال", "اثناء", "عقب", "لدي"]), 5


class Reach(Struct, frozen=True, gc=False):
    """A stretch of words."""

    start: int
    end: int


def _points(found: Found) -> list[TimeMention]:
    """The times of a sentence that name a day or a moment."""
    return [t for t in found.times if t.timex.type in POINTS and t.timex.first]


def clause_of(found: Found, heads: list[Head], head: Head, governor: Head) -> Reach:
    """The words that belong to a head: from the verb before it that is not its governor, to the next verb after it."""
    start, end = found.sentence.skip, len(found.sentence.words)
    first, last = min(head.i, governor.i), max(head.j, governor.j)
    for h in heads:
        if not h.verb or h is governor or h is head:
            continue
        if h.j <= first:
            start = h.i
        elif h.i >= last and not _aside(found, last, h) and not occurs(found, heads, head, h):
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


def _aside(found: Found, start: int, h: Head) -> bool:
    """A verb between marks ends no clause: «انتزعت الحركة، وهي جماعة تساندها، بلدة», «دعا، في بيان صدر أمس، إلى»."""
    words, k = found.sentence.words, h.i
    mark = next((n for n in range(k - 1, max(start - 1, k - INSERTED), -1) if words[n] in MARKS), 0)
    plain = h.trigger is None and (h.light is None or h.light.role == "place") and not (h.report or h.conj)
    if plain and any(m.j == k and m.kind == "group" and not m.definite for m in found.mentions):
        # «خطف مسلحون يعرفون بقطاع الطرق تلاميذ ليل السبت»
        return True
    if h.trigger is None and mark and words[mark + 1] in WITHIN and words[mark] in words[k:]:
        return True
    opened = any(words[n] in ASIDE or (words[n] in RELATIVES and words[n - 1] == "،") for n in range(start, k))
    return opened and "،" in words[k:]


def _told_before(heads: list[Head], k: int) -> bool:
    """Whether the clause before word `k` tells an event, so that its day is its own («صار الميدان ساحة حرب بعدما»)."""
    return any(h.i < k and h.verb and (h.trigger is not None or h.light is not None) for h in heads)


def time_of(found: Found, heads: list[Head], head: Head, governor: Head) -> TimeMention | None:
    """The temporal expression nearest to the head in its clause, one after it before one in front of it."""
    reach = clause_of(found, heads, head, governor)
    points = _points(found)
    inside = [t for t in points if reach.start <= t.i < reach.end and not not_its_own(found, heads, t, head, governor)]
    if not head.verb and _apart(found, heads, head, governor):
        inside = [t for t in inside if t.i >= head.i]
    joined = head if head.verb else governor
    if joined.verb and joined.conj == "و":
        # «تنشر سفنا منذ مايو، وقصفت قاربا»: since when one thing lasts is not when the other was done.
        inside = [t for t in inside if t.timex.last or t.i > joined.i]
    if governor.verb and not LATER.isdisjoint(found.sentence.words[governor.j : head.j + LATER_REACH]):
        # «سمّت سفيرا في يناير، وتسلّم أوراقه في وقت لاحق»
        return next((t for t in inside if t.i > governor.i), None)
    if not inside:
        return _elsewhere(found, heads, head, governor, reach)
    if head.verb and any(t.i > head.i for t in inside):
        # «احتجزوه الأربعاء، ثم نصّب نفسه رئيسا يوم الجمعة»
        inside = [t for t in inside if t.i > head.i or "ثم" not in found.sentence.words[t.j : head.i]]
    # «حظر التنقل ليلا ابتداء من يوم الجمعة»: a part of the day alone says when of the day.
    inside = [t for t in inside if t.timex.rule != "day_part_alone"] or inside
    inside = [t for t in inside if not _hours(found, t)]
    if not inside:
        return None
    nearest = min(inside, key=lambda t: _distance(found, heads, t, head, governor))
    if head.trigger is not None and head.trigger.type in TERMED:
        return nearest
    return _whole_range(found, nearest, next((h.i for h in heads if h.i > head.i and h.trigger), len(found.matches)))


def _elsewhere(found: Found, heads: list[Head], head: Head, governor: Head, reach: Reach) -> TimeMention | None:
    """Of an event whose clause has no time: that of the verb joined to it, of its announcement, the one in front."""
    if head.verb and head.conj == "و":
        before = [h for h in heads if h.verb and h.j <= head.i and not _describing(found, h)]
        if before:
            told = time_of(found, [h for h in heads if h is not head], before[-1], before[-1])
            return told if told is None or (told.i < head.i and told.timex.last) else None
    if head.verb and (leading := _where_to(found, heads, head)) is not None:
        return time_of(found, [h for h in heads if h is not head], leading, leading)
    if head.pronoun and head.trigger is not None and head.trigger.act == "signing":
        # «شهدا، أمس، مراسم التوقيع على مذكرة، وقعها الوزيران»
        noun = next((h for h in reversed(heads) if h.j <= head.i and h.trigger and h.trigger.act == "signing"), None)
        return time_of(found, heads, noun, noun) if noun is not None else None
    if head.participle and found.sentence.words[head.i - 1] == "،":
        # «وذكر بري، في كلمة له أمس، أن الاستحقاق ...، داعيا القوى إلى ...»
        main = next((h for h in heads if h.verb and h.j <= head.i and (h.report or h.trigger)), None)
        return time_of(found, heads, main, main) if main is not None else None
    announceable = head.trigger is not None and not _describing(found, governor)
    if announceable and head.trigger and (head.trigger.type not in DATED_APART or governor.tense == "future"):
        announced = _announcement(found, heads, reach.start)
        if announced is not None:
            return announced
    if found.sentence.words[reach.start] in OTHER_TIME:
        return None
    if again := resumed(found, heads, head):
        points = (t for t in _points(found) if again < t.i < again + UNTIL_REACH)
        return next((t for t in points if not not_its_own(found, heads, t, head, governor)), None)
    fronted = [t for t in _points(found) if t.j <= reach.start]
    # «والأربعاء، أعلنت الأمم المتحدة بدء مشاورات»: the day in front is that of the verb and of what it tells.
    telling = next((h for h in heads if h.i == reach.start and h.verb and h.report), None)
    verb = None if _describing(found, head) else head if head.verb else telling
    told = fronted[-1] if fronted and verb is not None and _fronted(found, fronted[-1], verb) else None
    return None if told is not None and _before_print(found, told, head) else told


def _where_to(found: Found, heads: list[Head], head: Head) -> Head | None:
    """«وفي اليوم التالي توجه إلى القاهرة حيث التقى»: the verb whose goal is where another was done, on that day."""
    where = next(
        (k for k in range(head.i - 1, max(0, head.i - WHERE_REACH), -1) if found.sentence.words[k] == "حيث"), 0
    )
    return next((h for h in reversed(heads) if h.verb and h.j <= where), None) if where else None


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


def _describing(found: Found, h: Head) -> bool:
    """A verb of a relative clause: its day is its own."""
    return h.i > 0 and found.sentence.words[h.i - 1] in RELATIVES


def _announcement(found: Found, heads: list[Head], content: int) -> TimeMention | None:
    """«أعلنت الرئاسة مساء السبت أن ... قررت»: a decision told without a day is of the day it is announced."""
    words = found.sentence.words
    if words[content] not in CONTENT_MARKS:
        # «ذكرت الوكالة اليوم أن الأمير بعث ببرقية تهنئة»
        opening = range(content - 1, max(-1, content - CONTENT_REACH), -1)
        content = next((k for k in opening if words[k] in CONTENT_MARKS), -1)
    verb = next((h for h in reversed(heads) if h.verb and h.j <= content), None)
    if verb is None or not verb.report:
        return None
    times = [t for t in _points(found) if verb.i <= t.i < content]
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
        last = _to_come(other, t) if not UNTIL.isdisjoint(between) else other.timex.last
        if other.i < t.j or len(between) > UNTIL_REACH or not last or not t.timex.first or last <= t.timex.first:
            continue
        if any(stem in w for w in found.sentence.words[max(0, t.i - EXTENDED_REACH) : other.i] for stem in EXTENDED):
            continue  # «وافق أمس على تمديد مهمة البعثة حتى مارس»: how long what is extended lasts
        ends = other.i < stop and not ENDING.isdisjoint(between)
        until = other.timex.first is None and not (UNTIL if len(between) > NEAR else UP_TO).isdisjoint(between)
        if until or ends:
            return TimeMention(t.i, t.j, replace(t.timex, last=last))
    return t


def _to_come(end: TimeMention, start: TimeMention) -> str | None:
    """«انطلقت أمس وتستمر حتى 25 أكتوبر»: a day without its year that ends what goes on is after its beginning."""
    first, last = start.timex.first, end.timex.last
    if end.timex.rule != "day_month" or not first or not last or last > first:
        return last
    return f"{int(last[:4]) + 1}{last[4:]}"


def _next_day(t: TimeMention, following: TimeMention) -> bool:
    """«السبت والأحد»: a day and the one after it, named together."""
    days = [x.timex.first for x in (t, following) if x.timex.first and x.timex.first == x.timex.last]
    return len(days) == 2 and date.fromisoformat(days[0]) + timedelta(1) == date.fromisoformat(days[1])


def _fronted(found: Found, t: TimeMention, head: Head) -> bool:
    """At the opening of the sentence; the day of a dateline is only that of the verb right behind it."""
    skip = found.sentence.skip
    return skip <= t.i <= skip + 3 or (t.i < skip and head.i == skip)


def _before_print(found: Found, t: TimeMention, head: Head) -> bool:
    """«نيامي 20 نوفمبر - قتل جنود في كمين نصبه مسلحون الأربعاء»: a deed is of the day its sentence tells."""
    force = head.trigger is not None and head.trigger.type in FORCE
    day = t.timex.first or ""
    others = (o.timex for o in _points(found) if o.i >= found.sentence.skip)
    return force and t.i < found.sentence.skip and any(x.last and (x.first or "") < day for x in others)


def _distance(found: Found, heads: list[Head], t: TimeMention, head: Head, governor: Head) -> int:
    anchor = min((head, governor), key=lambda h: abs(h.i - t.i))
    gap = t.i - anchor.j if t.i >= anchor.j else anchor.i - t.j + 2
    between = sum(1 for h in heads if h.trigger and h is not head and min(anchor.j, t.i) <= h.i < max(anchor.i, t.i))
    return gap + 12 * between
