"""The title grammar: office · of what · of which state · rank · name, and how one title spreads over several people.

title   := modifier* head complement* honorific* name?
head    := office | minister portfolio | counterpart
spread  := (و portfolio | و demonym | و state | و name) complement* honorific* name?
"""

from functools import lru_cache

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.pipeline.detect.appointed import MINISTER, appointed
from waqai.pipeline.detect.bearer import person
from waqai.pipeline.detect.complements import complements
from waqai.pipeline.detect.heads import Title, head, theirs
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import KUNYA
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.spread import spread

# Offices whose word is as often a form of address.
STYLES = frozenset(("ambassador", "member-of-parliament", "minister", "leader", "adviser"))
# Who serves a ruler that the title names: «مستشار الرئيس», «مدير مكتب الملك», «مبعوث الرئيس».
SERVANTS = frozenset(
    ("presidential-adviser", "adviser", "office-director", "envoy", "spokesperson", "civil-chief-of-staff")
)
RULERS = frozenset(("لرييس", "لملك", "لامير", "لسلطان", "لريس"))


@lru_cache(maxsize=1 << 16)
def may_open(lexicon: Lexicon, word: str) -> bool:
    """Whether a word that begins no office of the lexicon may be one in the accusative or with a pronoun."""
    if word[-1] not in "اهم":
        return False
    heads, bare = lexicon.heads, word.removeprefix("و")
    stems = {word, word[:-1], *(bare.removesuffix(p) for p in ("ها", "هم", "ه"))}
    return any(stem in MINISTER or stem in heads or "ال" + stem in heads for stem in stems)


def titles_at(s: Scan, i: int) -> list[Mention]:
    """All people and roles of the title that begins at word `i`; empty where none does."""
    if i not in s.titled and not may_open(s.lexicon, s.words[i]):
        return []
    title = appointed(s, i) or (head(s, i) or _honoured(s, i) if s.matches[i] else theirs(s, i))
    if title is None or s.word(i - 1) in KUNYA:
        # «أبو عاقلة» is a surname, and no elder.
        return []
    if title.bare and title.definite and _only_describes(s, title):
        return []
    if ruler := _served(s, title):
        return ruler
    title = complements(s, title)
    if title.offices == ("diplomat",) and title.bare and s.article(i) and s.article(i - 1):
        # «قطع العلاقات الدبلوماسية»: no woman.
        return []
    if title.rule and s.word(title.k).startswith("و"):
        title = replace(title, vague=True)
    first, k = person(s, title, i)
    if title.rule:
        first = replace(first, rule=title.rule)
    if (
        title.bare
        and not (title.definite or title.country or title.body or title.host or title.pronoun)
        and not _surely_named(s, first)
    ):
        return []
    return spread(s, title, first, k)


def _only_describes(s: Scan, t: Title) -> bool:
    """«عملها الصحفي», «المؤتمر الصحفي»: an adjective of the noun before it, where no name follows."""
    k = t.i - 1
    if not s.section(t.i, "press_adjectives") or t.conj or t.prep or s.name_end(s.after_honorifics(t.k)) > t.k:
        return False
    noun = s.article(k) or s.word(k).endswith(("ها", "هم", "ه"))
    return noun and not s.best(k, "verb", "light", "report", "general", "group", "org", "state", "official", "nisba")


def _served(s: Scan, t: Title) -> list[Mention]:
    """«حكمت حاجييف، مستشار الرئيس إلهام علييف»: the name is the president's, the title the one before the comma's."""
    at = t.k - 1
    if (
        t.offices[0] == "spokesperson"
        and s.word(at) in ("باسم", "بلسان")
        and not s.article(t.k)
        and s.name_end(t.k) > t.k
    ):
        of = s.best(t.k, "official")
        if of and of.j == t.k + 1 and s.name_end(of.j) > of.j + 1:
            return [person(s, replace(t, k=of.j, body=s.phrase(t.k, of.j)), t.i)[0]]
        mention, _ = person(s, t, t.i)
        return [
            replace(
                mention,
                kind="role",
                name=s.phrase(t.i, t.k),
                name_span=None,
                j=t.k,
                rule="voice",
                body=s.phrase(t.k, t.k + 1),
            )
        ]
    if t.offices[0] not in SERVANTS or at <= t.i or s.word(at).removeprefix("ل").lstrip("ا") not in RULERS:
        return []
    end = s.name_end(t.k)
    ruler = s.best(t.k, "official")
    known = ruler is not None and s.lexicon.tables.officials[int(ruler.ref)].office == "head-of-state"
    if end == t.k or not (known or s.word(t.i - 1) == "،"):
        return []
    mention, _ = person(s, replace(t, k=at, construct=False), t.i)
    mention = replace(mention, kind="role", name=s.phrase(t.i, at), name_span=None, j=at, body=s.phrase(at, end))
    return [mention, *titles_at(s, at)]


def _honoured(s: Scan, i: int) -> Title | None:
    """An office behind its honours: «صاحب السمو أمير البلاد», «جلالة الملك», «فخامة الرئيس»."""
    m = s.best(i, "honorific")
    if m is None or m.info not in ("royal", "honorific") or m.prep == "ك":
        return None
    for k in range(i + 1, m.j + 1):
        title = head(s, k)
        if title and not title.conj and not title.prep and title.offices[0] not in STYLES and title.number == "s":
            return replace(title, i=i, conj=m.conj, prep=m.prep)
    return None


def _surely_named(s: Scan, m: Mention) -> bool:
    """An indefinite office with nothing after it («بيان صحفي صدر») is a title only before a name that lists know."""
    if m.kind != "person":
        return False
    first = next(k for k in range(m.i, m.j) if s.sentence.spans[k][0] >= (m.name_span or (0, 0))[0])
    verb = any(x.kind in ("verb", "light", "report", "general") and not x.conj for x in s.matches[first])
    described = m.name_span is not None and s.best(first, "group", "nisba") is not None
    return s.words[first] in s.lexicon.names and not verb and not described
