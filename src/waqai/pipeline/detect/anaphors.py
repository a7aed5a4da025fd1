"""Words that point back: «الجانبان», «بلاده», «جلالته»."""

from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

# «وأبلغ الأخير»: the person named last.
LATTER = frozenset(("الاخير", "الاخيره"))
LANDS, NEXT = frozenset(("البلد", "الدوله")), frozenset(("الجار", "الجاره"))
MANY = frozenset(("القاده", "لقاده", "الوزراء", "الوزرا", "المسوولون", "الحاضرون", "المجتمعون"))
DUAL_DEMONYMS = ("يان", "يين")
SECTIONS = ("both_sides", "own_country", "honoured", "bodies_again", "two_parties", "guests", "hosts")


@lru_cache(maxsize=2)
def pointers(lexicon: Lexicon) -> frozenset[str]:
    """Every spelling of a word that points back, with the letters that attach to it."""
    words = {word for section in (*SECTIONS, "neighbours") for word in lexicon.grammar[section]}
    return frozenset(letters + word for word in words for letters in ("", "و", "ب", "ل", "وب", "ول"))


def _back(s: Scan, i: int, j: int, skip: int, rule: str, **said: Any) -> Mention:
    """The words `[i, j)` as a mention that points back, the first `skip` letters attached to it."""
    attached = s.word(i)[:skip]
    return Mention(
        sentence=s.index, i=i, j=j, kind="anaphor", name=s.phrase(i, j, skip), name_span=s.span(i, j, skip),
        prep=next((c for c in attached if c in "بل"), ""), conj="و" if attached[:1] == "و" else "", rule=rule, **said,
    )  # fmt: skip


def both_sides(s: Scan, i: int) -> Mention:
    """«الجانبان», «بينهما»: two that were named before."""
    skip = s.word(i) not in s.lexicon.grammar["both_sides"]
    of = s.best(i + 1, "nisba") if s.word(i + 1).endswith(DUAL_DEMONYMS) and s.article(i + 1) else None
    if of is not None:
        # «الجانبان اليمنيان»: two of one state, and nobody named before.
        of_state = _back(s, i, of.j, skip, "group", country=str(of.ref), number="d", definite=True)
        return replace(of_state, kind="group", sector="GOV")
    return _back(s, i, i + 1, skip, "both-sides", number="d", definite=True)


def stems(word: str) -> tuple[str, ...]:
    """A word as written, and without one and two attached letters."""
    return word, word[1:] if word[:1] in "وبل" else word, word[2:] if word[:2] in ("وب", "ول") else word


def own_country(s: Scan, i: int) -> Mention:
    """«بلاده»: the speaker's own state."""
    word = s.word(i)
    own = s.lexicon.grammar["own_country"]
    stem = next(x for x in stems(word) if x in own)
    return _back(s, i, i + 1, len(word) - len(stem), "own country")


def pointing_back(s: Scan, i: int) -> Mention | None:
    """The word at `i` as one that points back: to two sides, the own state, a person or body named before."""
    word = s.word(i)
    if word in LATTER and s.best(i - 1, "verb", "report", "general", "light") is not None:
        return _back(s, i, i + 1, 0, "the latter", definite=True)
    if word not in pointers(s.lexicon):
        return None
    sides, own = s.lexicon.grammar["both_sides"], s.lexicon.grammar["own_country"]
    counted = s.word(i + 1).removeprefix("ال") in s.lexicon.grammar["number_words"]
    if word.lstrip("ولب") in MANY and s.article(i + 1) and not counted and s.best(i + 1, "noun", "verb") is None:
        # «القادة المحليين»: those of a kind, not those who met.
        return None
    if word.endswith("البلدان") and s.article(i + 1) and s.word(i + 1).endswith("ه"):
        # «البلدان الأفريقية»: countries, not two of them.
        return None
    if word in sides or (word[:1] in "وبل" and word[1:] in sides):
        return both_sides(s, i)
    if any(x in own for x in stems(word)) and s.last_letter(i) != "ة":
        return own_country(s, i)
    return guest(s, i) or pointing(s, i) or neighbour(s, i)


def guest(s: Scan, i: int) -> Mention | None:
    """«الضيف», «ضيفه التركي», «مضيفه»: who came or who received, where his office and name do not follow at once."""
    word, grammar = s.word(i), s.lexicon.grammar
    for section in ("guests", "hosts"):
        stem = next((x for x in stems(word) if x in grammar[section]), None)
        if stem is None or (s.article(i - 1) and s.article(i)):
            continue  # «الوزير الضيف»
        of = s.best(i + 1, "nisba") if s.article(i + 1) else None
        j, skip = of.j if of else i + 1, len(word) - len(stem)
        named = s.word(j) in s.lexicon.names and s.name_end(j) > j
        if named or s.best(j, "office", "minister", "official", "honorific", "modifier"):
            return None
        return _back(s, i, j, skip, section, country=str(of.ref) if of else None, definite=True)
    return None


def neighbour(s: Scan, i: int) -> Mention | None:
    """«جارتها», «جارته الشمالية», «البلد المجاور»: the other state spoken of, where its name does not follow."""
    word, grammar = s.word(i), s.lexicon.grammar
    stem = next((x for x in stems(word) if x in grammar["neighbours"]), None)
    beside = s.section(i + 1, "neighbouring")
    if stem is None or (stem in LANDS and not s.word(i + 1).startswith("المجاور")) or (stem in NEXT and not beside):
        return None
    j = i + 1 + beside
    if s.best(j, "state", "seat", "org"):
        return None
    return _back(s, i, j, len(word) - len(stem), "neighbour", definite=True)


def _goes_on(s: Scan, k: int) -> bool:
    """«المجلس العسكري» is a name; in «أدان المجلس الهجوم» the next word is an event."""
    event = s.best(k, "noun") is not None
    return (s.article(k) and not event) or s.best(k, "nisba", "state", "org") is not None


def pointing(s: Scan, i: int) -> Mention | None:
    """«جلالته»: the person named before; «المجلس» alone: the body; «طرفي النزاع»: the two who fight."""
    word, grammar = s.word(i), s.lexicon.grammar
    two = next((x for x in stems(word) if x in grammar["two_parties"]), None)
    if two is not None and s.word(i + 1) in grammar["conflict_words"]:
        return _back(s, i, i + 2, len(word) - len(two), "both-sides", number="d", definite=True)
    for section, rule in (("honoured", "honorific"), ("bodies_again", "body")):
        stem = next((x for x in stems(word) if x in grammar[section]), None)
        alone = rule != "body" or not (_goes_on(s, i + 1) or s.best(i, "group"))
        if stem is not None and alone:
            return _back(s, i, i + 1, len(word) - len(stem), rule, definite=True)
    return None
