"""List features: what the project's own lists say of each word, as numbers the tagger reads beside the text."""

from collections.abc import Iterable
from pathlib import Path

from waqai.text.fold import fold_word

KINDS = "NSPCDOTHU"
"""Given name, family name, place, country, demonym, organisation, office, honorific, outlet."""
PROCLITICS = ("و", "ف", "ب", "ل", "ك")
INSIDE = len(KINDS)
CLITIC, LATIN, DIGIT, MARK = 2 * INSIDE, 2 * INSIDE + 1, 2 * INSIDE + 2, 2 * INSIDE + 3
WIDTH = 2 * INSIDE + 4
"""Features a word: each kind at its first word and inside a longer form, then the word's own shape."""
LONGEST = 7


class Lists:
    """Forms of the lists by their folded words.

    Attributes:
        forms: folded words joined by a space → the kinds they are.
        heads: first words of forms of several words.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the compiled lists.

        Args:
            lines: `form<TAB>kinds`, forms folded.
        """
        self.forms: dict[str, str] = {}
        for line in lines:
            form, _, kinds = line.rstrip("\n").partition("\t")
            if kinds:
                self.forms[form] = kinds
        self.heads = {form.split(" ", 1)[0] for form in self.forms if " " in form}

    @classmethod
    def read(cls, path: Path) -> "Lists":
        """The lists compiled into the file `path`."""
        with path.open(encoding="utf-8") as lines:
            return cls(lines)

    def features(self, words: list[str]) -> list[frozenset[int]]:
        """The features of each word that are on.

        Args:
            words: the words of a sentence, as received or folded.

        Returns:
            For each word, the numbers of its features, all below `WIDTH`.
        """
        folded = [fold_word(word) for word in words]
        on: list[set[int]] = [_shape(word) for word in folded]
        for at, word in enumerate(folded):
            for form in bare(word):
                found = self._match(folded, at, form, on)
                if found and form != word:
                    on[at].add(CLITIC)
                if found:
                    break
        return [frozenset(numbers) for numbers in on]

    def _match(self, folded: list[str], at: int, form: str, on: list[set[int]]) -> bool:
        """Mark the forms that start with `form` at a word; whether there was one."""
        kinds = self.forms.get(form, "")
        on[at].update(KINDS.index(kind) for kind in kinds)
        if form not in self.heads:
            return bool(kinds)
        for length in range(min(LONGEST, len(folded) - at), 1, -1):
            longer = self.forms.get(" ".join([form, *folded[at + 1 : at + length]]))
            if longer:
                for kind in map(KINDS.index, longer):
                    on[at].add(kind)
                    for inside in range(at + 1, at + length):
                        on[inside].add(INSIDE + kind)
                return True
        return bool(kinds)


def bare(word: str) -> list[str]:
    """The word, then the word without the proclitics it may carry, shortest cut first."""
    forms = [word]
    rest = word
    if len(rest) > 3 and rest[0] in "وف":
        rest = rest[1:]
        forms.append(rest)
    if len(rest) > 3 and rest[0] in "بلك":
        forms.append("ال" + rest[2:] if rest.startswith("لل") else rest[1:])
    return forms


def _shape(word: str) -> set[int]:
    if not any(c.isalnum() for c in word):
        return {MARK}
    if any(c.isdigit() for c in word):
        return {DIGIT}
    return {LATIN} if word[0].isascii() else set()
