"""Find the phrases of the lexicon in a run of words, looking through attached particles and pronouns.

A particle is taken off only when what is left is in the lexicon and the word as written is not: «وزير»
keeps its و, «وزار» («and he visited») gives it up.
"""

from msgspec import Struct

from waqai.lexicon.load import Lexicon

FINITE = frozenset(("verb", "light", "report", "general"))
EVENTS = frozenset(("verb", "noun"))
# Forms with their pronouns that the lexicon of agreements lists: the verb without its pronoun says more.
ASIDE = frozenset(("says", "stage"))
POSSESSED = FINITE | {"noun", "group", "modifier", "phrase", "office", "portfolio"}
CONJUNCTIONS = "وف"
PREPOSITIONS = "بلك"
PRONOUNS = ("هما", "كما", "هم", "ها", "هن", "نا", "كم", "ه")
SHORTEST_STEM = 2


class Match(Struct, frozen=True, gc=False):  # holds no other object that could hold it: nothing to collect
    """A phrase of the lexicon on the words `[i, j)` of a sentence.

    Attributes:
        kind: what it is: state nisba seat place org outlet official office modifier portfolio honorific group
            verb noun participle phrase light general ...
        ref: row of the table the kind points into, or its value.
        info: gender and number, or tense and voice, as compiled.
        conj: attached و or ف; prep: attached ب, ل or ك; pronoun: attached pronoun.
        article: whether ال was taken off the first word.
    """

    i: int
    j: int
    kind: str
    ref: int | str
    info: str
    conj: str = ""
    prep: str = ""
    article: bool = False
    pronoun: str = ""


class Reading(Struct, frozen=True, gc=False):
    """A word without some of its attached particles; `accusative` without the alif of «اتفاقا»."""

    stem: str
    conj: str = ""
    prep: str = ""
    article: bool = False
    pronoun: str = ""
    accusative: bool = False


def levels(word: str) -> list[list[Reading]]:
    """Readings of a word, fewest particles first; the first level that the lexicon knows wins."""
    out = [_with_article(word, "", "")]
    conj = word[0] if word[0] in CONJUNCTIONS and len(word) > SHORTEST_STEM else ""
    if conj:
        out.append(_with_article(word[1:], conj, ""))
    out.append(_with_preposition(word, ""))
    if conj:
        out.append(_with_preposition(word[1:], conj))
    plain = [reading for level in out for reading in level if not reading.article]
    out.append([with_pronoun for reading in plain for with_pronoun in _with_pronoun(reading)])
    return [level for level in out if level]


def _with_article(word: str, conj: str, prep: str) -> list[Reading]:
    readings = [Reading(word, conj, prep)]
    if word.startswith("ال") and len(word) > SHORTEST_STEM + 2:
        readings.append(Reading(word[2:], conj, prep, article=True))
    elif word.endswith("ا") and len(word) > SHORTEST_STEM + 2:
        readings.append(Reading(word[:-1], conj, prep, accusative=True))
    return readings


def _with_preposition(word: str, conj: str) -> list[Reading]:
    if word.startswith("لل") and len(word) > SHORTEST_STEM + 2:
        return [*_with_article("ال" + word[2:], conj, "ل"), Reading(word[1:], conj, "ل")]
    if word and word[0] in PREPOSITIONS and len(word) > SHORTEST_STEM:
        return _with_article(word[1:], conj, word[0])
    return []


def _with_pronoun(reading: Reading) -> list[Reading]:
    out = []
    for pronoun in PRONOUNS:
        stem = reading.stem.removesuffix(pronoun)
        if stem == reading.stem or len(stem) < SHORTEST_STEM:
            continue
        for base in _bases(stem):
            out.append(Reading(base, reading.conj, reading.prep, pronoun=pronoun))
    return out


