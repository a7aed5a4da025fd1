"""Times that stand in a clause and are not when it was: terms, beginnings, days of relative clauses and of charges."""

from waqai.pipeline.detect import Found, TimeMention
from waqai.pipeline.extract.conditions import OPENING_QUOTES
from waqai.pipeline.extract.heads import Head

# What may have happened long before it is told of.
DATED_APART = frozenset(("CONSULT", "ASSAULT", "COERCE", "AID", "MOBILIZE"))
# «خارطة طريق للفترة 2023-2025»: the years of a title.
PERIODS = frozenset(["للفتره", "للاعوام", "للسنوات", "لعامي", "للعامين"])
RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذان", "اللتان"])
# «الهجوم الذي وقع», «الحرب التي اندلعت»
OCCURRING = frozenset(
    ["بدا", "بدات", "وقع", "وقعت", "جري", "جرت", "اندلع", "اندلعت", "انطلق", "انطلقت", "حدث", "حدثت", "عقد", "عقدت",
     "اجري", "اجريت", "حصل", "حصلت", "اقيم", "اقيمت", "نظم", "نظمت", "احتضنته", "احتضنتها", "استضافته", "استضافتها",
     "نفذ", "شن", "شنت", "دار", "دارت", "شهدته", "شهدتها"]
)  # fmt: skip
# «إجراءات 25 يوليو», «حدود 4 يونيو»: days that name something.
NAMED_BY = frozenset(
    [
        "اجراءات",
        "احداث",
        "ثوره",
        "انتفاضه",
        "حراك",
        "اتفاق",
        "اتفاقيه",
        "اتفاقات",
        "حدود",
        "مسار",
        "دستور",
        "قرارات",
        "جمعه",
    ]
)
# «الاتفاق المبرم في 2015», «الإعلان الصادر عام 2022».
PAPERED = frozenset(["المبرم", "المبرمه", "الموقع", "الموقعه", "المورخ", "المورخه"])
ISSUED = frozenset(["الصادر", "الصادره", "المعتمد", "المعتمده"])
DEEDS = frozenset(["ASSAULT", "COERCE"])
ACCORDING = frozenset(["وفق", "وفقا", "حسب", "بحسب", "حسبما", "وفقما"])
# «إلى مكان استشهاد», «التحقيق في مقتل», «في ذكرى مجزرة»
MATTERS = frozenset(
    [
        "مكان",
        "موقع",
        "ذكري",
        "قضيه",
        "ملف",
        "ملابسات",
        "خلفيه",
        "مسووليه",
        "تحقيق",
        "التحقيق",
        "تحقيقات",
        "شهاده",
        "تفاصيل",
    ]
)
# «في مراسم أقيمت», «في ختام محادثات أجراها»
CLOSING = frozenset(["في", "خلال", "ختام", "عقب", "اثر", "اثناء", "هامش"])
CHARGES = frozenset(("ACCUSE", "THREATEN", "REJECT"))
LEADING = frozenset(["في", "من", "عن", "علي", "الي"])
RELATIVE_REACH = 5
# How far behind «منذ» the time of what began stands.
BOUND_REACH = 4
COUNTED = frozenset(["للمره", "المره", "اول", "الاول", "ثاني", "ثالث", "رابع"])
DASHES = frozenset("-–/")
LONG = frozenset(["year", "month", "decade"])

# What opens a clause of something that was before the rest of its sentence.
WENT_BEFORE = frozenset(["بعد", "عقب", "اثر"])


def not_its_own(found: Found, heads: list[Head], t: TimeMention, head: Head, governor: Head) -> bool:
    """Whether a time in the clause of a head says something else than when it was.

    Args:
        found: the sentence.
        heads: its verbs and nouns.
        t: the time.
        head: the event's word.
        governor: the verb the event's noun is the object of, or the head itself.
    """
    return (
        _limit(found, heads, t, head)
        or _bound(found, t)
        or _of_paper(found, t, head)
        or _of_relative(found, heads, t, head, governor)
        or _of_charge(heads, t, head)
        or _of_telling(found, t, head)
        or _of_what_went_before(found, t, governor)
    )


