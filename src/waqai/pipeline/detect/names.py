"""Where a personal name ends: from its neighbours, so that a name no list holds comes out right."""

import re

from waqai.lexicon import Lexicon, Match

MAX_NAME = 9
JOINED = "\u2010"
"""Stands for a hyphen inside a word."""
PLURALS = ("يه", "ات", "ين", "ون")
WITH_HAMZA = tuple("أإآ")
QUOTES = frozenset("\"“”«»'‘’")
# What a word of these kinds begins cannot be part of a name, unless a list of names holds the word.
NOT_NAMES = frozenset(
    [
        "office",
        "modifier",
        "minister",
        "ministry",
        "ministries",
        "org",
        "nisba",
        "verb",
        "light",
        "general",
        "attribution",
        "counterpart",
        "group",
        "portfolio",
        "noun",
        "phrase",
        "participle",
        "status",
        "state",
        "seat",
        "outlet",
        "cue",
    ]
)
LONG_WORD = 5
KUNYA = frozenset(("ابو", "ابي"))
SON_OF = frozenset(("بن", "بنت", "ولد"))
# With madda and with hamza «آنا» and «أنا» are one word after folding.
WITH_MADDA = frozenset(("انا", "ان", "الان"))
ENDS_NAMES = ("بو", "اوغلو", "زاده")
# The shapes مفعولا, متفعلا, مستفعلا, تفعلا, without long vowels where names from other languages have them.
ADVERBIAL = re.compile("م[^اوي]{2}و.ا|م(?:ت|ست)[^اوي]{3}ا|ت[^اويش][^اوي]{2}ا")
REGNAL = frozenset(
    ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي")
)


