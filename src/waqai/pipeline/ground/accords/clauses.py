"""What an agreement says: its provisions, aims and amounts, item by item."""

from itertools import chain

from waqai.model import Provision
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.terms import POINTS
from waqai.pipeline.ground.accords.cues import AccordCues, ClauseCue
from waqai.pipeline.ground.accords.known import Clauses
from waqai.pipeline.ground.accords.names import Accord

CLAUSE_WORDS = 60
ITEM_WORDS = 2
SUBJECT_REACH = 5
AMOUNT_WORDS = 5
FUTURE = ("ست", "سي", "سن")
FUTURE_LENGTH = 4


class ClauseReader:
    """Reads the clauses of one sentence."""

    def __init__(self, found: Found, cues: AccordCues, text: str) -> None:
        self.found = found
        self.words = found.sentence.words
        self.size = len(self.words)
        self.cues = cues
        self.text = text

    def title(self, accord: Accord, out: Clauses) -> None:
        """What the title says it is for («لتطوير التعاون», «بشأن المياه»)."""
        for k in range(accord.head, accord.j):
            cue = self._cue(k)
            start = k + len(cue.words) if cue else k if self._purpose(k) else None
            if start is not None and accord.j - start >= ITEM_WORDS:
                out.add("subject", self._items(start, max(accord.j, self._subject_end(accord.j))))
                return
        if self._deed(accord):
            out.add("subject", self._items(accord.head, max(accord.j, self._subject_end(accord.j))))

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
            if self._verb(k):
                break
            k += 1
        return k

    def _purpose(self, k: int) -> bool:
        """«للتعاون», «لتسوية»: a purpose, not whom it belongs to."""
        named = {m.i for m in self.found.mentions} | {
            m.i for m in self.found.matches[k] if m.kind == "accord" and m.article
        }
        return self.words[k][0] == "ل" and len(self.words[k]) > 4 and k not in named

    def behind(self, accord: Accord, out: Clauses) -> None:
        """Clauses right behind an agreement: «... تنص على», «بيانا يجيز», «بقيمة»."""
        k, direct = accord.j, True
        while k < self.size:
            if self.words[k] == ":" and any(w in self.cues.words["listed_points"] for w in self.words[accord.j : k]):
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
            cue = self._cue(k)
            near = any(n in subject for n in range(max(0, k - SUBJECT_REACH), min(self.size, k + SUBJECT_REACH)))
            word = self.words[k].lstrip("و")
            if word in self.cues.words["by_it"]:
                k = self._by_it(k, out)
            elif word in self.cues.words["by"] and k + 1 in subject:
                k = self._by_it(k + 1, out)
            elif cue is not None and (near or cue.kind in ("amount", "duration") or self._continues(k, out)):
                k = self._clause(k, cue, out)
            elif self._verb(k) and not self._empty(k) and k + 1 in subject:
                k = self._generic(k, k + 2, out)
            elif self._said_of_it(k, subject):
                k = self._generic(k + 1, k + 1, out)
            elif k in subject and self.words[k + 1 : k + 2] == ["علي"]:
                k = self._generic(k + 1, k + 2, out)
            elif k in subject and k > 0 and self.words[k - 1] == "في" and self.words[k + 1 : k + 2] == ["ان"]:
                k = self._generic(k + 2, k + 2, out)
            else:
                k += 1

    def _said_of_it(self, k: int, subject: set[int]) -> bool:
        """«الاتفاق يلغي ...», «وأعلن الوزير الاتفاق، موضحا أنه يسري فورا»: its verb follows word `k`."""
        if k in subject:
            return (self._verb(k + 1) or self._future(k + 1)) and not self._empty(k + 1)
        return self.words[k].lstrip("و") in self.cues.words["that_it"] and min(subject, default=k) < k < self.size - 1

    def _continues(self, k: int, out: Clauses) -> bool:
        """A joined verb after a clause of the agreement: «، وتمهد ل»."""
        return bool(out.provisions or out.aims) and self.words[k][0] == "و" and self.words[k - 1] == "،"

    def _by_it(self, k: int, out: Clauses) -> int:
        """«بموجبها يتبادل البلدان», «يلتزم الطرفان بموجبها بالدخول»."""
        start = k + 1
        end = self._end(start, verbs=True)
        out.add("provision", self._items(start, end))
        return end

    def _cue(self, k: int) -> ClauseCue | None:
        word = self.words[k]
        for cue in self.cues.clauses.get(word, ()) or self.cues.clauses.get(word[1:] if word[0] == "و" else "", ()):
            if tuple(self.words[k + 1 : k + len(cue.words)]) == cue.words[1:]:
                return cue
            if len(cue.words) == 1:
                return cue
        # «تمنحها منفذا».
        owned = next(
            (word.removesuffix(p) for p in ("هما", "ها", "هم") if word.endswith(p) and len(word) > len(p) + 3), word
        )
        attached = self.cues.clauses.get(word) or self.cues.clauses.get(owned)
        return attached[0] if attached and len(attached[0].words) == 1 else None

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
            start = self._after_prep(start, cue.prep) or start
            start = min(start, whom)
        elif start < self.size and self.words[start] in self.cues.words["back_words"]:
            start += 1
        else:
            start = self._past_subject(start)
        end = self._end(start)
        out.add(cue.kind, self._items(start, end))
        return max(end, k + 1)

    def _whom(self, k: int) -> bool:
        """«تسمح لمواطني البلدين بالسفر»: who is allowed is part of the clause."""
        return self.words[k][0] == "ل" and len(self.words[k]) > FUTURE_LENGTH

    def elided(self, out: Clauses) -> None:
        """«كما تنص على ...», «وتشمل أيضا ...» right after: the agreement is the subject, and is not said again."""
        k = self.found.sentence.skip
        k += self.words[k : k + 1] == ["كما"]
        cue = self._cue(k) if k < self.size else None
        after = self.words[k + 1] if k + 1 < self.size else ""
        if cue is None or cue.kind not in ("provision", "aim") or not after:
            return
        if after == cue.prep or after in self.cues.words["also"] or (len(cue.prep) == 1 and after[0] == cue.prep):
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
        """What follows «، الذي وُقع أمس،» between the subject and the verb's preposition; empty without it."""
        for n in range(k, min(self.size - 1, k + SUBJECT_REACH)):
            if self.words[n] == "،" and self.words[n + 1] in ("الذي", "التي"):
                closes = next((x for x in range(n + 1, self.size) if self.words[x] == "،"), self.size)
                return range(closes + 1, min(self.size, closes + 2))
        return range(0)

    def _past_subject(self, k: int) -> int:
        match = next((m for m in self.found.matches[k] if m.kind == "accord"), None) if k < self.size else None
        return match.j if match is not None and match.article else k

    def _generic(self, verb: int, start: int, out: Clauses) -> int:
        """A clause under a verb of its own: «يجيز للجيشين التدخل»."""
        end = self._end(start)
        begin = start if start > verb else verb
        out.add("provision", self._items(begin, end))
        return max(end, verb + 1)

    def _verb(self, k: int) -> bool:
        if k >= self.size:
            return False
        plain = [m for m in self.found.matches[k] if not m.article and not m.prep and m.kind not in ("says", "stage")]
        if any(m.kind in ("noun", "phrase") for m in plain) and self.words[k][0] == "و":
            # «وتبادل المطلوبين» goes on with a list of deeds.
            return False
        return any(m.kind in ("verb", "general", "light") and m.info.startswith(("present", "future")) for m in plain)

    def _future(self, k: int) -> bool:
        """«ستمكن»: a verb that no list has, by its سـ; asked only behind the agreement."""
        return k < self.size and self.words[k][:2] in FUTURE and len(self.words[k]) > FUTURE_LENGTH

    def _empty(self, k: int) -> bool:
        word = self.words[k]
        kinds = {m.kind for m in self.found.matches[k]}
        return word.lstrip("و") in self.cues.words["empty_verbs"] or bool(kinds & {"says", "stage"})

    def _stops(self, k: int) -> bool:
        word = self.words[k]
        return word in POINTS or word == "،" or word in self.cues.words["clause_ends"]

    def _end(self, start: int, *, verbs: bool = False) -> int:
        """The clause ends with the sentence, before «حيث» and the like, or before another cue joined by a comma.

        With `verbs` its items are verbs («بموجبه تسحب كيغالي قواتها، وتنهي كينشاسا دعمها»), and another ends nothing.
        """
        for k in range(start, min(self.size, start + CLAUSE_WORDS)):
            if self.words[k] in POINTS or (k > start and self.words[k] in self.cues.words["clause_ends"]):
                return k
            if self.words[k] == "،" and k + 1 < self.size:
                after = self.words[k + 1]
                verb = self._verb(k + 1) and not verbs
                joined = after[0] == "و" and (self._cue(k + 1) is not None or verb)
                if joined or (after == "كما" and self._verb(k + 2)):
                    return k
        return min(self.size, start + CLAUSE_WORDS)

    def _items(self, start: int, end: int) -> list[Provision]:
        """The clause parted at its co-ordinations."""
        out, begin, k = [], start, start
        while k < end:
            width = self._joint(k)
            if width:
                out.append((begin, k))
                begin = k = k + width
                continue
            k += 1
        out.append((begin, end))
        return [p for a, b in out if (p := self._provision(a, b)) is not None]

    def _joint(self, k: int) -> int:
        """Width of what joins two items at `k`; 0 where nothing does."""
        if self.words[k] == "،" and k + 1 < self.size:
            join = next((j for j in self.cues.joins if tuple(self.words[k + 1 : k + 1 + len(j)]) == j), None)
            if join is not None:
                return 1 + len(join)
            return int(self.words[k + 1][0] == "و")
        return 0

    def _provision(self, i: int, j: int) -> Provision | None:
        while i < j and not self.words[i][0].isalnum():
            i += 1
        while j > i and not self.words[j - 1][-1].isalnum() and self.words[j - 1] not in '"»”)':
            j -= 1
        if j <= i:
            return None
        start, stop = self.found.sentence.spans[i][0], self.found.sentence.spans[j - 1][1]
        if self.words[i][0] == "و" and i > 0 and self.words[i - 1] == "،":
            start += 1
        return Provision(" ".join(self.text[start:stop].split()), (start, stop))
