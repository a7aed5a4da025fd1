"""Dates of events: those of their clause; for an event that names none, what the document ties it to."""

from itertools import pairwise

from msgspec.structs import replace

from waqai.pipeline.detect import TimeMention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.dating import LATER, LATER_REACH
from waqai.pipeline.extract.sources import cues_of
from waqai.pipeline.ground.days import counted, lasting, whole
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.there import on_sidelines
from waqai.pipeline.ground.within import course_of

# «بعدما رفض», «فيما طوقت الشرطة»: what stands behind these has a day of its own.
APART = frozenset(["بعدما", "فيما", "بينما", "غداه", "منذ", "اثر", "حين", "وكان", "وكانت", "بعد", "قبل", "عقب"])
# «وكان قد أعلن», «سبق أن»: what was before.
PERFECT = frozenset(["كان", "كانت", "وكان", "وكانت", "سبق", "وسبق", "كانا", "كانوا", "سابقا", "سابق"])
TERMS = frozenset(["قبل"])
PROMISES = frozenset(["pledge", "delivery"])
SINCE = frozenset(["منذ"])
REACH, BACK, FAR = 1, 2, 99
# How far behind the sentence that names the day an event told once more still hands it on.
LONG_AGO = 5
REACH_ON = 4
# Violence that goes on from one sentence to the next, and talks that what was said comes from.
FIGHTS = frozenset(["ASSAULT", "PROTEST"])
DEEDS = FIGHTS | {"COERCE", "MOBILIZE"}
TALKS = frozenset(["talks", "meeting", "exchange-of-messages"])
HOURS = frozenset(["ساعات", "ساعه", "ساعتين", "وقت", "دقايق"])
SPANS = frozenset(["ايام", "اسابيع", "اشهر", "سنوات", "اعوام", "عقود", "مده", "فتره"])
# What a report opens with and then goes on from.
OCCASIONS = frozenset(["CONSULT", "SUPPORT"])
OCCASION_REACH = 3
THEN = frozenset(["بالمناسبه", "الضيف", "ضيفه", "مضيفه", "المقابله", "المناسبه"])


def date_drafts(drafts: list[Draft], extracted: Extracted) -> None:
    """Give undated events the date of the event they are part of or result from, with the reason."""
    for at, draft in enumerate(drafts):
        if told := counted(draft, drafts, extracted) or lasting(draft, extracted):
            draft.when, draft.when_because = told
        if draft.when is not None and _ahead(draft, extracted):
            draft.when = draft.when_because = None
        if draft.when is not None:
            _until(draft, extracted)
            draft.when = whole(draft.when) if draft.when_because is None else draft.when
            continue
        for other in reversed(drafts[:at]) if not _vague(draft, extracted) else ():
            if other.when is not None and _together(draft, other, extracted):
                draft.when = other.when
                draft.when_because = "told as one with the event before, which is dated"
                break
        if draft.when is None and (when := _in_course(draft, drafts, extracted)):
            draft.when, draft.when_because = when, "the day of what it was in the course of"
        if draft.when is None and (carried := _carried(draft, drafts[:at], extracted)):
            draft.when, draft.when_because = carried
        if draft.when is None and (when := _of_occasion(draft, drafts[:at], extracted)):
            draft.when = when
            draft.when_because = "said or done at the meeting the report opens with"


def _ahead(draft: Draft, extracted: Extracted) -> bool:
    """«وجّه إليه دعوة للمشاركة في منتدى يعقد الشهر المقبل»: what has happened has no day to come."""
    published = extracted.detected.analysis.document.published
    first = draft.when.timex.first if draft.when is not None else None
    agreed = draft.type == "AGREE" and draft.act != "other"
    return draft.status == "happened" and not agreed and bool(first and published and first > published[:10])


def _until(draft: Draft, extracted: Extracted) -> None:
    """«ستسحب قواتها قبل نهاية ديسمبر»: a plan with a term lies between the day it is printed and the term."""
    published = extracted.detected.analysis.document.published
    frame = next((f for f in draft.frames if f.when is draft.when), None)
    if frame is None or frame.when is None or published is None or draft.status not in ("planned", "proposed"):
        return
    t = frame.when.timex
    words = extracted.detected.found[frame.sentence].sentence.words
    if words[frame.when.i - 1] in TERMS and t.last and t.last > published[:10]:
        draft.when = TimeMention(frame.when.i, frame.when.j, replace(t, first=published[:10]))
        draft.when_because = "between the day of the report and the term it names"