class NameReader:
    """Reads names out of a sentence's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.glue = lexicon.words("name_glue")
        self.faith_heads = lexicon.words("faith_heads")
        self.stop = (
            lexicon.words("prepositions")
            | lexicon.words("subordinators")
            | lexicon.words("relatives")
            | lexicon.words("circumstantial")
            | lexicon.words("past_markers")
            | lexicon.words("title_adjectives")
            | lexicon.words("negations")
            | lexicon.words("both_sides")
            | lexicon.words("two_parties")
            | lexicon.words("particles")
        ) - self.glue

    def end(
        self,
        words: list[str],
        matches: list[list[Match]],
        start: int,
        times: frozenset[int],
        ali: frozenset[int] = frozenset(),
        raw: str = "",
    ) -> int:
        """The end of the name that begins at `start`; `start` itself where none does.

        Args:
            words: folded words of the sentence.
            matches: lexicon matches at each word.
            start: where a title left off.
            times: positions of words inside temporal expressions.
            ali: positions where «علي» is the name.
            raw: the first letter of each word as received, so that «إلياس» is not taken for a noun with ال; a hyphen
                inside a word («جان-نويل») as `JOINED`.
        """
        known = k = self._known(matches, start) if start < len(words) and start not in times else start
        if k > start and (self._closed(words, start, k) or not self._goes_on(words, matches, k)):
            return k
        while k < len(words) and k - start < MAX_NAME:
            if raw[k : k + 1] == JOINED and k > start and self.is_name(words, matches, k + 1, k + 1, raw):
                k += 2
                continue
            if (words[k] == "علي" and k in ali and k not in times) or self._regnal(words, k, start):
                k += 1
                continue
            if k > start and raw[k + 1 : k + 2] == JOINED and words[k] not in self.stop:
                k += 1
                continue
            if (k - start >= 2 and self._begins_anew(words, matches, k)) or (
                k > start and self._is_state(words, matches, k)
            ):
                break
            if k in times or not self.is_name(words, matches, k, start, raw):
                break
            k += 1
            if self._closed(words, start, k):
                break
        while k > known and words[k - 1] in self.glue and words[k - 1] not in ENDS_NAMES and raw[k - 2] != JOINED:
            k -= 1
        return k

    def _known(self, matches: list[list[Match]], start: int) -> int:
        """The end of a known person's name of two words or more at `start`."""
        return max([start, *(m.j for m in matches[start] if m.kind == "official" and not m.conj and m.j > start + 1)])

    def _goes_on(self, words: list[str], matches: list[list[Match]], k: int) -> bool:
        """Whether the name of a known person may be longer than the list has it («بن عبد العزيز», «هامانه»)."""
        if k >= len(words) or _official(matches[k]):
            return False
        word, lexicon = words[k], self.lexicon
        if word in self.glue:
            return True
        if word not in lexicon.names or word in lexicon.common or word in lexicon.ambiguous:
            return False
        if word.startswith("ال") and not word.endswith("ي"):
            return False
        return not any(m.kind in ("state", "place", "seat", "nisba", "org") for m in matches[k])

    def _closed(self, words: list[str], start: int, k: int) -> bool:
        """A family name with ال ends the name, unless glue («بن», «آل») follows."""
        follows = words[k] if k < len(words) else ""
        given = k - start == 2 and words[start] in self.faith_heads and words[k - 1] == "الدين"
        if follows in self.glue or given:
            return False
        if k - start >= 3 and words[k - 2] == "ال":
            return True
        return (
            k - start >= 2
            and words[k - 1].startswith("ال")
            and words[k - 1] not in self.glue
            and words[k - 2] not in self.glue
            and follows[:2] != "ال"
        )

    def _regnal(self, words: list[str], k: int, start: int) -> bool:
        """«الثاني», «الرابع عشر» after the one name of a king or a pope."""
        after_ordinal = k - 1 > start and words[k - 1] in REGNAL and words[k] == "عشر"
        short = k - start == 1 or (k - start == 2 and words[start] == "عبد")
        return after_ordinal or (short and words[k] in REGNAL)

    def _is_state(self, words: list[str], matches: list[list[Match]], k: int) -> bool:
        """«دعا أردوغان السويد إلى»: the name of a state that is nobody's surname."""
        state = any(m.kind == "state" and not m.conj and not m.prep for m in matches[k])
        return state and words[k] not in self.lexicon.ambiguous and words[k - 1] not in self.glue

    def _begins_anew(self, words: list[str], matches: list[list[Match]], k: int) -> bool:
        """Whether after two words of a name something else is named: an office, a place, a known person."""
        if words[k - 1] in self.glue or words[k] in self.glue or words[k + 1 : k + 2] == ["اوغلو"]:
            return False
        for m in matches[k]:
            several = m.j > k + 1
            if several and m.kind in ("office", "place", "state", "official"):
                return True
            if m.kind in ("seat", "state") and not m.conj:
                return True
            if m.kind in ("place", "official") and words[k] not in self.lexicon.names and not m.conj:
                return True
        return False

    def is_name(self, words: list[str], matches: list[list[Match]], k: int, start: int, raw: str) -> bool:
        """Whether word `k` can be part of a name that began at `start`.

        `raw` holds each word's first letter as received.
        """
        word = words[k]
        if not word.isalpha():
            return False
        if word in self.glue:
            # «فإن السودان» is spelled like «فان».
            so = k == start and word == "فان" and words[k + 1 : k + 2] and words[k + 1] not in self.glue
            return k + 1 < len(words) and words[k + 1].isalpha() and not so
        if raw[k : k + 1] == "آ" and word in WITH_MADDA:
            return True
        after_glue = k > start and words[k - 1] in self.glue and raw[k - 2 : k - 1] != JOINED
        if k > start and words[k - 1] in self.faith_heads and word.startswith("الدين"):
            return True
        if k == start and any(m.kind in ("minister", "counterpart") or self._opens(m, matches) for m in matches[k]):
            return False
        if k == start and word.startswith("ال") and k + 1 < len(words) and words[k + 1] in SON_OF:
            return True
        if k == start and word.startswith("ال") and word not in self.lexicon.names and len(word) > 4 and raw[k] in "اٱ":
            return False
        if word in self.stop or (word in self.lexicon.common and not (word in self.lexicon.ambiguous and k >= start)):
            return after_glue and (word in self.lexicon.names or words[k - 1] in KUNYA)
        if k > start and word[0] == "و" and word[1:] in self.lexicon.names and len(word) > 4:
            return False
        if word[0] == "و" and word not in self.lexicon.names and self._listed(word[1:]):
            return False
        if word in self.lexicon.names:
            return not any(m.j > k + 1 and m.kind in ("office", "org") for m in matches[k]) or k > start
        if any(m.kind in NOT_NAMES and m.conj != "ف" for m in matches[k]):
            return after_glue
        if k > start and words[k - 1] in SON_OF:
            return True
        return self._plausible(word, k - start, raw[k : k + 1] not in WITH_HAMZA)

    def _opens(self, m: Match, matches: list[list[Match]]) -> bool:
        """«مساعد القائد العام»: a word before an office is no name."""
        following = matches[m.j] if m.j < len(matches) else []
        return m.kind == "modifier" and any(
            x.kind in ("office", "minister", "ministry") and not x.conj for x in following
        )

    def _listed(self, word: str) -> bool:
        return word in self.lexicon.names or word in self.lexicon.common or word in self.lexicon.phrases

    def _is_noun(self, word: str) -> bool:
        return any(
            kind in ("noun", "participle", "group", "phrase", "nisba")
            for kind, _, _ in self.lexicon.phrases.get(word, ())
        )

    def _plausible(self, word: str, position: int, bare: bool) -> bool:
        """Whether a word that no list holds looks like part of a name; «ألمدين», not `bare`, carries no ال."""
        lexicon = self.lexicon
        if len(word) < 2:
            return False
        if position and _accusative(word):
            return False
        if word.startswith("لل") or (word.endswith("ا") and (self._is_noun(word[:-1]) or word[:-1] in lexicon.common)):
            return False
        for prefix in ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"):
            rest = word.removeprefix(prefix)
            if rest == word or len(rest) < 3 or (prefix == "ال" and not bare):
                continue
            if rest in lexicon.common or "ال" + rest in lexicon.common:
                return False
            if prefix in "بل" and position == 0 and (rest in lexicon.names or (len(rest) == 6 and _of_deed(rest))):
                return False
            if len(prefix) == 1 and position and _derived_noun(rest):
                # «أشاد كولر بانضباط فريقه»
                return False
            if len(prefix) > 2 and (rest in lexicon.phrases or of_second_form(rest)):
                return False
        if word.startswith("ال"):
            return position > 0 or not word.endswith(PLURALS if bare else PLURALS[:2])
        if word.endswith(("ها", "هما", "هم")) or (word[-1] in "هن" and self._owned(word)):
            return False
        if position >= 2 and word[0] == "ا" and ((word[-1] == "ه" and len(word) > LONG_WORD) or _derived_noun(word)):
            return False
        if word.endswith("ات"):
            return position > 0 and word[0] not in "مت" and len(word) in (5, 6) and not self._listed(word[:-2] + "ه")
        return not (position >= 2 and (word[0] in "يت" or (word[0] == "ن" and len(word) < LONG_WORD)))

    def _owned(self, word: str) -> bool:
        """«تأكيده», «مرتين»: a noun of the lists with a pronoun or in the dual."""
        stem = word[:-1] if word[-1] == "ه" else word[:-2] if word.endswith(("ين", "ان")) else ""
        return len(stem) > 2 and any(x in self.lexicon.common or self._is_noun(x) for x in (stem, stem[:-1] + "ه"))


def _official(matches: list[Match]) -> bool:
    return any(m.kind == "official" and not m.conj for m in matches)


def of_second_form(word: str) -> bool:
    """«تزوير», «تقصير»: the verbal noun of the second form."""
    return len(word) == 5 and word[0] == "ت" and word[3] == "ي"


def _accusative(word: str) -> bool:
    """«فائزا», «محكوما», «متأثرا», «تحسبا»: a participle or verbal noun that says how or why, no part of a name."""
    return ADVERBIAL.fullmatch(word) is not None


def _derived_noun(word: str) -> bool:
    """«انتشال», «افتتاح», «استقبال»: the verbal noun of the seventh, eighth or tenth form."""
    return word[-2] == "ا" and ((len(word) == 6 and (word[1] == "ن" or word[2] == "ت")) or word.startswith("است"))


def _of_deed(word: str) -> bool:
    """«ازدياد», «انتشال»: ا in front and before the end."""
    return word[0] == "ا" and word[-2] == "ا"
