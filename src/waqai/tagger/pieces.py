"""Words → numbers of word pieces: the unigram tokenizer of the encoder, with only the pieces kept in its vocabulary."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from waqai.text.fold import DROPPED_SET

START, PAD, END, UNKNOWN = 0, 1, 2, 3
UNKNOWN_SCORE = -25.0
CACHED = 200_000


def plain(word: str) -> str:
    """The word without marks that carry no letter, in plain letters, hamzas and teh marbutas kept."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKC", word) if ord(c) not in DROPPED_SET) or word


class Pieces:
    """Cuts words into the most likely pieces of a vocabulary.

    Attributes:
        vocabulary: piece → its number and log probability.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Read a vocabulary.

        Args:
            lines: `piece<TAB>log probability`; the line number is the piece's number.
        """
        self.vocabulary: dict[str, tuple[int, float]] = {}
        for number, line in enumerate(lines):
            piece, _, score = line.rstrip("\n").rpartition("\t")
            self.vocabulary[piece] = (number, float(score))
        self._longest = max(map(len, self.vocabulary))
        self._known: dict[str, list[int]] = {}

    @classmethod
    def read(cls, path: Path) -> "Pieces":
        """The vocabulary in the file `path`."""
        with path.open(encoding="utf-8", newline="\n") as lines:
            return cls(lines)

    def word(self, word: str) -> list[int]:
        """The numbers of a word's pieces; at least one."""
        numbers = self._known.get(word)
        if numbers is None:
            numbers = self._cut("▁" + plain(word))
            if len(self._known) < CACHED:
                self._known[word] = numbers
        return numbers

    def _cut(self, text: str) -> list[int]:
        """The best path through the pieces of `text` (Viterbi)."""
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        back: list[tuple[int, int]] = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            here = best[start]
            if here + UNKNOWN_SCORE > best[start + 1]:
                best[start + 1], back[start + 1] = here + UNKNOWN_SCORE, (start, UNKNOWN)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                entry = self.vocabulary.get(text[start:end])
                if entry is not None and here + entry[1] > best[end]:
                    best[end], back[end] = here + entry[1], (start, entry[0])
        numbers: list[int] = []
        end = size
        while end:
            end, number = back[end]
            numbers.append(number)
        return numbers[::-1]
