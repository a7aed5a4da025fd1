"""Places: from the gazetteer, by the kind of place, and capitals."""

from collections.abc import Mapping

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.phrases import mention_of
from waqai.pipeline.detect.scan import Scan
from waqai.text.fold import fold_word

LOCAL_WORDS = frozenset(("في", "العاصمه", "مدينه", "الي", "من", "قرب", "وسط", "علي", "عبر", "شوارع", "ضواحي"))
AFTER_PARTICIPLE = frozenset(("الي", "من", "عن", "للدموع"))
KINDS = ("settlement", "site", "site_of")
TOWNS = frozenset(("مدينه", "بلده", "قريه"))
IN = frozenset(("في", "وسط"))
# «الضفة الشرقية لنهر دنيبرو» is no part of Palestine.
BANK, RIVER = "الضفه", "لنهر"
QUOTES = frozenset("\"«»“”'")


def named_place(s: Scan, i: int) -> Mention | None:
    """«في بلدة ظلامبسا», «أمام قصر العدالة», «فندق "فيلا روز"»: named by its kind, listed or not."""
    word, grammar = s.word(i), s.lexicon.grammar
    prep = word[0] if word[:1] in "بل" and not _kind(word, grammar) else ""
    noun = word[len(prep) :]
    kind = _kind(noun, grammar)
    some = _some_town(s, i, prep) if (settlement := kind == "settlement") else None
    if not kind or some or (noun in grammar["figurative_sites"] and s.section(i + 1, "figures_of_speech")):
        return some
    led = prep == "ب" or leads(s.word(i - 1), grammar["locatives"]) or leads(s.word(i - 1), LOCAL_WORDS)
    # «جبل الزاوية» is a mountain of its own, «بلدة جلب» a town though «جلب» alone is a verb.
    whole = s.best(i, "place")
    known = whole if whole is not None and whole.j > i + 1 else s.best(i + 1, "place")
    quoted, base = _quoted(s, i + 1), None
    if known is not None and (known is whole or not (known.conj or known.prep)):
        j, base = known.j, place_at(s, known)
    elif quoted:
        j = quoted
    elif not settlement and s.word(i + 1) in TOWNS and _may_be_place(s, i + 2):
        # «مطار مدينة أمدجراس»
        named = s.best(i + 2, "place")
        j, base = (named.j, place_at(s, named)) if named is not None and not named.conj else (i + 3, None)
    elif not settlement and led and _names_site(s, i + 1):
        # «جامعة بن غوريون», «ميدان أبو دية»
        j = i + 3 if s.section(i + 1, "name_glue") and s.word(i + 2).isalpha() else i + 2
    elif kind == "site_of":
        return None
    elif (led or _unheard(s, i + 1)) and (_second_word(s, i + 1) or _may_be_place(s, i + 1)):
        j = i + 2 + _second_word(s, i + 1)
    else:
        return None
    if not (led or settlement or base or quoted or _unheard(s, i + 1)):
        return None
    start, skip = (i + 1, 0) if settlement and not quoted else (i, len(prep))
    if not settlement:
        j = min(s.size, j + (s.section(j - 1, "name_glue") or s.section(j, "site_adjectives")))
        j, base = _in_town(s, j, base)
    base = base or Mention(sentence=s.index, i=i, j=j, kind="place", definite=True)
    name, span = s.phrase(start, j, skip), s.span(start, j, skip)
    return replace(base, i=i, j=j, name=name, name_span=span, prep=prep, conj="", rule="named place")


def _second_word(s: Scan, k: int) -> bool:
    """«بيرنين ياورو», «أم كدادة»: whether the name of a town that begins at `k` has a second word."""
    if s.section(k, "town_heads"):
        return s.word(k + 1).isalpha() and k + 1 not in s.times and not s.section(k + 1, "prepositions")
    return _unheard(s, k) and _unheard(s, k + 1) and s.word(k + 1)[:1] not in "اوبل"


def _some_town(s: Scan, i: int, prep: str) -> Mention | None:
    """«سيطرت على مدينة أوكرانية»: some town of that state."""
    nisba = s.best(i + 1, "nisba")
    state = s.lexicon.states.get(str(nisba.ref)) if nisba is not None and not nisba.article else None
    if nisba is None or state is None:
        return None
    said = {"name": state.name, "name_span": s.span(i, nisba.j, len(prep)), "country": state.iso}
    return replace(mention_of(s, nisba, "place", nisba.j, **said), i=i, prep=prep, rule="territory")


def _kind(noun: str, grammar: Mapping[str, frozenset[str]]) -> str:
    """Which kind of place a noun names; empty for other words."""
    return next((kind for kind in KINDS if noun in grammar[kind]), "")


def leads(word: str, words: frozenset[str]) -> bool:
    """Whether a word, its «و» aside («وفي»), is one of some; «وسط» has no «و» aside."""
    return word in words or word.removeprefix("و") in words


def _in_town(s: Scan, j: int, base: Mention | None) -> tuple[int, Mention | None]:
    """A site with the town it is said to be in: «ميدان التحرير وسط صنعاء» is not the one in Cairo."""
    town = town_at(s, j)
    if town is None:
        return j, base
    return town.j, base if base is not None and base.country in (None, town.country) else town


