"""What surrounds a head: the light verb that lends it a subject, its relative clause, the verb that asks for it."""

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.coming import GATHERINGS
from waqai.pipeline.extract.forms import decided
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.roles import Slots, merge, named
from waqai.pipeline.extract.speakers import STATEMENTS, Speakers
from waqai.pipeline.extract.stated import headline, its_own_words, judged, only_backed, said_before, speaks_itself
from waqai.pipeline.extract.victims import FORCE, strikes

LIGHT_REACH, COMPLEMENT_REACH = 22, 16
QUOTES, BARE_WISH = frozenset('«»"“”'), frozenset(("REQUEST", "REJECT", "AGREE"))
LENT = frozenset(["AGREE", "REQUEST"])
TALK = frozenset(["COOPERATE", "AGREE", "SUPPORT", "CONCEDE", "REQUEST"])
DEEDS = frozenset(["CONSULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT", "ASSAULT", "ACCUSE", "AID"])
SIGNED = frozenset(["signing", "ratification", "recognition", "accession"])
# «وهو طلب لم تستجب له», «وهي زيارة دامت يومين»: the noun after these is what was told just before.
COPULAS, YIELDED = frozenset(["وهو", "وهي"]), frozenset(["CONCEDE", "AID"])
VIEWS, DANGERS = frozenset(["statement-of-support"]), frozenset(["مما", "ما", "بما"])
PAPERS, INTENDED = frozenset(["signing", "ratification"]), SIGNED | {"opening", "appointment", "exercise"}
UNREAL_COMPLEMENT = frozenset(("REQUEST", "AGREE", "THREATEN", "REJECT"))
# «جولة جديدة من المحادثات», «سلسلة من الغارات»: what is counted is the event.
PARTITIVES = frozenset(
    ["جوله", "الجوله", "جولات", "سلسله", "عدد", "عددا", "حزمه", "المزيد", "مزيد", "مزيدا", "دوره", "الدوره", "موجه"]
)
PREPOSITIONS_OF_WISH = frozenset(("ب", "ل", "الي", "علي", "عن"))
THAT, DELIVERED = frozenset(["ان", "بان", "وان"]), frozenset(("AID", "COOPERATE"))
# «لا تحظى بشعبية، كما أن الناس على استعداد»: after these a light verb has no object any more.
CLAUSE_OPENERS = frozenset(["ان", "بان", "كما", "حيث", "بينما", "فيما", "لان", "لكن", "ولكن", "اذ"])


def _visits(h: Head) -> bool:
    return h.trigger is not None and h.trigger.act == "visit"


def _alike(noun: Trigger, verb: Trigger) -> bool:
    """Of one type; exercises are posture or co-operation, as who holds them makes it."""
    return noun.type == verb.type or noun.act == verb.act == "exercise"


