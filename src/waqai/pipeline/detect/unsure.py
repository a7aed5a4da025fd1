"""Where the rules are unsure of a name: the words that the name tagger, if there is one, is asked about."""

from itertools import pairwise

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

GUESSED = frozenset(("title", "name parts", "honorific"))
"""Rules that tell a name from its neighbours; the others know it from a list or from the document."""
PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
SUFFIXES = ("ها", "هم", "هما", "ه", "ين", "ون", "ان", "ات", "ا", "ي", "ت", "وا")
SHORTEST = 2
PARTICLES = "وبلفك"
ENDINGS = ("ه", "ها", "هم", "ات", "وا", "ون", "ين")


def unsure(s: Scan, mentions: list[Mention]) -> list[int]:
    """Positions in a sentence where a name may begin or end otherwise than the rules read it.

    1. a name of one word, a name before a word that no list knows, a name whose last word may carry a particle
    2. two words in a row that no list holds and that look like a name, outside all mentions

    Args:
        s: the sentence.
        mentions: what the rules read in it.
    """
    spots = {k for m in mentions if m.kind == "person" for k in _guessed(s, m)}
    taken = s.times | {k for m in mentions if m.kind != "anaphor" for k in range(m.i, m.j)}
    free = [k for k in range(s.sentence.skip, s.size) if k not in taken and _like_a_name(s, k)]
    spots.update(a for a, b in pairwise(free) if b == a + 1)
    return sorted(spots)


def _guessed(s: Scan, m: Mention) -> list[int]:
    if m.rule not in GUESSED or m.name_span is None:
        return []
    words = [k for k in range(m.i, m.j) if m.name_span[0] <= s.sentence.spans[k][0] < m.name_span[1]]
    if not words or any(x.kind == "official" for x in s.matches[words[0]]):
        return []
    last = words[-1]
    listed = s.words[last] in s.lexicon.names
    goes_on = last + 1 < s.size and last + 1 not in s.times and unknown(s, last + 1)
    if goes_on or (not listed and (len(words) == 1 or s.words[last][0] in PARTICLES)):
        return [last]
    return []


def _like_a_name(s: Scan, k: int) -> bool:
    """An unknown word without the article and the endings of nouns and verbs."""
    if not unknown(s, k):
        return False
    return s.words[k] in s.lexicon.names or not (s.article(k) or s.words[k].endswith(ENDINGS))


def unknown(s: Scan, k: int) -> bool:
    """Whether no list knows the word, with what is attached to it or without; or only a list of names."""
    word, lexicon = s.words[k], s.lexicon
    if len(word) < SHORTEST or not word.isalpha() or word in lexicon.grammar["prepositions"] or s.matches[k]:
        return False
    if word in lexicon.names:
        return True
    return not any(_common(s, form) for form in _forms(word))


def _common(s: Scan, word: str) -> bool:
    lexicon = s.lexicon
    return (
        word in lexicon.common
        or "ال" + word in lexicon.common
        or word + "ه" in lexicon.common
        or word in lexicon.phrases
    )


def _forms(word: str) -> list[str]:
    """The word, and what is left of it without particles, article and endings."""
    out = [word, *(word.removeprefix(p) for p in PREFIXES if word.startswith(p))]
    out += [form.removesuffix(e) for form in out for e in SUFFIXES if form.endswith(e)]
    return [form for form in out if form == word or len(form) > SHORTEST]
