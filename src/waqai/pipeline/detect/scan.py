"""One sentence under the eyes of the mention grammars: its words, lexicon matches and the text behind them."""

import unicodedata
from collections.abc import Callable

from msgspec.structs import replace

from waqai.lexicon import Lexicon, Match
from waqai.pipeline.analyze import Sentence
from waqai.pipeline.detect.names import JOINED, NameReader

TITLES = frozenset(("modifier", "office", "minister", "counterpart", "honorific"))


class Scan:
    """Read access to a sentence by position; holds no findings.

    Attributes:
        raw: the first letter of each word as received; a hyphen inside a word («جان-نويل») as `names.JOINED`.
        titled: the words at which a match stands that may open a title.
        tags: what the name tagger calls each word, empty where it was not asked.
        tagged_end: what it makes of the end of a name.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        names: NameReader,
        text: str,
        sentence: Sentence,
        index: int,
        matches: list[list[Match]],
        times: frozenset[int],
    ) -> None:
        self.lexicon = lexicon
        self.names = names
        self.text = text
        self.sentence = sentence
        self.index = index
        self.words = sentence.words
        self.matches = matches
        self.times = times
        self.size = len(sentence.words)
        self.tags: list[str] = []
        self.tagged_end: Callable[[int, int], int] | None = None
        self.titled = {k for k, here in enumerate(matches) for m in here if m.kind in TITLES}
        self.raw = "".join([text[start] for start, _ in sentence.spans])
        if "-" in self.raw or "." in self.raw[:-1]:
            self.raw = "".join(JOINED if self._joins(k) else c for k, c in enumerate(self.raw))

    def _joins(self, k: int) -> bool:
        """A hyphen or stop between two words, with no space to either side: «جان-نويل», «جيه.دي»."""
        spans = self.sentence.spans
        return self.words[k] in "-." and 0 < k < self.size - 1 and spans[k - 1][1] == spans[k][0] == spans[k + 1][0] - 1

    def last_letter(self, k: int) -> str:
        """The last letter of word `k` as received: folding makes ه and ة, ى and ي one."""
        return self.text[self.sentence.spans[k][1] - 1]

    def feminine(self, m: Match) -> bool:
        """Whether what folding makes a pronoun is the ة of a feminine noun («مسؤولية» and «مسؤوليه»)."""
        return m.pronoun == "ه" and self.last_letter(m.j - 1) == "ة"

    def best(self, k: int, *kinds: str) -> Match | None:
        """The longest match of one of the kinds that begins at word `k`."""
        if k < self.size and k not in self.times:
            for match in self.matches[k]:
                if match.kind in kinds:
                    return match
        return None

    def word(self, k: int) -> str:
        """Word `k`, or an empty string beyond the sentence."""
        return self.words[k] if 0 <= k < self.size else ""

    def span(self, i: int, j: int, skip: int = 0) -> tuple[int, int]:
        """Offsets of words `[i, j)` in the text, `skip` attached letters left out at the front."""
        start, end = self.sentence.spans[i][0], self.sentence.spans[j - 1][1]
        for _ in range(skip):
            start += 1
            while start < end and unicodedata.combining(self.text[start]):
                start += 1
        return start, end

    def phrase(self, i: int, j: int, skip: int = 0) -> str:
        """The words `[i, j)` as received, on one line."""
        start, end = self.span(i, j, skip)
        return " ".join(self.text[start:end].split())

    def section(self, k: int, name: str) -> bool:
        """Whether word `k` belongs to a section of the grammar words."""
        return 0 <= k < self.size and self.words[k] in self.lexicon.grammar[name]

    def article(self, k: int) -> bool:
        """Whether word `k` carries ال, as against a name that begins with إل or أل («إلكاي»)."""
        return self.word(k).startswith("ال") and self.text[self.sentence.spans[k][0]] in "اٱ"

    def honorific(self, k: int) -> Match | None:
        """The rank or honour at `k`; a word that opens a name («أبو كرار», «رائد الصالح») is none."""
        m = self.best(k, "honorific")
        if m is None or m.j - m.i > 1:
            return m
        if self.best(k, "office", "minister") and (of := self.best(k + 1, "nisba")) and of.article:
            return None
        word = self.word(k)
        style = m.info == "academic" or self.section(k, "address_words")
        named = word in self.lexicon.names and not self.article(k) and not style
        return None if word in self.lexicon.grammar["name_glue"] or named else m

    def after_honorifics(self, k: int) -> int:
        """The word after the ranks and honours that begin at `k`."""
        while (m := self.honorific(k)) and not m.conj and not m.prep:
            k = m.j + (len(self.word(m.i)) == 1 and self.word(m.j) == ".")
        return k

    def name_end(self, k: int) -> int:
        """The end of the name that begins at `k`."""
        end = self.names.end(self.words, self.matches, k, self.times, self.sentence.ali, self.raw)
        return self.tagged_end(k, end) if self.tagged_end else end

    def name_end_after_conjunction(self, k: int) -> int:
        """The end of a name whose first word carries و («وأسعد الشيباني»)."""
        words = [*self.words[:k], self.words[k][1:], *self.words[k + 1 :]]
        known = [replace(m, conj="") for m in self.matches[k] if m.kind == "official" and m.conj == "و"]
        matches = [*self.matches[:k], known, *self.matches[k + 1 :]]
        return self.names.end(words, matches, k, self.times, self.sentence.ali, self.raw)
