"""What an agreement says: its provisions, aims and amounts, item by item."""

from itertools import chain

from waqai.pipeline.extract.terms import POINTS
from waqai.pipeline.ground.accords.cues import ClauseCue
from waqai.pipeline.ground.accords.items import FUTURE_LENGTH, Items
from waqai.pipeline.ground.accords.known import Clauses
from waqai.pipeline.ground.accords.names import RELATIVES, Accord

ITEM_WORDS = 2
SUBJECT_REACH = 5
AGREED_REACH = 24
VERB_BEFORE = 6
RELATIVE_WORDS = 22
AMOUNT_WORDS = 5
# «للتعاون | والتوقيع عليها».
OTHERS = frozenset(["والتوقيع", "وتوقيعها"])


class ClauseReader(Items):
    """Reads the clauses of one sentence."""

    def title(self, accord: Accord, out: Clauses) -> None:
        """What the title says it is for («لتطوير التعاون», «بشأن المياه»)."""
        for k in range(accord.head, accord.j):
            cue = self._cue(k)
            start = k + len(cue.words) if cue else k if self._purpose(k) else None
            if start is not None and accord.j - start >= ITEM_WORDS:
                out.add("subject", self._items(start, max(accord.j, self._subject_end(accord.j))))
                return
        if self._deed(accord):
            end = next((k for k in range(accord.j, self.size) if self.words[k] == "مع"), self.size)
            out.add("subject", self._items(accord.head, max(accord.j, min(end, self._subject_end(accord.j)))))

    def _deed(self, accord: Accord) -> bool:
        """«اتفاقية تنظيم الملاحة»: the genitive says what it does; one with ال, or a name, says whose it is."""
        k = accord.head
        named = any(m.i <= k < m.j for m in self.found.mentions)
        if named or accord.j - k < ITEM_WORDS or not self.words[k].isalpha() or self.words[k].startswith("ال"):
            return False
        return self.words[k + 1].startswith("ال") and k - accord.i == 1

    def _subject_end(self, k: int) -> int:
        """The purpose may go on behind the title: «... خلال شهرين», «بين البلدين»."""
        while k < self.size and self.words[k].isalnum() and not self._stops(k) and self._cue(k) is None:
            if self._verb(k) or self.words[k] in RELATIVES or self.words[k] in OTHERS:
                break
            k += 1
        return k

    def _purpose(self, k: int) -> bool:
        """«للتعاون», «لتسوية»: a purpose, not whom it belongs to."""
        named = {m.i for m in self.found.mentions} | {
            m.i for m in self.found.matches[k] if m.kind == "accord" and m.article
        }
        return self.words[k][0] == "ل" and len(self.words[k]) > 3 and k not in named

    def behind(self, accord: Accord, out: Clauses) -> None:
        """Clauses right behind an agreement: «... تنص على», «بيانا يجيز», «بقيمة»."""
        k, direct = accord.j, True
        while k < self.size:
            listed = any(w in self.cues.words["listed_points"] for w in self.words[accord.j : k])
            if self.words[k] == ":" and (listed or (k == accord.j and not accord.definite and self._verb(k + 1))):
                out.add("provision", self._items(k + 1, self._end(k + 1)))
                return
            if self.words[k] in POINTS or (self.words[k] == "،" and self._turns(k + 1)):
                return
            direct = direct and self.words[k] != "،"
            cue = self._cue(k)
            each = k > 0 and self.words[k - 1].lstrip("و") in self.cues.words["each_of"]
            if cue is not None and (direct or each or cue.kind != "subject"):
                k = self._clause(k, cue, out)
                continue
            if k == accord.j and self.words[k] == "علي":
                # «اتفاق على وقف الأعمال العدائية».
                k = self._generic(k, k + 1, out)
                continue
            if k == accord.j and self._verb(k) and not self._empty(k):
                k = self._generic(k, k, out)
                continue
            k += 1

    def _turns(self, k: int) -> bool:
        """Another clause, of other things, begins: «، وبحث الجانبان»."""
        return k < self.size and self.words[k][0] == "و" and self._cue(k) is None and self._any_verb(k)

    def _any_verb(self, k: int) -> bool:
        return any(m.kind in ("verb", "general", "light", "says", "stage") and m.info for m in self.found.matches[k])

    def about(self, out: Clauses, subject: set[int]) -> None:
        """Clauses of a sentence about an agreement named before; `subject` are the positions that name it."""
        k = self.found.sentence.skip
        while k < self.size:
            cue = self._cue(k) if self.words[k - 1] != "في" else None  # «في نص الاتفاقية» is no «نص على»
            near = any(n in subject for n in range(max(0, k - SUBJECT_REACH), min(self.size, k + SUBJECT_REACH)))
            near = near or self._past_relative(k, subject) or self._of_each(k)
            word = self.words[k].lstrip("و")
            if word in self.cues.words["by_it"]:
                k = self._by_it(k, out)
            elif (word in self.cues.words["by"] or self._opens_by(k)) and self._of_text(k + 1) in subject:
                k = self._by_it(self._of_text(k + 1), out)
            elif cue is not None and (near or cue.kind in ("amount", "duration") or self._continues(k, out)):
                k = self._clause(k, cue, out)
            elif self._verb(k) and not self._empty(k) and k + 1 in subject:
                k = self._generic(k, k + 2, out)
            elif self._said_of_it(k, subject):
                k = self._generic(k + 1, k + 1, out)
            elif k in subject and self.words[k + 1 : k + 2] == ["علي"]:
                k = self._generic(k + 1, k + 2, out)
            elif k in subject and self._in_it(k) and self.words[k + 1 : k + 2] == ["ان"]:
                k = self._generic(k + 2, k + 2, out)
            else:
                k += 1

    def _of_each(self, k: int) -> bool:
        """«فيما تنص الثانية على ...»: the second of the agreements named."""
        return self.words[k + 1 : k + 2] != [] and self.words[k + 1] in self.cues.words["each_of"]

    def _in_it(self, k: int) -> bool:
        """«جاء في الاتفاقية أن», «جاء في نص المعاهدة أن»."""
        before = k - (k > 0 and self.words[k - 1] in self.cues.words["text_of"])
        return before > 0 and self.words[before - 1] == "في"

    def _past_relative(self, k: int, subject: set[int]) -> bool:
        """«الاتفاق الذي تم التوصل إليه بين الجيشين ينص على»: the verb behind the relative clause."""
        described = (n for n in subject if n < k - 1 and self.words[n + 1] in RELATIVES)
        return any(k - n <= RELATIVE_WORDS and "،" not in self.words[n:k] for n in described)

    def _opens_by(self, k: int) -> bool:
        """«وبحسب الاتفاق، تتحمل روما» opens the sentence; elsewhere the words name a source."""
        return k <= self.found.sentence.skip + 1 and self.cues.by(self.words[k])

    def _of_text(self, k: int) -> int:
        """Past «نص» in «وفق نص الاتفاق»."""
        return k + (k < self.size and self.words[k] in self.cues.words["text_of"])

    def agreed_on(self, k: int, out: Clauses) -> None:
        """What stands behind «اتفقا على» at word `k`."""
        start = next((n + 1 for n in range(k, min(self.size, k + AGREED_REACH)) if self.words[n] == "علي"), None)
        if start is not None:
            out.add("provision", self._items(start, self._end(start)))

    def listed(self, out: Clauses) -> bool:
        """«ثانيا، فتح المعابر»: a sentence that goes on with the list of what it lays down; whether it is one."""
        k = self.found.sentence.skip
        if k >= self.size or self.words[k].removeprefix("و") not in self.cues.words["ordinals"] or not out.provisions:
            return False
        out.add("provision", self._items(k + 1, self._end(k + 1)))
        return True

    def _said_of_it(self, k: int, subject: set[int]) -> bool:
        """«الاتفاق يلغي ...», «وأعلن الوزير الاتفاق، موضحا أنه يسري فورا»: its verb follows word `k`."""
        if k in subject:
            return (self._verb(k + 1) or self._future(k + 1)) and not self._empty(k + 1)
        return self.words[k].lstrip("و") in self.cues.words["that_it"] and min(subject, default=k) < k < self.size - 1

    def _continues(self, k: int, out: Clauses) -> bool:
        """A joined verb after a clause of the agreement: «، وتمهد ل»."""
        return bool(out.provisions or out.aims) and self.words[k][0] == "و" and self.words[k - 1] == "،"

    def _by_it(self, k: int, out: Clauses) -> int:
        """«بموجبها يتبادل البلدان», «يقدم الاتحاد بموجبها سبعة مليارات»: with the verb that may stand before it."""
        first = next(
            (n for n in range(k - 1, max(-1, k - VERB_BEFORE), -1) if not self.words[n].isalpha()), k - VERB_BEFORE
        )
        verbs = (n for n in range(max(0, first + 1), k) if self._verb(n) or self._future(n))
        start = next((n for n in verbs if self._cue(n) is None), k + 1)
        start += self.words[start : start + 1] == ["،"]
        cue = self._cue(start) if start < self.size else None
        if cue is not None and cue.kind == "provision" and cue.prep:
            return self._clause(start, cue, out)  # «ووفق نص الإعلان، اتفق الطرفان على»
        end = self._end(start, verbs=True)
        out.add("provision", self._items(start, end))
        return end

    def _clause(self, k: int, cue: ClauseCue, out: Clauses) -> int:
        """The clause that a cue opens; where it ends."""
        start = k + len(cue.words)
        start += self.words[start : start + 1] == [":"]
        if cue.kind == "amount":
            end = next((n for n in range(start, min(self.size, start + AMOUNT_WORDS)) if self._stops(n)), None)
            end = end or min(self.size, start + AMOUNT_WORDS)
            out.add("amount", self._items(start, end))
            return max(end, k + 1)
        if cue.prep:
            whom = next((n for n in range(start, min(self.size, start + SUBJECT_REACH)) if self._whom(n)), self.size)
            whom = whom if "،" not in self.words[start:whom] else self.size
            start = self._after_prep(start, cue.prep) or start
            start = min(start, whom)
        elif start < self.size and self.words[start] in self.cues.words["back_words"]:
            start += 1
        else:
            start = self._past_subject(start)
            aside = self._aside(start) if self.words[start : start + 1] == ["،"] else range(0)
            start = aside.start if aside else start
        end = self._end(start)
        out.add(cue.kind, self._items(start, end))
        return max(end, k + 1)

    def _whom(self, k: int) -> bool:
        """«تسمح لمواطني البلدين بالسفر»: who is allowed is part of the clause."""
        return self.words[k][0] == "ل" and len(self.words[k]) > FUTURE_LENGTH

    def elided(self, out: Clauses) -> None:
        """«كما تنص على ...», «وتشمل أيضا ...» right after: the agreement is the subject, and is not said again."""
        k = self.found.sentence.skip
        goes_on = self.words[k : k + 1] == ["كما"]
        k += goes_on
        cue = self._cue(k) if k < self.size else None
        after = self.words[k + 1] if k + 1 < self.size else ""
        if cue is None or cue.kind not in ("provision", "aim") or not after:
            return
        both = after in self.cues.words["both"] and cue.prep
        if (
            goes_on
            or both
            or after == cue.prep
            or after in self.cues.words["also"]
            or (len(cue.prep) == 1 and after[0] == cue.prep)
        ):
            self._clause(k, cue, out)

    def _after_prep(self, k: int, prep: str) -> int | None:
        """Past the subject to the verb's preposition, attached or not."""
        near = range(k, min(self.size, k + SUBJECT_REACH + 3))
        for n in chain(near, self._aside(k)):
            word = self.words[n]
            if word in self.cues.words["by_it"] or word in self.cues.words["by"]:
                continue
            if word == prep:
                return n + 1
            if len(prep) == 1 and word[0] == prep and len(word) > 2:
                return n
        return None

    def _aside(self, k: int) -> range:
        """What follows «، الذي وُقع أمس،», «، وفق البيان،» between the subject and the verb's preposition, if any."""
        for n in range(k, min(self.size - 1, k + SUBJECT_REACH)):
            inserts = self.words[n + 1] in RELATIVES or self.words[n + 1] in self.cues.words["by_opening"]
            if inserts and self.words[n] == "،":
                closes = next((x for x in range(n + 1, self.size) if self.words[x] == "،"), self.size)
                return range(closes + 1, min(self.size, closes + 2))
        return range(0)

    def _generic(self, verb: int, start: int, out: Clauses) -> int:
        """A clause under a verb of its own: «يجيز للجيشين التدخل»."""
        end = self._end(start)
        begin = start if start > verb else verb
        out.add("provision", self._items(begin, end))
        return max(end, verb + 1)
