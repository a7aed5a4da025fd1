"""Mentions that are no titles: states, organisations, ministries, groups, places, bare names and anaphors."""

from functools import lru_cache

from msgspec.structs import replace

from waqai.lexicon import Lexicon, Match
from waqai.pipeline.detect.anaphors import LATTER, pointers, pointing_back
from waqai.pipeline.detect.bare import IN_PLACE_OF, SERVANT, bare_name, named_by_demonym, of_a_state
from waqai.pipeline.detect.groups import group_at
from waqai.pipeline.detect.heads import ARMED
from waqai.pipeline.detect.kingdom import CALLED
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.no_party import themselves
from waqai.pipeline.detect.phrases import (
    mention_of,
    ministry,
    organisation_at,
    owner_of,
    portfolio_alone,
    second_demonym,
)
from waqai.pipeline.detect.places import LOCAL_WORDS, capital, listed_place, named_place, place_at
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.sites import site_at
from waqai.pipeline.detect.unions import several_states, shorthand

DOTTED = 3
CROWDS = ("ميات", "مييات", "الاف", "عشرات")
SITES = ("settlement", "site", "site_of", "seat_nouns", "palace_nouns", "mission_nouns")


def noun_at(s: Scan, i: int) -> Mention | None:
    """The mention that begins at word `i`, or `None`."""
    word, here = s.words[i], s.matches[i]
    opens = opens_mention(s.lexicon, word) or (here and any(m.kind in READERS for m in here))
    if not opens and (word[0] != "ل" or s.word(i - 1) not in IN_PLACE_OF):
        return None
    m = s.best(i, "ministry", "portfolio") if s.best(i, "group") else None
    if m is not None and (mention := READERS[m.kind](s, m)):
        return mention
    m = s.best(
        i, "org", "state", "seat", "nisba", "ministry", "group", "place", "official", "portfolio", "outlet", "honorific"
    )
    again = pointing_back(s, i) or several_states(s, i)
    if again is not None:
        return again
    body = m is not None and m.kind == "org" and m.j > i + 1
    counted = None if body else _counted(s, i)
    if counted is not None:
        return counted
    if (site := site_at(s, i)) is not None:
        return site
    place = named_place(s, i) if m is None or m.kind in ("group", "place") else None
    if place is not None:
        return place
    if m is None:
        return bare_name(s, i)
    reader = READERS.get(m.kind)
    mention = reader(s, m) if reader else None
    people = s.best(i, "group") if mention is None and m.kind in ("honorific", "portfolio") else None
    if people is not None and m is not None and (m.kind == "honorific" or themselves(s, people)):
        # «جندي فرنسي»: a rank before no name is somebody who has it; «القوات المسلحة» without a minister are forces.
        return group_at(s, people)
    return mention


@lru_cache(maxsize=1 << 16)
def opens_mention(lexicon: Lexicon, word: str) -> bool:
    """Whether a word that begins no name or noun of the lexicon may begin a mention; most do not."""
    grammar, bare = lexicon.grammar, word[1:] if word[0] in "وبل" else word
    counts = word.isdigit() or any(w in grammar["number_words"] or w in grammar["quantity_words"] for w in (word, bare))
    sites = any(w in grammar[kind] for w in (word, bare) for kind in SITES)
    named = word in lexicon.names or word in SERVANT
    return counts or sites or named or word in pointers(lexicon) or word in LATTER or word in shorthand(lexicon)


def _state(s: Scan, m: Match) -> Mention | None:
    """A state by its name; a seat of government is the place itself after «في», and the government elsewhere."""
    asked = s.word(m.i - 1) == "من" and any(s.section(k, "asking_from") for k in range(m.i - 4, m.i - 1))
    if m.kind == "seat" and not asked and (m.prep == "ب" or s.word(m.i - 1).lstrip("وب") in LOCAL_WORDS):
        place = s.best(m.i, "place")
        if place:
            return place_at(s, place)
    if m.article and (nisba := s.best(m.i, "nisba")) is not None and nisba.j == m.j:
        # «الحبوب الأوكرانية»: «أوكرانية» is a spelling of the state, never with ال.
        return _nisba(s, nisba)
    state = mention_of(s, m, "state", m.j, country=str(m.ref), sector="GOV", definite=True, rule=m.kind, ref=m.ref)
    if m.info == CALLED:
        return replace(state, name=s.lexicon.states[str(m.ref)].name, rule=CALLED)
    return (_land(s, m) or state) if m.article else state