def _of_what_went_before(found: Found, t: TimeMention, verb: Head) -> bool:
    """«بعد زيارة إلى واشنطن الأسبوع الماضي، يصل الرئيس»: a comma closes what went before, with its day."""
    words, start = found.sentence.words, found.sentence.skip
    opened = words[start].removeprefix("و") in WENT_BEFORE and start + 2 < t.i
    return opened and verb.verb and t.j < len(words) and words[t.j] == "،" and t.j < verb.i


def occurs(found: Found, heads: list[Head], head: Head, verb: Head) -> bool:
    """Whether a clause says when and where the noun itself was, or what was done at it.

    «الغزو الروسي لأوكرانيا الذي بدأ في 24 فبراير», «أحرقت أسلحتها في مراسم أقيمت في السليمانية»,
    «وذلك في ختام محادثات أجراها وفدا البلدين في جدة الثلاثاء».
    """
    words, before = found.sentence.words, found.sentence.words[verb.i - 1] if verb.i else ""
    if verb.conj or (words[verb.i] not in OCCURRING and not verb.pronoun):
        return False
    between = [(o, o.trigger.type) for o in heads if head.j <= o.i < verb.i and o.trigger is not None]
    if before in RELATIVES:
        return words[verb.i] in OCCURRING and not head.verb and not between
    met = len(between) == 1 and between[0][0].j == verb.i and between[0][1] == "CONSULT"
    closing = met and words[between[0][0].i - 1] in CLOSING
    plain = words[verb.i] in OCCURRING and before.isalpha() and not before.startswith("ال") and not between
    return closing or (plain and words[verb.i - 2] in CLOSING)


def resumed(found: Found, heads: list[Head], head: Head) -> int:
    """Where the main clause goes on: «قبلت مقترحا يقضي بهدنة، وذلك في ختام محادثات في جدة الثلاثاء»; else 0."""
    if "وذلك" not in found.sentence.words[head.j :]:
        return 0
    first = next((o for o in heads if o.trigger is not None or o.light is not None), None)
    if first is None or head.i not in (first.i, next((o.i for o in heads if o.i > first.i and o.trigger), -1)):
        return 0
    return next((k for k in range(head.j, len(found.matches)) if found.sentence.words[k] == "وذلك"), 0)


def _of_relative(found: Found, heads: list[Head], t: TimeMention, head: Head, governor: Head) -> bool:
    """«رفضت الاعتراف بالفوز الذي أعلن في تموز»: the day of a relative clause that no comma closes before it."""
    last = max(head.j, governor.j)
    words = found.sentence.words
    if governor.j <= t.i < head.i and any(words[k] in RELATIVES for k in range(governor.j, t.i)):
        # «قررت، بتوجيه من المجلس الذي اجتمع مساء أمس، استدعاء السفير»
        return any(o.verb and governor.j <= o.i < t.i and words[o.i - 1] in RELATIVES for o in heads)
    if t.i <= last or governor.i > head.i:
        return False
    start = last if head.verb else last + RELATIVE_REACH
    opened = next((k for k in range(t.i - 1, start - 1, -1) if words[k] in RELATIVES), None)
    if opened is None or any(o.i == opened + 1 and occurs(found, heads, head, o) for o in heads):
        return False
    # «بالتصريحات التي توعد فيها، الأحد، بضرب ...»: commas around the day close nothing.
    closed = "،" in words[opened : t.i] and (words[opened - 1] == "،" or words[t.i - 1] != "،")
    after = words[t.j + 1 : t.j + 2] if words[t.j : t.j + 1] == ["،"] else []
    closed = closed and not (words[t.i - 1] == "،" and after and after[0].startswith("ب"))
    return not closed


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
    first = next((o.i for o in found.times if o.j == t.i - 1), 0) if before in DASHES else t.i
    if found.sentence.words[first - 1] in PERIODS:
        return True
    spoken = head.trigger is not None and head.trigger.type not in DATED_APART and head.tense != "future"
    if before == "منذ":
        # «للمرة الثانية منذ مارس», «أول زيارة لمسؤول كيني منذ عام 2016»: counted from then on.
        return _describes(found, t.i - 2) or not COUNTED.isdisjoint(found.sentence.words[max(0, t.i - 9) : t.i])
    return spoken and before in ("قبل", "بحلول", "حتي", "نهايه", "موفي")