def _bases(stem: str) -> list[str]:
    """Spellings a stem may have without its pronoun: زيارت(ه) is زيارة, لقاي(هما) is لقاء, اتهمو(ه) is اتهموا."""
    bases = [stem]
    if stem.endswith("ت"):
        bases.append(stem[:-1] + "ه")
    elif stem.endswith(("اي", "او")):
        bases.append(stem[:-1] + "ء")
    elif stem.endswith("و"):
        bases.append(stem + "ا")
    elif stem.endswith("ا"):
        bases.extend((stem[:-1] + "ي", stem + "ء"))
    return bases


class Known(Struct, frozen=True, gc=False):
    """What the lexicon has of one word as written: one level of its readings.

    Attributes:
        alone: matches of this word alone, but for their place: the fields of `Match` in order.
        settles: whether one of them is more than a form that agreements list with its pronoun.
        longer: readings that open phrases of several words, with the numbers of words these have.
        seconds: the second words of these phrases.
    """

    alone: tuple[tuple[str, int | str, str, str, str, bool, str], ...]
    settles: bool
    longer: tuple[tuple[Reading, int], ...]
    seconds: frozenset[str]


class Matcher:
    """Matches sentences against a lexicon; remembers what it has of the words it has seen."""

    CACHED_WORDS = 200_000

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        closed = (
            "prepositions",
            "subordinators",
            "relatives",
            "circumstantial",
            "past_markers",
            "negations",
            "own_country",
        )
        self.closed = frozenset().union(*(lexicon.words(section) for section in closed))
        self._cache: dict[str, tuple[Known, ...]] = {}
        self._ends: dict[str, dict[str, str]] = {}

    def known(self, word: str) -> tuple[Known, ...]:
        """What the lexicon has of a word, by level of its readings."""
        known = self._cache.get(word)
        if known is None:
            known = tuple(map(self._level, self._readings(word)))
            if len(self._cache) >= self.CACHED_WORDS:
                self._cache.clear()
            self._cache[word] = known
        return known

    def _readings(self, word: str) -> list[list[Reading]]:
        """Levels of readings whose stem begins a phrase of the lexicon."""
        heads = self.lexicon.heads
        all_levels = [[r for r in level if r.stem in heads and self._may_own(r)] for level in levels(word)]
        if word[0] in CONJUNCTIONS and word[1:] in self.closed:
            all_levels = [[r for r in level if r.stem in (word[1:], word)] for level in all_levels]
        elif word in self.closed:
            all_levels = all_levels[:1]
        elif word in self.lexicon.common:
            all_levels[1:] = [[r for r in level if self._evokes(r)] for level in all_levels[1:]]
        return [level for level in all_levels if level]

    def _may_own(self, reading: Reading) -> bool:
        """«هجوم شنه مسلحون»: of words of two letters only verbs that lend themselves to nouns take a pronoun."""
        if not reading.pronoun or len(reading.stem) > SHORTEST_STEM:
            return True
        return any(kind == "light" for kind, _, _ in self.lexicon.phrases.get(reading.stem, ()))

    def _evokes(self, reading: Reading) -> bool:
        """Whether an everyday word with a pronoun is a trigger («رفضها», «زيارته»): no name is so spelled."""
        kinds = (kind for kind, _, _ in self.lexicon.phrases.get(reading.stem, ()))
        return any(kind in EVENTS for kind in kinds)

    def _level(self, readings: list[Reading]) -> Known:
        lexicon = self.lexicon
        alone = tuple(
            (*entry, r.conj, r.prep, r.article, r.pronoun)
            for r in readings
            for entry in (lexicon.phrases.get(r.stem, ()) if 1 in lexicon.heads[r.stem] else ())
            if not (entry[0] == "place" and self._by_chance(r)) and _may_be(entry[0], entry[2], r, bool(r.pronoun))
        )
        longer = tuple((r, n) for r in readings if not r.pronoun for n in lexicon.heads[r.stem] if n > 1)
        seconds = [lexicon.seconds[stem] for stem in {r.stem for r, _ in longer}]
        settles = not all(_aside(kind, info) for kind, _, info, *_ in alone)
        return Known(alone, settles, longer, seconds[0] if len(seconds) == 1 else frozenset().union(*seconds))

    def _by_chance(self, r: Reading) -> bool:
        """«باراك» holds no ب and Arak, «كسرت» no ك and Sirte: a name, or letters that seldom stand before towns."""
        return r.prep == "ك" or r.conj == "ف" or (bool(r.prep) and r.prep + r.stem in self.lexicon.names)

    def match(self, words: list[str]) -> list[list[Match]]:
        """For each word, the phrases that begin there, longest first, of the first level that has any."""
        known = self._cache.get
        # Most words the lexicon does not have; nothing is called for those.
        return [self._at(words, i) if known(word) != () and word.isalnum() else [] for i, word in enumerate(words)]

    def _at(self, words: list[str], i: int) -> list[Match]:
        """The matches of the first level that has any; words that only agreements ask for look on («أعلنه»)."""
        aside: list[Match] = []
        for level in self.known(words[i]):
            settles = level.settles
            found = [
                Match(i, i + 1, kind, ref, info, conj, prep, article, pronoun)
                for kind, ref, info, conj, prep, article, pronoun in level.alone
            ]
            if level.longer and i + 1 < len(words) and (longer := self._longer(words, i, level)):
                settles = settles or not all(_aside(m.kind, m.info) for m in longer)
                found = longer + found
            if settles:
                return found + aside if aside else found
            aside += found
        return aside

    def _longer(self, words: list[str], i: int, known: Known) -> list[Match]:
        second = words[i + 1]
        begun = second in known.seconds
        if not begun and known.seconds.isdisjoint(self._unowned(second)):
            return []
        phrases, found = self.lexicon.phrases, list[Match]()
        for r, n in known.longer:
            if i + n > len(words) or (n > 2 and not begun):
                continue
            key, pronoun = " ".join((r.stem, *words[i + 1 : i + n])), ""
            entries = phrases.get(key)
            if entries is None and self._unowned(words[i + n - 1]):
                key, pronoun = self._owned(r.stem, words[i + 1 : i + n])
                entries = phrases.get(key)
            for kind, ref, info in entries or ():
                if _may_be(kind, info, r, False):
                    found.append(Match(i, i + n, kind, ref, info, r.conj, r.prep, r.article, pronoun))
        if len(found) > 1:
            found.sort(key=lambda m: -m.j)
        return found

    def _unowned(self, word: str) -> dict[str, str]:
        """What a word with a pronoun at its end may be without it, with the pronoun."""
        ends = self._ends.get(word)
        if ends is None:
            if len(self._ends) >= self.CACHED_WORDS:
                self._ends.clear()
            ends = self._ends[word] = {}
            for pronoun in PRONOUNS:
                if word.endswith(pronoun) and len(word) > len(pronoun) + SHORTEST_STEM:
                    for base in _bases(word.removesuffix(pronoun)):
                        ends.setdefault(base, pronoun)
        return ends

    def _owned(self, stem: str, rest: list[str]) -> tuple[str, str]:
        """A phrase whose last word carries a pronoun: «رئيس وزرائها»."""
        seconds, start = self.lexicon.seconds[stem], " ".join((stem, *rest[:-1]))
        for base, pronoun in self._unowned(rest[-1]).items():
            if (base if len(rest) == 1 else rest[0]) in seconds and f"{start} {base}" in self.lexicon.phrases:
                return f"{start} {base}", pronoun
        return "", ""


def _aside(kind: str, info: str) -> bool:
    return kind in ASIDE and info.endswith("bound")


def _may_be(kind: str, info: str, r: Reading, owned: bool) -> bool:
    """Whether a word with the particles of a reading can be of a kind: no name has a pronoun, no verb an article."""
    if owned and kind not in POSSESSED:
        return False
    if r.accusative and (kind in FINITE or kind in ASIDE or kind == "state"):
        return False  # «دعمنا» is «our support», never the verb of «دعمن»; «ماليا» is no «مالي».
    if r.article and info == "d" and r.stem.endswith(("ا", "ي")):
        return False  # «الرئيسي» is no «رئيسي سوريا ولبنان»: a dual before a genitive has no article.
    return kind not in FINITE or not (r.article or (r.prep and not (r.prep == "ل" and info.startswith("present"))))