def _nisba(s: Scan, m: Match) -> Mention | None:
    """A demonym: an adjective of the noun before it, or people of that state («ثلاثة جزائريين»)."""
    if s.last_letter(m.j - 1) == "ى" and s.text.count("ي ") > DOTTED:
        # «الاقتراع المجرى أمس»: no Hungarian, where the writer dots his ي.
        return None
    if s.word(m.i) in s.lexicon.grammar["adverbs_too"] and not s.word(m.i - 1).endswith("ا"):
        return None  # «يدعمها ماليا», but «ضابطا ماليا»
    # «الناقلتين اليونانيتين»: two things.
    plural = m.info.startswith("p") and not s.word(m.j - 1).endswith(("تين", "تان"))
    before = s.word(m.i - 1)
    if before in s.lexicon.grammar["capital_word"] and str(m.ref) in s.lexicon.states and not m.conj:
        return capital(s, m)
    if (bearer := named_by_demonym(s, m)) is not None:
        return bearer
    adjective = (
        not plural
        and not m.prep
        and (not m.conj or second_demonym(s, m))
        and before.isalpha()
        and before not in s.lexicon.grammar["prepositions"]
    )
    if adjective and (land := _land(s, m)) is not None:
        return land
    kind = "thing" if adjective else "group"
    return mention_of(
        s,
        m,
        kind,
        m.j,
        country=str(m.ref),
        sector="CVL",
        adjective=adjective,
        definite=m.article,
        number="p" if plural else "s",
        rule="demonym",
    )


def _land(s: Scan, m: Match) -> Mention | None:
    """«دخل الأراضي العراقية», «قبالة السواحل الليبية»: the state, as a place or as who is hit."""
    word, lands = s.word(m.i - 1), s.lexicon.grammar["land_words"]
    prep = next((p for p in ("ب", "ل", "") if word.removeprefix(p) in lands and word.startswith(p)), None)
    state = s.lexicon.states.get(str(m.ref))
    # «وحدة الأراضي السورية» is no place; behind «الوفد» or «قوات إسرائيلية» no genitive can stand.
    before = s.word(m.i - 2)
    apart = before.startswith("ال") or before in s.lexicon.grammar["prepositions"] or s.best(m.i - 2, "nisba", "verb")
    led = prep == "ب" or apart or s.section(m.i - 2, "locatives")
    if prep is None or state is None or not led:
        return None
    span = s.span(m.i - 1, m.j, len(prep))
    named = mention_of(s, m, "state", m.j, name=state.name, name_span=span, country=state.iso, ref=state.iso)
    return replace(named, i=m.i - 1, prep=prep, sector="GOV", definite=True, rule="territory")


def _counted(s: Scan, i: int) -> Mention | None:
    """«34 مدنيا», «ثلاثة دبلوماسيين», «آلاف الأشخاص», «المئات»: a number or quantity with the people it counts."""
    word = s.word(i)
    bare = (
        word[1:]
        if word[:1] in "وبل" and not word.isdigit() and word not in s.lexicon.grammar["quantity_words"]
        else word
    )
    number = word.isdigit() or bare in s.lexicon.grammar["number_words"]
    if not number and bare not in s.lexicon.grammar["quantity_words"]:
        return None
    k = _after_numbers(s, i + 1)
    skip = len(word) - len(bare)
    kind = Mention(
        sentence=s.index,
        i=i,
        j=i + 1,
        kind="group",
        sector="CVL",
        number="p",
        prep=word[0] if skip and word[0] in "بل" else "",
        conj="و" if skip and word[0] == "و" else "",
        rule="counted",
    )
    m = s.best(k, "group", "nisba") if s.word(k) not in s.lexicon.grammar["states_counted"] else None
    theirs = s.word(k - 1) == "من" and s.word(k).endswith(THEIR_PEOPLE) and not (m and str(m.ref) in ARMED)
    if theirs or (k == i + 1 and s.word(k) in OF_THEM):
        # «واحتجزت 84 منهم», «أربعة من مرافقيه».
        return replace(kind, j=k + 1, name=s.phrase(i, k + 1, skip), name_span=s.span(i, k + 1, skip))
    if m is not None and not m.conj and m.prep == "":
        inner = READERS[m.kind](s, m)
        if inner is not None:
            return replace(
                kind,
                j=inner.j,
                name=s.phrase(i, inner.j, skip),
                name_span=s.span(i, inner.j, skip),
                country=inner.country,
                sector=inner.sector,
                pronoun=inner.pronoun,
            )
    if s.word(k) in s.lexicon.grammar["people_nouns"] or (
        bare in CROWDS and s.word(k).startswith("ال") and s.word(k).endswith(("ين", "ون"))
    ):
        j, country = owner_of(s, k + 1)
        named = country or ("ISR" if s.section(k, "settlers") else None)
        return replace(kind, j=j, name=s.phrase(i, j, skip), name_span=s.span(i, j, skip), country=named)
    if s.word(k) in s.lexicon.grammar["states_counted"]:
        adjective = s.best(k + 1, "nisba")
        j = k + 1 if adjective is None or adjective.article else adjective.j
        return replace(kind, j=j, name=s.phrase(i, j, skip), name_span=s.span(i, j, skip), sector="GOV")
    if bare in ("الميات", "الالاف", "العشرات", "المييات") or (bare in CROWDS and s.section(k, "locatives")):
        return replace(kind, name=s.phrase(i, i + 1, skip), name_span=s.span(i, i + 1, skip))
    return None


