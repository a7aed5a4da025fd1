"""Buildings where things happen: «القصر الرئاسي في نواكشوط», «مقر رئاسة الجمهورية», «أمام السفارة الفرنسية»."""

from msgspec.structs import replace

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.phrases import owner_of
from waqai.pipeline.detect.places import town_at
from waqai.pipeline.detect.scan import Scan

OWNER_WORDS = 4


def site_at(s: Scan, i: int) -> Mention | None:
    """The building that begins at word `i` behind a word of place, with the town it is said to be in."""
    word, grammar = s.word(i), s.lexicon.grammar
    attached = word[:1] == "ب" and word[1:] not in grammar["settlement"]
    noun = word[1:] if attached and word not in grammar["seat_nouns"] else word
    if (listed := s.best(i, "place")) is not None and listed.j > i + 1:
        # «دار السلام»
        return None
    prep = word[: len(word) - len(noun)]
    before = s.word(i - 1).removeprefix("و")
    led = prep != "" or before in grammar["locatives"] or before == "الي"
    if noun in grammar["palace_nouns"] and s.word(i + 1) in grammar["palace_adjectives"]:
        end = i + 2 if led else None
    elif noun in grammar["seat_nouns"]:
        end = _owned(s, i + 1) if led else None
    elif noun in grammar["mission_nouns"] and before in grammar["beside_words"]:
        end = owner_of(s, i + 1)[0]
    else:
        return None
    return _named(s, i, end, prep) if end is not None else None


def _named(s: Scan, i: int, end: int, prep: str) -> Mention:
    """The words `[i, end)` and the town after them as one place, on the map where the town is."""
    town = town_at(s, end)
    j = town.j if town is not None else end
    base = town or Mention(sentence=s.index, i=i, j=j, kind="place", definite=True)
    skip = len(prep)
    name, span = s.phrase(i, j, skip), s.span(i, j, skip)
    return replace(base, i=i, name=name, name_span=span, prep=prep, conj="", rule="building")


def _owned(s: Scan, k: int) -> int | None:
    """The end of whose seat it is: a body the lists know, or a genitive («رئاسة الجمهورية», «عام الوزارة»)."""
    known = s.best(k, "org", "ministry")
    if known is not None and not known.conj and not known.prep:
        rest = s.best(known.j, "portfolio") if known.kind == "ministry" else None
        return owner_of(s, rest.j if rest is not None else known.j)[0]
    for end in range(k, min(s.size, k + OWNER_WORDS)):
        word = s.word(end)
        if not word.isalpha() or end in s.times or word in s.lexicon.grammar["prepositions"]:
            return None
        if end > k and (town := s.best(end, "place", "state")) is not None and not town.prep and not town.conj:
            return town.j  # «مقر قيادة شرطة ديالى»
        if word.startswith("ال"):
            return owner_of(s, end + 1)[0]
        if word.endswith(("ها", "هم")) or (s.last_letter(end) == "ه" and end > k):
            return end + 1
    return None
