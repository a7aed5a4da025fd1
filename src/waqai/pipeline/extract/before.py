"""Whom a verb has for its subject where it stands before it, as far as the words between them allow."""

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.agreement import accusative
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.phrases import opens

PRECEDED = frozenset(["سبق", "يسبق"])
# «أكد أن أحد الجنود أطلق»: of these the noun behind is the subject.
PART_OF = frozenset(["احد", "احدي", "بعض", "معظم", "جميع", "كافه", "غالبيه", "اغلب"])
# «الرئيس، وهو في زيارة، أكد»: what is only inserted.
INSERTS = frozenset(["وهو", "وهي", "وهم", "وهما", "والذي", "والتي"])
THAT = frozenset(["ان", "بان"])
# What opens a clause with a subject of its own.
NEW_CLAUSE = frozenset(["فيما", "بينما", "حيث", "اذ", "لكن", "كما", "عندما", "حين"])
# How long an insertion of who somebody is is at most.
WHO_REACH = 14
# How long «وفق ما بلغه من مصادر كثيرة» is at most.
SAID_REACH = 12
HAS = frozenset(["قد", "فقد"])
# «أن يكون قد أطلق», «أن تكون القوات قد قصفت»: how far قد stands behind.
BE, HAD_REACH = frozenset(["يكون", "تكون"]), 6


def perfect(words: list[str], k: int) -> bool:
    """Whether word `k` is «يكون» with the قد of the verb it helps."""
    return words[k] in BE and "قد" in words[k + 1 : k + HAD_REACH]


