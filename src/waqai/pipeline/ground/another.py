"""Words that make a telling another happening: «غارة أخرى», «اعتقلت كذلك», another town, a day long before."""

from datetime import date, timedelta

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.detect.places import TOWNS
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved

# What one may do once more to others; who says two things to the same side says them once.
DEEDS = frozenset(["ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "PROTEST", "RETREAT"])
COUNTED = DEEDS | {"CONSULT"}
# What two do together has no one it is done to.
MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE", "PROTEST"])
MUTUAL_ACTS = frozenset(["clash", "signing", "ceasefire"])
# «قال إنه فجر عبوة ... وإنه قصف ثكنة»: what is said besides.
AND_THAT = frozenset(["وانه", "وانها", "وانهم"])
# Where a deed is done: in this town, and not in that.
PLACED = frozenset(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"])
# How far behind its head the word stands that says it is another, and how long before is no more the news of today.
NEAR, ALSO, CLAUSE, LONG_BEFORE, CLOSE = 6, 3, 14, timedelta(days=3), 2
LATER = ["في", "وقت", "لاحق"]


def says_another(frame: Frame, found: Found, lexicon: Lexicon) -> bool:
    """«شن غارة أخرى», «في هجوم ثان», «واعتقلت كذلك صحفيين»: whether the words count one more.

    Args:
        frame: what a clause tells.
        found: its sentence.
        lexicon: words for another, and for too.
    """
    head, words, kind = frame.head, found.sentence.words, frame.trigger.type
    # «إصابة ثالث», «اعتقال آخر» count people.
    if not lexicon.grammar["similar_words"].isdisjoint(words[head.j : head.j + NEAR]):
        return not head.article  # «تقدمت بشكوى مماثلة»
    if kind not in COUNTED or head.article or (not head.verb and frame.trigger.idafa == "obj"):
        return False
    # «ونفذت مسيّرة أخرى غارة»
    if any(w in lexicon.grammar["another_words"] for m in frame.actors for w in words[m.i + 1 : m.j + 1]):
        return True
    for k in range(head.j, min(len(words), head.j + (NEAR if head.verb else ALSO))):
        if not words[k].isalpha():
            break
        if words[k] in lexicon.grammar["another_words"]:
            return True
    if head.i and words[head.i - 1] in AND_THAT:
        return kind in DEEDS and head.verb and "subj" in frame.trigger.actor
    if kind == "CONSULT":
        return head.verb and words[head.j : head.j + ALSO] == LATER
    end = next((k for k in range(head.j, len(words)) if not words[k].isalpha()), len(words))
    also = not lexicon.grammar["also_words"].isdisjoint(words[head.j : min(end, head.j + CLAUSE)])
    if kind not in DEEDS or not head.verb or not (also or (head.i > 0 and words[head.i - 1] == "كما")):
        return False
    # «كما أصيب خمسة» are victims of the same attack.
    return kind != "ASSAULT" or bool(frame.actors and (frame.recipients or frame.where))


def is_another(old: Draft, new: Draft, registry: Registry) -> bool:
    """Whether words, place, direction or day say that a telling is of another happening than one told before.

    Args:
        old: what was told.
        new: a telling of the same type.
        registry: the list of places, and the day of the report.
    """
    together = old.sentences[-1] == new.sentences[0]
    if new.another and not (together and (old.another or new.apart)):
        return True
    return _turned_round(old, new) or _elsewhere(old, new, registry) or _long_before(old, new, registry)


def _turned_round(old: Draft, new: Draft) -> bool:
    """«أكد الوزير دعم بلاده لكوبا ... وعبّر الضيف عن دعمه»: what each does to the other is two."""
    if old.type in MUTUAL or {old.act, new.act} & MUTUAL_ACTS or not (old.recipients and new.recipients):
        return False
    own = [m.i for m in new.frames[0].actors if m.i >= new.frames[0].head.j]
    if new.sentences[0] == old.sentences[-1] and not own:
        return False
    for sides in (_states, _keys):
        mine, theirs = sides(old.actors), sides(old.recipients)
        if not mine & theirs and sides(new.actors) <= theirs and sides(new.recipients) <= mine:
            return True
    return False


def _states(parties: list[Resolved]) -> set[str]:
    return {r.party.country or r.party.key for r in parties}


def _keys(parties: list[Resolved]) -> set[str]:
    return {r.party.key for r in parties}


def _elsewhere(old: Draft, new: Draft, registry: Registry) -> bool:
    """«قصفت القوات خاركيف. كما قصفت أوديسا»: what is told by a verb or a new noun in another town is another."""
    frame = new.frames[0]
    a, b = old.where, new.where
    known = frame.head.article or frame.head.pronoun or frame.anaphoric
    if old.type not in PLACED or a is None or b is None or known:
        return False
    apart = a.name not in b.name and b.name not in a.name  # «مخيم جنين» is at «جنين»
    return apart and _town(a, registry) and _town(b, registry)


def _town(m: Mention, registry: Registry) -> bool:
    """A town of the list, or one that is called so («بلدة الطيري»)."""
    listed = isinstance(m.ref, int) and registry.lexicon.tables.places[m.ref].kind == "city"
    called = registry.found[m.sentence].sentence.words[max(0, m.i - 1) : m.i + 1] if m.i < m.j else []
    return listed or any(w.removeprefix("ب") in TOWNS for w in called)


def _long_before(old: Draft, new: Draft, registry: Registry) -> bool:
    """«وكان قد التقاه في مارس 2019»: what has a day long before is not what is told as the news of today."""
    day = new.when.timex if new.when else None
    head = new.frames[0].head
    if old.when is not None or day is None or day.first is None or not head.verb:
        return False
    before = registry.found[new.sentences[0]].sentence.words[head.i - 1] if head.i else ""
    if not registry.published or (new.sentences[0] == old.sentences[-1] and before != "قد"):
        return False
    return (day.last or day.first)[:10] < str(date.fromisoformat(registry.published[:10]) - LONG_BEFORE)


def doers_of_the_one_before(new: Draft, drafts: list[Draft]) -> list[Resolved]:
    """«شنت الطائرات غارة على ... واستهدفت غارة ثانية»: who did the first did the second, where nobody is named."""
    if not new.another or new.actors or new.type != "ASSAULT" or new.frames[0].status != "happened":
        return []
    for old in reversed(drafts):
        near = new.sentences[0] - old.sentences[-1] <= CLOSE
        if near and old.type == new.type and old.actors and old.act != "clash":
            return [Resolved(r.party, True, "who did the one told before") for r in old.actors]
    return []
