"""Subjects and slots of the finite verbs of a sentence, in order: a joined verb can take the subject before it."""

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.agreement import agrees, follows, gender_of, several
from waqai.pipeline.extract.antecedents import (
    IN_ITS_COURSE,
    antecedent,
    behind_pronoun,
    is_object,
    of_a_deed,
    taken_up,
    whose_paper,
)
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.before import perfect
from waqai.pipeline.extract.conditions import CLOSING_QUOTES, OPENING_QUOTES
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.order import written_by
from waqai.pipeline.extract.pronouns import pronoun
from waqai.pipeline.extract.roles import Slots, verb_slots

DEMANDS = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"])
MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE", "ACCUSE"])
PRONOUN_GENDERS = {"الذي": "m", "التي": "f"}
AFTER = (["بعد", "ان"], ["قبل", "ان"], ["منذ", "ان"])
PEOPLE = frozenset([("group", "s"), ("group", "p"), ("role", "p")])
# «مشروع قرار يدعو إلى وقف إطلاق النار»: the draft does, and nobody before it.
DRAFTS = frozenset(["قرار", "قرارا", "مقترح", "مقترحا", "اقتراح", "اقتراحا", "مشروع", "قانون"])
# «وقع نواب رسالة تطالب الوزارة»: what a letter asks its senders ask.
LETTERS = frozenset(["رساله", "رسالته", "رسالتها", "عريضه", "مذكره", "نداء"])
# «في وقت تستعد فيه هلسنكي»: of a clause of its own the subject stands behind the verb.
MEANWHILE = "وقت"
DRAFT_REACH = 14
ITSELF = frozenset(["انه", "انها", "بانه", "بانها", "انهم", "انهما", "لانه", "لانها"])
Mentions = tuple[Mention, ...]
# How far behind «أن» a verb stands that goes on with its subject.
UNKNOWN_REACH = 9
JOINS = frozenset(["كما", "ثم", "قد", "حيث", "ان", "،"])


