"""Whom a relative clause is about: «الرئيس الذي وجه», «المحامي الذي أوقفته الشرطة», «30 طالبا خُطفوا»."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.detect.sides import OF
from waqai.pipeline.extract.agreement import agrees
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.conditions import RESUMED
from waqai.pipeline.extract.heads import Head

DESCRIBED = frozenset(["person", "role", "state", "org", "group", "thing"])
CLOSING = frozenset(["،", "»", '"', "”", ")"])
THEREIN = frozenset(["فيها", "فيه", "خلالها", "خلاله"])
DONE_WITH = frozenset(["به", "بها"])
TAKEN_UP = DONE_WITH | {"له", "لها", "لهم", "اليه", "اليها", "عليه", "عليها"}
# «أجرى محادثات، جرى خلالها».
IN_ITS_COURSE = THEREIN | {"اثناءها", "اثناءه"}
# Of whose paper or speech the subject of a clause is, and who may be it.
NAMED = frozenset(["state", "org", "person", "role", "group"])
INDEFINITE = frozenset(["group", "thing"])


def antecedent(clause: Clause, h: Head) -> tuple[Mention, ...]:
    """Those a verb's relative clause describes; empty where the verb stands in none.

    Args:
        clause: the sentence.
        h: a finite verb.
    """
    if h.i and clause.words[h.i - 1] in clause.relatives:
        end = h.i - 1
        while end and (clause.words[end - 1] in CLOSING or _adjective(clause, end - 1)):
            end -= 1
        return _ending_at(clause, end, DESCRIBED)
    if h.conj:
        return ()
    if h.j < len(clause.words) and clause.words[h.j] in THEREIN:
        # «ردا على تصريحات للرئيس طالب فيها بالانسحاب»
        return tuple(m for m in _ending_at(clause, h.i, DESCRIBED) if m.prep)
    return tuple(m for m in _ending_at(clause, h.i, INDEFINITE) if not m.definite and _hangs(clause, h, m))


def _adjective(clause: Clause, k: int) -> bool:
    """«نائبة رئيس البرلمان المنحل التي»: a word with ال between a mention and its relative clause."""
    after = any(m.j == k for m in clause.found.mentions)
    return after and clause.words[k].startswith("ال") and k not in clause.at and k not in clause.head_at


def taken_up(clause: Clause, h: Head) -> tuple[str, tuple[Mention, ...]]:
    """«القرية التي استولوا عليها»: the preposition that takes up the one described, and him; empty without one."""
    prep = RESUMED.get(clause.words[h.j], "") if h.j < len(clause.words) else ""
    if not prep or not h.i or clause.words[h.i - 1] not in clause.relatives:
        return "", ()
    end = h.i - 1
    while end and clause.words[end - 1] in CLOSING:
        end -= 1
    return prep, _ending_at(clause, end, DESCRIBED | {"place"})


def behind_pronoun(clause: Clause, h: Head) -> bool:
    """«هجمات تعرضت لها مدينة»: whether a verb's subject stands behind a pronoun that takes up what is told of."""
    m = clause.at.get(h.j + 1)
    if m is None or h.conj or h.passive or h.number == "we" or m.prep or m.conj or m.adjective:
        return False
    if clause.words[h.j] in THEREIN:
        if h.trigger is not None and h.trigger.type == "CONSULT":
            return False  # «زيارة الرئيس التي التقى خلالها نظيره»
        # «إعلان توافق فيه الصومال وإثيوبيا»; not «كلمة اتهم فيها أسمرة», «عملية دمرت فيها طائرة»
        relative = h.i > 0 and clause.words[h.i - 1] in clause.relatives
        return relative and m.kind in ("state", "org", "person") and agrees(clause.found, h, (m,))
    if clause.words[h.j] in DONE_WITH and h.i and clause.words[h.i - 1] in clause.relatives:
        return False  # «التنسيقية التي لا تعترف بها الوزارة»: by what one knows her
    return clause.words[h.j] in TAKEN_UP and m.kind != "anaphor"


def whose_paper(clause: Clause, h: Head, subjects: dict[int, tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """«دعوى أقامتها كينيا واتهمت فيها», «عملية قام بها الجيش ودمر فيها»: who does what is told in it, too.

    Args:
        clause: the sentence.
        h: a joined verb.
        subjects: of the verbs before it.
    """
    words = clause.words
    if not h.conj or h.j >= len(words) or words[h.j] not in IN_ITS_COURSE:
        return ()
    own = (
        m for m in clause.found.mentions if m.j == h.i and m.i and not m.prep and words[m.i - 1].endswith(("ه", "ها"))
    )
    near = tuple(m for m in own if words[m.i - 1] not in clause.prepositions and m.kind in NAMED)
    before = next((o for o in reversed(clause.heads) if o.verb and o.i < h.i), None)
    if near or before is None or not (before.pronoun or words[before.j] in TAKEN_UP):
        return near
    doer = subjects.get(before.i, ())
    return doer if doer and agrees(clause.found, h, doer) else ()


def of_a_deed(clause: Clause, h: Head, described: tuple[Mention, ...]) -> bool:
    """«التفجيرات التي ضربت القوات»: a clause that tells whom a deed struck, and takes it up with no pronoun.

    Args:
        clause: the sentence.
        h: the verb of a relative clause.
        described: whom the clause describes.
    """
    strikes = h.trigger is not None and clause.words[h.i] in clause.lexicon.grammar["what_strikes"]
    resumed = h.j < len(clause.words) and clause.words[h.j].endswith(("ها", "يه", "به"))
    return strikes and not (described or h.pronoun or h.passive or resumed)


def is_object(clause: Clause, h: Head) -> bool:
    """Whether the one described is the verb's object: its pronoun («الذي أوقفته») or its passive says so."""
    return bool(h.pronoun) or h.passive


def _ending_at(clause: Clause, end: int, kinds: frozenset[str]) -> tuple[Mention, ...]:
    """The mention that ends at a position, an adjective behind it aside."""
    for m in reversed(clause.found.mentions):
        if m.j == end and m.prep == OF:
            continue  # «أنصار المعارض الذين أضرموا النار»
        if m.j == end and m.adjective:
            end = m.i
        elif m.j == end:
            return (m,) if m.kind in kinds else ()
    return ()


def _hangs(clause: Clause, h: Head, m: Mention) -> bool:
    """«أفرج عن 30 طالبا خُطفوا», «اقتحموا مستشفى تدعمه»: an earlier verb has the noun, so that a second describes it."""
    subject = next((n.i for n in clause.found.mentions if n.j == m.i), m.i) if h.pronoun else 0
    if h.pronoun and any(o.verb and o.j in (m.i, subject) for o in clause.heads):
        return True
    return bool(m.prep) or (m.i > 0 and clause.words[m.i - 1] in clause.prepositions)
