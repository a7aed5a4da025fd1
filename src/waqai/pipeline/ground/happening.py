"""Whether two drafts of one document tell of the same happening."""

from waqai.pipeline.detect import Found
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.coming import GATHERINGS
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.victims import FORCE
from waqai.pipeline.ground.draft import Draft, fallen
from waqai.pipeline.ground.people import Resolved

# Types whose doer and whom it befalls are often told by two words («فرض حزمة من العقوبات»).
ONE_SIDED = frozenset(["ASSAULT", "SANCTION", "COERCE", "RETREAT", "AID", "MOBILIZE"])
VIOLENCE = frozenset(["attack", "strike", "other"])
SPOKEN = frozenset(["REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT"])
PAPERS = frozenset(["signing", "ratification", "accession"])
# The least letters of the target that a noun of force points back to.
SHORT = 2
SOON = 3
SHOWN = frozenset(["هذا", "هذه", "تلك", "ذلك", "بهذا", "بهذه", "لهذا", "لهذه"])
# What is welcomed or condemned, and how near the word for that stands.
YIELDS, REACTIONS, NEAR = frozenset(["RETREAT", "CONCEDE"]), frozenset(["SUPPORT", "ACCUSE", "REJECT"]), 4
# Means that are no other name for one another.
APART_MODES = {
    "ASSAULT": frozenset(["crowd-control", "sexual", "torture"]),
    "PROTEST": frozenset(["vandalize", "obstruct", "strike", "hunger"]),
}
PERSONAL = frozenset(["convict", "arrest", "expel", "abduct"])


def _beside_people(new: Draft, old: Draft) -> set[str]:
    """The parties of a contact, without the states whose own people the other passage names."""
    if new.type != "CONSULT" or new.sentences[0] not in old.sentences:
        return new.party_keys()
    states = {p.country for p in old.parties() if p.kind in ("person", "role")}
    kept = {p.key for p in new.parties() if not (p.kind == "state" and p.country in states)}
    return kept or new.party_keys()


def same_happening(old: Draft, new: Draft) -> bool:
    """Whether two drafts of one document tell of the same happening."""
    if old.type != new.type or (old.status == "denied") != (new.status == "denied"):
        return False
    if fallen(old, new) or fallen(new, old):
        return _same_day(old, new)
    if _judged_on(old, new):
        return True
    if not _same_act(old, new) or not _same_day(old, new):
        return False
    a, b = old.party_keys(), _beside_people(new, old)
    if _other_means(old, new):
        return False
    if _foretold(old, new):
        return True
    if not a or not b:
        return new.anaphoric or old.sentences[-1] == new.sentences[0] or _by_its_name(old, new)
    if old.type == "RETREAT" and old.mode and new.mode and old.mode != new.mode:
        # «عاد الهدوء إثر انسحاب المقاتلين»: calm and leaving are two.
        return False
    if old.type == "CONSULT" and _another_meeting(old, new, a, b):
        return False
    if (old.type in SPOKEN and _other_speaker(old, new)) or _other_convict(old, new) or _others_abducted(old, new):
        return False
    if old.type == "AGREE" and old.act == "pledge" and _disjoint(old.actors, new.actors):
        # «عرضت الدوحة الوساطة، ورحب الجانبان بالعرض»
        return False
    if a <= b or b <= a or len(a & b) >= 2:
        return True
    if old.type in ONE_SIDED and old.sentences[-1] == new.sentences[0] and _complementary(old, new):
        return True
    if old.type in ("CONSULT", "COOPERATE") or old.act == "signing":
        apart = old.sentences[-1] != new.sentences[0] and not new.anaphoric and not _signed_again(old, new)
        if (old.when is None) != (new.when is None) and apart:
            return False
        return _only_states(old, new) and (old.countries() <= new.countries() or new.countries() <= old.countries())
    fights = old.act == new.act == "clash" and len(old.actors) > 1 and len(new.actors) > 1
    if fights and old.countries() != new.countries():
        # «اشتباكات بين الجيش والمتمردين»: who fights somebody else fights another fight.
        return False
    return old.type in ("ASSAULT", "AID", "SANCTION", "COERCE", "MOBILIZE") and bool(a & b) and _side_agrees(old, new)


def _signed_again(old: Draft, new: Draft) -> bool:
    """«وقعت عمان وكينيا الثلاثاء اتفاقية. ووقعها عن الجانب العماني الوزير»: soon behind, who signed for each."""
    return old.act == "signing" and new.when is None and 0 < new.sentences[0] - old.sentences[-1] <= SOON


def _foretold(old: Draft, new: Draft) -> bool:
    """«عزاه في ضحايا تفجير أكرا ... وكان تفجير قد أودى بستة»: a noun alone spoke of what is told in full later."""
    places = {d.where.country for d in (old, new) if d.where is not None} - {None}
    nobody = not old.actors and all(r.party.kind == "state" for r in old.recipients)  # «تفجير كمبالا»
    spoken_of = nobody and not old.frames[0].head.verb and len(old.frames) == 1 and old.type == "ASSAULT"
    return (
        spoken_of
        and new.sentences[0] != old.sentences[-1]
        and old.act == new.act
        and old.mode in (None, new.mode)
        and len(places) < 2
    )


