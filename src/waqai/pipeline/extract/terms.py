"""What an agreement lays down is told as its provisions, not as events; a truce agreed on is yielded."""

from functools import lru_cache

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.heads import Head

REACH = 14
BEHIND = 4
ACCORD_BEFORE = 10
PREPOSITIONS = frozenset(["علي", "ب", "الي", "ل", "في"])
# What the parties to an agreement promise or yield in its clauses is told beside it.
PLEDGED = frozenset(["AGREE", "CONCEDE", "SUPPORT"])
# What an agreement may be for, and is named by.
NAMING = frozenset(["CONSULT", "AID", "COOPERATE", "MOBILIZE", "REQUEST", "SUPPORT"])
DECREES = frozenset(["قرار", "قانون", "مرسوم", "حكم", "مشروع", "خطه"])
TRUCE_REACH = 30
# How far behind its noun the purpose of an agreement stands: «اتفاقية إطارية جديدة لتبادل ...».
TITLE_REACH = 4
NO_PURPOSE = frozenset(["لدي", "لكن", "لجنه", "لقاء", "لقاءات"])
POINTS = frozenset(".؛:!؟")
# «توصل الطرفان إلى هدنة», «اتفاق يقضي بوقف إطلاق النار»: what stands before the truce that is agreed on.
INTO_TRUCE = frozenset(["الي", "علي", "اتفاق", "اتفاقا", "اتفاقيه", "الاتفاق", "يقضي", "تقضي", "قضي"])


@lru_cache(maxsize=2)
def _cues(lexicon: Lexicon) -> frozenset[str]:
    """First words of the clauses of agreements: «تنص», «يقضي», «تشمل», «بموجب»."""
    raw = lexicon.tables.cues["agreements"]
    lay_down = [form.split(" ") for forms, kind in raw["provisions"] if kind == "provision" for form in forms]
    return frozenset(
        (*(w[0] for w in lay_down if w[1:] and w[1] in PREPOSITIONS), *raw["by"], *raw["by_opening"], *raw["by_it"])
    )


def as_a_term(found: Found, lexicon: Lexicon, head: Head, t: Trigger, read: tuple[str, str]) -> tuple[str, str]:
    """The status of an event and its rule: what an agreement lays down, or is named by, is told as its provision.

    Args:
        found: the sentence.
        lexicon: the words of agreements.
        head: a trigger.
        t: its entry.
        read: status and rule as the clause tells them.
    """
    if read[0] == "drop":
        return read
    if t.type not in PLEDGED and laid_down(found, lexicon, head):
        return ("planned", "an agreement's clause") if t.type == "RETREAT" else ("drop", "")
    return ("drop", "") if t.type in NAMING and titled(found, head) else read


def laid_down(found: Found, lexicon: Lexicon, head: Head) -> bool:
    """Whether a head stands in a clause of an agreement: «تنص الاتفاقية على إجراء مناورات», «بموجبه تنسحب القوات».

    Args:
        found: the sentence.
        lexicon: the words of agreements.
        head: a trigger.
    """
    words, cues = found.sentence.words, _cues(lexicon)
    by_it = lexicon.tables.cues["agreements"]["by_it"]
    if head.verb and head.tense != "past" and any(w in by_it for w in words[head.j : head.j + BEHIND]):
        return True  # «ويقدم الاتحاد بموجبها سبعة مليارات»
    for k in range(head.i - 1, max(-1, head.i - REACH), -1):
        if words[k] in POINTS or words[k] == "وذلك":
            return False  # «يقضي بوقف النار، وذلك خلال اجتماع»
        if words[k] in cues or (words[k][0] == "و" and words[k][1:] in cues):
            return words[k].endswith(("بموجبه", "بموجبها")) or _accord_near(found, k)
    return False


def titled(found: Found, head: Head) -> bool:
    """«اتفاقا لتبادل الدعم اللوجستي», «إعلانا مشتركا لتسهيل التجارة»: a noun of the purpose that names an agreement.

    Args:
        found: the sentence.
        head: a noun.
    """
    words, k = found.sentence.words, head.i - (not head.prep)
    if head.verb or k < 1 or words[k][0] != "ل" or len(words[k]) <= BEHIND or words[k] in NO_PURPOSE:
        return False
    near = range(k - 1, max(-1, k - TITLE_REACH), -1)
    named = next((m for n in near for m in found.matches[n] if m.kind == "accord" and m.ref != "ceasefire"), None)
    return named is not None and all(words[n].isalpha() and words[n][0] not in "بل" for n in range(named.j, k))


def _accord_near(found: Found, k: int) -> bool:
    """An agreement right behind the cue, or before it in the clause: no decree or bill («قرار يقضي بتعليق الاتفاق»)."""
    words = found.sentence.words
    if any(m.kind == "accord" and m.info != "weak" for row in found.matches[k + 1 : k + 3] for m in row):
        return True
    for n in range(k - 1, max(-1, k - ACCORD_BEFORE), -1):
        if words[n] in POINTS or words[n].removeprefix("ال").rstrip("ا") in DECREES:
            return False
        if any(m.kind == "accord" and m.info != "weak" for m in found.matches[n]):
            return True
    return False


def belongs_to(before: Frame | None, frame: Frame) -> bool:
    """«عاقب المجلس قائدين، فمنعهما من السفر», «طرد السفيرة ممهلا إياها يومين»: what the deed before it is made of.

    Args:
        before: the frame told just before in the sentence.
        frame: the one in question.
    """
    if before is None or before.trigger.type != "SANCTION":
        return False
    head, kind = frame.head, frame.trigger.type
    term = kind == "THREATEN" and head.participle and before.trigger.act == "expulsion"
    if frame.trigger.act == "recall" and head.conj == "و" and not before.head.verb:
        return before.trigger.mode == "discontinue"  # «قطع العلاقات مع كينيا وسحب السفارة منها»
    return term or (head.conj == "ف" and bool(head.pronoun) and kind in ("COERCE", "SANCTION"))


def foreseen(found: Found, lexicon: Lexicon, start: int, stop: int) -> bool:
    """«أقر اتفاقية تنص على تدريب الضباط في لومي»: whether what stands at `stop` is of a clause opened after `start`.

    Args:
        found: the sentence.
        lexicon: the words of agreements.
        start: where the event's words end.
        stop: a place named behind them.
    """
    words, cues = found.sentence.words, _cues(lexicon)
    for k in range(stop - 1, start - 1, -1):
        if words[k] == "،":
            return False
        if words[k] in cues or (words[k][0] == "و" and words[k][1:] in cues):
            return _accord_near(found, k)
    return False


def truce(found: Found, head: Head) -> bool:
    """Whether what a verb or noun of agreeing leads to is a truce."""
    words = found.sentence.words
    for k in range(head.j, min(len(words), head.j + TRUCE_REACH)):
        if words[k] in POINTS:
            return False
        if any(m.kind == "accord" and m.ref == "ceasefire" for m in found.matches[k]):
            return words[k - 1] in INTO_TRUCE
    return False