def town_at(s: Scan, k: int) -> Mention | None:
    """The town a site is said to be in: «في نواكشوط», «بأبوظبي», «بالعاصمة التركية», «بمدينة رام الله»."""
    at = k + 1 if s.word(k) in IN else k
    word, grammar = s.word(at), s.lexicon.grammar
    opened = at > k or word[:1] == "ب"
    if opened and word.removeprefix("ب") in grammar["capital_word"]:
        nisba = s.best(at + 1, "nisba")
        return capital(s, nisba) if nisba is not None and not nisba.conj and not nisba.prep else None
    if opened and word.removeprefix("ب") in TOWNS:
        m = s.best(at + 1, "place")
        return place_at(s, m) if m is not None and not m.conj and not m.prep else None
    m = s.best(at, "place")
    led = m is not None and not m.conj and (m.prep == "ب" if at == k else not m.prep)
    return place_at(s, m) if m is not None and led else None


def _names_site(s: Scan, k: int) -> bool:
    """«ميدان الشهداء», «معسكر التكبالي», «مطار بنينا»: what a site is called, whatever the word means elsewhere."""
    word = s.word(k)
    if not word.isalpha() or k in s.times or word in s.lexicon.grammar["prepositions"]:
        return False
    if s.best(k, "office", "minister", "honorific", "org", "ministry", "report"):
        return False
    return word.startswith("ال") or s.best(k, "state") is not None


def _quoted(s: Scan, k: int) -> int | None:
    """The end of a name in quotation marks that begins at `k`."""
    if s.word(k) not in QUOTES:
        return None
    end = next((n for n in range(k + 2, min(s.size, k + 6)) if s.word(n) in QUOTES), None)
    return end + 1 if end else None


def _unheard(s: Scan, k: int) -> bool:
    """A word that no list holds: only a name can be that."""
    word = s.word(k)
    return _may_be_place(s, k) and not s.matches[k] and word not in s.lexicon.common


def _may_be_place(s: Scan, k: int) -> bool:
    """Whether word `k`, after the kind of a place, may be its name."""
    word = s.word(k)
    if not word.isalpha() or k in s.times or word in s.names.stop or s.section(k, "place_adjectives"):
        return False
    if word.startswith("لل") or (word[0] in "وبل" and word[1:] in s.lexicon.common):
        return False
    if s.best(k, "nisba", "state", "office", "minister", "verb", "light", "report", "general", "noun", "org"):
        return False
    return word not in s.lexicon.common or word.startswith("ال")


def capital(s: Scan, m: Match) -> Mention:
    """«العاصمة القطرية» is Doha, whether or not the name follows."""
    state = s.lexicon.states[str(m.ref)]
    named = s.best(m.j, "seat", "place")
    j = named.j if named and not named.conj and not named.prep else m.j
    prep = "ب" if s.word(m.i - 1).startswith("ب") else ""
    place = next(
        (int(ref) for kind, ref, _ in s.lexicon.phrases.get(fold_word(state.capital), ()) if kind == "place"), None
    )
    said = {"name_span": s.span(m.j, j), "name": s.phrase(m.j, j)} if j > m.j else {"name": state.capital}
    return mention_of(s, m, "place", j, **said, country=state.iso, ref=place, prep=prep, definite=True, rule="capital")


def listed_place(s: Scan, m: Match) -> Mention | None:
    """A place of the gazetteer, unless the word says something else where it stands."""
    if s.word(m.i).endswith(BANK) and RIVER in (s.word(m.j), s.word(m.j + 1)):
        return None
    if m.j - m.i > 1 or m.prep:
        return place_at(s, m)
    word, before = s.word(m.i), s.word(m.i - 1)
    if m.info == "context" and not _supported(s, m):
        return None
    # «السفن الداخلة إلى الميناء», «المنافذ المؤدية إلى المدينة»: a participle of the noun before it.
    participle = word.startswith("ال") and word.endswith("ه") and s.word(m.j) in AFTER_PARTICIPLE
    leads = before in s.lexicon.grammar["prepositions"] or before in s.lexicon.grammar["settlement"]
    if participle and before.isalpha() and not leads and not s.best(m.i - 1, "verb", "light", "general"):
        return None
    if m.j - m.i == 1 and word.endswith("ا") and word[len(m.conj + m.prep) :] not in s.lexicon.phrases:
        # «فردوا على النار» is no Fordow with an ending: names of towns take none.
        return None
    # «أمام زواره»: his visitors, and no town that is spelled with ة.
    row = s.lexicon.tables.places[int(m.ref)]
    return None if row.name.endswith("ة") and s.last_letter(m.j - 1) == "ه" else place_at(s, m)


def _supported(s: Scan, m: Match) -> bool:
    """«في الزاوية», «مدينة تدمر», «والخيام» behind a place: the neighbours of a doubtful name say that it is one."""
    grammar, before = s.lexicon.grammar, s.word(m.i - 1).removeprefix("و")
    local = before in LOCAL_WORDS or before in grammar["locatives"] or before in grammar["prepositions"]
    told = local or _kind(before, grammar) != ""
    return told or (bool(m.conj) and s.best(m.i - 1, "place") is not None)


def place_at(s: Scan, m: Match) -> Mention:
    """A place of the gazetteer."""
    row = s.lexicon.tables.places[int(m.ref)]
    if s.word(m.i).endswith("عاصمه") and m.j > m.i + 1 and (nisba := s.best(m.i + 1, "nisba")):
        return replace(capital(s, nisba), i=m.i, prep=m.prep, conj=m.conj)
    return mention_of(s, m, "place", m.j, country=row.country, ref=m.ref, definite=True, rule="gazetteer")
