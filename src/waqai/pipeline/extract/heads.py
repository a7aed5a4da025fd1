"""The words that carry clauses and events in a sentence: verbs, and nouns that evoke events."""

from functools import lru_cache

from msgspec import Struct

from waqai.lexicon import Lexicon, Match
from waqai.lexicon.load import LightVerb, Trigger
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.conditions import FAR, OPENING_QUOTES, PREPOSITION_WORDS, STOPS, fits, object_distance
from waqai.pipeline.extract.forms import (
    MASDAR,
    NOUNS,
    VERBS,
    described,
    expresses,
    owns_noun,
    titled_words,
    unlikely_form,
    written_passive,
)

DETAINS = frozenset(("arrest", "deport", "abduct"))
PEOPLE = ("group", "person")
# How far on people are still the object.
PEOPLE_WINDOW = {"verb": 10, "noun": 2}
MEANWHILE = frozenset(["بينما", "فيما", "حين"])  # these open a clause that stands by itself
# A set phrase that opens with one of these has its verb behind it: «لن نقبل».
NEGATIONS = frozenset(["لن", "لا", "لم"])
ASIDE = 12
MEASURING = ("ما", "لا")
SAYING = frozenset(["ACCUSE", "REJECT", "SUPPORT", "REQUEST"])
EVOKING = ("verb", *NOUNS)
HEADS = (*VERBS, *NOUNS)


class Head(Struct, frozen=True, kw_only=True):
    """A verb or event noun on the words `[i, j)`.

    Attributes:
        verb: finite verb, as against a verbal noun, participle or set phrase.
        trigger: the lexicon entry it evokes, if any; light: the light verb it is, if any.
        report: a reporting verb («قال»).
        number, gender: of a finite verb.
        tense: past, present, future or jussive; empty for nouns.
        passive: the passive is written with its vowel, or spelled differently; either: the form leaves it open.
    """

    i: int
    j: int
    verb: bool
    trigger: Trigger | None = None
    light: LightVerb | None = None
    report: bool = False
    tense: str = ""
    passive: bool = False
    either: bool = False
    conj: str = ""
    prep: str = ""
    article: bool = False
    pronoun: str = ""
    participle: bool = False
    number: str = ""
    gender: str = ""


def heads(found: Found, lexicon: Lexicon, text: str) -> list[Head]:
    """The heads of a sentence in order, none inside a mention or a temporal expression."""
    taken = {k for m in found.mentions if m.kind != "anaphor" and not _opens_phrase(found, m) for k in range(m.i, m.j)}
    taken |= {k for t in found.times for k in range(t.i, t.j)}
    inside = frozenset(k for m in found.mentions for k in range(m.i + 1, m.j))
    inside |= {k for t in found.times for k in range(t.i + 1, t.j)}
    titled = titled_words(found, lexicon)
    out: list[Head] = []
    k = found.sentence.skip
    while k < len(found.matches):
        head = _head(found, lexicon, text, k, inside, titled, out) if k not in taken and found.matches[k] else None
        if head:
            out.append(head)
            k = head.j
        else:
            k += 1
    return out


def _opens_phrase(found: Found, m: Mention) -> bool:
    """«دورية مشتركة»: a group of one word that opens a longer set phrase is no group."""
    return m.kind == "group" and m.j == m.i + 1 and any(x.kind == "phrase" and x.j > m.j for x in found.matches[m.i])


def _verb_above(found: Found, lexicon: Lexicon, before: list[Head], k: int) -> bool:
    """Whether the clause of word `k` has its finite verb already: «تواصل القوات قصف المدينة» takes no second one."""
    last = before[-1] if before else None
    if last and last.j == k and not last.verb and (last.pronoun or found.sentence.words[last.i].endswith("ها")):
        # «رفضها نقل المحادثات»: a verbal noun with its subject has an object, no verb, after it.
        return True
    if last and last.j == k == last.i + 1 and not (last.verb or last.article or last.participle) and _says(last):
        return True  # «بإدانة قصف المعسكر»: and one without it a genitive
    grammar, words = lexicon.grammar, found.sentence.words
    if k and words[k - 1] == "،" and _aside(found, lexicon, before, k - 1):
        return True
    if not before or not before[-1].verb:
        return False
    above = before[-1]
    if words[above.i].removeprefix("و") in grammar["past_markers"]:
        return False
    if any(m.j == k and m.conj == "و" and not m.prep and m.i > above.j for m in found.mentions):
        # «المحتجون يغلقون الساحة والشرطة توقف أربعين»: a second subject has a verb of its own.
        return False
    if above.j == k:
        return True  # right behind a verb there is no other: «نجدد دعمنا»
    hangs = grammar["relatives"] | (grammar["subordinators"] - MEANWHILE)
    over = any(w in hangs or w.removeprefix("و") in hangs for w in words[max(0, above.i - 2) : above.i])
    # «ناشدت المنسقة، آنا بيرغ، الطرفين فتح ممر»: the commas of a name end no clause
    named = {i for m in found.mentions if m.kind == "person" for i in (m.i - 1, m.j)}
    between = (w for i, w in enumerate(words[above.j : k], above.j) if w != "،" or i not in named)
    return not over and not any(not w.isalnum() or w in hangs or w[1:] in hangs for w in between)