class Before:
    """A sentence, read leftwards from a verb."""

    def __init__(self, found: Found, heads: list[Head], lexicon: Lexicon, index: int = 0) -> None:
        self.found = found
        self.index = index
        self.words = found.sentence.words
        self.at = {m.i: m for m in found.mentions}
        self.head_at = {h.i: h for h in heads}
        self.heads = heads
        self.lexicon = lexicon
        self.time_at = {t.i: t for t in found.times}
        self.prepositions = lexicon.words("prepositions")
        self.subordinators = lexicon.words("subordinators")
        self.relatives = lexicon.words("relatives")

    def described_aside(self, k: int) -> int:
        """«حمّلت فلانا، وهو أحد معاوني القائد، المسؤولية»: where who somebody is between commas ends; 0 for none."""
        if k + 2 >= len(self.words) or self.words[k + 1] not in INSERTS:
            return 0
        closing = next((n for n in range(k + 2, min(len(self.words), k + WHO_REACH)) if self.words[n] == "،"), 0)
        return 0 if any(h.verb and k < h.i < closing for h in self.heads) or not closing else closing + 1

    def left_subject(self, head: Head) -> tuple[Mention, ...]:
        """The bare mentions before a verb that can be its subject («وزارة الخارجية أعلنت ...»)."""
        if head.conj == "و" or self.words[head.i - 1 : head.i] == ["ما"]:
            return ()  # «ما جرى في المدينة»
        if head.conj == "ف" and (m := self.at.get(head.j)) and not m.prep and "اما" not in self.words[: head.i]:
            # «تحدت كوبا المهلة، ففرض المجلس عقوبات», but «أما كوبا ففرضت»
            return ()
        said = self.said_between(head.i)
        for k in (n for n in range(head.i - 1, max(-1, head.i - 25), -1) if n not in said):
            if k in self.head_at and k != head.i and self.head_at[k].verb and not self._auxiliary(self.head_at[k]):
                if self.words[k - 1] in self.relatives:
                    continue
                return ()
            opening = self._unjoined(self.words[k])
            told = self.head_at.get(k + 1) if opening in THAT else None
            new = opening in NEW_CLAUSE or (opening == "،" and self._goes_on(k + 1))
            # «قالت القناة إن هجوما إسرائيليا شن مساء الجمعة»
            new = new or (opening == "ثم" and self._told_beside(head))
            new = new or (told is not None and not told.verb and not _of_talk(told) and told.i < head.i)
            if new or (opening in THAT and head.i - k > 1 and (head.passive or self._held(head, k + 1))):
                return ()  # «أعلن الوزير أن الملف سيحال», «قال الوزير إن الجولة المقبلة ستعقد»
            mention = self.at.get(k)
            if mention is None or mention.adjective or mention.kind in ("place", "outlet", "thing"):
                continue
            if (k and self.words[k - 1] == "(") or self._of_one(head, mention):
                continue  # «حركة المقاومة الإسلامية (حماس)»
            if accusative(self.found, mention) and (k == 0 or self._unjoined(self.words[k - 1]) not in THAT):
                # «انتهت ولايته رئيسا للحكومة بعد أن قدم استقالته», but «إن جنديا أطلق»
                continue
            run = self._run_up_to(mention)
            governed = bool(run[0].prep) or self._governed(run[0].i)
            if not mention.prep and not (self._governed(k) or (head.pronoun and governed)):
                # In «بحث مع الرئيس والمستشار الوضع، وإنه حذرهما» a list is governed as its first is.
                return run
            if mention.prep == "ل" and k and self.words[k - 1].lstrip("وف") in PRECEDED:
                # «سبق للوزير أن زار».
                return run
            if mention.conj == "و" and not mention.prep and len(run) > 1 and not governed:
                return run
        return ()

    def _held(self, head: Head, k: int) -> bool:
        """Whether word `k`, behind «إن», is the meeting that a verb tells of: «الجولة ستعقد» is in the passive."""
        t = head.trigger
        return t is not None and t.type == "CONSULT" and k not in self.at and opens(self.words, k, t.object) > 0

    def said_between(self, i: int) -> range:
        """«إن كينيا، وفق ما بلغه، استدعت», «وبحسب ما قاله المتحدث، ضبط الجيش»: the words that say by whom one knows."""
        i -= i > 1 and self.words[i - 1] in HAS
        if i < 2 or self.words[i - 1] != "،":
            return range(0)
        start = self.found.sentence.skip
        opening = next((n for n in range(i - 2, max(start - 1, i - SAID_REACH), -1) if self.words[n] == "،"), start - 1)
        first = self.words[opening + 1].removeprefix("و") if opening < start else self.words[opening + 1]
        near = i - opening <= SAID_REACH
        return range(max(0, opening), i) if near and first in self.lexicon.grammar["according"] else range(0)

    def _told_beside(self, head: Head) -> bool:
        """«استقبله نظيره، ثم عقد الضيف اجتماعا»: who stands right behind a verb in the singular may be its subject."""
        beside = self.at.get(head.j)
        return head.number == "singular" and beside is not None and not beside.prep

    def _of_one(self, head: Head, m: Mention) -> bool:
        """«أوقفت الشرطة ناشطين ثم أفرجت عنهم»: of people before it a verb is in the plural."""
        return head.number == "singular" and m.kind == "group" and self.words[m.i].endswith(("ين", "ون"))

    def _goes_on(self, k: int) -> bool:
        """«، وبمجرد تحركه هاجمت»: a clause joined to the one before, whose subject is no object of that one."""
        word = self.words[k]
        inserted = word in INSERTS or word in self.lexicon.grammar["according"]
        return word[0] == "و" and k not in self.at and k not in self.head_at and not inserted

    def _run_up_to(self, last: Mention) -> tuple[Mention, ...]:
        """The co-ordinated mentions that end with `last`: «بريطانيا وفرنسا وألمانيا»."""
        run = [last]
        for m in reversed(self.found.mentions):
            if m.j == run[0].i and run[0].conj == "و":
                run.insert(0, m)
        return tuple(run)

    def _auxiliary(self, head: Head) -> bool:
        return self.words[head.i].lstrip("و") in self.lexicon.grammar["past_markers"] or perfect(self.words, head.i)

    def _governed(self, k: int) -> bool:
        """Whether a preposition or an unknown noun stands right before position `k`."""
        if k == 0:
            return False
        before = self.words[k - 1]
        if k > 1 and any(m.kind == "honorific" for m in self.found.matches[k - 1]):
            return self._governed(k - 1)
        if before in self.prepositions or before in self.lexicon.grammar["circumstantial"]:
            return True
        before = self._unjoined(before)
        if before in PART_OF and k > 1:
            return self._governed(k - 1)  # «أكد أن أحد الجنود أطلق»
        return (
            before.isalpha()
            and before not in self.subordinators
            and before not in self.relatives
            and not self._stands_before_subject(k - 1)
        )

    def _unjoined(self, word: str) -> str:
        """A subordinator or preposition without its و: «وأن» is «أن»."""
        rest = word[1:]
        return rest if word[:1] in "وف" and (rest in self.subordinators or rest in self.prepositions) else word

    def _stands_before_subject(self, k: int) -> bool:
        before = self.words[k]
        head = self.head_at.get(k)
        inside_mention = any(m.i <= k < m.j for m in self.found.mentions)
        return (
            inside_mention
            or (head is not None and head.verb)
            or before in self.lexicon.grammar["past_markers"]
            or before in self.lexicon.grammar["still_words"]
            or before in ("اما", "كما", "فيما", "بينما", "لكن")
        )


def _of_talk(noun: Head) -> bool:
    """A noun with ال that may be no subject; «إن الضربات ألحقت أضرارا» tells of the strikes."""
    return noun.article and (noun.trigger is None or noun.trigger.type != "ASSAULT")