def _carried(draft: Draft, before: list[Draft], extracted: Extracted) -> tuple[TimeMention, str] | None:
    """The day of the event told before, for one that names none: of the same people, of one fight, some hours later."""
    n = draft.sentences[0]
    if draft.status != "happened" or _dated(extracted, n) or _vague(draft, extracted):
        return None
    if (said := _came(draft, extracted)) is not None:
        return said, "it came («جاء ذلك») on the day of the sentence before"
    past, hours = _background(draft, extracted), _hours_later(draft, extracted)
    if past and draft.type not in OCCASIONS and _pluperfect(draft, extracted):
        return None
    reach = BACK if past else REACH
    for other in reversed(before):
        gap = n - max((s for s in other.sentences if s <= n), default=n - FAR)
        day = other.when is not None and other.when.timex.granularity in ("day", "time")
        if (
            gap > BACK
            or n - _dated_in(other) > LONG_AGO
            or not day
            or other.when is None
            or other.status != "happened"
            or _background(other, extracted)
        ):
            continue
        if gap <= reach and other.party_keys() & draft.party_keys():
            # «ودان الرئيس الاعتداء», «وكان قد استقبل ضيفه»: what was on another day would name it.
            return other.when, "told right after the dated event of the same people"
        elsewhere = draft.where is not None and other.where is not None and draft.where.name != other.where.name
        if gap <= REACH and draft.type == "ASSAULT" and other.type in FIGHTS and not elsewhere:
            return other.when, "told right after, of the same violence"
        if hours:
            return other.when, "some hours after the dated event told before"
        if draft.act in TALKS and other.type == "SUPPORT" and draft.countries() & other.countries():
            # «جددت زامبيا دعمها ... جاء ذلك عقب مباحثات»
            return other.when, "the talks at which it was said"
    return None


def _in_course(draft: Draft, drafts: list[Draft], extracted: Extracted) -> TimeMention | None:
    """«أوقفت أربعين خلال المظاهرة»: of the day of the march, where that is one."""
    if draft.status != "happened" or _dated(extracted, draft.sentences[0]) or _background(draft, extracted):
        return None
    other = course_of(draft, drafts, extracted)
    when = other.when if other is not None else None
    return when if when is not None and when.timex.first == when.timex.last else None


def _dated_in(other: Draft) -> int:
    """The sentence that tells an event with its day; the first where the day is carried from another."""
    return next((f.sentence for f in other.frames if f.when is not None), other.sentences[0])


def _came(draft: Draft, extracted: Extracted) -> TimeMention | None:
    """«والجمعة، قال الرئيس إن ... جاء ذلك خلال استقباله وفدا»: the day of what was told just before."""
    n = draft.sentences[0]
    found = extracted.detected.found
    opening = [w.removeprefix("و") for w in found[n].sentence.words[found[n].sentence.skip :][:2]]
    times = found[n - 1].times if n and opening in (["جاء", "ذلك"], ["جاءت", "تصريحاته"]) else ()
    return next((t for t in times if t.timex.granularity in ("day", "time") and t.timex.first == t.timex.last), None)


def _hours_later(draft: Draft, extracted: Extracted) -> bool:
    """«وردت نيامي بعد ساعات باستدعاء سفيرها», «وقبل ساعات من الاجتماع»."""
    words = extracted.detected.found[draft.sentences[0]].sentence.words[: draft.frames[0].head.j + REACH_ON]
    return any(a.removeprefix("و") in ("بعد", "قبل") and b in HOURS for a, b in pairwise(words))


def _vague(draft: Draft, extracted: Extracted) -> bool:
    """«اغتالته قبل أيام», «بعد أقل من شهر على لقاء»: a day of its own, which nobody can tell."""
    found, head = extracted.detected.found[draft.sentences[0]], draft.frames[0].head
    words = found.sentence.words
    if not head.verb and words[head.i - 1] in ("علي", "من") and any(t.j == head.i - 1 for t in found.times):
        return True
    if not LATER.isdisjoint(words[head.j : head.j + LATER_REACH]):
        return True  # «وتسلّم أوراقه في وقت لاحق»
    ago = (k for k in range(draft.frames[0].head.i, len(words) - 1) if words[k] == "قبل")
    return any(words[k + 1] in SPANS for k in ago)


