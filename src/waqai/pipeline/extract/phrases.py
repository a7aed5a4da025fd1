"""Whether words hold one of the phrases that a lexicon entry names, attached particles, pronouns and ال aside."""

from functools import lru_cache

from msgspec import Struct

# «طائرتين», «مذكرتا»: two are of the kind of one.
DUALS = ("تين", "تان", "تي", "تا")
# «أدين بالقتل» is no «أدان القتل»: what an entry writes with its preposition is asked for with it.
WITH_ARTICLE = ("بال", "لل")
CACHED_WORDS = 65_536


class Asked(Struct, frozen=True, gc=False):  # holds no other object that could hold it
    """Phrases of an entry, ready to be looked for.

    Attributes:
        phrases: as the entry has them.
        singles: bare forms of those of one word.
        longer: the rest of the others, by their bare first word.
        openings: all first words.
    """

    phrases: tuple[str, ...]
    singles: frozenset[str]
    longer: dict[str, tuple[tuple[str, ...], ...]]
    openings: frozenset[str]


# By identity, since the hash of a tuple runs over all of its words; `Asked.phrases` keeps the tuple alive.
_ASKED: dict[int, Asked] = {}


def _asked(phrases: tuple[str, ...]) -> Asked:
    asked = _ASKED.get(id(phrases))
    if asked is None:
        singles = frozenset(p if p.startswith(WITH_ARTICLE) else _without_article(p) for p in phrases if " " not in p)
        longer: dict[str, tuple[tuple[str, ...], ...]] = {}
        for first, *rest in (p.split(" ") for p in phrases if " " in p):
            opening = _without_article(first)
            longer[opening] = (*longer.get(opening, ()), tuple(rest))
        if len(_ASKED) >= CACHED_WORDS:
            _ASKED.clear()
        asked = _ASKED[id(phrases)] = Asked(phrases, singles, longer, singles | longer.keys())
    return asked


def possible(words: list[str], phrases: tuple[str, ...]) -> bool:
    """Whether any word of the sentence opens one of the phrases: most entries ask for words that it does not hold."""
    return not _asked(phrases).openings.isdisjoint(_remembered.forms(words))


class _Remembered:
    """The bare forms of all words of a sentence, kept for the sentence asked about last."""

    last: tuple[list[str] | None, set[str]] = (None, set())

    def forms(self, words: list[str]) -> set[str]:
        last = self.last
        if last[0] is not words:
            forms = set[str]()
            for word in words:
                forms |= bare_forms(word)
            last = self.last = (words, forms)
        return last[1]


_remembered = _Remembered()


def holds(words: list[str], phrases: tuple[str, ...]) -> bool:
    """Whether the words contain one of the phrases."""
    asked = _asked(phrases)
    openings = asked.openings
    for k, word in enumerate(words):
        forms = bare_forms(word)
        if openings.isdisjoint(forms):
            continue
        if not asked.singles.isdisjoint(forms) or _longest(words, k, forms, asked):
            return True
    return False


def opens(words: list[str], k: int, phrases: tuple[str, ...]) -> int:
    """How many words the longest of the phrases that begin with the word at `k` has; 0 where none does."""
    asked, forms = _asked(phrases), bare_forms(words[k])
    if asked.openings.isdisjoint(forms):
        return 0
    return _longest(words, k, forms, asked) or int(not asked.singles.isdisjoint(forms))


def _longest(words: list[str], k: int, forms: frozenset[str], asked: Asked) -> int:
    """How many words the longest phrase of several that begins at `k` has; 0 where none does."""
    longer = asked.longer
    rests = (rest for form in forms if form in longer for rest in longer[form])
    return max((1 + len(r) for r in rests if tuple(words[k + 1 : k + 1 + len(r)]) == r), default=0)


@lru_cache(maxsize=CACHED_WORDS)
def bare_forms(word: str) -> frozenset[str]:
    """What a word may be without particles, ال and attached pronouns: «وسفيرها» is also «سفير»."""
    bare = _without_article(word)
    forms = {word, bare}
    if word[:1] in ("و", "ب", "ل", "ف") and len(word) > 4:
        forms.add(word[1:])
    if word.endswith("ا") and len(word) > 4:
        forms.add(word[:-1])
    for form in tuple(forms):
        forms.update(form.removesuffix(e) + "ه" for e in DUALS if form.endswith(e) and len(form) > len(e) + 2)
        for pronoun in ("هما", "هم", "ها", "ه") if form != bare or bare == word else ():
            # «الأسرة» is no «الأسر» of his: what has ال takes no pronoun.
            stem = form.removesuffix(pronoun)
            if stem != form and len(stem) > 2:
                forms.add(stem)
                forms.add(stem[:-1] + "ه" if stem.endswith("ت") else stem)
    return frozenset(forms)


def _without_article(word: str) -> str:
    for prefix in ("وال", "بال", "فال", "كال", "لل", "ال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word
