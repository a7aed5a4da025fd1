"""From slots to roles: which argument is actor and which recipient, for verbs and for nouns."""

from msgspec import Struct

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.agreement import follows
from waqai.pipeline.extract.arguments import Argument, Clause
from waqai.pipeline.extract.coming import visits
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.order import goes_on, leads, nominative, paper_speaks, subjects_first, thing_acts
from waqai.pipeline.extract.phrases import opens
from waqai.pipeline.extract.stated import states
from waqai.pipeline.extract.victims import FORCE, FORCES, befalls, charged, suffers, undergoes

LOCATIVE = ("في", "ب", "seat")
# How many words name a part of a body: «المجلس التنفيذي لصندوق النقد».
PART = 3
# How far behind a noun its relative clause opens.
DESCRIBED = 4
# How far the object of a verbal noun stands from its subject.
APART = 4


class Slots(Struct, frozen=True, gc=False):
    """The arguments of a head by slot name, as lexicon entries name slots."""

    of: dict[str, tuple[Mention, ...]]

    def fill(self, names: tuple[str, ...]) -> tuple[Mention, ...]:
        """The mentions of the named slots, each once, in slot order."""
        out: list[Mention] = []
        for name in names:
            out.extend(m for m in self.of.get(name, ()) if m not in out)
        return tuple(out)


def verb_slots(clause: Clause, head: Head, subject_before: tuple[Mention, ...], carried: tuple[Mention, ...]) -> Slots:
    """Slots of a finite verb.

    Args:
        clause: the sentence.
        head: the verb.
        subject_before: a subject found before the verb, if any.
        carried: the subject of an earlier verb, for one joined to it that names none of its own.
    """
    inside = tuple(m for m in clause.found.mentions if head.i < m.i and m.j < head.j)
    if inside and not head.passive and head.number == "singular":
        # «اتفق الوزيران على»: a set phrase that holds its subject; «رشقوا الشرطة بالحجارة» has it before.
        subject_before = inside
    arguments = clause.right(clause.after(head), through=own_objects(clause, head))
    slots = _by_preposition(arguments)
    # «شدد على ضرورة محاسبة المسؤول»: what follows is of the noun of the set phrase.
    governed = head.j - head.i > 2 and clause.words[head.j - 2] in clause.prepositions
    groups = [] if governed else _runs([a for a in arguments if a.slot in ("bare", "thing")])
    groups = subjects_first(clause, trigger := head.trigger, groups)
    transitive = trigger is not None and "obj" in (*trigger.actor, *trigger.recipient, *trigger.dest)
    victims = not subject_before and befalls(clause, head, groups, carried)
    if head.passive or victims or suffers(clause, head, groups, subject_before, carried):
        # «أربعة مدنيين أصيبوا شرق الموصل»: the place is no victim where those before the verb are.
        befallen = groups if not subject_before else [g for g in groups if g[0].kind != "place"]
        _put(slots, "obj", befallen[:1])
        slots.update({"obj": subject_before} if subject_before and not befallen else {})
    elif head.number in ("we", "dual", "plural"):
        slots["subj"] = carried if head.number == "we" else subject_before or carried  # «ندين إسرائيل»: the speaker
        _put(slots, "obj", groups[:1])
    elif nominative(clause, groups) or (head.pronoun and groups and not _past_comma(clause, head, groups, carried)):
        # «رعتها قطر», «أعلنه الرئيس»: the object is the pronoun, so that the subject follows.
        _put(slots, "subj", groups[:1])
        _put(slots, "obj", groups[1:2])
    elif (
        subject_before
        or (groups and (_visited(clause, head, groups) or not follows(clause.found, head, groups[0][0])))
        or (carried and goes_on(clause, head, groups, transitive))
    ):
        slots["subj"] = subject_before or carried
        _put(slots, "obj", groups[:1])
    elif trigger is not None and trigger.type in ("ACCUSE", "REQUEST") and transitive and charged(clause, head, groups):
        _put(slots, "obj", groups)
    elif not thing_acts(clause, head, groups):
        _put(slots, "subj", groups[:1] or _part_of(clause, head, slots))
        _put(slots, "obj", groups[1:2])
    elif (trigger is not None and trigger.type in FORCE) or paper_speaks(clause, head, groups):
        _put(slots, "obj", groups[:1])  # «استهدف هجوم العاصمة مقديشو», «ودعا البيان الحكومة إلى»
    return Slots(slots)