def _bound(found: Found, t: TimeMention) -> bool:
    """«بعد عام 2016», «منذ اندلاع النزاع في 2015», «مظاهرات يوم النكبة»: since when, or of what, and not when."""
    words = found.sentence.words
    before = words[t.i - 1] if t.i else ""
    if t.timex.rule == "feast":
        return before in OPENING_QUOTES or (before.isalpha() and before not in (*LEADING, "خلال"))
    if before in NAMED_BY or (t.timex.rule == "bare_year" and before.isalpha() and before not in LEADING):
        # «إعادة إطلاق اتفاق 2015», «إجراءات 25 يوليو»
        return True
    if before == "بعد":
        return t.timex.granularity in LONG
    if before == "صلاه":
        # «قبل ثلاثة أيام، هاجموا القرية بعد صلاة الجمعة»
        return any(o is not t and o.timex.first and o.i < t.i for o in found.times)
    since = before == "في" and t.timex.granularity in (*LONG, "day")
    return since and "منذ" in words[max(0, t.i - BOUND_REACH) : t.i - 1]


def _of_paper(found: Found, t: TimeMention, head: Head) -> bool:
    """«طالبها بالعودة إلى الاتفاق المبرم عام 2015»: the year of an agreement that is only named."""
    words = found.sentence.words
    k = t.i - 1 - (t.i > 1 and words[t.i - 1] == "في")
    issued = words[k] in ISSUED and t.timex.granularity in LONG  # «البيان الصادر أمس» is of the day of who speaks
    if k <= head.i or (words[k] not in PAPERED and not issued):
        return False
    return not any(m.j == k and m.kind == "place" for m in found.mentions)


def _of_charge(heads: list[Head], t: TimeMention, head: Head) -> bool:
    """«اتهمت موسكو أمس كييف بشن هجمات»: the day before the deed is that of the charge."""
    if t.i >= head.i or head.trigger is None or head.trigger.type not in DATED_APART or head.trigger.type == "CONSULT":
        return False
    return any(o.j <= t.i and o.trigger is not None and o.trigger.type == "ACCUSE" for o in heads)


def _of_telling(found: Found, t: TimeMention, head: Head) -> bool:
    """«بسبب هجوم، وفق بيان اليوم», «عادت اليوم إلى مكان استشهادها»: the day of who tells or comes back to a deed."""
    if head.verb or head.trigger is None or head.trigger.type not in DEEDS:
        return False
    words = found.sentence.words
    if t.i > head.i:
        return not ACCORDING.isdisjoint(words[head.j : t.i])
    return words[head.i - 1] in MATTERS or (words[head.i - 1] == "في" and words[head.i - 2] in MATTERS)


def _of_content(heads: list[Head], t: TimeMention, head: Head) -> bool:
    """«اتهمت روسيا بشن هجوم يوم الأحد»: the day is that of the deed, not of the word about it."""
    if head.trigger is None or head.trigger.type not in CHARGES:
        return False
    return any(head.j <= o.i < t.i and o.trigger is not None and o.trigger.type in DATED_APART for o in heads)


def _describes(found: Found, k: int) -> bool:
    """«الموقوف منذ»: a participle that says how long somebody has been what he is, no part of a name."""
    named = any(m.i <= k < m.j and m.kind != "group" for m in found.mentions)
    return found.sentence.words[k].startswith("الم") and not named