class Surroundings(Speakers):
    """The other heads of the sentence, as one of them sees them."""

    def planners(self, h: Head) -> tuple[Mention, ...] | None:
        """«اتفق الجانبان على أن تجتمع اللجنة»: who agree on the meeting that a verb after أن tells."""
        that = h.verb and h.i > 0 and self.found.sentence.words[h.i - 1] == "ان"
        if not that or h.trigger is None or h.trigger.act not in GATHERINGS:
            return None
        above = self.head_before(h)
        agrees = above is not None and above.verb and above.trigger is not None and above.trigger.type == "AGREE"
        return self.subjects.get(above.i, ()) if agrees and above is not None else None

    def own_noun(self, h: Head) -> Head | None:
        """The indefinite noun of the same type that is the verb's object: «شنّ ... غارات», «أجرى ... محادثات»."""
        for o in self.heads:
            if o.i <= h.i:
                continue
            if (o.verb and not (o.j - o.i > 1 and named(self.clause, h, o))) or o.i - h.i > LIGHT_REACH:
                return None  # «وقعت الوزارة عقد توريد»: spelled like a verb
            alike = o.trigger is not None and h.trigger is not None and _alike(o.trigger, h.trigger)
            alike = alike and _visits(o) == _visits(h)
            before = self.found.sentence.words[o.i - 1]
            if alike and before == "في" and self.joins(h):
                return o
            alike = alike and not o.article and (not o.prep or named(self.clause, h, o))
            if alike and before not in self.clause.prepositions:
                return o if before not in self.lexicon.grammar["circumstantial"] else None
        return None

    def only_lends(self, h: Head) -> bool:
        """«يعتزم زيارة ...», «أمر بحبس ...»: a verb of intent or order whose noun tells what is intended or done."""
        t = h.trigger
        if t is None or not h.verb or t.type not in LENT:
            return False
        noun = next((o for o in self.heads if o.i > h.i), None)
        if noun is None or noun.trigger is None:
            return False
        if noun.verb:
            return self.planners(noun) is not None
        yields = t.type == "AGREE" and noun.trigger.type in YIELDED and named(self.clause, h, noun)
        # «أبدت استعدادها للتخلي عن السلاح», «أعلنت عزمها إجراء مناورات»
        able = yields or t.status == "planned" or (h.light is not None and not t.object)
        tells = yields or noun.trigger.type in DEEDS or (t.status == "planned" and noun.trigger.act in INTENDED)
        return able and tells and self.governor(noun) is h

    def only_describes(self, h: Head) -> bool:
        """«هدنة تؤيدها تركيا»: what a relative clause says of somebody's view; «مما يهدد بإغلاق الممر»: a danger."""
        if h.verb and h.trigger is not None and h.trigger.type == "THREATEN" and h.i:
            return self.found.sentence.words[h.i - 1] in DANGERS
        if not (h.verb and h.pronoun) or h.conj or h.trigger is None or h.trigger.act not in VIEWS or h.i == 0:
            return False
        before = self.found.sentence.words[h.i - 1]
        grammar = self.lexicon.grammar
        joins = any(before in grammar[s] for s in ("subordinators", "past_markers", "negations"))
        return (before.isalpha() or before == "،") and not joins

    def only_talk(self, h: Head, slots: Slots) -> bool:
        """A noun of saying or doing that nobody in the sentence does: a purpose, a topic, an abstraction."""
        t = h.trigger
        if t is None or (t.type == "CONSULT" and t.act != "visit"):
            return False
        single = h.j - h.i == 1
        copula = not h.article and self.found.sentence.words[h.i - 1] in COPULAS
        other = t.type == "COOPERATE" and t.act == "other"
        talk = t.type in TALK and t.act not in SIGNED and not self.reported_noun(h)
        if said_before(self.clause, h) or (single and (copula or other or talk)):
            return True
        if single and self.found.sentence.words[h.i].endswith("ا") and not h.article and not h.pronoun:
            return True
        if h.prep == "ل" and (not h.article or t.act in PAPERS):
            # «تستعد لإيفاد بعثة», «صورا لقصف المدينة»: no purpose of something else.
            before, grammar = self.found.sentence.words[max(0, h.i - 3) : h.i], self.lexicon.grammar
            return grammar["status.plan"].isdisjoint(before) and grammar["status.shown"].isdisjoint(before[-2:])
        if t.type == "PROTEST":
            return False
        doers = [m for name in t.actor for m in slots.of.get(name, ())] + list(slots.of.get("subj", ()))
        if t.type in STATEMENTS:
            return not doers and not self.reported_noun(h)
        return not doers and not any(m for name in (*t.recipient, "recv") for m in slots.of.get(name, ()))

    def asked_for(self, h: Head, governor: Head | None = None) -> bool:
        """«دعا إلى استئناف الحوار», «هدد بالانسحاب»: what is asked for, promised or threatened has not happened."""
        t = h.trigger
        above = self._above(h)
        backed = above is not None and above.trigger is not None and above.trigger.act in VIEWS
        if t is not None and (
            (backed and t.act == "accession") or (t.type == "CONSULT" and only_backed(self.clause, h))
        ):
            return True  # «أعلن دعمه انضمام أرمينيا»
        if governor is not None and above is not None and above.verb and not self._rejects(above):
            return False
        if t is None or above is None or above.trigger is None:
            return False
        if not above.verb and (above.j == h.i or h.conj == "و") and above.trigger.type not in UNREAL_COMPLEMENT:
            # «طالب بفرض حظر», «طالب بتقديم اعتذار وسحب القوات»: as unreal as the noun it stands with.
            return self.asked_for(above)
        if above.verb and above.trigger.type == "SANCTION" and t.type in DELIVERED:
            return True
        if above.trigger.type in FORCE and t.type == "AID" and not self._opened_by(h, above):
            # «دمر شحنات أسلحة», «استهداف قوافل إغاثة»: what is struck or taken was not handed over.
            return True
        if above.trigger.type not in UNREAL_COMPLEMENT:
            return False
        prep = self._opened_by(h, above)
        if prep == "من" and above.trigger.type == "THREATEN":
            return not h.article
        if prep in PREPOSITIONS_OF_WISH or (h.conj == "و" and self._wished(above, h)):
            unreal = above.trigger.type in ("THREATEN", "REJECT") or self._carried_out(h)
            return t.type != "ASSAULT" or (not h.article and unreal)
        return prep == "" and above.trigger.type in BARE_WISH and not (h.article and t.type == "ASSAULT")

    def _rejects(self, above: Head) -> bool:
        return above.trigger is not None and above.trigger.type == "REJECT"

    def _above(self, h: Head) -> Head | None:
        """The verb or noun on which a noun hangs: the nearest before it, verbs of an inserted clause aside."""
        before = [o for o in self.heads if o.i < h.i and h.i - o.j <= COMPLEMENT_REACH + self._named(o.j, h.i)]
        for o in reversed(before):
            if o.j == h.i and not o.verb and self._carried_out(h):
                continue
            inserted = o.verb and o.trigger is None and o.light is None and not o.report and not o.conj
            if not inserted and not (o.verb and o.pronoun and not o.conj and o.trigger is None):
                return o
        return None

    def _opened_by(self, h: Head, above: Head) -> str:
        """The preposition that opens the noun phrase a noun stands in («إلى عقد جلسة», «بفرض حظر»); `?` for others."""
        if h.prep:
            return h.prep
        for k in range(h.i - 1, max(above.j - 1, h.i - 4), -1):
            word = self.found.sentence.words[k]
            if word in self.clause.prepositions or word in self.lexicon.grammar["circumstantial"]:
                return word if word in PREPOSITIONS_OF_WISH or word == "من" else "?"
            if any(m.i <= k < m.j for m in self.found.mentions) or not word.isalpha():
                return ""
            if word[0] in "بل" and not word.startswith(("بال", "لل")) and len(word) > 3 and k == h.i - 1:
                return word[0]
        return ""

    def _wished(self, above: Head, h: Head) -> bool:
        """Whether a noun joined by و follows one that is itself asked for."""
        return above.verb or self.asked_for(above)

    def reported_noun(self, h: Head) -> bool:
        """«أكد رفضه», «أعلن دعمه ل»: the object of a reporting verb, or a noun with its own possessor."""
        before = next((o for o in reversed(self.heads) if o.i < h.i and o.verb), None)
        if h.prep == "ل" and h.article and h.trigger is not None and h.trigger.type == "AGREE":
            return False  # «منح إيران شهرين للتوصل إلى اتفاق»: what for.
        told = before is not None and (before.report or before.light is not None) and h.i - before.j <= 6
        return told or headline(self.clause, h)

    def relative(self, h: Head) -> tuple[Head | None, frozenset[int]]:
        """«الهجمات التي شنتها إيران», «اتصال هاتفي جرى بينهما»: the verb of the relative clause lends its arguments."""
        if (far := self._behind_target(h)) is not None:
            return far, frozenset((far.i,))
        words = self.found.sentence.words
        k = h.j
        while k < len(words) and k < h.j + 5 and k not in self.clause.head_at:
            if not words[k].isalpha() and words[k] not in QUOTES:
                return None, frozenset()
            if words[k] in self.clause.prepositions or (k in self.clause.at and not self.clause.at[k].adjective):
                return None, frozenset()
            k += 1
        verb = self.clause.head_at.get(k)
        if verb is None or not verb.verb or verb.conj:
            return None, frozenset()
        if self.clause.says_when(h) and self.clause.relatives.isdisjoint(words[h.j : k]):
            # «قبيل القمة عقد ولي العهد لقاءين»: a verb of its own, no clause of the noun.
            return None, frozenset()
        if words[k] in self.lexicon.grammar["meeting_verbs"] or words[k] in self.lexicon.grammar["ascribed"]:
            return None, frozenset((k,))
        alike = verb.trigger is not None and h.trigger is not None and verb.trigger.type == h.trigger.type
        if verb.trigger is not None and not verb.light and not (alike and verb.pronoun):
            return None, frozenset()
        light = verb if verb.light or verb.pronoun else None
        return light, frozenset((k,))

    def governor(self, h: Head) -> Head | None:
        """The light verb whose object the noun is: «أجرى الوزير، اليوم، اتصالا»."""
        words = self.found.sentence.words
        since = h.i > 0 and words[h.i - 1] == "منذ"
        if since or words[h.i] in self.lexicon.grammar["by"] or decided(self.found, self.lexicon, h.i):
            # «أبلغته احتجاجها على مقتل رعاة برصاص جنود»: by whom it was done is no verb's object, nor since when.
            return None
        for other in reversed(self.heads):
            if other.i >= h.i or not other.verb:
                continue
            if self._aside(other, h) or 0 < self.clause.inserted(other.i) <= h.i:
                continue
            if other.light is None or not CLAUSE_OPENERS.isdisjoint(words[other.j : h.i]):
                return None
            if h.i - other.i > LIGHT_REACH + self._named(other.j, h.i):
                return None
            attack = h.trigger is not None and h.trigger.type == "ASSAULT"
            if attack and (not THAT.isdisjoint(words[other.j : h.i]) or judged(self.heads, other, h)):
                # «أكد الاتحاد أن استهدافها متعمد», «سارعت برلين إلى إدانة الهجوم»: who says so did not strike.
                return None
            if words[h.i].endswith("ا") and not h.article and any(other.i < o.i < h.i for o in self.heads):
                # «يخوضون إضرابات رفضا للنظام»: why, no second object.
                return None
            before = words[h.i - 1]
            grammar = self.lexicon.grammar
            if before.removeprefix("ب") in grammar["charge_words"] or before in grammar["blame_words"]:
                # «وجه إليه الادعاء تهمة قتل امرأة»: who charges him did not kill.
                return None
            if before == "من" and not PARTITIVES.isdisjoint(words[max(0, h.i - 4) : h.i - 1]):
                before = ""
            if before == "اي" and h.i > 1 and h.trigger is not None and h.trigger.type == "ASSAULT":
                before = words[h.i - 2]  # «سنرد على أي هجوم»: what is answered is no object
            prep = h.prep or (
                before if before in self.clause.prepositions or before in self.lexicon.grammar["circumstantial"] else ""
            )
            if prep and prep not in other.light.prep:
                return None
            return other
        return None

    def _aside(self, verb: Head, h: Head) -> bool:
        """«قررت الوزارة، بتوجيه من المجلس الذي عقد اجتماعا، استدعاء السفير»: a relative clause that a comma closes."""
        words = self.found.sentence.words
        relative = verb.i > 0 and words[verb.i - 1] in self.clause.relatives
        return relative and "،" in words[verb.j : h.i]

    def lend(self, governor: Head, slots: Slots, h: Head) -> Slots:
        """Give the noun its light verb's subject and arguments."""
        light = governor.light
        lent = self.slots.get(governor.i)
        if lent is None:
            return slots
        of = dict(lent.of)
        doer = subject = of.pop("subj", ())
        after = h.i > 0 and self.found.sentence.words[h.i - 1] in self.lexicon.grammar["aftermath"]
        its_own = governor.i > h.i and bool(governor.pronoun)  # «كمين نفذته كتائب»: what the verb tells of is the noun
        if after or strikes(h, governor) or (h.trigger is not None and "subj" in h.trigger.recipient and not its_own):
            subject = ()  # «أسفرت الاشتباكات عن مقتل جنود»: it is not who was killed, nor, after it, who attacked
        own = any(m.kind in ("person", "role", "org", "group") for m in slots.of.get("subj", ()))
        backs = h.trigger is not None and h.trigger.act in VIEWS  # «أعلنت أوغندا دعم المتمردين»: whom it backs
        itself = speaks_itself(self.clause, h, slots, doer)
        if itself or (governor.report and own and not h.pronoun and not backs):
            subject = ()  # «أعلنت الوزارة استسلام الجنود»: who announces it is not who does it
        rest = {k: its_own_words(self.heads, governor, h, v) for k, v in of.items() if k != "obj"}
        if governor.trigger is not None and governor.trigger.act == "call":
            rest["مع"] = (*rest.get("مع", ()), *of.get("من", ()))  # «اتصال تلقاه الوزير من نظيره»
        if light is None or governor.passive:
            if governor.trigger is not None and not governor.passive:
                rest["by"], rest["subj"] = doer, subject  # «كمين نصبه مسلحون»: the verb tells of the same deed
        elif light.role == "recipient":
            rest["recv"] = subject
        elif light.role in ("host", "place"):
            rest["host"] = subject
        elif light.role == "mediator":
            rest["mediator"] = subject
        else:
            rest["subj"] = subject
        before = () if itself else tuple(m for m in of.get("obj", ()) if governor.i < m.i < h.i)
        if before and light is not None and light.role not in ("host", "mediator"):
            rest["obj"] = its_own_words(self.heads, governor, h, before)
        return merge(Slots({k: v for k, v in rest.items() if v}), slots)