def _part_of(clause: Clause, head: Head, slots: dict[str, tuple[Mention, ...]]) -> list[list[Mention]]:
    """«وافق المجلس التنفيذي لصندوق النقد على»: what part of a body does, right behind the verb, the body does."""
    body = next((m for m in slots.get("ل", ()) if m.kind == "org" and m.prep == "ل"), None)
    between = clause.words[head.j : body.i] if body is not None else []
    part = 0 < len(between) <= PART and all(w.startswith("ال") for w in between)
    return [[body]] if body is not None and part else []


def _past_comma(clause: Clause, head: Head, groups: list[list[Mention]], carried: tuple[Mention, ...]) -> bool:
    """«وسلمته مذكرة احتجاج، محملة كينيا المسؤولية»: behind a comma stands no subject of a verb that has one."""
    return bool(carried) and "،" in clause.words[head.j : groups[0][0].i]


def _visited(clause: Clause, head: Head, groups: list[list[Mention]]) -> bool:
    """«سبق للوزيرة أن زارت فاليتا», «الهجوم الذي ضرب مقديشو»: a town neither visits nor strikes."""
    t, relative = head.trigger, clause.words[head.i - 1] in clause.relatives
    if t is None or (relative and t.type in FORCE and all(m.kind == "place" for m in groups[0])):
        return t is not None
    visit = len(groups) == 1 and t.act == "visit" and "obj" in t.dest
    return visit and all(m.kind == "place" or m.rule == "seat" for m in groups[0])


def _object_after(clause: Clause, head: Head) -> int:
    """Where what the entry of a verbal noun asks for stands, if not at once («رفع واشنطن العقوبات»); else 0."""
    t = head.trigger
    if t is None or t.idafa != "obj" or not t.object:
        return 0
    reach = range(head.j + 1, min(head.j + 4, len(clause.words)))
    return next((k for k in reach if opens(clause.words, k, t.object) and not _led(clause.words[k], t)), 0)


def _led(word: str, t: Trigger) -> bool:
    """«تزويد كييف بأسلحة»: with ب or ل it is no second object."""
    return word[:1] in ("ب", "ل") and opens([word[1:]], 0, t.object) > 0


def own_objects(clause: Clause, head: Head) -> frozenset[int]:
    """Nouns that are the verb's own object, of its type or asked for by its entry; arguments are read past them.

    «تلقى الوزير ... اتصالا هاتفيا من نظيره», «رفعت سويسرا العقوبات عن سوريا».
    """
    out = set()
    for o in clause.heads:
        if o.i <= head.i:
            continue
        if o.verb or (o.participle and clause.words[o.i - 1] == "،"):
            break
        apart = clause.words[o.i - 1] in clause.lexicon.grammar["circumstantial"]
        alike = head.trigger and o.trigger and _told_with(head.trigger, o.trigger)
        if o.article and not (head.trigger and (head.trigger.type == "AGREE" or leads(head.trigger))):
            alike = False
        if not apart and (alike or named(clause, head, o)):
            out.add(o.i)
    return frozenset(out)


def _told_with(verb: Trigger, noun: Trigger) -> bool:
    """Of one type, or the talks that somebody offers to hold: «عرضت استضافة محادثات بين الجانبين»."""
    return noun.type == verb.type or (verb.type == "AGREE" and verb.act == "pledge" and noun.type == "CONSULT")


