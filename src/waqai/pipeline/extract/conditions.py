"""Whether the neighbours of a match meet what its lexicon entry asks: objects, prepositions, vetoes."""

from waqai.lexicon import Match
from waqai.lexicon.load import Trigger
from waqai.pipeline.extract.phrases import holds, opens, possible

VETO_WINDOW = 5
OBJECT_WINDOW = 12
NOUN_WINDOW = 8
OBJECT_BEFORE = 7
# What a verb's pronoun stands for in front of it: «مذكرة تفاهم رباعية تخص الطريق، وقّعها الوزراء».
TOLD_BEFORE = frozenset(["signing", "conference", "meeting", "talks"])
PREPOSITION_WINDOW = 14
PREPOSITION_WORDS = frozenset(
    [
        "في",
        "من",
        "الي",
        "علي",
        "عن",
        "مع",
        "بين",
        "خلال",
        "بعد",
        "قبل",
        "اثناء",
        "عقب",
        "حول",
        "بشان",
        "ضد",
        "جراء",
        "نتيجه",
        "اثر",
        "غداه",
        "عشيه",
        "اي",
        "كل",
        "بعض",
        "دون",
        "عدم",
        "بعدم",
        "لعدم",
        "هذا",
        "هذه",
        "يجب",
        "ينبغي",
        "خلفيه",
        "بسبب",
        "رغم",
        "بهدف",
        "بغيه",
        "بذريعه",
        "بحجه",
        "بدعوي",
        "ازاء",
        "حيال",
        "تجاه",
        "لدي",
        "منذ",
    ]
)
# A participle is a predicate or circumstance after these; after a noun it only describes («أشخاص متهمين»).
BEFORE_PREDICATE = frozenset(
    ["،", "وهو", "وهي", "كان", "كانت", "هو", "هي", "انه", "انها", "بانه", "بانها", "و", "بلاده", "بلادها", "بلادنا"]
)
# «المعاهدة الموقعة بين البلدين عام 1979»: what was signed is described by it.
DESCRIBED = frozenset(["signing"])
# «بعد», «بين», «لقاء», «كان»: their first letter is their own, and no preposition.
OWN_LETTER = frozenset(
    [
        "بعد",
        "بعدما",
        "بعض",
        "بعضهم",
        "بين",
        "بينما",
        "بينهم",
        "بينهما",
        "بينها",
        "بدون",
        "بلاد",
        "بلاده",
        "بلادها",
        "بلده",
        "بلدها",
        "بيان",
        "برنامج",
        "بحث",
        "بناء",
        "لم",
        "لن",
        "لا",
        "لكن",
        "لدي",
        "لقاء",
        "لجنه",
        "لان",
        "لبنان",
        "ليس",
        "كان",
        "كانت",
        "كل",
        "كما",
        "كبير",
    ]
)
STOPS = frozenset("،؛:.")
OPENING_QUOTES, CLOSING_QUOTES = frozenset('"«“'), frozenset('"»”')
CLAUSE_ENDS = frozenset(["؛", "ان", "بان", "حيث", "فيما", "بينما"])
# An entry with this among its prepositions looks for its object in the clause it opens: «زعم أن ... يدعم».
THAT = "ان"
# «أعرب عن دعمه», not «أعربت بعثة الدعم عن قلقها»: of a verb with عن the object stands behind it.
OF = ("عن",)
# «القرية التي استولوا عليها»: a preposition with the pronoun that takes up whom a relative clause describes.
RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذين", "اللتين"])
# «أوقفت ناشطين ثم أفرجت عنهما» needs no relative clause: who is released was named.
RESUMED = {prep + pronoun: prep for prep in ("علي", "عن") for pronoun in ("ه", "ها", "هم", "هما")}
# How long a relative clause between commas is at most.
INSERTED = 24
FAR = 40
TAKEN_UP = 12


