"""The order of the noun phrases behind a verb: its subjects first, also where another stands before them."""

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.phrases import opens
from waqai.pipeline.extract.victims import FORCE

SPOKEN = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"])
NAMED_PAPERS = frozenset(
    ["البيان", "التقرير", "الاعلان", "الرساله", "القرار", "المذكره", "الوثيقه", "البلاغ", "الخطاب"]
)
# Verbs that have whom they address for their object.
ASKED = frozenset(["REQUEST", "ACCUSE"])
# «ترأس وفد المملكة في الاجتماع نائب الوزير»: a delegation is led.
DELEGATION = "وفد"
NOMINATIVE, DUAL = "ون", "ان"
IN_TURN = frozenset(["عن", "وعن", "من", "ومن"])
# Acts whose entries name who sends and who goes.
SENT = frozenset(["MOBILIZE", "CONSULT"])

# «دعا بيان صادر عن الوزارة».
DOCUMENTS = frozenset(["بيان", "بلاغ"])
ISSUED = frozenset(["صادر", "صدر", "مشترك", "رسمي", "صحفي", "عن", "نشرته", "اصدرته"])


def subjects_first(clause: Clause, t: Trigger | None, groups: list[list[Mention]]) -> list[list[Mention]]:
    """The subjects of a verb put first and together.

    «وقعها عن الجانب الليبي وزير النفط وعن الجانب التركي وزير الطاقة», «ترأس وفد المملكة نائب الوزير».
    """
    if t is None or len(groups) < 2:
        return groups
    if t.act == "signing":
        other = [g for g in groups[1:] if _in_turn(clause, g[0].i)]
        return [[m for g in (groups[0], *other) for m in g], *(g for g in groups[1:] if g not in other)]
    led = leads(t) and clause.words[groups[0][0].i] == DELEGATION
    people = [g for g in groups if g[0].kind in ("person", "role")] if led else []
    return [*people, *(g for g in groups if g not in people)]


def leads(t: Trigger) -> bool:
    """Whether an entry asks for a delegation: «وفد», «وفد بلاده»."""
    return any(o.split(" ")[0] == DELEGATION for o in t.object)


def thing_acts(clause: Clause, head: Head, groups: list[list[Mention]]) -> bool:
    """«ويتجاهل الأمر الرئاسي دعوات المعارضة»: a thing with ال right behind the verb is its subject."""
    if weapon_acts(clause, head, groups) or paper_speaks(clause, head, groups):
        return True
    words, k = clause.words, head.j
    if not groups or head.trigger is None or k + 1 >= groups[0][0].i or not words[k].startswith("ال"):
        return False
    verbs = (h.i for h in clause.heads if h.verb)
    apart = any(k <= i < groups[0][0].i for i in (*clause.time_at, *verbs))
    between = words[k : groups[0][0].i]
    plain = all(w.isalpha() and w not in clause.prepositions for w in between)
    return plain and not apart and not between[-1].startswith("ال") and words[k + 1].startswith("ال")


def weapon_acts(clause: Clause, head: Head, groups: list[list[Mention]]) -> bool:
    """«استهدف هجوم العاصمة», «أصاب صاروخ ميناء أوديسا»: an attack or weapon right behind the verb is its subject."""
    if not groups or head.trigger is None or head.trigger.type not in FORCE or head.j >= groups[0][0].i:
        return False
    word = clause.words[head.j].removeprefix("ال")
    mine = groups[0][0].adjective and groups[0][0].i <= head.j + 2  # «استهدف قصف إسرائيلي البلدة»
    return not mine and word in clause.lexicon.grammar["striking_nouns"]


def goes_on(clause: Clause, head: Head, groups: list[list[Mention]], transitive: bool) -> bool:
    """Whether who did what was told before does this too: nobody else is named who could."""
    return not groups or (transitive and len(groups) < 2 and not _acts_on(clause, head, groups[0][0]))


def _acts_on(clause: Clause, head: Head, m: Mention) -> bool:
    """«علقت كندا الاتفاق، وجمدت فنلندا تعاونها»: between a verb and the thing its entry names stands who acts."""
    t, end = head.trigger, len(clause.words)
    if t is not None and t.type in ASKED and "obj" in t.recipient:
        return False  # «ثمّن روتو الموقف، وطالب المجتمع الدولي بزيادة العون»: of whom one asks it
    if m.sector == "JUD" and m.i == head.j and t is not None and t.mode == "convict":
        return True  # «..., وقضت محكمة في سوسة بسجن فلان»: courts convict, and are not convicted
    return t is not None and m.i == head.j and m.j < end and bool(t.object) and opens(clause.words, m.j, t.object) > 0


def paper_speaks(clause: Clause, head: Head, groups: list[list[Mention]]) -> bool:
    """«ودعا البيان الحكومة إلى»: a paper right behind the verb speaks, and who follows is spoken to."""
    said = head.trigger is not None and head.trigger.type in SPOKEN and head.j + 1 < len(clause.words)
    return bool(said and groups) and groups[0][0].i == head.j + 1 and clause.words[head.j] in NAMED_PAPERS


def nominative(clause: Clause, groups: list[list[Mention]]) -> bool:
    """«عقب تظاهرة طالب خلالها المحتجون», «محادثات اتفق الجانبان خلالها»: the subject, whoever stands before."""
    first = groups[0][0] if groups else None
    if first is None or first.kind not in ("group", "anaphor"):
        return False
    return clause.words[first.i].endswith(NOMINATIVE if first.kind == "group" else DUAL)


def written_by(clause: Clause, head: Head) -> tuple[Mention, ...]:
    """«دعا بيان للوزارة الأطراف», «أدان بيان صادر عن الأزهر»: whose statement says it, right behind its verb."""
    k = head.j
    if head.number != "singular" or k >= len(clause.words) or clause.words[k] not in DOCUMENTS:
        return ()
    while k + 1 < len(clause.words) and clause.words[k + 1] in ISSUED:
        k += 1
    of = clause.at.get(k + 1)
    return (of,) if of is not None and (of.prep == "ل" or clause.words[k] == "عن") else ()


def _in_turn(clause: Clause, k: int) -> bool:
    """Whether «وعن» or «ومن» and a side stand before the mention at word `k`."""
    side = next((m for m in clause.found.mentions if m.j == k), None)
    return side is not None and clause.words[side.i - 1] in IN_TURN and side.i > 1


def without_those_sent(t: Trigger, actors: list[Mention], sent: tuple[Mention, ...]) -> list[Mention]:
    """«أرسلت كينيا ألف جندي»: whom a state sends, unnamed, is its own hand, and no actor beside it."""
    if "obj" not in t.actor or t.type not in SENT or len(actors) < 2:
        return actors
    return [m for m in actors if m not in sent or m.kind != "group" or m.definite or m.country] or actors