def _other_means(old: Draft, new: Draft) -> bool:
    """«خرجت مظاهرات، وأحرق محتجون مكاتب»: told by two verbs of which each has its own doers, two deeds."""
    head = new.frames[0].head
    verbs = old.frames[0].head.verb and head.verb and any(m.i >= head.j for m in new.frames[0].actors)
    apart = APART_MODES.get(old.type, frozenset()) & {old.mode, new.mode}
    return bool(verbs and apart and old.mode and new.mode and old.mode != new.mode)


def _judged_on(old: Draft, new: Draft) -> bool:
    """«أدانت القصف وعدّته انتهاكا», «اتهم واشنطن بالخيانة، واصفا الإجراء بأنه باطل»: no second one."""
    head = new.frames[0].head
    said_of_it = head.participle or (head.verb and bool(head.pronoun))
    speakers = {r.party.key for r in new.actors} <= {r.party.key for r in old.actors} or not new.actors
    return old.type == "ACCUSE" and said_of_it and speakers and old.sentences[-1] == new.sentences[0]


def points_back(old: Draft, new: Draft) -> bool:
    """«أسفرت المعارك عن» is what was told; «القصف على البلدة» is no part of a fight elsewhere."""
    elsewhere = new.where is not None and old.act == "clash" and new.act != "clash"
    return old.type == "ASSAULT" and not elsewhere


def names_its_target(old: Draft, new: Draft, found: tuple[Found, ...]) -> bool:
    """«قصفت المليشيا معسكرا ... بإدانة قصف المعسكر»: a noun of force whose genitive with ال was struck before."""
    head, here = new.frames[0].head, found[new.sentences[0]].sentence.words
    if head.verb or head.article or head.pronoun or new.type not in FORCE or new.type != old.type or new.another:
        return False
    if any(m.i == head.j for m in new.frames[0].actors):
        return False  # «سيطرة القوات على البلدة»
    struck = _stem(here[head.j]) if head.j < len(here) and here[head.j].startswith("ال") else ""
    told = [n for n in old.sentences if n < new.sentences[0]]
    return len(struck) > SHORT and any(_stem(w) == struck for n in told for w in found[n].sentence.words)


def shown_again(old: Draft, new: Draft, found: tuple[Found, ...]) -> bool:
    """«وأعلن الجيش مقتل أربعة في هذه الغارات»: what is pointed at was told before, in the same sense."""
    frame = new.frames[0]
    words = found[frame.sentence].sentence.words
    shown = not frame.head.verb and frame.head.i > 0 and words[frame.head.i - 1] in SHOWN and old.type == new.type
    shown = shown or _bare(frame, words, old, new)
    alike = old.act == new.act or frame.trigger.id in {f.trigger.id for f in old.frames}
    return shown and alike and old.sentences[-1] <= frame.sentence and old.status == new.status


def _bare(frame: Frame, words: list[str], old: Draft, new: Draft) -> bool:
    """«وأكدت الحركة الاغتيال وحملت إسرائيل المسؤولية»: a noun with ال and nothing behind it, of a word told before."""
    h = frame.head
    after = words[h.j] if h.j < len(words) else ""
    ends = not after.isalpha() or after.startswith("و")
    told = frame.trigger.id in {f.trigger.id for f in old.frames}
    bare = not h.verb and h.article and ends and new.when is None and new.where is None
    return bare and told and old.type == new.type == "ASSAULT" and old.sentences[-1] < frame.sentence


def welcomed(old: Draft, new: Draft, extracted: Extracted) -> bool:
    """«ورحب المبعوث بالإفراج عن الأسرى», «ودانت كينيا استهداف غانا»: what a reaction names was told before."""
    frame = new.frames[0]
    if frame.head.verb or old.type != new.type or old.sentences[-1] >= frame.sentence or new.another:
        return False
    words = extracted.detected.found[frame.sentence].sentence.words
    definite = frame.head.article or (frame.head.j < len(words) and words[frame.head.j].startswith("ال"))
    states = {r.party.country for r in new.recipients if r.party.kind == "state"}
    force = new.type == "ASSAULT" and bool(states) and states <= _struck(old) and {old.act, new.act} <= VIOLENCE
    freed = new.type in YIELDS and definite and old.act == new.act and not frame.actors
    people = {r.party.key for r in new.recipients if r.party.kind == "person"}
    if not (force or freed) or not people <= {r.party.key for r in old.recipients}:
        return False
    by = {r.party.country for r in new.actors} - states
    others = (f for f in extracted.frames if f.sentence == frame.sentence and f.head.i < frame.head.i)
    reacts = any(f.head.verb and f.trigger.type in REACTIONS and frame.head.i - f.head.j <= NEAR for f in others)
    return reacts and (not force or not frame.actors or by <= {r.party.country for r in old.actors})


def _struck(old: Draft) -> set[str | None]:
    """The states whose people or land an attack befell."""
    return {r.party.country for r in old.recipients} | ({old.where.country} if old.where is not None else set())


