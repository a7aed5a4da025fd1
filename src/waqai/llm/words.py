"""Where quoted words stand in a text: the check that every claim of a model must pass."""

import re
from bisect import bisect_right

from msgspec import Struct

from waqai.model.record import Span
from waqai.pipeline.detect import Detected
from waqai.text.fold import fold_word

PROCLITICS = "وفبلكسا"
LONGEST_CLITIC = 3
WORD = re.compile(r"\w+|[^\w\s]")


class Words(Struct, frozen=True):
    """A quotation found: words `[i, j)` of a sentence, and exactly the quoted letters in the text as received."""

    sentence: int
    i: int
    j: int
    span: Span


class Quotes:
    """Finds quotations in one document, whatever hamzas, diacritics or spaces the model changed."""

    def __init__(self, detected: Detected) -> None:
        """Take a document in.

        Args:
            detected: the document's sentences.
        """
        self.folded = detected.analysis.folded
        self.sentences = detected.analysis.sentences
        self._text = detected.analysis.document.text
        self._starts = [s.start for s in self.sentences]

    def all(self, quote: str) -> list[Words]:
        """Every place where the quotation stands, in order; empty where the text does not hold it.

        A quotation may leave out what is attached to its first word («الأحد» of «والأحد»); it may not begin or end
        inside a word otherwise.
        """
        words = WORD.findall(fold_word(quote))
        if not any(w.isalnum() for w in words):
            return []
        pattern = r"\s*".join(map(re.escape, words)) if len(words) > 1 else re.escape(words[0])
        found = []
        for m in re.finditer(pattern, self.folded.text):
            placed = self._placed(self.folded.span(m.start(), m.end()))
            if placed:
                found.append(placed)
        return found

    def nearest(self, quote: str, to: Words | None) -> Words | None:
        """The place nearest to another: in its sentence, then before it, then after it."""
        places = self.all(quote)
        if not places or to is None:
            return places[0] if places else None

        def distance(w: Words) -> tuple[bool, bool, int]:
            return w.sentence != to.sentence, w.sentence > to.sentence, abs(w.span[0] - to.span[0])

        return min(places, key=distance)

    def _placed(self, span: Span) -> Words | None:
        """The words that a range covers; nothing where they are not of one sentence."""
        n = bisect_right(self._starts, span[0]) - 1
        if n < 0:
            return None
        sentence = self.sentences[n]
        covered = [k for k, (a, b) in enumerate(sentence.spans) if a < span[1] and b > span[0]]
        if not covered or span[1] > sentence.end:
            return None
        first, last = sentence.spans[covered[0]], sentence.spans[covered[-1]]
        before, after = fold_word(self._text[first[0] : span[0]]), last[1] - span[1]
        if len(before) > LONGEST_CLITIC or before.strip(PROCLITICS) or after > LONGEST_CLITIC:
            return None
        return Words(n, covered[0], covered[-1] + 1, span)