def _says(h: Head) -> bool:
    return h.trigger is not None and h.trigger.type in SAYING


def _aside(found: Found, lexicon: Lexicon, before: list[Head], k: int) -> bool:
    """«أبلغ نظيره، خلال مكالمة استمرت ساعة، رفض بلاده»: the comma at `k` closes what stands between verb and object."""
    words = found.sentence.words
    opening = next((n for n in range(k - 1, max(-1, k - ASIDE), -1) if words[n] == "،"), 0)
    first, timed = words[opening + 1], any(t.i == opening + 1 for t in found.times)
    if not opening or not (timed or first in PREPOSITION_WORDS or first in lexicon.grammar["circumstantial"]):
        return False
    verb = next((h for h in reversed(before) if h.i < opening), None)
    return verb is not None and verb.verb and verb.light is not None


def _head(
    found: Found,
    lexicon: Lexicon,
    text: str,
    k: int,
    inside: frozenset[int],
    titled: frozenset[int],
    before: list[Head],
) -> Head | None:
    feminine = text[found.sentence.spans[k][1] - 1] == "ة"  # «شحنة» is no «شحنه»: folding makes it a pronoun
    candidates = [m for m in _candidates(found, lexicon, k, before) if not (feminine and m.pronoun and m.j == k + 1)]
    if not candidates:
        return None
    able: list[tuple[Match, Trigger | None, bool]] = []
    for m in candidates:
        if unlikely_form(found, m) or (
            m.kind == "participle" and not m.article and _speaks_of_source(found.sentence.words[m.i], lexicon)
        ):
            continue
        trigger = lexicon.tables.triggers[int(m.ref)] if m.kind in EVOKING else None
        loose = trigger is not None and not fits(found.sentence.words, trigger, m, inside, titled)
        if loose and trigger and not _takes_people(found, trigger, m, lexicon):
            continue
        able.append((m, trigger, loose))
    if not able:
        return _plain(found, lexicon, text, candidates)
    m, trigger, _ = able[0] if len(able) == 1 else _likeliest(found, able)
    return _made(found, lexicon, text, m, trigger, candidates)


def _likeliest(found: Found, able: list[tuple[Match, Trigger | None, bool]]) -> tuple[Match, Trigger | None, bool]:
    """The first by rank; of several the one whose object is nearest, then a verb."""
    ranks = [_rank(found, *a) for a in able]
    highest, words = max(ranks), found.sentence.words
    first = [a for a, rank in zip(able, ranks, strict=True) if rank == highest]
    if len(first) == 1:
        return first[0]
    return min(first, key=lambda a: (object_distance(words, a[1], a[0]) if a[1] else (FAR, 0), a[0].kind not in VERBS))


def _plain(found: Found, lexicon: Lexicon, text: str, candidates: list[Match]) -> Head | None:
    """A finite verb whose entries ask for other words is a verb all the same, and carries its clause."""
    if any(m.kind not in VERBS for m in candidates) or len(found.sentence.words[candidates[0].i]) <= MASDAR:
        return None
    k, words = candidates[0].i, found.sentence.words
    opens = k == found.sentence.skip or words[k - 1] in STOPS
    able = (m for m in candidates if (m.conj or opens) and not m.prep and m.j == m.i + 1)
    m = next((m for m in able if not unlikely_form(found, m)), None)
    return _made(found, lexicon, text, m, None, candidates) if m is not None else None


def _candidates(found: Found, lexicon: Lexicon, k: int, before: list[Head]) -> list[Match]:
    """What at word `k` may be a head: no verb after a preposition, nor in a clause that has its verb already."""
    words = found.sentence.words
    led = k > 0 and (words[k - 1] in PREPOSITION_WORDS or (words[k - 1] in OPENING_QUOTES and words[k - 2] == "ب"))
    kinds = NOUNS if led else HEADS
    candidates = [m for m in found.matches[k] if m.kind in kinds or (m.conj and m.kind in VERBS)]
    if not candidates or (words[k] == "عبر" and not expresses(found, k)):
        return []
    if k and words[k - 1] in MEASURING and words[k] in lexicon.grammar["measure_words"]:
        return []  # «تظاهر ما لا يقل عن ألف شخص»
    if k and words[k - 1] not in STOPS and _joins_noun(words[k], candidates, before):
        return [m for m in candidates if m.kind not in VERBS]
    if any(m.kind in VERBS for m in candidates) and owns_noun(found, lexicon, k, candidates):
        return [m for m in candidates if m.kind not in VERBS]
    bare = len(words[k]) <= MASDAR and all(m.info.startswith("past") for m in candidates)
    if (bare or any(m.kind == "noun" for m in candidates)) and _verb_above(found, lexicon, before, k):
        return [m for m in candidates if m.kind not in VERBS or m.conj]
    return candidates


