"""Whose word a noun of saying is: «إدانة قطر للقصف», «دعمه للحكومة ورفضه الاعتداءات»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waqai.pipeline.extract.heads import Head

if TYPE_CHECKING:
    from waqai.pipeline.detect import Mention
    from waqai.pipeline.extract.arguments import Clause
    from waqai.pipeline.extract.frame import Frame
    from waqai.pipeline.extract.roles import Slots

# Nouns of what is said, and who may say it.
SAID_OF = frozenset(["ACCUSE", "REJECT", "SUPPORT"])
# What others may have said before, and the words that take it up.
WORDS, POINTING = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN"]), frozenset(["هذا", "هذه", "تلك", "ذلك"])
# What a crowd gathers for, and what one threatens with.
FOR, FORCEFUL = frozenset([*SAID_OF, "REQUEST"]), frozenset(["ASSAULT", "COERCE", "SANCTION"])
BODIES = frozenset(["state", "org", "person", "role", "group"])
PEOPLE = frozenset(["person", "role"])
# «دعمه», «تأييد بلاده»: whose object is what somebody is for.
BACKING = ("دعم", "تاييد", "مساند", "تشجيع")
CAME = frozenset(["جاء", "جاءت", "ياتي", "تاتي"])
# What a man who speaks of it seldom did himself.
DEEDS = frozenset(["ASSAULT", "COERCE", "RETREAT", "SANCTION", "MOBILIZE"])
QUANTIFIERS = frozenset(["اي", "كل", "جميع", "كافه", "هذا", "هذه", "تلك"])


def states(clause: Clause, head: Head, run: list[Mention]) -> bool:
    """«إدانة قطر للقصف», «رفض مصر أي تهجير»: behind who says so stands what it is said of; «إدانة قطر القوية»."""
    t, end = head.trigger, run[-1].j
    if t is None or t.type not in SAID_OF or run[0].kind not in BODIES or end >= len(clause.words):
        return False
    word, after, party = clause.words[end], clause.head_at.get(end), clause.at.get(end)
    noun = after is not None and not after.verb
    to = party.prep if party is not None else after.prep if noun and after is not None and not after.pronoun else ""
    if word in QUANTIFIERS or to == "ل":
        return True
    agrees = clause.words[head.i].endswith("ه") == word.endswith("ه")
    return word[:2] == "ال" and end not in clause.time_at and word not in clause.relatives and (noun or not agrees)


def only_backed(clause: Clause, h: Head) -> bool:
    """«أكد مساندته الحوار بين واشنطن وطهران», «دعم بلاده للمحادثات»: talks that somebody says he is for.

    And what a meeting is about: «خلوة الوساطة», «منتدى الوساطة».
    """
    words, before = clause.words, clause.head_at.get(h.i - 1)
    if h.article and h.trigger and h.trigger.act == "mediation" and before and before.trigger and not before.verb:
        return before.trigger.type == "CONSULT"
    at = h.i - 2 if h.i and words[h.i - 1] in clause.lexicon.grammar["own_country"] else h.i - 1
    return h.article and at >= 0 and words[at].removeprefix("و").removeprefix("ب").startswith(BACKING)


def headline(clause: Clause, h: Head) -> bool:
    """«ترحيب تركي بالخطوة»: a noun that opens its sentence, with whose it is behind it, tells what was said or done."""
    party = clause.at.get(h.j)
    opens = h.i == clause.found.sentence.skip and not (h.article or h.prep or h.pronoun)
    return opens and party is not None and party.adjective and not party.prep


def speaks_itself(clause: Clause, h: Head, slots: Slots, doer: tuple[Mention, ...]) -> bool:
    """«أبلغ الوسطاء الحركة رفض إسرائيل المقترح»: whose refusal it is stands behind the noun, and is not who tells."""
    own = _behind(clause, h, slots)
    return bool(own) and not _one_side(doer, own)


def not_who_tells(verb: Head, deed: Head, doer: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """«أوضح الوزير أنه تم اعتقال ثلاثة»: a person before a verb that only says that it came to a deed told of it."""
    came = verb.light is not None and verb.light.role == "event"
    if not came or deed.trigger is None or deed.trigger.type not in DEEDS:
        return doer
    return tuple(m for m in doer if m.kind not in PEOPLE or m.i > verb.i)


def judged(heads: list[Head], verb: Head, deed: Head) -> bool:
    """«اكتفت باريس بالتنديد بالهجوم»: between the verb and the deed a noun says what is thought of it."""
    return any(
        verb.i < o.i < deed.i and not o.verb and o.trigger is not None and o.trigger.type in SAID_OF for o in heads
    )


def spoken_for(clause: Clause, h: Head, slots: Slots, speaker: tuple[Mention, ...]) -> bool:
    """«أعرب الوزير القطري عن إدانة دولة قطر للقصف»: a person who speaks for his own state or body says it himself."""
    return (
        bool(speaker)
        and all(m.kind in PEOPLE or m.rule == "honorific" for m in speaker)
        and _one_side(speaker, _behind(clause, h, slots))
    )


def _behind(clause: Clause, h: Head, slots: Slots) -> tuple[Mention, ...]:
    """The bodies and people right behind a noun of saying, as its subject."""
    said = h.trigger is not None and h.trigger.type in SAID_OF and not h.pronoun and h.j == h.i + 1
    own = [m for m in slots.of.get("subj", ()) if m.i == h.j and m.kind in BODIES] if said else []
    return tuple(own) if own and states(clause, h, own) else ()


def _one_side(speaker: tuple[Mention, ...], own: tuple[Mention, ...]) -> bool:
    """Whether who speaks may speak for the body named: of its state, or of none that is told."""
    states = {m.country for m in own}
    free = [m for m in speaker if m.kind in (*PEOPLE, "anaphor") and (m.country is None or None in states)]
    return bool(own) and all(m in free or (m.country is not None and m.country in states) for m in speaker)


def told_with(clause: Clause, frame: Frame) -> set[int]:
    """The nouns behind a protest or a threat that only say why it was, or with what, and tell no second event."""
    if frame.trigger.type == "PROTEST":
        return _reasons(clause, frame.head, bool(frame.actors))
    if frame.trigger.type == "THREATEN" and frame.head.verb:
        # «أنذرتها بإطلاق النار عليها», «حذرت من قصف المدينة»
        return {o.i for o in _behind_it(clause, frame.head) if _is_force(o) and _with_what(clause, o)}
    return set()


def _reasons(clause: Clause, h: Head, crowd: bool) -> set[int]:
    """«أضربوا احتجاجا على تأخر الأجور», «شهدت المدينة وقفة للتضامن مع غزة»: why one takes to the street.

    Of a crowd that is named the second is read as what it says, for whom it says it to.
    """
    said = [o for o in _behind_it(clause, h) if o.trigger is not None and not o.verb]
    why = {o.i for o in said if o.trigger and o.trigger.type == "ACCUSE" and not o.article and _accusative(clause, o)}
    if not crowd:
        why |= {o.i for o in said if o.trigger and o.trigger.type in FOR and (o.prep == "ل" or _accusative(clause, o))}
    return why


def _behind_it(clause: Clause, h: Head) -> list[Head]:
    """The heads behind one, up to the next verb."""
    end = next((o.i for o in clause.heads if o.i > h.i and o.verb), len(clause.words))
    return [o for o in clause.heads if h.i < o.i < end]


def _accusative(clause: Clause, o: Head) -> bool:
    return clause.words[o.i].endswith("ا")


def _is_force(o: Head) -> bool:
    return o.trigger is not None and o.trigger.type in FORCEFUL and not o.article


def _with_what(clause: Clause, o: Head) -> bool:
    return o.prep == "ب" or clause.words[o.i].startswith("با") or clause.words[o.i - 1] == "من"


def its_own_words(heads: list[Head], governor: Head, h: Head, lent: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """«أكد دعمه للحكومة ورفضه الاعتداءات»: what the first of two nouns has behind it is not the second's."""
    if not lent or h.trigger is None or h.trigger.type not in SAID_OF:
        return lent
    before = next((o.i for o in heads if governor.i < o.i < h.i and not o.verb and o.trigger is not None), h.i)
    return tuple(m for m in lent if not before < m.i < h.i)


def said_before(clause: Clause, h: Head) -> bool:
    """«لا نرد على هذه التهديدات»: words that others said, taken up again."""
    said = h.article and h.trigger is not None and h.trigger.type in WORDS
    return said and h.i > 0 and clause.words[h.i - 1] in POINTING


def came_before(clause: Clause, h: Head, governor: Head | None) -> bool:
    """«وجاء التهديد في تسجيل»: how that came which was told before."""
    return h.article and governor is not None and clause.words[governor.i].lstrip("و") in CAME


def intends(clause: Clause, verb: Head, noun: Head) -> bool:
    """«تعتزم كينيا طرد السفير»: whether the noun tells what the verb of intending intends."""
    if not verb.verb or clause.words[verb.i].lstrip("و") not in clause.lexicon.grammar["status.plan"]:
        return False
    return not any(o.verb for o in clause.heads if verb.i < o.i < noun.i)