def named(clause: Clause, head: Head, noun: Head) -> bool:
    """Whether a noun is what the entry of the verb asks for as its object."""
    t = head.trigger
    if t is None or not t.object:
        return False
    # «دعا إلى مقاطعة البضائع», «انسحب من المحادثات», «فشلا في الاتفاق»: asked for with its preposition
    led = (t.type == "PROTEST" or clause.words[noun.i - 1] in ("من", "في")) and opens(
        clause.words, noun.i - 1, t.object
    ) > 0
    return led or opens(clause.words, noun.i, t.object) > 0


def _runs(bare: list[Argument]) -> list[list[Mention]]:
    """Bare mentions grouped by co-ordination: «تركيا وسوريا» is one subject."""
    runs: list[list[Mention]] = []
    for a in bare:
        if runs and a.mention.conj == "و":
            runs[-1].append(a.mention)
        else:
            runs.append([a.mention])
    return runs


def _put(slots: dict[str, tuple[Mention, ...]], name: str, runs: list[list[Mention]]) -> None:
    if runs:
        slots[name] = tuple(runs[0])


def _by_preposition(arguments: list[Argument]) -> dict[str, tuple[Mention, ...]]:
    slots: dict[str, tuple[Mention, ...]] = {}
    for a in arguments:
        if a.slot not in ("bare", "thing", "adj"):
            slots[a.slot] = (*slots.get(a.slot, ()), a.mention)
    return slots


def noun_slots(clause: Clause, head: Head, arguments: list[Argument]) -> Slots:
    """Slots of a verbal noun or set phrase: genitive, adjective and prepositions."""
    trigger = head.trigger
    if trigger is None:
        return Slots(_by_preposition(arguments))
    slots = _by_preposition(arguments)
    adjectives = tuple(a.mention for a in arguments if a.slot == "adj")
    if adjectives and head.participle and "ب" in trigger.recipient:
        # «منددة بالعراقيل الإسرائيلية»
        slots["ب"] = (*slots.get("ب", ()), *adjectives)
    elif adjectives:
        slots["adj"] = adjectives
        if "adj" not in (*trigger.actor, *trigger.recipient):
            slots["subj"] = adjectives
    runs = [] if _complete(clause, head) else _runs([a for a in arguments if a.slot == "bare"])
    if not runs and (visits(head, slots) or (trigger.type == "ASSAULT" and _by_whom(clause, head, slots))):
        slots["subj"] = slots.pop("ل")
    elif trigger.type == "ASSAULT" and not runs and (to := slots.get("ل")) and to[0].i <= head.j + 2:
        slots["recv"] = (*slots.get("recv", ()), *to)
    if not runs:
        return Slots(slots)
    visit = trigger.act == "visit"
    if trigger.type == "CONSULT" and not visit and not slots.keys() & {"مع", "between"} and _only_where(runs[0]):
        # «مفاوضات فيينا», «قمة مدريد»
        return Slots({**slots, "seat": tuple(runs[0])})
    if visit and all(m.rule == "seat" or m.kind == "place" for m in runs[0]):
        return Slots({**slots, "obj": tuple(runs[0])})  # «جولة أوروبية تشمل باريس ومدريد»
    if strengthened := _strengthened(trigger, runs, slots):
        return Slots({**slots, "subj": (*slots.get("subj", ()), *runs[0]), "obj": strengthened})
    if (head.participle or (head.pronoun and trigger.idafa == "subj")) and "obj" in trigger.recipient:
        # «داعيا المانحين إلى الوفاء», «مطالبته المجتمع الدولي»: the subject is before it, or its pronoun.
        _put(slots, "obj", runs)
    elif _befalls(clause, head, runs):
        slots["obj"] = tuple(runs[0])
    else:
        slots["subj"] = (*slots.get("subj", ()), *runs[0])
        _put(slots, "obj", runs[1:2])
    return Slots(slots)


