"""One sentence under the eyes of the grammars of attribution: words, mentions, times and verbs by position."""

import unicodedata

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.sources.cues import Saying, cues_of

OPENING = frozenset("\"«“”'(‘")
IN = ("في", "وفي")
QUOTED = 5
COGNATE_REACH = 6
SHORT = 3
PEOPLE = frozenset(("unnamed-official", "reporter"))
CLOSING = frozenset("\"»”“')’")


class Line:
    """Read access to a sentence by position; holds no findings."""

    def __init__(self, found: Found, heads: list[Head], lexicon: Lexicon, text: str) -> None:
        self.found = found
        self.words = found.sentence.words
        self.size = len(self.words)
        self.skip = found.sentence.skip
        self.text = text
        self.lexicon = lexicon
        self.cues = cues_of(lexicon)
        self.at = {m.i: m for m in found.mentions}
        self.inside = {k: m for m in found.mentions if m.kind != "anaphor" for k in range(m.i, m.j)}
        self.time_end = {k: t.j for t in found.times for k in range(t.i, t.j)}
        self.heads = {h.i: h for h in heads}

    def word(self, k: int) -> str:
        """Word `k`, or an empty string beyond the sentence."""
        return self.words[k] if 0 <= k < self.size else ""

    def openings(self) -> list[int]:
        """Where an attribution may begin: at a cue, a verb or event, or the noun after a channel's preposition."""
        cued = {k for k, word in enumerate(self.words) if word in self.cues.openings}
        said = {k for k, found in enumerate(self.found.matches) for m in found if m.kind == "says"}
        after = {k + 1 for k, word in enumerate(self.words) if word in self.cues.before_channel}
        return sorted([k for k in cued | said | after | self.heads.keys() if self.skip <= k < self.size])

    def isin(self, k: int, section: str) -> bool:
        """Whether word `k`, its و aside, is in a section of the cues."""
        word, words = self.word(k), self.cues.words[section]
        return word in words or (word[:1] == "و" and word[1:] in words)

    def saying(self, k: int) -> tuple[Saying, int, str] | None:
        """The verb of saying at `k` with its end and what is known of its form."""
        if k >= self.size or k in self.inside or k in self.time_end:
            return None
        for m in self.found.matches[k]:
            if m.kind == "says" and not m.article and not m.prep and not m.info.startswith(("jussive", "future")):
                no_verb = self._no_verb(k) or self._cognate(k, int(m.ref))
                return None if no_verb else (self.cues.verbs[int(m.ref)], m.j, m.info)
        return None

    def _no_verb(self, k: int) -> bool:
        """A preposition or a cue («نقلا عن»), or the noun after one («عدم ذكر»)."""
        prepositions, noun_before = self.lexicon.grammar["prepositions"], self.cues.words["noun_before"]
        here, before = self.words[k], self.word(k - 1)
        if self.text[self.found.sentence.spans[k][1] - 1] == "ة":
            # «كذبة» is spelled like «كذبه», «تابعة» like «تابعه».
            return True
        if before in OPENING and (self.word(k - 2) in prepositions or self.word(k - 2) == "ب"):
            return True  # «توعد بـ"رد موجع"»
        return here in prepositions or here in self.cues.according or before in prepositions or before in noun_before

    def _cognate(self, k: int, verb: int) -> bool:
        """«نفت الوزارة نفيا قاطعا»: the verbal noun of the verb before, spelled like its dual."""
        before = self.found.matches[max(self.skip, k - COGNATE_REACH) : k] if self.words[k].endswith("ا") else []
        return any(m.kind == "says" and int(m.ref) == verb for here in before for m in here)

    def verb(self, k: int) -> bool:
        """Whether a finite verb stands at `k`."""
        head = self.heads.get(k)
        return (head is not None and head.verb and not head.prep) or self.saying(k) is not None

    def source_noun(self, k: int) -> tuple[str, int] | None:
        """Kind of the source noun at `k`, and how many attached letters stand before it."""
        word = self.word(k)
        for skip, form in readings(word):
            kind = self.cues.sources.get(form)
            if kind:
                return kind, skip
            # «غير أن شيوخا محليين قالوا»
            kind = self.cues.sources.get(form[:-1]) if form[-1:] == "ا" and len(form) > SHORT else None
            if kind in PEOPLE:
                return kind, skip
        return None

    def channel_noun(self, k: int) -> bool:
        """Whether word `k` is a statement, speech or platform, an attached preposition aside."""
        return any(form in self.cues.channels for _, form in readings(self.word(k)))

    def mention(self, k: int) -> Mention | None:
        """The mention that begins at `k`."""
        return self.at.get(k)

    def span(self, i: int, j: int, skip: int = 0) -> tuple[int, int]:
        """Offsets of the words `[i, j)`, attached letters left out at the front."""
        start, end = self.found.sentence.spans[i][0], self.found.sentence.spans[j - 1][1]
        for _ in range(skip):
            start += 1
            while start < end and unicodedata.combining(self.text[start]):
                start += 1
        return start, end

    def phrase(self, span: tuple[int, int]) -> str:
        """The words of a span, on one line."""
        return " ".join(self.text[span[0] : span[1]].split())

    def bracketed(self, k: int) -> int:
        """The end of a short name in quotes or brackets at `k`: «"سونا"», «(سانا)»; `k` where there is none."""
        if self.word(k) not in OPENING:
            return k
        for n in range(k + 2, min(self.size, k + QUOTED + 2)):
            if self.word(n) in CLOSING:
                return n + 1
            if not self.word(n)[:1].isalnum() and self.word(n) != ".":
                break  # «(إن.إتش.كيه)»
        return k

    def clause_start(self, k: int) -> int:
        """Where the clause that holds word `k` begins: after the last «فيما», «بينما»."""
        for n in range(k - 1, self.skip, -1):
            if self.isin(n, "breaks"):
                return n + 1
        return self.skip

    def clause_end(self, k: int) -> int:
        """Where the clause that begins at `k` ends: before the next «فيما», «بينما», «في تلك الأثناء»."""
        for n in range(k + 1, self.size):
            # «، في حين أبلغ الوزير», «، وفي تلك الأثناء»
            at = n - (self.isin(n - 1, "pointing") and n - 1 > k)
            at = at - 1 if self.word(at - 1) in IN else at
            if self.isin(n, "breaks") and self.word(at - 1) in ("،", '"', "»"):
                return at
            if at < n and (self.isin(n, "comments") or (self.isin(n, "meanwhile") and self._clause_at(n + 1))):
                return at
        return self.size

    def _clause_at(self, k: int) -> bool:
        """«في وقت طالبت», «في الوقت الذي», as against «في وقت سابق»."""
        return self.verb(k) or self.word(k) in self.lexicon.grammar["relatives"]


def readings(word: str) -> list[tuple[int, str]]:
    """A word as written and without its particles: «لمصادر», «للمتحدث», «ومصدر»."""
    out = [(0, word)]
    if word[:2] == "لل":
        out += [(2, "ا" + word[1:]), (2, word[2:])]
    elif word[:1] in "ولبف" and len(word) > 3:
        out.append((1, word[1:]))
    return out
