"""Names of groups: in quotation marks, or the nouns that go on behind «حركة», «حزب», «سائقو», «أسر»."""

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import QUOTES
from waqai.pipeline.detect.no_party import head_word, means_no_party
from waqai.pipeline.detect.phrases import country_of, mention_of
from waqai.pipeline.detect.scan import Scan

OF_POWER = frozenset(["GOV", "MIL", "COP", "REB", "SPY", "JUD", "LEG", "PTY", "OPP", "IGO"])
GENERAL = ("العامه", "العليا", "الوطنيه")
SHORT_NAME = 3
# «الي» and the like are no nouns with ال.
SHORTEST = 5
# How many nouns without ال open a name: «جبهة تحرير شعب ...».
OPENERS = 2
KNOWN = ("office", "minister", "honorific", "org", "state", "seat", "place", "nisba", "portfolio")


def name_end(s: Scan, m: Match, definite: bool) -> int:
    """Where the words go on that a group's noun needs to be named: «حركة | العدل والمساواة», «سائقو | القطارات».

    Args:
        s: the sentence.
        m: the noun of the group.
        definite: whether it has ال itself.
    """
    if definite and m.j == m.i + 1 and head_word(s, m) in s.lexicon.grammar["named_movements"]:
        return _adjectives(s, m.j)
    if definite or m.j != m.i + 1:
        return m.j
    if _governs(s, m):
        return m.j + 1
    if head_word(s, m) in s.lexicon.grammar["named_movements"] and not means_no_party(s, m, m.j, None):
        return _movement(s, m)
    return m.j


def task_end(s: Scan, m: Match, j: int, definite: bool) -> int:
    """«الجمعية المغربية لحقوق الإنسان», «المديرية العامة للأمن الوطني»: what a body is for names it.

    Args:
        s: the sentence.
        m: the noun of the group.
        j: where the words behind it end so far.
        definite: whether it has ال itself.
    """
    if s.word(j) == "لحقوق" and s.article(j + 1):
        return j + 2
    if j == m.i + 2 and definite and s.word(m.i + 1) in GENERAL and s.word(j).startswith("لل"):
        agrees = s.word(j + 1).endswith("ه") or not s.word(j).endswith("ه")  # «للمنظمة | المجتمع الدولي»
        return j + 1 + (agrees and s.article(j + 1) and s.best(j + 1, "nisba", "verb", "place") is None)
    return j


def _adjectives(s: Scan, k: int) -> int:
    """«الحزب | الديمقراطي المسيحي»: where the adjectives of a movement's name end; a state's is its owner."""
    start = k
    while k < start + OPENERS and _noun(s, k) and s.word(k).endswith(("ي", "يه")):
        k += 1
    return k


def _movement(s: Scan, m: Match) -> int:
    """«حزب العدالة والتنمية», «جبهة تحرير الشمال», «جماعة أنصار الحق»: the end of a movement's name."""
    k = m.j
    while k < m.j + OPENERS and s.section(k, "movement_openers"):
        k += 1
    if not _noun(s, k):
        return m.j
    k += 1
    if s.word(k).startswith("وال") and _noun(s, k, 1):
        k += 1
    return k


def _noun(s: Scan, k: int, skip: int = 0) -> bool:
    """Whether word `k` is a noun with ال of which no list knows another meaning."""
    word = s.word(k)[skip:]
    plain = word.startswith("ال") and len(word) >= SHORTEST and word.isalpha() and k not in s.times
    return plain and word not in s.lexicon.grammar["relatives"] and s.best(k, *KNOWN, "noun", "phrase") is None


def in_quotes(s: Scan, m: Match, number: str, definite: bool) -> Mention | None:
    """«حركة "الفجر"», «"حركة الفجر"»: a group with its name in quotation marks, or `None`.

    Args:
        s: the sentence.
        m: the noun of the group.
        number: `s` or `p`.
        definite: whether it has ال itself.
    """
    if s.word(m.j) in QUOTES and _has_name(s, m) and (end := _quoted(s, m.j)):
        return _named(s, m, end, number)
    if s.word(m.i - 1) in QUOTES and number == "s" and not definite and _has_name(s, m) and (end := _closed(s, m)):
        return mention_of(s, m, "group", end, sector=str(m.ref), number=number, definite=True, rule="group")
    return None


def _governs(s: Scan, m: Match) -> bool:
    """«سائقو القطارات», «أسر المختطفين»: a plural that has lost its ن, or kin, is of the noun with ال behind it."""
    of = s.word(m.j)
    if not of.startswith("ال") or len(of) < SHORTEST or m.j in s.times:
        return False
    known = s.best(m.j, *KNOWN)
    plural = m.info.startswith("pl") and s.last_letter(m.i) in "وي"
    return known is None and (plural or head_word(s, m) in s.lexicon.grammar["kin_words"])


def _has_name(s: Scan, m: Match) -> bool:
    """Bodies and forces have names of their own, people and weapons have none («المستوطنون "مقام يوسف"»)."""
    named = m.info.startswith("sg") or str(m.ref) in OF_POWER
    return named and head_word(s, m) not in s.lexicon.grammar["parties_by_state"]


def _named(s: Scan, m: Match, end: int, number: str) -> Mention:
    """«حركة "إم 23"», «منظمة "هيومن رايتس ووتش"»: a group by the name in its quotation marks, or the body so named."""
    inner = s.best(m.j + 1, "org", "place")
    country, body, sector, kind, ref = country_of(s, inner) if inner else None, None, str(m.ref), "group", None
    if inner and inner.kind == "org" and inner.j == end - 1:
        row = s.lexicon.tables.organisations[int(inner.ref)]
        body, sector, kind, ref = row.id, row.sector, "org", inner.ref
    return mention_of(
        s, m, kind, end,
        country=country, body=body, sector=sector, ref=ref, number=number, definite=True, rule="group",
    )  # fmt: skip


def _quoted(s: Scan, k: int) -> int:
    """The end of a short quotation that opens at word `k`: a name («حركة "إم 23"»); 0 where it is long or open."""
    for end in range(k + 2, min(k + 7, s.size)):
        if s.word(end) in QUOTES:
            # «قال للصحفيين "هاجم مسلحون قاعدتنا"»: words said.
            said = end - k > SHORT_NAME and s.best(k + 1, "verb", "light", "report", "general") is not None
            return 0 if said else end + 1
    return 0


def _closed(s: Scan, m: Match) -> int:
    """Where a name ends whose quotation marks open before the group's noun («"حركة الفجر"»); 0 for other words."""
    end = next((k for k in range(m.j + 1, min(m.j + 5, s.size)) if s.word(k) in QUOTES), 0)
    return 0 if any(not s.word(k).isalnum() or s.best(k, "verb", "report") for k in range(m.j, end)) else end
