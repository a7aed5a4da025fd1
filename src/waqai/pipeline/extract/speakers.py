"""Who says or does what a noun tells: the subject of its clause, those a verb of telling tells, those who take part."""

from functools import lru_cache

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.agreement import gender_of
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.forms import decided
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.roles import Slots

STATEMENTS = frozenset(["SUPPORT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE", "COOPERATE", "AID"])
# What a clause's subject has a part in: «انسحب بعد معارك مع الجيش».
SHARED = STATEMENTS | {"CONSULT"}
REACTED_TO = (
    "reacted_attacks",
    "reacted_verdicts",
    "reacted_deeds",
    "reacted_words",
    "reacted_requests",
    "reacted_accords",
)
POLICE = frozenset(["COP", "MIL"])
# «شهد الوزيران توقيع مذكرة»
WITNESSED = frozenset(["شهد", "شهدت", "شهدا", "شهدوا", "يشهد", "حضر", "حضرا"])
HAD = frozenset(["كان", "كانت", "سيكون", "ستكون", "يكون", "تكون"])
# Before a contact in whose course something is said or done, and the slots of those it is said to.
WITHIN = frozenset(["في", "خلال", "اثناء", "عبر"])
# How far from the deed the word of ascribing it stands.
ASCRIBED = 3
# «حمّلت الهند المسؤولية الكاملة عن هجوم»: how far before the deed it is laid on somebody.
BLAMED = 3
BECAME = frozenset(["بات", "باتت", "اصبح", "اصبحت", "صار", "صارت", "يعد", "تعد", "يعتبر", "تعتبر", "باتوا", "اصبحوا"])
# «دولة معترفا بها» agrees with nothing.
BOUND = (["بها"], ["به"], ["بهم"], ["عليها"], ["عليه"])
# «في ختام زيارة إلى مقديشو استمرت يومين، وقّع»: how far the visit stands from that word, and from the verb.
LED_IN, FRONT_REACH = 3, 14
TARGET_REACH = 12
ADDRESSED = ("ل", "الي", "مع", "obj")