def _after_numbers(s: Scan, k: int) -> int:
    """Where what a number counts begins: «3 آلاف», «ثلاثة من», «عشرين على الأقل»."""
    end = min(k + 3, s.size)
    while k < end and (
        s.word(k).isdigit()
        or s.word(k) in ("من", "علي", "الاقل")
        or s.word(k).lstrip("و") in s.lexicon.grammar["number_words"]
    ):
        k += 1
    return k


def _official(s: Scan, m: Match) -> Mention | None:
    """A known person named without a title."""
    row = s.lexicon.tables.officials[int(m.ref)]
    single = m.j - m.i == 1
    if single and (m.article or (m.conj and s.word(m.i) in s.lexicon.common)):
        return None
    return mention_of(
        s,
        m,
        "person",
        m.j,
        ref=m.ref,
        country=row.country,
        sector=row.sector,
        definite=True,
        rule=f"officials.tsv:{row.id}",
    )


def _outlet(s: Scan, m: Match) -> Mention | None:
    row = s.lexicon.tables.outlets[int(m.ref)]
    return mention_of(s, m, "outlet", m.j, country=row.country, sector="MED", ref=m.ref, rule=f"outlets.tsv:{row.id}")


def _ranked(s: Scan, m: Match, k: int, end: int) -> bool:
    """«ضابط رفيع في الشرطة»: behind a rank without ال a word that may be an adjective is one."""
    return m.info == "rank" and not s.article(m.i) and end == k + 1 and s.word(k) in s.lexicon.ambiguous


def _honorific(s: Scan, m: Match) -> Mention | None:
    """«الأمير خالد», «السيناتور فلان»: a person named with a rank or honour only."""
    k = m.j
    if s.honorific(m.i) is None:
        return bare_name(s, m.i)
    k, country = of_a_state(s, s.after_honorifics(k))
    end = s.name_end(k)
    listed = s.word(k) in s.lexicon.names or (s.section(k, "name_glue") and end - k > 1)
    styled = s.section(m.i, "address_words") or (m.info == "rank" and s.article(m.i))
    listed = listed or ((styled or country or s.section(m.j - 1, "address_words")) and end - k > 1)
    if end == k or not listed or m.prep == "ك" or _ranked(s, m, k, end):
        return None
    sector = str(m.ref) or None
    return mention_of(
        s,
        m,
        "person",
        end,
        name=s.phrase(k, end),
        name_span=s.span(k, end),
        sector=sector,
        country=country,
        definite=True,
        rule="honorific",
    )


OF_THEM = frozenset(["منهم", "منهن"])
# A sound plural with a pronoun is of people: «مرافقيه», «مقاتليها».
THEIR_PEOPLE = ("يه", "يها", "يهم", "يهما")
READERS = {
    "org": organisation_at,
    "state": _state,
    "seat": _state,
    "nisba": _nisba,
    "ministry": ministry,
    "group": group_at,
    "place": listed_place,
    "official": _official,
    "portfolio": portfolio_alone,
    "outlet": _outlet,
    "honorific": _honorific,
}
