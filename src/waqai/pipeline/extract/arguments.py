"""Which mentions follow a head, and in which slot: bare, after a preposition, as genitive or as adjective.

A slot is `bare` (no preposition: subject or object of a verb, genitive of a noun), `adj` (a demonym on the
noun), `by`, `between`, or the folded preposition.
"""

from msgspec import Struct

from waqai.pipeline.detect import Mention
from waqai.pipeline.detect.places import QUOTES
from waqai.pipeline.extract.before import Before
from waqai.pipeline.extract.bound import another_name, bound
from waqai.pipeline.extract.forms import particle
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.steering import APART, APART_ENDS, BY_HAND, CLOSING, LATER, VOICE, steers

MAX_WORDS = 60
# «زار تونس بصفته مبعوثا للملك»: what somebody is, not what he does.
AS_WHAT = frozenset(["بصفته", "بصفتها", "بوصفه", "بوصفها", "باعتباره", "باعتبارها", "بصفتهما"])
# How long half an insertion between commas is at most.
INSERTED = 14
POSSESSED = 4
MEASURED_BY = frozenset(["من", "عن", "علي", "الي"])
EACH = frozenset(["كل", "كلا", "كلاً"])
# «تفجير غربي باكستان», «قصف شمال غزة»: the land behind these is where, and no party.
SIDES_OF = frozenset(["شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط"])
# Their set phrases end in a party («برصاص الجيش», «ضرب متظاهرين») more often than the others.
DEEDS = frozenset(["ASSAULT", "COERCE", "SANCTION", "PROTEST", "RETREAT"])


class Argument(Struct, frozen=True, gc=False):
    """A mention in a slot of a head; `near` is false when another noun stands between («مواقع للجيش»)."""

    slot: str
    mention: Mention
    near: bool = True