def _joins_noun(word: str, candidates: list[Match], before: list[Head]) -> bool:
    """«تطالب بالاعتذار وسحب القوات»: after و and a verb in the present or the feminine, a masdar of three letters."""
    if len(word) != MASDAR + 1 or word[0] != "و" or not any(m.kind == "noun" for m in candidates):
        return False
    if not all(m.info.startswith("past") for m in candidates if m.kind in VERBS):
        return False
    above = next((h for h in reversed(before) if h.verb), None)
    return above is not None and (above.tense in ("present", "future") or above.gender == "f")


def _made(
    found: Found, lexicon: Lexicon, text: str, m: Match, trigger: Trigger | None, candidates: list[Match]
) -> Head:
    """The head of the chosen match; a set phrase that opens with a finite verb («أطلق سراح») is a verb."""
    finite, words = m if m.kind in VERBS else None, found.sentence.words
    if m.kind == "phrase" and not m.article and not m.prep and not described(found, m, trigger):
        of = candidates if words[m.i].removeprefix("و") not in NEGATIONS else found.matches[m.i + 1]
        finite = next((x for x in of if x.kind in VERBS), None)
    ours = finite is None and m.kind == "phrase" and m.j > m.i + 1 and _denied_by_us(words, m.i)
    verb = finite is not None or ours
    lights = [lexicon.tables.light[int(x.ref)] for x in candidates if x.kind == "light" and verb]
    # «..., مؤكدا دعم بلاده», «أعلن أن بلاده ماضية في الوقوف»
    aside = m.kind == "phrase" and m.i > 0 and words[m.i - 1] in ("،", "بلاده", "بلادها")
    tense, voice, number, gender, *_ = [*finite.info.split(" "), *[""] * 4] if finite else [""] * 4
    tense = "past" if finite and finite.i > m.i else tense  # «لن نقبل»: who says so has refused
    beside = any(x.i == m.j and not x.prep for x in found.mentions)
    if beside and len(lights) > 1 and lights[0].role == "event":
        # «استمر الجيش في قصف المدينة»: who goes on is no event.
        lights.sort(
            key=lambda x: not (x.role == "actor" and set(x.prep) & set(words[m.j : m.j + PEOPLE_WINDOW["verb"]]))
        )
    we = verb and m.pronoun == "نا" and tense == "past" and trigger is not None and not beside
    return Head(
        i=m.i,
        j=m.j,
        verb=verb,
        trigger=trigger,
        light=lights[0] if lights else None,
        report=verb and any(x.kind == "report" for x in candidates),
        tense=tense,
        passive=voice == "passive" or (finite is not None and written_passive(found, text, finite)),
        either=voice == "both",
        conj=m.conj,
        prep=m.prep,
        article=m.article,
        pronoun="" if we else m.pronoun,  # «طلبنا توضيحات» is said by whoever speaks
        participle=m.kind == "participle" or (aside and candidates[-1].kind == "participle"),
        number="we" if we or ours else number,
        gender=gender if gender in ("m", "f") else "",
    )


def _denied_by_us(words: list[str], i: int) -> bool:
    """«لن نتفاوض»: whatever verb it is, the speaker's side does not do it."""
    return words[i].removeprefix("و") in NEGATIONS and words[i + 1][0] == "ن"


def _takes_people(found: Found, trigger: Trigger, m: Match, lexicon: Lexicon) -> bool:
    """An entry for arrests lists what may be its object; any people named after the word will do."""
    window = PEOPLE_WINDOW.get(m.kind, 0)
    if not window or DETAINS.isdisjoint((trigger.act, trigger.mode)):
        return False
    first = m.j + (m.kind == "verb")
    near = any(x.kind in PEOPLE and first <= x.i <= m.j + window for x in found.mentions)
    return near and _asks_for_people(trigger.object, lexicon)


@lru_cache(maxsize=4096)
def _asks_for_people(phrases: tuple[str, ...], lexicon: Lexicon) -> bool:
    people = sum(any(kind == "group" for kind, _, _ in lexicon.phrases.get(p, ())) for p in phrases)
    return 0 < len(phrases) <= 3 * people


def _speaks_of_source(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.grammar["source_nouns"] or word in lexicon.grammar["via_nouns"]


def _rank(found: Found, m: Match, trigger: Trigger | None, loose: bool) -> tuple[int, int, int]:
    """Longer phrases first, then the likelier part of speech, then entries whose conditions the text meets."""
    specific = 0
    if trigger and not loose:
        specific = 2 * bool(trigger.object) + bool(trigger.prep) + 1
    elif m.kind == "light":
        specific = 1
    return m.j - m.i, int(_likely(found, m)), specific


def _likely(found: Found, m: Match) -> bool:
    """Whether the word's neighbours suit its part of speech: no verb stands after a preposition."""
    noun_here = (
        bool(m.prep) or m.article or found.sentence.words[m.i - 1] in PREPOSITION_WORDS
        if m.i
        else bool(m.prep) or m.article
    )
    return noun_here != (m.kind in VERBS)