class Speakers:
    """The verbs of the sentence with their subjects and slots, as a noun beside them sees them."""

    def __init__(
        self,
        found: Found,
        heads: list[Head],
        clause: Clause,
        lexicon: Lexicon,
        slots: dict[int, Slots],
        subjects: dict[int, tuple[Mention, ...]],
    ) -> None:
        self.found = found
        self.heads = heads
        self.clause = clause
        self.lexicon = lexicon
        self.slots = slots
        self.subjects = subjects

    def controller(self, h: Head) -> tuple[Mention, ...]:
        """The subject of the clause's verb, for a noun or participle that names no subject of its own."""
        led = self.found.sentence.words[h.i - 1][:1] == "ب" and self._carried_out(h)
        if (led or (h.prep == "ب" and not h.article)) and (doer := self._does(h)):
            return doer
        if having := self._has(h) or self._driven(h):
            return having
        fought = h.trigger is not None and h.trigger.act == "clash" and not h.article  # «أسفه لاستئناف القتال»
        # «رأى الوزير أن الإعلان الموقع أمس»: with ال it describes the noun before it
        described = h.participle and self.found.sentence.words[h.i].startswith("ال")
        if h.trigger is None or described or not (h.participle or h.trigger.type in SHARED or fought):
            return ()
        for other in reversed(self.heads):
            if 0 < self.clause.inserted(other.i) <= h.i or self._over(other, h):
                continue
            if other.i < h.i and other.verb and self.subjects.get(other.i) and self._suits(h, self.subjects[other.i]):
                told = self._of_that(h, other)
                if told is not None:
                    return told
                announces = other.report and h.trigger.type not in STATEMENTS and not h.participle
                if announces and h.trigger.act == "call" and self.found.sentence.words[h.i - 1] in WITHIN:
                    announces = False  # «أكد الرئيس في اتصال»: it is his
                return () if announces else self.subjects[other.i]
        return self.fronted(h)

    def fronted(self, h: Head) -> tuple[Mention, ...]:
        """«في ختام زيارة إلى مقديشو، وقّع الوزير»: a visit told in front of the verb is of the verb's subject."""
        words = self.found.sentence.words
        before = {w.removeprefix("و") for w in words[max(self.found.sentence.skip, h.i - LED_IN) : h.i]}
        told = h.verb or h.participle or h.trigger is None or h.trigger.act != "visit"
        if told or before.isdisjoint(self.lexicon.grammar["circumstantial"]):
            return ()
        if any(o.verb and o.i < h.i for o in self.heads):
            return ()
        marks = (k for k in range(h.j, min(len(words), h.j + FRONT_REACH)) if words[k] == "،")
        verb = next((v for k in marks if (v := self.clause.head_at.get(k + 1)) is not None and v.verb), None)
        subject = self.subjects.get(verb.i, ()) if verb is not None and not verb.conj else ()
        return tuple(m for m in subject if m.kind in ("person", "role"))

    def _over(self, verb: Head, h: Head) -> bool:
        """«ندد بالجرائم التي ارتكبها المتمردون، داعيا»: a participle behind a comma is of no relative clause."""
        words = self.found.sentence.words
        return h.participle and "،" in words[verb.j : h.i] and words[verb.i - 1] in self.clause.relatives

    def _of_that(self, h: Head, above: Head) -> tuple[Mention, ...] | None:
        """«أكد أن إيران عازمة على الرد»: whom a clause of أن without a verb speaks of; None where there is none."""
        words = self.found.sentence.words
        that = next((k for k in range(h.i - 1, above.j - 1, -1) if words[k].lstrip("وب") == "ان"), None)
        if that is None or any(o.verb and that < o.i < h.i for o in self.heads):
            return None
        if h.participle and words[h.i - 1] == "،":
            # «قال إن الحركة مستعدة، متهما إسرائيل»: who spoke goes on
            return None
        told = self.clause.at.get(that + 1)
        if told is not None and told.j <= h.i and told.kind != "place":
            return (told,)
        return () if that + 1 == h.i and not h.pronoun else None

    def _behind_target(self, h: Head) -> Head | None:
        """«قصف على سوق في الفاشر نفذته القوات»: the verb that says who did it, behind what was struck and where."""
        words = self.found.sentence.words
        if h.trigger is None or h.trigger.type != "ASSAULT" or h.verb or words[h.j : h.j + 1] != ["علي"]:
            return None
        for k in range(h.j + 1, min(len(words), h.j + TARGET_REACH)):
            if not words[k].isalpha():
                return None
            if (verb := self.clause.head_at.get(k)) is not None:
                carried = verb.verb and bool(verb.pronoun) and verb.light is not None and not verb.conj
                return verb if carried else None
        return None

    def _named(self, start: int, stop: int) -> int:
        """How many words between two positions stand inside mentions."""
        return sum(min(m.j, stop) - m.i - 1 for m in self.found.mentions if start <= m.i < stop)

    def _suits(self, h: Head, subject: tuple[Mention, ...]) -> bool:
        """«نفى المتحدث أن تكون القوات ...، متهما جهات»: a participle agrees with its subject."""
        word, following = self.found.sentence.words[h.i], self.found.sentence.words[h.j : h.j + 1]
        if not h.participle or following in BOUND or len(subject) > 1 or word.endswith(("ين", "ان", "ون", "ات")):
            return True
        gender = gender_of(self.found, subject[0])
        return not gender or (gender == "f") == word.endswith("ه")

    def partners(self, h: Head) -> tuple[Mention, ...]:
        """«قدم، في اتصال هاتفي، تعازيه إلى الرئيس»: whom the verb addresses is whom the contact was with."""
        before = self.found.sentence.words[h.i - 1] if h.i else ""
        verb = next((o for o in reversed(self.heads) if o.i < h.i and o.verb and self.subjects.get(o.i)), None)
        if verb is None or verb.i not in self.slots or (before not in WITHIN and h.prep != "ب"):
            return ()
        slots = self.slots[verb.i].of
        people = [m for name in ADDRESSED for m in slots.get(name, ()) if m.kind in ("person", "role")]
        return tuple(m for m in people or self._addressed_after(h) if m not in self.subjects[verb.i])

    def _addressed_after(self, h: Head) -> list[Mention]:
        """«تعازيه إلى الرئيس»: the one addressed in the rest of the clause."""
        end = next((o.i for o in self.heads if o.verb and o.i > h.i), len(self.found.sentence.words))
        later = [m for m in self.found.mentions if h.j <= m.i < end and m.kind in ("person", "role")]
        return [m for m in later if m.prep == "ل" or self.found.sentence.words[m.i - 1] == "الي"][:1]

    def _has(self, h: Head) -> tuple[Mention, ...]:
        """«كان لرئيسة الحكومة لقاء مع الوزير»: who had it."""
        words = self.found.sentence.words
        for m in reversed(self.found.mentions):
            had = m.prep == "ل" and m.j <= h.i and m.i > 0 and words[m.i - 1].lstrip("وف") in HAD
            if had and not any(o.verb and m.j <= o.i < h.i for o in self.heads):
                return (m,)
        return ()

    def _driven(self, h: Head) -> tuple[Mention, ...]:
        """«ما دفع غانا إلى قطع علاقاتها»: whom something drives to a deed."""
        words = self.found.sentence.words
        if h.verb or h.i < 3 or words[h.i - 1] != "الي":
            return ()
        driving = self.lexicon.grammar["driving"]
        return tuple(m for m in self.found.mentions if m.j == h.i - 1 and not m.prep and words[m.i - 1] in driving)

    def _carried_out(self, h: Head) -> bool:
        """«دعا إلى شن هجوم», «طالب بتنفيذ غارات»: what one is to carry out; «دعا إلى وقف هجوم» tells of one."""
        before = self.found.sentence.words[h.i - 1] if h.i else ""
        doing = self.lexicon.grammar["carrying_out"]
        return before in doing or before[1:] in doing

    def joins(self, h: Head) -> bool:
        """«شارك في القمة»: a verb of taking part, whose noun tells what it was and who else did."""
        return self.found.sentence.words[h.i].lstrip("وف") in self.lexicon.grammar["join_verbs"]

    def head_before(self, h: Head) -> Head | None:
        """The head right before one."""
        return next((o for o in reversed(self.heads) if o.i < h.i), None)

    def informed(self, h: Head) -> tuple[Mention, ...]:
        """«أخطرت واشنطن طهران برفضها»: whom the verb right before a noun with ب tells of it."""
        if h.trigger is not None and h.i > 0 and self.found.sentence.words[h.i - 1] in BECAME:
            # «أعلنت غانا أن السفير بات شخصا غير مرغوب فيه»
            return tuple(m for m in self.found.mentions if m.j == h.i - 1 and h.trigger.act == "expulsion")
        if h.prep != "ب" or h.trigger is None or h.trigger.type not in STATEMENTS:
            return ()
        before = self.head_before(h)
        told = before is not None and before.verb and before.trigger is None and not before.report
        return self.slots[before.i].of.get("obj", ()) if told and before and before.i in self.slots else ()

    def ascribed(self, h: Head, slots: Slots) -> Slots:
        """«هجوم نسب إلى المتمردين», «اتهمت المتمردين بتنفيذ هجوم»: those to whom a deed is ascribed did it."""
        near, blame = self.found.sentence.words[max(0, h.i - BLAMED) : h.i], self.lexicon.grammar["blame_words"]
        blamed = not blame.isdisjoint(near[-1:]) or (near[-1:] == ["عن"] and not blame.isdisjoint(near))
        above = self.head_before(h) if blamed or self._carried_out(h) else None
        if above is not None and above.verb and above.trigger is not None and above.trigger.type == "ACCUSE":
            accused = self.slots[above.i].of.get("obj", ()) if above.i in self.slots else ()
            return Slots({**slots.of, "subj": accused}) if accused and not slots.of.get("subj") else slots
        if not slots.of.keys() & {"subj", "by", "adj"} and (whose := decided(self.found, self.lexicon, h.i)):
            return Slots({**slots.of, "subj": whose})
        to = slots.of.get("الي")
        words, ascribed = self.found.sentence.words, self.lexicon.grammar["ascribed"]
        if not to or ascribed.isdisjoint(
            (*words[max(0, h.i - BLAMED) : h.i], *words[h.j : min(to[0].i, h.j + ASCRIBED)])
        ):
            return slots  # «نسب الجيش القصف إلى المتمردين»
        return Slots({**slots.of, "by": to})

    def witnessed(self, h: Head) -> bool:
        """«شهد الوزيران توقيع مذكرة وقعها عن الجانب الغاني ...»: who looks on signs nothing."""
        if h.trigger is None or h.trigger.act != "signing":
            return False
        signed = any(o.i > h.i and o.verb and o.trigger and o.trigger.act == "signing" for o in self.heads)
        return signed and any(o.i < h.i and self.found.sentence.words[o.i].lstrip("و") in WITNESSED for o in self.heads)

    def reacts(self, h: Head) -> str:
        """«ندد بالخطوة», «رفض هذه التصريحات»: whether the words point back to deeds, words, requests or accords."""
        known = _reacted_to(self.lexicon)
        words = self.found.sentence.words[h.j : h.j + 14]
        return next((known.get(w) or known.get(w[1:]) or "" for w in words if w in known or w[1:] in known), "")

    def _does(self, h: Head) -> tuple[Mention, ...]:
        """«وردت موسكو بإدراج ...», «أمر بنشر ...»: the subject of the verb right before a noun with ب."""
        above = (o for o in reversed(self.heads) if o.j < h.i or (o.j == h.i and h.prep))
        before = next((o for o in above if not 0 < self.clause.inserted(o.i) <= h.i), None)
        if before is not None and before.trigger is not None and before.trigger.act == "accusation":
            return self._accused(before, h)
        if before is None or not before.verb or before.trigger is not None or self._described(h):
            return ()
        subject = self.subjects.get(before.i, ())
        if before.report:
            # «أفادت الشرطة باعتقال ثلاثة»: who arrests tells of it.
            arrest = h.trigger is not None and h.trigger.act == "arrest"
            return subject if arrest and all(m.sector in POLICE for m in subject) else ()
        return subject

    def _accused(self, accusing: Head, h: Head) -> tuple[Mention, ...]:
        """«اتهمت كينيا المتمردين بقصف المدينة», «متهما إسرائيل بتهجيرهم»: the accused did what a noun with ب tells."""
        of = self.slots[accusing.i].of if accusing.i in self.slots else {}
        after = tuple(m for m in self.found.mentions if m.i == accusing.j and not m.prep)
        accused = of.get("obj", ()) if accusing.verb else after if accusing.participle else ()
        return tuple(m for m in accused if m.j <= h.i)

    def _described(self, h: Head) -> bool:
        """«تفاصيل التحقيق الخاص باغتيال فلان»: a noun with ب behind an adjective says what something is about."""
        word = self.found.sentence.words[h.i - 1] if h.i else ""
        times = any(t.i < h.i <= t.j for t in self.found.times)
        return word.startswith("ال") and not times and not any(m.i < h.i <= m.j for m in self.found.mentions)


@lru_cache(maxsize=2)
def _reacted_to(lexicon: Lexicon) -> dict[str, str]:
    """The words that point back to what is reacted to, with their section; the first section that holds one wins."""
    return {word: section for section in reversed(REACTED_TO) for word in lexicon.grammar[section]}