def _stem(word: str) -> str:
    """A noun without what is joined to it and the ending that its case or number gives it."""
    bare = word.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")
    return bare.removesuffix("ون").removesuffix("ين").removesuffix("ا").removesuffix("ه")


def _by_its_name(old: Draft, new: Draft) -> bool:
    """«مسيرة العودة»: a protest that has a name is one, however often it is named."""
    a, b = old.frames[0], new.frames[0]
    named = new.type == "PROTEST" and not b.head.verb and b.head.j - b.head.i > 1
    return named and a.trigger.id == b.trigger.id and not (old.party_keys() and new.party_keys())


def _disjoint(mine: list[Resolved], yours: list[Resolved]) -> bool:
    """Whether both sides are named, and nobody is on both."""
    return bool(mine and yours) and {r.party.key for r in mine}.isdisjoint(r.party.key for r in yours)


def _other_speaker(old: Draft, new: Draft) -> bool:
    """Two who appeal to the same sides make two appeals."""
    states = {r.party.country for r in old.actors} & {r.party.country for r in new.actors}
    frame = new.frames[0]
    # «سلمت الوزارة القائم بالأعمال مذكرة وصفت فيها»: behind his verb, or in another sentence, stands another.
    own = new.sentences[0] != old.sentences[-1] or any(m.i >= frame.head.j for m in frame.actors)
    apart = own and _disjoint(old.actors, new.actors) and not states - {None}
    return apart and old.act not in PAPERS


def _other_convict(old: Draft, new: Draft) -> bool:
    """«أدانت المحكمة فلانا ... وحكمت على فلان»: each verdict and arrest has its own people."""
    named = new.frames[0].head.verb and any(r.party.kind == "person" for r in new.recipients)
    apart = old.sentences[-1] != new.sentences[0] or named
    each = old.mode in PERSONAL and new.mode in PERSONAL and apart
    return each and _disjoint(old.recipients, new.recipients)


def _another_meeting(old: Draft, new: Draft, a: set[str], b: set[str]) -> bool:
    """«وعقد الصفدي أيضا لقاء مع ...»: two of those who met as three or more, met again by themselves.

    «حضر خلوة، والتقى كلا على حدة الوزير والسفير»: nor is what one attended a meeting with each.
    """
    first, verb = old.frames[0].head, new.frames[0].head.verb and old.sentences[-1] != new.sentences[0]
    if len(a) == 1 and not (first.verb or first.light or old.apart) and (new.apart or verb):
        return True
    apart = new.apart or (old.sentences[-1] != new.sentences[0] and not new.anaphoric)
    return apart and len(a) >= 3 and len(b) == 2 and b < a and not any(f.controlled for f in new.frames)


def _complementary(old: Draft, new: Draft) -> bool:
    """«قُتل أربعة في هجوم روسي»: the one passage names the victims, the other who did it."""
    return not _disjoint(old.actors, new.actors)


def same_victim(old: Draft, new: Draft) -> bool:
    """«اغتيال فلان», «مقتل فلان», «الرصاصة التي قتلت فلانا»: a person is attacked once, whatever words tell of it."""
    if not (old.type == new.type == "ASSAULT" and {old.act, new.act} <= VIOLENCE and _same_day(old, new)):
        return False
    return (old.status == "denied") == (new.status == "denied") and not _victims(old).isdisjoint(_victims(new))


def _victims(d: Draft) -> set[str]:
    return {r.party.key for r in d.recipients if r.party.kind == "person"}


def _same_act(old: Draft, new: Draft) -> bool:
    if old.act == new.act:
        return True
    if old.type in ("CONSULT", "AGREE"):
        generic = {old.act, new.act} <= GATHERINGS
        call = {old.act, new.act} <= {"call", "talks"}
        return generic or (
            call
            and (new.anaphoric or old.sentences[-1] == new.sentences[0] or bool(old.party_keys() & new.party_keys()))
        )
    if old.type == "ASSAULT":
        return {old.act, new.act} <= VIOLENCE
    return old.type in ("ACCUSE", "SUPPORT") and "other" in (old.act, new.act)


def _others_abducted(old: Draft, new: Draft) -> bool:
    """«اختطف مسلحون 46 تلميذا بعد أن قتلوا حارسين»: some are taken, others harmed."""
    taken = (old.mode == "abduct") != (new.mode == "abduct")
    return taken and _disjoint(old.recipients, new.recipients)


def _same_day(old: Draft, new: Draft) -> bool:
    if old.when is None or new.when is None:
        return True
    a, b = old.when.timex, new.when.timex
    if a.first is None or b.first is None:
        return True
    return not (a.first > (b.last or b.first) or b.first > (a.last or a.first))


def _only_states(old: Draft, new: Draft) -> bool:
    """One of the two names no person: states and bodies only."""
    return any(all(p.kind in ("state", "org", "group", "role") for p in d.parties()) for d in (old, new))


def _side_agrees(old: Draft, new: Draft) -> bool:
    mine, yours = {r.party.country for r in old.actors}, {r.party.country for r in new.actors}
    return not mine or not yours or bool(mine & yours)