def fits(
    words: list[str],
    trigger: Trigger,
    m: Match,
    inside: frozenset[int] = frozenset(),
    titled: frozenset[int] = frozenset(),
) -> bool:
    """Whether the conditions an entry sets on its neighbours hold.

    Args:
        words: the sentence.
        trigger: the entry.
        m: where its word stands.
        inside: positions inside mentions and dates but for their first word: a long title between a verb and its
            object does not make the object far.
        titled: positions of names, ranks and adjectives in titles: «الرئيس المنتخب» is no team, «الفريق أول» neither.
    """
    if trigger.vetoes and possible(words, trigger.vetoes):
        # «تلقى الأمير محمد بن سلمان رسالة»: behind a verb a long title makes no veto far.
        stop = m.j + VETO_WINDOW if m.kind != "verb" else _after(words, m.j, VETO_WINDOW, inside)
        near = range(max(0, m.i - VETO_WINDOW), min(len(words), stop))
        if holds([words[k] for k in near if k not in titled], trigger.vetoes):
            return False
    if m.info == "hal" and (m.article or m.prep or (m.i and words[m.i - 1] in PREPOSITION_WORDS)):
        return False
    describes = m.article and trigger.act in DESCRIBED
    if m.kind == "participle" and m.info != "hal" and m.i and words[m.i - 1] not in BEFORE_PREDICATE and not describes:
        return False
    if m.kind == "phrase":
        return not trigger.object or _object_near(words, trigger, m, inside)
    if m.kind == "noun":
        if trigger.object and not _object_near(words, trigger, m, inside):
            return False
        if not trigger.prep or m.j - m.i > 1:
            return True
        return _preposition_near(words, trigger, m, NOUN_WINDOW, inside) is not None
    if trigger.object and not _object_near(words, trigger, m, inside):
        return False
    own = trigger.type == "AID" and m.pronoun and trigger.object and "obj" not in trigger.recipient
    if own and not holds(words[max(0, m.i - OBJECT_BEFORE) : m.i], trigger.object):
        return False  # «قرار قدمه الأعضاء يطالب بدخول المساعدات»: its object is the pronoun
    if not trigger.prep:
        return True
    at = _preposition_near(words, trigger, m, PREPOSITION_WINDOW, inside)
    return at is not None and (not trigger.object or trigger.prep != OF or holds(words[at:], trigger.object))


def _object_near(words: list[str], trigger: Trigger, m: Match, inside: frozenset[int]) -> bool:
    if not possible(words, trigger.object):
        return False
    ends = CLAUSE_ENDS if THAT not in trigger.prep else frozenset("؛")
    stop = _after(words, m.j, OBJECT_WINDOW, inside, ends)
    before = _before(words, m.i) if m.kind in ("verb", "phrase") else []
    if m.pronoun and trigger.act in TOLD_BEFORE:
        before = words[: m.i]
    elif m.pronoun and m.kind == "verb" and trigger.type == "ASSAULT":
        before = words[max(0, m.i - TAKEN_UP) : m.i]  # «كمين ... وتبناه تنظيم»
    start = m.i if m.kind == "phrase" else m.j
    return holds(before + words[start:stop], trigger.object)


def _after(words: list[str], k: int, count: int, inside: frozenset[int], ends: frozenset[str] = frozenset()) -> int:
    """The end of so many words from `k` on; a title or date counts for one, and the words of `ends` end them sooner.

    A relative clause between commas counts for none: «وقع الوزير، الذي وصل أمس في زيارة، اتفاقا».
    """
    while k < len(words) and count > 0 and (words[k] not in ends or k in inside):  # «آن ليندي» is no «أن»
        if words[k] == "،" and words[k + 1 : k + 2] and words[k + 1] in RELATIVES:
            k = next((n for n in range(k + 2, min(len(words), k + INSERTED)) if words[n] == "،"), k)
        count -= k not in inside
        k += 1
    return k


def _before(words: list[str], i: int) -> list[str]:
    """The words right before a verb in its own clause, where its object may stand in front."""
    k = i
    while k > max(0, i - OBJECT_BEFORE) and words[k - 1] not in STOPS:
        k -= 1
    return words[k:i]


def object_distance(words: list[str], trigger: Trigger, m: Match) -> tuple[int, int]:
    """How many words after the match the object of its entry stands, and how much of it the entry names.

    Far where it stands before, or is not asked; the length counts down: «مغادرة البلاد» is nearer than «مغادرة».
    """
    if trigger.object and possible(words, trigger.object):
        for k in range(m.j, min(len(words), m.j + FAR)):
            if length := opens(words, k, trigger.object):
                return k - m.j, -length
    return FAR, 0


def _preposition_near(words: list[str], trigger: Trigger, m: Match, window: int, inside: frozenset[int]) -> int | None:
    """Where the first of an entry's prepositions stands behind its word."""
    k, counted = m.j, 0
    while k < len(words) and counted < window and words[k] not in (".", "؛"):
        for p in trigger.prep:
            attached = len(p) == 1 and words[k].startswith(p) and len(words[k]) > 2 and words[k] not in OWN_LETTER
            of_one = trigger.mode == "release" or (m.i > 0 and words[m.i - 1] in RELATIVES)
            resumed = k == m.j and m.kind == "verb" and of_one and RESUMED.get(words[k]) == p
            if words[k] == p or attached or resumed or (" " in p and " ".join(words[k : k + 2]) == p):
                return k
        counted += k not in inside
        k += 1
    return None