class Clause(Before):
    """The words after (and before) a head, read left to right into slots."""

    def right(self, start: int, *, through: frozenset[int] = frozenset(), noun: bool = False) -> list[Argument]:
        """Arguments after position `start`.

        Args:
            start: where the head ends.
            through: positions of heads to read past (the noun of a light verb, a verb of a relative clause).
            noun: the head is a noun, so that a bare mention at once is its genitive.
        """
        out: list[Argument] = []
        k, prep, slot, near, closed = start, self._opening(start), "", True, False
        while k < min(len(self.words), start + MAX_WORDS):
            mention = self.at.get(k)
            bracketed = mention is not None and bool(out) and another_name(self.found, mention)
            if mention is not None and (bracketed or self._genitive(out, mention)):
                k, prep = mention.j, prep if bracketed else ""
                continue
            if mention is not None:
                if noun and self._apart(mention, prep, start):
                    break
                open_prep = "" if closed and not (mention.adjective or self._apposed(mention)) else prep
                slot = self._slot(mention, open_prep, slot, k, start, noun)
                out.append(Argument(slot, mention, near))
                k, near, closed = mention.j, True, False
                prep = slot if self._conjoined(k) else ""
                continue
            if past := self._stood_over(k):
                k, prep = past, ""
                continue
            if k not in self.head_at and (back := bound(self.found, self.index, start, k, self.relatives)):
                out.append(Argument(back.prep, back))
                k, prep = k + 1, ""
                continue
            head = self.head_at.get(k)
            if head is not None and (k not in through or (not noun and self.says_when(head))):
                over = self._past(head, noun=noun)
                if over <= start:
                    break
                k, prep, closed = over, "", False
                continue
            word = self._unjoined(self.words[k])
            if self._ends(k, word):
                break
            before = prep
            prep, near = self._step(word, k, prep, near, closed) if not (noun and word in SIDES_OF) else ("في", True)
            closed = bool(prep) and (self._owned(k) or (prep == before and (closed or self._completes(word))))
            k += 1
        return out

    def _stood_over(self, k: int) -> int:
        """Where the words go on behind a time, or behind who somebody is between commas, at word `k`; 0 for neither."""
        if k in self.time_at:
            return self.time_at[k].j
        return self.described_aside(k) if self.words[k] == "،" else 0

    def _owned(self, k: int) -> bool:
        """«اللجنة التابعة للمجلس | فلانا»: whose it is closes what stands before it."""
        return self.words[k - 1] in self.lexicon.grammar["belonging_words"]

    def _apposed(self, m: Mention) -> bool:
        """«بالإفراج عن المعارض جيمس أنان»: a name without an office belongs to the noun with ال right before it."""
        return m.kind == "person" and not (m.offices or m.prep) and self.words[m.i - 1].startswith("ال")

    def _apart(self, m: Mention, prep: str, start: int) -> bool:
        """«مذكرة احتجاج، محملة إسلام آباد»: behind a comma no noun has a genitive."""
        bare = not (prep or m.prep or m.conj or m.adjective)
        # «بوساطة عمانية، جلس ممثلو الجماعة»: what opens its sentence has its sides behind its comma.
        return bare and "،" in self.words[start : m.i] and any(h.verb and h.i < start for h in self.heads)

    def _past(self, head: Head, *, noun: bool) -> int:
        """Where the clause goes on behind a head not its own: past the insertion it stands in; 0 for nowhere."""
        if not noun and self.says_when(head):
            return head.j
        return self.inserted(head.i) if not head.conj else 0

    def says_when(self, head: Head) -> bool:
        """«قبيل القمة»: a noun with ال that only says when.

        «التقى الملك خلال الزيارة الرئيس»: it has no genitive, and ends no clause.
        """
        before = self.words[head.i - 1].removeprefix("و") if head.i else ""
        return head.article and before in self.lexicon.grammar["circumstantial"]

    def _ends(self, k: int, word: str) -> bool:
        """Whether the clause ends at word `k`: with «بحسب», «بصفته», «مشيرا» or a subordinator."""
        own, grammar = self.words[k], self.lexicon.grammar
        # «التقى الوزير ثم الرئيس»: whom one met next is no second side of the first meeting
        ends = own in grammar["according"] or own in grammar["adding_words"] or word in AS_WHAT or own == "ثم"
        return ends or (word in self.subordinators and word not in ("ما", "كما", "منذ"))

    def place_after_time(self, k: int) -> bool:
        """«اقتحم مئات المستوطنين صباح اليوم باحات المسجد»: what is stormed stands behind the time."""
        struck = self.at.get(self.time_at[k].j) if k in self.time_at else None
        return struck is not None and struck.kind == "place" and not struck.prep

    def _genitive(self, out: list[Argument], m: Mention) -> bool:
        """«الإفراج عن موظفي المنظمات الدولية»: what a governed plural is of has no part of its own."""
        if m.prep == "ل" and m.i > 1 and self.words[m.i - 2] == "في":
            # «تقدمت غانا، في بيان للوزارة، بالعزاء»: nor has whose statement it is
            return self.words[m.i - 1] in self.lexicon.grammar["document_nouns"]
        if not (last := out[-1] if out else None):
            return False
        plural = last.mention.kind == "group" and not last.mention.definite and last.mention.rule != "counted"
        alone = not (m.prep or m.conj or m.adjective)
        return plural and alone and m.definite and last.mention.j == m.i and last.slot not in ("bare", "thing", "adj")

    def _opening(self, start: int) -> str:
        """«أعرب عن وقوفه مع»: a set phrase that ends in a preposition opens its slot."""
        last = self.words[start - 1] if start else ""
        return ("between" if last == "بين" else last) if last in self.prepositions else ""

    def after(self, head: Head) -> int:
        """Where the arguments of a head begin: a set phrase may end in one («برصاص الجيش الإسرائيلي»)."""
        if head.trigger is None or (head.trigger.type not in DEEDS and head.trigger.act != "summoning"):
            return head.j
        return next((k for k in range(head.i + 1, head.j) if k in self.at), head.j)

    def _completes(self, word: str) -> bool:
        """A noun with ال or a pronoun after a preposition takes no genitive: what follows is no part of its phrase."""
        grammar = self.lexicon.grammar
        return (len(word) > POSSESSED and word.endswith(("ها", "هما", "هم"))) or (
            word.startswith("ال")
            and len(word) > 3
            and word not in grammar["capital_word"]
            and word[2:] not in grammar["settlement"]
        )

    def inserted(self, k: int) -> int:
        """«أمهل القادة، خلال قمة عقدوها، الانقلابيين»: where the insertion ends in which word `k` is; 0 for none.

        A relative clause between commas is one too: «وقع الوزير، الذي وصل أمس، مع نظيره اتفاقا».
        """
        if "،" not in self.words[max(0, k + 1 - INSERTED) : k + 1]:
            return 0
        opening = next((n for n in range(k, max(-1, k - INSERTED), -1) if self.words[n] == "،"), -1)
        if opening < 1 or not self._circumstance(opening + 1):
            return 0
        closing = next((n for n in range(k, min(len(self.words), k + INSERTED)) if self.words[n] == "،"), 0)
        if closing and self.words[opening + 1] in self.relatives and not self._takes_up(closing + 1):
            return 0  # «، التي توعد فيها، الأحد، بضرب»
        return closing + 1 if closing and not self._conjoined_clause(closing + 1) else 0

    def _circumstance(self, k: int) -> bool:
        word = self.words[k].removeprefix("و") if k < len(self.words) else ""
        described = word in self.relatives  # «التقى الوزير، الذي يزور الرباط، رئيس الحكومة»
        return described or word in self.prepositions or word in self.lexicon.grammar["circumstantial"]

    def _takes_up(self, k: int) -> bool:
        """Whether the clause goes on behind a relative one: with an object, or «، مع نظيره»."""
        m = self.at.get(k)
        goes_on = k < len(self.words) and self.words[k] in self.prepositions
        met = m is not None and m.prep == "ب" and m.kind in ("person", "role")  # «التقت الوزيرة، التي ...، بنظيرها»
        return goes_on or met or (m is not None and not m.prep and not m.adjective)

    def _conjoined_clause(self, k: int) -> bool:
        """A clause of its own begins: «، وقال»."""
        head = self.head_at.get(k)
        if k >= len(self.words) or (head is not None and head.verb):
            return True
        joined = self.words[k][0] in "وف" and self.words[k] not in self.prepositions  # «في» has its own ف
        return self.words[k] in self.subordinators or (joined and k not in self.at)

    def _conjoined(self, k: int) -> bool:
        """Whether what follows a mention is joined to it by و, so that it shares its slot."""
        while k + 2 < len(self.words) and self.words[k] in QUOTES:
            k += 1  # «بين "اللواء 44" و"جهاز الردع"»
        mention = self.at.get(k)
        if mention is not None:
            return mention.conj == "و"
        if k >= len(self.words):
            return False
        # «غارات على منشأة نطنز ومنازل قادة»: a noun no list holds joins them too.
        noun = self.words[k][0] == "و" and len(self.words[k]) > 3 and k + 1 in self.at and k not in self.head_at
        return self.words[k] == "و" or (noun and not self.at[k + 1].conj)

    def _slot(self, m: Mention, prep: str, last: str, k: int, start: int, noun: bool) -> str:
        if m.prep:
            # «تقدمت، في بيان لوزارة الخارجية، بالعزاء»: whose statement it is, and no side
            said = m.prep == "ل" and m.i > start and self.words[m.i - 1] in self.lexicon.grammar["via_nouns"]
            return "via" if said else m.prep
        if m.conj == "و" and last and not (prep and prep != last):
            return last
        if m.adjective:
            if noun and not prep and self._of_genitive(start, k):
                return "bare"
            return "adj" if noun and self._only_adjectives(start, k) else (prep or "thing")
        return prep or "bare"

    def _of_genitive(self, start: int, k: int) -> bool:
        """«قصف المدن الأوكرانية»: behind a noun without ال stands its genitive, which the adjective describes."""
        head = self.head_at.get(start - 1)
        bare = head is not None and not (head.verb or head.participle or head.article or head.pronoun)
        return bare and k == start + 1 and self.words[start].startswith("ال")

    def _place_before(self, k: int) -> bool:
        return any(m.j == k and m.kind == "place" for m in self.found.mentions)

    def _only_adjectives(self, start: int, k: int) -> bool:
        participle = self.head_at.get(start - 1)
        if participle is not None and participle.participle and k > start:
            return False  # «متهمة إياهم بتسهيل بيع النفط الإيراني»
        # «رفضها للتصريحات الفرنسية»: the adjective is of what ل leads to.
        led = any(w.startswith(("لل", "بال")) for w in self.words[start:k])
        return not led and all(w.isalpha() and w not in self.prepositions for w in self.words[start:k])

    def _step(self, word: str, k: int, prep: str, near: bool, closed: bool) -> tuple[str, bool]:
        """The open preposition after an ordinary word."""
        if not steers(self.lexicon, word):
            return prep, near
        two = f"{word} {self.words[k + 1]}" if k + 1 < len(self.words) else word
        if self._each(k) or self._measures(k):
            return prep, near
        bare = word[1:] if word[0] in "و" and word[1:] in self.prepositions else word
        if two in self.lexicon.grammar["by"] or word in self.lexicon.grammar["by"]:
            return "by", True
        if two in APART or word in APART_ENDS or (word in LATER and self.words[k - 1] == "وقت"):
            return "", True
        if two == VOICE or (prep == "voice" and word == "لسان"):
            return "voice", True
        if not prep and word in self.lexicon.grammar["locatives"] and self._place_before(k):
            return "في", True  # «كيسمايو جنوبي الصومال»: the state is where, and no party
        if bare in self.prepositions or word in self.lexicon.grammar["beside_words"]:
            return ("between" if bare == "بين" else bare), True
        if word in BY_HAND and prep == "by":
            return "by", True
        if word in self.lexicon.grammar["circumstantial"] or word in self.lexicon.grammar["aftermath"]:
            return "circ", True
        if word.removeprefix("و") in self.lexicon.grammar["companions"]:
            return "with", True
        if word in CLOSING:
            return "", True
        if word[0] in "بل" and len(word) > 3 and (not prep or (closed and prep == "circ")):
            return word[0] if particle(self.lexicon, word, self.at.get(k + 1)) else prep, False
        return prep, False

    def _each(self, k: int) -> bool:
        """«مع كل من», «التقى كلا من»: the words that open a list leave the slot as it is."""
        at = k - 1 if self.words[k] == "من" else k
        opens = at >= 0 and self.words[at].removeprefix("ل") in EACH
        return opens and self.words[at + 1 : at + 2] == ["من"]

    def _measures(self, k: int) -> bool:
        """«أكثر من ألف مستوطن», «ما لا يقل عن ستة»: the preposition of a measure leaves the slot as it is."""
        return k > 0 and self.words[k] in MEASURED_BY and self.words[k - 1] in self.lexicon.grammar["measure_words"]
