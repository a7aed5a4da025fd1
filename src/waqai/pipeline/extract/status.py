"""Whether it happened: read from the clause, never from the document. Words: `resources/ar/status.yaml`."""

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.purposes import joined_to_purpose
from waqai.pipeline.extract.sources.cues import cues_of
from waqai.pipeline.extract.status_words import edges, sections

SPEECH = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"])
# Said once, however much hangs on a condition: «هددت بطرد الدبلوماسيين إذا ...».
SAID = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN"])
# Acts that last; the others are told in the present tense of headlines («الملك يستقبل ...»).
LASTING = frozenset(["visit", "exercise", "protest", "deployment", "clash", "summit", "conference", "mediation"])
LASTING_MODES = frozenset(["restrict", "curfew", "martial-law", "censor", "withhold", "hunger", "strike"])
# Of these a decision only says what is to come; who decides to close or to punish has done so.
DECIDED = frozenset(["CONSULT", "SUPPORT", "AID"])
OFFERED = frozenset(["CONCEDE", "AGREE", "AID"])
MAY = "may be"
TO_COME = "what is agreed or decided to come"
# «ملف اغتيال الصحفي», «قضية مقتل الناشط»: a case is made of what was done.
MATTERS = frozenset(["ملف", "قضيه"])
# «لتفجير السفارة»: a purpose; «تعرض لهجوم» has a verb above.
FORCE = frozenset(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"])
THAT = frozenset(["ان", "بان", "لان", "وان"])
PLAN = 5
DENYING = 9
PARTICIPLES = frozenset(["نافيا", "نافيه"])
# «استعداد القاهرة لاستئناف المفاوضات».
READY = 5
JOINED = 5
PROTASIS = 4
APODOSIS = 16
LONGEST = 3


class StatusReader:
    """Reads the status of events in one sentence.

    Args:
        found: the sentence.
        heads: its heads.
        lexicon: the words of status.yaml.
    """

    def __init__(self, found: Found, heads: list[Head], lexicon: Lexicon) -> None:
        self.words, self.matches = found.sentence.words, found.matches
        self.heads = heads
        self.lexicon = lexicon
        self._sections = sections(lexicon)
        self._openings = {*self.words, *(word[1:] for word in self.words if word[0] in "وف")}

    def read(self, head: Head, governor: Head) -> tuple[str, str]:
        """Status of the event a head evokes, with the rule; `drop` where the words speak of no event at all.

        Args:
            head: the trigger.
            governor: the verb that carries tense and denial for a noun; the head itself otherwise.
        """
        words = self.words
        carrier = governor if governor.verb else head
        if "؟" in words[-1:] and carrier.i < 6:
            return "drop", "question"
        if carrier.verb and self._stand("negation", carrier.i - 1, carrier.i):
            unless = self._stand("unless", carrier.i - 2, carrier.i)
            # «النص لا يدين حماس»: who does not condemn has done nothing
            nothing = head.trigger is not None and head.trigger.type == "ACCUSE" and carrier.tense == "present"
            return ("drop", "condition") if unless or nothing else ("denied", "negation")
        if not head.participle and self._under_denial(head):
            return "denied", "denial"
        if self._all_but(carrier):
            return "drop", "nearly"
        if not head.verb and self._unreal_noun(head, carrier.verb):
            return "drop", "irrealis"
        if carrier.verb and (found := self._subordinate(carrier)):
            return found
        if self._stand("condition_before", carrier.i - PROTASIS, carrier.i):
            return "drop", "condition"
        t = head.trigger
        said = t is not None and t.type in SAID and carrier.tense != "future"
        if not said and self._conditioned(head, carrier):
            may = carrier.tense == "present" and self._stand("may", carrier.i - 1, carrier.i)
            return "conditional", MAY if may and t is not None and t.type == "CONSULT" else "condition"
        return self._timely(head, carrier)

    def _all_but(self, carrier: Head) -> bool:
        """«كادت الشرطة تعتقله», «أوشكت على سحب سفيرها»: what all but happened did not."""
        k = self._find("nearly", carrier.i - DENYING, carrier.i)
        if k is None or "،" in self.words[k : carrier.i]:
            return False
        return not any(k < h.i < carrier.i and h.verb for h in self.heads)

    def _timely(self, head: Head, carrier: Head) -> tuple[str, str]:
        """Planned, ongoing or happened, by tense and the words of plans."""
        if carrier.tense == "present" and self._stand("may", carrier.i - 1, carrier.i):
            return "conditional", MAY
        if carrier.tense == "future" or self._stand("future", carrier.i - 2, carrier.i):
            return "planned", "future"
        before_noun = not head.verb and self._stand("plan", head.i - 2, head.i)
        if before_noun or self._stand("plan", carrier.i - PLAN, carrier.j):
            return "planned", "plan word"
        if head is carrier and not head.verb and self._stand("plan_after", head.j, head.j + 1):
            return "planned", "plan word after the noun"
        t = head.trigger
        if t and (t.mode, carrier.tense) == ("seize", "present") and self.words[carrier.i - 1] in ("التي", "الذي"):
            return "drop", "who holds a place"
        if not head.verb and self._stand("plan_clause", head.j, head.j + PLAN):
            return "planned", "a clause that says it was to come"
        if t is not None and t.type in ("AGREE", *FORCE) and self._to_come(t, head):
            return "planned", TO_COME
        if head is not carrier and t is not None and t.type in DECIDED and self._stand("decides", carrier.i, carrier.j):
            return "planned", "decided"
        if t is not None and self._goes_on(t, head, carrier):
            return "ongoing", "lasts"
        if head.tense != "present" and self._stand("considered", head.i - 2, head.i):
            return "proposed", "what is weighed"
        if self._stand("offered", head.i - 1, head.j) and t is not None and t.type in OFFERED and not head.verb:
            return "proposed", "an offer"
        if carrier.verb and t is not None and t.type not in SPEECH:
            if self._stand("ongoing", carrier.i - 2, carrier.j) and not self._over(carrier):
                return "ongoing", "goes on"
            if self._over(carrier) or self._stand("ordinal", head.i - 1, head.i):
                return "happened", ""
            lasts = t.act in LASTING or t.mode in LASTING_MODES or self._stand("since", carrier.j, carrier.j + APODOSIS)
            if carrier.tense == "present" and lasts:
                return "ongoing", "present tense"
        return "happened", ""

    def _conditioned(self, head: Head, carrier: Head) -> bool:
        """«سيطرد السفير إذا ...»: in its own clause; «ولو» concedes, and «في حال تأهب» is how it stands."""
        after = max(carrier.i, head.i)
        clauses = (
            h.i for h in self.heads if h.i > after and h.verb and (h.conj in ("و", "ف") or self.words[h.i - 1] == "،")
        )
        stop = min(next(clauses, len(self.words)), carrier.j + APODOSIS)
        states = self.lexicon.grammar["status.no_condition"]
        k = self._find("condition_after", carrier.j, stop)
        while k is not None and (self.words[k] in states or not states.isdisjoint(self.words[k + 1 : k + 3])):
            k = self._find("condition_after", k + 1, stop)
        return k is not None

    def _to_come(self, t: Trigger, head: Head) -> bool:
        """«اتفقا على أن يفتح القسم», «على عقد الدورة المقبلة»; «حظر التنقل ابتداء من يوم الجمعة»."""
        if t.type != "AGREE":
            return not head.verb and self._stand("starting", head.j, head.j + APODOSIS)
        if not self._stand("agrees", head.i, head.j):
            return False
        that = self._find("agreed_that", head.i + 1, head.j + PLAN + PLAN)
        return that is not None or (
            self._stand("agreed_meeting", head.i, head.j + PLAN)
            and self._stand("plan_after", head.j, head.j + APODOSIS)
        )

    def _over(self, carrier: Head) -> bool:
        """«محادثات استمرت خمسة أيام»: what lasted so long is over."""
        lasted = carrier.tense == "past" and self._stand("lasted", carrier.i, carrier.j)
        return lasted and self._stand("duration", carrier.j, carrier.j + PROTASIS)

    def _goes_on(self, t: Trigger, head: Head, carrier: Head) -> bool:
        """«انطلقت المناورات وتستمر حتى الأحد», «لليوم الثاني على التوالي», «دخلا منذ الأحد في إضراب»."""
        if (
            t.type == "PROTEST"
            and carrier.verb
            and carrier.tense == "past"
            and not self._stand("enters", carrier.i, head.j)
        ):
            # «تظاهر الآلاف لليوم الثاني»
            return False
        if (t.act not in LASTING and t.mode not in LASTING_MODES) or t.type == "CONSULT":
            return False
        until = head.j + APODOSIS + PLAN
        in_it = (
            t.type == "PROTEST"
            and self._stand("since", carrier.i, head.j + PLAN)
            and self._stand("enters", carrier.i, head.j)
        )
        return in_it or self._stand("goes_on", carrier.i, until)

    def _stand(self, section: str, start: int, stop: int) -> bool:
        """Whether a phrase of a section stands in the words, و or ف before it aside."""
        return self._find(section, start, stop) is not None

    def _find(self, section: str, start: int, stop: int) -> int | None:
        """Where the first phrase of a section stands in the words, و or ف before it aside."""
        phrases, firsts = self._sections[section]
        if firsts.isdisjoint(self._openings):
            return None
        start = max(0, start)
        for k, word in enumerate(self.words[start:stop], start):
            if word not in firsts and not (word[0] in "وف" and word[1:] in firsts):
                continue
            for n in range(1, LONGEST + 1):
                phrase = " ".join(self.words[k : min(k + n, stop)])
                if phrase in phrases or (phrase[:1] in "وف" and phrase[1:] in phrases):
                    return k
        return None

    def _under_denial(self, head: Head) -> bool:
        """«نفى ... أن», «لا صحة ل», «نفت صحة»."""
        denies = self.lexicon.grammar["status.denial"]
        for h in self.heads if not (head.verb and head.conj) else ():
            if h.i < head.i and h.verb and self.words[h.i].lstrip("و") in denies:
                return not self._says_on(h, head)
        # «الأنباء عن انسحاب الجيش كاذبة»: news of it that is called false
        false = self._stand("called_false", head.j, head.j + APODOSIS) and self._stand("news", head.i - DENYING, head.i)
        return false or self._denying(head) or self._stand("denial_phrases", head.i - 8, head.i)

    def _denying(self, head: Head) -> bool:
        """«..., نافيا عقد لقاء», «نافية ما تردد عن اتفاق»: denied, and no other word of saying between."""
        before = self.words[max(0, head.i - DENYING) : head.i]
        k = next((n for n in range(len(before) - 1, -1, -1) if before[n] in PARTICIPLES), None)
        if k is None or "،" in before[k:]:
            return False
        carried = cues_of(self.lexicon).participles
        return not any(word in carried for word in before[k + 1 :])

    def _says_on(self, denial: Head, head: Head) -> bool:
        """«نفى القصف، مشيرا إلى أن ...», «نفى القصف وقال إن ...»: a denial ends where something else is said."""
        denies, carried = self.lexicon.grammar["status.denial"], cues_of(self.lexicon).participles
        if any(word in carried and word not in denies for word in self.words[denial.j : head.i]):
            return True
        between = (o for o in self.heads if denial.i < o.i < head.i)
        return any(o.report and o.verb and o.conj and self.words[o.i].lstrip("و") not in denies for o in between)

    def _unreal_noun(self, head: Head, governed: bool) -> bool:
        """«خطر اندلاع حرب», «سبل دعم»: a noun of talk, wish or fear stands before."""
        i = head.i
        matter = head.trigger is not None and head.trigger.type == "ASSAULT" and self.words[i - 1] in MATTERS
        if self._stand("absence", i - 1, i) or (self._stand("topics", i - 1, i) and not matter):
            return True
        if i > 1 and self._stand("wish", i - 2, i):
            return True
        if self._stand("absence", i - 2, i - 1) and any(o.j == i and not o.verb for o in self.heads):
            # «عدم فتح تحقيق»
            return True
        if self._stand("unreal_after", head.j, head.j + 2) and head.trigger is not None and head.trigger.type in FORCE:
            return True
        if head.trigger is not None and head.trigger.type == "THREATEN" and self._stand("danger", i - 3, i):
            return True
        if head.conj == "و" and not head.article and self._joined_to_unreal(head):
            return True
        led = head.prep == "ل" or (i > 1 and self.words[i - 1][0] == "ل")
        if led and self._stand("ready", i - READY, i):
            return True
        if governed:
            return False
        if head.prep == "ل" and head.trigger is not None and head.trigger.type in FORCE:
            return not self._stand("shown", i - 2, i)
        before = self.words[i - 1] if i else ""
        if self._stand("irrealis", i - 2, i) and before in edges(self.lexicon.grammar["status.irrealis"])[1]:
            return True
        abstract = self.lexicon.grammar["status.abstract"]
        if matter:
            return False
        return before in abstract or (before[:1] in "وبلف" and before[1:] in abstract)

    def _joined_to_unreal(self, head: Head) -> bool:
        """«لحشد الأنصار لاجتياح المدينة واقتحام مقارها»: as unreal as the deed it is joined to."""
        before = next((h for h in reversed(self.heads) if h.i < head.i), None)
        if head.trigger is None or head.trigger.type not in FORCE:
            return False
        purpose = joined_to_purpose(self.words, self.matches, head.i, before.j if before else 0)
        if purpose or before is None or before.verb or before.trigger is None or head.i - before.j > JOINED:
            return purpose
        return before.trigger.type in FORCE and self._unreal_noun(before, False)

    def _subordinate(self, carrier: Head) -> tuple[str, str] | None:
        """«يريد أن يزور», «كي يلتقي», «ليبحث»: a verb of wish, duty, hope or purpose is above this one."""
        if carrier.tense not in ("present", "jussive"):
            return None
        i = carrier.i
        if carrier.prep == "ل" or self._stand("purpose", i - 1, i):
            return "drop", "purpose"
        if self._stand("decree", i - 3, i):
            return "happened", "what a decree says"
        if self._stand("draft", i - 3, i):
            return "proposed", "what a draft says"
        if i and self.words[i - 1] in THAT:
            if i > 1 and self.words[i - 2].lstrip("و") == "قبل":
                return "happened", "before which"
            if self.words[max(0, i - 2) : i] == ["علي", "ان"] and self.words[max(0, i - 3)] == "،":
                return "planned", "what is agreed to follow"
            if self._stand("plan", i - PLAN - 2, i) or self._stand("decision", i - PLAN - 2, i):
                return "planned", "plan word"
            if self._stand("not_excluded", i - DENYING - DENYING, i):
                return "conditional", MAY
            return "drop", "subjunctive"
        joined = carrier.conj == "و" or (i and self.words[i - 1] == "او")
        before = next((h for h in reversed(self.heads) if h.i < i and h.verb), None) if joined else None
        return self._subordinate(before) if before is not None and before.tense == carrier.tense else None