class SubjectReader:
    """Reads the verbs of one sentence."""

    def __init__(self, found: Found, index: int, heads: list[Head], clause: Clause, lexicon: Lexicon) -> None:
        self.found = found
        self.index = index
        self.heads = heads
        self.clause = clause
        self.lexicon = lexicon
        self.words = found.sentence.words
        self.done: dict[int, Mentions] = {}

    def read(self, slots: dict[int, Slots], subjects: dict[int, tuple[Mention, ...]]) -> None:
        """Fill the slots and the subject of every verb that is no auxiliary, by its position."""
        carried: tuple[Mention, ...] = ()
        self.done = subjects
        main: tuple[Mention, ...] = ()
        for h in self.heads:
            if not h.verb:
                continue
            if self._auxiliary(h):
                # «كان الوزير في أنجمينا، حيث عقد اجتماعا».
                carried = self._slots(h, (), False, antecedent(self.clause, h)).of.get("subj", ()) or carried
                main = main if main and perfect(self.words, h.i) else carried
                continue
            if carried and self._new_clause(h):
                carried = ()
            others = self.words[h.i - 1] == "كما" and not (carried and agrees(self.found, h, carried))
            if main and (others or self._returns(h, carried, main)):
                # «أبلغ الرئيس الحلف رفضه ما لم تتعاونا، كما أجرى اتصالات»
                carried = main
            relative, described = self._relative(h), antecedent(self.clause, h)
            speaker = self._speaker(h, subjects) if h.number == "we" else ()
            slots[h.i] = self._slots(h, speaker or carried, relative, described)
            subject = slots[h.i].of.get("subj", ())
            subjects[h.i] = subject
            if subject and not relative and not described and not h.passive and not self.clause.inserted(h.i):
                carried, main = subject, main or subject

    def _speaker(self, h: Head, subjects: dict[int, tuple[Mention, ...]]) -> tuple[Mention, ...]:
        """«قال المبعوث: إذا حاولت إيران ... سنرفض»: "we" are with the one who speaks, not with who acts last."""
        said = next((subjects[o.i] for o in reversed(self.heads) if o.i < h.i and o.report and subjects.get(o.i)), ())
        if said or self.words[self.found.sentence.skip] not in OPENING_QUOTES:
            return said
        after = (o for o in self.heads if o.i > h.i and o.report and o.verb)
        closed = next((o for o in after if not CLOSING_QUOTES.isdisjoint(self.words[max(h.i, o.i - 3) : o.i])), None)
        # «"لا نعترف بالمحكمة"، قال الرئيس»: who speaks is named behind his words.
        return verb_slots(self.clause, closed, (), ()).of.get("subj", ()) if closed is not None else ()

    def _as_they(self, h: Head) -> tuple[Mention, ...]:
        """«دولة قطر إذ تدين ...»: statements put «إذ» between who speaks and what they say."""
        if not h.i or self.words[h.i - 1] != "اذ":
            return written_by(self.clause, h)
        return tuple(m for m in self.found.mentions if m.j == h.i - 1 and not m.prep)

    def _slots(self, h: Head, carried: Mentions, relative: bool, described: Mentions) -> Slots:
        if described and is_object(self.clause, h):
            return self._of_described(h, relative, described)
        prep, taken = taken_up(self.clause, h) if relative and not h.passive else ("", ())
        if taken:
            slots = verb_slots(self.clause, h, (), carried if h.number != "singular" else ())
            return Slots({**slots.of, prep: (*taken, *slots.of.get(prep, ()))})
        meanwhile = h.i > 0 and self.words[h.i - 1] == MEANWHILE and not h.conj
        if meanwhile or self._sums_up(h) or behind_pronoun(self.clause, h):
            return verb_slots(self.clause, h, (), ())
        if (draft := self._of_draft(h)) is not None:
            return verb_slots(self.clause, h, carried if self._adopted(draft) else (), ())
        if self.clause.said_between(h.i):
            carried = ()  # «وبحسب ما قاله المتحدث، ضبط الجيش»
        before = self._some_who(h) or self.clause.left_subject(h) or self._as_they(h)
        after = self.words[max(0, h.i - 2) : h.i] in AFTER and (carried or self._subject_follows(h))
        if before and (after or self._acts_itself(h, before) or self._after_that(h)):
            # «يزور المدينة منذ أن شنت الجماعة هجوما»
            before = ()
        if came := self._in_its_course(h, relative, described) or whose_paper(self.clause, h, self.done):
            return verb_slots(self.clause, h, came, ())
        if relative and self._agrees(h) and of_a_deed(self.clause, h, described):
            return self._strikes(h)
        if relative:
            before = described if self._agrees(h) or not self._subject_follows(h) else ()
        # «قضت محكمة بسجنه، وطالبت برلين بالإفراج عنه»: a court judges, and demands nothing of states.
        court = any(m.sector == "JUD" for m in carried) and h.trigger is not None and h.trigger.type in DEMANDS
        past_court = court and self._subject_follows(h)
        agreeing = carried if carried and not past_court and agrees(self.found, h, carried) else ()
        told_before = carried if h.number == "we" else agreeing if not relative and self._joined(h) else ()
        told_before = told_before or self._of_unknown_verb(h)
        if h.i and self.words[h.i - 1] in ITSELF:
            before = before or agreeing  # «قال إنه أبلغ نظيره»
        if self._two_or_more(h):
            dual = h.number == "dual"
            before = before if several(before, dual) else ()
            if not before and not several(told_before, dual):
                told_before = (self._those_before(h),)
        slots = verb_slots(self.clause, h, before, told_before)
        return self._with_object(slots, (pronoun(self.found, self.index, h),)) if h.pronoun and h.trigger else slots

    def _some_who(self, h: Head) -> tuple[Mention, ...]:
        """«فرقت الشرطة محتجين أغلقوا الطريق», «أعدمت رجلا أدين»: what a verb right behind some people tells of them."""
        if not (h.number == "plural" or h.passive) or h.conj or h.i == 0:
            return ()
        those = self.words[h.i - 1] == "وهم"  # «مشاهد لآلاف المحتجين وهم يزحفون»
        end = h.i - those
        people = (m for m in self.found.mentions if m.j == end and m.kind == "group" and (h.passive or m.number == "p"))
        return tuple(m for m in people if those or not self.words[m.i].startswith("ال"))

    def _of_described(self, h: Head, relative: bool, described: Mentions) -> Slots:
        """«الذي أوقفته الشرطة»: whom the clause describes is its object, and who gave him something may be he."""
        slots = verb_slots(self.clause, h, (), ())
        if (
            h.pronoun
            and not h.passive
            and h.trigger
            and relative
            and "subj" not in slots.of
            and agrees(self.found, h, described)
        ):
            # «الوزير الذي سلمه رسالة»: nobody else is named who did it.
            slots = Slots({**slots.of, "subj": described})
            return self._with_object(slots, (pronoun(self.found, self.index, h),))
        return self._with_object(slots, described)

    def _adopted(self, draft: int) -> bool:
        """«أصدر المجلس قرارا يفرض عقوبات»: who adopts it does what it says; who tables it does not."""
        if self.words[draft] in LETTERS:
            return True
        adopts = self.lexicon.grammar["adopting"]
        return any(o.verb and o.i < draft and self.words[o.i].lstrip("وف") in adopts for o in self.heads)

    def _of_draft(self, h: Head) -> int | None:
        """«مشروع قرار يدعو إلى هدنة», «مشروع قرار قدمه الأعضاء يطالب»: where the draft stands that does it."""
        if h.tense != "present" or h.conj or self._relative(h):
            return None
        draft = next(
            (k for k in range(h.i - 1, max(-1, h.i - DRAFT_REACH), -1) if self.words[k] in DRAFTS | LETTERS), None
        )
        if draft is None or "،" in self.words[draft : h.i]:
            return None
        return draft if all(o.pronoun for o in self.heads if o.verb and draft < o.i < h.i) else None

    def _returns(self, h: Head, carried: tuple[Mention, ...], main: tuple[Mention, ...]) -> bool:
        """«قالت الوزيرة إن الجيش هاجم القرية، واتهمت»: a verb that only the sentence's first subject agrees with."""
        apart = self.words[h.i - 1] == "،" and h.conj == "و" and h.number == "singular" and carried != main
        if not apart or not carried or not main:
            return False
        own, other = gender_of(self.found, main[0]), gender_of(self.found, carried[0])
        if h.gender == "m":
            return main[0].number == "s" and own != "f" and (other == "f" or carried[0].number == "p")
        return h.gender == "f" and own == "f" and other != "f" and carried[0].kind != "state"

    def _of_unknown_verb(self, h: Head) -> tuple[Mention, ...]:
        """«قبل أن تتدخل الشرطة وتعتقل عشرين»: the subject of a verb of أن that no list knows, for one joined to it."""
        if h.conj != "و" or h.tense != "present" or h.number != "singular":
            return ()
        that = next((k for k in range(h.i - 1, max(-1, h.i - UNKNOWN_REACH), -1) if self.words[k] == "ان"), -1)
        m = self.clause.at.get(that + 2) if that >= 0 else None
        known = any(that < o.i < h.i and o.verb for o in self.heads)
        fits = m is not None and m.j <= h.i and not (known or m.prep or m.conj) and that + 1 not in self.clause.at
        return (m,) if m is not None and fits and agrees(self.found, h, (m,)) else ()

    def _sums_up(self, h: Head) -> bool:
        """«اعتُقل العمدة، ما أطلق موجة احتجاجات»: what was told before is the subject, and nobody in it."""
        k = h.i - 1 - (self.words[h.i - 1] in ("قد", "لم"))
        return k > 0 and self.words[k] in ("ما", "مما") and self.words[k - 1] == "،"

    def _with_object(self, slots: Slots, found: tuple[Mention, ...]) -> Slots:
        """An attached pronoun is the verb's object («اتهمته», «جمعهما»), and so is one whom the clause describes."""
        of = dict(slots.of)
        of["obj"] = (*of.get("obj", ()), *found)
        return Slots(of)

    def _relative(self, h: Head) -> bool:
        return bool(h.i) and self.words[h.i - 1] in self.clause.relatives

    def _in_its_course(self, h: Head, relative: bool, described: Mentions) -> Mentions:
        """«زيارة التقى خلالها نظيره», «تصريحات للرئيس طالب فيها بالانسحاب»: whose visit or words they were."""
        if h.j >= len(self.words) or self.words[h.j] not in IN_ITS_COURSE:
            return ()
        return self._visitor(h) if relative else described or self._visitor(h)

    def _visitor(self, h: Head) -> tuple[Mention, ...]:
        """«زيارة الرئيس إلى كمبالا التي التقى خلالها نظيره»: he who came met him."""
        for o in reversed(self.heads):
            if o.i < h.i and not o.verb and o.trigger is not None and o.trigger.act == "visit":
                m = self.clause.at.get(o.j)
                return (m,) if m is not None and m.kind in ("person", "role", "state") and m.prep in ("", "ل") else ()
        return ()

    def _acts_itself(self, h: Head, before: tuple[Mention, ...]) -> bool:
        """«بينما يستقبل الرئيس وزراء، حذرت موسكو»: who stands right after the verb agrees, not those before it."""
        m = self.clause.at.get(h.j) if h.trigger is not None else None
        if m is None or m.kind not in ("state", "org", "group", "role") or m.prep or m.pronoun:
            return False
        told = bool(gender_of(self.found, m)) and follows(self.found, h, m)
        return told and not agrees(self.found, h, before)

    def _after_that(self, h: Head) -> bool:
        """«بعد أن رفض نواب بارزون»: people right after the verb of a clause of أن act in it."""
        m = self.clause.at.get(h.j)
        people = m is not None and (m.kind, m.number) in PEOPLE and not (m.prep or m.pronoun)
        met = h.trigger is not None and h.trigger.type == "CONSULT"
        that = h.i > 0 and h.number == "singular" and self.words[h.i - 1] in ("ان", "بان")
        return that and people and not met and m is not None and follows(self.found, h, m)

    def _strikes(self, h: Head) -> Slots:
        """What stands behind the verb of a deed's own clause is what the deed struck."""
        of = dict(verb_slots(self.clause, h, (), ()).of)
        struck = of.pop("subj", ())
        return Slots({**of, "obj": (*struck, *of.get("obj", ()))} if struck else of)

    def _agrees(self, h: Head) -> bool:
        """«الوزير الذي زار نواكشوط»: a verb of the pronoun's gender has the one described for its subject."""
        return h.gender != "" and PRONOUN_GENDERS.get(self.words[h.i - 1]) == h.gender

    def _subject_follows(self, h: Head) -> bool:
        return h.j in self.clause.at and not self.clause.at[h.j].prep

    def _joined(self, h: Head) -> bool:
        """Whether a verb goes on with the subject of the one before it."""
        beside = self.clause.at.get(h.j)
        return (
            beside is None or not follows(self.found, h, beside) or h.conj in ("و", "ف") or self.words[h.i - 1] in JOINS
        )

    def _new_clause(self, h: Head) -> bool:
        """Whether أن or إن with a subject of its own stands between this verb and the one before it."""
        before = next((o.j for o in reversed(self.heads) if o.verb and o.i < h.i), 0)
        # «انسحب الوزير بعد أن التقى نظيره»
        goes_on = self.words[max(0, h.i - 2) : h.i] in AFTER and not (
            self._subject_follows(h) and h.number == "singular"
        )
        end = h.i - 1 if goes_on else h.i
        return any(w.removeprefix("و") in ("ان", "بان") for w in self.words[before:end])

    def _auxiliary(self, h: Head) -> bool:
        return self.words[h.i].lstrip("وف") in self.lexicon.grammar["past_markers"] or perfect(self.words, h.i)

    def _two_or_more(self, h: Head) -> bool:
        """«وقّعا», «اتفقوا»: a contact whose verb says by its ending that several, named before, had it."""
        ending = "ا" if h.number == "dual" else "وا" if h.number == "plural" else ""
        contact = h.trigger is not None and (h.trigger.type in MUTUAL or h.trigger.act == "signing")
        return bool(ending) and contact and self.words[h.i].endswith((ending, "ان", "ون"))

    def _those_before(self, h: Head) -> Mention:
        """«وقّعا», «سيعقدان», «اتفقوا»: the ending of the verb stands for those told of before."""
        return Mention(
            sentence=self.index,
            i=h.i,
            j=h.j,
            kind="anaphor",
            name=self.words[h.i],
            name_span=self.found.sentence.spans[h.i],
            number=h.number[0],
            rule="verb ending",
        )
