"""Time, place and topic of a frame: those of its clause, the nearest first."""

from msgspec import Struct
from msgspec.structs import replace

from waqai.model import Topic
from waqai.pipeline.detect import Found, Mention, TimeMention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.heads import Head

POINTS = ("DATE", "TIME")
TOPIC_WORDS = 14
CONTENT_MARKS = frozenset(["ان", "انه", "انها", "بان", "بانه", "انهم", "انهما"])
VAGUE = frozenset(["مختلف", "شتي", "كافه", "جميع", "ساير"])
UNTIL_REACH = 24
UNTIL = frozenset(["حتي", "وتستمر", "ويستمر", "تستمر", "يستمر", "وتتواصل", "ويتواصل"])
ENDING = frozenset(["وتختتم", "ويختتم", "وتنتهي", "وينتهي", "ويختتمها", "وتختم"])
LOCATIVE_REACH = 4
WITHIN = frozenset(["خلاله", "خلالها", "خلالهما"])
# What may have happened long before it is told of.
DATED_APART = frozenset(("CONSULT", "ASSAULT", "COERCE", "AID", "MOBILIZE"))
# «خارطة طريق للفترة 2023-2025»: the years of a title.
PERIODS = frozenset(["للفتره", "للاعوام", "للسنوات", "لعامي", "للعامين"])
RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذان", "اللتان"])
CHARGES = frozenset(("ACCUSE", "THREATEN", "REJECT"))
TOPIC_REACH = 4
NAMED = frozenset(["person", "role", "org", "place"])
BREAKS = frozenset("،.؛:!؟")
# «أمهل السفير أمس، بعدما رفض ...», «فيما طوقت الشرطة ...»: what follows has a day of its own, or none.
AFTER = frozenset(["بعد", "عقب", "اثر", "منذ", "قبل", "غداه", "عشيه", "قبيل"])
JUST_AFTER = frozenset(["بعد", "عقب", "اثر"])
LEADING = frozenset(["في", "من", "عن", "علي", "الي"])
NOUN_REACH = 4
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
        elif h.i >= last:
            end = h.i
            break
    words = found.sentence.words
    for k in range(first - 1, start, -1):
        if words[k] in CONTENT_MARKS or (words[k] in OTHER_TIME and _told_before(heads, k)):
            start = k
            break
    return Reach(start, end)


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
    nearest = min(inside, key=lambda t: _distance(found, heads, t, head, governor))
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


def _describing(found: Found, h: Head) -> bool:
    """A verb of a relative clause: its day is its own."""
    return h.i > 0 and found.sentence.words[h.i - 1] in RELATIVES


def _limit(found: Found, heads: list[Head], t: TimeMention, head: Head) -> bool:
    """«طالبهم بالمغادرة قبل الخميس», «المحتجز منذ 26 يوليو»: a term ends or a state begins, no more."""
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
    return found.sentence.words[k].startswith("ال") and not named


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
    if t.timex.range_first and t.timex.range_last:
        return TimeMention(t.i, t.j, replace(t.timex, first=t.timex.range_first, last=t.timex.range_last))
    for other in found.times:
        between = found.sentence.words[t.j : other.i]
        last = other.timex.last
        if other.i < t.j or len(between) > UNTIL_REACH or not last or not t.timex.first or last <= t.timex.first:
            continue
        ends = other.i < stop and not ENDING.isdisjoint(between)
        if (other.timex.first is None and not UNTIL.isdisjoint(between)) or ends:
            return TimeMention(t.i, t.j, replace(t.timex, last=last))
    return t


def _fronted(found: Found, t: TimeMention, head: Head) -> bool:
    """At the opening of the sentence; the day of a dateline is only that of the verb right behind it."""
    skip = found.sentence.skip
    return skip <= t.i <= skip + 3 or (t.i < skip and head.i == skip)


def _distance(found: Found, heads: list[Head], t: TimeMention, head: Head, governor: Head) -> int:
    anchor = min((head, governor), key=lambda h: abs(h.i - t.i))
    gap = t.i - anchor.j if t.i >= anchor.j else anchor.i - t.j + 2
    between = sum(1 for h in heads if h.trigger and h is not head and min(anchor.j, t.i) <= h.i < max(anchor.i, t.i))
    return gap + 12 * between


def place_of(found: Found, clause: Clause, head: Head) -> Mention | None:
    """A place or state after «في» or ب in the head's part of the sentence."""
    end = next((h.i for h in clause.heads if h.i > head.i and h.verb), len(clause.words))
    for m in found.mentions:
        led = head.j <= m.i < end and m.kind in ("place", "state") and locative(clause, m)
        if led and not of_topic(clause, head, m):
            return m
    if head.verb:
        for m in found.mentions:
            if (
                m.i <= found.sentence.skip + 3
                and m.j <= head.i
                and m.kind in ("place", "state")
                and locative(clause, m)
            ):
                return m
    return None


def of_topic(clause: Clause, head: Head, m: Mention) -> bool:
    """«بحثا سبل دعم الاستقرار في ليبيا»: behind a noun far from the event, a state is what was talked about."""
    if head.trigger is None or head.trigger.type != "CONSULT" or m.kind != "state":
        return False
    k = m.i - 1 if not m.prep else m.i
    noun = clause.words[k - 1]
    named = any(o.i < k <= o.j and o.kind in NAMED for o in clause.found.mentions) or any(
        t.i < k <= t.j for t in clause.found.times
    )
    return noun.isalpha() and not named and k - head.j > TOPIC_REACH


def finest(*candidates: Mention | None) -> Mention | None:
    """Of places told for one event the first, but a town rather than its state."""
    told = sorted((m for m in candidates if m is not None), key=lambda m: m.i)
    return next((m for m in told if m.kind == "place"), told[0] if told else None)


def locative(clause: Clause, m: Mention) -> bool:
    """Whether words of place lead to the mention: «في بغداد», «بالدوحة», «قرب قرية كتول», «أمام قصر العدالة»."""
    if m.prep == "ب":
        return True
    local = clause.lexicon.grammar["locatives"]
    for k in range(m.i - 1, max(-1, m.i - LOCATIVE_REACH), -1):
        word = clause.words[k]
        if word in VAGUE:
            return False
        if word in local or word.removeprefix("و") in local:
            return k == 0 or clause.words[k - 1].removeprefix("و") not in clause.lexicon.grammar["situation_words"]
        if word.startswith("بال") and m.i - k <= 2:
            return True
        if not word.isalpha() or word in clause.prepositions:
            return False
    return False


def topics_of(found: Found, clause: Clause, head: Head, text: str) -> tuple[Topic, ...]:
    """What a contact was about: the words after «حول», «لبحث», «تناول» ..., to the end of the clause."""
    words = found.sentence.words
    grammar = clause.lexicon.grammar
    for k in range(head.j, len(words) - 1):
        if words[k] not in grammar["topic_verbs"]:
            continue
        start = k + 1
        # «بحث معه خلاله التعاون»: with whom and when is not what about.
        while start < len(words) and (words[start] in grammar["particles"] or words[start] in WITHIN):
            start += 1
        end = start
        while end < len(words) and end - k <= TOPIC_WORDS and words[end] not in BREAKS:
            end += 1
        if end > start:
            span = (found.sentence.spans[start][0], found.sentence.spans[end - 1][1])
            return (Topic(" ".join(text[span[0] : span[1]].split()), span),)
    return ()