def _by_whom(clause: Clause, head: Head, slots: dict[str, tuple[Mention, ...]]) -> bool:
    """«قصف للاحتلال على رفح», «هجوما للمتمردين»: behind a noun without ال, ل leads to who did it."""
    of, word = slots.get("ل", ()), clause.words[head.j] if head.j < len(clause.words) else ""
    thing = word.endswith("ه") != clause.words[head.i].endswith("ه") or word in clause.lexicon.grammar["site"]
    # «هجوم على مركز للشرطة», «تفجير حافلة للجيش» are on them
    near = bool(of) and (of[0].i == head.j or (of[0].i == head.j + 1 and not thing))
    return near and not (head.article or "subj" in slots) and ("علي" in slots or {m.sector for m in of} <= FORCES)


def _complete(clause: Clause, head: Head) -> bool:
    """«خلال الزيارة الرئيس», «في زيارته وزير الخارجية»: with ال, or its pronoun, a noun takes no genitive."""
    if clause.says_when(head):
        return head.j - head.i == 1 and clause.relatives.isdisjoint(clause.words[head.j : head.j + DESCRIBED])
    after = clause.at.get(head.j)
    visits = head.trigger is not None and head.trigger.act == "visit" and bool(head.pronoun)
    return visits and after is not None and after.kind in ("person", "role")


def _only_where(run: list[Mention]) -> bool:
    """A town or seat of government alone behind talks and the like is where they are."""
    return len(run) == 1 and (run[0].kind == "place" or run[0].rule == "seat")


def _strengthened(t: Trigger, runs: list[list[Mention]], slots: dict[str, tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """«اعتقال الشرطة لثلاثة صحفيين»: a verbal noun that stands with its subject takes its object behind ل."""
    if "obj" not in t.recipient or "ل" in (*t.actor, *t.dest) or runs[0][0].kind == "place":
        return ()
    end = runs[0][-1].j
    first = next((m for m in slots.get("ل", ()) if m.i == end), None)
    if first is None or (runs[0][0].rule == "counted" and first.kind != "place"):
        return ()
    return tuple(m for m in slots["ل"] if m.i >= end)


def _befalls(clause: Clause, head: Head, runs: list[list[Mention]]) -> bool:
    """Whether who stands behind a noun is its object; «قصف المدن الأوكرانية» says it by what is theirs."""
    idafa = head.trigger.idafa if head.trigger is not None else ""
    if runs[0][0].adjective:
        return idafa != "subj"
    return not _does(clause, head, runs) if idafa == "obj" else undergoes(clause, head, runs)


def _does(clause: Clause, head: Head, runs: list[list[Mention]]) -> bool:
    """Whether who stands behind a noun whose genitive is its object did or said it all the same."""
    return _both_told(clause, runs) or runs[0][-1].j == _object_after(clause, head) or states(clause, head, runs[0])


def _both_told(clause: Clause, runs: list[list[Mention]]) -> bool:
    """«اغتصاب عناصر الميليشيا تسع نساء»: two noun phrases after a verbal noun are who did it and to whom."""
    if len(runs) < 2:
        return False
    between = clause.words[runs[0][-1].j : runs[1][0].i]
    if runs[0][0].rule == "counted" and (between or runs[1][0].kind != "place"):
        # «إنقاذ 24 مهاجرا قبالة صفاقس»; «اقتحام مئات المستوطنين باحات المسجد» has both.
        return False
    if between and between[0] in clause.lexicon.grammar["locatives"]:
        # «خطف المعارض فوق الأراضي الفرنسية»
        return False
    return len(between) <= APART and between[:1] != ["من"] and all(w.isalpha() for w in between)


def merge(first: Slots, second: Slots) -> Slots:
    """Slots of both; the first wins where both fill subject or object."""
    out = dict(second.of)
    for name, mentions in first.of.items():
        if name in ("subj", "obj"):
            out[name] = mentions
        else:
            out[name] = (*mentions, *(m for m in out.get(name, ()) if m not in mentions))
    return Slots(out)