def _of_occasion(draft: Draft, before: list[Draft], extracted: Extracted) -> TimeMention | None:
    """«وأعرب الضيف عن ...», «ووقع الوزيران»: what those who meet in the lead say and do, told without a day."""
    lead = next((d for d in before if d.when is not None), None)
    n = draft.sentences[0]
    if (
        _vague(draft, extracted)
        or lead is None
        or lead.when is None
        or lead.type not in OCCASIONS
        or lead.status != "happened"
    ):
        return None
    if lead.sentences[0] > 1 or n <= lead.sentences[0] or lead.when.timex.granularity not in ("day", "time"):
        return None
    done = draft.status == "happened" or (draft.type == "AGREE" and draft.act in PROMISES)
    if not done or n - max(s for s in lead.sentences if s <= n) > OCCASION_REACH or _background(draft, extracted):
        return None
    if _dated(extracted, n):
        return None
    states, own = lead.countries(), draft.countries()
    among = bool(own) and len(states) > 1 and own <= states
    words = extracted.detected.found[n].sentence.words
    cues = cues_of(extracted.detected.lexicon)
    meets = any(w in cues.refers["CONSULT"] or w in THEN for w in words)
    turns = any(w in cues.words["turns"] for w in words[:3])
    spoke = lead.party_keys() & {r.party.key for r in draft.actors}
    return lead.when if (meets or turns) and (among or spoke or on_sidelines(words)) else None


def _dated(extracted: Extracted, n: int) -> bool:
    """Whether a sentence names a day; «المحتجزين منذ يونيو» names none of its own."""
    found = extracted.detected.found[n]
    own = [t for t in found.times if t.i == 0 or found.sentence.words[t.i - 1].removeprefix("و") not in SINCE]
    return any(t.timex.first for t in own if t.i >= found.sentence.skip)


def _background(draft: Draft, extracted: Extracted) -> bool:
    """«وكانت المحكمة قد قضت السبت»: what was before; the report does not go on from it."""
    f = draft.frames[0]
    return any(w in PERFECT for w in extracted.detected.found[f.sentence].sentence.words[: f.head.i])


def _pluperfect(draft: Draft, extracted: Extracted) -> bool:
    """«وكان قد أدان»; not «وكان يخاطب الحشد حين اتهم»."""
    f = draft.frames[0]
    return "قد" in extracted.detected.found[f.sentence].sentence.words[: f.head.i]


def _together(draft: Draft, other: Draft, extracted: Extracted) -> bool:
    """In the same sentence with shared parties, and no word between that sets them apart in time."""
    same_sentence = bool(set(draft.sentences) & set(other.sentences))
    shared = bool(draft.party_keys() & other.party_keys()) and draft.status == other.status
    charged = draft.type == "ASSAULT" and other.type == "ACCUSE"
    apart = charged or _of_relative(draft, extracted) or _set_apart(draft, other, extracted)
    return same_sentence and ((shared and not apart) or _meanwhile(draft, other, extracted))


def _meanwhile(draft: Draft, other: Draft, extracted: Extracted) -> bool:
    """«تجمع الأهالي صباح اليوم أمام القصر، فيما قطع محتجون الطريق»: two deeds set side by side are of one day."""
    a, b = other.frames[0], draft.frames[0]
    deeds = draft.type in DEEDS and other.type in DEEDS and draft.status == other.status == "happened"
    if not deeds or a.sentence != b.sentence or a.head.i > b.head.i or _background(draft, extracted):
        return False
    between = extracted.detected.found[b.sentence].sentence.words[a.head.i : b.head.i]
    return {w.removeprefix("و") for w in between if w.removeprefix("و") in APART} in ({"فيما"}, {"بينما"})


def _of_relative(draft: Draft, extracted: Extracted) -> bool:
    """«ترفض قرار المحكمة الذي يقضي بسجنه»: what only describes has a day of its own."""
    f = draft.frames[0]
    words = extracted.detected.found[f.sentence].sentence.words
    return f.head.verb and f.head.i > 0 and words[f.head.i - 1] in extracted.detected.lexicon.words("relatives")


def _set_apart(draft: Draft, other: Draft, extracted: Extracted) -> bool:
    for a in draft.frames:
        for b in other.frames:
            if a.sentence == b.sentence:
                low, high = sorted((a.head.i, b.head.i))
                between = extracted.detected.found[a.sentence].sentence.words[low:high]
                return any(w.removeprefix("و") in APART for w in between)
    return False
